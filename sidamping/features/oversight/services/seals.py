"""Takes in what a mentee or an officer of the cooperative signed on the mentor's phone (F1, B10).

A seal confirms and decides nothing: the acts on a paper stay those of `papers`. A wrong code is kept and confirms
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sidamping.domain.cohorts.visit_codes import read_code
from sidamping.domain.papers.canonical import digest
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.signatures import stroke_faults
from sidamping.features.fieldwork.queries import own_visit
from sidamping.features.oversight.queries.codes import matching_card, wrong_tries
from sidamping.features.oversight.services.codes import MOST_WRONG, enter_code, late_faults
from sidamping.features.oversight.services.standing import code_faults, text_faults
from sidamping.features.papers.queries import own_paper
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.platform.signatures.store import Sealed, keep

LONGEST_NAME = 120
CAPACITIES = "signer-capacities"


@dataclass(frozen=True)
class SealDraft:
    """What the phone says was signed: a visit or a paper, its content with the phone's hash, and how it was signed."""

    id: UUID
    content: Mapping[str, Any]
    sha256: str
    signer: str
    capacity: str
    visit: UUID | None = None
    paper: UUID | None = None
    strokes: list[Any] | None = None
    code: str = ""


@dataclass(frozen=True)
class _Subject:
    """What was sealed, whose codes count for it, where it lies; a visit has a day of its own."""

    id: UUID
    engagements: tuple[UUID, ...]
    regency: str
    day: date | None = None


@transaction.atomic
def keep_seal(*, by: Viewer, draft: SealDraft, on: date, now: datetime) -> UUID:
    """The seal, kept for good; sent twice it is kept once. All faults at once."""
    take_turns(by.user_id)
    subject, today = _subject(by, draft), now.astimezone(timezone.get_default_timezone()).date()
    refuse_if([*_content_faults(draft), *_signer_faults(draft), *_way_faults(by, draft, subject, on, today)])
    card = None if draft.strokes else _card(by, draft, subject, on, today)
    told = Sealed(
        draft.id, subject.id, draft.content, draft.signer.strip(), draft.capacity, draft.strokes or [], card
    )
    if keep(told, by=by.user_id, on=on, now=now):
        journal.record(
            "oversight.seal_kept", by=by.user_id, subject=subject.id, regency=subject.regency, seal=str(draft.id),
            sealed_on=on.isoformat(), way="drawn" if draft.strokes else "code", proven=bool(draft.strokes or card),
        )  # fmt: skip
    return draft.id


def _subject(by: Viewer, draft: SealDraft) -> _Subject:
    """The mentor's own visit, or own paper about a mentee."""
    if draft.visit and not draft.paper and (visit := own_visit(by, draft.visit)):
        met = tuple(one.engagement_id for one in visit.mentees)
        return _Subject(visit.id, met, visit.village_code[:5], visit.visited_on)
    if draft.paper and not draft.visit and (paper := own_paper(by, draft.paper)) and paper.engagement_id:
        return _Subject(paper.id, (paper.engagement_id,), paper.regency)
    raise Refused(problem("SIGNATURES_007", "paper" if draft.paper else "visit"))


def _content_faults(draft: SealDraft) -> list[Problem]:
    try:
        known = digest(draft.content)
    except TypeError:
        return [problem("SIGNATURES_002", "content")]
    if draft.sha256 == known:
        return []
    return [problem("SIGNATURES_001", "sha256", seen=draft.sha256[:12], known=known[:12])]


def _signer_faults(draft: SealDraft) -> list[Problem]:
    return [
        *text_faults("signer", _("Nama penanda tangan"), draft.signer, LONGEST_NAME),
        *code_faults("capacity", _("Jabatan penanda tangan"), CAPACITIES, draft.capacity),
    ]


def _way_faults(by: Viewer, draft: SealDraft, subject: _Subject, on: date, today: date) -> list[Problem]:
    """Drawn or by code, never both; no code too late for its visit, no more guesses than a day of the server allows."""
    if (draft.strokes is None) == (not draft.code.strip()):
        return [problem("SIGNATURES_006", "strokes")]
    if draft.strokes is not None:
        return stroke_faults(draft.strokes)
    if read_code(draft.code) is None:
        return [problem("OVERSIGHT_019", "code", seen=draft.code.strip()[:20])]
    if faults := late_faults(subject.day or on, on):
        return faults
    wrong = wrong_tries(by.user_id, today, draft.id)
    return [problem("OVERSIGHT_020", "code", most=MOST_WRONG)] if wrong >= MOST_WRONG else []


def _card(by: Viewer, draft: SealDraft, subject: _Subject, on: date, today: date) -> UUID | None:
    """The card whose code this is, for a visit of its day, for a paper of the day it was signed; None for a wrong one.

    A right code for a visit agrees to it, as when it is typed on the page.
    """
    card = matching_card(subject.engagements, str(read_code(draft.code)), subject.day or on)
    if card and draft.visit:
        enter_code(by=by, id=draft.id, visit=subject.id, typed=draft.code, on=on, tried_on=today)
    return card
