"""The path of a submitted paper: who may do what in which state. The last act is the state (F9).

submitted → acknowledged (chair) → passed | returned (coordinator) → received (secretariat). The steps stand in the
format file and are frozen with the paper; one without a chair skips that step; a return opens a new revision.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

DRAFT = "draft"
SUBMITTED, ACKNOWLEDGED, RETURNED, PASSED, RECEIVED = "submitted", "acknowledged", "returned", "passed", "received"
WAITING = (SUBMITTED, ACKNOWLEDGED)
ACCEPTED = (PASSED, RECEIVED)


@dataclass(frozen=True)
class Turn:
    """An act that is possible now, and the role that may do it."""

    action: str
    role: str


SLOT_OF = {SUBMITTED: "mentor", ACKNOWLEDGED: "chair", PASSED: "coordinator"}
"""The signature block an act stamps; a return and a receipt stamp none."""


def turns(state: str, content: Mapping[str, Any]) -> tuple[Turn, ...]:
    """The acts possible in a state, by the path frozen with the paper."""
    steps: Sequence[Mapping[str, Any]] = content["steps"]
    after = [place for place, step in enumerate(steps, 1) if step["action"] == state]
    if not after or after[0] >= len(steps):
        return ()
    step = steps[after[0]]
    possible = [Turn(step["action"], step["role"])]
    return (*possible, Turn(RETURNED, step["role"])) if step["may_return"] else tuple(possible)


def accepted(state: str, content: Mapping[str, Any]) -> bool:
    """Whether the paper counts: passed by the coordinator, or at the end of a path that has none."""
    return state in ACCEPTED or state == content["steps"][-1]["action"]


def role_of(action: str, content: Mapping[str, Any]) -> str:
    """The role whose act it is, whatever the state; '' for an act the path does not know."""
    for step in content["steps"]:
        if action == step["action"] or (action == RETURNED and step["may_return"]):
            return str(step["role"])
    return ""


def editable(state: str) -> bool:
    """Only what was never submitted or came back may be written in."""
    return state in (DRAFT, RETURNED)
