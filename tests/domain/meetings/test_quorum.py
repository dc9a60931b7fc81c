"""Half plus one and two thirds of the members registered, at every edge; articles may only ask for more (E2, C18)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.meetings.quorum import Share

HALF_PLUS_ONE = Share(Fraction(1, 2), "share_plus_one")
TWO_THIRDS = Share(Fraction(2, 3), "share_rounded_up")


@pytest.mark.parametrize(("members", "needed"), [(19, 10), (20, 11), (21, 11), (99, 50), (100, 51)])
def test_half_plus_one_of_the_members_makes_a_quorum(members: int, needed: int) -> None:
    assert HALF_PLUS_ONE.needed(members) == needed


@pytest.mark.parametrize(("members", "needed"), [(9, 6), (10, 7), (11, 8), (12, 8), (13, 9)])
def test_two_thirds_are_rounded_up_to_whole_members(members: int, needed: int) -> None:
    assert TWO_THIRDS.needed(members) == needed


def test_stricter_articles_hold_and_the_rule_still_stands_beside_them() -> None:
    share = Share(Fraction(1, 2), "share_plus_one", articles=75)
    assert (share.by_rule(21), share.needed(21)) == (11, 16)


def test_looser_articles_change_nothing() -> None:
    assert Share(Fraction(2, 3), "share_rounded_up", articles=51).needed(12) == 8


def test_an_unknown_way_of_counting_is_refused() -> None:
    with pytest.raises(ValueError):
        Share(Fraction(1, 2), "more_or_less")


@given(st.sampled_from([HALF_PLUS_ONE, TWO_THIRDS]), st.integers(1, 100_000))
def test_a_quorum_is_always_more_than_half_of_the_members(share: Share, members: int) -> None:
    assert members < 2 * share.needed(members) <= 2 * members + 2
