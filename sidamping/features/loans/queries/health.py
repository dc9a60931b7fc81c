"""The figures of a health form that the book of the cooperative knows: its ledger, and the classes of its loans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.loans.ageing import CURRENT, DOUBTFUL, LOSS, SUBSTANDARD, aged
from sidamping.domain.scoring.instrument import Words
from sidamping.domain.scoring.sheet import flat, sheet
from sidamping.features.assessments import queries as assessments
from sidamping.features.assessments.queries import OwnForm
from sidamping.features.books.queries import BookedHealth, booked_health
from sidamping.features.loans.queries.cards import every_loan
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.finance import repayment_classes
from sidamping.rules.in_force import NotInForce

FORMS = ("ksp-health", "ksp-health-syariah")
TOTALS = ("kas_dan_bank", "partisipasi_neto")
"""Forms that ask for the parts of these add them up themselves."""
KEYS = {CURRENT: "pinjaman_lancar", SUBSTANDARD: "kurang_lancar", DOUBTFUL: "diragukan", LOSS: "pinjaman_macet"}
"""What the form calls each class of repayment."""


@dataclass(frozen=True)
class HealthLine:
    """An amount that the form asks for: its key and words, what is filled in, and what the book says."""

    key: str
    words: Words
    filled: str
    booked: int


@dataclass(frozen=True)
class HealthFigures:
    """The own open form of a cooperative beside its book; `book` is None where none is kept here."""

    form: OwnForm
    book: BookedHealth | None
    lines: tuple[HealthLine, ...]


def health_figures(viewer: Viewer, assessment: UUID, *, whole: bool = False) -> HealthFigures | None:
    """The form that the viewer fills in, with what the ledger knows; None where the viewer fills in no such form.

    `whole`: with the classes of the loans, for which every loan is read.
    """
    found = assessments.own_form(viewer, assessment)
    if found is None or found.instrument not in FORMS:
        return None
    book = booked_health(viewer, found.party_id, found.as_of)
    if book is None:
        return HealthFigures(found, None, ())
    amounts = {**book.amounts, **(_classes(book, found.as_of) if whole else {})}
    given, instrument = flat(found.data), assessments.instrument_for(found.version, found.instrument)
    items = (one for section in sheet(instrument) for one in section.items)
    return HealthFigures(found, book, tuple(
        HealthLine(one.key, one.label, given.get(one.key, ""), amounts[name]) for one in items
        if (name := one.key.removeprefix("inputs.")) in amounts and not (one.optional and name in TOTALS)
    ))  # fmt: skip


def _classes(book: BookedHealth, on: date) -> dict[str, int]:
    """What is owed by class of repayment; nothing before the rule is in force, and where no loan is registered."""
    cards = every_loan(book.book_id)
    try:
        classes, _rule = repayment_classes(on, book.village_code)
    except NotInForce:
        return {}
    held = [one.on(on) for one in cards]
    found = aged(classes, ((one.state.days_late, one.booked) for one in held if one.lent))
    return {KEYS[code]: one.balance for code, one in found.items()} if cards else {}
