"""Amounts by name, reported or made of other reported amounts; what is missing is named, never taken as zero."""

from __future__ import annotations

from fractions import Fraction

from sidamping.domain.scoring.filling import Filling
from sidamping.domain.scoring.instrument import Derived, Instrument
from sidamping.domain.scoring.items import weighed
from sidamping.domain.scoring.numbers import Number

HUNDRED = 100


class Amounts:
    """The amounts of one filling, with those derived from them remembered."""

    __slots__ = ("_derived", "_reported", "derived_names", "filling", "instrument")

    def __init__(self, instrument: Instrument, filling: Filling) -> None:
        self.instrument, self.filling = instrument, filling
        self._reported = filling.amounts
        self._derived: dict[str, Number | None] = {}
        self.derived_names: dict[str, Derived] = {}

    def get(self, name: str) -> Number | None:
        """The amount, or None when it was neither reported nor can be made of what was."""
        if name in self._reported:
            return self._reported[name]
        if name in self._derived:
            return self._derived[name]
        self._derived[name] = None  # an amount that is made of itself stays unknown
        for way in self.instrument.derived.get(name, ()):
            made = self._made(way)
            if made is not None:
                self._derived[name], self.derived_names[name] = made, way
                break
        return self._derived[name]

    def missing(self, name: str) -> str:
        """What to report for an unknown amount: its own name, or the shorter list of parts that are missing."""
        ways = [way for way in self.instrument.derived.get(name, ()) if not way.lists]
        started = [[part for part in way.of if self.get(part) is None] for way in ways]
        pairs = zip(started, ways, strict=True)
        begun: list[list[str]] = [list(parts) for parts, way in pairs if len(parts) < len(way.of)]
        return ", ".join(sorted(begun, key=len)[0]) if begun else name

    def made(self) -> tuple[tuple[str, Number], ...]:
        """The derived amounts that came out."""
        return tuple((name, made) for name, made in self._derived.items() if made is not None)

    def _made(self, way: Derived) -> Number | None:
        if way.lists:
            return weighed(way, self.filling.items)[0]
        total: Number = 0
        for part, share in way.of.items():
            amount = self.get(part)
            if amount is None:
                return None
            total += amount * share
        whole, rest = divmod(total, HUNDRED)
        return whole if not rest else Fraction(total) / HUNDRED
