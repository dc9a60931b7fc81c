"""Writes a call or visit of the office with what the mentee confirmed of the mentor's visits (B10). Only added to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.fieldwork.queries import VisitLine, visits_between
from sidamping.features.oversight.models import Contact, VisitCheck
from sidamping.features.oversight.services.standing import (
    code_faults,
    day_faults,
    monitor_faults,
    seen,
    text_faults,
)
from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

LONGEST = 4000


@dataclass(frozen=True)
class Answer:
    """What the mentee said of one visit: a code of lists/check-results."""

    visit: UUID
    result: str


@dataclass(frozen=True)
class ContactDraft:
    """A call or visit as it is written down."""

    id: UUID
    engagement_id: UUID
    kind: str
    held_on: date | None
    spoke_with: str
    findings: str
    capacity: str = ""
    said: str = ""
    follow_up: str = ""
    answers: tuple[Answer, ...] = ()


@transaction.atomic
def record_contact(*, by: Viewer, draft: ContactDraft, on: date) -> UUID:
    """A call or visit, and one check for each visit that was asked about. Sent twice, it happens once."""
    card = seen(by, draft.engagement_id)
    take_turns(draft.id)
    row = _row(by, draft)
    if earlier := Contact.objects.filter(pk=draft.id).first():
        return _same(earlier, row, draft)
    visits = _visits(card, on) if draft.answers else {}
    refuse_if([*monitor_faults(by, card), *_faults(card, draft, on), *_answer_faults(draft, visits)])
    row.save(force_insert=True)
    VisitCheck.objects.bulk_create(
        VisitCheck(
            visit_id=one.visit, engagement_id=card.id, contact=row, way=draft.kind, result=one.result,
            checked_on=row.held_on, by_id=by.user_id,
        )
        for one in draft.answers
    )
    told = {"engagement": str(card.id), "kind": draft.kind, "checks": str(len(draft.answers))}
    journal.record("oversight.contact_recorded", by=by.user_id, subject=row.pk, regency=card.regency_code, **told)
    return row.pk


def _row(by: Viewer, draft: ContactDraft) -> Contact:
    row = Contact(id=draft.id, engagement_id=draft.engagement_id, kind=draft.kind, by_id=by.user_id)
    row.held_on = draft.held_on  # type: ignore[assignment]  # checked before it is saved
    for name in ("spoke_with", "capacity", "findings", "said", "follow_up"):
        setattr(row, name, getattr(draft, name).strip())
    return row


def _same(earlier: Contact, row: Contact, draft: ContactDraft) -> UUID:
    names = ("engagement_id", "kind", "held_on", "spoke_with", "capacity", "findings", "said", "follow_up", "by_id")
    told = {(one.visit_id, one.result) for one in earlier.checks.all()}
    if told != {(one.visit, one.result) for one in draft.answers} or any(
        getattr(earlier, name) != getattr(row, name) for name in names
    ):
        raise Refused(problem("OVERSIGHT_007", "id"))
    return earlier.pk


def _visits(card: EngagementCard, on: date) -> dict[UUID, VisitLine]:
    """Every visit to the mentee so far, asked for only when the call asks about visits."""
    found = visits_between(start=card.starts, end=max(on, card.starts), engagement_ids=[card.id])
    return {one.id: one for one in found}


def _faults(card: EngagementCard, draft: ContactDraft, on: date) -> list[Problem]:
    return [
        *code_faults("kind", _("Cara"), "monitoring-kinds", draft.kind),
        *day_faults(card, draft.held_on, on, "held_on", _("Tanggal")),
        *text_faults("spoke_with", _("Berbicara dengan"), draft.spoke_with, 120),
        *text_faults("capacity", _("Jabatan"), draft.capacity, 60, required=False),
        *text_faults("findings", _("Temuan"), draft.findings, LONGEST),
        *text_faults("said", _("Kata dampingan"), draft.said, LONGEST, required=False),
        *text_faults("follow_up", _("Tindak lanjut"), draft.follow_up, LONGEST, required=False),
    ]


def _answer_faults(draft: ContactDraft, visits: dict[UUID, VisitLine]) -> list[Problem]:
    faults: list[Problem] = []
    asked: set[UUID] = set()
    for one in draft.answers:
        faults += code_faults(f"visit-{one.visit}", _("Jawaban"), "check-results", one.result)
        if one.visit not in visits or one.visit in asked:
            faults.append(problem("OVERSIGHT_005", f"visit-{one.visit}", seen=str(one.visit)[-8:]))
        elif draft.held_on is not None and visits[one.visit].visited_on > draft.held_on:
            told = {"visited": visits[one.visit].visited_on, "day": draft.held_on}
            faults.append(problem("OVERSIGHT_006", f"visit-{one.visit}", **told))
        asked.add(one.visit)
    return faults
