"""The daily journal per mentor and week (B10): missing working days are visible."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.test import Client
from django.urls import reverse

from sidamping.features.oversight.queries.weeks import journal_weeks
from sidamping.platform.access.models import Appointment, User
from tests.features.oversight.monitored import visit
from tests.people import Cast, look

WEEK = date(2026, 10, 5)
SignIn = Callable[[User], Client]


def test_working_days_without_an_entry_are_missing(cast: Cast) -> None:
    """Entries on Tuesday (two) and Saturday: of five working days four are empty."""
    visit(cast.ratna, cast.engagement, "a", date(2026, 10, 6))
    visit(cast.ratna, cast.engagement, "b", date(2026, 10, 10))
    (ratna,) = journal_weeks(look(cast.yosef), date(2026, 10, 8))
    assert ratna.mentor == "Ratna Tefa"
    assert [one.count for one in ratna.days] == [0, 1, 0, 0, 0, 1, 0]
    assert (ratna.written, ratna.expected, ratna.missing, ratna.daily) == (1, 5, 4, False)


def test_days_still_to_come_are_not_missing(cast: Cast) -> None:
    """Today is Thursday 5 November: Friday is ahead."""
    (ratna,) = journal_weeks(look(cast.yosef), date(2026, 11, 5))
    assert (ratna.expected, ratna.missing) == (4, 4)


def test_another_regency_is_not_seen(cast: Cast) -> None:
    assert {one.mentor for one in journal_weeks(look(cast.paulus), WEEK)} == {"Ratna Tefa", "Maria Banunaek"}
    assert journal_weeks(look(cast.ratna), WEEK) == ()


def test_the_page_opens_for_the_office_and_survives_odd_weeks(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable[[int], object]
) -> None:
    client = sign_in(cast.yosef)
    with at_most_queries(10):  # type: ignore[attr-defined]  # a context manager
        page = client.get(reverse("journal_weeks") + "?minggu=2026-10-08")
    assert "Ratna Tefa" in page.content.decode()
    for odd in ("kemarin", "0001-01-01", "9999-12-31", "2026-02-31"):
        assert client.get(reverse("journal_weeks") + f"?minggu={odd}").status_code == 200
    assert sign_in(cast.ratna).get(reverse("journal_weeks")).status_code == 403


def test_over_the_nation_a_province_is_asked_for_first(cast: Cast, sign_in: SignIn) -> None:
    visit(cast.ratna, cast.engagement, "a", date(2026, 10, 6))
    Appointment.objects.filter(user=cast.paulus).update(area=None)
    client, week = sign_in(cast.paulus), reverse("journal_weeks") + "?minggu=2026-10-08"
    first = client.get(week).content.decode()
    assert "Pilih provinsi dahulu" in first and "Ratna Tefa" not in first
    narrowed = client.get(f"{week}&wilayah=53.01")
    assert [(one.mentor, one.written) for one in narrowed.context["rows"]] == [("Ratna Tefa", 1)]
    assert 'name="minggu" value="2026-10-08"' in narrowed.content.decode()
