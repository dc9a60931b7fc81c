"""Reads figures that somebody wrote for a calculation: every fault at once, nothing guessed, empty is not zero.

Understands plain numbers and Indonesian number texts ('Rp1.250.000', '12,5 %'); refuses what could mean two things.
"""

from __future__ import annotations

import re
import reprlib
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from sidamping.domain.money import parse_rupiah, rupiah
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.domain.scoring.numbers import Number, exact

MOST = 10**15 - 1
"""Rp999 triliun and more, the largest amount of the nation; what is larger is a slip of the hand."""
MAGNITUDE = 40
FRACTION = re.compile(r"-?\s*(?:rp\.?)?\s*-?\s*\d[\d.]*,\d+|-?\d+\.\d{1,2}", re.IGNORECASE)
"""An amount with cents as people type it: '1.250,50' or '1250.50'."""
WRITTEN_PERCENT = re.compile(r"(-?\d{1,12})(?:[.,](\d{1,12}))?\s*%?")
DESCRIPTIVE = frozenset((
    "id", "kind", "source", "source_value", "recomputed", "status", "notes", "catatan", "keterangan", "title", "name",
    "nama", "expect", "inputs", "where", "seen",
))
"""Keys of a published case that describe it; they are no figures and need no warning."""

Names = Mapping[str, tuple[str, ...]]


class Figures:
    """The figures of one case by their own keys or other names of them; collects problems and warnings."""

    def __init__(self, data: Mapping[str, Any], names: Names, where: str = "") -> None:
        self.data, self.names, self.where = data, names, where
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def has(self, key: str) -> bool:
        """Whether something stands under the key or another name of it."""
        return any(_filled(self.data.get(name)) for name in self._names(key))

    def raw(self, key: str) -> Any:
        """What stands there as it is; a problem when two names of it say different things."""
        found = [(name, self.data[name]) for name in self._names(key) if _filled(self.data.get(name))]
        if len({short(value) for _, value in found}) > 1:
            told = {"seen": found[1][0], "other": found[0][0]}
            self.problems.append(problem("FIGURES_010", self.place(key), **told))
        return found[0][1] if found else None

    def amount(self, key: str, *, signed: bool = False) -> int | None:
        """Whole rupiah, or None when nothing was written or it is at fault."""
        return self.read_amount(self.place(key), self.raw(key), signed=signed)

    def read_amount(self, place: str, value: object, *, signed: bool = False) -> int | None:
        """Whole rupiah out of any value, with a place for its faults."""
        if type(value) is int and 0 <= value <= MOST:
            return value
        if not _filled(value):
            return None
        read = _rupiah(value)
        if isinstance(read, str):
            self.problems.append(problem(read, place, key=place, seen=short(value)))
            return None
        if read < 0 and not signed:
            self.problems.append(problem("FIGURES_007", place, key=place, seen=short(value)))
        elif abs(read) > MOST:
            self.problems.append(problem("FIGURES_008", place, key=place, seen=short(value), most=rupiah(MOST)))
        else:
            return read
        return None

    def percent(self, key: str, most: int = 100) -> Number | None:
        """A percentage between 0 and `most`, exact."""
        return self.read_percent(self.place(key), self.raw(key), most)

    def read_percent(self, place: str, value: object, most: int = 100) -> Number | None:
        """A percentage out of any value, with a place for its faults."""
        if not _filled(value):
            return None
        read = _percentage(value)
        if read is None:
            self.problems.append(problem("FIGURES_004", place, key=place, seen=short(value)))
        elif read < 0:
            self.problems.append(problem("FIGURES_007", place, key=place, seen=short(value)))
        elif read > most:
            told = {"seen": short(value), "least": 0, "most": most}
            self.problems.append(problem("FIGURES_009", place, key=place, **told))
        else:
            return read
        return None

    def count(self, key: str, least: int, most: int) -> int | None:
        """A whole number between two limits."""
        return self.read_count(self.place(key), self.raw(key), least, most)

    def read_count(self, place: str, value: object, least: int, most: int) -> int | None:
        """A whole number out of any value, with a place for its faults."""
        if not _filled(value):
            return None
        read = _counted(value)
        if read is None:
            self.problems.append(problem("FIGURES_004", place, key=place, seen=short(value)))
        elif not least <= read <= most:
            told = {"seen": short(value), "least": least, "most": most}
            self.problems.append(problem("FIGURES_009", place, key=place, **told))
        else:
            return read
        return None

    def choice(self, key: str, known: Collection[str]) -> str | None:
        """One of the known words; blanks, strokes and capitals do not matter."""
        value = self.raw(key)
        if value is None:
            return None
        word = re.sub(r"[\s_]+", "-", short(value).strip().lower())
        if word in known:
            return word
        told = {"seen": short(value), "known": ", ".join(known)}
        self.problems.append(problem("FIGURES_012", self.place(key), key=self.place(key), **told))
        return None

    def day(self, key: str) -> date | None:
        """A calendar day."""
        value = self.raw(key)
        if value is None:
            return None
        try:
            return date.fromisoformat(short(value))
        except ValueError:
            told = {"key": self.place(key), "seen": short(value)}
            self.problems.append(problem("FIGURES_013", self.place(key), **told))
            return None

    def missing(self, key: str, wanted: str) -> None:
        """Tell that a figure is needed and was not written."""
        self.problems.append(problem("FIGURES_003", self.place(key), key=self.place(key), wanted=wanted))

    def at_most(self, part: str, part_seen: int | None, whole: str, whole_seen: int | None) -> None:
        """Tell when a part is larger than its whole."""
        if part_seen is not None and whole_seen is not None and part_seen > whole_seen:
            told = {"part_seen": rupiah(part_seen), "whole_seen": rupiah(whole_seen)}
            self.problems.append(problem("FIGURES_011", self.place(part), part=part, whole=whole, **told))

    def unused(self, also: Iterable[str] = ()) -> None:
        """Warn of keys nobody asked for."""
        known = {name for names in self.names.values() for name in names} | set(self.names) | set(also)
        for key in self.data:
            if key not in known and key not in DESCRIPTIVE:
                close = get_close_matches(str(key), known, 1)
                hint = f"; mungkin maksudnya {close[0]}" if close else ""
                self.warnings.append(problem("FIGURES_015", self.place(str(key)), seen=key, hint=hint))

    def place(self, key: str) -> str:
        """Where a fault stands: the name that was written, below the place of this case."""
        name = next((one for one in self._names(key) if _filled(self.data.get(one))), key)
        return f"{self.where}.{name}" if self.where else name

    def _names(self, key: str) -> tuple[str, ...]:
        return (key, *self.names.get(key, ()))


