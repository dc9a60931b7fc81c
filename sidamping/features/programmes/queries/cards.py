"""Engagements as cards: who is mentored, where, by whom, how far on the path. One query, one more for the path."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet

from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.features.programmes.queries.path import Stop, stops_of
from sidamping.features.programmes.queries.scope import administered_ids, engagement_ids, known_ids
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.keys import one_of
from sidamping.platform.http.pages import Page, page_of

CHUNK = 1000


@dataclass(frozen=True)
class EngagementCard:
    """One engagement with its mentee, place and mentor as of a day."""

    id: UUID
    programme: str
    pinned: str
    mentee_id: UUID
    mentee_name: str
    mentee_kind: str
    village_code: str
    village: str
    district: str
    regency_code: str
    regency: str
    starts: date
    ends: date | None
    priority: int
    mentor_id: UUID | None
    mentor_name: str
    path: tuple[Stop, ...] = ()
    path_id: UUID | None = None
    cohort_id: UUID | None = None
    cohort_name: str = ""

    @property
    def done(self) -> int:
        return sum(1 for stop in self.path if stop.done_on is not None)

    @property
    def total(self) -> int:
        return len(self.path)

    @property
    def next_stop(self) -> Stop | None:
        """The step to work on now; None when the path is finished."""
        return next((stop for stop in self.path if stop.state in ("next", "late")), None)


@dataclass(frozen=True)
class EngagementFilter:
    """What a list asks for; empty means no limit."""

    text: str = ""
    programme: str = ""
    area: str = ""
    mentor: UUID | None = None
    mentor_name: str = ""
    priority: int | None = None
    unassigned: bool = False
    ended: bool = False
    any_time: bool = False
    cohort: UUID | None = None
    among: QuerySet[Any, Any] | None = None
    """Ids of engagements that a feature above chose, as a subquery."""
    walked: bool = True
    """Whether the cards tell the path; a list that does not show it spares the database."""


NO_FILTER = EngagementFilter()


def engagement_card(viewer: Viewer, id: UUID, *, walked: bool = True) -> EngagementCard | None:
    """The engagement, with its path unless that is not wanted; None for a stranger."""
    return _first(_on(viewer.on).filter(pk=id, pk__in=engagement_ids(viewer)), viewer, walked)


def known_card(viewer: Viewer, id: UUID, *, walked: bool = True) -> EngagementCard | None:
    """The engagement for those who may know of it, assessors too; None for a stranger."""
    return _first(_on(viewer.on).filter(pk=id, pk__in=known_ids(viewer)), viewer, walked)


def administered_card(viewer: Viewer, id: UUID) -> EngagementCard | None:
    """The engagement without its path, for those who assign mentors; None for anybody else."""
    return _first(_on(viewer.on).filter(pk=id, pk__in=administered_ids(viewer)), viewer, walked=False)


def cards(
    viewer: Viewer, *, ids: Iterable[UUID] | None = None, on: date | None = None, walked: bool = True
) -> tuple[EngagementCard, ...]:
    """The viewer's engagements that run on the day, most urgent first; of the given ids, ended ones too."""
    day = on or viewer.on
    own = Engagement.objects.filter(pk__in=engagement_ids(viewer))
    own = _running(own, day) if ids is None else own.filter(pk__in=list(ids))
    rows = _on(day).filter(one_of(own))
    return _cards(rows.order_by("priority", "mentee__name", "id"), day, viewer, walked)


def mentor_engagements(
    mentor_id: UUID, on: date, until: date | None = None, *, walked: bool = True
) -> tuple[EngagementCard, ...]:
    """Engagements a mentor carries on the day, or on any day up to `until`; unscoped, for composing papers."""
    carried = Assignment.objects.filter(Q(ends__isnull=True) | Q(ends__gte=on), mentor_id=mentor_id)
    carried = carried.filter(starts__lte=until or on)
    rows = _on(on).filter(one_of(Engagement.objects.filter(pk__in=carried.values("engagement_id"))))
    return _cards(rows.order_by("mentee__name", "id"), on, walked=walked)


def cards_of(ids: Collection[UUID], on: date) -> tuple[EngagementCard, ...]:
    """The engagements of these ids without their paths; unscoped, for what is reckoned of each and shown to nobody."""
    return _cards(_on(on).filter(pk__in=ids).order_by("pk"), on, walked=False)


def engagement_page(viewer: Viewer, wanted: EngagementFilter = NO_FILTER, after: str = "") -> Page:
    """A page of the engagements the viewer may know of, by name."""
    return _page(known_ids(viewer), viewer, wanted, after)


def administered_page(viewer: Viewer, wanted: EngagementFilter = NO_FILTER, after: str = "") -> Page:
    """A page of who carries whom, by name, for those who assign or oversee."""
    return _page(administered_ids(viewer), viewer, wanted, after)


