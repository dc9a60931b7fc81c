"""Cohorts as people see them: the list of the own area, one with its stations and numbers, the calls that are open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from sidamping.features.programmes.models import Cohort, Engagement, Path, StepRecord
from sidamping.features.programmes.queries.path import Stop, stops_of_path
from sidamping.features.programmes.queries.scope import MANAGERS, known_ids
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Grant, Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory.models import Area
from sidamping.rules.books import pinned_programme

LEADERS = MANAGERS
"""Roles that open and change cohorts within their area."""
READERS = (*roles.OVERSEERS, roles.ASSESSOR, roles.ADMIN)
"""Roles that read the cohorts touching their area."""


@dataclass(frozen=True)
class CohortCard:
    """One round of a programme with its place, days, call and how many take part; stations only on its own page."""

    id: UUID
    path_id: UUID
    programme: str
    pinned: str
    title: str
    name: str
    area: str
    place: str
    starts: date
    ends: date | None
    call_opens: date | None
    call_closes: date | None
    target: int | None
    mentors_wanted: int | None
    mentees: int = 0
    engaged: int = 0
    mentors: int = 0
    stations: tuple[Stop, ...] = ()

    def call_is_open(self, on: date) -> bool:
        """Whether applications are taken on the day."""
        return _between(self.call_opens, on, self.call_closes)

    @property
    def next_stop(self) -> Stop | None:
        return next((stop for stop in self.stations if stop.state in ("next", "late")), None)


def leads_cohorts(viewer: Viewer, programme: str, area: str) -> bool:
    """Whether the viewer may open and change cohorts of the programme in the area."""
    return any(covers(grant, programme, area) for grant in viewer.holding(*LEADERS))


def cohorts_page(viewer: Viewer, programme: str = "", text: str = "", after: str = "") -> Page:
    """A page of the cohorts that touch the viewer's area, the newest first."""
    rows = _counted(_seen(viewer))
    rows = rows.filter(programme=programme) if programme else rows
    rows = rows.filter(name__icontains=text) if text else rows
    page = page_of(rows, order=("-starts", "id"), after=after)
    return Page(_cards(page.rows), page.next_key)


def cohort_card(viewer: Viewer, id: UUID) -> CohortCard | None:
    """One cohort with its stations and counts; None for a stranger."""
    row = _counted(_seen(viewer)).filter(pk=id).first()
    if row is None:
        return None
    return _cards([row], stops_of_path(row.path, viewer.on, viewer))[0]


def cohorts_to_choose(viewer: Viewer, programme: str = "") -> tuple[CohortCard, ...]:
    """Cohorts of the viewer's area that have not ended, the newest first, for lists to choose from."""
    rows = _counted(_seen(viewer)).filter(Q(ends__isnull=True) | Q(ends__gte=viewer.on))
    rows = rows.filter(programme=programme) if programme else rows
    return _cards(list(rows.order_by("-starts", "id")[:200]))


def open_calls(on: date) -> tuple[CohortCard, ...]:
    """Cohorts whose call is open on the day; public."""
    rows = _counted(Cohort.objects.filter(call_opens__lte=on))
    rows = rows.filter(Q(call_closes__isnull=True) | Q(call_closes__gte=on))
    return _cards(list(rows.order_by("call_closes", "name", "id")[:100]))


def cohort_by_id(id: UUID) -> CohortCard | None:
    """One cohort without its stations; unscoped, for features above that have checked who looks."""
    row = _counted(Cohort.objects.filter(pk=id)).first()
    return _cards([row])[0] if row else None


def cohort_of_path(path_id: UUID) -> UUID | None:
    """The cohort of a mentee's or mentor's path, or the one whose own path it is; unscoped."""
    row = Path.objects.filter(pk=path_id).values_list("cohort_id", "cohort_led__id").first()
    return (row[0] or row[1]) if row else None


def _seen(viewer: Viewer) -> QuerySet[Cohort]:
    """Cohorts of whose area the viewer has a part, or which lie within it; those a mentor belongs to."""
    wanted = Q(pk__in=[])
    for grant in viewer.holding(*READERS):
        wanted |= _touched(grant)
    if viewer.has(roles.MENTOR):
        wanted |= Q(pk__in=Path.objects.filter(subject="mentor", person=viewer.user_id).values("cohort_id"))
    return Cohort.objects.filter(wanted)


