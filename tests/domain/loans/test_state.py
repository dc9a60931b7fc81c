"""A loan on a day follows from its schedule and payments alone, in whatever order they were recorded."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.loans.ageing import CURRENT, DOUBTFUL, LOSS, SUBSTANDARD, aged, class_of
from sidamping.domain.loans.schedule import schedule
from sidamping.domain.loans.state import Payment, back_dated, dues, state
from sidamping.domain.loans.terms import FLAT, Terms
from sidamping.domain.problems import Refused
from sidamping.rules.finance import repayment_classes

PLAN = dues(schedule(Terms(1_200_000, 1, 12, FLAT)), date(2026, 1, 31))  # 100.000 + 12.000 a month
CLASSES, _ = repayment_classes(date(2026, 11, 22))


def paid(*rows: tuple[str, int]) -> list[Payment]:
    return [Payment(date.fromisoformat(day), at, amount) for at, (day, amount) in enumerate(rows, 1)]


def test_instalments_fall_on_the_same_day_and_on_the_last_of_shorter_months() -> None:
    assert [one.day.isoformat() for one in PLAN[:4]] == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
    assert PLAN[-1].day == date(2026, 12, 31)


def test_a_payment_goes_to_the_oldest_instalment_interest_first() -> None:
    seen = state(PLAN, paid(("2026-01-31", 112_000), ("2026-02-28", 50_000)), on=date(2026, 3, 1))
    assert [(one.interest, one.principal) for one in seen.applied] == [(12_000, 100_000), (12_000, 38_000)]
    assert (seen.balance, seen.arrears, seen.days_late) == (1_062_000, 62_000, 1)
    assert [one.settled for one in seen.rows[:2]] == [date(2026, 1, 31), None]


def test_nothing_is_late_on_the_day_it_is_due() -> None:
    assert (state(PLAN, [], on=date(2026, 1, 31)).days_late, state(PLAN, [], on=date(2026, 2, 1)).days_late) == (0, 1)


def test_a_payment_dated_back_shows_what_it_changes() -> None:
    recorded = paid(("2026-03-31", 112_000))
    late = Payment(date(2026, 1, 31), 2, 62_000)
    made = back_dated(PLAN, recorded, late, on=date(2026, 4, 1))
    assert (made.interest + made.principal, made.interest, made.principal) == (62_000, 12_000, 50_000)
    assert (made.before.days_late, made.after.days_late, made.moved) == (32, 32, ())


def test_a_payment_dated_back_may_move_what_was_recorded_after_it() -> None:
    interest_only = Payment(date(2026, 1, 31), 2, 12_000)
    made = back_dated(PLAN, paid(("2026-03-31", 50_000)), interest_only, on=date(2026, 4, 1))
    assert [((one.interest, one.principal), (other.interest, other.principal)) for one, other in made.moved] == [
        ((12_000, 38_000), (0, 50_000)),
    ]
    assert (made.interest, made.principal) == (0, 12_000)


def test_a_payment_over_the_balance_is_refused_with_what_may_be_taken() -> None:
    with pytest.raises(Refused) as refused:
        state(PLAN, paid(("2026-01-31", 1_344_001), ("2026-02-01", 0)), on=date(2026, 2, 1))
    assert refused.value.codes == ["LOANS_003", "LOANS_004"]
    assert "Rp1.344.000" in str(refused.value)
    done = state(PLAN, paid(("2026-01-31", 1_344_000)), on=date(2026, 2, 1))
    assert (done.balance, done.arrears, done.paid_interest) == (0, 0, 144_000)


PAYMENTS = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 300_000)), max_size=4)


@given(PAYMENTS)
def test_the_order_of_recording_changes_nothing(rows: list[tuple[int, int]]) -> None:
    payments = [Payment(date(2026, 1, 1) + timedelta(days), at, amount) for at, (days, amount) in enumerate(rows)]
    on = date(2027, 6, 1)
    states = [state(PLAN, one, on=on) for one in permutations(payments)]
    assert len({(one.balance, one.arrears, one.applied) for one in states}) == 1
    assert states[0].paid_interest + states[0].paid_principal == sum(amount for _, amount in rows)
    assert states[0].balance == 1_200_000 - states[0].paid_principal


@pytest.mark.parametrize(
    ("days", "code"),
    [(0, CURRENT), (89, CURRENT), (90, SUBSTANDARD), (179, SUBSTANDARD), (180, DOUBTFUL), (269, DOUBTFUL), (270, LOSS)],
)
def test_a_class_begins_on_its_day(days: int, code: str) -> None:
    assert class_of(CLASSES, days).code == code


def test_loans_are_gathered_by_class_with_what_to_provide() -> None:
    good = state(PLAN, paid(("2026-01-31", 112_000)), on=date(2026, 2, 1))
    bad = state(PLAN, [], on=date(2026, 6, 1))
    made = aged(CLASSES, [(one.days_late, one.balance) for one in (good, bad)])
    assert [(one.code, one.loans, one.balance, one.provision) for one in made.values()] == [
        (CURRENT, 1, 1_100_000, 0), (SUBSTANDARD, 1, 1_200_000, 600_000), (DOUBTFUL, 0, 0, 0), (LOSS, 0, 0, 0),
    ]
