"""Instruments decided for a mentoring, told to its path when a gate opens (programmes/services/held.py)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from sidamping.features.assessments.models import Assessment, Step
from sidamping.features.assessments.queries.lines import DECIDED
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.features.programmes.services import HeldForm
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment
from sidamping.platform.access.viewer import Viewer


def held_instruments(by: Viewer, engagement: UUID) -> tuple[HeldForm, ...]:
    """Rounds decided since the mentoring began: for it, or about its mentee, or by its chair about who carries it."""
    card = engagement_card(by, engagement, walked=False)
    if card is None:
        return ()
    acts = Step.objects.filter(act=DECIDED, assessment__in=_rounds(card)).select_related("assessment").order_by("at")
    told = ((one.at.astimezone(timezone.get_current_timezone()).date(), one.assessment) for one in acts)
    return tuple(
        HeldForm("instrument", row.instrument, day, row.pk, row.purpose) for day, row in told if day >= card.starts
    )


def _rounds(card: EngagementCard) -> QuerySet[Assessment]:
    chairs = Appointment.objects.filter(role=roles.CHAIR, subject_id=card.mentee_id).values("user_id")
    mentored = Q(mentor=card.mentor_id, opened_by__in=chairs) if card.mentor_id else Q(pk__in=[])
    about = Q(engagement=card.id) | Q(Q(party=card.mentee_id) | mentored, engagement=None)
    return Assessment.objects.filter(about)
