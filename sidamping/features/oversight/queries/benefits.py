"""Benefits of mentorings by area, each with day, quantity, unit and proof; counted without those withdrawn (B15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Sum

from sidamping.features.oversight.models import Benefit
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments.store import Kept, kept
from sidamping.platform.http.pages import Page, page_of


@dataclass(frozen=True)
class BenefitLine:
    """A benefit; `withdrawn_on` with who and why once it was taken back."""

    id: UUID
    engagement_id: UUID
    mentee: str
    area: str
    happened_on: date
    text: str
    quantity: Decimal
    unit: str
    has_file: bool
    by: str
    by_id: UUID
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    why: str = ""


@dataclass(frozen=True)
class AreaCount:
    """How many benefits of an area there are, in how many mentorings."""

    area: str
    count: int
    mentees: int


def benefits_of(viewer: Viewer, engagement: UUID) -> tuple[BenefitLine, ...]:
    """Every benefit of a mentoring, newest first, the withdrawn among them."""
    rows = _joined(_first(viewer).filter(engagement_id=engagement)).order_by("-happened_on", "-id")
    return tuple(_line(row) for row in rows)


def benefits_page(viewer: Viewer, *, area: str = "", among: Any = None, after: str = "") -> Page:
    """A page of benefits that count, newest first: of an area, of chosen engagements."""
    rows = _counted(viewer)
    rows = rows.filter(area=area) if area else rows
    rows = rows if among is None else rows.filter(engagement_id__in=among)
    page = page_of(_joined(rows), order=("-happened_on", "-id"), after=after)
    return Page(tuple(_line(row) for row in page.rows), page.next_key)


def benefit(viewer: Viewer, id: UUID) -> BenefitLine | None:
    """One benefit; None for a stranger."""
    row = _joined(_first(viewer).filter(pk=id)).first()
    return _line(row) if row else None


def proof_of(viewer: Viewer, id: UUID) -> Kept | None:
    """The file of a benefit; None for a stranger or where there is none."""
    row = _first(viewer).filter(pk=id, attachment__isnull=False).first()
    return kept([row.attachment_id]).get(row.attachment_id) if row and row.attachment_id else None


def area_counts(viewer: Viewer, among: Any = None) -> tuple[AreaCount, ...]:
    """Per area, how many benefits count and in how many mentorings."""
    rows = _counted(viewer)
    rows = rows if among is None else rows.filter(engagement_id__in=among)
    counted = rows.values_list("area").annotate(count=Count("id"), mentees=Count("engagement", distinct=True))
    return tuple(AreaCount(*row) for row in counted.order_by("area"))


def unit_sums(viewer: Viewer, among: Any = None) -> dict[str, tuple[tuple[str, Decimal], ...]]:
    """Area → sums per unit, in one query."""
    rows = _counted(viewer)
    rows = rows if among is None else rows.filter(engagement_id__in=among)
    found: dict[str, list[tuple[str, Decimal]]] = {}
    for area, unit, total in rows.values_list("area", "unit").annotate(total=Sum("quantity")).order_by("area", "unit"):
        found.setdefault(area, []).append((unit, total))
    return {area: tuple(units) for area, units in found.items()}


def _first(viewer: Viewer) -> QuerySet[Benefit]:
    return Benefit.objects.filter(withdraws=None, engagement_id__in=engagement_ids(viewer))


def _counted(viewer: Viewer) -> QuerySet[Benefit]:
    return _first(viewer).filter(withdrawn_by=None)


def _joined(rows: QuerySet[Benefit]) -> QuerySet[Benefit]:
    return rows.select_related("engagement__mentee", "by", "withdrawn_by__by")


def _line(row: Benefit) -> BenefitLine:
    taken = getattr(row, "withdrawn_by", None)
    return BenefitLine(
        row.pk, row.engagement_id, row.engagement.mentee.name, row.area, row.happened_on, row.text, row.quantity,
        row.unit, row.attachment_id is not None, str(row.by), row.by_id,
        taken.happened_on if taken else None, str(taken.by) if taken else "", taken.why if taken else "",
    )
