"""An outcome as pages and prints read it: exact figures, words in the reader's language, why there is no figure.

Reads the sealed outcome (`Outcome.plain()`) and the pinned instrument; computes nothing but what was lost or is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sidamping.domain.formulas import FORMULAS
from sidamping.domain.scoring.instrument import Instrument, Words

ZERO = Decimal(0)
KEY = re.compile(r"[a-z][a-z0-9_]*")
LACKS_AMOUNTS, LACKS_COMPONENTS, LACKS = "SCORING_023", "SCORING_026", "Kurang: "
COUNTED = {"id": "{} komponen.", "en": "{} components."}
MOST_NAMED = 5
LACKING = {"id": "Belum diisi:", "en": "Not filled in yet:"}
SCORED, GIVEN, NOT_REPORTED, NOT_COMPUTABLE = "scored", "given", "not_reported", "not_computable"


@dataclass(frozen=True)
class Told:
    """A reason or warning: its code, if it has one, and its words."""

    code: str
    text: str


@dataclass(frozen=True)
class Line:
    """One component. `lost`: points that were judged and not earned; `open`: points nobody could judge yet."""

    key: str
    label: str
    aspect: str
    status: str
    basis: str
    cite: str
    points: Decimal | None
    weight: Decimal
    lost: Decimal
    open: Decimal
    ratio: Decimal | None
    value: Decimal | None
    score: Decimal | None
    most: Decimal | None
    formula: str
    inputs: tuple[tuple[str, Decimal], ...]
    band: str
    method: str
    why: Told | None


@dataclass(frozen=True)
class AspectLine:
    """One aspect with the sums of its components. `weight` 0: recorded, adds nothing."""

    key: str
    label: str
    cite: str
    points: Decimal | None
    weight: Decimal
    lost: Decimal
    open: Decimal
    status: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Reading:
    """The whole outcome. `coverage` is the share of the weight that was judged, 0 to 1."""

    instrument: Instrument
    title: str
    on: date
    method: str
    status: str
    file: str
    sha256: str
    total: Decimal | None
    most: Decimal
    coverage: Decimal
    partial: bool
    category: str
    bounds: tuple[str, str] | None
    lines: tuple[Line, ...]
    aspects: tuple[AspectLine, ...]
    warnings: tuple[Told, ...]
    derived: Mapping[str, Decimal]
    proposals: tuple[Mapping[str, Any], ...]

    @property
    def judged(self) -> int:
        """How many components have points."""
        return sum(one.points is not None for one in self.lines)

    def line(self, key: str) -> Line | None:
        return next((one for one in self.lines if one.key == key), None)


def read(instrument: Instrument, outcome: Mapping[str, Any], language: str = "id") -> Reading:
    """The outcome in the reader's language."""
    lines = tuple(_line(instrument, row, language) for row in outcome["components"])
    return Reading(
        instrument=instrument,
        title=word(instrument.title, language),
        on=date.fromisoformat(outcome["as_of"]),
        method=outcome["method"],
        status=outcome["status"],
        file=outcome["file"],
        sha256=outcome["sha256"],
        total=figure(outcome["total"]),
        most=_exact(instrument.total),
        coverage=figure(outcome["coverage"]) or ZERO,
        partial=bool(outcome["partial"]),
        category=_category(instrument, outcome["category"], language),
        bounds=_bounds(instrument, outcome["category_bounds"], language),
        lines=lines,
        aspects=tuple(_aspect(instrument, row, lines, language) for row in outcome["aspects"]),
        warnings=tuple(told(instrument, text, language) for text in outcome["warnings"]),
        derived={name: made for name, value in outcome["derived"].items() if (made := figure(value)) is not None},
        proposals=tuple(outcome.get("proposals", ())),
    )


def word(words: Words, language: str) -> str:
    """The text in one of the two languages."""
    return words.en if language.startswith("en") else words.id


def figure(value: object) -> Decimal | None:
    """A number of the stored outcome, exact as it was written."""
    return None if value is None else Decimal(str(value))


