"""The calls that are open to everybody: what a programme offers, asks and until when. Public facts, nobody's scope."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.admissions.queries.intake import (
    FACT_LISTS,
    Need,
    facts_asked,
    intake_of,
    kind_words,
    needs_of,
    stages_of,
)
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes.queries import CohortCard
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels, pinned_programme
from sidamping.rules.citing import source_words
from sidamping.rules.programme_forms import Intake, Named, Programme


@dataclass(frozen=True)
class Said:
    """A code of the programme in the reader's words, with its source and status."""

    code: str
    label: str
    cite: str
    status: str
    must: bool = False


@dataclass(frozen=True)
class Call:
    """One call: the round it belongs to and what its programme says of taking in."""

    id: UUID
    name: str
    title: str
    programme: str
    pinned: str
    area: str
    place: str
    opens: date | None
    closes: date | None
    open: bool
    days_left: int | None
    target: int | None
    kinds: Mapping[str, str]
    goals: tuple[str, ...]
    months: int | None
    months_cite: str
    documents: tuple[Need, ...]
    questions: tuple[Said, ...]
    priorities: tuple[Said, ...]
    steps: tuple[Said, ...]
    facts: Mapping[str, Mapping[str, str]]
    cite: str
    status: str

    @property
    def sources(self) -> tuple[str, ...]:
        """Everything the page rests on, in words, each once in the order of the page."""
        said = (one.cite for one in (*self.questions, *self.priorities, *self.steps))
        cites = (self.cite, self.months_cite, *(one.cite for one in self.documents), *said)
        words = (source_words(one, reader_language()) for one in cites if one)
        return tuple(dict.fromkeys(one for one in words if one))


def calls(on: date) -> tuple[Call, ...]:
    """The calls that take applications today, the first to close on top."""
    found = (_call(one, on) for one in programmes.open_calls(on))
    return tuple(one for one in found if one is not None)


def call(id: UUID, on: date) -> Call | None:
    """One call, open or not; None where the programme takes nobody in by application."""
    card = programmes.cohort_by_id(id)
    return _call(card, on) if card and card.call_opens else None


def _call(card: CohortCard, on: date) -> Call | None:
    intake = intake_of(card.pinned)
    if intake is None:
        return None
    book = pinned_programme(card.pinned)
    language = reader_language()
    period = book.period
    return Call(
        card.id, card.name, card.title, card.programme, card.pinned, card.area, card.place, card.call_opens,
        card.call_closes, card.call_is_open(on), (card.call_closes - on).days if card.call_closes else None,
        card.target, kind_words(book), tuple(one.text(language) for one in book.goals),
        period.months if period else None, period.cite if period else "", needs_of(card.pinned),
        tuple(Said(one.code, one.label.text(language), one.cite, one.status, one.must) for one in intake.screening),
        _named(intake.priorities), _ahead(book), _facts(card.pinned, intake), str(book.data.get("cite", "")),
        book.status,
    )  # fmt: skip


def _named(rows: tuple[Named, ...]) -> tuple[Said, ...]:
    return tuple(Said(one.code, one.label.text(reader_language()), one.cite, one.status) for one in rows)


def _ahead(book: Programme) -> tuple[Said, ...]:
    """What happens after applying, in order."""
    language = reader_language()
    steps = stages_of(book.version)
    return tuple(Said(one.code, one.label.text(language), one.cite, one.status) for one in steps)


def _facts(pinned: str, intake: Intake) -> dict[str, Mapping[str, str]]:
    """The facts the form asks for: fact → code → words; what a readiness question asks already is left out."""
    asked = {one.code for one in intake.screening}
    wanted = [one for one in facts_asked(pinned) if one not in asked]
    return {fact: labels(FACT_LISTS[fact], reader_language()) for fact in wanted}

