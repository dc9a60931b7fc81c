"""Success comes from raw months: turnover against the months before, books with proof, paid workers, all three."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.cohorts.success import Limits, Monthly, Success, cohort_success, success
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.rules.books import programme
from sidamping.rules.programme_rules import limits_of, load_of

ON = date(2026, 11, 21)
LIMITS, _ = limits_of(programme("tkm-lanjutan-2024", ON), on=ON)
FIRST, LAST = Month(2026, 4), Month(2026, 6)
TABLE = """
2026-01  1000000  -    1
2026-02  2000000  -    1
2026-03  3000000  -    1
2026-04  2000000  yes  1
2026-05  2100000  yes  2
2026-06  2000001  no   2
"""


def records(text: str = TABLE) -> list[Monthly]:
    said = {"yes": True, "no": False, "-": None}
    rows = (line.split() for line in text.strip().splitlines())
    return [Monthly(Month.parse(month), None if sales == "-" else int(sales), said[kept],
                    None if paid == "-" else int(paid)) for month, sales, kept, paid in rows]


def made(text: str = TABLE, limits: Limits = LIMITS, seasonal: bool = False) -> Success:
    return success(limits, records(text), first=FIRST, last=LAST, seasonal=seasonal)


def test_one_rupiah_above_the_mean_of_three_months_before_is_growth() -> None:
    turnover = made().turnover
    assert (turnover.reached, turnover.before, turnover.after) == (True, 2000000, 2000001)
    assert made(TABLE.replace("2000001", "2000000")).turnover.reached is False


def test_with_a_threshold_of_ten_percent_the_edge_itself_is_not_enough() -> None:
    limits = replace(LIMITS, growth_percent=Fraction(10))
    assert made(TABLE.replace("2000001", "2200000"), limits).turnover.reached is False
    assert made(TABLE.replace("2000001", "2200001"), limits).turnover.reached is True


def test_the_last_month_reported_is_the_end() -> None:
    turnover = made(TABLE.replace("2000001", "-")).turnover
    assert (turnover.after, turnover.months[-1]) == (2100000, Month(2026, 5))


def test_fewer_months_before_the_start_are_used_and_named() -> None:
    turnover = made(TABLE.replace("2026-01  1000000", "2026-01  -")).turnover
    assert (turnover.before, turnover.months[:-1]) == (2500000, (Month(2026, 2), Month(2026, 3)))


def test_without_a_month_before_it_cannot_be_told_and_says_why() -> None:
    turnover = made("2026-05  100  yes  1").turnover
    assert (turnover.reached, turnover.why) == (None, "no_baseline")
    assert made("2026-02  100  -  1").turnover.why == "no_end"


def test_zero_sales_before_are_not_the_same_as_none_reported() -> None:
    assert made("2026-03  0  -  -\n2026-06  5  -  -").turnover.reached is True
    assert made("2026-03  -  -  -\n2026-06  5  -  -").turnover.reached is None
    limits = replace(LIMITS, growth_percent=Fraction(10))
    assert made("2026-03  0  -  -\n2026-06  5  -  -", limits).turnover.why == "zero_baseline"


def test_a_seasonal_business_is_compared_with_the_same_month_last_year() -> None:
    harvest = made(TABLE + "2025-06  2500000  -  -", seasonal=True).turnover
    assert (harvest.reached, harvest.before, harvest.months) == (False, 2500000, (Month(2025, 6), Month(2026, 6)))


def test_books_in_two_of_three_months_are_enough_and_in_one_are_not() -> None:
    assert made().records.reached is True
    assert made(TABLE.replace("2026-05  2100000  yes", "2026-05  2100000  no")).records.reached is False


def test_a_silent_month_that_could_still_make_it_up_leaves_it_open() -> None:
    silent = TABLE.replace("2026-05  2100000  yes", "2026-05  2100000  -")
    assert (made(silent).records.reached, made(silent).records.why) == (None, "no_count")


def test_in_six_months_books_are_wanted_in_four() -> None:
    rows = [Monthly(Month(2026, month), records_kept=month <= 6) for month in range(4, 10)]
    assert success(LIMITS, rows, first=FIRST, last=Month(2026, 9)).records.reached is False
    rows[3] = Monthly(Month(2026, 7), records_kept=True)
    assert success(LIMITS, rows, first=FIRST, last=Month(2026, 9)).records.reached is True


def test_one_more_paid_worker_counts_and_none_more_does_not() -> None:
    assert made().workers.reached is True
    assert made(TABLE.replace("yes  2", "yes  1").replace("no   2", "no   1")).workers.reached is False


def test_all_three_is_false_as_soon_as_one_is_and_unknown_only_otherwise() -> None:
    assert made().all_three is True
    assert made(TABLE.replace("2000001", "1")).all_three is False
    assert made("2026-05  100  yes  1").all_three is None


def test_canvas_and_plan_are_shown_beside_the_turnover_and_decide_nothing() -> None:
    told = success(LIMITS, records(), first=FIRST, last=LAST, works={"bmc": False, "action-plan": None})
    assert (told.turnover.reached, told.works) == (True, {"bmc": False, "action-plan": None})


def test_a_cohort_counts_each_indicator_with_its_own_denominator() -> None:
    told = cohort_success(LIMITS, [made(), made(TABLE.replace("2000001", "1")), made("2026-05  100  yes  1")])
    assert told.participants == 3
    assert {key: (one.part, one.whole) for key, one in told.reached.items()} == {
        "turnover": (1, 2), "records": (2, 2), "workers": (2, 2), "all_three": (1, 2),
    }
    assert told.unknown == {"turnover": 1, "records": 1, "workers": 1, "all_three": 1}


def test_the_target_of_34_percent_is_met_by_1020_of_3000_and_not_by_one_less() -> None:
    yes, no = made(), made(TABLE.replace("2000001", "1"))
    assert cohort_success(LIMITS, [yes] * 1020 + [no] * 1980).on_target is True
    assert cohort_success(LIMITS, [yes] * 1019 + [no] * 1981).on_target is False


@given(st.lists(st.tuples(*[st.none() | st.integers(0, 3)] * 2, st.none() | st.booleans()), max_size=9))
def test_all_three_are_never_more_than_any_one(rows: list[tuple[int | None, int | None, bool | None]]) -> None:
    people = [success(LIMITS, [Monthly(Month(2026, at % 9 + 1), sales, kept, paid)
                               for at, (sales, paid, kept) in enumerate(rows[start:])], first=FIRST, last=LAST)
              for start in range(len(rows))]
    told = cohort_success(LIMITS, people)
    assert all(told.reached["all_three"].part <= one.part for one in told.reached.values())


def test_a_programme_that_names_no_rule_is_not_given_a_default() -> None:
    with pytest.raises(Refused) as met:
        limits_of(programme("koperasi-modern-2023", ON), on=ON)
    assert met.value.codes == ["PROGRAMMES_055"]


def test_the_load_is_asked_of_the_day() -> None:
    kdkmp = programme("kdkmp-ba-2026", ON)
    assert load_of(kdkmp, on=date(2025, 12, 31))[:2] == (12, 8)
    assert load_of(kdkmp, on=date(2026, 1, 1))[:2] == (15, 7)
