"""Which mentorings have a paper of some days that the chair acknowledged: one proof of the visits in it (B10)."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef
from django.db.models.expressions import Combinable

from sidamping.features.papers.models import Act

SIGNED = "acknowledged"


def acknowledged_told(start: date, end: date) -> Combinable:
    """Whether a paper about days of that stretch was acknowledged by the chair, as an expression on the engagement."""
    rows = Act.objects.filter(action=SIGNED, revision__paper__engagement=OuterRef("pk"))
    return Exists(rows.filter(revision__paper__period_start__lte=end, revision__paper__period_end__gte=start))
