"""Reads referrals, scoped by engagement: open ones by due day, the overdue first (A10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from sidamping.features.needs.models import Referral
from sidamping.features.needs.queries.lines import ClosedLine, ReferralLine, referral_line
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of


def open_referrals(viewer: Viewer, *, limit: int = 50) -> tuple[ReferralLine, ...]:
    """Referrals that wait for a result, the longest overdue first."""
    return _lines(_seen(viewer).filter(closed_on=None).order_by("due", "id")[:limit], viewer)


def referral_page(viewer: Viewer, *, closed: bool = False, after: str = "") -> Page:
    """A page of referrals: open ones by due day, or the closed ones, newest first."""
    rows = _seen(viewer).filter(closed_on__isnull=not closed)
    page = page_of(rows, order=("-closed_on", "-id") if closed else ("due", "id"), after=after)
    return Page(_lines(page.rows, viewer), page.next_key)


def referrals_of(viewer: Viewer, engagement: UUID) -> tuple[ReferralLine, ...]:
    """Every referral of an engagement, the open ones first."""
    return _lines(_seen(viewer).filter(engagement_id=engagement).order_by("-closed_on", "due", "id"), viewer)


def referral(viewer: Viewer, id: UUID) -> ReferralLine | None:
    """One referral; None for a stranger."""
    return next(iter(_lines(_seen(viewer).filter(pk=id), viewer)), None)


def closed_told() -> Combinable:
    """Referrals that came to a result, newest first, as an expression on the engagement; `closed` reads it."""
    rows = Referral.objects.filter(engagement=OuterRef("pk"), closed_on__isnull=False).order_by("-closed_on", "id")
    return ArraySubquery(rows.values(line=JSONObject(
        kind="kind", provider="provider", closed_on="closed_on", result="result",
    )))  # fmt: skip


def closed(told: Iterable[Mapping[str, str]]) -> tuple[ClosedLine, ...]:
    """The lines of `closed_told`."""
    return tuple(
        ClosedLine(one["kind"], one["provider"], date.fromisoformat(one["closed_on"]), one["result"]) for one in told
    )


def _seen(viewer: Viewer) -> QuerySet[Referral]:
    rows = Referral.objects.filter(engagement_id__in=engagement_ids(viewer))
    return rows.select_related("engagement__mentee", "by", "closed_by")


def _lines(rows: Any, viewer: Viewer) -> tuple[ReferralLine, ...]:
    return tuple(referral_line(row, viewer.on) for row in rows)
