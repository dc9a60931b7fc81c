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
from sidamping.features.assessments.queries.instruments import instrument_on
from sidamping.features.assessments.queries.lines import DECIDED
from sidamping.features.assessments.queries.opening import MENTOR, TOPIC, opens_in
from sidamping.features.assessments.queries.scope import with_state
from sidamping.features.programmes.queries import EngagementCard, assignments_of, known_card
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme


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


@dataclass(frozen=True)
class Assessable:
    """Whom an instrument is about within a mentoring: its mentee or the mentor who carries it."""

    kind: str
    id: UUID


@dataclass(frozen=True)
class EngagedAs:
    """A mentoring that asks for a round: whose, and for what purpose ('' where the programme does not say)."""

    id: UUID
    mentee: str
    purpose: str


def decided_rounds(
    *, engagement: UUID, party: UUID, mentors: Collection[UUID], start: date, end: date | None = None
) -> tuple[DecidedRound, ...]:
    """Rounds about the party or its mentors that were opened for the mentoring, as of the days given.

    A round that names no mentoring counts where it is about the party, or about a mentor of it and no chair of another
    cooperative opened it.
    """
    chairs = Appointment.objects.filter(role=roles.CHAIR, subject_id=party).values("user_id")
    others = Appointment.objects.filter(role=roles.CHAIR).exclude(subject_id=party).values("user_id")
    mentored = Q(mentor__in=list(mentors)) & (Q(opened_by__in=chairs) | ~Q(opened_by__in=others))
    about = Q(engagement=engagement) | Q(Q(party=party) | mentored, engagement=None)
    rows = with_state(Assessment.objects.filter(about, as_of__gte=start)).filter(state=DECIDED)
    rows = rows.filter(as_of__lte=end) if end else rows
    return tuple(_round(row) for row in with_result(rows).order_by("as_of", "id"))


def fits_engagement(viewer: Viewer, engagement: UUID, party: UUID | None, mentor: UUID | None) -> bool:
    """Whether the viewer may know of the mentoring, and its mentee is the party or the mentor carries or carried it."""
    card = known_card(viewer, engagement, walked=False)
    if card is None:
        return False
    if mentor is None:
        return card.mentee_id == party
    return mentor in {line.mentor_id for line in assignments_of(engagement)}


def opens_for(viewer: Viewer, card: EngagementCard, instrument: str) -> Assessable | None:
    """Whom the viewer would assess with the instrument for this mentoring; None where that is not the viewer's."""
    kind = instrument_on(instrument, viewer.on).subject
    subject = card.mentor_id if kind == MENTOR else card.mentee_id
    if kind == TOPIC or subject is None or subject == viewer.user_id:
        return None
    return Assessable(kind, subject) if opens_in(viewer, kind, card.village_code) else None


def engaged_as(viewer: Viewer, engagement: UUID, instrument: str) -> EngagedAs | None:
    """The mentoring a round is opened for, and as what its programme asks the instrument; None for a stranger."""
    card = known_card(viewer, engagement, walked=False)
    if card is None:
        return None
    uses = (use for step in pinned_programme(card.pinned).steps for use in step.forms)
    asked = next((use.purpose for use in uses if (use.kind, use.name) == ("instrument", instrument)), "")
    return EngagedAs(card.id, card.mentee_name, asked)


def _round(row: Any) -> DecidedRound:
    return DecidedRound(
        row.pk, row.instrument, row.version, row.sha256, row.purpose, row.as_of, row.mentor_id, row.pair_id,
        row.simulated, number(row.decided_total),
    )
