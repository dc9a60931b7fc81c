"""Weavers found a cooperative with their mentor's phone: first meeting, notary's pack, living cooperative (E19).

Seven founders and most of the articles are written beforehand, as any founding of a few weeks would have them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sidamping.features.books.models import Book, Member
from sidamping.features.founding.models import Founding
from tests import places
from tests.features.founding.group import NAME, PREPARED, Group, nik
from tests.journeys.acts import move_to, refused, submit
from tests.people import TODAY, Cast

FORMED = date(2026, 9, 20)
MEETING: dict[str, Any] = {
    "begins": "09:00", "place": "Rumah Pendiri 1", "led_by": "Pendiri 1", "official": "Dominggus Lay",
    "office": "Dinas Koperasi Kabupaten Kupang", "minutes": "Sepakat mendirikan koperasi tenun.",
}  # fmt: skip
STEPS = (
    ("deed", "2026-10-01", "12"), ("submitted", "2026-10-05", "AHU-0002"),
    ("ratified", "2026-10-20", "AHU-0000123.AH.01.26.2026"),
)  # fmt: skip


@pytest.fixture
def phone(transactional_db: None, cast: Cast, opened: Callable[..., Page]) -> Page:
    move_to(TODAY)
    return opened(cast.ratna)


def test_a_group_goes_from_its_first_meeting_to_the_notary_and_comes_to_life(phone: Page, cast: Cast) -> None:
    group = _begun(phone, cast)
    _meetings(phone, group)
    group.agree()
    group.hand_in()
    _pack(phone, group)
    _living(phone, group)


def _begun(page: Page, cast: Cast) -> Group:
    submit(page, "/pendirian/baru/", {
        "name": NAME, "village": places.BATAKTE, "kind": "producer", "form": "primary", "level": "regency",
    })  # fmt: skip
    group = Group(cast, Founding.objects.get().pk)
    group.add(8)
    submit(page, f"/pendirian/{group.id}/pendiri/", {"name": "Marta Bait", "nik": nik(9), "work": "Penenun"})
    expect(page.locator("main")).not_to_contain_text(nik(9))
    return group


def _meetings(page: Page, group: Group) -> None:
    at = f"/pendirian/{group.id}/rapat"
    founders = [str(one) for one in group.founders]
    submit(page, f"{at}/preparation/", {**MEETING, "day": PREPARED, "came": founders[:3]})
    submit(page, f"{at}/outreach/", {**MEETING, "day": FORMED, "came": founders})
    refused(page, f"{at}/formation/", {**MEETING, "day": FORMED, "came": founders[:8]}, "FOUNDING_009")
    submit(page, f"{at}/formation/", {**MEETING, "day": FORMED, "came": founders})


def _pack(page: Page, group: Group) -> None:
    """What lacks is one thing by now; then the zip is frozen and holds its numbered files."""
    page.goto(f"/pendirian/{group.id}/")
    expect(page.get_by_text("FOUNDING_027")).to_be_visible()
    typed = {"kind": "name_approved", "day": "2026-09-25", "number": "AHU-0001", "office": "Notaris Lestari"}
    submit(page, f"/pendirian/{group.id}/langkah/", typed)
    page.goto(f"/pendirian/{group.id}/paket/")
    page.get_by_role("button", name="Bekukan paket").click()
    with page.expect_download() as got:
        page.get_by_role("link", name="zip").click()
    names = zipfile.ZipFile(got.value.path()).namelist()
    assert names[0] == "01-berita-acara-rapat-persiapan.pdf" and "05-daftar-pendiri.xlsx" in names


def _living(page: Page, group: Group) -> None:
    for kind, day, number in STEPS:
        typed = {"kind": kind, "day": day, "number": number, "office": "Notaris Lestari"}
        submit(page, f"/pendirian/{group.id}/langkah/", typed)
    page.goto(f"/pendirian/{group.id}/")
    page.get_by_role("link", name="Hidupkan koperasi").click()
    page.get_by_role("button", name="Hidupkan koperasi").click()
    expect(page.get_by_text("Hidup sejak")).to_be_visible()
    assert Member.objects.filter(book=Book.objects.get()).count() == 9
