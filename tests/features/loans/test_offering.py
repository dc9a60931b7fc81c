"""An instalment that is written as money in finds its way to the loan, by an offer and never by itself (E8, E10)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from sidamping.domain.ledger.entries import Line
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW
from tests.features.loans.lending import CASH, INTEREST, LOANS, Bank, lent, opened_bank, seen
from tests.people import TODAY, Cast, User, look

SignIn = Callable[[User], Client]
Limit = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def bank(cast: Cast) -> Bank:
    return opened_bank(cast)


def test_money_in_of_the_books_offers_to_take_an_instalment_at_the_only_running_loan(
    bank: Bank, sign_in: SignIn
) -> None:
    """280,000 are due since 5 March; what was typed goes along, and nobody has to follow."""
    loan, client = lent(bank), sign_in(bank.cast.wati)
    assert f'hx-get="{reverse("loan_offer", args=[bank.book])}"' in client.get(
        reverse("money_in", args=[bank.book]), {"templat": "ksp.in.instalment"}
    ).content.decode()
    typed = {"member": str(bank.yuliana), "day": "2026-03-05", "purse": "1110", "purpose_1": "1141", "amount_1": "",
             "purpose_2": "4110", "amount_2": "", "purpose_3": "3120", "amount_3": "20.000"}

    def offered(**changed: str) -> str:
        return client.get(reverse("loan_offer", args=[bank.book]), {**typed, **changed}).content.decode()

    address = f"{reverse('loan_pay', args=[loan])}?day=2026-03-05&purse=1110"
    assert escape(f"{address}&savings=20.000") in offered() and "Rp2.520.000" in offered()
    assert escape(f"{address}&amount=280.000&savings=20.000") in offered(amount_1="250.000", amount_2="30.000")
    form = client.get(f"{address}&savings=20.000").content.decode()
    assert all(f'value="{value}"' in form for value in ("2026-03-05", "2.520.000", "20.000"))
    for nothing in ({"member": ""}, {"member": str(bank.markus)}, {"purpose_1": "4130"}):
        assert not offered(**nothing)
    lent(bank, amount=1_000_000)
    assert not offered()


def test_a_receipt_that_was_written_without_its_loan_is_bound_by_one_button(
    bank: Bank, sign_in: SignIn, at_most_queries: Limit
) -> None:
    """Principal 250,000 and interest 30,000 as a draft: it waits on the loan's card; once posted 2,750,000 are left."""
    loan, client = lent(bank), sign_in(bank.cast.wati)
    who = str(bank.yuliana)
    lines = (Line(CASH, 280_000), Line(LOANS, -250_000, who), Line(INTEREST, -30_000, who))
    draft, strange = uuid7(), uuid7()
    told = VoucherDraft("BKM", date(2026, 3, 5), "Angsuran Bu Yuliana", lines)
    bookkeeping.draft_voucher(by=look(bank.cast.wati), id=draft, book=bank.book, draft=told, now=NOW)
    address = reverse("loan_of_voucher", args=[bank.book, draft])
    assert f'hx-get="{address}"' in client.get(reverse("voucher", args=[draft])).content.decode()
    client.get(address)
    with at_most_queries(10):
        assert "PJ-0001" in client.get(address).content.decode()
    for _twice in range(2):
        assert client.post(address).status_code == 303
    assert not client.get(address).content
    assert not client.get(reverse("loan_of_voucher", args=[bank.book, strange])).content
    again = uuid7()
    bookkeeping.draft_voucher(by=look(bank.cast.wati), id=again, book=bank.book, draft=told, now=NOW)
    waits = client.post(reverse("loan_of_voucher", args=[bank.book, again]), follow=True)
    assert "LOANS_016" in waits.content.decode()
    bookkeeping.post_voucher(by=look(bank.cast.ujang), voucher=draft, now=NOW)
    life = seen(bank, loan).on(TODAY)
    assert (life.booked, life.interest) == (2_750_000, 30_000)