def _touched(grant: Grant) -> Q:
    if grant.subject_id is not None:
        return Q(pk__in=[])
    above = [grant.area[:length] for length in (0, 2, 5, 8, 13) if length <= len(grant.area)]
    inside = Q(area__in=above) | Q(area__startswith=grant.area)
    return inside & Q(programme=grant.programme) if grant.programme else inside


def _counted(rows: QuerySet[Cohort]) -> QuerySet[Cohort]:
    mentees = Count("paths", filter=Q(paths__subject="mentee"), distinct=True)
    engaged = Count("paths__engagement", distinct=True)
    mentors = Count("paths", filter=Q(paths__subject="mentor"), distinct=True)
    place = Subquery(Area.objects.filter(code=OuterRef("area")).values("name")[:1])
    return rows.select_related("path").annotate(mentees=mentees, engaged=engaged, mentors=mentors, place=place)


def _cards(rows: list[Cohort] | tuple[Cohort, ...], stations: tuple[Stop, ...] = ()) -> tuple[CohortCard, ...]:
    return tuple(_card(row, stations) for row in rows)


def _card(row: Cohort, stations: tuple[Stop, ...]) -> CohortCard:
    count = {key: getattr(row, key, 0) for key in ("mentees", "engaged", "mentors")}
    title = pinned_programme(row.path.pinned).title.text(reader_language())
    place = getattr(row, "place", None) or row.area
    return CohortCard(
        row.pk, row.path_id, row.programme, row.path.pinned, title, row.name, row.area, place, row.starts, row.ends,
        row.call_opens, row.call_closes, row.target, row.mentors_wanted, **count, stations=stations,
    )


def _between(first: date | None, on: date, last: date | None) -> bool:
    return first is not None and first <= on and (last is None or on <= last)


@dataclass(frozen=True)
class CohortLevel:
    """A step of the mentees' path and how many of the cohort have passed it, or were stopped at it."""

    code: str
    label: str
    stage: str
    passed: int
    stopped: int


@dataclass(frozen=True)
class Member:
    """One path of a cohort: whose it is and where it is shown."""

    path_id: UUID
    engagement_id: UUID | None
    name: str
    place: str


def cohort_levels(card: CohortCard) -> tuple[CohortLevel, ...]:
    """How many mentees of the cohort passed each step, counted by the database in one query; unscoped counts."""
    book = pinned_programme(card.pinned)
    stops = {step.code: set(step.stops) for step in book.steps}
    rows = StepRecord.objects.filter(path__cohort=card.id, path__subject="mentee", taken_back_by__isnull=True)
    rows = rows.exclude(kind="reversed")
    counts = rows.order_by().values_list("step", "outcome").annotate(Count("path", distinct=True))
    passed: dict[str, int] = {}
    stopped: dict[str, int] = {}
    for step, outcome, count in counts:
        counted = stopped if outcome in stops.get(step, ()) else passed
        counted[step] = counted.get(step, 0) + count
    language = reader_language()
    stages = {one.code: one.label.text(language) for one in book.stages}
    return tuple(
        CohortLevel(
            one.code, one.label.text(language), stages.get(one.stage, ""), min(passed.get(one.code, 0), card.mentees),
            stopped.get(one.code, 0),
        )
        for one in book.steps_of("mentee")
    )


def cohort_mentees(viewer: Viewer, cohort: UUID, most: int = 200) -> tuple[Member, ...]:
    """The mentees of the cohort whom the viewer may know of, by name."""
    rows = Engagement.objects.filter(path__cohort=cohort, pk__in=known_ids(viewer)).order_by("mentee__name", "id")
    found = rows.values_list("path_id", "id", "mentee__name", "village__name")[:most]
    return tuple(Member(path, id, name, place) for path, id, name, place in found)


def cohort_mentors(cohort: UUID, most: int = 200) -> tuple[Member, ...]:
    """The candidates and mentors of the cohort with an account, by name; unscoped, for who reads the cohort."""
    rows = Path.objects.filter(cohort=cohort, subject="mentor", person__isnull=False).order_by("person__full_name")
    return tuple(Member(path, None, name, "") for path, name in rows.values_list("id", "person__full_name")[:most])
