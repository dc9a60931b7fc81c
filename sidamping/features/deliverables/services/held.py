"""Works accepted in a mentoring, told to its path when a gate opens (programmes/services/held.py)."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from sidamping.features.deliverables.models import Review
from sidamping.features.deliverables.queries.asked import accepted_of_theme
from sidamping.features.deliverables.services.marking import theme_step
from sidamping.features.programmes.queries import engagement_card
from sidamping.features.programmes.services import HeldForm
from sidamping.platform.access.viewer import Viewer

DELIVERABLE = "deliverable"


def held_works(by: Viewer, engagement: UUID) -> tuple[HeldForm, ...]:
    """The first acceptance of each kind; once all works of the themes are accepted, the step that asks for them."""
    card = engagement_card(by, engagement, walked=False)
    if card is None:
        return ()
    rows = Review.objects.filter(version__sheet__engagement_id=engagement, verdict="accepted")
    found: dict[str, HeldForm] = {}
    told = rows.order_by("at", "version_id").values_list("version__sheet__kind", "at", "version__sheet_id")
    for kind, at, sheet in told:
        day = at.astimezone(timezone.get_current_timezone()).date()
        found.setdefault(kind, HeldForm(DELIVERABLE, kind, day, sheet))
    forms, step = tuple(found.values()), theme_step(card.pinned)
    if not forms or not step or not accepted_of_theme(card):
        return forms
    return (*forms, HeldForm(DELIVERABLE, "", forms[-1].on, forms[-1].source, step=step))
