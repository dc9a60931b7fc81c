"""Loans by class on a day, what is set aside for them, groups, and loans that stood in the book before (II.L)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from sidamping.domain.ledger.entries import Line
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans import queries, services
from sidamping.features.loans.models import GroupMember, Loan
from sidamping.features.loans.services import TakenOver, grouping
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW
from tests.features.loans.lending import (
    CASH,
    INTEREST,
    LOANS,
    Bank,
    asked,
    codes,
    lent,
    opened_bank,
    paid,
    post,
    posted,
    seen,
)
from tests.people import TODAY, Cast, look


@pytest.fixture
def bank(cast: Cast) -> Bank:
    return opened_bank(cast)


def desk(bank: Bank) -> KeptBook:
    found = books.kept_book(look(bank.cast.wati), bank.book)
    assert found is not None
    return found


def test_a_loan_falls_through_the_classes_by_days_in_arrears(bank: Bank) -> None:
    """Due 5 March and unpaid: 90 days are over on 3 June, 180 on 1 September, 270 on 30 November."""
    loan = lent(bank)
    for day, wanted in (
        (date(2026, 6, 2), "current"), (date(2026, 6, 3), "substandard"), (date(2026, 8, 31), "substandard"),
        (date(2026, 9, 1), "doubtful"), (TODAY, "doubtful"),
    ):  # fmt: skip
        rows, rule = queries.every_aged(desk(bank), day)
        assert [(one.card.id, one.code) for one in rows] == [(loan, wanted)], day
    assert rule.status == "contoh"
    page, _rule = queries.ageing_page(look(bank.cast.wati), desk(bank), on=TODAY)
    assert [(one.late, one.life.state.arrears) for one in page.rows] == [(245, 9 * 280_000 - 280_000)]


def test_provisions_bring_the_allowance_to_what_the_classes_ask_for(bank: Bank) -> None:
    """3,000,000 doubtful at 75 percent are 2,250,000; after 1,400,000 are paid back the rest is current."""
    loan, wati = lent(bank), look(bank.cast.wati)
    id = uuid7()
    for _ in range(2):
        services.draft_provision(by=wati, id=id, book=bank.book, on=TODAY, now=NOW)
    assert codes(lambda: services.draft_provision(by=wati, id=uuid7(), book=bank.book, on=TODAY, now=NOW)) == [
        "LOANS_036",
    ]
    voucher = books.bound(bank.book, [id])[id]
    assert {(one.account, one.amount) for one in voucher.lines} == {("6141", 2_250_000), ("1149", -2_250_000)}
    posted(bank.cast, id)
    assert codes(lambda: services.draft_provision(by=wati, id=uuid7(), book=bank.book, on=TODAY, now=NOW)) == [
        "LOANS_023",
    ]
    paid(bank, loan, 9 * 280_000, TODAY)
    found = queries.portfolio(desk(bank), TODAY)
    assert (found.needed, found.held, found.change, found.balance) == (0, 2_250_000, -2_250_000, 750_000)


def test_the_loans_tie_to_their_account_and_tell_what_is_bound_to_none(bank: Bank) -> None:
    lent(bank)
    member = str(bank.markus)
    post(bank.cast, bank.book, VoucherDraft("BKK", date(2026, 3, 1), "Pinjaman lama", (
        Line(LOANS, 900_000, member), Line(CASH, -900_000))))
    (tie,) = queries.ties(desk(bank), TODAY)
    assert (tie.control, tie.loans, tie.apart) == (3_900_000, 3_000_000, 900_000)
    assert [(one.name, one.amount) for one in tie.unbound] == [("Markus Tefa", 900_000)]


def old_loan(bank: Bank) -> UUID:
    """Markus got 1,200,000 in January and has paid 100,000 and 12,000 of interest in February."""
    member = str(bank.markus)
    post(bank.cast, bank.book, VoucherDraft("BKK", date(2026, 1, 10), "Pinjaman", (
        Line(LOANS, 1_200_000, member), Line(CASH, -1_200_000))))
    return post(bank.cast, bank.book, VoucherDraft("BKM", date(2026, 2, 10), "Angsuran", (
        Line(CASH, 112_000), Line(LOANS, -100_000, member), Line(INTEREST, -12_000, member))))


def take_over(bank: Bank, id: UUID, months: int = 12) -> UUID:
    terms = queries.every_terms(look(bank.cast.wati), bank.book)[0]
    taken = TakenOver(bank.markus, terms.id, months, date(2026, 2, 10))
    return services.take_over(by=look(bank.cast.wati), id=id, book=bank.book, taken=taken, now=NOW)


def test_a_loan_of_the_book_is_taken_over_with_its_payments(bank: Bank) -> None:
    old_loan(bank)
    id = uuid7()
    assert take_over(bank, id) == take_over(bank, id) == id
    life = seen(bank, id).on(TODAY)
    assert (life.booked, life.interest, life.difference) == (1_100_000, 12_000, 0)
    assert Loan.objects.get().number == 1
    assert queries.ties(desk(bank), TODAY)[0].unbound == ()
    assert codes(lambda: take_over(bank, uuid7())) == ["LOANS_031"]


def test_a_receipt_written_as_money_in_is_bound_to_the_only_running_loan(bank: Bank) -> None:
    old_loan(bank)
    loan, member, wati = take_over(bank, uuid7()), str(bank.markus), look(bank.cast.wati)
    post(bank.cast, bank.book, VoucherDraft("BKM", date(2026, 3, 10), "Angsuran", (
        Line(CASH, 112_000), Line(LOANS, -100_000, member), Line(INTEREST, -12_000, member))))
    assert [services.bind_vouchers(by=wati, book=bank.book, now=NOW) for _ in range(2)] == [1, 0]
    assert seen(bank, loan).on(TODAY).booked == 1_000_000
    post(bank.cast, bank.book, VoucherDraft("BKM", date(2026, 4, 10), "Terlalu banyak", (
        Line(CASH, 1_500_000), Line(LOANS, -1_000_000, member), Line(INTEREST, -500_000, member))))
    assert codes(lambda: services.bind_vouchers(by=wati, book=bank.book, now=NOW)) == ["LOANS_028"]


def test_a_group_answers_for_the_arrears_of_its_members(bank: Bank) -> None:
    """E8: Yuliana is late; Markus stands in for her, and cannot borrow while the group is in arrears."""
    wati = look(bank.cast.wati)
    group = services.form_group(by=wati, id=uuid7(), book=bank.book, name="Mawar", formed=date(2026, 1, 5), now=NOW)
    row = uuid7()
    for member, id, stands_for in ((bank.yuliana, uuid7(), None), (bank.markus, row, bank.yuliana)):
        services.join_group(by=wati, id=id, group=group, member=member, since=date(2026, 1, 6), stands_for=stands_for)
    assert codes(lambda: services.join_group(by=wati, id=uuid7(), group=group, member=bank.markus,
                                             since=date(2026, 1, 7))) == ["LOANS_026"]
    loan = lent(bank)
    found = queries.group(wati, group, date(2026, 3, 10))
    assert found is not None
    assert (found.arrears, [one.stands_for for one in found.present]) == (280_000, ["Yuliana Bano", ""])
    application = queries.application(wati, asked(bank, bank.markus, 500_000, applied_on=date(2026, 3, 10)))
    assert application is not None and application.facts.group_arrears == 280_000
    assert [one.state for one in application.conditions if one.code == "arrears"] == ["not_met"]
    paid(bank, loan, 280_000, date(2026, 3, 11), payer=bank.markus)
    found = queries.group(wati, group, date(2026, 3, 12))
    assert found is not None and [one.paid for one in found.present] == [280_000, 0]
    services.leave_group(by=wati, member=row, until=date(2026, 11, 1))
    assert codes(lambda: paid(bank, loan, 280_000, date(2026, 4, 5), payer=bank.markus)) == ["LOANS_027"]


def test_whoever_left_a_group_while_another_wrote_stays_out_since_that_day(
    bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two windows at once: the second one waits for the book and reads the row anew."""
    wati, row, day = look(bank.cast.wati), uuid7(), date(2026, 11, 1)
    group = services.form_group(by=wati, id=uuid7(), book=bank.book, name="Mawar", formed=date(2026, 1, 5), now=NOW)
    services.join_group(by=wati, id=row, group=group, member=bank.markus, since=date(2026, 1, 6))
    waited: list[UUID] = []

    def wait(subject: UUID) -> None:
        waited.append(subject)
        GroupMember.objects.filter(pk=row, until=None).update(until=day)

    monkeypatch.setattr(grouping, "take_turns", wait)
    services.leave_group(by=wati, member=row, until=day)
    assert codes(lambda: services.leave_group(by=wati, member=row, until=date(2026, 11, 2))) == ["LOANS_038"]
    assert waited == [bank.book, bank.book] and GroupMember.objects.get().until == day
    assert not Activity.objects.filter(action="loans.group_left").exists()


