"""An instalment that is written as money in finds its way to the loan, by an offer and never by itself (E8, E10)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from sidamping.domain.ledger.entries import Line
from sidamping.domain.loans.life import PAID
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans import services
from sidamping.features.loans.models import Event
from sidamping.features.loans.queries.offering import loan_of_receipt
from sidamping.features.loans.services import Reschedule
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW
from tests.features.loans.lending import (
    CASH,
    INTEREST,
    LOANS,
    MANDATORY,
    Bank,
    codes,
    lent,
    opened_bank,
    posted,
    rescheduled,
    seen,
)
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
    twice = {"purpose_2": "1141", "amount_1": "200.000", "amount_2": "80.000"}
    assert escape(f"{address}&amount=280.000&savings=20.000") in offered(**twice), "rows of one purpose are added up"
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


def received(bank: Bank, *lines: Line, day: date = date(2026, 3, 5)) -> UUID:
    """The draft of money in, written without a loan."""
    id, whole = uuid7(), (Line(CASH, -sum(one.amount for one in lines)), *lines)
    told = VoucherDraft("BKM", day, "Uang masuk", whole)
    bookkeeping.draft_voucher(by=look(bank.cast.wati), id=id, book=bank.book, draft=told, now=NOW)
    return id


def test_money_that_pays_back_no_only_running_loan_is_refused_and_not_told_as_bound(
    bank: Bank, sign_in: SignIn
) -> None:
    """Savings, and a voucher that nobody knows: nothing is bound, and that is said."""
    client, wati = sign_in(bank.cast.wati), look(bank.cast.wati)
    saving = received(bank, Line(MANDATORY, -20_000, str(bank.yuliana)))
    answer = client.post(reverse("loan_of_voucher", args=[bank.book, saving]), follow=True).content.decode()
    assert "LOANS_049" in answer and "tercatat sebagai angsuran" not in answer
    for strange in (uuid7(), saving):
        act = partial(services.bind_voucher, by=wati, book=bank.book, voucher=strange, now=NOW)
        assert codes(act) == ["LOANS_049"]
    assert not Event.objects.exists()


def test_money_from_before_the_schedule_in_force_is_not_bound(bank: Bank) -> None:
    """As it is not taken at the loan either, by one button or by the one for all receipts."""
    loan, wati, who = lent(bank), look(bank.cast.wati), str(bank.yuliana)
    early, late = (received(bank, Line(LOANS, -250_000, who), day=day) for day in (date(2026, 3, 5), TODAY))
    rescheduled(bank, loan, Reschedule(20, "flat", date(2026, 12, 5), "Panen gagal"))
    assert codes(lambda: services.bind_voucher(by=wati, book=bank.book, voucher=early, now=NOW)) == ["LOANS_019"]
    posted(bank.cast, early)
    assert services.bind_vouchers(by=wati, book=bank.book, now=NOW) == 0
    posted(bank.cast, late)
    assert services.bind_vouchers(by=wati, book=bank.book, now=NOW) == 1
    assert [one.voucher_id for one in seen(bank, loan).events if one.kind == PAID] == [late]


def test_the_loan_of_money_from_many_is_found_in_as_many_queries_as_of_one(
    bank: Bank, at_most_queries: Limit
) -> None:
    """Voucher, whether it is bound, loans, schedules, events and their vouchers."""
    loan, _other = lent(bank), lent(bank, bank.markus, 400_000)
    saved = Line(MANDATORY, -20_000, str(bank.markus))
    collected = received(bank, Line(LOANS, -250_000, str(bank.yuliana)), saved)
    with at_most_queries(6):
        found = loan_of_receipt(bank.book, collected, TODAY)
    assert found is not None and found[0].id == loan
