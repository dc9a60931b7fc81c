"""Schedules sum exactly to the principal; the last instalment takes the rest; methods keep their shape."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sidamping.domain.loans.schedule import annuity, exact_instalments, schedule
from sidamping.domain.loans.terms import ANNUITY, DECLINING, FLAT, METHODS, Terms, read_terms
from sidamping.domain.problems import Refused

TERMS = st.builds(
    Terms,
    principal=st.integers(min_value=10_000, max_value=10**12),
    rate_month=st.integers(0, 500).map(lambda hundredths: Fraction(hundredths, 100)),
    months=st.integers(1, 120), method=st.sampled_from(METHODS), step=st.sampled_from([1, 50, 100, 500, 1000]),
)


def table(terms: Terms) -> list[tuple[int, int, int, int]]:
    return [(one.principal, one.interest, one.total, one.balance) for one in schedule(terms).rows]


def test_ten_million_in_three_flat_instalments() -> None:
    assert table(Terms(10_000_000, 1, 3, FLAT)) == [
        (3_333_333, 100_000, 3_433_333, 6_666_667),
        (3_333_333, 100_000, 3_433_333, 3_333_334),
        (3_333_334, 100_000, 3_433_334, 0),
    ]


def test_declining_interest_follows_what_is_still_owed() -> None:
    assert table(Terms(1_000_000, 2, 4, DECLINING)) == [
        (250_000, 20_000, 270_000, 750_000),
        (250_000, 15_000, 265_000, 500_000),
        (250_000, 10_000, 260_000, 250_000),
        (250_000, 5_000, 255_000, 0),
    ]


def test_a_step_makes_round_instalments_and_leaves_the_rest_to_the_last() -> None:
    rows = table(Terms(3_000_000, Fraction(3, 4), 20, FLAT, 1000))
    assert rows[0] == (150_500, 22_500, 173_000, 2_849_500)
    assert rows[-1] == (140_500, 22_500, 163_000, 0)


def test_a_step_that_would_leave_nothing_for_the_last_month_rounds_down() -> None:
    rows = table(Terms(390_000, 0, 12, FLAT, 5000))  # 32.500 goes up to 35.000, and eleven of them are nearly all
    assert [one[2] for one in rows] == [35_000] * 11 + [5_000]
    rows = table(Terms(330_000, 0, 60, FLAT, 1000))  # 5.500 up to 6.000 would be repaid after 55 months
    assert [one[2] for one in rows] == [5_000] * 59 + [35_000]


def test_a_loan_without_interest_is_paid_back_in_equal_parts() -> None:
    for method in METHODS:
        assert {(one[0], one[1]) for one in table(Terms(1_200_000, 0, 12, method))} == {(100_000, 0)}


def test_the_annuity_is_the_textbook_one() -> None:
    assert round(float(annuity(Terms(78_000_000, Fraction(1, 2), 12, ANNUITY))), 2) == 6713181.52
    assert round(float(annuity(Terms(200_000_000, Fraction("18.1") / 12, 120, ANNUITY))), 2) == 3616589.78


def test_the_longest_loan_with_an_odd_rate_still_ends_at_nothing() -> None:
    terms = Terms(999_999_999_999_999, Fraction("18.123456") / 12, 600, ANNUITY)
    rows = exact_instalments(terms)
    assert (len(rows), rows[-1].balance) == (600, 0)
    assert abs(sum(one.principal for one in rows) - terms.principal) < Fraction(1, 10**12)
    assert all(one.total == rows[0].total for one in rows)
    assert sum(one.principal for one in schedule(terms).rows) == terms.principal


@given(TERMS)
def test_a_schedule_pays_back_the_principal_to_the_rupiah(terms: Terms) -> None:
    try:
        made = schedule(terms)
    except Refused as refused:
        assert refused.codes == ["LOANS_002"]
        assert terms.step > 1 or terms.rate_month > 0
        return
    assert sum(one.principal for one in made.rows) == terms.principal
    assert made.total == terms.principal + made.interest
    assert [one.no for one in made.rows] == list(range(1, terms.months + 1))
    assert all(one.principal > 0 and one.interest >= 0 for one in made.rows)
    assert all(one.total % terms.step == 0 for one in made.rows[:-1])
    owed = terms.principal
    for one in made.rows:
        owed -= one.principal
        assert one.balance == owed
    assert made.rows[-1].balance == 0


@given(TERMS)
def test_interest_falls_month_by_month_unless_it_is_flat(terms: Terms) -> None:
    try:
        interest = [one.interest for one in schedule(terms).rows]
    except Refused:
        return
    if terms.method != FLAT:
        assert interest == sorted(interest, reverse=True)
    else:
        assert len(set(interest[:-1])) <= 1
        assert sum(interest) == int(terms.principal * terms.monthly * terms.months + Fraction(1, 2))


@given(st.integers(10_000, 10**12), st.integers(1, 500), st.integers(2, 120))
def test_declining_costs_least_then_the_annuity_then_flat(principal: int, hundredths: int, months: int) -> None:
    rate = Fraction(hundredths, 100)
    costs = {
        method: sum(one.interest for one in exact_instalments(Terms(principal, rate, months, method)))
        for method in METHODS
    }
    assert costs[DECLINING] <= costs[ANNUITY] <= costs[FLAT]


@given(TERMS, st.integers(1, 10**9))
def test_a_larger_loan_never_costs_less(terms: Terms, more: int) -> None:
    assume(terms.step == 1)
    larger = Terms(terms.principal + more, terms.rate_month, terms.months, terms.method)
    assert exact_instalments(larger)[0].total >= exact_instalments(terms)[0].total


def words(**given: object) -> dict[str, object]:
    usual = {"principal": "9.000.000", "rate_month": "1", "months": "12", "method": "flat", "step": ""}
    return {f"--{key.replace('_', '-')}": value for key, value in {**usual, **given}.items()}


def test_terms_are_read_as_people_write_them() -> None:
    assert read_terms(words(rate_month="1,5")) == Terms(9_000_000, Fraction(3, 2), 12, FLAT)
    assert read_terms(words(rate_month="", rate_year=Decimal("18.1"))).rate_month == Fraction("18.1") / 12


@pytest.mark.parametrize(
    ("given_words", "codes"),
    [
        ({"principal": ""}, ["FIGURES_003"]),
        ({"principal": "0"}, ["FIGURES_009"]),
        ({"principal": "-5"}, ["FIGURES_007"]),
        ({"principal": "10000000000000000"}, ["FIGURES_008"]),
        ({"principal": "sembilan juta"}, ["FIGURES_004"]),
        ({"months": "0"}, ["FIGURES_009"]),
        ({"months": "12,5"}, ["FIGURES_004"]),
        ({"months": "601"}, ["FIGURES_009"]),
        ({"rate_month": ""}, ["LOANS_001"]),
        ({"rate_year": "12"}, ["LOANS_001"]),
        ({"rate_month": "-1"}, ["FIGURES_007"]),
        ({"method": "tebak"}, ["FIGURES_012"]),
        ({"step": "0"}, ["FIGURES_009"]),
        ({"principal": "", "months": "0", "rate_month": "x", "method": ""},
         ["FIGURES_009", "FIGURES_004", "FIGURES_003", "FIGURES_003"]),
    ],
)
def test_terms_that_make_no_loan_are_refused_all_at_once(given_words: dict[str, object], codes: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        read_terms(words(**given_words))
    assert refused.value.codes == codes


@pytest.mark.parametrize("method", METHODS)
def test_a_step_larger_than_an_instalment_is_refused(method: str) -> None:
    with pytest.raises(Refused) as refused:
        schedule(Terms(100_000, 1, 12, method, 50_000))
    assert refused.value.codes == ["LOANS_002"]
    with pytest.raises(Refused):
        schedule(Terms(5, 1, 12, method))
