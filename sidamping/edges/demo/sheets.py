"""Sheets of the demonstration: those of the practice case and the profile of its cooperative."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.edges.demo.ujang import ENGAGEMENT, MENTOR
from sidamping.features.deliverables import services as deliverables

REVIEWER = "yosef"
COOPERATIVE = "merah-putih"


def tell_sheets(first: Month, until: date) -> None:
    """Each sheet written in its week, handed in unless it is still a draft, some accepted by the coordinator."""
    hosts = {"ujang": ENGAGEMENT, COOPERATIVE: named("engagement", COOPERATIVE)}
    for key, rows in chapter("sheets").items():
        for row in rows:
            day = first.start + timedelta(weeks=row["week"])
            if day < until:
                _tell(key, row, hosts[key], day)


def _tell(key: str, row: dict[str, Any], engagement: UUID, day: date) -> None:
    by, id = viewer(MENTOR, day), named("sheet", key, row["kind"])
    deliverables.begin_sheet(by=by, id=id, engagement_id=engagement, kind=row["kind"], on=day)
    deliverables.save_sheet(by=by, sheet=id, typed=row["content"], seen=0, now=moment(day, 19))
    if row.get("draft"):
        return
    version = deliverables.hand_in(by=by, sheet=id, now=moment(day, 20))
    if "accepted" in row:
        later = day + timedelta(days=1)
        deliverables.review(
            by=viewer(REVIEWER, later), sheet=id, version=version, verdict="accepted", remark=row["accepted"],
            now=moment(later, 9),
        )