def one_case(data: object) -> Mapping[str, Any]:
    """The figures of a file: a mapping, a case with inputs, or a list of one of them; Refused when it is neither."""
    case = data[0] if isinstance(data, list | tuple) and len(data) == 1 else data
    inputs = case.get("inputs", {}) if isinstance(case, Mapping) else None
    if not isinstance(case, Mapping) or not isinstance(inputs, Mapping) or not case:
        seen = f"{len(data)} kasus" if isinstance(data, list | tuple) and data else short(data)
        raise Refused(problem("FIGURES_002", "", seen=seen))
    around = {short(key): value for key, value in case.items() if key != "inputs"}
    return {**around, **{short(key): value for key, value in inputs.items()}}


def typed_rupiah(text: str, *, zero: bool = False, signed: bool = False) -> int | str | None:
    """The amount somebody typed into a field, None when it is empty, or the code of what is wrong with it."""
    try:
        amount = parse_rupiah(text)
    except ValueError:
        return "FIGURES_005" if FRACTION.fullmatch(text.strip()) else "FIGURES_017"
    if amount is None or 0 < amount <= MOST or (amount == 0 and zero):
        return amount
    if amount == 0:
        return "FIGURES_016"
    if amount < 0 and not signed:
        return "FIGURES_007"
    return amount if abs(amount) <= MOST else "FIGURES_008"


def _filled(value: object) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _rupiah(value: object) -> int | str:
    """The amount, or the code of what is wrong with it."""
    if isinstance(value, str):
        try:
            return parse_rupiah(value) or 0
        except ValueError:
            return "FIGURES_004"
    number = _finite(value)
    if number is None:
        return "FIGURES_004"
    if isinstance(value, Decimal) and value.as_tuple().exponent == -3:
        return "FIGURES_006"
    return number.numerator if number.denominator == 1 else "FIGURES_005"


def _percentage(value: object) -> Number | None:
    if not isinstance(value, str):
        return _finite(value)
    found = WRITTEN_PERCENT.fullmatch(value.strip())
    return Fraction(f"{found[1]}.{found[2] or 0}") if found and value.isascii() else None


def _counted(value: object) -> int | None:
    if isinstance(value, str):
        text = value.strip()
        return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None
    number = _finite(value)
    return number.numerator if number is not None and number.denominator == 1 else None


def _finite(value: object) -> Number | None:
    """The exact number; None for texts, and for 1e999999, which would only fill the memory."""
    if isinstance(value, Decimal) and value and not -MAGNITUDE < value.adjusted() < MAGNITUDE:
        return None
    return exact(value)


def short(value: object) -> str:
    """A value as a message shows it: the first sixty signs; a number of thousands of digits is not written out."""
    try:
        if not _filled(value):
            return "(kosong)"
        # A list may be a billion entries long by a few references to itself; reprlib looks at the first ones only.
        return (reprlib.repr(value) if isinstance(value, Mapping | list | tuple) else str(value))[:60]
    except ValueError:  # Python refuses to write an integer of more than 4,300 digits
        return "(angka yang sangat panjang)"
