"""Savings in and out of the book: receipts, withdrawals, leaving, interest once a month, time deposits (E7)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from sidamping.domain.periods import Month
from sidamping.domain.savings.products import MANDATORY, VOLUNTARY, Terms
from sidamping.features.books import services as books
from sidamping.features.books.models import Voucher
from sidamping.features.savings import queries, services
from sidamping.features.savings.models import Credited, Deposit, Product, Run
from sidamping.features.savings.services import DepositDraft, Receipt
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import codes, refused_by_database
from tests.features.savings.saving import (
    BERJANGKA,
    CASH,
    NOW,
    PENYERTAAN,
    POKOK,
    SUKARELA,
    WAJIB,
    Saving,
    post,
    put,
    saving,
)
from tests.people import TODAY, Cast, look

OCTOBER = Month(2026, 10)


@pytest.fixture
def kept(cast: Cast) -> Saving:
    return saving(cast)


def received(kept: Saving, member: UUID, *, day: date = TODAY, id: UUID | None = None, **sums: int) -> UUID:
    """A receipt of a member as a draft."""
    voucher = id or uuid7()
    services.receive(
        by=kept.writer, id=voucher, book=kept.book, receipt=Receipt(kept.party(member), **sums), day=day, purse=CASH,
        text="Setoran", now=NOW,
    )  # fmt: skip
    return voucher


def lines(voucher: UUID) -> list[tuple[str, int]]:
    return [(one["account"], one["amount"]) for one in Voucher.objects.get(pk=voucher).lines]


def withdrawn(kept: Saving, member: UUID, amount: int, day: date = TODAY) -> UUID:
    voucher = uuid7()
    services.withdraw(
        by=kept.writer, id=voucher, book=kept.book, member=kept.party(member), amount=amount, day=day, purse=CASH,
        text="Ambil", now=NOW,
    )  # fmt: skip
    return voucher


def credit(kept: Saving, month: Month = OCTOBER, id: UUID | None = None) -> UUID:
    voucher = id or uuid7()
    services.credit_interest(
        by=kept.writer, id=voucher, book=kept.book, month=month, day=month.end, text="Jasa", now=NOW
    )
    return voucher


def test_one_receipt_mixes_principal_months_and_voluntary_and_the_excess_is_participation_capital(
    kept: Saving
) -> None:
    """S4 I.D.b.1: of 150,000 paid as principal the articles ask for 100,000."""
    voucher = received(kept, kept.yuliana, principal=150_000, months=2, voluntary=75_000)
    assert lines(voucher) == [
        (CASH, 265_000), (POKOK, -100_000), (PENYERTAAN, -50_000), (WAJIB, -40_000), (SUKARELA, -75_000),
    ]
    note = Voucher.objects.get(pk=voucher).lines[3]["note"]
    assert note == "Simpanan wajib Januari 2026 – Februari 2026"


def test_the_same_receipt_sent_twice_is_one_draft_and_two_receipts_settle_different_months(kept: Saving) -> None:
    first = received(kept, kept.rosa, months=1)
    assert received(kept, kept.rosa, months=1, id=first) == first and Voucher.objects.count() == 1
    second = received(kept, kept.rosa, months=1)
    notes = [Voucher.objects.get(pk=one).lines[1]["note"][-13:] for one in (first, second)]
    assert notes == [" Oktober 2026", "November 2026"]


def test_a_meeting_collects_from_many_in_one_voucher(kept: Saving) -> None:
    voucher = uuid7()
    months = {kept.party(kept.yuliana): 3, kept.party(kept.rosa): 1}
    services.collect(by=kept.writer, id=voucher, book=kept.book, months=months, day=TODAY, purse=CASH, text="Rapat",
                     now=NOW)
    assert lines(voucher) == [(CASH, 80_000), (WAJIB, -60_000), (WAJIB, -20_000)]


def test_nothing_strangers_and_missing_terms_are_refused(kept: Saving) -> None:
    assert codes(lambda: received(kept, kept.yuliana)) == ["SAVINGS_013"]
    assert codes(lambda: received(kept, kept.rosa, months=1, day=date(2026, 10, 1))) == ["SAVINGS_014"]
    assert codes(lambda: received(kept, kept.yuliana, months=1, day=date(2025, 12, 1))) == ["SAVINGS_014"]
    stranger = look(kept.cast.ratna)
    assert codes(lambda: services.receive(
        by=stranger, id=uuid7(), book=kept.book, receipt=Receipt(kept.party(kept.rosa), months=1), day=TODAY,
        purse=CASH, text="x", now=NOW,
    )) == ["BOOKS_018"]  # fmt: skip


def test_a_withdrawal_stops_at_the_balance_also_of_its_day_and_counts_drafts(kept: Saving) -> None:
    put(kept, kept.yuliana, SUKARELA, 100_000, date(2026, 10, 5))
    assert codes(lambda: withdrawn(kept, kept.yuliana, 100_001)) == ["SAVINGS_015"]
    assert codes(lambda: withdrawn(kept, kept.yuliana, 1, date(2026, 10, 4))) == ["SAVINGS_015"]
    voucher = withdrawn(kept, kept.yuliana, 60_000)
    assert lines(voucher) == [(SUKARELA, 60_000), (CASH, -60_000)]
    assert codes(lambda: withdrawn(kept, kept.yuliana, 40_001)) == ["SAVINGS_015"]
    withdrawn(kept, kept.yuliana, 40_000)


def test_a_withdrawal_of_an_earlier_day_leaves_no_later_day_below_nothing(kept: Saving) -> None:
    put(kept, kept.yuliana, SUKARELA, 100_000, date(2026, 10, 1))
    put(kept, kept.yuliana, SUKARELA, -100_000, date(2026, 10, 5))
    put(kept, kept.yuliana, SUKARELA, 100_000, date(2026, 10, 10))
    assert codes(lambda: withdrawn(kept, kept.yuliana, 1, date(2026, 10, 3))) == ["SAVINGS_015"]
    withdrawn(kept, kept.yuliana, 100_000, date(2026, 10, 10))


def test_who_left_before_the_month_ended_gets_no_interest_for_it(kept: Saving) -> None:
    services.set_terms(by=kept.writer, id=uuid7(), book=kept.book, kind=VOLUNTARY, decided="", now=NOW,
                       terms=Terms(date(2026, 2, 1), method="daily", rate_ppm=60_000))
    put(kept, kept.domi, SUKARELA, 1_000_000, date(2026, 9, 1))
    put(kept, kept.domi, SUKARELA, -1_000_000, date(2026, 10, 20))
    assert queries.preview(kept.writer, kept.book, OCTOBER).sums[0] == 3_123  # 19 days: 1,000,000 × 6 % × 19/365
    books.release_member(by=kept.writer, id=kept.domi, left=date(2026, 10, 20), why="Pindah")
    assert queries.preview(kept.writer, kept.book, OCTOBER).credits == ()


def test_a_member_who_leaves_gets_everything_back_and_can_then_be_released(kept: Saving) -> None:
    for account, amount in ((POKOK, 100_000), (WAJIB, 60_000), (SUKARELA, 25_000)):
        put(kept, kept.domi, account, amount, date(2026, 7, 1))
    voucher = uuid7()
    services.pay_out_leaver(by=kept.writer, id=voucher, book=kept.book, member=kept.party(kept.domi), day=TODAY,
                            purse=CASH, text="Keluar", now=NOW)
    assert lines(voucher) == [(SUKARELA, 25_000), (POKOK, 100_000), (WAJIB, 60_000), (CASH, -185_000)]
    post(kept, voucher)
    books.release_member(by=kept.writer, id=kept.domi, left=TODAY, why="Pindah")
    assert codes(lambda: services.pay_out_leaver(
        by=kept.writer, id=uuid7(), book=kept.book, member=kept.party(kept.domi), day=TODAY, purse=CASH, text="x",
        now=NOW,
    )) == ["SAVINGS_020"]  # fmt: skip


def test_a_leaver_waits_for_every_draft_in_the_own_name(kept: Saving) -> None:
    """A withdrawal that waits would else be paid out a second time; a draft of somebody else is no matter."""
    put(kept, kept.domi, SUKARELA, 25_000, date(2026, 7, 1))
    put(kept, kept.rosa, SUKARELA, 25_000, date(2026, 10, 21))
    withdrawn(kept, kept.rosa, 5_000)

    def leave(id: UUID) -> None:
        services.pay_out_leaver(by=kept.writer, id=id, book=kept.book, member=kept.party(kept.domi), day=TODAY,
                                purse=CASH, text="Keluar", now=NOW)

    draft, id = withdrawn(kept, kept.domi, 20_000), uuid7()
    assert codes(lambda: leave(uuid7())) == ["SAVINGS_024"]
    books.discard_draft(by=kept.writer, voucher=draft)
    leave(id)
    leave(id)
    assert lines(id) == [(SUKARELA, 25_000), (CASH, -25_000)]
    assert codes(lambda: leave(uuid7())) == ["SAVINGS_024"]


def test_a_receipt_that_waits_does_not_make_up_for_a_withdrawal_that_waits(kept: Saving) -> None:
    put(kept, kept.yuliana, SUKARELA, 100_000, date(2026, 10, 5))
    withdrawn(kept, kept.yuliana, 100_000)
    received(kept, kept.yuliana, voluntary=100_000)
    assert codes(lambda: withdrawn(kept, kept.yuliana, 1)) == ["SAVINGS_015"]


def test_whoever_owes_a_loan_does_not_get_the_savings_back(kept: Saving) -> None:
    put(kept, kept.domi, POKOK, 100_000, date(2026, 7, 1))
    put(kept, kept.domi, "1141", -500_000, date(2026, 7, 2))
    assert codes(lambda: services.pay_out_leaver(
        by=kept.writer, id=uuid7(), book=kept.book, member=kept.party(kept.domi), day=TODAY, purse=CASH, text="x",
        now=NOW,
    )) == ["SAVINGS_019"]  # fmt: skip


def test_what_is_above_the_articles_moves_to_participation_capital(kept: Saving) -> None:
    put(kept, kept.rosa, POKOK, 130_000, date(2026, 10, 20))
    put(kept, kept.rosa, WAJIB, 60_000, date(2026, 10, 20))  # October and November are 40.000
    voucher = uuid7()
    services.move_excess(by=kept.writer, id=voucher, book=kept.book, members={kept.party(kept.rosa)}, day=TODAY,
                         text="Kelebihan", now=NOW)
    assert lines(voucher) == [(POKOK, 30_000), (WAJIB, 20_000), (PENYERTAAN, -50_000)]
    post(kept, voucher)
    assert codes(lambda: services.move_excess(
        by=kept.writer, id=uuid7(), book=kept.book, members={kept.party(kept.rosa)}, day=TODAY, text="x", now=NOW,
    )) == ["SAVINGS_021"]  # fmt: skip


def test_what_a_draft_moves_already_is_not_moved_again(kept: Saving) -> None:
    put(kept, kept.rosa, POKOK, 130_000, date(2026, 10, 20))

    def moved() -> UUID:
        id = uuid7()
        services.move_excess(by=kept.writer, id=id, book=kept.book, members={kept.party(kept.rosa)}, day=TODAY,
                             text="Kelebihan", now=NOW)
        return id

    first = moved()
    assert codes(moved) == ["SAVINGS_021"]
    put(kept, kept.rosa, POKOK, 5_000, date(2026, 10, 21))
    assert lines(moved()) == [(POKOK, 5_000), (PENYERTAAN, -5_000)]
    assert lines(first) == [(POKOK, 30_000), (PENYERTAAN, -30_000)]


def test_the_interest_of_a_month_is_one_voucher_and_happens_once(kept: Saving) -> None:
    """1,000,000 all October at 6 percent a year: 1,000,000 × 6 % × 31/365 = 5,095.89."""
    put(kept, kept.yuliana, SUKARELA, 1_000_000, date(2026, 9, 1))
    put(kept, kept.domi, SUKARELA, 400_000, date(2026, 10, 15))  # the lowest balance is nothing
    voucher = credit(kept)
    assert lines(voucher) == [("5110", 5_096), (SUKARELA, -5_096)]
    assert credit(kept, id=voucher) == voucher
    assert codes(lambda: credit(kept)) == ["SAVINGS_016"]
    assert (Run.objects.count(), Credited.objects.get().says) == (
        1, "Rp1.000.000 × 6 % × 31 / 365 = Rp5.095,89",
    )  # fmt: skip
    post(kept, voucher)
    assert codes(lambda: credit(kept)) == ["SAVINGS_016"]


def test_a_month_whose_draft_was_deleted_or_turned_back_is_credited_again(kept: Saving) -> None:
    put(kept, kept.yuliana, SUKARELA, 1_000_000, date(2026, 9, 1))
    books.discard_draft(by=kept.writer, voucher=credit(kept))
    again = credit(kept)
    post(kept, again)
    books.reverse_voucher(by=kept.writer, id=uuid7(), voucher=again, day=TODAY, text="Salah", now=NOW)
    third = credit(kept)
    assert [(str(one.voucher), bool(one.undone_at)) for one in Run.objects.order_by("made_at", "id")][-1] == (
        str(third), False,
    )  # fmt: skip
    assert Run.objects.filter(undone_at=None).count() == 1 and Run.objects.count() == 3


def test_the_database_lets_no_month_be_credited_twice(kept: Saving) -> None:
    """The constraint of book, product and month holds through raw SQL, and what was credited never changes."""
    put(kept, kept.yuliana, SUKARELA, 1_000_000, date(2026, 9, 1))
    credit(kept)
    copy = ("INSERT INTO savings_run (id, book_id, product_id, month, voucher, rules, made_by_id, made_at, undone_why) "
            "SELECT %s, book_id, product_id, month, voucher, rules, made_by_id, made_at, '' FROM savings_run")
    assert refused_by_database((copy, [uuid7()])) == "run_once_a_month"
    assert refused_by_database(("UPDATE savings_credited SET gross = gross + 1", [])) == "sealed"
    assert refused_by_database(("UPDATE savings_run SET month = '2026-09-01'", [])) == "sealed"
    assert refused_by_database(("UPDATE savings_terms SET amount = 1", [])) == "sealed"
    assert refused_by_database(("DELETE FROM savings_product", [])) == "sealed"


def test_a_product_stands_on_an_account_of_its_book(kept: Saving) -> None:
    sql = "INSERT INTO savings_product (id, book_id, kind, account) VALUES (%s, %s, 'voluntary', '9999')"
    assert refused_by_database((sql, [uuid7(), kept.book])) == "product_account_of_book"
    sql = "INSERT INTO savings_product (id, book_id, kind, account) VALUES (%s, %s, 'mandatory', '3130')"
    assert refused_by_database((sql, [uuid7(), kept.book])) == "product_kind_once"


def test_a_month_that_runs_and_an_empty_month_are_refused(kept: Saving) -> None:
    assert codes(lambda: credit(kept, Month(2026, 11))) == ["SAVINGS_017"]
    assert codes(lambda: credit(kept)) == ["SAVINGS_018"]


def test_interest_above_what_is_free_is_taxed_and_owed_to_the_office(kept: Saving) -> None:
    """100,000,000 for October: 509,589 interest, 10 percent tax, R-PPH-BUNGA."""
    put(kept, kept.yuliana, SUKARELA, 100_000_000, date(2026, 9, 1))
    assert lines(credit(kept)) == [("5110", 509_589), (SUKARELA, -458_630), ("2160", -50_959)]


def test_new_terms_leave_older_months_as_they_were(kept: Saving) -> None:
    put(kept, kept.yuliana, SUKARELA, 1_000_000, date(2026, 8, 1))
    terms = Terms(date(2026, 10, 1), method="lowest", rate_ppm=120_000)
    id = uuid7()
    for _ in range(2):
        services.set_terms(by=kept.writer, id=id, book=kept.book, kind=VOLUNTARY, terms=terms, decided="", now=NOW)
    sums = [queries.preview(kept.writer, kept.book, month).sums[0] for month in (Month(2026, 9), OCTOBER)]
    assert sums == [4_932, 10_192] and Product.objects.filter(kind=VOLUNTARY).count() == 1


@pytest.mark.parametrize(("kind", "terms", "account", "code"), [
    (MANDATORY, Terms(TODAY), "", "SAVINGS_010"),
    (VOLUNTARY, Terms(TODAY, rate_ppm=60_000), "", "SAVINGS_011"),
    (VOLUNTARY, Terms(TODAY, rate_ppm=2_000_000, method="lowest"), "", "SAVINGS_010"),
    (VOLUNTARY, Terms(TODAY, method="lowest"), "3110", "SAVINGS_012"),
    (VOLUNTARY, Terms(TODAY, method="lowest"), "1110", "SAVINGS_012"),
])
def test_terms_that_make_no_sense_are_refused(
    kept: Saving, kind: str, terms: Terms, account: str, code: str
) -> None:
    assert codes(lambda: services.set_terms(
        by=kept.writer, id=uuid7(), book=kept.book, kind=kind, terms=terms, decided="", account=account, now=NOW
    )) == [code]  # fmt: skip


def deposited(kept: Saving, amount: int = 4_000_000, day: date = date(2026, 7, 15)) -> UUID:
    """Yuliana's deposit of half a year, its receipt posted."""
    id = uuid7()
    draft = DepositDraft(kept.party(kept.yuliana), amount, 6, 90_000)
    for _ in range(2):
        services.open_deposit(by=kept.writer, id=id, book=kept.book, draft=draft, day=day, purse=CASH, text="Berjangka",
                              now=NOW)
    post(kept, Deposit.objects.get(pk=id).voucher)
    return id


