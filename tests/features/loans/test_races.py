"""A receipt is bound while money is taken at the same loan, on two real connections: one after the other (E10)."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.db import transaction

from sidamping.domain.ledger.entries import Line
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans import services
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW
from tests.features.books.test_races import HELD, at_once
from tests.features.loans.lending import CASH, INTEREST, LOANS, Bank, lent, opened_bank, pay, posted, seen
from tests.people import gather, look

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 3, 5)


@pytest.fixture
def bank() -> Bank:
    return opened_bank(gather())


@pytest.fixture
def loan(bank: Bank) -> UUID:
    return lent(bank)


@pytest.fixture
def receipt(bank: Bank, loan: UUID) -> UUID:
    """A draft of money in, 250,000 of principal and 30,000 of interest, written without its loan."""
    id, who = uuid7(), str(bank.yuliana)
    lines = (Line(CASH, 280_000), Line(LOANS, -250_000, who), Line(INTEREST, -30_000, who))
    draft = VoucherDraft("BKM", DAY, "Angsuran", lines)
    bookkeeping.draft_voucher(by=look(bank.cast.wati), id=id, book=bank.book, draft=draft, now=NOW)
    return id


def one_waits_for_the_other(first: Callable[[], object], second: Callable[[], object]) -> list[object]:
    """What each gives when the second begins before the first has ended."""
    def held() -> object:
        with transaction.atomic():
            found = first()
            time.sleep(HELD)
        return found

    def late() -> object:
        time.sleep(HELD / 2)
        return second()

    return at_once(held, late)


@pytest.mark.parametrize("paid_first", [True, False])
def test_a_draft_is_not_bound_beside_a_payment_that_waits(
    bank: Bank, loan: UUID, receipt: UUID, paid_first: bool
) -> None:
    wati = look(bank.cast.wati)
    acts: list[Callable[[], object]] = [
        lambda: pay(bank, loan, 280_000, DAY) and None,
        lambda: services.bind_voucher(by=wati, book=bank.book, voucher=receipt, now=NOW),
    ]
    assert one_waits_for_the_other(*(acts if paid_first else acts[::-1])) == [None, ["LOANS_016"]]
    assert [one.state for one in seen(bank, loan).events] == ["posted", "waiting"]


@pytest.mark.parametrize(("paid_first", "bound"), [(True, 0), (False, 1)])
def test_receipts_are_not_bound_beside_a_payment_that_waits(
    bank: Bank, loan: UUID, receipt: UUID, paid_first: bool, bound: int
) -> None:
    """Bound first, the payment comes after it; paid first, the receipt stays for the next time."""
    posted(bank.cast, receipt)
    acts: list[Callable[[], object]] = [
        lambda: pay(bank, loan, 280_000, DAY) and None,
        lambda: services.bind_vouchers(by=look(bank.cast.wati), book=bank.book, now=NOW),
    ]
    wanted = [None, bound]
    if not paid_first:
        acts, wanted = acts[::-1], wanted[::-1]
    assert one_waits_for_the_other(*acts) == wanted
    assert [one.state for one in seen(bank, loan).events] == ["posted"] * (1 + bound) + ["waiting"]
