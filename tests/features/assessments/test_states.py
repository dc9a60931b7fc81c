"""A state has one word wherever it is told."""

from __future__ import annotations

from sidamping.features.assessments.forms.opening import STATES
from sidamping.features.assessments.queries.states import STATE_WORDS
from sidamping.features.assessments.services.locked import state_word
from sidamping.features.assessments.views.shown import ACTS, LOOKS


def test_lists_filters_pages_and_messages_call_a_state_the_same() -> None:
    assert dict(STATES[1:]) == STATE_WORDS == {state: word for state, (_look, word) in LOOKS.items()}
    assert all(STATE_WORDS[state] == word for state, (word, _icon, _tone) in ACTS.items())
    assert {state: state_word(state) for state in STATE_WORDS} == {
        state: str(word).lower() for state, word in STATE_WORDS.items()
    }
    assert state_word("withdrawn") == "ditarik"
