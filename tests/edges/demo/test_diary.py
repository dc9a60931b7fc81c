"""The hours of the demonstration: nothing of today is written down after the story is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sidamping.edges.demo.diary import ZONE, moment
from sidamping.platform.http.clock import now


def test_nothing_of_today_is_later_than_now_and_every_other_day_keeps_its_hour(settings: Any) -> None:
    settings.FIXED_TODAY = date(2027, 2, 15)
    today = now().astimezone(ZONE).date()
    assert moment(today, 23) <= now() and moment(today, 0) <= moment(today, 23)
    for day in (today - timedelta(days=1), today + timedelta(days=1)):
        assert moment(day) == datetime(day.year, day.month, day.day, 20, 15, tzinfo=ZONE)