def paid(kept: Saving, deposit: UUID, day: date, id: UUID | None = None) -> UUID:
    given = id or uuid7()
    services.pay_deposit(by=kept.writer, id=given, deposit_id=deposit, day=day, purse=CASH, text="Cair", now=NOW)
    return given


def test_a_deposit_is_what_its_voucher_posted_and_matures_after_its_term(kept: Saving) -> None:
    id = deposited(kept)
    read = queries.deposit(kept.writer, id, TODAY)
    assert read is not None and (read.nominal, read.matures, read.state) == (4_000_000, date(2027, 1, 15), "running")
    held = queries.totals(kept.book, TODAY)
    assert {one.code: amount for one, amount in held}[BERJANGKA] == 4_000_000


def test_a_deposit_bears_interest_each_full_month_into_voluntary_savings(kept: Saving) -> None:
    """4,000,000 × 9 % / 12 = 30,000 on the fifteenth of August, September and October."""
    deposited(kept)
    assert lines(credit(kept, Month(2026, 8))) == [("5120", 30_000), (SUKARELA, -30_000)]
    assert codes(lambda: credit(kept, Month(2026, 7))) == ["SAVINGS_018"]


def test_a_deposit_broken_early_costs_its_penalty_and_is_paid_once(kept: Saving) -> None:
    id = deposited(kept)
    payout = paid(kept, id, TODAY)
    assert paid(kept, id, TODAY, payout) == payout
    read = queries.deposit(kept.writer, id, TODAY)
    assert read is not None and read.payout is not None
    assert lines(read.payout) == [(BERJANGKA, 4_000_000), ("4130", -40_000), (CASH, -3_960_000)]
    assert codes(lambda: paid(kept, id, TODAY)) == ["SAVINGS_022"]
    books.discard_draft(by=kept.writer, voucher=read.payout)
    assert codes(lambda: paid(kept, id, date(2026, 7, 1))) == ["SAVINGS_023"]
    paid(kept, id, TODAY)


