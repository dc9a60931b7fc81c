"""What no loan may be is refused by the database itself, and the loans always add up to their account (§1, §8)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sidamping.domain.ledger.entries import Line
from sidamping.domain.problems import Refused
from sidamping.features.books import queries as books
from sidamping.features.books import services as bookkeeping
from sidamping.features.books.services import VoucherDraft
from sidamping.features.loans import queries, services
from sidamping.features.loans.models import Event, Loan
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import NOW, refused_by_database
from tests.features.loans.lending import Bank, approve, asked, lent, opened_bank, pay, posted, seen
from tests.people import TODAY, Cast, look

DRAFT = """INSERT INTO books_voucher (id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at, posted)
VALUES (%s, %s, 'BKM', 'general', '2026-03-05', 'x', '[]', 1, %s, now(), false)"""


@pytest.fixture
def bank(cast: Cast) -> Bank:
    return opened_bank(cast)


def refused(sql: str, *values: Any) -> str:
    return refused_by_database((sql, list(values)))


@pytest.mark.parametrize("table", [
    "loans_product", "loans_terms", "loans_application", "loans_decision", "loans_loan", "loans_plan", "loans_event",
])
def test_no_row_of_loans_is_changed_or_deleted(bank: Bank, table: str) -> None:
    lent(bank)
    assert refused(f"DELETE FROM {table}") == "sealed"
    assert refused(f"UPDATE {table} SET made_at = now()") == "sealed"
    assert refused(f"TRUNCATE {table} CASCADE") == "sealed"


def test_nobody_decides_on_the_own_application(bank: Bank) -> None:
    application = asked(bank)
    insert = (
        "INSERT INTO loans_decision (application_id, outcome, amount, months, \"on\", why, basis, by_id, made_at) "
        "VALUES (%s, 'approved', %s, 12, '2026-02-03', 'x', '{}', %s, now())"
    )
    assert refused(insert, application, 1, bank.cast.wati.pk) == "loans_second_person"
    assert refused(insert, application, 3_000_001, bank.cast.ujang.pk) == "loans_no_more_than_asked"
    assert refused(insert.replace("'x'", "''"), application, 1, bank.cast.ujang.pk) == "loan_decision_says_why"


def test_nobody_lets_in_the_conflict_of_the_own_application(bank: Bank) -> None:
    insert = (
        "INSERT INTO loans_waiver (id, application_id, kinds, why, \"on\", by_id, made_at) "
        "VALUES (gen_random_uuid(), %s, '[]', 'x', '2026-02-03', %s, now())"
    )
    assert refused(insert, asked(bank), bank.cast.wati.pk) == "loans_another_waives"


def test_there_is_no_loan_without_an_approval(bank: Bank) -> None:
    application, terms = asked(bank), queries.every_terms(look(bank.cast.wati), bank.book)[0].id
    insert = (
        "INSERT INTO loans_loan (id, book_id, number, member_id, terms_id, application_id, made_by_id, made_at) "
        "VALUES (gen_random_uuid(), %s, 7, %s, %s, %s, %s, now())"
    )
    values = [bank.book, bank.yuliana, terms, application, bank.cast.wati.pk]
    assert refused(insert, *values) == "loans_only_approved"
    approve(bank, application)
    values[1] = bank.markus
    assert refused(insert, *values) == "loans_only_approved"


def test_a_schedule_adds_up_to_its_principal_and_follows_the_last(bank: Bank) -> None:
    loan = lent(bank)
    insert = (
        "INSERT INTO loans_plan (id, loan_id, number, since, after, method, rate_ppm, step, principal, carried, "
        "first_due, rows, why, made_by_id, made_at) VALUES (gen_random_uuid(), %s, %s, '2026-03-01', 1, 'flat', 1, 1, "
        "%s, 0, '2026-04-01', '[[60, 5], [40, 5]]', %s, %s, now())"
    )
    assert refused(insert, loan, 2, 101, "x", bank.cast.wati.pk) == "loans_plan_adds_up"
    assert refused(insert, loan, 3, 100, "x", bank.cast.wati.pk) == "loans_plans_follow"
    assert refused(insert, loan, 2, 100, "x", bank.cast.wati.pk) == "loans_plan_agreed"


def test_nobody_agrees_to_the_own_schedule(bank: Bank) -> None:
    insert = (
        "INSERT INTO loans_proposal (id, loan_id, months, method, first_due, why, asked_by_id, asked_at, agreed, said,"
        " decided_by_id, decided_at) VALUES (gen_random_uuid(), %s, 12, 'flat', '2026-12-01', 'x', %s, now(), %s, '',"
        " %s, %s)"
    )
    loan, by = lent(bank), bank.cast.wati.pk
    assert refused(insert, loan, by, True, by, NOW) == "loan_proposal_by_two"
    assert refused(insert, loan, by, True, None, None) == "loan_proposal_decided_whole"


def test_an_event_has_a_voucher_of_its_book_and_follows_the_last(bank: Bank) -> None:
    loan = lent(bank)
    voucher, another = Event.objects.get().voucher, lent(bank, amount=1_000_000)
    insert = (
        "INSERT INTO loans_event (id, loan_id, sequence, kind, day, voucher, note, made_by_id, made_at) "
        "VALUES (gen_random_uuid(), %s, %s, 'paid', %s, %s, '', %s, now())"
    )
    by, day = bank.cast.wati.pk, date(2026, 2, 5)
    assert refused(insert, loan, 3, day, voucher, by) == "loans_events_follow"
    assert refused(insert, loan, 2, day, uuid7(), by) == "loans_event_has_voucher"
    assert refused(insert, loan, 2, date(2026, 2, 6), voucher, by) == "loans_event_has_voucher"
    assert refused(insert, another, 2, day, voucher, by) == "loans_voucher_once"


def test_terms_groups_and_members_are_of_the_own_book(bank: Bank) -> None:
    wati = look(bank.cast.wati)
    terms, stranger = queries.every_terms(wati, bank.book)[0].id, bank.cast.keripik.pk
    insert = (
        "INSERT INTO loans_application (id, book_id, terms_id, member_id, group_id, applied_on, amount, months, "
        "purpose, collateral, answers, facts, made_by_id, made_at) VALUES (gen_random_uuid(), %s, %s, %s, %s,"
        " '2026-02-01', 1, 1, 'x', '', '{}', '{}', %s, now())"
    )
    by = bank.cast.wati.pk
    assert refused(insert, bank.book, terms, stranger, None, by) == "loans_own_book"
    assert refused(insert, bank.book, terms, bank.yuliana, uuid7(), by) == "loans_own_book"
    assert refused(insert, bank.book, uuid7(), bank.yuliana, None, by) == "loans_own_book"
    loan = "INSERT INTO loans_loan (id, book_id, number, member_id, terms_id, made_by_id, made_at)" \
           " VALUES (gen_random_uuid(), %s, 7, %s, %s, %s, now())"
    assert refused(loan, bank.book, stranger, terms, by) == "loans_own_book"
    provision = "INSERT INTO loans_provision (id, book_id, \"on\", needed, held, classes, rule, rule_sha256, voucher," \
                " made_by_id, made_at) VALUES (gen_random_uuid(), %s, '2026-02-01', 1, 0, '[]', '', '', %s, %s, now())"
    assert refused(provision, bank.book, uuid7(), by) == "loans_provision_voucher"


def test_a_member_stands_in_one_group_of_the_book(bank: Bank) -> None:
    """LOANS_026, by raw SQL."""
    groups = [
        services.form_group(by=look(bank.cast.wati), id=uuid7(), book=bank.book, name=name, formed=date(2026, 1, 5),
                            now=NOW) for name in ("Mawar", "Melati")
    ]  # fmt: skip
    services.join_group(by=look(bank.cast.wati), id=uuid7(), group=groups[0], member=bank.markus, since=TODAY)
    insert = (
        "INSERT INTO loans_groupmember (id, group_id, party_id, since, made_by_id)"
        " VALUES (gen_random_uuid(), %s, %s, '2026-03-01', %s)"
    )
    assert refused(insert, groups[1], bank.markus, bank.cast.wati.pk) == "loans_one_group"
    assert refused(insert, groups[1], bank.cast.keripik.pk, bank.cast.wati.pk) == "loans_group_of_members"


STEPS = st.lists(
    st.tuples(st.sampled_from(["pay", "late", "draft", "discard", "turn", "mend"]), st.integers(1, 700_000),
              st.integers(1, 240)), min_size=3, max_size=7,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_after_any_vouchers_the_loans_are_the_account(bank: Bank, steps: list[tuple[str, int, int]]) -> None:
    """Whatever is paid, dated back, left a draft, discarded, turned back or mended: loans = control account."""
    loan = Loan.objects.order_by("-number").values_list("pk", flat=True).first() or lent(bank)
    wati, ujang = look(bank.cast.wati), look(bank.cast.ujang)
    done: list[UUID] = []
    for act, amount, days in steps:
        day = date.fromordinal(date(2026, 2, 5).toordinal() + days)
        try:
            if act in ("pay", "late", "draft", "discard"):
                id = pay(bank, loan, amount, day if act != "pay" else TODAY, penalty=0, note="Tanpa denda")
                if act == "discard":
                    bookkeeping.discard_draft(by=wati, voucher=id)
                elif act != "draft":
                    posted(bank.cast, id)
                    done.append(id)
            elif act == "turn" and done:
                bookkeeping.reverse_voucher(by=ujang, id=uuid7(), voucher=done.pop(), day=TODAY, text="x", now=NOW)
            elif act == "mend":
                posted(bank.cast, services.mend(by=wati, id=uuid7(), loan=loan, now=NOW))
        except Refused as refusal:
            assert set(refusal.codes) <= {"LOANS_003", "LOANS_016", "LOANS_020"}
        _agree(bank, loan)


def _agree(bank: Bank, loan: UUID) -> None:
    desk = books.kept_book(look(bank.cast.wati), bank.book)
    assert desk is not None
    (tie,) = queries.ties(desk, TODAY)
    life = seen(bank, loan).on(TODAY)
    assert (tie.apart, tie.unbound) == (0, ())
    assert life.state.balance == life.booked + life.difference
    assert life.state.paid_principal + life.state.paid_interest == life.repaid + life.interest


def test_a_discarded_draft_of_a_loan_does_not_come_back_with_other_lines(bank: Bank) -> None:
    """The loan would take the new lines for its payment: money that no schedule split."""
    loan, by = lent(bank), look(bank.cast.wati)
    id = pay(bank, loan, 280_000, date(2026, 3, 5))
    found = books.voucher(by, id)
    assert found is not None
    bookkeeping.discard_draft(by=by, voucher=id)
    other = VoucherDraft("BKM", found.day, found.text, (Line("1110", 9_000_000), Line("4110", -9_000_000)))
    with pytest.raises(Refused) as told:
        bookkeeping.draft_voucher(by=by, id=id, book=bank.book, draft=other, now=NOW)
    assert told.value.codes == ["BOOKS_076"]
    assert refused(DRAFT, id, bank.book, by.user_id) == "books_draft_bound"
    assert seen(bank, loan).waiting is None