def every_engagement(viewer: Viewer, wanted: EngagementFilter = NO_FILTER) -> Iterator[EngagementCard]:
    """All engagements of the list, in chunks, for an export."""
    return _every(known_ids(viewer), viewer, wanted)


def every_administered(viewer: Viewer, wanted: EngagementFilter = NO_FILTER) -> Iterator[EngagementCard]:
    """All lines of who carries whom, in chunks, for an export."""
    return _every(administered_ids(viewer), viewer, wanted)


def _page(ids: QuerySet[Engagement, Any], viewer: Viewer, wanted: EngagementFilter, after: str) -> Page:
    rows = _filtered(Engagement.objects.annotate(that_day=_that_day(viewer.on)).filter(pk__in=ids), wanted, viewer.on)
    page = page_of(rows, order=("mentee__name", "id"), after=after, dressed=lambda found: _dressed(found, viewer.on))
    return Page(_cards(page.rows, viewer.on, viewer, wanted.walked), page.next_key)


def _every(ids: QuerySet[Engagement, Any], viewer: Viewer, wanted: EngagementFilter) -> Iterator[EngagementCard]:
    rows = _filtered(_on(viewer.on).filter(pk__in=ids), wanted, viewer.on).order_by("mentee__name", "id")
    found = rows.iterator(chunk_size=CHUNK)
    while chunk := list(islice(found, CHUNK)):
        yield from _cards(chunk, viewer.on, viewer, wanted.walked)


def _filtered(rows: QuerySet[Any], wanted: EngagementFilter, on: date) -> QuerySet[Any]:
    if not wanted.any_time:
        rows = rows.filter(ends__lt=on) if wanted.ended else _running(rows, on)
    if wanted.cohort:
        rows = rows.filter(path__cohort=wanted.cohort)
    if wanted.among is not None:
        rows = rows.filter(pk__in=wanted.among)
    if wanted.text:
        rows = rows.filter(mentee__name__icontains=wanted.text)
    if wanted.programme:
        rows = rows.filter(programme=wanted.programme)
    if wanted.area:
        rows = rows.filter(village__code__startswith=wanted.area)
    if wanted.priority:
        rows = rows.filter(priority=wanted.priority)
    if wanted.unassigned:
        return rows.filter(that_day__isnull=True)
    if wanted.mentor_name:
        rows = rows.filter(that_day__mentor__full_name__icontains=wanted.mentor_name)
    return rows.filter(that_day__mentor=wanted.mentor) if wanted.mentor else rows


def _running(rows: QuerySet[Any], on: date) -> QuerySet[Any]:
    """Not ended by the day; those that start later are shown as well, so that nothing just entered is lost to view."""
    return rows.filter(Q(ends__isnull=True) | Q(ends__gte=on))


def _on(day: date) -> QuerySet[Engagement]:
    return _dressed(Engagement.objects.all(), day)


def _that_day(day: date) -> FilteredRelation:
    """Who carries an engagement on the day."""
    running = Q(assignments__ends__isnull=True) | Q(assignments__ends__gte=day)
    return FilteredRelation("assignments", condition=Q(assignments__starts__lte=day) & running)


def _dressed(rows: QuerySet[Engagement], day: date) -> QuerySet[Engagement]:
    """Engagements with mentee, place and the mentor of the day."""
    rows = rows.select_related("mentee", "village__parent__parent", "path__cohort")
    rows = rows.annotate(that_day=_that_day(day))
    return rows.annotate(mentor_id=F("that_day__mentor_id"), mentor_name=F("that_day__mentor__full_name"))


def _first(rows: QuerySet[Engagement], viewer: Viewer, walked: bool = True) -> EngagementCard | None:
    return next(iter(_cards(rows, viewer.on, viewer, walked)), None)


def _cards(
    rows: Iterable[Any], on: date, viewer: Viewer | None = None, walked: bool = True
) -> tuple[EngagementCard, ...]:
    """Cards with their paths; without a viewer for services alone, which show them to nobody."""
    found = list(rows)
    paths = stops_of(found, on, viewer) if found and walked else {}
    return tuple(_card(row, paths.get(row.pk, ())) for row in found)


def _card(row: Any, path: tuple[Stop, ...]) -> EngagementCard:
    district = row.village.parent
    regency = district.parent if district else None
    return EngagementCard(
        id=row.pk,
        programme=row.programme,
        pinned=row.pinned,
        mentee_id=row.mentee_id,
        mentee_name=row.mentee.name,
        mentee_kind=row.mentee.kind,
        village_code=row.village_id,
        village=row.village.name,
        district=district.name if district else "",
        regency_code=row.regency,
        regency=regency.name if regency else "",
        starts=row.starts,
        ends=row.ends,
        priority=row.priority,
        mentor_id=row.mentor_id,
        mentor_name=row.mentor_name or "",
        path=path,
        path_id=row.path_id,
        cohort_id=row.path.cohort_id,
        cohort_name=row.path.cohort.name if row.path.cohort else "",
    )
