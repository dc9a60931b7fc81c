"""C2, C7, A7: the contact budget warns in the third week, the order of mentees explains itself, groups are proposed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sidamping.features.fieldwork.models import Problem
from sidamping.features.progress import queries
from sidamping.features.progress.queries import ParticipantFilter
from tests import people
from tests.features.progress import cases
from tests.people import Cast

WANTED = ParticipantFilter(programme=cases.TKM)


@pytest.fixture
def host(cast: Cast) -> Any:
    cases.appoint_all(cast)
    return cases.participant(cast)


def states(cast: Cast, on: date) -> list[tuple[int, str, str]]:
    found = queries.contact_warnings(people.look(cast.yosef, on), WANTED)
    return [(month.number, month.visits_state, month.sessions_state) for _one, month in found]


def test_C2_the_twentieth_day_does_not_warn_and_the_twenty_first_does(cast: Cast, host: Any) -> None:
    # the first month runs from 10 August: its 20th day is 29 August, its 21st is 30 August
    assert states(cast, date(2026, 8, 29)) == []
    assert states(cast, date(2026, 8, 30)) == [(1, "warned", "warned")]
    cases.met(cast, host, "2026-08-20")
    assert states(cast, date(2026, 8, 30)) == [(1, "met", "warned")]
    cases.met(cast, host, "2026-08-25", mode="whatsapp")
    assert states(cast, date(2026, 8, 30)) == []


def test_C2_a_month_that_is_over_is_breached(cast: Cast, host: Any) -> None:
    assert states(cast, date(2026, 9, 10)) == [(1, "breached", "breached")]


def test_C2_messages_are_contacts_but_no_visits(cast: Cast, host: Any) -> None:
    cases.met(cast, host, "2026-08-12", "2026-08-13", "2026-08-14", mode="whatsapp")
    page = queries.participant_page(people.look(cast.ratna), WANTED)
    dose = page.rows[0].dose
    assert (dose.contacts, dose.visits, page.rows[0].band) == (3, 0, "middle")


def test_C7_the_urgent_come_first_with_reasons_and_the_rest_get_tasks(cast: Cast, host: Any) -> None:
    calm = cases.participant(cast, "Anyaman Tenang", starts=date(2026, 11, 1))
    Problem.objects.create(
        engagement=host, title="Kompor rusak", side="member", category="production", priority=1,
        found_on=people.TODAY, by=cast.ratna,
    )
    cases.told(cast, host, "2026-09", 1_000_000)
    cases.told(cast, host, "2026-10", 800_000)
    first, last = queries.turns(people.look(cast.ratna))
    assert first.standing.card.id == host.pk and first.urgent and not first.tasks
    assert "Kompor rusak" in first.reasons[0]
    assert any("20 persen" in reason for reason in first.reasons)
    assert last.standing.card.id == calm.pk and not last.urgent and len(last.tasks) == 2


def test_A7_mentees_of_one_district_with_one_kind_of_problem_are_proposed_as_a_group(cast: Cast, host: Any) -> None:
    other, third = cases.participant(cast, "Kue Lontar"), cases.participant(cast, "Tenun Ikat")
    for one, category in ((host, "marketing"), (other, "marketing"), (third, "capital")):
        Problem.objects.create(
            engagement=one, title="Pembeli sedikit", side="member", category=category, found_on=people.TODAY,
            by=cast.ratna,
        )
    (group,) = queries.group_proposals(people.look(cast.ratna))
    assert (group.category, {one.id for one in group.cards}) == ("marketing", {host.pk, other.pk})
    assert queries.group_proposals(people.look(cast.maria)) == ()
