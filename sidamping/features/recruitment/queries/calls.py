"""Calls for mentors: those open to the public today, those a person recruits for, one with its positions and counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery

from sidamping.features.programmes.queries import CohortCard, cohorts_to_choose
from sidamping.features.recruitment.models import Call, Position
from sidamping.features.recruitment.queries.books import book_of
from sidamping.features.recruitment.queries.scope import calls_seen, recruits
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory.models import Area
from sidamping.rules.books import labels, pinned_programme

THEMES = "mentoring-themes"
Sought = Callable[[UUID], Mapping[str, int]]
"""Cohort → theme → how many of its mentees need it."""
_told: list[Sought] = []


@dataclass(frozen=True)
class PositionLine:
    """What mentors are sought for, how many, why, and how many applied."""

    id: UUID
    theme: str
    label: str
    wanted: int
    need: str
    mentees: int
    applied: int = 0


@dataclass(frozen=True)
class CallCard:
    """A call with its cohort and programme."""

    id: UUID
    cohort_id: UUID
    cohort: str
    programme: str
    pinned: str
    title: str
    area: str
    place: str
    opens: date
    closes: date
    requirements: str
    starts: date
    ends: date | None
    positions: tuple[PositionLine, ...]
    candidates: int = 0

    @property
    def places(self) -> int:
        return sum(one.wanted for one in self.positions)

    def is_open(self, on: date) -> bool:
        return self.opens <= on <= self.closes


def tell_needs(source: Sought) -> None:
    """From now on, calls show how many mentees need each theme; the feature that determines needs says so."""
    _told.append(source)


def needs_by_theme(cohort: UUID) -> dict[str, int]:
    """How many mentees of the cohort need help in each theme, as far as somebody tells."""
    found: dict[str, int] = {}
    for source in _told:
        for theme, number in source(cohort).items():
            found[theme] = found.get(theme, 0) + number
    return found


def open_calls_for_mentors(on: date) -> tuple[CallCard, ...]:
    """Calls that take applications on the day; public."""
    rows = _joined(Call.objects.filter(opens__lte=on, closes__gte=on)).order_by("closes", "id")
    return tuple(map(_card, rows[:100]))


def public_call(id: UUID) -> CallCard | None:
    """One call as everybody may read it, also after it has closed."""
    row = _joined(Call.objects.filter(pk=id)).first()
    return _card(row) if row else None


def calls_page(viewer: Viewer, after: str = "") -> Page:
    """Calls of the viewer's area, the one that closes last above."""
    page = page_of(_joined(calls_seen(viewer)), order=("-closes", "id"), after=after)
    return Page(tuple(_card(row) for row in page.rows), page.next_key)


def call_card(viewer: Viewer, id: UUID, *, needs: bool = True) -> CallCard | None:
    """One call; `needs=False` leaves out how many mentees need each theme, where nobody shows it."""
    row = _joined(calls_seen(viewer).filter(pk=id)).first()
    return _card(row, needs) if row else None


def call_of_cohort(viewer: Viewer, cohort: UUID) -> CallCard | None:
    row = _joined(calls_seen(viewer).filter(cohort_id=cohort)).first()
    return _card(row) if row else None


def cohorts_without_call(viewer: Viewer) -> tuple[CohortCard, ...]:
    """Cohorts the viewer may call mentors for: of a programme that chooses them, without a call yet."""
    called = set(Call.objects.values_list("cohort_id", flat=True))
    return tuple(
        one for one in cohorts_to_choose(viewer)
        if one.id not in called and recruits(viewer, one.programme, one.area) and book_of(one.pinned) is not None
    )


def _joined(rows: QuerySet[Call]) -> QuerySet[Any]:
    positions = Position.objects.order_by("theme").annotate(applied=Count("candidacies"))
    rows = rows.select_related("cohort__path").prefetch_related(Prefetch("positions", queryset=positions))
    place = Subquery(Area.objects.filter(code=OuterRef("cohort__area")).values("name")[:1])
    return rows.annotate(applied=Count("candidacies"), place=place)


def _card(row: Any, needs: bool = True) -> CallCard:
    cohort = row.cohort
    title = pinned_programme(cohort.path.pinned).title.text(reader_language())
    lines = tuple(_positions(row.positions.all(), needs_by_theme(cohort.pk) if needs else {}))
    return CallCard(
        row.pk, cohort.pk, cohort.name, cohort.programme, cohort.path.pinned, title, cohort.area, row.place or "",
        row.opens, row.closes, row.requirements, cohort.starts, cohort.ends, lines, row.applied,
    )


def _positions(rows: Iterable[Any], needs: Mapping[str, int]) -> Iterable[PositionLine]:
    words = labels(THEMES, reader_language())
    for row in rows:
        label = words.get(row.theme, row.theme)
        yield PositionLine(row.pk, row.theme, label, row.wanted, row.need, needs.get(row.theme, 0), row.applied)
