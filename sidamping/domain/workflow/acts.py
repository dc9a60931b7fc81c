"""Whether somebody may record a step: order, owner, dates, facts. Returns every reason against it, with its code.

An act that only breaks the order of steps may be overridden by a role the programme names, with a reason (B4, A13).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from sidamping.domain.problems import Problem, problem
from sidamping.domain.workflow.path import (
    DONE,
    REVERSED,
    WAIVED,
    Said,
    Stage,
    missing,
    path,
    standing,
)


class Guarded(Stage, Protocol):
    """What an act needs to know of a step besides its place: who does it, who may override its gate."""

    @property
    def owners(self) -> Sequence[str]: ...
    @property
    def override(self) -> Sequence[str]: ...
    @property
    def outcomes(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Act:
    """What somebody wants to record: a step done, left out (waived) or taken back (reversed), in which roles, why."""

    step: str
    on: date
    roles: Collection[str]
    kind: str = DONE
    why: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Frame:
    """What surrounds the act: the mentoring's first and last day, today, the facts, and names for messages."""

    starts: date
    today: date
    ends: date | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    label: Callable[[str], str] = str


def refusals(steps: Iterable[Guarded], records: Iterable[Said], act: Act, frame: Frame) -> list[Problem]:
    """Everything that stands against an act; an empty list admits it."""
    line = {one.code: one for one in steps}
    step = line.get(act.step)
    if step is None:
        return [problem("PROGRAMMES_011", "step", seen=act.step), *_days(act, frame)]
    told = list(records)
    faults = [*_days(act, frame), *_people(step, act, frame)]
    if act.kind == REVERSED:
        return [*faults, *_taken_back(line, told, act, frame)]
    return [*faults, *_order(line, told, act, frame), *_outcome(step, act, frame)]


def _days(act: Act, frame: Frame) -> Iterator[Problem]:
    if act.on > frame.today:
        yield problem("PROGRAMMES_013", "done_on", day=act.on)
    if act.on < frame.starts or (frame.ends is not None and act.on > frame.ends):
        yield problem("PROGRAMMES_010", "done_on", day=act.on, starts=frame.starts, ends=frame.ends or "…")


def _people(step: Guarded, act: Act, frame: Frame) -> Iterator[Problem]:
    """An owner does the step; an overriding role may do it in the owner's place."""
    named = {*step.owners, *step.override}
    if step.owners and not named & set(act.roles):
        wanted = ", ".join(frame.label(one) for one in step.owners)
        yield problem("PROGRAMMES_023", "step", step=frame.label(step.code), owners=wanted)
    if act.kind != DONE:
        if not set(step.override) & set(act.roles):
            yield problem("PROGRAMMES_015", "override_why")
        if not act.why.strip():
            yield problem("PROGRAMMES_022", "override_why", step=frame.label(step.code))


def _order(line: Mapping[str, Guarded], told: list[Said], act: Act, frame: Frame) -> Iterator[Problem]:
    step = line[act.step]
    for fact, meant in step.applies.items():
        if fact in frame.facts and frame.facts[fact] not in meant:
            seen = {"step": frame.label(act.step), "fact": frame.label(fact), "seen": frame.label(frame.facts[fact])}
            yield problem("PROGRAMMES_024", "step", **seen)
    stations = path(line.values(), told, frame.starts, act.on, frame.facts)
    shut = missing(step.needs, (one.step for one in stations if one.passed))
    if not shut or act.kind == WAIVED:
        return
    if act.why.strip() and set(step.override) & set(act.roles):
        return
    needs = ", ".join(frame.label(one) for one in shut)
    yield problem("PROGRAMMES_012", "step", step=frame.label(act.step), needs=needs)
    if act.why.strip():
        yield problem("PROGRAMMES_015", "override_why")


def _outcome(step: Guarded, act: Act, frame: Frame) -> Iterator[Problem]:
    if act.kind == DONE and step.outcomes and act.outcome not in step.outcomes:
        known = ", ".join(map(frame.label, step.outcomes))
        yield problem("PROGRAMMES_025", "outcome", step=frame.label(step.code), seen=act.outcome or "-", known=known)


def _taken_back(line: Mapping[str, Guarded], told: list[Said], act: Act, frame: Frame) -> Iterator[Problem]:
    """What was never recorded cannot be taken back, nor what later steps still stand on."""
    held = standing(told, frame.today)
    if act.step not in held:
        yield problem("PROGRAMMES_026", "step", step=frame.label(act.step))
        return
    behind = [one.code for one in line.values() if act.step in one.needs and one.code in held]
    if behind:
        later = ", ".join(frame.label(one) for one in behind)
        yield problem("PROGRAMMES_027", "step", step=frame.label(act.step), later=later)
