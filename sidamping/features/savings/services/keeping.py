"""What the writes of savings share: the book of whoever may write, its products, members of a day, the activity."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.plain import IN
from sidamping.domain.problems import Refused, problem
from sidamping.domain.savings.products import ROLES
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook, MemberRow
from sidamping.features.savings.queries.products import ProductLine, of_kind, products
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal


def kept(by: Viewer, book_id: UUID) -> KeptBook:
    """The book when the viewer may write in it."""
    found = books.kept_book(by, book_id)
    if found is None or not found.may_write:
        raise Refused(problem("BOOKS_018"))
    return found


def product_of(by: Viewer, book_id: UUID, kind: str, day: date) -> ProductLine:
    """The product of a kind with terms in force on a day; Refused when there is none."""
    found = of_kind(products(by, book_id), kind)
    if found is None or found.on(day) is None:
        raise Refused(problem("SAVINGS_009", kind, kind=books.chart_of_book(book_id).role(ROLES[kind]).id, day=day))
    return found


def members_on(book_id: UUID, day: date) -> Mapping[UUID, MemberRow]:
    """The members of a day by party."""
    rows = books.member_register(book_id)
    return {row.party_id: row for row in rows if row.joined <= day and (row.left is None or row.left >= day)}


def member_on(book_id: UUID, party: UUID, day: date) -> MemberRow:
    """A member of a day; Refused for anybody else."""
    found = members_on(book_id, day).get(party)
    if found is None:
        raise Refused(problem("SAVINGS_014", "member", day=day))
    return found


def held(book_id: UUID, code: str, party: UUID, at: date) -> int:
    """What a member holds on an account, as savers read it."""
    return -books.member_sums(book_id, [code], at, party).get(party, {}).get(code, 0)


def lowest_since(book_id: UUID, code: str, party: UUID, day: date, today: date) -> int:
    """The lowest balance of a member from the end of a day until today: what may still be taken on that day."""
    balance = lowest = held(book_id, code, party, today)
    for one in reversed(books.member_postings(book_id, party, [code], day + timedelta(days=1), today)):
        balance += one.amount
        lowest = min(lowest, balance)
    return lowest


def waiting(book_id: UUID, code: str, party: UUID) -> int:
    """What drafts that wait would add to it."""
    return -books.drafted_sums(book_id, code).get(str(party), 0)


def leaving(book_id: UUID, code: str) -> Mapping[str, int]:
    """What drafts that wait would take from it, by party; receipts that wait make up for nothing."""
    return books.drafted_sums(book_id, code, leaving=True)


def money(direction: str, purse: str, parts: list[Line]) -> tuple[Line, ...]:
    """The purse against the parts, which are signed already."""
    whole = -sum(one.amount for one in parts)
    return (Line(purse, whole), *parts) if direction == IN else (*parts, Line(purse, whole))


def tell(verb: str, by: Viewer, subject: UUID, book: KeptBook, **data: Any) -> None:
    """The activity row of a write of savings."""
    journal.record(
        f"savings.{verb}", by=by.user_id, subject=subject, regency=book.village_code[:5], book=str(book.id), **data
    )
