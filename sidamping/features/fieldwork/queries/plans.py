"""Reads the work plan and what became of it: an item is realised by a current visit that names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Min, Q, QuerySet, Value

from sidamping.domain.periods import Month
from sidamping.features.fieldwork.models import CalendarFeed, PlanItem
from sidamping.features.fieldwork.queries.lines import PlanLine
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, in_force
from sidamping.platform.access.viewer import Viewer


def plan_of(viewer: Viewer, month: Month, *, engagement: UUID | None = None) -> tuple[PlanLine, ...]:
    """The month's plan as the viewer may see it: a mentor's own, others by engagement; dropped items included."""
    rows = _seen(viewer).filter(planned_on__range=(month.start, month.end))
    rows = rows.filter(engagement_id=engagement) if engagement else rows
    return _lines(rows)


def plan_item(viewer: Viewer, id: UUID) -> PlanLine | None:
    """One item; None for a stranger."""
    return next(iter(_lines(_seen(viewer).filter(pk=id))), None)


def plan_between(
    mentors: Collection[UUID], start: date, end: date, *, engagement_ids: Iterable[UUID] | None = None,
    dropped: bool = False,
) -> tuple[PlanLine, ...]:
    """The items of mentors that stand between two days, both counted; dropped ones on request. Unscoped."""
    rows = PlanItem.objects.filter(mentor_id__in=mentors, planned_on__range=(start, end))
    rows = rows if dropped else rows.filter(dropped_on=None)
    if engagement_ids is not None:
        rows = rows.filter(engagement_id__in=list(engagement_ids))
    return _lines(rows)


def open_items(viewer: Viewer, *, until: date) -> tuple[PlanLine, ...]:
    """A mentor's own items not realised and not dropped, from the month of looking up to a day."""
    rows = PlanItem.objects.filter(mentor_id=viewer.user_id, dropped_on=None, planned_on__lte=until)
    rows = rows.filter(planned_on__gte=Month.of(viewer.on).previous.start)
    return tuple(one for one in _lines(rows) if not one.realised)


def next_planned(engagement_ids: Iterable[UUID], on: date) -> dict[UUID, date]:
    """The next planned day of each engagement from a day on. Unscoped."""
    rows = PlanItem.objects.filter(engagement_id__in=list(engagement_ids), dropped_on=None, planned_on__gte=on)
    found: dict[UUID, date] = {}
    for engagement, day in rows.order_by("-planned_on").values_list("engagement_id", "planned_on"):
        found[engagement] = day
    return found


def feed_owner(token: str, on: date) -> UUID | None:
    """Whose calendar the secret address opens, as long as the account is on and the mentor's role is in force."""
    mentors = Appointment.objects.filter(in_force(on), role=roles.MENTOR)
    rows = CalendarFeed.objects.filter(token=token, user__is_active=True, user__in=mentors.values("user"))
    return rows.values_list("user_id", flat=True).first()


def feed_token(viewer: Viewer) -> str:
    """The viewer's own secret; '' when none was made."""
    found: str | None = CalendarFeed.objects.filter(user_id=viewer.user_id).values_list("token", flat=True).first()
    return found or ""


def _seen(viewer: Viewer) -> QuerySet[PlanItem]:
    return PlanItem.objects.filter(engagement_id__in=engagement_ids(viewer))


def _lines(rows: QuerySet[PlanItem]) -> tuple[PlanLine, ...]:
    current = Q(visit_revisions__superseded_at=None, visit_revisions__id__isnull=False)
    day = "visit_revisions__visited_on"
    made = ArrayAgg("visit_revisions__visit_id", filter=current, order_by=day, default=Value([]))
    found = rows.select_related("engagement__mentee").annotate(
        made=made, made_on=Min(day, filter=current)
    )
    return tuple(_line(row) for row in found.order_by("planned_on", "starts_at", "id"))


PLAIN = (
    "engagement_id", "mentor_id", "problem_id", "concern", "activity", "purpose", "target", "method", "place",
    "planned_on", "starts_at", "minutes", "agreed_by", "dropped_on", "dropped_why", "revised", "created_at",
)


def _line(row: Any) -> PlanLine:
    return PlanLine(
        id=row.pk,
        mentee_id=row.engagement.mentee_id,
        mentee_name=row.engagement.mentee.name,
        realised=tuple(row.made),
        realised_on=row.made_on,
        **{name: getattr(row, name) for name in PLAIN},
    )