def test_a_group_has_one_name_and_members_of_the_register(bank: Bank) -> None:
    wati = look(bank.cast.wati)
    group = services.form_group(by=wati, id=uuid7(), book=bank.book, name="Mawar", formed=date(2026, 1, 5), now=NOW)
    assert codes(lambda: services.form_group(by=wati, id=uuid7(), book=bank.book, name="Mawar ",
                                             formed=date(2026, 1, 5), now=NOW)) == ["LOANS_032"]
    assert codes(lambda: services.join_group(by=wati, id=uuid7(), group=group, member=bank.cast.keripik.owner_id,
                                             since=date(2026, 2, 1))) == ["LOANS_005"]


def test_a_loan_that_is_paid_back_is_not_rescheduled(bank: Bank) -> None:
    loan = lent(bank)
    paid(bank, loan, 3_360_000, date(2026, 3, 5))
    asked_for = services.Reschedule(12, "flat", date(2026, 12, 5), "Minta")
    assert codes(lambda: services.propose_schedule(by=look(bank.cast.wati), id=uuid7(), loan=loan, asked=asked_for,
                                             now=NOW)) == ["LOANS_030"]


def test_nobody_else_writes_loans(bank: Bank) -> None:
    loan = lent(bank)
    for who in (bank.cast.ratna, bank.cast.yosef, bank.cast.maria):
        payment = services.PaymentDraft(TODAY, 1, CASH)
        assert codes(lambda who=who, payment=payment: services.pay(  # type: ignore[misc]  # bound per turn
            by=look(who), id=uuid7(), loan=loan, payment=payment, now=NOW)) == ["BOOKS_018"]
