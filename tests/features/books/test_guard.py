"""Every illegal operation on a ledger is refused by the database, through raw SQL too (E10, books.md section 1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from sidamping.domain.periods import Month
from sidamping.features.books import queries, services
from sidamping.features.books.models import Account, Book, Voucher
from sidamping.features.books.services.months import begin_months
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import broken_guard
from tests.features.books.keeping import (
    CASH,
    LOANS,
    NOW,
    OCTOBER,
    SUPPLIES,
    drafted,
    opened,
    paid,
    posted,
    refused_by_database,
    savings,
)
from tests.people import Cast, gather, look

LINE = (
    "INSERT INTO books_posting (voucher_id, ordinal, account_id, day, amount, note)"
    " SELECT v.id, %s, a.id, v.day, %s, '' FROM books_voucher v, books_account a"
    " WHERE v.id = %s AND a.book_id = v.book_id AND a.code = %s"
)
POST = (
    "UPDATE books_voucher v SET posted = true, posted_at = now(), posted_by_id = made_by_id, number = %s WHERE id = %s"
)
DRAFT = (
    "INSERT INTO books_voucher (id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at, posted,"
    " reverses_id) SELECT %s, book_id, 'BM', %s, %s, 'x', '[]', 1, made_by_id, now(), false, %s FROM books_voucher"
    " WHERE id = %s"
)
Statement = tuple[str, list[Any]]


@pytest.fixture
def book(cast: Cast) -> UUID:
    """With every month from January to October open."""
    id = opened(cast)
    begin_months(Book.objects.get(pk=id), OCTOBER)
    return id


@pytest.fixture
def draft(cast: Cast, book: UUID) -> UUID:
    """A draft payment without postings yet: its kind has given out no number."""
    return drafted(look(cast.ujang), book, paid(50_000))


@pytest.fixture
def done(cast: Cast, book: UUID) -> UUID:
    """Posted: BKM-2026-0001."""
    return posted(look(cast.ujang), book, savings(cast, 100_000))


def two_lines(draft: UUID, debit: int = 50_000, credit: int = -50_000) -> list[Statement]:
    return [(LINE, [1, debit, draft, SUPPLIES]), (LINE, [2, credit, draft, CASH])]


def test_a_balanced_voucher_in_its_turn_passes_the_gate_through_raw_sql(draft: UUID) -> None:
    with connection.cursor() as cursor:
        for sql, values in [*two_lines(draft), (POST, [1, draft])]:
            cursor.execute(sql, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Voucher.objects.get(pk=draft).number == 1


def test_one_rupiah_out_of_balance_is_refused(draft: UUID) -> None:
    assert refused_by_database(*two_lines(draft, 50_001), (POST, [1, draft])) == "books_balanced"


def test_a_single_line_is_refused(draft: UUID) -> None:
    assert refused_by_database((LINE, [1, 50_000, draft, CASH]), (POST, [1, draft])) == "books_balanced"


def test_a_voucher_without_lines_is_refused(draft: UUID) -> None:
    assert refused_by_database((POST, [1, draft])) == "books_balanced"


@pytest.mark.parametrize("number", [2, 5])
def test_a_number_that_leaves_a_gap_is_refused(draft: UUID, number: int) -> None:
    assert refused_by_database(*two_lines(draft), (POST, [number, draft])) == "books_no_gap"


def test_a_number_given_out_before_is_refused(cast: Cast, book: UUID, draft: UUID) -> None:
    services.post_voucher(by=look(cast.ujang), voucher=draft, now=NOW)
    second = drafted(look(cast.ujang), book, paid(7))
    assert refused_by_database(*two_lines(second), (POST, [1, second])) == "voucher_number_once"


def test_a_voucher_that_begins_as_posted_is_refused(done: UUID) -> None:
    copied = (
        "INSERT INTO books_voucher (id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at, posted,"
        " number, posted_at, posted_by_id) SELECT %s, book_id, kind, nature, day, text, lines, 1, made_by_id, made_at,"
        " true, 2, posted_at, posted_by_id FROM books_voucher WHERE id = %s"
    )
    assert refused_by_database((copied, [uuid7(), done])) == "books_draft_first"


def test_lines_of_a_draft_cannot_be_committed(draft: UUID) -> None:
    assert refused_by_database(*two_lines(draft)) == "books_of_a_posted_voucher"


def test_a_line_of_another_day_is_refused(draft: UUID) -> None:
    moved = ("UPDATE books_voucher SET day = day + 1 WHERE id = %s", [draft])
    assert refused_by_database(*two_lines(draft), moved, (POST, [1, draft])) == "books_balanced"


@pytest.mark.parametrize("change", [
    "UPDATE books_voucher SET text = 'lain' WHERE id = %s",
    "UPDATE books_voucher SET day = day + 1 WHERE id = %s",
    "UPDATE books_voucher SET number = 9 WHERE id = %s",
    "UPDATE books_voucher SET posted = false, number = NULL, posted_at = NULL, posted_by_id = NULL WHERE id = %s",
    "UPDATE books_voucher SET reverses_id = id, nature = 'reversing' WHERE id = %s",
    "DELETE FROM books_voucher WHERE id = %s",
    "UPDATE books_posting SET amount = amount + 1 WHERE voucher_id = %s",
    "UPDATE books_posting SET account_id = account_id + 1 WHERE voucher_id = %s",
    "UPDATE books_posting SET day = day - 40 WHERE voucher_id = %s",
    "DELETE FROM books_posting WHERE voucher_id = %s",
    "INSERT INTO books_posting (voucher_id, ordinal, account_id, day, amount, note) SELECT voucher_id, 1,"
    " account_id, day, 5, '' FROM books_posting WHERE voucher_id = %s"
    " ON CONFLICT (voucher_id, ordinal) DO UPDATE SET amount = 5",
])  # fmt: skip
def test_nothing_of_a_posted_voucher_is_changed_or_deleted(done: UUID, change: str) -> None:
    assert refused_by_database((change, [done])) == "sealed"


def test_a_posted_voucher_takes_no_more_lines(done: UUID) -> None:
    more = [(LINE, [3, 5, done, SUPPLIES]), (LINE, [4, -5, done, CASH])]
    assert refused_by_database(*more) == "books_frozen"


@pytest.mark.parametrize(
    "table", ["voucher, books_posting", "posting", "period", "series", "account, books_posting"]
)
def test_no_table_of_the_books_is_truncated(done: UUID, table: str) -> None:
    assert refused_by_database((f"TRUNCATE books_{table} CASCADE", [])) == "sealed"


@pytest.mark.parametrize("change", [
    "UPDATE books_account SET \"group\" = 'expense' WHERE book_id = %s",
    "DELETE FROM books_account WHERE book_id = %s",
    "UPDATE books_book SET chart = 'lain' WHERE id = %s",
    "DELETE FROM books_period WHERE book_id = %s",
    "UPDATE books_period SET month = month + interval '1 year' WHERE book_id = %s",
])  # fmt: skip
def test_accounts_books_and_months_stay_as_they_are(done: UUID, book: UUID, change: str) -> None:
    assert refused_by_database((change, [book])) == "sealed"


@pytest.mark.parametrize("change", [
    "UPDATE books_series SET last = last + 1 WHERE book_id = %s",
    "DELETE FROM books_series WHERE book_id = %s",
    "INSERT INTO books_series (book_id, kind, year, last) VALUES (%s, 'BM', 2026, 7)",
])  # fmt: skip
def test_numbers_are_counted_by_the_gate_alone(done: UUID, book: UUID, change: str) -> None:
    assert refused_by_database((change, [book])) == "books_no_gap"


def test_amounts_are_neither_nothing_nor_beyond_a_thousand_trillion(draft: UUID) -> None:
    assert refused_by_database((LINE, [1, 0, draft, CASH])) == "posting_amount"
    assert refused_by_database((LINE, [1, 10**16, draft, CASH])) == "posting_amount"


def test_headings_and_accounts_without_their_member_take_no_line(draft: UUID) -> None:
    assert refused_by_database((LINE, [1, 5, draft, "1000"])) == "books_account_fits"
    assert refused_by_database((LINE, [1, 5, draft, LOANS])) == "books_account_fits"


def test_an_account_that_is_not_there_takes_no_line(draft: UUID) -> None:
    assert refused_by_database((LINE.replace("a.id", "-a.id"), [1, 5, draft, CASH])) == "books_account_fits"


def test_lines_come_with_the_first_one_or_after_it(draft: UUID) -> None:
    assert refused_by_database((LINE, [2, 5, draft, CASH])) == "books_first_line"
    assert refused_by_database((LINE, [1, 5, draft, CASH]), (LINE, [3, 5, draft, CASH])) == "books_of_a_posted_voucher"


def test_no_line_stands_before_the_first_one(draft: UUID) -> None:
    alone, both = [(LINE, [0, 5, draft, CASH])], [*two_lines(draft), (LINE, [0, 5, draft, CASH])]
    assert refused_by_database(*alone) == refused_by_database(*both) == "posting_from_one"


def test_an_account_of_another_book_takes_no_line(cast: Cast, draft: UUID, book: UUID) -> None:
    other = uuid7()
    foreign = (
        "INSERT INTO books_book (id, party_id, chart, chart_sha256, starts, opened_by_id, opened_at)"
        " SELECT %s, %s, chart, chart_sha256, starts, opened_by_id, opened_at FROM books_book WHERE id = %s"
    )
    account = (
        "INSERT INTO books_account (book_id, code, name_id, name_en, \"group\", line, contra, scope, per_member, cash,"
        " role, header, unit, pair) VALUES (%s, '9', 'x', 'x', 'assets', '', false, '', false, false, '', false,"
        " '', '')"
    )
    line = LINE.replace("a.book_id = v.book_id AND a.code = %s", "a.book_id = %s")
    statements = [(foreign, [other, cast.foreign_cooperative.pk, book]), (account, [other])]
    assert refused_by_database(*statements, (line, [1, 5, draft, other])) == "books_account_fits"
    begun = DRAFT.replace("SELECT %s, book_id", "SELECT %s, %s")
    beside = (begun, [uuid7(), other, "general", OCTOBER.end, None, draft])
    crossed = LINE.replace("a.book_id = v", "a.book_id <> v").replace("v.id = %s AND ", "").replace("= %s", "= ANY(%s)")
    assert refused_by_database(*statements, beside, (crossed, [1, 5, ["9", CASH]])) == "books_account_fits"


def closed(cast: Cast, book: UUID) -> None:
    for month in range(1, 11):
        services.close_period(by=look(cast.ujang), book=book, month=Month(2026, month), now=NOW)


def test_a_closed_month_takes_nothing_and_stays_closed(cast: Cast, book: UUID, done: UUID) -> None:
    closed(cast, book)
    late = drafted(look(cast.ujang), book, paid(50_000))
    assert refused_by_database(*two_lines(late), (POST, [1, late])) == "books_month_open"
    reopen = "UPDATE books_period SET closed_at = NULL, closed_by_id = NULL, balances = NULL, digest = ''"
    assert refused_by_database((reopen, [])) == "sealed"
    assert refused_by_database(("UPDATE books_period SET digest = 'f' WHERE month = '2026-10-01'", [])) == "sealed"


def test_a_month_that_the_book_does_not_have_takes_nothing(cast: Cast, book: UUID, draft: UUID) -> None:
    early = ("UPDATE books_voucher SET day = '2025-12-31' WHERE id = %s", [draft])
    assert refused_by_database(early, *two_lines(draft), (POST, [1, draft])) == "books_month_open"


@pytest.mark.parametrize("month", ["2025-12-01", "2027-06-01"])
def test_months_follow_each_other_from_the_first(book: UUID, month: str) -> None:
    new = "INSERT INTO books_period (id, book_id, month, digest) VALUES (%s, %s, %s, '')"
    assert refused_by_database((new, [uuid7(), book, month])) == "books_months_follow"


def test_months_are_closed_in_their_order(cast: Cast, book: UUID, done: UUID) -> None:
    close = (
        "UPDATE books_period SET closed_at = now(), closed_by_id = %s, balances = '{}', digest = 'x'"
        " WHERE month = '2026-10-01'"
    )
    assert refused_by_database((close, [cast.ujang.pk])) == "books_closed_in_order"


def mirrored(original: UUID, nature: str = "reversing") -> tuple[UUID, Statement]:
    new = uuid7()
    return new, (DRAFT, [new, nature, "2026-10-06", original if nature == "reversing" else None, original])


def mirror_lines(new: UUID, original: UUID, factor: str = "-1") -> Statement:
    return (
        "INSERT INTO books_posting (voucher_id, ordinal, account_id, member_id, day, amount, note)"
        f" SELECT %s, ordinal, account_id, member_id, '2026-10-06', {factor} * amount, '' FROM books_posting"
        " WHERE voucher_id = %s", [new, original],
    )


def test_a_reversal_mirrors_its_original(done: UUID) -> None:
    new, draft = mirrored(done)
    assert refused_by_database(draft, mirror_lines(new, done, "-2"), (POST, [1, new])) == "books_mirrored"
    assert refused_by_database(draft, mirror_lines(new, done, "1"), (POST, [1, new])) == "books_mirrored"


def test_a_reversal_names_its_original(done: UUID) -> None:
    nameless = (DRAFT, [uuid7(), "reversing", "2026-10-06", None, done])
    assert refused_by_database(nameless) == "voucher_reversal_names_its_original"


def test_a_voucher_is_reversed_once(cast: Cast, done: UUID) -> None:
    services.reverse_voucher(
        by=look(cast.ujang), id=uuid7(), voucher=done, day=OCTOBER.end, text="Salah orang", now=NOW
    )
    _, draft = mirrored(done)
    assert refused_by_database(draft) == "books_voucher_reverses_id_key"


def test_a_reversal_is_not_reversed(cast: Cast, done: UUID) -> None:
    first = uuid7()
    services.reverse_voucher(by=look(cast.ujang), id=first, voucher=done, day=OCTOBER.start.replace(day=6), text="x",
                             now=NOW)
    new, draft = mirrored(first)
    assert refused_by_database(draft, mirror_lines(new, first), (POST, [2, new])) == "books_mirrored"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("isolation", ["REPEATABLE READ", "SERIALIZABLE"])
def test_posting_with_an_old_view_of_the_books_is_refused(isolation: str) -> None:
    cast = gather()
    draft = drafted(look(cast.ujang), opened(cast), paid(50_000))
    with pytest.raises(IntegrityError) as refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET TRANSACTION ISOLATION LEVEL {isolation}")
        for sql, values in [*two_lines(draft), (POST, [1, draft])]:
            cursor.execute(sql, values)
    assert broken_guard(refused.value) == "books_read_committed"


def test_refused_operations_leave_the_book_as_it_was(cast: Cast, book: UUID, done: UUID) -> None:
    assert refused_by_database(("DELETE FROM books_posting", [])) == "sealed"
    assert queries.balances(look(cast.ujang), book, OCTOBER.end) == {CASH: 100_000, "3120": -100_000}
    assert queries.rebuilt(look(cast.ujang), book) == ()
    assert Account.objects.filter(book=book).count() == 76
