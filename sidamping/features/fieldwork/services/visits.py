"""Writes the logbook: a visit is born once, a correction adds a revision and keeps the old one readable (F1, F2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from sidamping.domain.fieldwork import VisitDraft, check_visit, overlapping
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.fieldwork.models import FollowUp, PlanItem, Presence, Visit, VisitRevision
from sidamping.features.fieldwork.queries import taken_on
from sidamping.features.fieldwork.queries.vocabulary import LABELS, vocabulary
from sidamping.features.fieldwork.services import steps
from sidamping.features.fieldwork.services.arrivals import is_new
from sidamping.features.fieldwork.services.handing import material_faults, write_deliveries
from sidamping.features.fieldwork.services.standing import not_carried
from sidamping.features.programmes.queries import Mentored, carried_by_mentor, engagement_card
from sidamping.features.programmes.services import hold_engagements
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import broken_guard, take_turns
from sidamping.platform.territory.models import Level
from sidamping.platform.territory.picker import area_fault
from sidamping.platform.territory.queries import known_villages

OVERLAP = "visit_no_overlap"
PROMISE_ONCE = "fieldwork_followup_pkey"


@dataclass(frozen=True)
class _Change:
    """What arrives with a revision; its fingerprint covers the reason and the version it was written against."""

    draft: VisitDraft
    seen: UUID
    reason: str


def record_visit(*, by: Viewer, draft: VisitDraft, on: date, now: datetime) -> UUID:
    """A new logbook entry with its follow-ups; sent twice it is kept once. All faults at once."""
    with _told_kindly(by, draft), transaction.atomic():
        if not is_new(draft.id, "visit", by, draft):
            return draft.id
        take_turns(by.user_id)
        met = _checked(by, draft, on, material_faults(by, draft))
        Visit.objects.create(id=draft.id, mentor_id=by.user_id, programme=met[0].programme, regency=met[0].regency)
        _write_revision(by, draft, met[0], number=1)
        _write_follow_ups(by, draft)
        journal.record(
            "fieldwork.visit_recorded", by=by.user_id, subject=draft.id, regency=met[0].regency,
            day=draft.visited_on.isoformat(), engagements=[str(one.engagement_id) for one in draft.presences],
            recorded_at=now.isoformat(),
        )
        for card in met:
            steps.reached(by, card, steps.VISIT, draft.visited_on, draft.id)
    return draft.id


def revise_visit(
    *, by: Viewer, revision: UUID, seen: UUID, draft: VisitDraft, reason: str, on: date, now: datetime
) -> UUID:
    """A corrected state of a visit under the UUID `revision`, written against the state `seen`.

    When somebody corrected it in between, nothing is written and the writer is told.
    """
    with _told_kindly(by, draft), transaction.atomic():
        if not is_new(revision, "visit-revision", by, _Change(draft, seen, reason)):
            return revision
        take_turns(by.user_id)
        current = _current(by, draft.id, seen)
        _take_turns_about(draft, current)
        met = _checked(by, draft, on, [*_reason_faults(reason), *material_faults(by, draft, current)])
        VisitRevision.objects.filter(pk=current.pk).update(superseded_at=now)
        following = {"number": current.number + 1, "id": revision, "replaces": current, "reason": reason.strip()}
        _write_revision(by, draft, met[0], **following)
        _write_follow_ups(by, draft)
        journal.record(
            "fieldwork.visit_revised", by=by.user_id, subject=draft.id, regency=met[0].regency, why=reason.strip(),
            number=current.number + 1, revision=str(revision),
        )
    return revision


def _checked(by: Viewer, draft: VisitDraft, on: date, more: list[Problem]) -> list[Mentored]:
    """The engagements met; Refused with every fault of the draft and of its place among other records."""
    day, met = draft.visited_on, [one.engagement_id for one in draft.presences]
    carried = carried_by_mentor(by.user_id, day, met)
    faults = [*check_visit(draft, on=on, vocabulary=vocabulary()), *more]
    for one in draft.presences:
        if one.engagement_id not in carried:
            faults.append(not_carried(engagement_card(by, one.engagement_id), day, "engagements"))
        else:
            faults += steps.gate_faults(carried[one.engagement_id], steps.VISIT, day, "engagements")
    place_told = draft.village or (met and carried.keys() >= set(met))  # empty: that of who is met
    if place_told and not known_villages([draft.village]):
        faults.append(area_fault(draft.village, Level.VILLAGE, by.areas(roles.MENTOR), "village"))
    faults += _overlap(by, draft) + _plan_faults(by, draft)
    refuse_if(faults)
    return [carried[one] for one in met]


def _overlap(by: Viewer, draft: VisitDraft) -> list[Problem]:
    other = overlapping(draft, taken_on(by.user_id, draft.visited_on, draft.starts_at, draft.ends_at))
    if other is None:
        return []
    values = {"starts": f"{other.starts_at:%H.%M}", "ends": f"{other.ends_at:%H.%M}", "mentee": other.mentees}
    return [problem("FIELDWORK_023", "starts_at", day=other.visited_on, **values)]


def _plan_faults(by: Viewer, draft: VisitDraft) -> list[Problem]:
    if draft.plan_item is None:
        return []
    met = [one.engagement_id for one in draft.presences]
    fitting = PlanItem.objects.filter(pk=draft.plan_item, mentor_id=by.user_id, engagement_id__in=met)
    return [] if fitting.filter(dropped_on=None).exists() else [problem("FIELDWORK_032", "plan_item")]


def _reason_faults(reason: str) -> tuple[Problem, ...]:
    if not reason.strip():
        return (problem("GENERAL_001", "reason", label=LABELS["reason"]),)
    if len(reason) > 240:
        return (problem("FIELDWORK_001", "reason", label=LABELS["reason"], length=len(reason), limit=240),)
    return ()


def _current(by: Viewer, visit_id: UUID, seen: UUID) -> VisitRevision:
    row = VisitRevision.objects.select_related("by").filter(visit_id=visit_id, superseded_at=None).first()
    if row is None or row.mentor_id != by.user_id:
        raise Refused(problem("FIELDWORK_026", "id"))
    if row.pk != seen:
        at = row.created_at.astimezone(timezone.get_current_timezone())
        raise Refused(problem("FIELDWORK_025", "seen", name=row.by, at=at))
    return row


def _take_turns_about(draft: VisitDraft, current: VisitRevision) -> None:
    """Everybody met before or now at once: the summary is counted for the old state first, then for the new one."""
    before = current.presences.values_list("engagement_id", flat=True)
    hold_engagements([*before, *(one.engagement_id for one in draft.presences)])


def _write_revision(by: Viewer, draft: VisitDraft, met: Mentored, **of_revision: Any) -> None:
    plain = (
        "visited_on", "starts_at", "ends_at", "mode", "place", "latitude", "longitude", "accuracy_m", "activity",
        "purpose", "material", "result", "obstacles", "advice", "cost", "remarks", "source",
    )
    row = VisitRevision.objects.create(
        visit_id=draft.id, mentor_id=by.user_id, by_id=by.user_id, regency=met.regency,
        village_id=draft.village, plan_item_id=draft.plan_item, topics=list(draft.topics), roles=list(draft.roles),
        **{name: getattr(draft, name) for name in plain}, **of_revision,
    )
    Presence.objects.bulk_create(
        Presence(
            revision=row, engagement_id=one.engagement_id, visited_on=draft.visited_on,
            attendees=list(one.attendees), headcount=one.counted,
        )
        for one in draft.presences
    )
    write_deliveries(by, draft, row)


def _write_follow_ups(by: Viewer, draft: VisitDraft) -> None:
    """The promises that the visit does not hold yet; what was promised before stays as it was written."""
    held = set(FollowUp.objects.filter(visit=draft.id).values_list("pk", flat=True)) if draft.follow_ups else set()
    FollowUp.objects.bulk_create(
        FollowUp(
            id=one.id, engagement_id=one.engagement_id, visit_id=draft.id, text=one.text, owner_side=one.owner_side,
            owner_name=one.owner_name, due=one.due, by_id=by.user_id,
        )
        for one in draft.follow_ups if one.id not in held
    )


@contextmanager
def _told_kindly(by: Viewer, draft: VisitDraft) -> Iterator[None]:
    """The database's own refusal of an overlap, as the same message that the check gives; or of a promise whose id
    another one has."""
    try:
        yield
    except IntegrityError as error:
        guard = broken_guard(error)
        if guard == PROMISE_ONCE:
            raise Refused(problem("FIELDWORK_024", "follow_ups")) from None
        if guard != OVERLAP:
            raise
        raise Refused(_overlap(by, draft)) from None
