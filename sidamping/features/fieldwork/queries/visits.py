"""Reads the logbook, scoped: own visits of a mentor, and those with a mentee the viewer may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from sidamping.domain.cohorts.contacts import Contact
from sidamping.domain.fieldwork import Taken
from sidamping.domain.periods import Month
from sidamping.domain.searching import Words
from sidamping.features.fieldwork.models import VISIT_TEXT, Delivery, Presence, VisitRevision
from sidamping.features.fieldwork.queries.follow_ups import follow_ups_of_visit
from sidamping.features.fieldwork.queries.lines import Met, VisitLine, VisitRecord
from sidamping.features.fieldwork.queries.revisions import history
from sidamping.features.materials.queries import handed
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store
from sidamping.platform.attachments.store import Kept
from sidamping.platform.database.searching import FEW, each_holding, first_of, holding
from sidamping.platform.http.pages import Page, page_of

NEWEST_FIRST = ("-visited_on", "-id")
JOINED = ("visit", "mentor", "by", "village__parent", "plan_item")

TAKEN = """
SELECT id FROM fieldwork_visitrevision
WHERE superseded_at IS NULL AND mentor_id = %s AND visited_on = %s AND starts_at < %s AND ends_at > %s
"""
"""Asked with every visit."""
LAST_SEEN = """
SELECT e.id, (
    SELECT p.visited_on FROM fieldwork_presence p JOIN fieldwork_visitrevision r ON r.id = p.revision_id
    WHERE p.engagement_id = e.id AND p.visited_on <= %s AND r.superseded_at IS NULL
    ORDER BY p.visited_on DESC LIMIT 1
) FROM unnest(%s::uuid[]) AS e (id)
"""
"""Each mentee's newest visit by its index, not the newest of all visits ever."""


@dataclass(frozen=True)
class VisitFilter:
    """What a list asks for; empty means no limit."""

    month: Month | None = None
    engagement: UUID | None = None
    mentor: UUID | None = None
    text: str = ""
    area: str = ""


NO_FILTER = VisitFilter()


def visits_of(viewer: Viewer, filters: VisitFilter = NO_FILTER, after: str = "", size: int = 50) -> Page:
    """A page of visits, newest first."""
    page = page_of(_filtered(viewer, _seen(viewer), filters), order=NEWEST_FIRST, after=after, size=size)
    return Page(tuple(_line(row) for row in page.rows), page.next_key)


def found_visits(viewer: Viewer, words: Words, after: str = "", size: int = 50) -> Page:
    """A page of visits whose text holds the words, and who was met in them, newest first."""
    hits = first_of(holding(VisitRevision.objects.filter(superseded_at=None), VISIT_TEXT, words))
    seen = scoped(viewer)
    rows = seen.filter(pk__in=hits) if len(hits) <= FEW else each_holding(seen, VISIT_TEXT, words)
    page = page_of(rows, order=NEWEST_FIRST, after=after, size=size, dressed=partial(_known, viewer))
    return Page(_met_lines(page.rows), page.next_key)


def visits_after(engagement: UUID, mentor: UUID, day: date) -> int:
    """How many visits of the mentor with the mentee stand after the day; unscoped, a bare number."""
    current = Presence.objects.filter(revision__superseded_at=None, revision__mentor_id=mentor)
    return current.filter(engagement_id=engagement, visited_on__gt=day).count()


def recent_visits(viewer: Viewer, engagement: UUID, most: int = 5) -> tuple[VisitLine, ...]:
    """The last visits of one engagement, without who was met, in one query."""
    rows = _filtered(viewer, scoped(viewer), VisitFilter(engagement=engagement)).order_by("-visited_on", "-id")
    return tuple(_line(row, ()) for row in rows.select_related(*JOINED)[:most])


def visit(viewer: Viewer, id: UUID) -> VisitRecord | None:
    """A visit with revisions, follow-ups and photos; None for a stranger."""
    veiled = Presence.objects.filter(revision__visit=OuterRef("visit")).exclude(_theirs(viewer))
    row: Any = _seen(viewer).filter(visit_id=id).annotate(veiled=Exists(veiled)).first()
    if row is None:
        return None
    line = _line(row)
    older = _with_presences(viewer, VisitRevision.objects.filter(visit_id=id)).order_by("number")
    return VisitRecord(
        line=line,
        revisions=history([_line(one) for one in older]) if row.number > 1 else history([line]),
        follow_ups=follow_ups_of_visit(viewer, id),
        photos=store.pictures_of([id]).get(id, ()),
        own=row.mentor_id == viewer.user_id,
        veiled=row.veiled,
    )


