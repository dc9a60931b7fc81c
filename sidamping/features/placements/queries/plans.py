"""Plans as people read them: each pair with its reasons and the next best, who is left over, what was applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.domain.matching.pairs import Part, parts_of
from sidamping.features.placements.models import Plan
from sidamping.features.placements.queries.ground import Ground, ground_of
from sidamping.features.programmes import queries as programmes
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory import queries as territory
from sidamping.rules import books

KIND = "placements.propose"
"""The long work that computes a large plan."""
PLANNERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO, roles.ADMIN, roles.DINAS_REGENCY)
"""Roles that may propose who mentors whom; in which programmes, their files say."""


@dataclass(frozen=True)
class PlanLine:
    """A plan in the list."""

    id: UUID
    title: str
    cohort: str
    place: str
    starts: date
    made_by: str
    pairs: int
    applied: int


@dataclass(frozen=True)
class Because:
    """One reason of a pair: its code, what it costs and the values of its sentence."""

    code: str
    cost: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class PairRow:
    """A proposed pair: who, where, why, at what cost, and who comes next."""

    engagement_id: UUID
    mentee: str
    village: str
    mentor_id: UUID
    mentor: str
    because: tuple[Because, ...]
    cost: int
    fixed: bool
    instead: str
    instead_more: int
    let_in: str


@dataclass(frozen=True)
class LeftRow:
    """Somebody left over, and why."""

    id: str
    name: str
    village: str
    code: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class PlanCard:
    """A plan with its last proposal; `stale` when people settled something after it was computed."""

    id: UUID
    title: str
    programme: str
    cohort: str
    cohort_id: UUID | None
    place: str
    starts: date
    computed_at: datetime | None
    stale: bool
    pairs: tuple[PairRow, ...]
    left: tuple[LeftRow, ...]
    few: tuple[LeftRow, ...]
    out: tuple[LeftRow, ...]
    cost: int
    mentors: int
    source: str
    source_status: str
    applied: tuple[tuple[datetime, str, int], ...]


@dataclass(frozen=True)
class Option:
    """One mentor for one mentee, explained: what speaks for and against, and what keeps the pair out."""

    mentor_id: UUID
    name: str
    because: tuple[Because, ...]
    cost: int
    carries: int
    most: int | None
    out: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class PairDesk:
    """Everything about one mentee of a plan, for settling it by hand."""

    engagement_id: UUID
    mentee_id: UUID
    name: str
    village: str
    told: Mapping[str, str]
    theme: str
    sector: str
    language: str
    priority: int
    options: tuple[Option, ...]


def plans_page(viewer: Viewer, after: str = "") -> Page:
    """Plans of the viewer's area, the newest first."""
    rows = _seen(viewer).select_related("cohort", "made_by").prefetch_related("applied")
    page = page_of(rows, order=("-created_at", "id"), after=after)
    places = territory.names_of({row.area for row in page.rows if row.area})
    return Page(tuple(_line(row, places) for row in page.rows), page.next_key)


def plan_row(viewer: Viewer, plan: UUID) -> Plan | None:
    """The plan itself, for services; None for a stranger."""
    return _seen(viewer).filter(pk=plan).first()


def plan_card(viewer: Viewer, plan: UUID) -> PlanCard | None:
    """The plan with its last proposal; None for a stranger."""
    row = _seen(viewer).select_related("cohort").filter(pk=plan).first()
    if row is None:
        return None
    kept: dict[str, Any] = row.proposal or {}
    done = row.applied.select_related("by").order_by("at")
    applied = tuple((one.at, one.by.full_name, len(one.pairs)) for one in done)
    return PlanCard(
        row.pk, _title(row.pinned), row.programme, row.cohort.name if row.cohort else "", row.cohort_id,
        territory.names_of([row.area]).get(row.area, ""), row.starts, row.computed_at,
        row.proposal is not None and row.computed_from != row.revised,
        tuple(_pair(one) for one in kept.get("pairs", ())), _left(kept, "left"), _left(kept, "few"), _left(kept, "out"),
        kept.get("cost", 0), kept.get("mentors", 0), kept.get("source", ""), kept.get("status", ""), applied,
    )


