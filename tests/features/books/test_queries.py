"""Reading a book: balances at a day, the ledger of an account in pages, who sees it, and how often it asks (E10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from sidamping.domain.periods import Month
from sidamping.features.books import queries, services
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.pages import Page
from tests.features.books.keeping import CASH, MANDATORY, NOW, OCTOBER, SUPPLIES, opened, paid, posted, savings
from tests.people import TODAY, Cast, look


@pytest.fixture
def book(cast: Cast) -> UUID:
    """Savings of 100,000 on 5 October; paper for 1,000 each on 1 to 10 October but the fifth."""
    id = opened(cast)
    posted(look(cast.ujang), id, savings(cast, 100_000))
    for day in (1, 2, 3, 4, 6, 7, 8, 9, 10):
        posted(look(cast.ujang), id, paid(1_000, date(2026, 10, day)))
    return id


def test_balances_are_those_at_the_end_of_a_day(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    assert queries.balances(by, book, date(2026, 9, 30)) == {}
    assert queries.balances(by, book, date(2026, 10, 4)) == {CASH: -4_000, SUPPLIES: 4_000}
    assert queries.balances(by, book, TODAY) == {CASH: 91_000, MANDATORY: -100_000, SUPPLIES: 9_000}
    assert queries.balances(by, book, date(2026, 10, 6), date(2026, 10, 6)) == {CASH: -1_000, SUPPLIES: 1_000}


def test_a_trial_balance_has_the_same_sum_on_both_sides(cast: Cast, book: UUID) -> None:
    found = queries.trial_balance(look(cast.ujang), book, TODAY)
    assert found is not None and (found.debit, found.credit) == (100_000, 100_000)
    assert [(one.account.code, one.debit, one.credit) for one in found.rows] == [
        (CASH, 91_000, 0), (MANDATORY, 0, 100_000), (SUPPLIES, 9_000, 0),
    ]


def test_the_members_of_an_account_add_up_to_it(cast: Cast, book: UUID) -> None:
    found = queries.member_sums(book, [MANDATORY], TODAY)
    assert found == {cast.keripik.owner_id: {MANDATORY: -100_000}}


def test_the_ledger_of_an_account_runs_on_from_page_to_page(cast: Cast, book: UUID) -> None:
    after, lines, pages = "", [], 0
    while pages == 0 or after:
        page = queries.ledger(
            look(cast.ujang), book, CASH, since=date(2026, 10, 2), until=date(2026, 10, 9), after=after, size=3
        )
        assert page is not None and page.opening == (lines[-1].balance if lines else -1_000)
        lines, after, pages = [*lines, *page.lines], page.next_key, pages + 1
    assert pages == 3
    assert [(one.day.day, one.amount, one.balance) for one in lines] == [
        (2, -1_000, -2_000), (3, -1_000, -3_000), (4, -1_000, -4_000), (5, 100_000, 96_000), (6, -1_000, 95_000),
        (7, -1_000, 94_000), (8, -1_000, 93_000), (9, -1_000, 92_000),
    ]


def test_an_account_without_lines_has_the_balance_it_carried_over(cast: Cast, book: UUID) -> None:
    page = queries.ledger(look(cast.ujang), book, CASH, since=date(2026, 11, 1), until=TODAY)
    assert page is not None and (page.opening, page.lines, page.next_key) == (91_000, (), "")


def test_vouchers_come_newest_first_in_pages(cast: Cast, book: UUID) -> None:
    page: Page = queries.vouchers(look(cast.ujang), book, state=queries.POSTED, text="alat")
    assert [one.day.day for one in page.rows] == [10, 9, 8, 7, 6, 4, 3, 2, 1]
    assert not queries.vouchers(look(cast.ujang), book, state=queries.DRAFT).rows


READS: list[Callable[[Any, UUID], object]] = [
    lambda by, book: queries.book(by, book),
    lambda by, book: queries.balances(by, book, TODAY),
    lambda by, book: queries.trial_balance(by, book, TODAY),
    lambda by, book: queries.ledger(by, book, CASH, since=OCTOBER.start, until=TODAY),
    lambda by, book: queries.rebuilt(by, book),
    lambda by, book: queries.vouchers(by, book).rows or None,
]


@pytest.mark.parametrize("read", READS)
def test_board_mentor_and_overseers_read_and_strangers_see_nothing(
    cast: Cast, book: UUID, read: Callable[[Any, UUID], object]
) -> None:
    for reader in (cast.ujang, cast.ratna, cast.yosef, cast.dominggus, cast.petronela, cast.sarlin, cast.paulus):
        assert read(look(reader), book) is not None
    for stranger in (cast.maria, cast.anton, cast.agnes):
        assert read(look(stranger), book) is None


def test_only_the_board_may_write(cast: Cast, book: UUID) -> None:
    may = {name: queries.book(look(getattr(cast, name)), book) for name in ("ujang", "ratna", "petronela")}
    assert {name: card.may_write for name, card in may.items() if card} == {
        "ujang": True, "ratna": False, "petronela": False,
    }


@pytest.mark.parametrize(("read", "most"), list(zip(READS, (2, 2, 4, 4, 6, 1), strict=True)))
def test_reading_asks_the_database_a_few_times_however_long_the_book(
    cast: Cast, book: UUID, at_most_queries: Any, read: Callable[[Any, UUID], object], most: int
) -> None:
    """A ledger asks once more than for account, lines and opening: for the members in whose names its lines stand."""
    by = look(cast.ratna)
    with at_most_queries(most):
        read(by, book)


def test_posting_asks_the_database_the_same_number_of_times_in_a_long_book(
    cast: Cast, book: UUID, at_most_queries: Any
) -> None:
    id = uuid7()
    services.draft_voucher(by=look(cast.ujang), id=id, book=book, draft=savings(cast, 5), now=NOW)
    with at_most_queries(17):
        services.post_voucher(by=look(cast.ujang), voucher=id, now=NOW)


def test_a_past_that_was_changed_behind_the_guard_is_found_out(cast: Cast, book: UUID) -> None:
    for month in range(1, 11):
        services.close_period(by=look(cast.ujang), book=book, month=Month(2026, month), now=NOW)
    assert queries.rebuilt(look(cast.ujang), book) == ()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")  # as only the owner of the server can
        cursor.execute("UPDATE books_posting SET amount = 100001 WHERE amount = 100000")
        cursor.execute("SET session_replication_role = origin")
    found = queries.rebuilt(look(cast.ujang), book)
    assert found is not None and [one.check for one in found] == ["unbalanced", "balance", "digest"]
    assert found[0].where == "BKM-2026-1"
