"""The practice case of S0 in the demonstration: Bapak Ujang under usaha-anggota-ksp, opened from the mentor's home.

Carries A14, and with it what the case leaves behind: A5 (problems and choices), A6 (plan agreed with him), A8 (business
plan), A11 (indicators before and after, the report in four chapters). He is read, never changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from sidamping.edges.demo.diary import Diary, month_before
from sidamping.edges.demo.fieldwork import open_engagements
from sidamping.edges.demo.load import MONTHS_TOLD
from sidamping.edges.demo.people import add_people, user_id, viewer
from sidamping.edges.demo.registers import add_registers
from sidamping.edges.demo.sheets import tell_sheets
from sidamping.edges.demo.story import named
from sidamping.edges.demo.ujang import ENGAGEMENT, report_ujang, tell_ujang
from sidamping.features.papers.models import Revision
from sidamping.platform.access.models import User
from sidamping.platform.territory.loader import load_areas

TOLD_ON = date(2026, 11, 20)
BUSINESS = "Keripik Mantap Jaya"


@pytest.fixture
def ratna(transactional_db: None, settings: object) -> User:
    """The mentor of the demonstration on the day it is told, with the chapters of the practice case."""
    settings.FIXED_TODAY = TOLD_ON  # type: ignore[attr-defined]  # the fixture of the settings
    load_areas(on=TOLD_ON)
    viewer.cache_clear()
    first = month_before(TOLD_ON, MONTHS_TOLD)
    add_people(first.start)
    add_registers(first.start)
    open_engagements(first.start)
    tell_ujang(first.start, TOLD_ON, Diary())
    report_ujang(first, TOLD_ON)
    tell_sheets(first, TOLD_ON)
    return User.objects.get(pk=user_id("ratna"))


def test_a14_the_case_of_bapak_ujang_opens_from_the_home_and_is_complete(
    ratna: User, opened: Callable[..., Page]
) -> None:
    page = opened(ratna)
    _opens_from_home(page)
    _a5_problems_have_alternatives_and_his_choice(page)
    _a6_the_plan_was_agreed_with_him(page)
    _a8_the_business_plan_is_there(page)
    _a11_indicators_stand_before_and_after(page)
    _a11_the_report_has_four_chapters()


def _opens_from_home(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Dampingan").first.click()
    page.get_by_role("link", name=BUSINESS).first.click()
    expect(page.get_by_role("heading", level=1, name=BUSINESS)).to_be_visible()
    expect(page).to_have_url(f"{page.url.split('/dampingan/')[0]}/dampingan/{ENGAGEMENT}/")


def _a5_problems_have_alternatives_and_his_choice(page: Page) -> None:
    page.goto(reverse("problem", args=[named("problem", "ujang", "catatan")]))
    expect(page.get_by_text("Pencatatan keuangan tidak rapi").first).to_be_visible()
    expect(page.get_by_text("Buku kas harian dua kolom dan amplop terpisah").first).to_be_visible()
    expect(page.get_by_text("Aplikasi pembukuan di telepon").first).to_be_visible()
    expect(page.get_by_text("Ujang Suherman").first).to_be_visible()


def _a6_the_plan_was_agreed_with_him(page: Page) -> None:
    page.goto("/rencana/2026-08/")
    expect(page.get_by_text("Menyiapkan buku kas dua kolom").first).to_be_visible()


def _a8_the_business_plan_is_there(page: Page) -> None:
    page.goto(f"/dampingan/{ENGAGEMENT}/lembar/")
    expect(page.get_by_text("Rencana usaha").first).to_be_visible()


def _a11_indicators_stand_before_and_after(page: Page) -> None:
    """560 packets a month at the start, 810 in the twelfth week: 250 more."""
    page.goto(f"/dampingan/{ENGAGEMENT}/indikator/")
    row = page.get_by_role("row").filter(has_text="Penjualan keripik")
    expect(row).to_contain_text("560")
    expect(row).to_contain_text("810")
    expect(row).to_contain_text("250")


def _a11_the_report_has_four_chapters() -> None:
    newest = Revision.objects.filter(paper__kind="monev-usaha-anggota").order_by("-paper__period_start").first()
    assert newest is not None
    told = str(newest.content)
    for chapter in ("1. Pendahuluan", "2. Pelaksanaan", "3. Hasil monitoring", "4. Kesimpulan", "Penjualan keripik"):
        assert chapter in told
