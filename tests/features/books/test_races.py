"""Two people at once on one book, on two real connections: nothing doubled, no gap, nothing half-written (E10)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.books import queries, services
from sidamping.features.books.models import Posting, Voucher
from sidamping.features.books.queries.rebuild import digest
from sidamping.features.books.services import posting
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import broken_guard
from tests.features.books.keeping import CASH, NOW, SUPPLIES, drafted, opened, paid, posted
from tests.features.books.test_guard import LINE, POST
from tests.people import Cast, gather, look

pytestmark = pytest.mark.django_db(transaction=True)
JANUARY = Month(2026, 1)
IN_JANUARY = date(2026, 1, 20)
HELD = 0.4
"""Seconds that one holds its transaction open, so that the other must wait."""


@pytest.fixture
def everybody() -> Cast:
    return gather()


@pytest.fixture
def book(everybody: Cast) -> Iterator[UUID]:
    id = opened(everybody)
    yield id
    assert queries.rebuilt(look(everybody.ujang), id) == ()


def at_once(*works: Callable[[], object]) -> list[object]:
    """What each gives when all begin at the same moment; refusals as their codes, the database's as its guard."""
    start = Barrier(len(works))

    def one(work: Callable[[], object]) -> object:
        try:
            start.wait(timeout=10)
            return work()
        except Refused as refused:
            return refused.codes
        except DatabaseError as error:
            return broken_guard(error)  # type: ignore[arg-type]  # reads the diagnosis of any database error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(one, works))


def raw(*statements: tuple[str, list[object]], wait: float = 0, hold: float = 0) -> None:
    """Statements in one transaction of their own, begun after a wait, held open at the end."""
    time.sleep(wait)
    with transaction.atomic(), connection.cursor() as cursor:
        for sql, values in statements:
            cursor.execute(sql, values)
        time.sleep(hold)


def test_two_vouchers_posted_at_once_get_two_numbers(everybody: Cast, book: UUID) -> None:
    by = look(everybody.ujang)
    drafts = [drafted(by, book, paid(at)) for at in range(1, 9)]
    numbers = at_once(*(lambda id=id: services.post_voucher(by=by, voucher=id, now=NOW) for id in drafts))
    assert sorted(map(str, numbers)) == [f"BKK-2026-{at:04}" for at in range(1, 9)]


def test_the_same_voucher_posted_twice_at_once_is_posted_once(everybody: Cast, book: UUID) -> None:
    by = look(everybody.ujang)
    id = drafted(by, book, paid(5))
    assert at_once(*[lambda: services.post_voucher(by=by, voucher=id, now=NOW)] * 2) == ["BKK-2026-0001"] * 2
    assert Posting.objects.count() == 2


