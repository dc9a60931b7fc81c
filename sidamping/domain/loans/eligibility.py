"""Whether an applicant meets the conditions for a loan, one by one, with what is still unanswered. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MET, NOT_MET, UNANSWERED = "met", "not_met", "unanswered"


@dataclass(frozen=True)
class Criterion:
    """A condition of the rulebook: its code, its words in both languages and where it stands."""

    code: str
    id: str
    en: str
    cite: str


@dataclass(frozen=True)
class Checked:
    """A condition with its state."""

    criterion: Criterion
    state: str


@dataclass(frozen=True)
class Eligibility:
    """All conditions with their states; eligible only when every one is met."""

    lines: tuple[Checked, ...]

    @property
    def eligible(self) -> bool | None:
        """True or False as soon as it is certain; None while answers are missing and none says no."""
        states = {one.state for one in self.lines}
        if NOT_MET in states:
            return False
        return None if UNANSWERED in states or not states else True

    def of(self, state: str) -> tuple[Criterion, ...]:
        return tuple(one.criterion for one in self.lines if one.state == state)


def eligibility(criteria: Iterable[Criterion], answers: Mapping[str, bool | None]) -> Eligibility:
    """The conditions against the answers by code; no answer is no no."""
    states = {True: MET, False: NOT_MET, None: UNANSWERED}
    return Eligibility(tuple(Checked(one, states[answers.get(one.code)]) for one in criteria))