def test_wrong_deposits_are_refused(kept: Saving) -> None:
    draft = DepositDraft(kept.party(kept.yuliana), 1_000, 0, 90_000)
    assert codes(lambda: services.open_deposit(
        by=kept.writer, id=uuid7(), book=kept.book, draft=draft, day=TODAY, purse=CASH, text="x", now=NOW
    )) == ["SAVINGS_010"]  # fmt: skip
    early = DepositDraft(kept.party(kept.yuliana), 1_000, 6, 90_000)
    assert codes(lambda: services.open_deposit(
        by=kept.writer, id=uuid7(), book=kept.book, draft=early, day=date(2025, 12, 31), purse=CASH, text="x", now=NOW
    )) == ["SAVINGS_009"]  # fmt: skip


def test_arrears_say_who_owes_how_many_months(kept: Saving) -> None:
    put(kept, kept.yuliana, WAJIB, 150_000, date(2026, 8, 1))
    put(kept, kept.yuliana, POKOK, 100_000, date(2026, 8, 1))
    put(kept, kept.rosa, WAJIB, 20_000, date(2026, 10, 25))
    put(kept, kept.rosa, POKOK, 100_000, date(2026, 10, 25))
    read = queries.arrears(kept.writer, kept.book, OCTOBER, TODAY)
    assert [(one.name, one.months, one.mandatory.arrears, one.principal.arrears) for one in read.rows] == [
        ("Yuliana Bano", 3, 50_000, 0), ("Domi Taek", 5, 100_000, 100_000),
    ]
    assert (read.count, read.total) == (2, 250_000)
    assert queries.arrears(look(kept.cast.maria), kept.book, OCTOBER, TODAY).rows == ()
