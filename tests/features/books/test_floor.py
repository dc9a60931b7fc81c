"""What is not there cannot be taken: savings below nothing, loans paid twice, accounts unlike the one they stand below.

Issue 5, bad input: a payment over the balance. The database refuses it too, whoever writes.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from sidamping.domain.ledger.entries import Line
from sidamping.features.books import queries, services
from sidamping.features.books.models import Account, Book, Posting
from sidamping.features.books.services import VoucherDraft
from sidamping.platform.database.ids import uuid7
from sidamping.rules.charts import chart_of
from tests.features.books.keeping import (
    CASH,
    LOANS,
    MANDATORY,
    NOW,
    VOLUNTARY,
    codes,
    drafted,
    opened,
    posted,
    refused_by_database,
)
from tests.people import TODAY, Cast, look

LINES = """
INSERT INTO books_posting (voucher_id, ordinal, account_id, member_id, day, amount, note)
SELECT v.id, %s, a.id, %s, v.day, %s, '' FROM books_voucher v JOIN books_account a ON a.book_id = v.book_id
WHERE v.id = %s AND a.code = %s
"""
ACCOUNT = """
INSERT INTO books_account (book_id, code, name_id, name_en, "group", line, contra, scope, per_member, cash, role,
    header, unit, pair)
SELECT book_id, %s, 'x', 'x', %s, line, %s, scope, per_member, cash, '', false, unit, '' FROM books_account
WHERE book_id = %s AND code = %s
"""


@pytest.fixture
def book(cast: Cast) -> UUID:
    return opened(cast)


def saved(cast: Cast, amount: int, day: date, account: str = VOLUNTARY) -> VoucherDraft:
    """Money in cash for savings of the member; below zero it goes out."""
    lines = (Line(CASH, amount), Line(account, -amount, str(cast.keripik.owner_id)))
    return VoucherDraft("BKM" if amount > 0 else "BKK", day, "Simpanan", lines)


def test_savings_go_out_up_to_what_is_there_on_the_day_and_after(cast: Cast, book: UUID) -> None:
    """100,000 comes on the 1st, 70,000 goes on the 20th: on the 10th no more than 30,000 may go."""
    by = look(cast.ujang)
    posted(by, book, saved(cast, 100_000, date(2026, 10, 1)))
    posted(by, book, saved(cast, -70_000, date(2026, 10, 20)))
    for amount, day in ((-30_001, date(2026, 10, 10)), (-30_001, TODAY), (-1, date(2026, 9, 30))):
        draft = drafted(by, book, saved(cast, amount, day))
        assert codes(lambda draft=draft: services.post_voucher(by=by, voucher=draft, now=NOW)) == ["BOOKS_073"]
        services.discard_draft(by=by, voucher=draft)
    posted(by, book, saved(cast, -30_000, date(2026, 10, 10)))
    assert queries.sums(book, TODAY).get(VOLUNTARY, 0) == 0


def test_a_draft_tells_how_much_is_missing(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    posted(by, book, saved(cast, 100_000, date(2026, 10, 1), MANDATORY))
    made = services.draft_voucher(
        by=by, id=uuid7(), book=book, draft=saved(cast, -250_000, date(2026, 10, 2), MANDATORY), now=NOW
    )
    (found,) = made.problems
    assert (found.code, found.values["short"], found.values["name"]) == (
        "BOOKS_073", "Rp150.000", cast.keripik.owner.party.name,
    )  # fmt: skip


def test_a_loan_is_not_paid_back_twice(cast: Cast, book: UUID) -> None:
    by, member = look(cast.ujang), str(cast.keripik.owner_id)
    lent = (Line(LOANS, 500_000, member), Line(CASH, -500_000))
    posted(by, book, VoucherDraft("BKK", date(2026, 10, 1), "Pencairan", lent))
    paid = VoucherDraft("BKM", date(2026, 10, 5), "Angsuran", (Line(CASH, 300_000), Line(LOANS, -300_000, member)))
    posted(by, book, paid)
    draft = drafted(by, book, paid)
    assert codes(lambda: services.post_voucher(by=by, voucher=draft, now=NOW)) == ["LOANS_048"]
    sent = {uuid7(): paid}
    assert codes(lambda: services.import_vouchers(by=by, book=book, drafts=sent, now=NOW)) == ["LOANS_048"]


def test_an_import_tells_an_account_as_its_own_book_has_it(cast: Cast) -> None:
    """A book of others has a debt under the number and name of our loans; ours stay loans."""
    other = Book.objects.create(party_id=cast.foreign_cooperative.pk, chart="ksp/2026-01-01", chart_sha256="0" * 64,
                                starts=date(2026, 1, 1), opened_by_id=cast.ujang.pk, opened_at=NOW)  # fmt: skip
    name = chart_of("ksp", TODAY)[0].accounts[LOANS].id
    Account.objects.create(book=other, code=LOANS, name_id=name, name_en="x", group="liabilities", line="")
    by, book, member = look(cast.ujang), opened(cast), str(cast.keripik.owner_id)
    paid = VoucherDraft("BKM", TODAY, "Angsuran", (Line(CASH, 5), Line(LOANS, -5, member)))
    refused = codes(lambda: services.import_vouchers(by=by, book=book, drafts={uuid7(): paid}, now=NOW))
    assert refused == ["LOANS_048"]


def test_what_was_posted_is_turned_back_whatever_stands_there_since(cast: Cast, book: UUID) -> None:
    by = look(cast.ujang)
    wrong = posted(by, book, saved(cast, 100_000, date(2026, 10, 1)))
    posted(by, book, saved(cast, -60_000, date(2026, 10, 2)))
    services.reverse_voucher(by=by, id=uuid7(), voucher=wrong, day=date(2026, 10, 3), text="Keliru", now=NOW)
    assert queries.sums(book, TODAY)[VOLUNTARY] == 60_000
    draft = drafted(by, book, saved(cast, -1, date(2026, 10, 4)))
    assert codes(lambda: services.post_voucher(by=by, voucher=draft, now=NOW)) == ["BOOKS_073"]


def test_an_import_is_told_what_the_database_refuses(cast: Cast, book: UUID) -> None:
    """Days decide, not the order of sending: what comes in on the 1st may go out on the 2nd, no more."""
    by, first, second = look(cast.ujang), date(2026, 10, 1), date(2026, 10, 2)
    for taken in (-100_001, -100_000):
        sent = {uuid7(): saved(cast, taken, second), uuid7(): saved(cast, 100_000, first)}
        if taken == -100_000:
            assert services.import_vouchers(by=by, book=book, drafts=sent, now=NOW) == 2
        else:
            refused = codes(lambda sent=sent: services.import_vouchers(by=by, book=book, drafts=sent, now=NOW))
            assert refused == ["BOOKS_073"] and not Posting.objects.exists()


def test_raw_postings_below_nothing_are_refused(cast: Cast, book: UUID) -> None:
    draft, member = drafted(look(cast.ujang), book, saved(cast, -5, TODAY)), cast.keripik.owner_id
    lines: list[tuple[str, list[Any]]] = [
        (LINES, [1, None, -5, draft, CASH]), (LINES, [2, member, 5, draft, VOLUNTARY]),
    ]  # fmt: skip
    assert refused_by_database(*lines) == "books_member_floor"
    lent: list[tuple[str, list[Any]]] = [(LINES, [1, member, -5, draft, LOANS])]
    assert refused_by_database(*lent) == "books_member_floor"


@pytest.mark.parametrize(("code", "above", "group", "contra"), [
    ("211101", "2111", "equity", False), ("211101", "2111", "assets", False), ("211101", "2111", "liabilities", True),
    ("999", "2111", "liabilities", False),
])  # fmt: skip
def test_an_added_account_is_like_the_one_it_stands_below(
    cast: Cast, book: UUID, code: str, above: str, group: str, contra: bool
) -> None:
    """A foreign group, the other normal side, or a number below nothing of this book: refused by the database."""
    assert refused_by_database((ACCOUNT, [code, group, contra, book, above])) == "books_account_like"


def test_an_account_like_the_one_above_is_taken(cast: Cast, book: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ACCOUNT, ["211101", "liabilities", False, book, "2111"])
        assert cursor.rowcount == 1


@pytest.mark.parametrize("nature", ["opening", "closing"])
def test_a_book_is_opened_and_a_year_closed_once(cast: Cast, book: UUID, nature: str) -> None:
    """BOOKS_048 and BOOKS_053, by raw SQL: a second one is posted only after the first was turned back."""
    insert = (
        "INSERT INTO books_voucher (id, book_id, kind, nature, day, text, lines, revised, made_by_id, made_at, posted)"
        " VALUES (%s, %s, 'BM', %s, '2026-10-31', 'x', '[]', 1, %s, now(), false)"
    )
    post = (
        "UPDATE books_voucher SET posted = true, posted_at = now(), posted_by_id = made_by_id, number = %s"
        " WHERE id = %s"
    )
    ids = [posted(look(cast.ujang), book, saved(cast, 100_000, date(2026, 10, 31))), uuid7(), uuid7()]

    def closing(at: int) -> list[tuple[str, list[Any]]]:
        sides = ((1, None, 5, ids[at], CASH), (2, None, -5, ids[at], "3170"))
        return [(insert, [ids[at], book, nature, cast.ujang.pk]), *((LINES, list(side)) for side in sides),
                (post, [at, ids[at]])]  # fmt: skip

    assert refused_by_database(*closing(1), *closing(2)) == "books_once"
