"""Interest of a month by hand-worked figures, its tax on the whole month of a member, and time deposits (E7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sidamping.domain.periods import Month, after_months
from sidamping.domain.savings.crediting import Credit, month_of, on_account, on_deposit, taxed
from sidamping.domain.savings.deposits import due_in, penalty
from sidamping.domain.savings.products import Terms
from sidamping.domain.savings.tax import InterestTax

JUNE = Month(2026, 6)
MOVES = {date(2026, 6, 11): 500_000, date(2026, 6, 21): -300_000}
TAX = InterestTax(10, 240_000)


def made(method: str, rate_ppm: int = 60_000, per: str = "year", step: int = 1) -> Credit | None:
    terms = Terms(date(2026, 1, 1), method=method, rate_ppm=rate_ppm, per=per, step=step)
    return on_account("p", "m", month_of(1_000_000, MOVES, JUNE), terms, 365)


def test_the_methods_of_the_guideline_by_hand() -> None:
    """1,000,000 for ten days, 1,500,000 for ten, 1,200,000 for ten; 6 percent a year, June has 30 days."""
    figures = {method: (one.base, one.gross) for method in ("lowest", "daily", "average", "average-by-mutations")
               if (one := made(method)) is not None}
    assert figures == {
        "lowest": (1_000_000, 4_932),  # 1,000,000 × 6 % × 30/365 = 4,931.51
        "daily": (1_233_333, 6_082),  # 37,000,000 balance days × 6 % / 365 = 6,082.19
        "average": (1_233_333, 6_082),
        "average-by-mutations": (1_233_333, 6_082),  # three balances of ten days each: both averages agree
    }


def test_the_printed_average_ignores_how_long_a_balance_stood() -> None:
    terms = Terms(date(2026, 1, 1), method="average-by-mutations", rate_ppm=10_000, per="month")
    account = month_of(0, {date(2026, 6, 30): 600_000}, JUNE)
    printed = on_account("p", "m", account, terms, 365)
    weighed = on_account("p", "m", account, replace(terms, method="average"), 365)
    assert printed is not None and (printed.base, printed.gross) == (300_000, 3_000)
    assert weighed is not None and (weighed.base, weighed.gross) == (20_000, 200)


def test_interest_is_rounded_once_to_the_step_of_the_terms_and_nothing_is_no_line() -> None:
    credit = made("lowest", step=100)
    assert credit is not None and credit.gross == 4_900
    assert made("lowest", rate_ppm=0) is None
    lowest = Terms(JUNE.start, method="lowest", rate_ppm=60_000)
    assert on_account("p", "m", month_of(-5_000, {}, JUNE), lowest, 365) is None


def test_the_tax_looks_at_all_interest_of_a_member_in_the_month() -> None:
    """R-PPH-BUNGA: 240,000 is free, one rupiah more is taxed as a whole."""
    def one(product: str, gross: int) -> Credit:
        return Credit(product, "m", "lowest", 0, gross, "")

    assert [row.tax for row in taxed([one("a", 240_000)], TAX, {})] == [0]
    assert [row.tax for row in taxed([one("a", 240_001)], TAX, {})] == [24_000]
    assert [row.tax for row in taxed([one("a", 200_000), one("b", 50_000)], TAX, {})] == [25_000, 0]
    assert [row.tax for row in taxed([one("b", 50_000)], TAX, {"m": (200_000, 0)})] == [25_000]
    assert [row.tax for row in taxed([one("b", 50_000)], TAX, {"m": (300_000, 30_000)})] == [5_000]


def test_a_deposit_bears_a_twelfth_of_its_rate_for_each_full_month() -> None:
    terms = Terms(date(2026, 1, 31), rate_ppm=90_000, months=6)
    credit = on_deposit("p", "m", "d", 4_000_000, terms, 365)
    assert credit is not None and (credit.gross, credit.deposit) == (30_000, "d")
    assert after_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert due_in(date(2026, 1, 31), 6, Month(2026, 1)) is None
    assert due_in(date(2026, 1, 31), 6, Month(2026, 7)) == date(2026, 7, 31)
    assert due_in(date(2026, 1, 31), 6, Month(2026, 8)) is None
    assert penalty(4_000_000, 10_000) == 40_000
