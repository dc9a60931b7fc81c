"""The way from the first meeting to ratification: its steps in order, what is done, what is due when (E19)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sidamping.domain.periods import after_months

PREPARATION, OUTREACH, FORMATION = GATHERINGS = ("preparation", "outreach", "formation")
"""Meetings of the founders."""
NAME, DEED, SUBMITTED, RATIFIED = MILESTONES = ("name_approved", "deed", "submitted", "ratified")
"""Steps with the offices."""
STEPS = (PREPARATION, OUTREACH, FORMATION, NAME, DEED, SUBMITTED, RATIFIED)
LEVELS = ("regency", "province", "national")
AFTER = {FORMATION: (PREPARATION,), DEED: (FORMATION, NAME), SUBMITTED: (DEED,), RATIFIED: (SUBMITTED,)}
"""Step → those that must have been done by its day. Outreach may come at any time; a name may be asked for early."""
DONE, LATE, DUE, OPEN = "done", "late", "due", "open"
SOON = 14
"""Days before a deadline from which a step is called due."""


@dataclass(frozen=True)
class Limit:
    """A deadline of the rulebook: the step, the one it runs from, how long, and what says so."""

    step: str
    since: str
    count: int
    unit: str
    cite: str
    status: str

    def ends(self, begins: date) -> date:
        return after_months(begins, self.count) if self.unit == "months" else begins + timedelta(days=self.count)


@dataclass(frozen=True)
class Station:
    """A step as it stands on a day."""

    step: str
    state: str
    done: date | None
    due: date | None = None
    limit: Limit | None = None


def stations(done: Mapping[str, date], limits: Iterable[Limit], today: date) -> tuple[Station, ...]:
    """Every step in order with its state; a step is due by the limit that runs from a step done before."""
    running = {one.step: one for one in limits}
    return tuple(_station(step, done, running.get(step), today) for step in STEPS)


def too_early(step: str, day: date, done: Mapping[str, date]) -> tuple[tuple[str, date | None], ...]:
    """The steps before this one that are not done, or were done after the day."""
    before = [(one, done.get(one)) for one in AFTER.get(step, ())]
    return tuple((one, held) for one, held in before if held is None or held > day)


def overtaken(step: str, day: date, done: Mapping[str, date]) -> tuple[tuple[str, date], ...]:
    """The later steps that were done before the day: they would no longer follow this one."""
    return tuple((one, held) for one, held in done.items() if step in AFTER.get(one, ()) and held < day)


def _station(step: str, done: Mapping[str, date], limit: Limit | None, today: date) -> Station:
    held = done.get(step)
    begins = done.get(limit.since) if limit else None
    due = limit.ends(begins) if limit and begins else None
    if held is not None:
        return Station(step, LATE if due and held > due else DONE, held, due, limit)
    if due is None:
        return Station(step, OPEN, None)
    state = LATE if today > due else DUE if today >= due - timedelta(days=SOON) else OPEN
    return Station(step, state, None, due, limit)
