"""The stages of an application in order: what is decided, by whom, with which reasons; none is skipped (B1, B3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sidamping.domain.problems import Problem, problem
from sidamping.domain.selection.interview import InterviewScore

OPEN, REFUSED, CHOSEN, WITHDRAWN = "open", "refused", "chosen", "withdrawn"
INTERVIEW = "interview"


@dataclass(frozen=True)
class Decision:
    """One decision on one stage; a refusal carries coded reasons that stay with the application."""

    stage: str
    passed: bool
    by: str
    on: date
    reasons: tuple[str, ...] = ()
    remark: str = ""
    withdrawn: bool = False


@dataclass(frozen=True)
class Standing:
    """Where an application stands: open at a stage, refused or withdrawn there with reasons, or chosen."""

    state: str
    stage: str
    reasons: tuple[str, ...] = ()
    since: date | None = None


def standing(stages: Sequence[str], decisions: Iterable[Decision]) -> Standing:
    """What the decisions say, the first refusal or withdrawal being final."""
    made = sorted(decisions, key=lambda one: (one.on, _place(stages, one.stage)))
    for one in made:
        if one.withdrawn or not one.passed:
            return Standing(WITHDRAWN if one.withdrawn else REFUSED, one.stage, one.reasons, one.on)
    passed = {one.stage: one.on for one in made}
    ahead = next((stage for stage in stages if stage not in passed), "")
    return Standing(OPEN if ahead else CHOSEN, ahead, (), max(passed.values(), default=None))


@dataclass(frozen=True)
class Grounds:
    """What a decision rests on: requirements with whether each is met, and the interview where there is one."""

    requirements: Mapping[str, bool]
    interview: InterviewScore | None = None
    label: Callable[[str], str] = str


def decision_faults(
    stages: Sequence[str], decisions: Iterable[Decision], new: Decision, grounds: Grounds
) -> list[Problem]:
    """Everything that stands against a decision; all of it at once."""
    now = standing(stages, decisions)
    return [*_order(now, new, grounds), *_reasons(new, grounds), *_panel(new, grounds)]


def _order(now: Standing, new: Decision, grounds: Grounds) -> Iterator[Problem]:
    if now.state in (REFUSED, WITHDRAWN, CHOSEN):
        yield problem("PROGRAMMES_040", "stage", stage=grounds.label(now.stage or new.stage), day=now.since or new.on)
    elif new.stage != now.stage and not new.withdrawn:
        yield problem("PROGRAMMES_039", "stage", stage=grounds.label(new.stage), wanted=grounds.label(now.stage))
    if now.since is not None and new.on < now.since:
        yield problem("PROGRAMMES_047", "on", day=new.on, before=now.since)


def _reasons(new: Decision, grounds: Grounds) -> Iterator[Problem]:
    if not (new.passed and not new.withdrawn) and not new.reasons:
        yield problem("PROGRAMMES_041", "reasons", stage=grounds.label(new.stage))
    lacking = [grounds.label(one) for one, met in grounds.requirements.items() if not met]
    if new.passed and not new.withdrawn and lacking and not new.remark.strip():
        yield problem("PROGRAMMES_042", "remark", stage=grounds.label(new.stage), missing=", ".join(lacking))


def _panel(new: Decision, grounds: Grounds) -> Iterator[Problem]:
    """An interview is decided when every interviewer has handed in every mark; only leaving needs no panel."""
    if new.stage != INTERVIEW or new.withdrawn:
        return
    if grounds.interview is None:
        yield problem("PROGRAMMES_043", "interviewers", missing="-")
    elif grounds.interview.missing:
        missing = ", ".join(map(grounds.label, grounds.interview.missing))
        yield problem("PROGRAMMES_043", "interviewers", missing=missing)


def _place(stages: Sequence[str], stage: str) -> int:
    return stages.index(stage) if stage in stages else len(stages)
