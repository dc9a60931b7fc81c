"""The graduation explainer and the verdict of people on it (B11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from sidamping.domain.problems import Refused
from sidamping.features.fieldwork.models import FollowUp
from sidamping.features.letters.models import Letter
from sidamping.features.outcomes import queries, services
from sidamping.features.outcomes.models import Judgement
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.database.ids import uuid7
from tests.features.outcomes.stage import (
    GENERAL,
    Stage,
    accepted,
    decided,
    determined,
    evaluated,
    modern,
    paired,
    walk,
)
from tests.people import Cast

CRITERIA = "modern-coop/2024-10-10"
DAY = date(2026, 8, 20)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return modern(cast)


def ripe(stage: Stage) -> None:
    """Everything the programme asks for: 30 + 20 + 20 + 10 + 5 + 15 = 100 points."""
    determined(stage)
    accepted(stage, *GENERAL, "marketing-strategy")
    paired(stage)
    evaluated(stage)
    draft = services.InterventionDraft(uuid7(), stage.id, "training", date(2026, 6, 1), "Dinas Perdagangan")
    services.add_intervention(by=stage.mentor(), draft=draft)


def verdict(stage: Stage, **changed: Any) -> Any:
    told = {"by": stage.pmo(), "id": uuid7(), "engagement": stage.id, "verdict": "graduate", "criteria": CRITERIA}
    return services.decide_verdict(**{**told, "on": DAY, **changed})


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.codes


def promise(stage: Stage) -> None:
    FollowUp.objects.create(
        engagement=stage.engagement, text="Kirim contoh ke pembeli", owner_side="mentor", owner_name="Ratna",
        due=date(2026, 9, 1), by=stage.cast.ratna,
    )


def test_the_explainer_tells_seen_needed_and_the_smallest_set_of_steps(stage: Stage) -> None:
    determined(stage)
    accepted(stage, "pos", "bmc", "swot", "marketing-strategy")
    found = queries.graduation_of(stage.pmo(), stage.id)
    assert found is not None and not found.ready
    seen = {one.code: (one.seen, one.holds) for one in found.lines}
    assert seen == {
        "general": (3, False), "theme": (1, True), "pair": (0, False), "evaluation": (0, False),
        "interventions": (0, False), "criteria": (None, False), "follow_ups": (0, True),
    }
    assert found.explained.points == 20
    # must: general (2 steps) and pair (1); 20 + 30 + 20 = 70 of 80, so 10 more: the evaluation, one step.
    assert [one.code for one in found.smallest] == ["general", "pair", "evaluation"]
    assert found.explained.steps_left == 4


def test_a_final_on_another_version_makes_no_pair(stage: Stage) -> None:
    first = decided(stage, "modern-coop", "baseline", date(2026, 4, 1), version=-2)
    decided(stage, "modern-coop", "final", date(2026, 8, 3), pair=first)
    found = queries.graduation_of(stage.pmo(), stage.id)
    assert found is not None and found.seen.pair is None and found.seen.counts["criteria_met"] is None


def test_all_conditions_hold_and_the_verdict_issues_its_letter_once(stage: Stage) -> None:
    ripe(stage)
    walk(stage, "verdict")
    found = queries.graduation_of(stage.pmo(), stage.id)
    assert found is not None and found.ready and found.explained.points == 100
    id = uuid7()
    assert verdict(stage, id=id) == verdict(stage, id=id) == id
    letter = Letter.objects.get(kind="graduation")
    assert letter.engagement_id == stage.id and "Merah Putih" in str(letter.content)
    card = queries.verdict_on(_card(stage))
    assert card is not None and card.graduates and card.criteria == CRITERIA and card.explained["points"] == 100
    assert codes(lambda: verdict(stage)) == ["OUTCOMES_009"]


def test_a_verdict_that_differs_gives_its_reason_and_names_the_criteria(stage: Stage) -> None:
    walk(stage, "verdict")
    assert codes(lambda: verdict(stage, criteria="")) == ["PROGRAMMES_036", "PROGRAMMES_037"]
    assert codes(lambda: verdict(stage, criteria="modern-coop/1999-01-01", reason="x")) == ["OUTCOMES_008"]
    assert codes(lambda: verdict(stage, verdict="maybe")) == ["OUTCOMES_008"]


def test_only_who_the_programme_names_decides(stage: Stage) -> None:
    ripe(stage)
    walk(stage, "verdict")
    assert codes(lambda: verdict(stage, by=stage.mentor())) == ["PROGRAMMES_035"]
    stranger = {"by": stage.pmo(), "id": uuid7(), "engagement": uuid7(), "verdict": "graduate", "criteria": CRITERIA}
    assert codes(lambda: services.decide_verdict(**stranger, on=DAY)) == ["PROGRAMMES_001"]


def test_nobody_graduates_with_open_promises_unless_somebody_carries_them_on(stage: Stage) -> None:
    ripe(stage)
    walk(stage, "verdict")
    promise(stage)
    assert codes(lambda: verdict(stage)) == ["PROGRAMMES_037", "PROGRAMMES_054"]
    verdict(stage, carried_by="Dinas Koperasi Kabupaten Kupang")
    kept = Judgement.objects.get(kind="verdict")
    assert kept.carried_by == "Dinas Koperasi Kabupaten Kupang"


def test_a_later_verdict_may_follow_one_of_not_yet(stage: Stage) -> None:
    walk(stage, "verdict")
    verdict(stage, verdict="not_yet")
    assert not Letter.objects.filter(kind="graduation").exists()
    ripe_later = date(2026, 10, 1)
    ripe_without_step(stage)
    verdict(stage, on=ripe_later)
    numbers = [(one.number, one.verdict) for one in queries.judgements_of(_card(stage), "verdict")]
    assert numbers == [(2, "graduate"), (1, "not_yet")]
    stop = next(one for one in _card(stage).path if one.code == "verdict")
    assert (stop.state, stop.outcome) == ("done", "graduate")


def ripe_without_step(stage: Stage) -> None:
    accepted(stage, *GENERAL)
    paired(stage)
    evaluated(stage)
    draft = services.InterventionDraft(uuid7(), stage.id, "market", date(2026, 6, 1), "Pasar Oeba")
    services.add_intervention(by=stage.mentor(), draft=draft)


def test_the_result_waits_for_presentation_evaluation_and_the_copy(stage: Stage) -> None:
    walk(stage, "presentation")
    told = {"by": stage.pmo(), "id": uuid7(), "engagement": stage.id, "summary": "Pasar bertambah", "on": DAY}
    assert codes(lambda: services.judge_result(**told)) == ["PROGRAMMES_012"]
    assert not Judgement.objects.exists()
    walk(stage, "result")
    services.judge_result(**told)
    assert codes(lambda: services.judge_result(**{**told, "id": uuid7()})) == ["OUTCOMES_018"]


def test_the_database_keeps_what_was_judged(stage: Stage) -> None:
    walk(stage, "verdict")
    verdict(stage, verdict="not_yet")
    with pytest.raises(DatabaseError), transaction.atomic():
        Judgement.objects.update(verdict="graduate")


def _card(stage: Stage) -> Any:
    return engagement_card(stage.pmo(), stage.id)
