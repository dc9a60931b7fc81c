"""How long a mentoring lasts, its extension with a reason, and the days of follow-up after it (C6, C11, B13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from sidamping.domain.periods import after_months
from sidamping.domain.problems import Problem, problem


class LengthRule(Protocol):
    """The period of a programme file; `rules.programme_forms.PeriodRule` fits."""

    @property
    def months(self) -> int: ...
    @property
    def longer_months(self) -> int | None: ...
    @property
    def most_months(self) -> int | None: ...
    @property
    def applies(self) -> Mapping[str, Sequence[str]]: ...


@dataclass(frozen=True)
class Length:
    """Months and last day of a mentoring; `because` names the facts that make it longer (sector: fishery)."""

    months: int
    last: date
    because: tuple[tuple[str, str], ...] = ()


def length(rule: LengthRule, *, starts: date, facts: Mapping[str, str]) -> Length:
    """The months the programme gives this mentee: longer where every fact the rule names is met."""
    because = tuple((fact, facts[fact]) for fact, meant in rule.applies.items() if facts.get(fact) in meant)
    longer = rule.longer_months is not None and rule.applies and len(because) == len(rule.applies)
    months = rule.longer_months if longer and rule.longer_months else rule.months
    return Length(months, last_day(starts, months), because if longer else ())


def last_day(starts: date, months: int) -> date:
    """The last day of so many months: the day before the same day of the month after them."""
    return after_months(starts, months) - timedelta(days=1)


def extension_faults(rule: LengthRule, now: Length, *, starts: date, until: date, reason: str) -> list[Problem]:
    """What stands against an extension: no reason, not later than now, or beyond what the programme allows."""
    faults = []
    if not reason.strip():
        faults.append(problem("PROGRAMMES_051", "reason"))
    if until <= now.last:
        faults.append(problem("PROGRAMMES_052", "until", until=until, last=now.last))
    most = last_day(starts, rule.most_months or now.months)
    if until > most:
        faults.append(problem("PROGRAMMES_053", "until", until=until, most=most))
    return faults


@dataclass(frozen=True)
class FollowUpDay:
    """A follow-up after the end: in which month, when it is due, and when it was done; None = not yet."""

    month: int
    due: date
    done_on: date | None = None

    def late(self, on: date) -> bool:
        return self.done_on is None and on > self.due


def follow_ups(ended: date, months: Iterable[int], done: Iterable[date] = ()) -> tuple[FollowUpDay, ...]:
    """The days of follow-up; each follow-up that was made closes the earliest one still open on its day."""
    plan = [FollowUpDay(month, after_months(ended, month)) for month in sorted(months)]
    for day in sorted(one for one in done if one > ended):
        at = next((at for at, one in enumerate(plan) if one.done_on is None), None)
        if at is None:
            break
        plan[at] = FollowUpDay(plan[at].month, plan[at].due, day)
    return tuple(plan)


def closing_faults(promises: Sequence[str], *, carried_by: str) -> list[Problem]:
    """What was promised is closed before a mentoring ends, or somebody named carries it on."""
    if not promises or carried_by.strip():
        return []
    what = "; ".join(one[:60] for one in promises[:3]) + ("; …" if len(promises) > 3 else "")
    return [problem("PROGRAMMES_054", "carried_by", count=len(promises), what=what)]
