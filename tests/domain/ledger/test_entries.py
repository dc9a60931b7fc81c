"""An entry that may not be posted says everything that is wrong with it; a posted one is turned back once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from sidamping.domain.ledger.balances import balances
from sidamping.domain.ledger.entries import Entry, Line, faults, reversal
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from tests.domain.ledger.books import CHART, YEAR, random_books, written

DAY = date(2026, 3, 17)


def entry(*lines: tuple[str, int] | tuple[str, int, str]) -> Entry:
    return Entry("BKK-2026-03-017", DAY, "Uji", tuple(Line(*one) for one in lines))


def codes(of: Entry, closed: Month | None = None) -> list[str]:
    return sorted(one.code for one in faults(of, CHART, lambda month: month == closed))


def test_the_entries_of_a_year_may_be_posted() -> None:
    assert [codes(one) for one in written(YEAR)] == [[]] * 8


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([("1110", 5)], ["BOOKS_001", "BOOKS_004"]),
        ([], ["BOOKS_001"]),
        ([("1110", 0), ("4110", 0)], ["BOOKS_002", "BOOKS_002"]),
        ([("9999", 5), ("4110", -5)], ["BOOKS_003"]),
        ([("1110", 1_250_000), ("4110", -1_200_000)], ["BOOKS_004"]),
        ([("1110", 1_200_000), ("4110", -1_200_001)], ["BOOKS_005"]),
        ([("1000", 5), ("4110", -5)], ["BOOKS_006"]),
        ([("1110", 10**16), ("4110", -(10**16))], ["BOOKS_007", "BOOKS_007"]),
        ([("1110", 5), ("3110", -5)], ["BOOKS_012"]),
        ([("1110", 5), ("3110", -5, "Ujang")], []),
        ([("9999", 0), ("4110", -5)], ["BOOKS_002", "BOOKS_003", "BOOKS_005"]),
    ],
)
def test_every_fault_is_told_at_once(lines: list[tuple[str, int]], wanted: list[str]) -> None:
    assert codes(entry(*lines)) == wanted


def test_one_rupiah_out_of_balance_names_the_side_and_the_amount() -> None:
    text = faults(entry(("1110", 1_250_000), ("4110", -1_249_999)), CHART)[0].text()
    assert "Tambah Rp1 di sisi kredit" in text and "BKK-2026-03-017" in text and "draf" in text


def test_a_closed_month_is_named() -> None:
    found = faults(entry(("1110", 5), ("4110", -5)), CHART, lambda month: month == Month(2026, 3))
    assert [one.code for one in found] == ["BOOKS_008"]
    assert "2026-03" in found[0].text()
    assert codes(entry(("1110", 5), ("4110", -5)), Month(2026, 4)) == []


@given(random_books())
def test_an_entry_and_its_reversal_leave_nothing(books: list[Entry]) -> None:
    back = [reversal(one, number=f"R-{one.number}", day=date(2026, 12, 31), text="Salah catat") for one in books]
    assert not any(balances([*books, *back]).values())
    assert all(not faults(one, CHART) for one in back)


def test_an_entry_is_turned_back_once_and_a_reversal_never() -> None:
    one = entry(("1110", 5), ("4110", -5))
    with pytest.raises(Refused) as refused:
        reversal(one, number="R", day=DAY, text="x", reversed_by="BKK-9")
    assert refused.value.codes == ["BOOKS_009"]
    back = reversal(one, number="R", day=DAY, text="x")
    with pytest.raises(Refused) as refused:
        reversal(back, number="R2", day=DAY, text="x")
    assert refused.value.codes == ["BOOKS_010"]
    assert replace(back, lines=one.lines).reverses == one.number
