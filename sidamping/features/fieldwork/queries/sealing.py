"""The seals on a visit and its content as its signer is shown it, to compare with what was sealed.

The content is unscoped: for a visit seen.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from sidamping.domain.signatures import Presence as Met
from sidamping.domain.signatures import VisitSaid, visit_content
from sidamping.features.fieldwork.models import Delivery, Presence, VisitRevision
from sidamping.features.fieldwork.queries.lines import VisitRecord
from sidamping.features.fieldwork.queries.vocabulary import LABELS
from sidamping.platform.signatures.store import SealLine, seals_of

SAID = (
    "visited_on", "starts_at", "ends_at", "mode", "place", "activity", "purpose", "material", "topics", "roles",
    "result", "obstacles", "advice", "cost", "remarks",
)


def seals_on_visit(record: VisitRecord) -> tuple[SealLine, ...]:
    """The seals on a visit; who signed only for whoever may know of everybody met, or wrote it."""
    visit = record.line.id
    found = seals_of(visit, partial(content_to_seal, visit), LABELS)
    return tuple(one.veiled for one in found) if record.veiled else found


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
