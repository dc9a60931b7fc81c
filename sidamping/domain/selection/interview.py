"""Interviews by several people on one instrument: each marks alone, the mean counts, and nobody may be missing (B3).

The weights are the instrument's, normalised by their sum: 15, 30, 25, 15 become 17.65, 35.29, 29.41, 17.65 percent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.scoring.numbers import Number


@dataclass(frozen=True)
class Sheet:
    """What one interviewer marked: component → mark, as typed."""

    interviewer: str
    marks: Mapping[str, Number]


@dataclass(frozen=True)
class Aspect:
    """A component with its share of the whole, the mean mark, the mean score and how far the interviewers differ."""

    key: str
    share: Fraction
    mark: Fraction | None
    score: Fraction | None
    spread: Number


@dataclass(frozen=True)
class InterviewScore:
    """The result of a panel; without a total as long as somebody's marks are missing."""

    aspects: tuple[Aspect, ...]
    totals: Mapping[str, Fraction]
    total: Fraction | None
    missing: tuple[str, ...]

    @property
    def marks(self) -> dict[str, Fraction]:
        """Component → mean mark, for the tie rule."""
        return {one.key: one.mark for one in self.aspects if one.mark is not None}


def interview(
    instrument: Instrument, panel: Iterable[str], sheets: Iterable[Sheet], *, on: date, least: int = 1,
    label: Callable[[str], str] = str,
) -> InterviewScore:
    """The means over the panel; Refused with every fault of panel and marks. `label` names an interviewer."""
    people, handed = tuple(panel), tuple(sheets)
    refuse_if([*_panel_faults(people, handed, least, label)])
    outcomes = {one.interviewer: score(instrument, read_filling(instrument, {"inputs": dict(one.marks)}), on=on)
                for one in handed if one.marks}
    whole = {name: made for name, made in outcomes.items() if made.coverage == 1}
    missing = tuple(name for name in people if name not in whole)
    totals = {name: Fraction(whole[name].total or 0) for name in people if name in whole}
    total = _mean(totals.values()) if not missing else None
    marks = {one.interviewer: one.marks for one in handed if one.interviewer in whole}
    aspects = tuple(
        Aspect(component.key, share, _mean([Fraction(own[component.key]) for own in marks.values()]),
               _mean([Fraction(made.components[at].score or 0) for made in whole.values()]),
               _spread([own[component.key] for own in marks.values()]))
        for at, (component, share) in enumerate(zip(instrument.components, shares(instrument), strict=True))
    )
    return InterviewScore(aspects, totals, total, missing)


def shares(instrument: Instrument) -> tuple[Fraction, ...]:
    """Each component's part of the whole weight; together exactly one."""
    weights = [Fraction(one.weight or 0) for one in instrument.components]
    return tuple(one / sum(weights, Fraction(0)) for one in weights)


def _panel_faults(
    panel: tuple[str, ...], sheets: tuple[Sheet, ...], least: int, label: Callable[[str], str]
) -> Iterable[Problem]:
    if len(set(panel)) < least:
        yield problem("PROGRAMMES_044", "interviewers", least=least, seen=len(set(panel)))
    for name in dict.fromkeys(one.interviewer for one in sheets if one.interviewer not in panel):
        yield problem("PROGRAMMES_045", "interviewers", name=label(name))
    names = [one.interviewer for one in sheets]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield problem("PROGRAMMES_046", "interviewers", name=label(name))


def _mean(values: Iterable[Fraction]) -> Fraction | None:
    found = list(values)
    return sum(found, Fraction(0)) / len(found) if found else None


def _spread(values: list[Number]) -> Number:
    return max(values) - min(values) if values else 0
