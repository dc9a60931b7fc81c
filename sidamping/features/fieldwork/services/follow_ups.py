"""Writes what was promised: add with owner and due date, close with a note. Never deleted, never reopened."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from sidamping.domain.fieldwork import FollowUpDraft, check_follow_up
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.fieldwork.models import FollowUp, Presence, Problem
from sidamping.features.fieldwork.queries.vocabulary import LABELS, vocabulary
from sidamping.features.fieldwork.services.arrivals import is_new
from sidamping.features.fieldwork.services.standing import carried_or_own
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal


@transaction.atomic
def add_follow_up(
    *, by: Viewer, draft: FollowUpDraft, on: date, visit_id: UUID | None = None, problem_id: UUID | None = None
) -> UUID:
    """A promise made after the visit or about a problem."""
    if not is_new(draft.id, "follow-up", by, draft):
        return draft.id
    card = carried_or_own(by, draft.engagement_id, on)
    faults = check_follow_up(draft, vocabulary=vocabulary(), earliest=on)
    if visit_id and not Presence.objects.filter(revision__visit_id=visit_id, engagement_id=card.id).exists():
        faults.append(problem("FIELDWORK_011", "engagement_id", text=draft.text))
    if problem_id and not Problem.objects.filter(pk=problem_id, engagement_id=card.id).exists():
        faults.append(problem("FIELDWORK_034", "problem_id"))
    refuse_if(faults)
    FollowUp.objects.create(
        id=draft.id, engagement_id=card.id, visit_id=visit_id, problem_id=problem_id, text=draft.text.strip(),
        owner_side=draft.owner_side, owner_name=draft.owner_name.strip(), due=draft.due, by_id=by.user_id,
    )
    journal.record(
        "fieldwork.follow_up_added", by=by.user_id, subject=draft.id, regency=card.regency_code,
        engagement=str(card.id), due=draft.due.isoformat(),
    )
    return draft.id


@transaction.atomic
def close_follow_up(*, by: Viewer, follow_up_id: UUID, note: str, on: date) -> UUID:
    """Done, with a note of how. The same note again is a success; another note is refused.

    Of a promise that was exchanged, the one in its place is done.
    """
    row = promise_in_force(follow_up_id)
    if row is None:
        raise Refused(problem("FIELDWORK_035", "id"))
    card = carried_or_own(by, row.engagement_id, on)
    said = note.strip()
    if row.closed_on and row.closed_note == said:
        return row.pk
    refuse_kept(row)
    if not said:
        raise Refused(problem("GENERAL_001", "closed_note", label=LABELS["closed_note"]))
    if len(said) > 240:
        raise Refused(problem("FIELDWORK_001", "closed_note", label=LABELS["closed_note"], length=len(said), limit=240))
    row.closed_on, row.closed_note = on, said
    row.save(update_fields=["closed_on", "closed_note"])
    journal.record(
        "fieldwork.follow_up_closed", by=by.user_id, subject=row.pk, regency=card.regency_code, why=said,
        engagement=str(card.id),
    )
    return row.pk


def promise_in_force(id: UUID) -> FollowUp | None:
    """The promise, locked, or the one that came into its place."""
    row = FollowUp.objects.select_for_update().filter(pk=id).first()
    while row is not None and row.replaced_by_id is not None:
        row = FollowUp.objects.select_for_update().get(pk=row.replaced_by_id)
    return row


def refuse_kept(row: FollowUp) -> None:
    """What was kept is told once and stays."""
    if row.closed_on:
        raise Refused(problem("FIELDWORK_031", "closed_note", day=row.closed_on, note=row.closed_note))
