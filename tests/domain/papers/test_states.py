"""Who may do what with a submitted paper, in which state."""

from __future__ import annotations

import pytest

from sidamping.domain.papers import states

STEPS = [
    {"action": "submitted", "role": "mentor", "may_return": False},
    {"action": "acknowledged", "role": "chair", "may_return": False},
    {"action": "passed", "role": "coordinator", "may_return": True},
    {"action": "received", "role": "secretariat", "may_return": False},
]
WITH_CHAIR = {"steps": STEPS}
WITHOUT_CHAIR = {"steps": [step for step in STEPS if step["role"] != "chair"]}


@pytest.mark.parametrize(
    ("state", "content", "expected"),
    [
        ("draft", WITH_CHAIR, []),
        ("submitted", WITH_CHAIR, ["acknowledged by chair"]),
        ("submitted", WITHOUT_CHAIR, ["passed by coordinator", "returned by coordinator"]),
        ("acknowledged", WITH_CHAIR, ["passed by coordinator", "returned by coordinator"]),
        ("returned", WITH_CHAIR, []),
        ("passed", WITH_CHAIR, ["received by secretariat"]),
        ("received", WITH_CHAIR, []),
    ],
)
def test_turns(state: str, content: dict, expected: list[str]) -> None:
    assert [f"{turn.action} by {turn.role}" for turn in states.turns(state, content)] == expected


def test_an_act_belongs_to_one_role() -> None:
    assert states.role_of("returned", WITH_CHAIR) == "coordinator"
    assert states.role_of("received", WITH_CHAIR) == "secretariat"
    assert states.role_of("acknowledged", WITHOUT_CHAIR) == ""


def test_only_a_draft_or_a_returned_paper_may_be_written_in() -> None:
    assert [state for state in ("draft", "submitted", "acknowledged", "returned", "passed", "received")
            if states.editable(state)] == ["draft", "returned"]
