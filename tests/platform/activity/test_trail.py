"""The trail: newest first, in pages, by person, action, date and regency; sealed by the database."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate

from sidamping.platform.activity import journal, trail
from sidamping.platform.activity.models import Activity
from sidamping.platform.activity.trail import Wanted
from tests.people import Cast

SUBJECT = UUID("0190e7a0-0000-7000-8000-000000000001")
OTHER = UUID("0190e7a0-0000-7000-8000-000000000002")
NATION = ("",)


@pytest.fixture
def written(cast: Cast) -> Cast:
    journal.record("access.user_added", by=cast.anton.id, subject=SUBJECT)
    journal.record("programmes.step_recorded", by=cast.ratna.id, subject=OTHER, regency="53.01", why="Selesai")
    journal.record("programmes.step_recorded", by=None, subject=OTHER, regency="53.02")
    return cast


def actions(**wanted: object) -> list[str]:
    return [line.action for line in trail.page(Wanted(**{"regencies": NATION, **wanted})).rows]  # type: ignore[arg-type]


def test_the_newest_stands_first_and_every_filter_narrows(written: Cast) -> None:
    assert actions() == ["programmes.step_recorded", "programmes.step_recorded", "access.user_added"]
    assert actions(actor=written.anton.id) == actions(subject=SUBJECT) == ["access.user_added"]
    assert len(actions(action="programmes.step_recorded")) == 2


def test_both_days_of_a_range_count(written: Cast) -> None:
    today = localdate()
    assert len(actions(start=today, end=today)) == 3
    assert actions(start=today + timedelta(days=1)) == actions(end=today - timedelta(days=1)) == []


def test_a_regency_shows_its_own_rows_and_nobody_shows_nothing(written: Cast) -> None:
    lines = trail.page(Wanted(regencies=("53.01",))).rows
    assert [(line.actor, line.why) for line in lines] == [("Ratna Tefa", "Selesai")]
    assert trail.page(Wanted()).rows == ()


def test_an_export_holds_every_line_up_to_its_limit(written: Cast) -> None:
    assert len(list(trail.every(Wanted(regencies=NATION), most=10))) == 3
    assert len(list(trail.every(Wanted(regencies=NATION), most=2))) == 2


def test_the_database_refuses_to_change_or_delete_a_line(written: Cast) -> None:
    for change in (lambda rows: rows.update(why="lain"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(Activity.objects.all())
