"""E20: a form accepted while the gate of its step is shut does the step once the gate opens, once."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.features.programmes import services
from sidamping.features.programmes.models import StepRecord
from sidamping.platform.access.viewer import Viewer
from tests import people
from tests.features.outcomes.stage import GENERAL, STARTS, Stage, accepted, decided, mark, modern, walk
from tests.people import Cast

AS_OF = date(2026, 8, 1)
ACCEPTED_ON = date(2026, 11, 5)
"""The day of the reviews and decisions of the stage."""


@pytest.fixture
def stage(cast: Cast) -> Stage:
    """Before the introduction to the cooperative, on which the baseline waits."""
    found = modern(cast)
    walk(found, "introduce_coop", STARTS)
    return found


def introduced(stage: Stage, by: Viewer | None = None, on: date = date(2026, 3, 9)) -> None:
    services.record_step(
        by=by or stage.pmo(), engagement=stage.id, step="introduce_coop", done_on=on, trusted=True,
    )


def done(stage: Stage, *steps: str) -> dict[str, tuple[date, object]]:
    rows = StepRecord.objects.filter(path=stage.engagement.path, step__in=steps)
    assert rows.count() == len({row.step for row in rows})
    return {row.step: (row.done_on, row.source_id) for row in rows}


def test_a_baseline_decided_before_its_gate_opens_marks_its_step_when_it_does(stage: Stage) -> None:
    round_ = decided(stage, "modern-coop", "baseline", AS_OF)
    assert done(stage, "baseline") == {}
    introduced(stage)
    assert done(stage, "baseline") == {"baseline": (ACCEPTED_ON, round_)}


def test_each_step_that_is_done_so_looks_again_at_those_behind_it(stage: Stage) -> None:
    decided(stage, "modern-coop", "baseline", AS_OF)
    decided(stage, "midterm-three-party", "midterm", AS_OF)
    accepted(stage, *GENERAL)
    introduced(stage)
    assert set(done(stage, "baseline", "general_outputs", "midterm_three", "midterm_confirm", "final")) == {
        "baseline", "general_outputs", "midterm_three",
    }


def test_it_is_marked_no_earlier_than_the_last_step_before_it(stage: Stage) -> None:
    decided(stage, "modern-coop", "baseline", AS_OF)
    later = date(2026, 12, 1)
    introduced(stage, stage.pmo(later), later)
    assert done(stage, "baseline")["baseline"][0] == later


def test_sent_twice_or_looked_at_again_it_is_marked_once(stage: Stage) -> None:
    decided(stage, "modern-coop", "baseline", AS_OF)
    introduced(stage)
    introduced(stage)
    mark(stage, "other_aspects")
    assert StepRecord.objects.filter(path=stage.engagement.path, step="baseline").count() == 1


def test_what_is_still_missing_leaves_the_step_open(stage: Stage) -> None:
    decided(stage, "modern-coop", "baseline", AS_OF)
    accepted(stage, *GENERAL[:-1])
    introduced(stage)
    assert set(done(stage, "baseline", "general_outputs")) == {"baseline"}


def test_a_form_decided_after_the_day_of_looking_waits(stage: Stage) -> None:
    decided(stage, "modern-coop", "baseline", AS_OF)
    before = date(2026, 10, 1)
    introduced(stage, stage.pmo(before), before)
    assert done(stage, "baseline") == {}


def test_a_gate_that_was_shut_again_and_reopened_lets_the_works_through(cast: Cast) -> None:
    stage = modern(cast)
    walk(stage, "general_outputs", STARTS)
    accepted(stage, *GENERAL)
    assert done(stage, "general_outputs") == {}
    services.take_back(
        by=stage.pmo(), record=StepRecord.objects.get(path=stage.engagement.path, step="baseline").pk,
        why="Salah tanggal", on=people.TODAY, trusted=True,
    )
    services.record_step(
        by=stage.pmo(), engagement=stage.id, step="baseline", done_on=people.TODAY, trusted=True,
        source_id=stage.id,
    )
    assert set(done(stage, "general_outputs")) == {"general_outputs"}
