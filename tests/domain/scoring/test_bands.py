"""Intervals read as in a schoolbook; bands that meet give every number one band; gaps and overlaps are named."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.scoring.bands import Band, Scale, interval, seams
from sidamping.domain.scoring.numbers import exact, half_up, plain, written

ALL = interval("(-inf, inf)")
EDGES = st.lists(st.integers(-50, 150), min_size=1, max_size=8, unique=True).map(sorted)
NUMBERS = st.fractions(min_value=-200, max_value=300, max_denominator=1000)


@st.composite
def scales(draw: st.DrawFn) -> list[str]:
    """Intervals over all numbers that meet at drawn edges, each edge belonging to the left or the right."""
    edges = draw(EDGES)
    left = [draw(st.booleans()) for _ in edges]
    texts = [f"(-inf, {edges[0]}{']' if left[0] else ')'}"]
    for at in range(len(edges) - 1):
        texts.append(f"{'(' if left[at] else '['}{edges[at]}, {edges[at + 1]}{']' if left[at + 1] else ')'}")
    return [*texts, f"{'(' if left[-1] else '['}{edges[-1]}, inf)"]


@given(scales(), NUMBERS)
def test_every_number_has_exactly_one_band(texts: list[str], x: Fraction) -> None:
    intervals = [interval(text) for text in texts]
    scale = Scale(tuple(Band(one, Fraction(at)) for at, one in enumerate(intervals)))
    assert list(seams(intervals, ALL)) == []
    assert [one.text for one in intervals if one.holds(x)] == [scale.band(x).interval.text]


@given(scales(), st.data())
def test_a_band_left_out_is_a_gap(texts: list[str], data: st.DataObject) -> None:
    out = data.draw(st.sampled_from(texts))
    left = [interval(text) for text in texts if text != out]
    assert "gap" in {kind for kind, _ in seams(left, ALL)}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["(-inf, 20]", "(20, inf)"], []),
        (["(-inf, 20)", "[20, inf)"], []),
        (["(-inf, 20)", "(20, inf)"], ["gap"]),
        (["(-inf, 20]", "[20, inf)"], ["overlap"]),
        (["(-inf, 20]", "[21, inf)"], ["gap"]),
        (["(-inf, 30]", "(20, inf)"], ["overlap"]),
        (["[0, 20]", "(20, inf)"], ["gap"]),
        ([], ["gap"]),
    ],
)
def test_seams_are_named(texts: list[str], found: list[str]) -> None:
    assert [kind for kind, _ in seams([interval(text) for text in texts], ALL)] == found


@pytest.mark.parametrize("text", ["20-40", "(20 40)", "(40, 20]", "(20, 20]", "[-inf, 3)", "(3, inf]", "(3; 4)", ""])
def test_what_is_no_interval_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"interval|infinite"):
        interval(text)


def test_a_single_number_is_an_interval() -> None:
    assert interval("[0, 0]").holds(0)
    assert not interval("[0, 0]").holds(Fraction(1, 1000))


def test_numbers_stay_exact_and_are_printed_once() -> None:
    assert exact(Decimal("31.24")) == Fraction(3124, 100)
    assert exact(0.1) == Fraction(1, 10)
    assert [exact(odd) for odd in (True, "5", None, Decimal("NaN"), float("inf"))] == [None] * 5
    assert (plain(Fraction(3, 2)), plain(Fraction(4, 2)), plain(Fraction(1, 3)), plain(None)) == (
        1.5,
        2,
        0.333333,
        None,
    )
    assert [half_up(Fraction(one, 2)) for one in (1, 3, -1, -3)] == [1, 2, -1, -2]
    assert (written(Fraction(123450, 100)), written(Fraction(1, 8)), written(None)) == ("1.234,50", "0,125", "-")
    assert (written(5, 0), written(Fraction(-1, 2))) == ("5", "-0,50")
