"""Payments are drafts that another person posts; the state follows value dates, the books follow vouchers (II.L)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.ledger.entries import Line
from sidamping.domain.periods import Month
from sidamping.features.books import queries as books
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans import services
from sidamping.features.loans.models import Event
from sidamping.features.loans.services import Handing, PaymentDraft, Reschedule
from sidamping.features.mentors.models import Interest
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW
from tests.features.loans.lending import (
    CASH,
    FINES,
    INTEREST,
    LOANS,
    MANDATORY,
    Bank,
    approve,
    asked,
    codes,
    lent,
    opened_bank,
    paid,
    pay,
    posted,
    rescheduled,
    seen,
)
from tests.people import TODAY, Cast, User, look


@pytest.fixture
def bank(cast: Cast) -> Bank:
    return opened_bank(cast)


@pytest.fixture
def loan(bank: Bank) -> UUID:
    return lent(bank)


def held(bank: Bank) -> dict[str, int]:
    return books.sums(bank.book, TODAY)


def test_a_loan_counts_once_its_voucher_is_posted(bank: Bank) -> None:
    """E13: an event counts with its posted voucher, never as a draft."""
    application = asked(bank)
    approve(bank, application)
    voucher = uuid7()
    handing = Handing(date(2026, 2, 5), date(2026, 3, 5), CASH)
    twice = [services.disburse(by=look(bank.cast.wati), id=voucher, application=application, handing=handing, now=NOW)
             for _ in range(2)]
    assert twice[0] == twice[1] and Event.objects.count() == 1
    assert seen(bank, twice[0]).on(TODAY).booked == 0 and LOANS not in held(bank)
    posted(bank.cast, voucher)
    card = seen(bank, twice[0])
    assert (card.code, card.on(TODAY).booked, held(bank)[LOANS]) == ("PJ-0001", 3_000_000, 3_000_000)
    assert codes(lambda: services.disburse(by=look(bank.cast.wati), id=uuid7(), application=application,
                                           handing=handing, now=NOW)) == ["LOANS_015"]


def test_a_discarded_disbursement_is_handed_out_once_more(bank: Bank) -> None:
    application, voucher = asked(bank), uuid7()
    approve(bank, application)
    wati, handing = look(bank.cast.wati), Handing(date(2026, 2, 5), date(2026, 3, 5), CASH)
    loan = services.disburse(by=wati, id=voucher, application=application, handing=handing, now=NOW)
    assert codes(lambda: services.disburse(by=wati, id=uuid7(), application=application, handing=handing, now=NOW)) == [
        "LOANS_016", "LOANS_015",
    ]
    bookkeeping.discard_draft(by=wati, voucher=voucher)
    again, later = uuid7(), Handing(date(2026, 2, 9), date(2026, 3, 9), CASH)
    assert services.disburse(by=wati, id=again, application=application, handing=later, now=NOW) == loan
    posted(bank.cast, again)
    assert seen(bank, loan).on(TODAY).booked == 3_000_000
    assert seen(bank, loan).on(TODAY).state.rows[0].due.day == date(2026, 3, 9)


def test_a_payment_mixes_principal_interest_fine_and_mandatory_savings(bank: Bank, loan: UUID) -> None:
    """250,000 principal and 30,000 interest; ten days late less three of grace: 280,000 × 0.1 % × 7 = 1,960."""
    id = pay(bank, loan, 280_000, date(2026, 3, 15), savings=20_000)
    card = books.bound(bank.book, [id])[id]
    assert {(one.account, one.amount) for one in card.lines} == {
        (CASH, 301_960), (LOANS, -250_000), (INTEREST, -30_000), (FINES, -1_960), (MANDATORY, -20_000),
    }
    posted(bank.cast, id)
    life = seen(bank, loan).on(date(2026, 3, 15))
    assert (life.booked, life.interest, life.penalty, life.state.arrears) == (2_750_000, 30_000, 1_960, 0)


def test_another_fine_than_the_one_reckoned_needs_a_note(bank: Bank, loan: UUID) -> None:
    assert codes(lambda: pay(bank, loan, 280_000, date(2026, 3, 15), penalty=0)) == ["LOANS_022"]
    assert codes(lambda: pay(bank, loan, 9_000_000, date(2026, 3, 15), penalty=0)) == ["LOANS_003", "LOANS_022"]
    assert codes(lambda: pay(bank, loan, 280_000, date(2026, 12, 31), penalty=0)) == ["LOANS_018"]
    pay(bank, loan, 280_000, date(2026, 3, 15), penalty=0, note="Sakit; diputus rapat pengurus")


def test_the_same_payment_sent_twice_is_taken_once(bank: Bank, loan: UUID) -> None:
    id, payment = uuid7(), PaymentDraft(date(2026, 3, 5), 280_000, CASH)
    for _ in range(2):
        services.pay(by=look(bank.cast.wati), id=id, loan=loan, payment=payment, now=NOW)
    assert Event.objects.filter(kind="paid").count() == 1
    assert Activity.objects.filter(action="loans.paid").count() == 1


def test_a_second_payment_waits_until_the_first_is_posted_or_discarded(bank: Bank, loan: UUID) -> None:
    first = pay(bank, loan, 280_000, date(2026, 3, 5))
    assert codes(lambda: pay(bank, loan, 280_000, date(2026, 4, 5))) == ["LOANS_016"]
    bookkeeping.discard_draft(by=look(bank.cast.wati), voucher=first)
    pay(bank, loan, 280_000, date(2026, 3, 5))


def test_more_than_is_owed_is_refused(bank: Bank, loan: UUID) -> None:
    """3,000,000 and twelve times 30,000 of interest."""
    assert codes(lambda: pay(bank, loan, 3_360_001, date(2026, 3, 5))) == ["LOANS_003"]
    paid(bank, loan, 3_360_000, date(2026, 3, 5))
    assert not seen(bank, loan).on(TODAY).running and held(bank).get(LOANS, 0) == 0


def test_days_before_the_loan_and_after_today_are_refused(bank: Bank, loan: UUID) -> None:
    assert codes(lambda: pay(bank, loan, 1, date(2026, 2, 4))) == ["LOANS_018"]
    assert codes(lambda: pay(bank, loan, 1, date(2026, 11, 6))) == ["LOANS_018"]
    assert codes(lambda: pay(bank, loan, 0, date(2026, 3, 5))) == ["LOANS_004"]


def test_a_payment_dated_back_is_split_as_the_schedule_says_and_booked_in_an_open_month(
    bank: Bank, loan: UUID
) -> None:
    """The April payment is there; the March one comes to light in November, after March was closed."""
    paid(bank, loan, 280_000, date(2026, 4, 5))
    for month in (1, 2, 3):
        bookkeeping.close_period(by=look(bank.cast.ujang), book=bank.book, month=Month(2026, month), now=NOW)
    id = paid(bank, loan, 140_000, date(2026, 3, 20))
    voucher = books.bound(bank.book, [id])[id]
    assert (voucher.day, voucher.on(LOANS), voucher.on(INTEREST)) == (TODAY, -110_000, -30_000)
    life = seen(bank, loan).on(TODAY)
    assert (life.difference, life.booked, held(bank)[LOANS]) == (0, 2_640_000, 2_640_000)
    assert seen(bank, loan).on(date(2026, 11, 4)).booked == 2_750_000
    applied = [(one.payment.day, one.interest, one.principal) for one in life.state.applied]
    assert applied == [(date(2026, 3, 20), 30_000, 110_000), (date(2026, 4, 5), 30_000, 250_000)]


def test_a_fine_for_days_that_were_not_late_becomes_a_payment(bank: Bank, loan: UUID) -> None:
    """On 20 April 46 and 15 days late, less 3 of grace: 12,040 and 3,360; the first turns out paid on 5 March."""
    paid(bank, loan, 560_000, date(2026, 4, 20), penalty=None, note="")
    assert seen(bank, loan).on(TODAY).penalty == 15_400
    id = paid(bank, loan, 280_000, date(2026, 3, 5))
    assert {(one.account, one.amount) for one in books.bound(bank.book, [id])[id].lines} == {
        (CASH, 280_000), (LOANS, -250_000), (INTEREST, -42_040), (FINES, 12_040),
    }
    life = seen(bank, loan).on(TODAY)
    assert (life.penalty, life.difference, life.booked) == (3_360, 0, 2_250_000)
    more = paid(bank, loan, 280_000, date(2026, 4, 5))
    assert books.bound(bank.book, [more])[more].on(FINES) == 3_360
    paid(bank, loan, 100_000, date(2026, 4, 6))
    assert (seen(bank, loan).on(TODAY).penalty, held(bank).get(FINES, 0)) == (0, 0)


@pytest.mark.parametrize(("fined", "kept"), [(5_000, 3_360), (20_000, 7_960)])
def test_of_a_fine_that_was_set_otherwise_no_more_is_given_back_than_was_reckoned_too_much(
    bank: Bank, loan: UUID, fined: int, kept: int
) -> None:
    """15,400 were reckoned, 12,040 of them too much: of 20,000 these are given back, of 5,000 all but the 3,360 due."""
    paid(bank, loan, 560_000, date(2026, 4, 20), penalty=fined, note="Diputus rapat pengurus")
    paid(bank, loan, 280_000, date(2026, 3, 5))
    assert seen(bank, loan).on(TODAY).penalty == kept
    paid(bank, loan, 280_000, date(2026, 4, 5))
    assert seen(bank, loan).on(TODAY).penalty == kept - 3_360


def test_a_difference_after_a_reversal_is_mended_by_one_entry(bank: Bank, loan: UUID) -> None:
    """Of 100,000 all but 30,000 is principal, of the next 180,000 all; turned back the first, 30,000 is interest."""
    first = paid(bank, loan, 100_000, date(2026, 3, 5))
    paid(bank, loan, 180_000, date(2026, 3, 6))
    assert codes(lambda: services.mend(by=look(bank.cast.wati), id=uuid7(), loan=loan, now=NOW)) == ["LOANS_020"]
    bookkeeping.reverse_voucher(
        by=look(bank.cast.ujang), id=uuid7(), voucher=first, day=TODAY, text="Salah orang", now=NOW
    )
    assert seen(bank, loan).on(TODAY).difference == 30_000
    id = uuid7()
    for _ in range(2):
        services.mend(by=look(bank.cast.wati), id=id, loan=loan, now=NOW)
    posted(bank.cast, id)
    life = seen(bank, loan).on(TODAY)
    assert (life.difference, life.booked, held(bank)[LOANS]) == (0, 2_850_000, 2_850_000)


def test_a_new_schedule_leaves_the_old_one_readable_and_carries_interest(bank: Bank, loan: UUID) -> None:
    """E8: on 5 November nine instalments are due, one is paid: eight times 30,000 of interest are carried over."""
    paid(bank, loan, 280_000, date(2026, 3, 5))
    id, asked_for = uuid7(), Reschedule(20, "flat", date(2026, 12, 5), "Panen gagal, rapat 4 November")
    for _ in range(2):
        services.propose_schedule(by=look(bank.cast.wati), id=id, loan=loan, asked=asked_for, now=NOW)
    assert len(seen(bank, loan).plans) == 1
    for _ in range(2):
        services.decide_schedule(by=look(bank.cast.ujang), id=id, agreed=True, said="", now=NOW)
    card = seen(bank, loan)
    assert [(one.plan.number, one.plan.principal, one.carried) for one in card.plans] == [
        (1, 3_000_000, 0), (2, 2_750_000, 240_000),
    ]
    life = card.on(TODAY)
    assert (life.plan.number, life.state.arrears, life.booked) == (2, 0, 2_750_000)
    assert card.on(date(2026, 11, 4)).plan.number == 1
    assert codes(lambda: pay(bank, loan, 1, date(2026, 11, 4))) == ["LOANS_019"]
    paid(bank, loan, 300_000, TODAY)
    life = seen(bank, loan).on(TODAY)
    assert (life.difference, life.repaid, life.interest) == (0, 250_000 + 32_500, 30_000 + 267_500)


def test_a_payment_turned_back_from_before_a_new_schedule_asks_for_another_schedule(bank: Bank, loan: UUID) -> None:
    """250,000 of principal are owed again that the second schedule does not know of; they are no interest."""
    first, wati = paid(bank, loan, 280_000, date(2026, 3, 5)), look(bank.cast.wati)
    asked_for = Reschedule(20, "flat", date(2026, 12, 5), "Panen gagal")
    rescheduled(bank, loan, asked_for)
    assert not seen(bank, loan).outgrown(TODAY)
    bookkeeping.reverse_voucher(
        by=look(bank.cast.ujang), id=uuid7(), voucher=first, day=TODAY, text="Salah orang", now=NOW
    )
    assert (seen(bank, loan).outgrown(TODAY), seen(bank, loan).on(TODAY).difference) == (True, -250_000)
    assert codes(lambda: services.mend(by=wati, id=uuid7(), loan=loan, now=NOW)) == ["LOANS_039"]
    rescheduled(bank, loan, asked_for)
    assert (seen(bank, loan).outgrown(TODAY), seen(bank, loan).on(TODAY).difference) == (False, 0)


def test_a_new_schedule_takes_two_people(bank: Bank, loan: UUID) -> None:
    """E8: who proposes does not agree; refused with a reason the old schedule stays, and another may be proposed."""
    wati, ujang, asked_for = look(bank.cast.wati), look(bank.cast.ujang), Reschedule(20, "flat", TODAY, "Panen gagal")

    def propose() -> UUID:
        id = uuid7()
        services.propose_schedule(by=wati, id=id, loan=loan, asked=asked_for, now=NOW)
        return id

    def decide(id: UUID, by: Viewer, agreed: bool = True, said: str = "") -> list[str]:
        return codes(lambda: services.decide_schedule(by=by, id=id, agreed=agreed, said=said, now=NOW))

    first = propose()
    assert decide(first, wati) == ["LOANS_040"]
    assert codes(propose) == ["LOANS_041"]
    assert decide(first, ujang, agreed=False) == ["GENERAL_001"]
    assert decide(first, look(bank.cast.maria)) == ["BOOKS_018"]
    services.decide_schedule(by=ujang, id=first, agreed=False, said="Masih sanggup", now=NOW)
    assert decide(first, ujang) == ["LOANS_042"] and len(seen(bank, loan).plans) == 1
    second = propose()
    Interest.objects.create(user=bank.cast.ujang, party_id=bank.yuliana, kind="family", note="Adik kandung",
                            starts=date(2026, 1, 1), declared_by=bank.cast.ujang)
    assert decide(second, ujang) == ["LOANS_043"]
    services.decide_schedule(by=wati, id=second, agreed=False, said="Ditarik", now=NOW)


def test_a_draft_of_a_loan_is_not_edited_as_money_in(
    bank: Bank, loan: UUID, sign_in: Callable[[User], Client]
) -> None:
    """The split of the payment is the schedule's: the draft is posted or deleted, its text alone may be mended."""
    id, by = pay(bank, loan, 280_000, date(2026, 3, 5)), look(bank.cast.wati)
    found = books.voucher(by, id)
    assert found is not None
    changed = VoucherDraft("BKM", found.day, found.text, (Line(CASH, 9_000_000), Line(INTEREST, -9_000_000)))
    assert codes(lambda: bookkeeping.draft_voucher(
        by=by, id=id, book=bank.book, draft=changed, now=NOW, seen=found.revised)) == ["BOOKS_076"]
    page = sign_in(bank.cast.wati).get(reverse("voucher", args=[id])).content.decode()
    assert reverse("voucher_change", args=[id]) not in page
    assert f'<a href="{reverse("loans", args=[bank.book])}">' in page
    kept = VoucherDraft("BKM", found.day, "Angsuran Maret", found.lines)
    assert bookkeeping.draft_voucher(by=by, id=id, book=bank.book, draft=kept, now=NOW, seen=found.revised).revised == 2
