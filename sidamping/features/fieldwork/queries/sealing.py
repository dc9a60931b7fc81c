"""The content of a visit as its signer is shown it, to compare with what was sealed. Unscoped: for a visit seen."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from sidamping.domain.signatures import Presence as Met
from sidamping.domain.signatures import VisitSaid, visit_content
from sidamping.features.fieldwork.models import Delivery, Presence, VisitRevision

SAID = (
    "visited_on", "starts_at", "ends_at", "mode", "place", "activity", "purpose", "material", "topics", "roles",
    "result", "obstacles", "advice", "cost", "remarks",
)


def content_to_seal(visit: UUID) -> dict[str, Any]:
    """The visit as it stands now, with everybody who was met, whoever looks at it; one query."""
    met = Presence.objects.filter(revision=OuterRef("pk"))
    given = Delivery.objects.filter(revision=OuterRef("pk"))
    one = JSONObject(engagement="engagement_id", attendees="attendees", headcount="headcount")
    row = VisitRevision.objects.annotate(
        met=ArraySubquery(met.values_list(one)), given=ArraySubquery(given.values("code"))
    ).get(visit_id=visit, superseded_at=None)
    said = {name: getattr(row, name) for name in SAID}
    return visit_content(VisitSaid(visit, materials=row.given, presences=[Met(**one) for one in row.met], **said))