def pair_desk(viewer: Viewer, plan: UUID, engagement: UUID) -> PairDesk | None:
    """Every mentor for one mentee of the plan, the cheapest first; None for a stranger or who waits no more."""
    row = plan_row(viewer, plan)
    if row is None:
        return None
    told = dict(row.told.get(str(engagement), {}))
    row.told = {**row.told, str(engagement): {name: value for name, value in told.items() if name != "out"}}
    ground = ground_of(viewer, row)
    one = ground.waiting.get(str(engagement))
    if one is None:
        return None
    mentee = next(found for found in ground.mentees if found.id == str(engagement))
    return PairDesk(
        engagement, one.mentee_id, one.name, one.village, told, mentee.theme, mentee.sector, mentee.language,
        mentee.priority, _options(ground, str(engagement)),
    )


def _options(ground: Ground, engagement: str) -> tuple[Option, ...]:
    mentee = next(found for found in ground.mentees if found.id == engagement)
    made = []
    for mentor in ground.mentors:
        parts, fit = parts_of(mentor, mentee, ground.costs), ground.fitness[mentor.id]
        load = Part("load", ground.costs.each_mentee * mentor.carries, {"place": mentor.carries + 1, "most": fit.most})
        because = tuple(Because(part.code, part.cost, part.values) for part in (*parts, load))
        out = ground.reason_out(mentor.id, engagement)
        bound = ground.bound.get((mentor.id, engagement))
        made.append(Option(
            fit.mentor_id, mentor.name, because, sum(one.cost for one in because), mentor.carries, fit.most,
            out or ("full" if fit.full else ""), bound.kinds if bound else (),
        ))  # fmt: skip
    return tuple(sorted(made, key=lambda one: (bool(one.out), one.cost, one.name)))


def _seen(viewer: Viewer) -> QuerySet[Plan]:
    """Plans of programmes in which the viewer assigns, for areas within the own."""
    found = Q(pk__in=[])
    for code in {row for row in Plan.objects.values_list("pinned", flat=True).distinct()}:
        book = books.pinned_programme(code)
        for grant in viewer.holding(*programmes.assigners(book)):
            if grant.subject_id is None and grant.programme in ("", book.code):
                place = Q(area__startswith=grant.area) if grant.area else Q(pk__isnull=False)
                found |= Q(pinned=code) & place
    return Plan.objects.filter(found)


def may_plan(viewer: Viewer, book_version: str, area: str) -> bool:
    """Whether the viewer may propose in the programme for the whole area."""
    book = books.pinned_programme(book_version)
    return any(covers(grant, book.code, area) for grant in viewer.holding(*programmes.assigners(book)))


def _line(row: Plan, places: dict[str, str]) -> PlanLine:
    pairs = len((row.proposal or {}).get("pairs", ()))
    applied = sum(len(one.pairs) for one in row.applied.all())
    return PlanLine(
        row.pk, _title(row.pinned), row.cohort.name if row.cohort else "", places.get(row.area, ""), row.starts,
        row.made_by.full_name, pairs, applied,
    )


def _title(pinned: str) -> str:
    return books.pinned_programme(pinned).title.text(reader_language())


def _pair(one: dict[str, Any]) -> PairRow:
    because = tuple(Because(part["code"], part["cost"], part["values"]) for part in one["because"])
    return PairRow(
        UUID(one["engagement"]), one["mentee"], one["village"], UUID(one["mentor"]), one["mentor_name"], because,
        sum(part.cost for part in because), one["fixed"], one["instead"], one["instead_more"], one["let_in"],
    )


def _left(kept: dict[str, Any], part: str) -> tuple[LeftRow, ...]:
    return tuple(LeftRow(**one) for one in kept.get(part, ()))
