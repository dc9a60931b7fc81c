"""Success of an independent worker from raw monthly records: turnover, bookkeeping, workers, and all three (C4, C6).

What cannot be told says why; it is never counted as not reached. Every threshold comes from R-INDIKATOR-TKM.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.periods import Month

TURNOVER, RECORDS, WORKERS, ALL = "turnover", "records", "workers", "all_three"
NO_BASELINE, NO_END, NO_COUNT, ZERO_BASELINE = "no_baseline", "no_end", "no_count", "zero_baseline"
"""Why an indicator cannot be told: no month before the start, none at the end, no count of workers, no sales before."""


@dataclass(frozen=True)
class Monthly:
    """What is known of a month: sales in rupiah, whether books were kept with proof, paid workers. None = not said."""

    month: Month
    turnover: int | None = None
    records_kept: bool | None = None
    paid_workers: int | None = None
    source: str = ""


@dataclass(frozen=True)
class Limits:
    """The values of R-INDIKATOR-TKM on the day that decides."""

    growth_percent: Fraction
    baseline_months: int
    records_months: int
    records_of: int
    workers: int
    target_percent: int


@dataclass(frozen=True)
class Finding:
    """An indicator: reached or not, or None with the reason; the numbers behind it, and months it rests on."""

    reached: bool | None
    before: Fraction | None = None
    after: Fraction | None = None
    why: str = ""
    months: tuple[Month, ...] = ()
    seasonal: bool = False


@dataclass(frozen=True)
class Success:
    """The three indicators of one participant."""

    turnover: Finding
    records: Finding
    workers: Finding
    works: Mapping[str, bool | None] = field(default_factory=dict)

    @property
    def all_three(self) -> bool | None:
        """True when all are reached, False when one is not; None when that cannot be told."""
        told = (self.turnover.reached, self.records.reached, self.workers.reached)
        return False if False in told else None if None in told else True

    @property
    def outcomes(self) -> dict[str, bool | None]:
        return {TURNOVER: self.turnover.reached, RECORDS: self.records.reached, WORKERS: self.workers.reached,
                ALL: self.all_three}


def success(
    limits: Limits, records: Iterable[Monthly], *, first: Month, last: Month, seasonal: bool = False,
    works: Mapping[str, bool | None] | None = None,
) -> Success:
    """The indicators of a mentoring from `first` to `last` month; `seasonal` compares with the same month last year.

    `works` says whether canvas and action plan were carried out; they are shown beside the turnover and decide nothing.
    """
    known = {one.month: one for one in records}
    during = _months(first, last)
    return Success(
        _turnover(limits, known, first, last, seasonal),
        _kept(limits, known, during),
        _workers(limits, known, first, during),
        works or {},
    )


@dataclass(frozen=True)
class CohortSuccess:
    """Counts of a cohort with their denominators: participants of whom the indicator can be told."""

    participants: int
    reached: Mapping[str, Share]
    unknown: Mapping[str, int]
    target_percent: int

    @property
    def on_target(self) -> bool | None:
        """Whether the share of ALL participants who reached all three is at the target."""
        share = Share(self.reached[ALL].part, self.participants).percent
        return None if share is None else share >= self.target_percent


def cohort_success(limits: Limits, made: Iterable[Success]) -> CohortSuccess:
    """How many reached each indicator and all three, of how many of whom it is known."""
    told = [one.outcomes for one in made]
    reached, unknown = {}, {}
    for key in (TURNOVER, RECORDS, WORKERS, ALL):
        known = [one[key] for one in told if one[key] is not None]
        reached[key] = Share(sum(bool(one) for one in known), len(known))
        unknown[key] = len(told) - len(known)
    return CohortSuccess(len(told), reached, unknown, limits.target_percent)


def _turnover(limits: Limits, known: Mapping[Month, Monthly], first: Month, last: Month, seasonal: bool) -> Finding:
    """Mean of the months before the start against the last month reported; or against that month a year ago."""
    end = next((month for month in reversed(_months(first, last)) if _sales(known, month) is not None), None)
    if end is None:
        return Finding(None, why=NO_END)
    year_ago = Month(end.year - 1, end.month)
    base = [year_ago] if seasonal else _before(first, limits.baseline_months)
    told = [month for month in base if _sales(known, month) is not None]
    if not told:
        return Finding(None, why=NO_BASELINE, months=(end,), seasonal=seasonal)
    before = Fraction(sum(_sales(known, month) or 0 for month in told), len(told))
    after = Fraction(_sales(known, end) or 0)
    months = (*told, end)
    if before == 0 and limits.growth_percent:
        return Finding(None, before, after, ZERO_BASELINE, months, seasonal)
    return Finding(after > before * (1 + limits.growth_percent / 100), before, after, "", months, seasonal)


def _kept(limits: Limits, known: Mapping[Month, Monthly], during: tuple[Month, ...]) -> Finding:
    """Books kept in enough months, in proportion where the mentoring is longer than the rule's three.

    Not reached only when the months still unknown could no longer make it up.
    """
    wanted = -(-limits.records_months * len(during) // limits.records_of)
    said = {month: known[month].records_kept for month in during if month in known}
    kept = tuple(month for month, yes in said.items() if yes)
    silent = len(during) - sum(yes is not None for yes in said.values())
    if len(kept) < wanted <= len(kept) + silent:
        return Finding(None, None, Fraction(len(kept)), NO_COUNT, kept)
    return Finding(len(kept) >= wanted, None, Fraction(len(kept)), "", kept)


def _workers(limits: Limits, known: Mapping[Month, Monthly], first: Month, during: tuple[Month, ...]) -> Finding:
    """Net change of paid workers between the month before the start (else the first month) and the last one told."""
    base = next((month for month in (first.previous, first) if _paid(known, month) is not None), None)
    end = next((month for month in reversed(during) if _paid(known, month) is not None), None)
    if base is None or end is None or base == end:
        return Finding(None, why=NO_COUNT)
    before, after = _paid(known, base) or 0, _paid(known, end) or 0
    return Finding(after - before >= limits.workers, Fraction(before), Fraction(after), "", (base, end))


def _sales(known: Mapping[Month, Monthly], month: Month) -> int | None:
    return known[month].turnover if month in known else None


def _paid(known: Mapping[Month, Monthly], month: Month) -> int | None:
    return known[month].paid_workers if month in known else None


def _months(first: Month, last: Month) -> tuple[Month, ...]:
    made = [first]
    while made[-1] < last:
        made.append(made[-1].next)
    return tuple(made)


def _before(first: Month, count: int) -> list[Month]:
    made: list[Month] = []
    month = first
    for _ in range(count):
        month = month.previous
        made.append(month)
    return list(reversed(made))
