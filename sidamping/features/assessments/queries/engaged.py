"""Decided rounds that belong to one mentoring: about its mentee, or about its mentors as the mentee sees them (B11).

Unscoped: for features above that judge the outcome of a mentoring and have scoped already.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from sidamping.features.assessments.models import Assessment
from sidamping.features.assessments.queries.heads import number, with_result
from sidamping.features.assessments.queries.lines import DECIDED
from sidamping.features.assessments.queries.scope import with_state
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment


@dataclass(frozen=True)
class DecidedRound:
    """A decided round: which instrument in which version, for what, with which total; `pair_id` is its baseline."""

    id: UUID
    instrument: str
    version: str
    sha256: str
    purpose: str
    as_of: date
    mentor_id: UUID | None
    pair_id: UUID | None
    simulated: bool
    total: Decimal | None


def decided_rounds(
    *, party: UUID, mentors: Collection[UUID], start: date, end: date | None = None
) -> tuple[DecidedRound, ...]:
    """Rounds about the party, and those about its mentors that the party's own chair opened, as of the days given.

    Of a confirmation by the cooperative (opened by an office) nothing tells which mentee it was about; it counts for
    every mentee of that mentor.
    """
    chairs = Appointment.objects.filter(role=roles.CHAIR, subject_id=party).values("user_id")
    others = Appointment.objects.filter(role=roles.CHAIR).exclude(subject_id=party).values("user_id")
    mentored = Q(mentor__in=list(mentors)) & (Q(opened_by__in=chairs) | ~Q(opened_by__in=others))
    rows = with_state(Assessment.objects.filter(Q(party=party) | mentored, as_of__gte=start)).filter(state=DECIDED)
    rows = rows.filter(as_of__lte=end) if end else rows
    return tuple(_round(row) for row in with_result(rows).order_by("as_of", "id"))


def _round(row: Any) -> DecidedRound:
    return DecidedRound(
        row.pk, row.instrument, row.version, row.sha256, row.purpose, row.as_of, row.mentor_id, row.pair_id,
        row.simulated, number(row.decided_total),
    )