def told(instrument: Instrument, text: str, language: str = "id") -> Told:
    """'SCORING_026 Baru 40 persen…' as code and words, names for keys; a notice has no code."""
    head, _, rest = text.partition(" ")
    area, _, number = head.rpartition("_")
    if not (area.isupper() and number.isdigit()):
        return Told("", text)
    if head == LACKS_AMOUNTS:
        missing = [key for key in KEY.findall(rest) if key in instrument.fields]
        names = ", ".join(word(instrument.fields[key].label, language) for key in dict.fromkeys(missing))
        return Told(head, f"{LACKING['en' if language.startswith('en') else 'id']} {names}." if names else rest)
    lead, listed, keys = rest.partition(LACKS) if head == LACKS_COMPONENTS else (rest, "", "")
    return Told(head, _named(instrument, lead, language) + listed + _components(instrument, keys, language))


def _named(instrument: Instrument, text: str, language: str) -> str:
    """Keys of several words ('kas_dan_bank') by their name; a key of one word could be a word of the sentence."""
    fields = instrument.fields
    return KEY.sub(lambda key: word(fields[key[0]].label, language)
                   if "_" in key[0] and key[0] in fields else key[0], text)  # fmt: skip


def _components(instrument: Instrument, keys: str, language: str) -> str:
    """The components by name; only their number where they are many, for the page lists them anyway."""
    known, count = instrument.by_key, len(KEY.findall(keys))
    if count > MOST_NAMED:
        return COUNTED["en" if language.startswith("en") else "id"].format(count)
    return KEY.sub(lambda key: word(known[key[0]].label, language) if key[0] in known else key[0], keys)


def _line(instrument: Instrument, row: Mapping[str, Any], language: str) -> Line:
    one = instrument.by_key.get(row["key"])
    points, weight = figure(row["points"]), figure(row["weight"]) or ZERO
    why = told(instrument, row["why"], language) if row["why"] else None
    there = row["status"] in (SCORED, GIVEN) and points is not None
    unjudged = ZERO if there and why is None else _open(instrument, row, weight, there)
    return Line(
        key=row["key"], label=word(one.label, language) if one else row["label"], aspect=row["aspect"],
        status=row["status"], basis=row["basis"], cite=row["cite"], points=points if there else None, weight=weight,
        lost=max(weight - (points or ZERO) - unjudged, ZERO) if there else ZERO, open=unjudged,
        ratio=figure(row["ratio"]), value=figure(row["value"]), score=figure(row["score"]), most=figure(row["max"]),
        formula=row["formula"], inputs=_inputs(row),
        band=row["band"], method=row["method"], why=why,
    )  # fmt: skip


def _inputs(row: Mapping[str, Any]) -> tuple[tuple[str, Decimal], ...]:
    """In the order of the formula: the database keeps the keys of JSON in an order of its own."""
    given: Mapping[str, Any] = row["inputs"]
    formula = FORMULAS.get(row["formula"])
    names = [*(formula.inputs if formula else ()), *given]
    return tuple((name, figure(given[name]) or ZERO) for name in dict.fromkeys(names) if name in given)


def _open(instrument: Instrument, row: Mapping[str, Any], weight: Decimal, there: bool) -> Decimal:
    """What nobody judged: all of it, or the share of questions that stand unanswered."""
    component = instrument.by_key.get(row["key"])
    count = len(component.questions) if component else 0
    if not there or not count or row["status"] == GIVEN:
        return ZERO if there else weight
    answered = sum(int(row["inputs"].get(side, 0)) for side in ("yes", "no"))
    return weight * (count - answered) / count


def _aspect(
    instrument: Instrument, row: Mapping[str, Any], lines: Iterable[Line], language: str
) -> AspectLine:
    label = next((word(one.label, language) for one in instrument.aspects if one.key == row["key"]), row["label"])
    own = tuple(one for one in lines if one.aspect == row["key"])
    points, weight = figure(row["score"]), figure(row["max"]) or ZERO
    is_open = ZERO if row["status"] == GIVEN else weight * (1 - (figure(row["coverage"]) or ZERO))
    lost = max(weight - points - is_open, ZERO) if points is not None else ZERO
    return AspectLine(row["key"], label, row["cite"], points, weight, lost, is_open, row["status"], own)


def _category(instrument: Instrument, seen: str | None, language: str) -> str:
    if not seen:
        return ""
    verdict = (instrument.verdict.passed, instrument.verdict.failed) if instrument.verdict else ()
    known = (*(one.label for one in instrument.categories), *verdict)
    return next((word(one, language) for one in known if one.id == seen), seen)


def _bounds(instrument: Instrument, seen: Iterable[str] | None, language: str) -> tuple[str, str] | None:
    if not seen:
        return None
    lowest, highest = (_category(instrument, one, language) for one in seen)
    return lowest, highest


def _exact(value: Any) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
