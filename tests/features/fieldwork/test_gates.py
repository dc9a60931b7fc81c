"""What a programme wants done before field work: induction before visits (B4), the baseline before a plan (D1)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from sidamping.features.fieldwork import services
from sidamping.features.fieldwork.models import PlanItem, Visit
from sidamping.features.fieldwork.queries import Waits, waits_of
from sidamping.features.programmes import services as programmes
from sidamping.features.programmes.models import Engagement
from sidamping.features.programmes.queries import mentor_engagements
from tests.features.fieldwork.test_visit_services import codes
from tests.features.fieldwork.writing import observation_draft, plan_draft, visit_draft
from tests.features.programmes import rounds
from tests.features.programmes.rounds import Round
from tests.people import TODAY, Cast, look

SOURCE = UUID("0190e7a0-0000-7000-8000-000000000041")


@pytest.fixture
def begun(cast: Cast) -> Round:
    return rounds.begin(cast)


def visit(begun: Round, host: Engagement, now: datetime) -> UUID:
    return services.record_visit(by=look(begun.mentor), draft=visit_draft(host), on=TODAY, now=now)


def test_no_visit_before_the_induction_is_complete_b4(begun: Round, now: datetime) -> None:
    """B4: fieldwork cannot start before induction is complete."""
    host = Engagement.objects.get(pk=rounds.accepted(begun))
    assert codes(lambda: visit(begun, host, now)) == ["FIELDWORK_037"]
    assert not Visit.objects.exists()
    rounds.inducted(begun)
    visit(begun, host, now)


def test_the_induction_is_overridden_by_a_named_role_with_a_reason_b4(begun: Round, now: datetime) -> None:
    """B4: unless overridden with reason."""
    host = Engagement.objects.get(pk=rounds.accepted(begun))
    programmes.record_step(
        by=look(begun.pmo), engagement=host.pk, step="induction", done_on=visit_draft(host).visited_on, waive=True,
        override_why="Pembekalan susulan pekan depan",
    )
    visit(begun, host, now)


def test_a_visit_before_the_day_of_the_induction_is_refused(begun: Round, now: datetime) -> None:
    host = Engagement.objects.get(pk=rounds.accepted(begun))
    rounds.inducted(begun, on=TODAY)
    assert codes(lambda: visit(begun, host, now)) == ["FIELDWORK_037"]


def test_a_programme_without_the_gate_lets_visits_in(cast: Cast, now: datetime) -> None:
    services.record_visit(by=look(cast.ratna), draft=visit_draft(cast.engagement), on=TODAY, now=now)


def test_the_plan_waits_for_the_step_its_programme_names_d1(begun: Round) -> None:
    """D1: the baseline comes before the plan where the file says so; a first observation where it says that."""
    host = Engagement.objects.get(pk=rounds.accepted(begun))
    rounds.inducted(begun)
    draft = plan_draft(host)

    def plan() -> object:
        return services.plan_activity(by=look(begun.mentor), draft=draft, on=TODAY)

    assert codes(plan) == ["FIELDWORK_037"]
    for step in ("introduce_dinas", "introduce_coop", "baseline"):
        programmes.record_step(
            by=look(begun.pmo), engagement=host.pk, step=step, done_on=TODAY, override_why="Dicatat dari kertas"
        )
    plan()
    assert PlanItem.objects.filter(engagement=host).count() == 1


def test_an_observation_left_out_by_the_coordinator_opens_the_plan(cast: Cast) -> None:
    programmes.record_step(
        by=look(cast.yosef), engagement=cast.engagement.pk, step="observe", done_on=TODAY, waive=True,
        override_why="Sudah diamati pendamping lama",
    )
    services.plan_activity(by=look(cast.ratna), draft=plan_draft(cast.engagement), on=TODAY)
    assert PlanItem.objects.exists()


def waits(host: Engagement) -> Waits:
    """What the mentor's phone is told of the mentee today."""
    return waits_of(mentor_engagements(host.assignments.get().mentor_id, TODAY), TODAY)[host.pk]


def test_a_phone_is_told_beforehand_what_a_visit_waits_for_b4(begun: Round) -> None:
    host = Engagement.objects.get(pk=rounds.accepted(begun))
    wait = waits(host).visit
    assert wait and (wait.steps, wait.who) == ("Pembekalan TPKM", "Tim PMO Koperasi Modern")
    rounds.inducted(begun)
    left = waits(host)
    assert (left.visit, left.plan and left.plan.steps, left.observation) == (None, "Asesmen awal", False)


def test_a_phone_is_told_that_a_plan_waits_for_the_first_observation_d1(cast: Cast) -> None:
    assert waits(cast.engagement) == Waits(observation=True)
    services.record_observation(by=look(cast.ratna), draft=observation_draft(cast.engagement), on=TODAY)
    assert waits(cast.engagement) == Waits()
