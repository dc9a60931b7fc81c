"""How far a mentee is, from the days its steps were passed: as `workflow.path` says, for boards of thousands.

Only what a board counts is told: passed, late, stopped, the next steps, the stage reached. Texts and reasons are not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from sidamping.domain.periods import after_months
from sidamping.domain.workflow.path import Timing


class Counted(Protocol):
    """What counting needs of a step; `rules.programme_forms.Step` fits."""

    @property
    def code(self) -> str: ...
    @property
    def stage(self) -> str: ...
    @property
    def needs(self) -> Sequence[str]: ...
    @property
    def when(self) -> Timing: ...
    @property
    def applies(self) -> Mapping[str, Sequence[str]]: ...


@dataclass(frozen=True)
class Lap:
    """Where one path stands; codes in the programme's order. `at`: the first step that is next or late, '' if none."""

    passed: tuple[str, ...]
    late: tuple[str, ...]
    stopped: tuple[str, ...]
    at: str
    stage: str


STOPPED_MARK = ""
"""Stands in the days of a step that came to an outcome on which nothing may follow."""


def lap(
    own: Sequence[Counted], days: Mapping[str, str], others: Mapping[str, str], starts: date, on: date,
    facts: Mapping[str, str] | None = None,
) -> Lap:
    """`days`: step → ISO day it was passed, or '' where it was stopped; `others`: those of the cohort and the mentor.

    Records after `on` must have been left out.
    """
    known = facts or {}
    passed, late, stopped, at, stage = [], [], [], "", ""
    left_out = {one.code for one in own if one.code not in days and _left_out(one, known)}
    done = {code for code, day in days.items() if day} | {code for code, day in others.items() if day} | left_out
    for one in own:
        code = one.code
        if code in done:
            passed.append(code)
            stage = one.stage if code not in left_out else stage
        elif code in days:
            stopped.append(code)
        elif all(need in done for need in one.needs) and not (one.applies and set(one.applies) - set(known)):
            at = at or code
            due = _due(one.when, days, others, starts)
            if due is not None and on > due:
                late.append(code)
    return Lap(tuple(passed), tuple(late), tuple(stopped), at, stage)


def _left_out(step: Counted, facts: Mapping[str, str]) -> bool:
    return any(fact in facts and facts[fact] not in meant for fact, meant in step.applies.items())


def _due(when: Timing, days: Mapping[str, str], others: Mapping[str, str], starts: date) -> date | None:
    if when.days is None and when.months is None:
        return None
    base = starts
    if when.after:
        said = days.get(when.after) or others.get(when.after)
        if not said:
            return None
        base = date.fromisoformat(said)
    return after_months(base, when.months or 0) + timedelta(days=when.days or 0)
