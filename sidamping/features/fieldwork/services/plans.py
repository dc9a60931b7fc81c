"""Writes the work plan (A6): plan, change, drop. What changed stands in the activity rows; nothing is deleted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from sidamping.domain import fieldwork
from sidamping.domain.fieldwork import PlanDraft
from sidamping.domain.problems import Problem as Fault
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.fieldwork.models import Observation, PlanItem, Problem, VisitRevision
from sidamping.features.fieldwork.queries.vocabulary import LABELS, vocabulary
from sidamping.features.fieldwork.services import steps
from sidamping.features.fieldwork.services.arrivals import is_new
from sidamping.features.fieldwork.services.standing import not_carried
from sidamping.features.programmes.queries import EngagementCard, carried_by, engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal

CHANGEABLE = (
    "planned_on", "concern", "activity", "purpose", "target", "method", "place", "problem_id", "starts_at", "minutes",
    "agreed_by",
)


@dataclass(frozen=True)
class _Repeated:
    """What arrives: the activity and how it repeats."""

    draft: PlanDraft
    repeat: str
    until: date | None


@transaction.atomic
def plan_activity(
    *, by: Viewer, draft: PlanDraft, on: date, repeat: str = "", until: date | None = None
) -> tuple[UUID, ...]:
    """One planned activity, or one per week or month until a day; the first bears the draft's id."""
    days = fieldwork.repeated_days(draft.planned_on, repeat, until)
    ids = tuple(draft.id if number == 0 else uuid5(draft.id, day.isoformat()) for number, day in enumerate(days))
    if not is_new(draft.id, "plan", by, _Repeated(draft, repeat, until)):
        return ids
    card = engagement_card(by, draft.engagement_id, walked=False)
    repetition = fieldwork.repeat_faults(draft.planned_on, repeat, until)
    refuse_if([*_faults(by, draft, card, () if repetition else days, on), *repetition])
    PlanItem.objects.bulk_create(
        PlanItem(id=id, engagement_id=draft.engagement_id, mentor_id=by.user_id, **{**_cells(draft), "planned_on": day})
        for id, day in zip(ids, days, strict=True)
    )
    _tell("activity_planned", by, draft.id, card, days=[day.isoformat() for day in days])
    if card is not None:
        steps.reached(by, card, steps.PLAN, on, draft.id)
    return ids


@transaction.atomic
def change_plan_item(*, by: Viewer, seen: int, draft: PlanDraft, reason: str = "", on: date) -> UUID:
    """New content for the item `draft.id`, written against the count of changes `seen`; the old goes to the trail."""
    row = _own(by, draft.id)
    if row.revised != seen:
        raise Refused(problem("GENERAL_003", "seen"))
    kept = replace(draft, engagement_id=row.engagement_id)
    card = engagement_card(by, row.engagement_id, walked=False)
    refuse_if([*_frozen(row), *_faults(by, kept, card, (kept.planned_on,), on)])
    cells = _cells(kept)
    changes = {name: [_plain(getattr(row, name)), _plain(cells[name])] for name in CHANGEABLE
               if getattr(row, name) != cells[name]}
    if not changes:
        return row.pk
    for name in CHANGEABLE:
        setattr(row, name, cells[name])
    row.revised += 1
    row.save()
    _tell("plan_changed", by, row.pk, card, why=reason.strip(), changes=changes)
    return row.pk


@transaction.atomic
def drop_plan_item(*, by: Viewer, item_id: UUID, reason: str, on: date) -> UUID:
    """The activity will not take place; it stays readable with its reason. Twice is once."""
    row = _own(by, item_id)
    if row.dropped_on and row.dropped_why == reason.strip():
        return row.pk
    faults = _frozen(row)
    if not reason.strip():
        faults.append(problem("GENERAL_001", "reason", label=LABELS["reason"]))
    elif len(reason) > 240:
        faults.append(problem("FIELDWORK_001", "reason", label=LABELS["reason"], length=len(reason), limit=240))
    refuse_if(faults)
    row.dropped_on, row.dropped_why = on, reason.strip()
    row.revised += 1
    row.save()
    _tell("plan_dropped", by, row.pk, engagement_card(by, row.engagement_id, walked=False), why=reason.strip())
    return row.pk


def _faults(
    by: Viewer, draft: PlanDraft, card: EngagementCard | None, days: tuple[date, ...], on: date
) -> list[Fault]:
    observed = Observation.objects.filter(engagement_id=draft.engagement_id).exists()
    gate = steps.gate_faults(card, steps.PLAN, on, "engagement_id", observed=observed) if card else []
    seen = observed or card is None or not steps.waits_for_observation(card, on)
    faults = [*fieldwork.check_plan(draft, observed=seen, vocabulary=vocabulary()), *(gate if seen else [])]
    for day in days or (draft.planned_on,):
        if card is None or not carried_by(draft.engagement_id, by.user_id, day):
            faults.append(not_carried(card, day, "planned_on"))
            break
    if draft.problem_id and not Problem.objects.filter(pk=draft.problem_id, engagement_id=draft.engagement_id).exists():
        faults.append(problem("FIELDWORK_034", "problem_id"))
    return faults


def _own(by: Viewer, item_id: UUID) -> PlanItem:
    row = PlanItem.objects.select_for_update().filter(pk=item_id, mentor_id=by.user_id).first()
    if row is None:
        raise Refused(problem("FIELDWORK_035", "id"))
    return row


def _frozen(row: PlanItem) -> list[Fault]:
    if row.dropped_on:
        return [problem("FIELDWORK_029", "id", day=row.dropped_on)]
    if VisitRevision.objects.filter(plan_item=row, superseded_at=None).exists():
        return [problem("FIELDWORK_030", "id")]
    return []


def _cells(draft: PlanDraft) -> dict[str, Any]:
    return {name: getattr(draft, name) for name in CHANGEABLE}


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int) else str(value)


def _tell(verb: str, by: Viewer, subject: UUID, card: EngagementCard | None, *, why: str = "", **data: object) -> None:
    regency = card.regency_code if card else ""
    engagement = str(card.id) if card else ""
    journal.record(
        f"fieldwork.{verb}", by=by.user_id, subject=subject, regency=regency, why=why, engagement=engagement, **data
    )
