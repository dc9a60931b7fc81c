"""Steps done by something else than a hand on the path: by field work, by an assessment, a deliverable or a letter.

A step whose gate is shut, which is not needed or was done already is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from uuid import UUID

from sidamping.domain.problems import Refused
from sidamping.features.programmes.models import Path, StepRecord
from sidamping.features.programmes.services.steps import open_steps, record_step
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme
from sidamping.rules.programme_forms import Step

Held = Collection[tuple[str, str]]
"""Forms that are there: name and purpose, for instance ('modern-coop', 'baseline')."""
QUIET = frozenset({"PROGRAMMES_010", "PROGRAMMES_012", "PROGRAMMES_024", "PROGRAMMES_068"})
"""What leaves a step to the people: outside the mentoring's days, gate shut, not needed, done already."""


def step_done(*, by: Viewer, engagement: UUID, action: str, done_on: date, source_id: UUID) -> None:
    """For reactions: record the steps the action marks, once each; a step whose gate is shut is left for the people."""
    path = Path.objects.get(engagement=engagement)
    _mark(by, path, lambda step: step.marked_by == action, done_on, source_id)


def forms_done(*, by: Viewer, engagement: UUID, kind: str, held: Held, on: date, source_id: UUID) -> tuple[str, ...]:
    """Record every open step whose forms of that kind are all there; says which steps that were."""
    path = Path.objects.get(engagement=engagement)
    return _mark(by, path, lambda step: _complete(step, kind, held), on, source_id)


def _mark(
    by: Viewer, path: Path, wanted: Callable[[Step], bool], on: date, source_id: UUID
) -> tuple[str, ...]:
    asked = [step.code for step in pinned_programme(path.pinned).steps_of(path.subject) if wanted(step)]
    if not asked or _all_done(path, asked):
        return ()
    free = open_steps(path, on)
    return tuple(code for code in asked if code in free and _recorded(by, path, code, on, source_id))


def _all_done(path: Path, asked: list[str]) -> bool:
    """Whether every one of the steps is on the path already: the frequent case, answered with one question."""
    rows = StepRecord.objects.filter(path=path, step__in=asked, outcome="", taken_back_by__isnull=True)
    done = rows.exclude(kind=StepRecord.Kind.REVERSED).values_list("step", flat=True)
    return set(asked) <= set(done)


def _recorded(by: Viewer, path: Path, step: str, on: date, source_id: UUID) -> bool:
    try:
        record_step(by=by, path=path.pk, step=step, done_on=on, source_id=source_id, trusted=True)
    except Refused as refused:
        if set(refused.codes) - QUIET:
            raise
        return False
    return True


def _complete(step: Step, kind: str, held: Held) -> bool:
    asked = [use for use in step.forms if use.kind == kind]
    return bool(asked) and all(
        any(name == use.name and (not use.purpose or purpose == use.purpose) for name, purpose in held)
        for use in asked
    )
