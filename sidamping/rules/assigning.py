"""What the rulebook says about assigning mentors: how many mentees, what a pair costs, when a certificate is warned of.

Every value comes with its citation and status (C2, C13).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sidamping.rules.in_force import in_force
from sidamping.rules.programme_forms import Programme
from sidamping.rules.trace import RuleRef, ref

WARNING = "R-PENUGASAN"
AREAS = ("group-village", "group-district", "group-regency", "group-province", "group-nation")


@dataclass(frozen=True)
class LoadLimit:
    """The most and the least mentees of a mentor; None where the programme sets none."""

    most: int | None = None
    least: int | None = None
    source: RuleRef | None = None


@dataclass(frozen=True)
class PairCosts:
    """What speaks for and against a pair, in one unit; `by_area` are kilometres where no point is known."""

    theme_missing: int
    sector_missing: int
    language_missing: int
    each_km: int
    each_mentee: int
    unplaced: int
    by_area: tuple[int, ...]
    source: RuleRef


def load_limit(of: Programme, *, on: date, area: str = "") -> LoadLimit:
    """How many mentees a mentor of the programme carries on a day; nothing when its file names no rule."""
    if of.load is None:
        return LoadLimit()
    rule = in_force(of.load.rule, on=on, area=area)
    least = int(rule.value(of.load.least)) if of.load.least else None
    return LoadLimit(int(rule.value(of.load.most)), least, ref(rule, of.load.most))


def pair_costs(of: Programme, *, on: date, area: str = "") -> PairCosts | None:
    """The costs of a pair in the programme; None when its file names no rule of assignment."""
    if not of.assignment:
        return None
    rule = in_force(of.assignment, on=on, area=area)
    return PairCosts(
        theme_missing=int(rule.value("theme-missing")),
        sector_missing=int(rule.value("sector-missing")),
        language_missing=int(rule.value("language-missing")),
        each_km=int(rule.value("each-km")),
        each_mentee=int(rule.value("each-mentee")),
        unplaced=int(rule.value("unplaced")),
        by_area=tuple(int(rule.value(key)) for key in AREAS),
        source=ref(rule),
    )


def certificate_warning(on: date) -> tuple[int, RuleRef]:
    """How many days before its last day a certificate is warned of."""
    rule = in_force(WARNING, on=on)
    return int(rule.value("certificate-warning")), ref(rule, "certificate-warning")
