"""Field work of a mentoring, told to its path when a gate opens (programmes/services/held.py).

As with a step marked at once, only what whoever carried the mentee that day wrote counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils import timezone

from sidamping.features.fieldwork.models import Choice, JointEvaluation, Observation, PlanItem, Presence
from sidamping.features.fieldwork.services.steps import CHOICE, EVALUATION, OBSERVATION, PLAN, VISIT
from sidamping.features.programmes.queries import assignments_of, engagement_ids
from sidamping.features.programmes.services import ACTIVITY, HeldForm
from sidamping.platform.access.viewer import Viewer

EVENTS = frozenset({VISIT, EVALUATION})
"""Activities that happen anew each time; the others find, choose or plan something that lasts."""
Row = tuple[str, date, UUID, UUID]
"""Activity, day, record, writer."""


def held_work(by: Viewer, engagement: UUID) -> tuple[HeldForm, ...]:
    """What was observed, chosen, planned, visited and evaluated; nothing for a stranger."""
    if not engagement_ids(by).filter(pk=engagement).exists():
        return ()
    stretches = assignments_of(engagement)
    return tuple(
        HeldForm(ACTIVITY, action, day, source, event=action in EVENTS)
        for action, day, source, writer in _rows(engagement)
        if any(one.mentor_id == writer and one.starts <= day and (one.ends is None or day <= one.ends)
               for one in stretches)
    )  # fmt: skip


def _rows(engagement: UUID) -> Iterator[Row]:
    mine = {"engagement_id": engagement}
    for pk, day, by in Observation.objects.filter(**mine).values_list("pk", "observed_on", "by_id"):
        yield OBSERVATION, day, pk, by
    for pk, day, by in JointEvaluation.objects.filter(**mine).values_list("pk", "held_on", "by_id"):
        yield EVALUATION, day, pk, by
    choices = Choice.objects.filter(problem__engagement_id=engagement)
    for pk, day, by in choices.values_list("pk", "chosen_on", "by_id"):
        yield CHOICE, day, pk, by
    plans = PlanItem.objects.filter(**mine, dropped_on=None)
    for pk, moment, by in plans.values_list("pk", "created_at", "mentor_id"):
        yield PLAN, moment.astimezone(timezone.get_current_timezone()).date(), pk, by
    met = Presence.objects.filter(**mine, revision__superseded_at=None)
    for pk, day, by in met.values_list("revision__visit_id", "visited_on", "revision__mentor_id"):
        yield VISIT, day, pk, by
