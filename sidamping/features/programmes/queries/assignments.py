"""Who carried an engagement on which day, and who may be asked to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable

from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.features.programmes.queries.assigning import assigners
from sidamping.features.programmes.queries.scope import MANAGERS, engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.queries import Official, holders
from sidamping.platform.access.viewer import Viewer
from sidamping.rules import books
from sidamping.rules.in_force import NotInForce

CARRIED = """
SELECT e.id, e.programme, e.pinned, e.regency, p.name
FROM programmes_assignment a
    JOIN programmes_engagement e ON e.id = a.engagement_id JOIN parties_party p ON p.id = e.mentee_id
WHERE a.mentor_id = %(mentor)s AND a.engagement_id = ANY(%(engagements)s)
    AND a.starts <= %(day)s AND (a.ends IS NULL OR a.ends >= %(day)s)
"""
"""Asked with every visit."""


@dataclass(frozen=True)
class AssignmentLine:
    """One stretch of days in which a mentor carries an engagement."""

    id: UUID
    mentor_id: UUID
    mentor_name: str
    starts: date
    ends: date | None
    letter: str


@dataclass(frozen=True)
class Carried:
    """A stretch of days in which a mentor carries an engagement, with its mentee, place and whole course."""

    engagement_id: UUID
    programme: str
    pinned: str
    regency: str
    village_code: str
    village: str
    mentee_id: UUID
    mentee_name: str
    mentee_kind: str
    mentor_id: UUID
    mentor_name: str
    starts: date
    ends: date | None
    opened: date
    closed: date | None

@dataclass(frozen=True)
class Mentored:
    """A mentoring as each visit asks for it."""

    id: UUID
    programme: str
    pinned: str
    regency: str
    mentee_name: str


def carried_on(day: date) -> Q:
    """Assignments that hold on a day; both ends count."""
    return Q(starts__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))


def carried_by(engagement_id: UUID, mentor_id: UUID, day: date) -> bool:
    """Whether the mentor carries the engagement on the day; unscoped."""
    return Assignment.objects.filter(carried_on(day), engagement_id=engagement_id, mentor_id=mentor_id).exists()


def mentor_on(engagement_id: UUID, day: date) -> AssignmentLine | None:
    """Who carries the engagement on the day; unscoped, for composing papers."""
    rows = Assignment.objects.filter(carried_on(day), engagement_id=engagement_id).select_related("mentor")
    return next((_line(row) for row in rows), None)


def carried_between(
    start: date, end: date, *, mentor_id: UUID | None = None, engagements: Any = None
) -> tuple[Carried, ...]:
    """Stretches that touch the days, of a mentor or of engagements (ids or a subquery), by mentee. Unscoped."""
    rows = Assignment.objects.filter(Q(ends__isnull=True) | Q(ends__gte=start), starts__lte=end)
    rows = rows.filter(mentor_id=mentor_id) if mentor_id else rows
    rows = rows if engagements is None else rows.filter(engagement_id__in=engagements)
    found = rows.order_by("engagement__mentee__name", "engagement_id", "starts").values_list(
        "engagement_id", "engagement__programme", "engagement__pinned", "engagement__regency",
        "engagement__village_id", "engagement__village__name", "engagement__mentee_id",
        "engagement__mentee__name", "engagement__mentee__kind", "mentor_id", "mentor__full_name",
        "starts", "ends", "engagement__starts", "engagement__ends",
    )
    return tuple(Carried(*row) for row in found)


def last_carried(day: date) -> QuerySet[Assignment, Any]:
    """Who carries each engagement on a day, or carried it last: (engagement_id, mentor_id). Unscoped subquery."""
    begun = Assignment.objects.filter(starts__lte=day).order_by("engagement_id", "-starts")
    return begun.distinct("engagement_id").values("engagement_id", "mentor_id")


def ever_carried(mentor: UUID) -> QuerySet[Assignment, Any]:
    """Each engagement the mentor carries or carried at any time: (engagement_id). Unscoped subquery."""
    return Assignment.objects.filter(mentor_id=mentor).values("engagement_id")


def mentor_seen(viewer: Viewer, mentor: UUID, until: date) -> str:
    """The name of a mentor who carries, or carried until the day, anybody the viewer may see; '' of any other."""
    rows = Assignment.objects.filter(mentor_id=mentor, starts__lte=until, engagement_id__in=engagement_ids(viewer))
    return rows.values_list("mentor__full_name", flat=True).first() or ""


def carried_by_mentor(mentor: UUID, day: date, engagements: Collection[UUID]) -> dict[UUID, Mentored]:
    """Those of the engagements that the mentor carries on the day, by id. Unscoped."""
    with connection.cursor() as cursor:
        cursor.execute(CARRIED, {"mentor": mentor, "day": day, "engagements": list(engagements)})
        return {row[0]: Mentored(*row) for row in cursor.fetchall()}


def mentors_of(mentees: Iterable[UUID], on: date) -> tuple[tuple[UUID, UUID, str], ...]:
    """Mentee, mentor and the mentor's name for whoever carries one of the mentees on the day; unscoped."""
    rows = Assignment.objects.filter(carried_on(on), engagement__mentee_id__in=set(mentees))
    found = rows.order_by("mentor__full_name", "mentor_id").distinct()
    return tuple(found.values_list("engagement__mentee_id", "mentor_id", "mentor__full_name"))


def assignments_of(engagement_id: UUID) -> tuple[AssignmentLine, ...]:
    """Every stretch, newest first; the caller has looked up the engagement within its scope."""
    rows = Assignment.objects.filter(engagement_id=engagement_id).select_related("mentor").order_by("-starts")
    return tuple(_line(row) for row in rows)


def told_together(engagement: UUID, **asked: Combinable) -> dict[str, Any]:
    """What features above tell of one mentoring, each by an expression on its row, and its mentors; in one query.

    Unscoped: the caller has looked up the engagement within its scope.
    """
    carried = Assignment.objects.filter(engagement=OuterRef("pk")).order_by("-starts").values("mentor_id")
    rows = Engagement.objects.filter(pk=engagement)
    return dict(rows.values(mentor_ids=ArraySubquery(carried), **asked).get())


def told_each(engagements: Collection[UUID], **asked: Combinable) -> dict[UUID, dict[str, Any]]:
    """What features above tell of each mentoring by an expression on its row, in one query. Unscoped."""
    rows = Engagement.objects.filter(pk__in=engagements).values("pk", **asked)
    return {row["pk"]: dict(row) for row in rows}


def mentors_to_choose(viewer: Viewer, programme: str = "") -> tuple[Official, ...]:
    """Mentors one may assign: appointed in or over the areas of who manages, or of who assigns in the programme."""
    areas = viewer.areas(*_assigners(programme, viewer.on))
    return holders(roles.MENTOR, programme, areas, viewer.on) if areas else ()


def mentors_for(viewer: Viewer, village: str, programme: str = "") -> tuple[Official, ...]:
    """Those appointed in a village or over it; another is refused (PROGRAMMES_007), of another programme too."""
    return holders(roles.MENTOR, programme, (village,), viewer.on)


def _assigners(programme: str, on: date) -> tuple[str, ...]:
    try:
        return assigners(books.programme(programme, on)) if programme else MANAGERS
    except NotInForce:
        return MANAGERS


def _line(row: Assignment) -> AssignmentLine:
    return AssignmentLine(row.pk, row.mentor_id, row.mentor.full_name, row.starts, row.ends, row.letter)
