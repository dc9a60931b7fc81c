"""Whole rupiah are written the Indonesian way and read back without a loss or a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.money import grouped, parse_rupiah, rupiah

RUPIAH = st.integers(min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize(
    ("amount", "written"),
    [(0, "Rp0"), (5, "Rp5"), (999, "Rp999"), (1000, "Rp1.000"), (1250000, "Rp1.250.000"), (-500, "-Rp500")],
)
def test_an_amount_is_written_with_dots_and_its_sign_in_front(amount: int, written: str) -> None:
    assert rupiah(amount) == written


def test_the_largest_amount_of_the_nation_is_written_in_full() -> None:
    assert rupiah(999_000_000_000_000) == "Rp999.000.000.000.000"


def test_a_count_is_grouped_without_the_rupiah_sign() -> None:
    assert grouped(83762) == "83.762"


@pytest.mark.parametrize(
    ("written", "amount"),
    [("Rp1.250.000", 1250000), ("rp 1.250.000", 1250000), ("1.250.000,00", 1250000), ("1250000", 1250000),
     ("Rp50.000,-", 50000), ("-Rp500", -500), ("Rp-500", -500), ("  0 ", 0)],
)
def test_the_usual_ways_of_writing_are_read(written: str, amount: int) -> None:
    assert parse_rupiah(written) == amount


@pytest.mark.parametrize("written", ["", "   "])
def test_empty_is_not_zero(written: str) -> None:
    assert parse_rupiah(written) is None


@pytest.mark.parametrize("written", ["1.25", "1,250,000", "1.250.00", "Rp", "12,5", "--5", "-Rp-5", "satu juta", "1e6"])
def test_what_could_mean_two_amounts_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        parse_rupiah(written)


@given(RUPIAH)
def test_what_was_written_is_read_back(amount: int) -> None:
    assert parse_rupiah(rupiah(amount)) == amount