def visit_line(viewer: Viewer, id: UUID) -> VisitLine | None:
    """A visit and who was met, without history, promises, photos and materials; None for a stranger."""
    return next(iter(_met_lines(_known(viewer, scoped(viewer).filter(visit_id=id)))), None)


def own_visit(viewer: Viewer, id: UUID) -> VisitLine | None:
    """A visit the viewer wrote, as it stands with its materials, to be corrected; None for those of others."""
    row = _seen(viewer).filter(visit_id=id, mentor_id=viewer.user_id).first()
    return _line(row) if row else None


def visits_met(viewer: Viewer, filters: VisitFilter, most: int) -> tuple[VisitLine, ...]:
    """Visits and who was met in them, newest first, without materials: two queries for any number."""
    rows = _known(viewer, _filtered(viewer, scoped(viewer), filters))
    return _met_lines(rows.order_by(*NEWEST_FIRST)[:most])


def last_visits(viewer: Viewer, most: int) -> tuple[VisitLine, ...]:
    """The newest visits in sight without who was met in them: one query."""
    rows = scoped(viewer).select_related(*JOINED).order_by(*NEWEST_FIRST)[:most]
    return tuple(_line(row, ()) for row in rows)


def may_see_visit(viewer: Viewer, id: UUID) -> bool:
    """Whether the viewer may open the visit, without reading it."""
    return scoped(viewer).filter(visit_id=id).exists()


def visits_between(
    *, start: date, end: date, engagement_ids: Iterable[UUID] | None = None, mentor_id: UUID | None = None
) -> tuple[VisitLine, ...]:
    """Current visits of engagements or of a mentor between two days, both counted, oldest first. Unscoped."""
    rows = VisitRevision.objects.filter(superseded_at=None, visited_on__range=(start, end))
    if engagement_ids is not None:
        met = Presence.objects.filter(revision=OuterRef("pk"), engagement_id__in=list(engagement_ids))
        rows = rows.filter(Exists(met))
    if mentor_id is not None:
        rows = rows.filter(mentor_id=mentor_id)
    found = _joined(rows, Presence.objects.all()).order_by("visited_on", "starts_at", "id")
    return tuple(_line(row) for row in found)


def photos_of(visit_ids: Iterable[UUID]) -> dict[UUID, tuple[Kept, ...]]:
    """The photos of visits. Unscoped: for callers that scoped the visits."""
    return store.pictures_of(visit_ids)


def last_seen(engagement_ids: Iterable[UUID], on: date | None = None) -> dict[UUID, date]:
    """The last day each engagement was visited, up to a day; absent when never. Unscoped."""
    with connection.cursor() as cursor:
        cursor.execute(LAST_SEEN, [on or date.max, list(engagement_ids)])
        return {id: day for id, day in cursor.fetchall() if day}


def contacts_of(engagement_ids: Iterable[UUID], on: date) -> dict[UUID, tuple[Contact, ...]]:
    """Every contact with each mentee up to a day, oldest first; a group counts for each present. Unscoped."""
    rows = Presence.objects.filter(engagement_id__in=list(engagement_ids), revision__superseded_at=None)
    rows = rows.filter(visited_on__lte=on).order_by("visited_on", "id")
    found: dict[UUID, list[Contact]] = {}
    told = rows.values_list("engagement_id", "visited_on", "revision__mode", "revision__starts_at", "revision__ends_at")
    for engagement, day, mode, start, end in told:
        minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
        found.setdefault(engagement, []).append(Contact(day, mode, minutes))
    return {engagement: tuple(contacts) for engagement, contacts in found.items()}


def taken_on(mentor_id: UUID, day: date, starts: time, ends: time) -> tuple[Taken, ...]:
    """The recorded visits of a mentor's day that share a minute with these hours."""
    with connection.cursor() as cursor:
        cursor.execute(TAKEN, [mentor_id, day, ends.isoformat(), starts.isoformat()])
        ids = [id for (id,) in cursor.fetchall()]
    if not ids:  # so it is with nearly every visit: nobody needs to be named
        return ()
    rows = VisitRevision.objects.filter(pk__in=ids)
    found = _joined(rows, Presence.objects.all()).order_by("starts_at")
    return tuple(Taken(row.visit_id, row.visited_on, row.starts_at, row.ends_at, _line(row).names) for row in found)


def _seen(viewer: Viewer) -> QuerySet[VisitRevision]:
    return _with_presences(viewer, scoped(viewer))


