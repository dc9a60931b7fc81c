"""What a mentoring is measured by: start values fixed once, and every later value (A11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sidamping.domain.papers.facts import IndicatorFact
from sidamping.features.papers.models import Indicator, Measurement
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Measured:
    """A value on a day, with its note."""

    value: Decimal
    measured_on: date
    note: str
    by: str


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator with its start and every later value, oldest first."""

    id: UUID
    name: str
    unit: str
    start: Decimal
    fixed_on: date
    by: str
    values: tuple[Measured, ...]

    @property
    def now(self) -> Measured | None:
        return self.values[-1] if self.values else None

    @property
    def change(self) -> Decimal | None:
        return self.values[-1].value - self.start if self.values else None


def indicators_of(viewer: Viewer, engagement: UUID) -> tuple[IndicatorLine, ...]:
    """The indicators of a mentoring in their order; nothing for a stranger."""
    rows = Indicator.objects.filter(engagement_id=engagement, engagement_id__in=engagement_ids(viewer))
    values: dict[UUID, list[Measured]] = {}
    measured = Measurement.objects.filter(indicator__engagement_id=engagement).select_related("by")
    for one in measured.order_by("measured_on", "created_at"):
        values.setdefault(one.indicator_id, []).append(Measured(one.value, one.measured_on, one.note, str(one.by)))
    return tuple(
        IndicatorLine(
            row.pk, row.name, row.unit, row.start_value, row.fixed_on, str(row.by), tuple(values.get(row.pk, ()))
        )
        for row in rows.select_related("by").order_by("position")
    )


def indicator_facts(engagement: UUID, until: date) -> tuple[IndicatorFact, ...]:
    """The indicators as a paper up to a day tells them. Unscoped."""
    last: dict[UUID, Measurement] = {}
    measured = Measurement.objects.filter(indicator__engagement_id=engagement, measured_on__lte=until)
    for one in measured.order_by("measured_on", "created_at"):
        last[one.indicator_id] = one
    rows = Indicator.objects.filter(engagement_id=engagement, fixed_on__lte=until).order_by("position")
    return tuple(_fact(row, last.get(row.pk)) for row in rows)


def _fact(row: Indicator, now: Measurement | None) -> IndicatorFact:
    plain = (row.pk, row.name, row.unit, row.start_value, row.fixed_on)
    return IndicatorFact(*plain, now.value, now.measured_on, now.note) if now else IndicatorFact(*plain)
