"""Panels: who interviews whom, and the result once everybody has handed in; until then nobody sees others' marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.instrument import Instrument, Words
from sidamping.domain.scoring.numbers import exact
from sidamping.domain.selection.interview import InterviewScore, Sheet, interview, shares
from sidamping.features.recruitment.models import Candidacy, Panelist
from sidamping.features.recruitment.queries.books import Book, book_for
from sidamping.features.recruitment.queries.calls import CallCard
from sidamping.platform.access.queries import Official, holders
from sidamping.platform.access.roles import ASSESSOR, PMO, SECRETARIAT
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

ASKED = (ASSESSOR, PMO, SECRETARIAT)
"""Roles that may be asked to interview."""


@dataclass(frozen=True)
class PanelLine:
    """One interviewer of a candidate: handed in or awaited; marks only for whoever may see them."""

    id: UUID
    user_id: UUID
    name: str
    handed_at: datetime | None
    excused_why: str
    total: Fraction | None = None
    remark: str = ""
    marks: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class AspectLine:
    """A component of the instrument with its normalised share, and the panel's mean and spread when they are there."""

    key: str
    label: str
    weight: Fraction
    share: Fraction
    mark: Fraction | None
    score: Fraction | None
    spread: Any
    marks: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Result:
    """What the panel says: aspects, who is missing, the total once nobody is; `notices` tell how weights were read."""

    aspects: tuple[AspectLine, ...]
    panel: tuple[PanelLine, ...]
    missing: tuple[str, ...]
    total: Fraction | None
    least: int
    short: bool
    notices: tuple[str, ...]
    on: date | None
    place: str


@dataclass(frozen=True)
class Appearance:
    """An interview the viewer is asked to hold."""

    candidacy: UUID
    name: str
    position: str
    cohort: str
    on: date | None
    place: str
    handed_at: datetime | None


def result_of(candidacy: Candidacy, book: Book) -> Result | None:
    """The result of the candidate's interview; None where the programme holds none. Unscoped: callers scope."""
    if not book.interviews or book.recruitment.interview is None:
        return None
    met = getattr(candidacy, "interview", None)
    rows = [one for one in candidacy.panel.all() if not one.excused_why]
    ruler = book.instrument_on(candidacy.applied_on)
    made, short = scored(rows, ruler, candidacy, book), len(rows) < book.recruitment.interview.interviewers
    complete = made is not None and not made.missing and not short
    language = book.language
    return Result(
        tuple(_aspects(ruler, made if complete else None, rows, language)),
        tuple(_line(one, made if complete else None) for one in candidacy.panel.all()),
        tuple(str(one.user) for one in rows if one.handed_at is None),
        made.total if made is not None and complete else None,
        book.recruitment.interview.interviewers, short, tuple(said(one, language) for one in ruler.notices),
        met.on if met else None, met.place if met else "",
    )


def scored(
    panel: Iterable[Panelist], ruler: Instrument, candidacy: Candidacy, book: Book, *, strict: bool = False
) -> InterviewScore | None:
    """The panel's means; None where the panel itself is not sound yet, unless `strict`, which says why."""
    rows = list(panel)
    names = {str(one.user_id): str(one.user) for one in rows}
    sheets = [Sheet(str(one.user_id), numbers(one.marks)) for one in rows if one.handed_at is not None]
    least = book.recruitment.interview.interviewers if strict and book.recruitment.interview else 1
    try:
        return interview(
            ruler, names, sheets, on=candidacy.applied_on, least=least, label=lambda one: names.get(one, one)
        )
    except Refused:
        if strict:
            raise
        return None


def numbers(marks: Mapping[str, Any]) -> dict[str, Any]:
    """Stored marks as exact numbers."""
    return {key: exact(value) or 0 for key, value in marks.items()}


def shares_of(ruler: Instrument) -> dict[str, Fraction]:
    return {one.key: share for one, share in zip(ruler.components, shares(ruler), strict=True)}


def own_seat(viewer: Viewer, candidacy: UUID) -> Panelist | None:
    """The viewer's own place in the panel of a candidate."""
    return Panelist.objects.filter(candidacy_id=candidacy, user_id=viewer.user_id, excused_why="").first()


def appearances(viewer: Viewer) -> tuple[Appearance, ...]:
    """The interviews the viewer holds: those still to be marked first, then by day."""
    rows = Panelist.objects.filter(user_id=viewer.user_id, excused_why="").select_related(
        "candidacy__position", "candidacy__call__cohort", "candidacy__interview"
    )
    rows = rows.order_by("handed_at", "candidacy__interview__on", "id")[:200]
    found = [_appearance(row) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.handed_at is not None, one.on or date.max)))


def to_interview(candidacy: Candidacy, on: date) -> tuple[Official, ...]:
    """Who may be asked to interview in the cohort's area: never the candidate."""
    cohort = candidacy.call.cohort
    found = holders(ASKED, cohort.programme, [cohort.area], on)
    return tuple(one for one in found if one.user_id != candidacy.user_id)


def interviewers_for(viewer: Viewer, card: CallCard) -> tuple[Official, ...]:
    """Who may be asked to interview candidates of a call; the viewer has been let in to the call."""
    return holders(ASKED, card.programme, [card.area], viewer.on)


def instrument_of(candidacy: Candidacy) -> Instrument | None:
    book = book_for(candidacy.call.cohort)
    return book.instrument_on(candidacy.applied_on) if book is not None and book.interviews else None


def _aspects(
    ruler: Instrument, made: InterviewScore | None, rows: list[Panelist], language: str
) -> Iterable[AspectLine]:
    found = {one.key: one for one in made.aspects} if made else {}
    for one, share in zip(ruler.components, shares(ruler), strict=True):
        got = found.get(one.key)
        yield AspectLine(
            one.key, said(one.label, language), Fraction(one.weight or 0), share, got.mark if got else None,
            got.score if got else None, got.spread if got else None,
            tuple(row.marks.get(one.key) for row in rows) if made else (),
        )


def _line(row: Panelist, made: InterviewScore | None) -> PanelLine:
    total = made.totals.get(str(row.user_id)) if made else None
    shown = row.remark if made else ""
    return PanelLine(row.pk, row.user_id, str(row.user), row.handed_at, row.excused_why, total, shown,
                     row.marks if made else None)


def _appearance(row: Panelist) -> Appearance:
    one = row.candidacy
    met = getattr(one, "interview", None)
    return Appearance(
        one.pk, one.name, theme_label(one.position.theme, reader_language()), one.call.cohort.name,
        met.on if met else None, met.place if met else "", row.handed_at,
    )


def said(text: Words, language: str) -> str:
    """A text of an instrument in the reader's language."""
    return text.en if language.startswith("en") and text.en else text.id


def theme_label(code: str, language: str) -> str:
    """What a theme is called."""
    return labels("mentoring-themes", language).get(code, code)
