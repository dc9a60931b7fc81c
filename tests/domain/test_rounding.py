"""Rounding is named and loses nothing: parts add up to the whole, a step is met to the nearest."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.rounding import cents, round_down, round_to, shared_out

WEIGHTS = st.lists(st.integers(min_value=0, max_value=10**12), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [(Fraction(5, 2), 1, 3), (Fraction(-5, 2), 1, -3), (1249, 500, 1000), (1250, 500, 1500), (0, 500, 0), (7, 1, 7)],
)
def test_a_step_is_met_to_the_nearest_and_halves_go_away_from_zero(value: Fraction, step: int, rounded: int) -> None:
    assert round_to(value, step) == rounded


def test_rounding_down_never_gives_more() -> None:
    assert [round_down(Fraction(1999, 1), 500), round_down(Fraction(7, 2)), round_down(500, 500)] == [1500, 3, 500]


@pytest.mark.parametrize(
    ("whole", "weights", "parts"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (10, [3, 3, 1], [4, 4, 2]),
        (1, [1, 1], [1, 0]),
        (7, [0, 5, 0], [0, 7, 0]),
        (0, [0, 0], [0, 0]),
        (1000, [Fraction(25, 2), Fraction(75, 2), 50], [125, 375, 500]),
    ],
)
def test_the_largest_remainder_gets_the_rest_and_among_equals_the_first(
    whole: int, weights: list[int], parts: list[int]
) -> None:
    assert shared_out(whole, weights) == parts


@pytest.mark.parametrize(("whole", "weights"), [(-1, [1]), (1, [0, 0]), (1, []), (5, [-1, 2])])
def test_nothing_is_shared_by_nothing(whole: int, weights: list[int]) -> None:
    with pytest.raises(ValueError, match="nothing to share by"):
        shared_out(whole, weights)


@given(whole=st.integers(min_value=0, max_value=10**15), weights=WEIGHTS)
def test_parts_add_up_and_lie_within_a_rupiah_of_the_exact_part(whole: int, weights: list[int]) -> None:
    if not sum(weights):
        return
    parts = shared_out(whole, weights)
    assert sum(parts) == whole
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(whole * weight, sum(weights))) < 1
        assert weight or not part


@given(whole=st.integers(min_value=1, max_value=10**12), weights=WEIGHTS)
def test_whoever_weighs_more_never_gets_less(whole: int, weights: list[int]) -> None:
    if not sum(weights):
        return
    ranked = sorted(zip(weights, shared_out(whole, weights), strict=True), key=lambda pair: pair[0])
    heavier = [(one, other) for one, other in pairwise(ranked) if other[0] > one[0]]
    assert all(one[1] <= other[1] for one, other in heavier)


def test_cents_are_for_comparing() -> None:
    assert [cents(Fraction(15000000, 260)), cents(5), cents(None)] == [57692.31, 5, None]
