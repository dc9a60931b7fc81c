"""Names, steps with their deadlines, balances: decided from values alone (E19)."""

from __future__ import annotations

from datetime import date

import pytest

from sidamping.domain.founding.balance import Balance, balance_faults, paid_by_each
from sidamping.domain.founding.names import own_words
from sidamping.domain.founding.steps import Limit, overtaken, stations, too_early

LIMITS = (
    Limit("deed", "name_approved", 30, "days", "a#b", "contoh"),
    Limit("ratified", "submitted", 3, "months", "a#c", "resmi"),
)


@pytest.mark.parametrize(("name", "kind", "count"), [
    ("Koperasi Produsen Tenun Sonbai Indah", "Produsen", 3), ("Koperasi Produsen Tenun", "Produsen", 1),
    ("Koperasi Simpan Pinjam Jaya Ceria Selalu", "Simpan pinjam", 3), ("Kelompok Tenun Sonbai Indah", "Produsen", 0),
    ("", "Produsen", 0),
])  # fmt: skip
def test_words_are_counted_after_koperasi_and_the_kind(name: str, kind: str, count: int) -> None:
    assert len(own_words(name, kind)) == count


@pytest.mark.parametrize(("today", "state"), [
    (date(2026, 10, 10), "open"), (date(2026, 10, 11), "due"), (date(2026, 10, 25), "due"),
    (date(2026, 10, 26), "late"),
])  # fmt: skip
def test_the_deed_is_due_thirty_days_after_the_name(today: date, state: str) -> None:
    told = {one.step: one for one in stations({"name_approved": date(2026, 9, 25)}, LIMITS, today)}
    assert (told["deed"].due, told["deed"].state) == (date(2026, 10, 25), state)
    assert told["ratified"].due is None, "nothing is due before the step it runs from"


def test_a_ratification_after_three_months_was_late() -> None:
    done = {"submitted": date(2026, 1, 31), "ratified": date(2026, 5, 1)}
    told = {one.step: one for one in stations(done, LIMITS, date(2026, 6, 1))}
    assert (told["ratified"].due, told["ratified"].state) == (date(2026, 4, 30), "late")


def test_the_deed_waits_for_the_formation_meeting_and_the_name() -> None:
    done = {"formation": date(2026, 9, 20)}
    assert too_early("deed", date(2026, 9, 19), done) == (("formation", date(2026, 9, 20)), ("name_approved", None))
    assert overtaken("formation", date(2026, 10, 2), {"deed": date(2026, 10, 1)}) == (("deed", date(2026, 10, 1)),)


def test_amounts_below_nothing_and_sides_that_differ_are_told_together() -> None:
    made = Balance(-1, 0, 0, 0, 5, 0, 0, 0)
    assert [one.code for one in balance_faults(made)] == ["FOUNDING_014", "FOUNDING_015"]


@pytest.mark.parametrize(("principal", "mandatory", "each"), [
    (900, 90, (100, 10)), (800, 90, None), (900, 91, None)
])  # fmt: skip
def test_savings_follow_the_founders_or_not_at_all(
    principal: int, mandatory: int, each: tuple[int, int] | None
) -> None:
    assert paid_by_each(Balance(0, 0, 0, 0, principal, mandatory, 0, 0), 9, 100) == each
