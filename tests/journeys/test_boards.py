"""Petronela reads the boards of figures at her desk: each number opens its records, by keyboard as well (F6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from sidamping.features.indicators.services import judge_stale
from sidamping.platform.access import roles
from sidamping.platform.territory.models import Boundary
from tests import people, places
from tests.features.progress import cases
from tests.journeys.conftest import DESKTOP, Traffic
from tests.people import Cast

pytestmark = pytest.mark.django_db(transaction=True)
QUERY = f"?bulan=2026-10&program={cases.TKM}&per=regency"
BOARDS = ("figures", "figures_compare", "figures_pivot", "figures_cross", "figures_seasons", "figures_baseline")


@pytest.fixture
def story(cast: Cast) -> None:
    """One participant met twice whose sales grew since last October, one silent; the outline of Kupang is loaded."""
    cases.appoint_all(cast)
    people.appoint(cast.petronela, roles.DINAS_PROVINCE, area=places.NTT, programme=cases.TKM)
    grown = cases.participant(cast, "Keripik")
    cases.participant(cast, "Tenun")
    cases.met(cast, grown, "2026-08-12", "2026-10-02")
    for month, sales in (("2025-10", 900_000), ("2026-07", 1_000_000), ("2026-10", 1_500_000)):
        cases.told(cast, grown, month, sales)
    judge_stale()
    path = "M2900 1800l50 0 0-50-50 0 0 50z"
    Boundary.objects.create(
        area_id=places.KUPANG, path=path, left=2900, top=1750, right=2950, bottom=1800, loaded_on=cases.START
    )


@pytest.mark.usefixtures("story")
def test_F6_every_number_of_every_board_opens_its_records(
    cast: Cast, opened: Callable[..., Page], violations: Callable[[Page], list[str]],
    traffic: Callable[[Page], Traffic],
) -> None:
    page = opened(cast.petronela, DESKTOP)
    seen = traffic(page)
    opens: set[str] = set()
    for name in BOARDS:
        page.goto(reverse(name) + QUERY)
        assert violations(page) == [], name
        opens |= set(_numbers(page))
    answers = {address: page.request.get(address).status for address in opens}
    assert len(answers) > 20
    assert set(answers.values()) == {200}
    _by_keyboard(page)
    assert violations(page) == []
    assert seen.faults == []


@pytest.mark.usefixtures("story")
def test_a_wide_table_keeps_its_names_in_view_and_shadows_the_edge_where_it_goes_on(
    cast: Cast, opened: Callable[..., Page]
) -> None:
    page = opened(cast.petronela, DESKTOP)
    page.goto(reverse("figures_compare") + QUERY)
    frame = page.locator(".table-scroll")
    assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
    assert frame.evaluate("one => getComputedStyle(one).backgroundAttachment") == "local, local, scroll, scroll"
    name = frame.locator("tbody th")
    before = name.bounding_box()
    frame.evaluate("one => { one.scrollLeft = one.scrollWidth }")
    assert name.bounding_box() == before
    number = frame.locator("tbody td a").first
    number.focus()
    placed = number.bounding_box()
    assert before and placed and placed["x"] >= before["x"] + before["width"]


def _numbers(page: Page) -> list[str]:
    """Where the numbers of cards and cells lead; a cell with digits and no way into it is a fault."""
    mute = page.eval_on_selector_all(
        "td.num", "all => all.filter(one => /^[1-9]/.test(one.innerText.trim()) && !one.querySelector('a'))"
        ".map(one => one.closest('table').caption.innerText + ': ' + one.innerText)"
    )
    assert [one for one in mute if "%" not in one] == []
    return list(page.eval_on_selector_all("td.num a, .figure-card p a", "all => all.map(one => one.href)"))


def _by_keyboard(page: Page) -> None:
    """From the map of one indicator to the board of its area, with the keyboard alone; the chart is drawn meanwhile."""
    page.goto(reverse("figure", args=["visited"]) + QUERY)
    page.wait_for_selector(".chart canvas")
    page.wait_for_selector(".figure-year", state="hidden")
    area: Any = page.locator(".figure-map a")
    assert area.count() == 1
    area.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**wilayah=53.01**")
    assert "50,0 %" in page.inner_text("main")
