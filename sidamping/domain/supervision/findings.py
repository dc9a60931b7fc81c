"""Where a finding stands on a day: open, answered, sent back, settled; and whether its deadline has passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

OPEN, ANSWERED, RETURNED, SETTLED = "open", "answered", "returned", "settled"


@dataclass(frozen=True)
class Standing:
    """The state of a finding and whether it is late; what is settled or waits for the office is never late."""

    state: str
    late: bool

    @property
    def settled(self) -> bool:
        return self.state == SETTLED


def standing(verdicts: Sequence[bool | None], due: date, on: date) -> Standing:
    """From the verdicts on the answers, the oldest first; None is an answer that nobody has judged yet."""
    if True in verdicts:
        return Standing(SETTLED, False)
    if verdicts and verdicts[-1] is None:
        return Standing(ANSWERED, False)
    return Standing(RETURNED if verdicts else OPEN, due < on)
