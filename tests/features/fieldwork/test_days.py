"""One strip of days for plan, calendar and home: what was done, what is late, what is to come."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import days_of
from sidamping.features.workdesk.views.pictures import month_strip

TODAY = date(2026, 11, 5)


def item(day: int, *, realised: bool = False, dropped: bool = False) -> Any:
    on = date(2026, 11, day)
    return SimpleNamespace(planned_on=on, realised=realised, dropped_on=on if dropped else None)


ITEMS = [item(3), item(4, realised=True), item(5), *(item(10) for _ in range(5)), item(12, dropped=True)]


def test_each_day_tells_what_was_made_what_is_late_and_what_is_to_come() -> None:
    visited = [date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 4)]
    days = days_of(Month.of(TODAY), ITEMS, visited, TODAY, lambda day: f"#hari-{day}")
    busy = {one.on.day: (one.dots, one.words, one.url) for one in days if one.dots}
    assert busy == {
        3: (("visit", "late"), "1 kunjungan, 1 rencana", "#hari-2026-11-03"),
        4: (("visit", "visit"), "2 kunjungan", "#hari-2026-11-04"),
        5: (("planned",), "1 rencana", "#hari-2026-11-05"),
        10: (("planned",) * 3, "5 rencana", "#hari-2026-11-10"),
    }
    assert len(days) == 30 and [one.on.day for one in days if one.off] == [1, 8, 15, 22, 29]


def test_the_home_shows_the_same_strip_and_leads_to_the_plan() -> None:
    found = {one.on.day: (one.dots, one.url) for one in month_strip(ITEMS, TODAY) if one.dots}
    assert found[4] == (("visit",), "/rencana/2026-11/") and found[3] == (("late",), "/rencana/2026-11/")
