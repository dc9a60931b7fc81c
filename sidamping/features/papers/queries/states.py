"""The acts on revisions in order. The last act of the newest revision is the state of a paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from sidamping.domain.papers.states import DRAFT, RETURNED
from sidamping.features.papers.models import Act, Paper, Revision


@dataclass(frozen=True)
class ActLine:
    """One act as shown: what, by whom, when, with which remark; who wrote down a signature on paper, and its day."""

    revision: int
    ordinal: int
    action: str
    role: str
    name: str
    nip: str
    by: UUID
    at: datetime
    remark: str
    signed_on: date | None = None
    recorded_by: str = ""


def acts_by_revision(revisions: Iterable[UUID]) -> dict[UUID, list[ActLine]]:
    """Every act on the given revisions, by revision, in order."""
    found: dict[UUID, list[ActLine]] = {}
    rows = Act.objects.filter(revision_id__in=list(revisions)).select_related("revision", "by").order_by("ordinal")
    for row in rows:
        found.setdefault(row.revision_id, []).append(act_line(row))
    return found


def acts_of(paper_id: UUID) -> tuple[ActLine, ...]:
    """Every act on a paper, oldest first."""
    rows = Act.objects.filter(revision__paper_id=paper_id).select_related("revision", "by")
    return tuple(act_line(row) for row in rows.order_by("revision__number", "ordinal"))


def remarks_of(paper_ids: Iterable[UUID]) -> dict[UUID, str]:
    """What was last said about each paper, when it was returned. Unscoped."""
    rows = Act.objects.filter(revision__paper__in=list(paper_ids), action=RETURNED).order_by("at")
    return dict(rows.values_list("revision__paper_id", "remark"))


def newest_revision(paper_id: UUID) -> Revision | None:
    return Revision.objects.filter(paper_id=paper_id).order_by("-number").first()


def state_of(paper: Paper) -> str:
    """The state of one paper; 'draft' before its first submission."""
    last = Act.objects.filter(revision__paper=paper).order_by("-revision__number", "-ordinal").first()
    return last.action if last else DRAFT


def handed_on(row: Any) -> date | None:
    """The day by which a paper is on time, of an annotated row: of its first submission, or of the first seal on
    exactly that content, whatever the signer's capacity, where that came earlier. None if never handed in."""
    if row.first_submitted_at is None:
        return None
    day = day_of(row.first_submitted_at)
    return min(day, row.sealed_on) if row.sealed_on else day


def day_of(moment: datetime) -> date:
    """The office's local day of a moment."""
    return moment.astimezone(timezone.get_current_timezone()).date()


def act_line(row: Act) -> ActLine:
    return ActLine(
        row.revision.number, row.ordinal, row.action, row.role, row.signer_name, row.signer_nip, row.by_id, row.at,
        row.remark, row.signed_on, str(row.by) if row.signed_on else "",
    )
