"""What a read form looks like before it is kept: aspects with questions and weights, and the faults by row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem
from sidamping.domain.scoring.instrument import Component, Instrument
from sidamping.domain.scoring.numbers import written
from sidamping.domain.scoring.sheet import YESNO, Item, sheet
from sidamping.features.assessments.queries.instruments import said
from sidamping.platform.http.language import reader_language

MOST_FAULTS = 200
OWN = "xlsform#survey"


@dataclass(frozen=True)
class Line:
    """One question: its text, how it is answered, the weight of its component where it begins, the source."""

    text: str
    answer: str
    weight: str
    cite: str


@dataclass(frozen=True)
class Part:
    """An aspect with its weight and its questions."""

    name: str
    weight: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class FaultLine:
    """A fault at its place: sheet and row, empty where it is of the whole file."""

    sheet: str
    row: str
    text: str
    code: str


def parts_of(instrument: Instrument) -> tuple[Part, ...]:
    """The aspects in their order, weights as they count after normalising."""
    weights = {one.key: one.weight for one in instrument.aspects}
    return tuple(
        Part(said(one.label), written(weights[one.key], 0), tuple(_line(instrument, item) for item in one.items))
        for one in sheet(instrument)
    )


def fault_lines(problems: Iterable[Problem]) -> tuple[FaultLine, ...]:
    """The first faults; a list longer than anybody reads is cut."""
    found, language = list(problems)[:MOST_FAULTS], reader_language()
    return tuple(
        FaultLine(str(one.values.get("sheet", "")), str(one.values.get("row", "")), one.text(language), one.code)
        for one in found
    )


def _line(instrument: Instrument, item: Item) -> Line:
    one = instrument.by_key[item.used_by[0]]
    return Line(said(item.label), _answer(item), _weight(one, item), _source(item.cite))


def _weight(one: Component, item: Item) -> str:
    """The weight of the component; of several questions, the share of each."""
    if one.weight is None:
        return "-"
    return written(one.weight / len(one.questions) if item.kind == YESNO else one.weight, 0)


def _source(cite: str) -> str:
    """A source of the rulebook by its name; else the row it was read from."""
    row = cite.removeprefix(f"{OWN}.")
    return cite if row == cite else _("baris %(row)s berkas ini") % {"row": row}


def _answer(item: Item) -> str:
    if item.kind == YESNO:
        return _("ya atau tidak")
    return _("angka dalam %(within)s") % {"within": item.within.text if item.within else "-"}

