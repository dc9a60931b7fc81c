"""What lists of mentorings are narrowed to: places one level at a time, mentors once a regency is told (F7).

Who oversees a regency chooses among all of it at once; who oversees more opens a province, then a regency.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.features.programmes.queries.assignments import carried_on
from sidamping.features.programmes.queries.scope import REGENCY, administered_ids
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory.picker import STEPWISE
from sidamping.platform.territory.queries import unfolded

STEP = "\u2003"
"""Before the name of a place, for each level it lies below the first."""


@dataclass(frozen=True)
class MentorLoad:
    """How many engagements a mentor carries on the day of looking."""

    mentor_id: UUID
    name: str
    count: int


@dataclass(frozen=True)
class Where:
    """The area told ('' = all in sight) and those to choose from; `asked` while the nation is too much to tell."""

    area: str
    places: list[tuple[str, str]]
    asked: bool
    help: ClassVar = STEPWISE


def oversees_more(viewer: Viewer) -> bool:
    """Whether the viewer oversees or assigns in more than regencies, so that places are opened step by step."""
    return any(len(area) < REGENCY for area in _areas(viewer))


def too_many_mentors(viewer: Viewer, area: str) -> bool:
    """Whether a filter asks for a mentor by name: until a regency is told to whoever oversees more than one."""
    return oversees_more(viewer) and len(area) < REGENCY


def places_of(viewer: Viewer, chosen: str = "") -> list[tuple[str, str]]:
    """Where the viewer oversees or assigns: code and name, for a filter in which `chosen` is opened."""
    if not oversees_more(viewer):
        return _districts(viewer)
    found = unfolded(_areas(viewer), chosen)
    first = min((code.count(".") for code, _name in found), default=0)
    return [(code, STEP * (code.count(".") - first) + name) for code, name in found]


def where_of(viewer: Viewer, wanted: str) -> Where:
    """What a page of all mentors or mentees is narrowed to; nothing to choose for whoever oversees regencies alone."""
    if not oversees_more(viewer):
        return Where("", [], asked=False)
    places = places_of(viewer, wanted)
    area = wanted if wanted in dict(places) else ""
    return Where(area, places, asked=not area and "" in _areas(viewer))


def mentor_loads(viewer: Viewer, area: str = "", mentor: UUID | None = None) -> tuple[MentorLoad, ...]:
    """Mentors of the viewer's area, or of the one told, with the number they carry today, the most loaded first.

    Of the whole nation none is told but the one mentor asked for.
    """
    rows = Assignment.objects.filter(carried_on(viewer.on), engagement__in=_running(viewer, area))
    if not area and "" in _areas(viewer):
        rows = rows.filter(mentor_id=mentor)
    counted = rows.values_list("mentor_id", "mentor__full_name").annotate(count=Count("id"))
    return tuple(MentorLoad(*row) for row in counted.order_by("-count", "mentor__full_name", "mentor_id"))


def _running(viewer: Viewer, area: str) -> QuerySet[Engagement, Any]:
    rows = Engagement.objects.filter(pk__in=administered_ids(viewer), village__code__startswith=area)
    return rows.filter(Q(ends__isnull=True) | Q(ends__gte=viewer.on))


def _districts(viewer: Viewer) -> list[tuple[str, str]]:
    """Those in which anybody is mentored."""
    rows = Engagement.objects.filter(pk__in=administered_ids(viewer)).order_by("village__parent__code")
    found = rows.values_list("village__parent__code", "village__parent__name", "village__parent__parent__name")
    return [(code, f"{district} ({regency})") for code, district, regency in found.distinct()]


def _areas(viewer: Viewer) -> tuple[str, ...]:
    return viewer.areas(*roles.OVERSEERS, roles.ADMIN)
