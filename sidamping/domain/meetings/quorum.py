"""How many members must be present or agree: a share of those registered, counted as the rule says.

The share comes from a rule file; articles of the cooperative may ask for more, never for less (C18).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

WHOLE = 100


@dataclass(frozen=True)
class Share:
    """A share as a rule states it, with the way it is counted (a key of WAYS), and the articles' percentage if any."""

    value: Fraction
    way: str
    cite: str = ""
    status: str = ""
    articles: int | None = None

    def __post_init__(self) -> None:
        if self.way not in WAYS:
            raise ValueError(f"unknown way of counting a share: {self.way!r}")

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Share:
        """The share as `kept` wrote it down."""
        return cls(**{**kept, "value": Fraction(kept["value"])})

    def kept(self) -> dict[str, Any]:
        """The share in plain values, to be kept with what was agreed on a day."""
        return {**asdict(self), "value": str(self.value)}

    def by_rule(self, count: int) -> int:
        """What the rule alone asks of so many members."""
        return WAYS[self.way](self.value, count)

    def needed(self, count: int) -> int:
        """What is asked of so many members; the stricter of rule and articles."""
        return max(self.by_rule(count), self._by_articles(count))

    def from_articles(self, count: int) -> bool:
        """Whether the articles ask for a higher share, and what is asked of so many members is theirs."""
        higher = self.articles is not None and Fraction(self.articles, WHOLE) > self.value
        return higher and self._by_articles(count) >= self.by_rule(count)

    def _by_articles(self, count: int) -> int:
        return ceil(Fraction(self.articles * count, WHOLE)) if self.articles is not None else 0


def _plus_one(share: Fraction, count: int) -> int:
    return floor(share * count) + 1


def _rounded_up(share: Fraction, count: int) -> int:
    return ceil(share * count)


WAYS: dict[str, Callable[[Fraction, int], int]] = {"share_plus_one": _plus_one, "share_rounded_up": _rounded_up}
