"""Bills of mandatory savings: who is behind up to a month, who paid more than the articles ask, the bills of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.periods import Month
from sidamping.domain.savings.bills import Bill, Standing, bills, standing
from sidamping.domain.savings.products import MANDATORY, PRINCIPAL, Terms
from sidamping.features.books import queries as books
from sidamping.features.savings.queries.products import ProductLine, of_kind, products
from sidamping.platform.access.viewer import Viewer

PAGE_SIZE = 50


@dataclass(frozen=True)
class Owing:
    """A member with what mandatory and principal savings were billed and paid up to a month.

    `going` is what drafts that wait would take from either; it is no excess any more.
    """

    member_id: UUID
    party_id: UUID
    number: int
    name: str
    joined: date
    months: int
    mandatory: Standing
    principal: Standing
    going: tuple[int, int] = (0, 0)

    @property
    def arrears(self) -> int:
        return self.mandatory.arrears + self.principal.arrears

    @property
    def mandatory_above(self) -> int:
        return max(self.mandatory.excess - self.going[0], 0)

    @property
    def principal_above(self) -> int:
        return max(self.principal.excess - self.going[1], 0)

    @property
    def excess(self) -> int:
        return self.mandatory_above + self.principal_above


@dataclass(frozen=True)
class Owings:
    """A page of a list of members; the sums are those of the whole list."""

    rows: tuple[Owing, ...]
    next_key: str
    count: int
    total: int


def owing(viewer: Viewer, book_id: UUID, until: Month, at: date) -> tuple[Owing, ...]:
    """Every member there on a day, by number; nothing for a stranger and where no amount is set."""
    found = products(viewer, book_id) if books.readable_by_name(viewer).filter(pk=book_id).exists() else ()
    mandatory, principal = of_kind(found, MANDATORY), of_kind(found, PRINCIPAL)
    if mandatory is None and principal is None:
        return ()
    kept = [one for one in (mandatory, principal) if one is not None]
    sums = books.member_sums(book_id, [one.account for one in kept], at)
    drafted = books.drafted_by_account(book_id, [one.account for one in kept], leaving=True)
    going = [drafted[one.account] if one else {} for one in (mandatory, principal)]
    return tuple(
        _owing(row, mandatory, principal, sums.get(row.party_id, {}), until, at, going)
        for row in books.member_register(book_id) if row.joined <= at and (row.left is None or row.left > at)
    )


def arrears(viewer: Viewer, book_id: UUID, until: Month, at: date, after: str = "") -> Owings:
    """Who has not paid all bills up to a month: a page by number, and the sums of all."""
    return _page([one for one in owing(viewer, book_id, until, at) if one.arrears], after, "arrears")


def excesses(viewer: Viewer, book_id: UUID, until: Month, at: date, after: str = "") -> Owings:
    """Who paid more than the articles ask up to a month, beyond what drafts that wait take already."""
    return _page([one for one in owing(viewer, book_id, until, at) if one.excess], after, "excess")


def bills_of(
    found: tuple[ProductLine, ...], joined: date, until: Month, paid: int, left: date | None = None
) -> tuple[Bill, ...]:
    """The bills of one member, oldest first."""
    product = of_kind(found, MANDATORY)
    return bills(product.terms, joined, until, paid, left) if product is not None else ()


def _page(rows: list[Owing], after: str, what: str) -> Owings:
    """After the number that stands in the key; a key written by hand begins anew."""
    number = int(after) if after.isdecimal() and len(after) < 10 else 0
    rest = [one for one in rows if one.number > number]
    shown = tuple(rest[:PAGE_SIZE])
    key = str(shown[-1].number) if len(rest) > PAGE_SIZE else ""
    return Owings(shown, key, len(rows), sum(getattr(one, what) for one in rows))


def _owing(
    row: books.MemberRow, mandatory: ProductLine | None, principal: ProductLine | None, held: Mapping[str, int],
    until: Month, at: date, going: Sequence[Mapping[str, int]],
) -> Owing:
    def paid(product: ProductLine) -> int:
        return -held.get(product.account, 0)

    due = standing(mandatory.terms, row.joined, until, paid(mandatory)) if mandatory else Standing(0, 0)
    months = sum(1 for one in _open(mandatory.terms, row.joined, until, due)) if mandatory and due.arrears else 0
    article = principal.on(at) if principal else None
    own = Standing(article.amount, paid(principal)) if principal and article and article.amount else Standing(0, 0)
    waits = going[0].get(str(row.party_id), 0), going[1].get(str(row.party_id), 0)
    return Owing(row.id, row.party_id, row.number, row.name, row.joined, months, due, own, waits)


def _open(terms: tuple[Terms, ...], joined: date, until: Month, due: Standing) -> Iterator[Bill]:
    return (one for one in bills(terms, joined, until, due.paid) if one.owed)