def scoped(viewer: Viewer) -> QuerySet[VisitRevision]:
    """Current visits the viewer wrote, or with a mentee the viewer may see.

    Who sees few is asked which; of who sees a territory each row is asked, newest first, until the page is full.
    """
    rows = VisitRevision.objects.filter(superseded_at=None)
    own, met = Q(mentor_id=viewer.user_id), Presence.objects.filter(engagement_id__in=engagement_ids(viewer))
    if viewer.has(*roles.OVERSEERS):
        rows = rows.alias(seen=Subquery(met.filter(revision=OuterRef("pk")).values("pk")[:1]))
        return rows.filter(own | Q(seen__isnull=False))
    return rows.filter(pk__in=VisitRevision.objects.filter(own).values("pk").union(met.values("revision")))


def _with_presences(viewer: Viewer, rows: QuerySet[VisitRevision]) -> QuerySet[VisitRevision]:
    """In a group visit others see only the mentees that are theirs to see; the writer sees all."""
    return _joined(rows, Presence.objects.filter(_theirs(viewer)))


def _theirs(viewer: Viewer) -> Q:
    """Presences the viewer may know of; a filter asks among these alone, so that it betrays nobody hidden."""
    return Q(engagement_id__in=engagement_ids(viewer)) | Q(revision__mentor_id=viewer.user_id)


def _known(viewer: Viewer, rows: QuerySet[VisitRevision]) -> QuerySet[VisitRevision]:
    return rows.select_related(*JOINED).prefetch_related(_met_in(Presence.objects.filter(_theirs(viewer))))


def _met_lines(rows: Iterable[VisitRevision]) -> tuple[VisitLine, ...]:
    return tuple(_line(row, tuple(_met(one) for one in row.presences.all())) for row in rows)


def _joined(rows: QuerySet[VisitRevision], presences: QuerySet[Presence]) -> QuerySet[VisitRevision]:
    given = Prefetch("deliveries", Delivery.objects.select_related("edition").order_by("id"))
    return rows.select_related(*JOINED).prefetch_related(_met_in(presences), given)


def _met_in(presences: QuerySet[Presence]) -> Prefetch[str, QuerySet[Presence], str]:
    return Prefetch("presences", presences.select_related("engagement__mentee").order_by("id"))


def _filtered(viewer: Viewer, rows: QuerySet[VisitRevision], wanted: VisitFilter) -> QuerySet[VisitRevision]:
    if wanted.month:
        rows = rows.filter(visited_on__range=(wanted.month.start, wanted.month.end))
    if wanted.engagement:
        met = Presence.objects.filter(_theirs(viewer), revision=OuterRef("pk"), engagement_id=wanted.engagement)
        rows = rows.filter(Exists(met))
    if wanted.mentor:
        rows = rows.filter(mentor_id=wanted.mentor)
    if wanted.area:
        rows = rows.filter(village__code__startswith=wanted.area)
    if wanted.text:
        named = Presence.objects.filter(_theirs(viewer), engagement__mentee__name__icontains=wanted.text)
        inside = Q(Exists(named.filter(revision=OuterRef("pk")))) | Q(mentor__full_name__icontains=wanted.text)
        for name in ("activity", "purpose", "material", "result", "obstacles", "advice", "place"):
            inside |= Q(**{f"{name}__icontains": wanted.text})
        rows = rows.filter(inside)
    return rows


PLAIN = (
    "number", "mentor_id", "visited_on", "starts_at", "ends_at", "mode", "place", "activity", "purpose", "material",
    "result", "obstacles", "advice", "cost", "remarks", "source", "reason", "latitude", "longitude", "accuracy_m",
    "plan_item_id",
)


def _line(row: Any, mentees: tuple[Met, ...] | None = None) -> VisitLine:
    district = row.village.parent
    return VisitLine(
        id=row.visit_id,
        revision_id=row.pk,
        mentor_name=str(row.mentor),
        programme=row.visit.programme,
        village_code=row.village_id,
        village=row.village.name,
        district=district.name if district else "",
        topics=tuple(row.topics),
        roles=tuple(row.roles),
        plan_target=row.plan_item.target if row.plan_item else "",
        plan_concern=row.plan_item.concern if row.plan_item else "",
        written_at=row.created_at,
        written_by=str(row.by),
        mentees=tuple(_met(one) for one in row.presences.all()) if mentees is None else mentees,
        materials=tuple(handed(one.code, one.version, one.edition) for one in row.deliveries.all())
        if mentees is None else (),
        **{name: getattr(row, name) for name in PLAIN},
    )


def _met(row: Presence) -> Met:
    mentee = row.engagement.mentee
    return Met(row.engagement_id, mentee.pk, mentee.name, tuple(row.attendees), row.headcount)
