"""Proposals of new schedules for a loan: the one that waits, and those that were decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sidamping.features.books import queries as books
from sidamping.features.loans.models import Proposal
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class ProposalLine:
    """A proposal with who asked and who decided; `agreed` is None while it waits."""

    id: UUID
    months: int
    method: str
    first_due: date
    why: str
    asked_by: str
    mine: bool
    agreed: bool | None
    said: str
    decided_by: str
    decided_at: datetime | None


def proposals(viewer: Viewer, loan: UUID) -> tuple[ProposalLine, ...]:
    """The proposals of a loan, the newest first; nothing for a stranger."""
    rows = Proposal.objects.filter(loan_id=loan, loan__book__in=books.readable_by_name(viewer))
    return tuple(
        ProposalLine(
            row.pk, row.months, row.method, row.first_due, row.why, str(row.asked_by),
            row.asked_by_id == viewer.user_id, row.agreed, row.said, str(row.decided_by or ""), row.decided_at,
        )
        for row in rows.select_related("asked_by", "decided_by").order_by("-asked_at", "-id")
    )  # fmt: skip


def loan_of_proposal(id: UUID) -> UUID | None:
    """The loan a proposal belongs to; None for none."""
    return Proposal.objects.filter(pk=id).values_list("loan_id", flat=True).first()
