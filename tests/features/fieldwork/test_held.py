"""E20: field work recorded while the gate of its step was shut does the step once the gate opens, once."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import UUID

import pytest
from django.utils import timezone

from sidamping.features.fieldwork import services
from sidamping.features.programmes.models import Assignment, Engagement, StepRecord
from tests import people
from tests.features.fieldwork.writing import (
    choice_draft,
    observation_draft,
    problem_with_alternatives,
    visit_draft,
)
from tests.people import TODAY, Cast, look

MEMBERS = "usaha-anggota-ksp"
EARLY, CHOSEN, AFTER = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4)


@pytest.fixture
def host(cast: Cast) -> Engagement:
    """prepare (observed) → programme (choice) → carry_out (visit) → report (evaluated)."""
    people.appoint(cast.ratna, "mentor", programme=MEMBERS)
    return people.engagement(cast.keripik.party, cast.ratna, programme=MEMBERS, pinned="usaha-anggota-ksp/2025-12-01+1")


def observed(cast: Cast, host: Engagement, day: date = EARLY) -> UUID:
    draft = observation_draft(host, observed_on=day)
    return services.record_observation(by=look(cast.ratna), draft=draft, on=TODAY)


def chosen(cast: Cast, host: Engagement, day: date = CHOSEN) -> UUID:
    by = look(cast.ratna)
    problem, first, _second = problem_with_alternatives(by, host)
    draft = choice_draft(problem, first, chosen_on=day, meeting="Rumah produksi")
    return services.record_choice(by=by, draft=draft, on=TODAY)


def visited(cast: Cast, host: Engagement, day: date) -> UUID:
    now = timezone.make_aware(datetime.combine(TODAY, time(12)))
    return services.record_visit(by=look(cast.ratna), draft=visit_draft(host, visited_on=day), on=TODAY, now=now)


def done(host: Engagement) -> dict[str, tuple[date, UUID | None]]:
    rows = StepRecord.objects.filter(path=host.path)
    assert rows.count() == len({row.step for row in rows})
    return {row.step: (row.done_on, row.source_id) for row in rows}


def test_a_choice_made_before_the_observation_counts_when_the_gate_opens(cast: Cast, host: Engagement) -> None:
    choice = chosen(cast, host)
    assert done(host) == {}
    observation = observed(cast, host, AFTER)
    assert done(host) == {"prepare": (AFTER, observation), "programme": (AFTER, choice)}


def test_a_visit_after_the_day_the_gate_opened_counts_however_late_that_was_written(
    cast: Cast, host: Engagement
) -> None:
    visit = visited(cast, host, AFTER)
    observed(cast, host)
    choice = chosen(cast, host)
    assert done(host)["programme"] == (CHOSEN, choice)
    assert done(host)["carry_out"] == (AFTER, visit)


def test_a_visit_before_the_gate_opened_was_another_one(cast: Cast, host: Engagement) -> None:
    visited(cast, host, EARLY)
    observed(cast, host)
    chosen(cast, host)
    assert set(done(host)) == {"prepare", "programme"}
    visit = visited(cast, host, AFTER)
    assert done(host)["carry_out"] == (AFTER, visit)


def test_what_somebody_wrote_who_did_not_carry_the_mentee_moves_nothing(cast: Cast, host: Engagement) -> None:
    chosen(cast, host)
    Assignment.objects.filter(engagement=host).update(mentor=cast.maria)
    people.appoint(cast.maria, "mentor", programme=MEMBERS, area="53.01")
    draft = observation_draft(host, observed_on=AFTER)
    services.record_observation(by=look(cast.maria), draft=draft, on=TODAY)
    assert set(done(host)) == {"prepare"}
