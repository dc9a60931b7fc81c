"""A voucher as it stands once its lock is held, with everything it is judged by: all read in one round trip."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.books.models import Book, Voucher
from sidamping.features.books.queries.cards import known_accounts
from sidamping.features.books.queries.scope import keeps
from sidamping.features.books.services.judging import Judge
from sidamping.platform.access.viewer import Viewer

VOUCHER = tuple(field.attname for field in Voucher._meta.concrete_fields)
BOOK = ("party_id", "chart", "starts")
BESIDE = ("village", "newest", "closed", "banked", "members")
LOOK = f"SELECT {', '.join((*VOUCHER, *BOOK, *BESIDE))} FROM books_at_hand(%s)"


@dataclass(frozen=True)
class AtHand:
    """The voucher with its book, the village of the book, whether bank lines became it, and its judge."""

    row: Voucher
    book: Book
    village: str
    banked: bool
    judge: Judge


def at_hand(by: Viewer, voucher: UUID) -> AtHand:
    """As `keeping.kept_voucher`, for whoever is about to post it; Refused when the viewer may not write in its book."""
    with connection.cursor() as cursor:
        cursor.execute(LOOK, [voucher])
        found = cursor.fetchone()
    if found is None:
        raise Refused(problem("BOOKS_018"))
    cut = len(VOUCHER), len(VOUCHER) + len(BOOK)
    row, beside = _row(found[: cut[0]]), dict(zip(BESIDE, found[cut[1] :], strict=True))
    book = Book.from_db(connection.alias, ("id", *BOOK), (row.book_id, *found[cut[0] : cut[1]]))
    if not keeps(by, book):
        raise Refused(problem("BOOKS_018"))
    return AtHand(row, book, beside["village"], beside["banked"], _judge(by, row, book, beside))


def _row(values: Sequence[Any]) -> Voucher:
    row = Voucher.from_db(connection.alias, VOUCHER, values)
    row.lines = json.loads(row.lines)
    return row


def _judge(by: Viewer, row: Voucher, book: Book, beside: Mapping[str, Any]) -> Judge:
    """The judge of this one voucher, who knows its accounts, its month and its members already."""
    judge = Judge(book, by.on)
    judge.known = known_accounts(book.pk, beside["newest"])
    judge.closed = {} if beside["closed"] is None else {Month.of(row.day).start: beside["closed"]}
    judge.members = {str(id): True for id in beside["members"]}
    return judge
