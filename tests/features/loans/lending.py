"""Loans of the tests: Wati (treasurer) writes, Ujang (chair) decides and posts; Yuliana and Markus are members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sidamping.domain.ledger.entries import Line
from sidamping.domain.problems import Refused
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.models import Member
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans import queries, services
from sidamping.features.loans.queries import LoanCard
from sidamping.features.loans.services import ApplicationDraft, Handing, PaymentDraft, Reschedule, TermsDraft, Verdict
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, opened
from tests.people import Cast, look

CASH, LOANS, INTEREST, FINES, MANDATORY, VOLUNTARY = "1110", "1141", "4110", "4130", "3120", "2111"
FLAT = TermsDraft(date(2026, 1, 1), "flat", 120_000, 36, step=1, penalty_ppm=1_000, grace_days=3)
"""1 percent a month flat; late instalments cost 0.1 percent a day from the fourth day on."""
YES = {code: (True, "Diketahui pengurus") for code in ("near", "income", "crime", "character", "education")}


@dataclass(frozen=True)
class Bank:
    """A book with two members who have savings, and a product."""

    cast: Cast
    book: UUID
    product: UUID
    yuliana: UUID
    markus: UUID


def opened_bank(cast: Cast, terms: TermsDraft = FLAT) -> Bank:
    """Yuliana saved 2,000,000, Markus 500,000; the product is 'Usaha'."""
    book = opened(cast, alone=False)
    wati = look(cast.wati)
    people = [_member(cast, book, name) for name in ("Yuliana Bano", "Markus Tefa")]
    lines = (Line(CASH, 30_000_000), Line("3161", -27_500_000), Line(MANDATORY, -2_000_000, str(people[0])),
             Line(VOLUNTARY, -500_000, str(people[1])))
    post(cast, book, VoucherDraft("BM", date(2026, 1, 2), "Saldo awal", lines))
    product = services.add_product(by=wati, id=uuid7(), book=book, name="Usaha", draft=terms, now=NOW)
    return Bank(cast, book, product, *people)


def _member(cast: Cast, book: UUID, name: str) -> UUID:
    id = bookkeeping.admit_member(by=look(cast.wati), id=uuid7(), book=book, joined=date(2026, 1, 1), name=name)
    return Member.objects.get(pk=id).party_id


def post(cast: Cast, book: UUID, draft: VoucherDraft) -> UUID:
    """Written by the treasurer, posted by the chair."""
    id = uuid7()
    bookkeeping.draft_voucher(by=look(cast.wati), id=id, book=book, draft=draft, now=NOW)
    posted(cast, id)
    return id


def posted(cast: Cast, voucher: UUID) -> None:
    bookkeeping.post_voucher(by=look(cast.ujang), voucher=voucher, now=NOW)


def asked(bank: Bank, member: UUID | None = None, amount: int = 3_000_000, **said: Any) -> UUID:
    """An application of Yuliana for twelve months, with a motorcycle as collateral."""
    draft = ApplicationDraft(
        member or bank.yuliana, bank.product, date(2026, 2, 1), amount, 12, "Modal kios", "Motor", 8_000_000, YES
    )
    return services.apply_for_loan(
        by=look(bank.cast.wati), id=uuid7(), book=bank.book, draft=replace(draft, **said), now=NOW
    )


def approve(bank: Bank, application: UUID, amount: int = 3_000_000, **said: Any) -> None:
    verdict = Verdict("approved", date(2026, 2, 3), "Usaha berjalan baik", amount, 12)
    services.decide(by=look(bank.cast.ujang), id=application, verdict=replace(verdict, **said), now=NOW)


def lent(bank: Bank, member: UUID | None = None, amount: int = 3_000_000) -> UUID:
    """A loan handed out on 5 February, first due on 5 March, and posted."""
    application = asked(bank, member, amount)
    approve(bank, application, amount)
    voucher = uuid7()
    loan = services.disburse(
        by=look(bank.cast.wati), id=voucher, application=application, now=NOW,
        handing=Handing(date(2026, 2, 5), date(2026, 3, 5), CASH),
    )  # fmt: skip
    posted(bank.cast, voucher)
    return loan


def paid(bank: Bank, loan: UUID, amount: int, day: date, *, penalty: int | None = 0, note: str = "Tanpa denda",
         **said: Any) -> UUID:
    """A payment, drafted and posted."""
    id = pay(bank, loan, amount, day, penalty=penalty, note=note, **said)
    posted(bank.cast, id)
    return id


def pay(bank: Bank, loan: UUID, amount: int, day: date, **said: Any) -> UUID:
    payment = PaymentDraft(day, amount, CASH, **said)
    return services.pay(by=look(bank.cast.wati), id=uuid7(), loan=loan, payment=payment, now=NOW)


def rescheduled(bank: Bank, loan: UUID, asked: Reschedule) -> UUID:
    """Proposed by the treasurer, agreed to by the chair."""
    id = uuid7()
    services.propose_schedule(by=look(bank.cast.wati), id=id, loan=loan, asked=asked, now=NOW)
    services.decide_schedule(by=look(bank.cast.ujang), id=id, agreed=True, said="", now=NOW)
    return id


def seen(bank: Bank, loan: UUID) -> LoanCard:
    found = queries.loan(look(bank.cast.wati), loan)
    assert found is not None
    return found


def codes(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.codes
