"""The ranked list of a call with its tie rule, the places sought, and where people decide (B3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

from sidamping.domain.selection.interview import shares
from sidamping.domain.selection.ranking import APPLIED, Entrant, Place, ranking
from sidamping.domain.selection.stages import INTERVIEW
from sidamping.features.recruitment.models import Candidacy
from sidamping.features.recruitment.queries.books import Book, book_of
from sidamping.features.recruitment.queries.calls import CallCard, call_card
from sidamping.features.recruitment.queries.candidates import CandidateLine, judged, lines_of, standing_of
from sidamping.features.recruitment.queries.interviews import AspectLine, Result, result_of, said
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class RankLine:
    """A place on the list: who, the total, the marks, what set it apart from the one above, and the decision so far."""

    place: Place
    candidate: CandidateLine
    marks: tuple[Fraction | None, ...]
    decided_by: str
    decision: str


@dataclass(frozen=True)
class Ranking:
    """The list of a call; `waiting` are candidates at the interview whose marks are not complete yet."""

    call: CallCard
    aspects: tuple[AspectLine, ...]
    lines: tuple[RankLine, ...]
    waiting: tuple[tuple[CandidateLine, tuple[str, ...]], ...]
    places: int
    tie_rule: str
    tie_status: str
    notices: tuple[str, ...]

    @property
    def straddles(self) -> bool:
        return any(one.place.people_decide for one in self.lines)


def ranking_of(viewer: Viewer, call: UUID) -> Ranking | None:
    """The ranked list; None for a stranger and where the programme holds no interview."""
    card = call_card(viewer, call, needs=False)
    book = book_of(card.pinned) if card else None
    if card is None or book is None or book.recruitment.interview is None:
        return None
    rows = interviewed(call, book)
    lines = {one.id: one for one in lines_of(rows, viewer.on)}
    results = {row.pk: result for row in rows if (result := result_of(row, book)) is not None}
    rule = book.recruitment.interview
    return Ranking(
        card, _aspects(book, card.opens), tuple(_lines(rows, lines, results, book, card.places)),
        tuple((lines[id], one.missing) for id, one in results.items() if one.total is None), card.places,
        rule.tie.label.text(book.language), rule.tie.status, _notices(results),
    )


def interviewed(call: UUID, book: Book) -> list[Any]:
    """Candidates of the call who came to the interview, whatever was decided there; those who left are out."""
    rows = list(judged(Candidacy.objects.filter(call_id=call)).order_by("applied_at", "id"))
    before = book.stages[: book.stages.index(INTERVIEW)]
    return [row for row in rows if _came(row, before)]


def placed(rows: list[Any], results: dict[UUID, Result], book: Book, places: int) -> tuple[Place, ...]:
    """The places of everybody with a complete interview."""
    rule = book.recruitment.interview
    entrants = [
        Entrant(str(row.pk), found.total, row.applied_on, {a.key: a.mark for a in found.aspects if a.mark is not None})
        for row in rows if (found := results.get(row.pk)) is not None and found.total is not None
    ]
    return ranking(entrants, rule.order if rule else (), places=places)


def place_of(row: Candidacy, book: Book, places: int) -> Place | None:
    """Where one candidate stands on the list as it is now."""
    rows = interviewed(row.call_id, book)
    results = {one.pk: found for one in rows if (found := result_of(one, book)) is not None}
    return next((one for one in placed(rows, results, book, places) if one.id == str(row.pk)), None)


def _came(row: Any, before: tuple[str, ...]) -> bool:
    passed = {one.stage for one in row.decisions.all() if one.passed}
    left = any(one.withdrawn for one in row.decisions.all())
    return set(before) <= passed and not left


def _lines(
    rows: list[Any], lines: dict[UUID, CandidateLine], results: dict[UUID, Result], book: Book, places: int
) -> Any:
    known = {str(row.pk): row for row in rows}
    labels = {one.key: one.label for one in next(iter(results.values())).aspects} if results else {}
    for place in placed(rows, results, book, places):
        row = known[place.id]
        marks = tuple(one.mark for one in results[row.pk].aspects)
        yield RankLine(place, lines[row.pk], marks, _by(place.decided_by, labels), standing_of(row, book).state)


def _by(key: str, labels: dict[str, str]) -> str:
    """The key of a tie rule in words; the day of application speaks through its own code."""
    return key if key == APPLIED else labels.get(key, key)


def _aspects(book: Book, on: date) -> tuple[AspectLine, ...]:
    ruler = book.instrument_on(on)
    return tuple(
        AspectLine(one.key, said(one.label, book.language), Fraction(one.weight or 0), share, None, None, None)
        for one, share in zip(ruler.components, shares(ruler), strict=True)
    )


def _notices(results: dict[UUID, Result]) -> tuple[str, ...]:
    return next((one.notices for one in results.values()), ())
