"""Figures are read as written: Indonesian number texts, exact decimals; what could mean two things is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from sidamping.domain.figures import MOST, Figures, one_case
from sidamping.domain.problems import Refused

NAMES = {"kas": ("cash", "uang"), "bagian": (), "hari": (), "pada": (), "cara": ()}


def figures(**given: Any) -> Figures:
    return Figures(given, NAMES)


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (1250000, 1250000), ("1.250.000", 1250000), ("Rp1.250.000", 1250000), ("Rp 1.250.000,00", 1250000),
        (Decimal("1250000.00"), 1250000), ("0", 0), (0, 0), (MOST, MOST), (None, None), ("  ", None),
    ],
)
def test_an_amount_is_read_as_people_write_it(value: object, amount: int | None) -> None:
    read = figures(kas=value)
    assert (read.amount("kas"), read.problems) == (amount, [])


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("tiga juta", "FIGURES_004"), ("1,250,000", "FIGURES_004"), (True, "FIGURES_004"), ([1], "FIGURES_004"),
        (Decimal("NaN"), "FIGURES_004"), (Decimal("1e999999"), "FIGURES_004"), (Decimal("1250.5"), "FIGURES_005"),
        (Decimal("40.000"), "FIGURES_006"), (-1, "FIGURES_007"), ("-Rp500", "FIGURES_007"), (10**16, "FIGURES_008"),
        (MOST + 1, "FIGURES_008"), ("10000000000000000", "FIGURES_008"),
    ],
)
def test_what_is_no_amount_gets_its_code_and_its_place(value: object, code: str) -> None:
    read = figures(uang=value)
    assert read.amount("kas") is None
    assert [(one.code, one.where) for one in read.problems] == [(code, "uang")]
    assert "uang" in read.problems[0].text()


def test_a_number_of_thousands_of_digits_is_too_large_and_not_written_out() -> None:
    read = figures(kas=10**5000)
    assert read.amount("kas") is None
    assert [one.code for one in read.problems] == ["FIGURES_008"]


@pytest.mark.parametrize(
    ("value", "percent"),
    [(25, 25), ("12,5", Fraction(25, 2)), ("12.5%", Fraction(25, 2)), ("100 %", 100), (Decimal("0.5"), Fraction(1, 2))],
)
def test_a_percentage_may_have_decimals_and_a_sign(value: object, percent: Fraction) -> None:
    read = figures(bagian=value)
    assert (read.percent("bagian"), read.problems) == (percent, [])


@pytest.mark.parametrize(
    ("value", "code"), [("lima", "FIGURES_004"), (-1, "FIGURES_007"), (101, "FIGURES_009"), ("1.2.3", "FIGURES_004")]
)
def test_a_percentage_lies_between_zero_and_a_hundred(value: object, code: str) -> None:
    read = figures(bagian=value)
    assert (read.percent("bagian"), [one.code for one in read.problems]) == (None, [code])


@pytest.mark.parametrize(
    ("value", "code"), [(0, "FIGURES_009"), (32, "FIGURES_009"), (Decimal("1.5"), "FIGURES_004"), ("x", "FIGURES_004")]
)
def test_a_count_is_whole_and_within_its_limits(value: object, code: str) -> None:
    read = figures(hari=value)
    assert (read.count("hari", 1, 31), [one.code for one in read.problems]) == (None, [code])


def test_two_names_of_one_figure_must_agree() -> None:
    read = figures(kas=1, cash=2)
    read.amount("kas")
    assert [one.code for one in read.problems] == ["FIGURES_010"]
    assert figures(kas=1, cash=1).amount("kas") == 1


def test_a_day_and_a_choice_are_known_or_refused() -> None:
    read = figures(pada="31-12-2026", cara="tebak")
    assert (read.day("pada"), read.choice("cara", ("satu", "dua"))) == (None, None)
    assert [one.code for one in read.problems] == ["FIGURES_013", "FIGURES_012"]
    assert figures(cara=" SATU ").choice("cara", ("satu",)) == "satu"


def test_a_key_nobody_uses_is_told_with_the_likely_one() -> None:
    read = figures(kass=1, notes="x")
    read.unused()
    assert [one.code for one in read.warnings] == ["FIGURES_015"]
    assert "kas" in read.warnings[0].text()


@pytest.mark.parametrize(
    "data", [{"kas": 1}, {"id": "a", "inputs": {"kas": 1}}, [{"kas": 1}], [{"inputs": {"kas": 1}}]]
)
def test_a_case_stands_alone_below_inputs_or_in_a_list_of_one(data: object) -> None:
    assert one_case(data)["kas"] == 1


@pytest.mark.parametrize("data", [None, {}, [], "kas", [{"kas": 1}, {"kas": 2}], {"inputs": [1]}, 5])
def test_what_is_not_one_case_is_refused(data: object) -> None:
    with pytest.raises(Refused) as refused:
        one_case(data)
    assert refused.value.codes == ["FIGURES_002"]


def test_a_value_without_end_is_told_in_a_few_signs() -> None:
    bomb: Any = ["x"]
    for _ in range(60):
        bomb = [bomb] * 9
    read = figures(kas=bomb, bagian=10**5000, cara={"a": bomb})
    assert (read.amount("kas"), read.percent("bagian"), read.choice("cara", ("satu",))) == (None, None, None)
    assert [one.code for one in read.problems] == ["FIGURES_004", "FIGURES_009", "FIGURES_012"]
    assert all(len(one.text()) < 250 for one in read.problems)
