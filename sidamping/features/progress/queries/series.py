"""Reads the monthly records of engagements: what holds of each month, and every version of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.features.programmes.queries import engagement_ids as seen_by
from sidamping.features.progress.models import MonthRecord
from sidamping.features.progress.queries.lines import MonthLine
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import Kept

PLAIN = (
    "id", "engagement_id", "turnover", "days_recorded", "daily_kept", "monthly_kept", "proof", "workers_full",
    "workers_part", "workers_family", "note", "source", "told_on", "by_id", "why",
)


def series_of(engagement_ids: Iterable[UUID]) -> dict[UUID, tuple[MonthLine, ...]]:
    """What holds of each month, oldest first; corrected records are left out. Unscoped, one query."""
    rows = MonthRecord.objects.filter(engagement_id__in=list(engagement_ids), replaced_by=None)
    found: dict[UUID, list[MonthLine]] = {}
    for row in rows.select_related("by", "verification__by").order_by("month", "id"):
        found.setdefault(row.engagement_id, []).append(_line(row))
    return {engagement: tuple(lines) for engagement, lines in found.items()}


def month_record(viewer: Viewer, id: UUID) -> MonthLine | None:
    """One record; None for a stranger."""
    rows = MonthRecord.objects.filter(pk=id, engagement_id__in=seen_by(viewer)).select_related("by", "verification__by")
    row = rows.first()
    return _line(row) if row else None


def versions_of(record: MonthLine) -> tuple[MonthLine, ...]:
    """Every version of that month, newest first. Unscoped: the caller has scoped the record."""
    rows = MonthRecord.objects.filter(engagement_id=record.engagement_id, month=record.month.start)
    return tuple(_line(row) for row in rows.select_related("by", "verification__by").order_by("-created_at", "-id"))


def photos_of(versions: Iterable[MonthLine]) -> tuple[Kept, ...]:
    """The pictures behind all versions of a month, each once. Unscoped."""
    found = store.pictures_of([one.id for one in versions])
    return tuple({one.sha256: one for kept in found.values() for one in kept}.values())


def _line(row: Any) -> MonthLine:
    plain = {name: getattr(row, name) for name in PLAIN}
    seen = getattr(row, "verification", None)
    verified = {"verified_on": seen.seen_on, "verified_by": str(seen.by), "verified_how": seen.how} if seen else {}
    return MonthLine(
        **plain, month=Month.of(row.month), by=str(row.by), by_link=row.link_id is not None, replaces=row.replaces_id,
        **verified,
    )
