"""When a matter is carried, which outcomes the votes allow, who is elected and where a tie leaves it open (E2)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.meetings.agenda import turn
from sidamping.domain.meetings.quorum import Share
from sidamping.domain.meetings.votes import (
    APPROVED,
    REJECTED,
    WITH_NOTES,
    Bar,
    Tally,
    elected,
    fits,
    tally_of,
    unanimous,
)

MAJORITY = Bar(Share(Fraction(1, 2), "share_plus_one"), of_registered=False)
TWO_THIRDS = Bar(Share(Fraction(2, 3), "share_rounded_up"), of_registered=True)


@pytest.mark.parametrize(("yes", "no", "passes"), [(6, 5, True), (5, 5, False), (5, 6, False), (1, 0, True)])
def test_the_majority_of_votes_given_carries(yes: int, no: int, passes: bool) -> None:
    tally = Tally(yes, no, 3)
    assert (tally.yes >= MAJORITY.needed(tally, 20)) is passes


@pytest.mark.parametrize(("yes", "passes"), [(7, False), (8, True)])
def test_an_extraordinary_matter_needs_two_thirds_of_all_registered(yes: int, passes: bool) -> None:
    tally = Tally(yes, 0, 0)
    assert (tally.yes >= TWO_THIRDS.needed(tally, 12)) is passes


def test_an_outcome_must_be_what_the_votes_say() -> None:
    won, lost = Tally(6, 4, 0), Tally(4, 6, 0)
    assert [fits(one, won, 6) for one in (APPROVED, WITH_NOTES, REJECTED)] == [True, True, False]
    assert [fits(one, lost, 6) for one in (APPROVED, WITH_NOTES, REJECTED)] == [False, False, True]


def test_agreement_without_a_vote_counts_everybody_present() -> None:
    assert unanimous(14) == Tally(14, 0, 0)


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_the_totals_of_a_ballot_are_those_present(yes: int, no: int, silent: int) -> None:
    tally = tally_of({"yes": yes, "no": no}, yes + no + silent)
    assert tally.total == yes + no + silent and tally.given == tally.total - tally.abstained


@pytest.mark.parametrize(
    ("counted", "seats", "chosen", "tied"),
    [
        ({"ani": 9, "beni": 7, "citra": 4}, 2, ("ani", "beni"), ()),
        ({"ani": 9, "beni": 7, "citra": 7}, 2, ("ani",), ("beni", "citra")),
        ({"ani": 9, "beni": 0}, 2, ("ani",), ()),
        ({"ani": 5, "beni": 5}, 1, (), ("ani", "beni")),
        ({}, 1, (), ()),
    ],
)
def test_most_votes_are_elected_and_a_tie_is_left_to_the_meeting(
    counted: dict[str, int], seats: int, chosen: tuple[str, ...], tied: tuple[str, ...]
) -> None:
    assert elected(counted, seats) == (chosen, tied)


def test_items_of_the_agenda_come_one_after_the_other() -> None:
    order = ("opened", "chair", "quorum")
    assert turn(order, ()) == ("opened",)
    assert turn(order, {"opened", "chair"}) == ("quorum",)
    assert turn(order, order) == ()


def test_an_item_that_may_be_left_out_lets_the_next_one_come() -> None:
    order = ("decision", "articles", "election", "closing")
    assert turn(order, {"decision"}, {"articles", "election"}) == ("articles", "election", "closing")
    assert turn(order, {"decision", "election"}, {"articles", "election"}) == ("closing",)
