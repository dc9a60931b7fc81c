"""Steps done by something else than a hand on the path: by field work, by an assessment, a deliverable or a letter.

A step whose gate is shut, which is not needed or was done already is left as it is; when its gate opens, steps.py looks
again (held.py).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sidamping.features.programmes.models import Path
from sidamping.features.programmes.queries.records import all_stand
from sidamping.features.programmes.services.held import Held, complete
from sidamping.features.programmes.services.steps import open_steps, record_quietly
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme
from sidamping.rules.programme_forms import Step


def step_done(*, by: Viewer, engagement: UUID, action: str, done_on: date, source_id: UUID) -> None:
    """For reactions: record the steps the action marks, once each; a step whose gate is shut is left for the people."""
    _mark(by, engagement, lambda step: step.marked_by == action, done_on, source_id)


def forms_done(*, by: Viewer, engagement: UUID, kind: str, held: Held, on: date, source_id: UUID) -> tuple[str, ...]:
    """Record every open step whose forms of that kind are all there; says which steps that were."""
    return _mark(by, engagement, lambda step: complete(step, kind, held), on, source_id)


def _mark(
    by: Viewer, engagement: UUID, wanted: Callable[[Step], bool], on: date, source_id: UUID
) -> tuple[str, ...]:
    path = Path.objects.get(engagement=engagement)
    asked = [step.code for step in pinned_programme(path.pinned).steps_of(path.subject) if wanted(step)]
    if not asked or all_stand(engagement, asked):  # done already: the frequent case
        return ()
    free = open_steps(path, on)
    return tuple(code for code in asked if code in free and record_quietly(by, path, code, on, source_id))
