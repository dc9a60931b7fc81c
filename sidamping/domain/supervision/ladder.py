"""The order of sanctions: so many written warnings, so many days apart, before anything heavier (E14).

A warning promises time to mend: nothing follows it before that time has passed.

The numbers come from the rule in force; the database holds every sanction to those it was given with (decision 0036).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sidamping.domain.problems import Problem, problem

WARNING = "warning"
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Order:
    """What the rule asks: warnings before anything heavier, and days from one sanction to the next."""

    warnings: int
    interval: int


@dataclass(frozen=True)
class Rung:
    """A sanction that was given, for a warning with the last day to mend; once lifted it counts no more."""

    kind: str
    on: date
    lifted: bool = False
    until: date | None = None


def faults(kind: str, on: date, given: Sequence[Rung], order: Order) -> Iterator[Problem]:
    """Why a sanction may not be given on a day after those given so far; the day that counts is told once."""
    there = standing(given)
    warned = sum(one.kind == WARNING for one in there)
    if kind != WARNING and warned < order.warnings:
        yield problem("SUPERVISION_014", "kind", seen=warned, needed=order.warnings)
    first = earliest(given, order)
    if first is None or on >= first:
        return
    promised = max((one.until for one in there if one.until is not None), default=None)
    if promised is not None and promised + A_DAY == first:
        yield problem("SUPERVISION_022", "kind", until=promised, first=first)
    else:
        last = max(one.on for one in there)
        yield problem("SUPERVISION_015", "kind", last=last, interval=order.interval, first=first)


def earliest(given: Sequence[Rung], order: Order) -> date | None:
    """The first day of the next sanction; None where none stands yet."""
    there = standing(given)
    if not there:
        return None
    promised = [one.until + A_DAY for one in there if one.until is not None]
    return max([_after_interval(there, order), *promised])


def open_kinds(kinds: Sequence[str], on: date, given: Sequence[Rung], order: Order) -> tuple[str, ...]:
    """Those sanctions that may be given on a day."""
    return tuple(kind for kind in kinds if not any(faults(kind, on, given, order)))


def standing(given: Sequence[Rung]) -> tuple[Rung, ...]:
    """Those that were not lifted."""
    return tuple(one for one in given if not one.lifted)


def _after_interval(there: Sequence[Rung], order: Order) -> date:
    return max(one.on for one in there) + timedelta(days=order.interval)