def test_a_draft_that_somebody_changes_while_it_is_judged_is_judged_again(
    everybody: Cast, book: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    by, read = look(everybody.ujang), posting.at_hand
    id = drafted(by, book, paid(5))
    looks: list[UUID] = []

    def look_slowly(by: Viewer, voucher: UUID) -> posting.AtHand:
        held = read(by, voucher)
        if not looks:
            services.draft_voucher(by=by, id=id, book=book, draft=paid(7), now=NOW, seen=1)
        looks.append(voucher)
        return held

    monkeypatch.setattr(posting, "at_hand", look_slowly)
    assert services.post_voucher(by=by, voucher=id, now=NOW) == "BKK-2026-0001"
    assert len(looks) == 2
    assert sorted(Posting.objects.values_list("amount", flat=True)) == [-7, 7]


def test_what_somebody_changes_while_it_is_posted_is_not_posted_unread(everybody: Cast, book: UUID) -> None:
    by = look(everybody.ujang)
    id = drafted(by, book, paid(5))

    def change() -> None:
        with transaction.atomic():
            services.draft_voucher(by=by, id=id, book=book, draft=paid(7), now=NOW, seen=1)
            time.sleep(HELD)

    def post() -> object:
        time.sleep(HELD / 2)
        return services.post_voucher(by=by, voucher=id, now=NOW, seen=1)

    assert at_once(change, post) == [None, ["BOOKS_019"]]
    assert not Posting.objects.exists() and Voucher.objects.get().revised == 2


def test_the_same_voucher_reversed_twice_at_once_is_reversed_once(everybody: Cast, book: UUID) -> None:
    by = look(everybody.ujang)
    done = posted(by, book, paid(5))
    results = at_once(*[lambda: services.reverse_voucher(
        by=by, id=uuid7(), voucher=done, day=date(2026, 10, 6), text="x", now=NOW
    )] * 2)
    assert sorted(results, key=str) == ["BM-2026-0001", ["BOOKS_009"]]


def test_a_month_closed_while_a_voucher_is_posted_into_it_keeps_or_refuses_it_whole(
    everybody: Cast, book: UUID
) -> None:
    by = look(everybody.ujang)
    id = drafted(by, book, paid(5, IN_JANUARY))
    post, close = at_once(
        lambda: services.post_voucher(by=by, voucher=id, now=NOW),
        lambda: services.close_period(by=by, book=book, month=JANUARY, now=NOW),
    )
    assert (post, close) != (["BOOKS_008"], ["BOOKS_023"])
    assert post == "BKK-2026-0001" or post == ["BOOKS_008"]


def test_closing_waits_for_a_posting_and_counts_it(everybody: Cast, book: UUID) -> None:
    by = look(everybody.ujang)
    id = drafted(by, book, paid(5, IN_JANUARY))
    lines = ((LINE, [1, 5, id, SUPPLIES]), (LINE, [2, -5, id, CASH]))

    def close() -> object:
        time.sleep(HELD / 2)
        raw(("SELECT FROM books_period WHERE month = %s FOR UPDATE", [JANUARY.start]))
        return services.close_period(by=by, book=book, month=JANUARY, now=NOW)

    at_once(lambda: raw(*lines, (POST, [1, id]), hold=HELD), close)
    card = queries.book(by, book)
    assert card is not None and card.periods[0].balances == {CASH: -5, SUPPLIES: 5}


def test_posting_waits_for_a_closing_and_is_refused(everybody: Cast, book: UUID) -> None:
    by = look(everybody.ujang)
    id = drafted(by, book, paid(5, IN_JANUARY))
    close = (
        "UPDATE books_period SET closed_at = now(), closed_by_id = %s, balances = '{}', digest = %s WHERE month = %s",
        [everybody.ujang.pk, digest([], {}, ""), JANUARY.start],
    )

    def post() -> object:
        time.sleep(HELD / 2)
        return services.post_voucher(by=by, voucher=id, now=NOW)

    assert at_once(lambda: raw(close, hold=HELD), post) == [None, ["BOOKS_008"]]
    assert not Posting.objects.exists()


def test_a_line_added_while_its_voucher_is_posted_is_refused(everybody: Cast, book: UUID) -> None:
    id = drafted(look(everybody.ujang), book, paid(5, IN_JANUARY))
    lines = ((LINE, [1, 5, id, SUPPLIES]), (LINE, [2, -5, id, CASH]))
    found = at_once(
        lambda: raw(*lines, (POST, [1, id]), hold=HELD),
        lambda: raw((LINE, [3, 7, id, SUPPLIES]), wait=HELD / 2),
    )
    assert found == [None, "books_frozen"]
    assert Posting.objects.count() == 2


def test_posting_waits_for_a_line_that_is_being_added_and_cannot_leave_it_out(everybody: Cast, book: UUID) -> None:
    """A lock FOR KEY SHARE would let the voucher be posted beside the line, out of balance by seven rupiah."""
    id = drafted(look(everybody.ujang), book, paid(5, IN_JANUARY))
    lines = ((LINE, [1, 5, id, SUPPLIES]), (LINE, [2, -5, id, CASH]))
    found = at_once(
        lambda: raw((LINE, [1, 7, id, SUPPLIES]), hold=HELD),
        lambda: raw(*lines, (POST, [1, id]), wait=HELD / 2),
    )
    assert found == ["books_of_a_posted_voucher", None] and Posting.objects.count() == 2


def test_posting_waits_for_lines_of_somebody_else_and_does_not_take_them_for_its_own(
    everybody: Cast, book: UUID
) -> None:
    id = drafted(look(everybody.ujang), book, paid(5, IN_JANUARY))
    lines = ((LINE, [1, 5, id, SUPPLIES]), (LINE, [2, -5, id, CASH]))
    found = at_once(lambda: raw(*lines, hold=HELD), lambda: raw((POST, [1, id]), wait=HELD / 2))
    assert found == ["books_of_a_posted_voucher", "books_balanced"] and not Posting.objects.exists()


@pytest.mark.parametrize("nature", ["opening", "closing"])
def test_a_book_is_opened_and_a_year_closed_once_by_two_who_number_apart(
    everybody: Cast, book: UUID, nature: str
) -> None:
    """Vouchers of another kind are numbered by themselves, so that their numbers make nobody wait."""
    ids = [drafted(look(everybody.ujang), book, paid(5, IN_JANUARY)) for _ in range(2)]

    def post(id: UUID, kind: str, wait: float) -> None:
        as_nature = ("UPDATE books_voucher SET nature = %s, kind = %s WHERE id = %s", [nature, kind, id])
        lines = ((LINE, [1, 5, id, SUPPLIES]), (LINE, [2, -5, id, CASH]))
        raw(as_nature, *lines, (POST, [1, id]), wait=wait, hold=HELD)

    found = at_once(lambda: post(ids[0], "BM", 0), lambda: post(ids[1], "BKM", HELD / 2))
    assert found == [None, "books_once"]


def test_two_who_count_the_same_number_are_not_both_let_through(everybody: Cast, book: UUID) -> None:
    by = look(everybody.ujang)
    first, second = (drafted(by, book, paid(at, IN_JANUARY)) for at in (5, 5))

    def post(id: UUID, wait: float) -> None:
        raw((LINE, [1, 5, id, SUPPLIES]), (LINE, [2, -5, id, CASH]), (POST, [1, id]), wait=wait, hold=HELD)

    found = at_once(lambda: post(first, 0), lambda: post(second, HELD / 2))
    assert found == [None, "voucher_number_once"]
    assert Voucher.objects.filter(posted=True).count() == 1
