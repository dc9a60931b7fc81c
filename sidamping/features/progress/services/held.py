"""Verified bookkeeping and self-assessments of a mentoring, told to its path when a gate opens."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from sidamping.domain.periods import Month
from sidamping.features.programmes.queries import engagement_card
from sidamping.features.programmes.services import HeldForm
from sidamping.features.progress.models import Link, Verification
from sidamping.features.progress.services.months import BOOKKEEPING
from sidamping.features.progress.services.selfview import INSTRUMENT
from sidamping.platform.access.viewer import Viewer


def held_figures(by: Viewer, engagement: UUID) -> tuple[HeldForm, ...]:
    """The first month kept daily whose proof somebody else saw, and what the participant handed in by link."""
    card = engagement_card(by, engagement, walked=False)
    if card is None:
        return ()
    kept = Verification.objects.filter(record__engagement=engagement, record__daily_kept=True)
    kept = kept.exclude(record__proof="").filter(
        record__month__gte=Month.of(card.starts).start, record__replaced_by__isnull=True
    )
    months = tuple(
        HeldForm("deliverable", name, one.seen_on, one.record_id)
        for one in kept.order_by("seen_on", "record_id")[:1] for name, _purpose in BOOKKEEPING
    )
    links = Link.objects.filter(engagement=engagement, used_at__isnull=False, assessment__isnull=False)
    return (*months, *(_view(one) for one in links.order_by("used_at", "id")))


def _view(link: Link) -> HeldForm:
    assert link.used_at is not None and link.assessment is not None
    day = link.used_at.astimezone(timezone.get_current_timezone()).date()
    return HeldForm("instrument", INSTRUMENT, day, link.assessment, link.purpose)
