"""Takes savings in: one member's receipt, or mandatory savings of many at a meeting. A draft for the second person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.plain import IN
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.domain.savings.bills import above_article, next_months
from sidamping.domain.savings.products import MANDATORY, PARTICIPATION, PRINCIPAL, ROLES, VOLUNTARY
from sidamping.features.books import queries as books
from sidamping.features.books.queries import MemberRow
from sidamping.features.books.services import Drafted, VoucherDraft, draft_voucher
from sidamping.features.savings.services.keeping import held, kept, member_on, members_on, money, product_of, waiting
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class Receipt:
    """What one member brings: principal savings, months of mandatory savings, voluntary savings."""

    member: UUID
    principal: int = 0
    months: int = 0
    voluntary: int = 0


@transaction.atomic
def receive(
    *, by: Viewer, id: UUID, book: UUID, receipt: Receipt, day: date, purse: str, text: str, now: datetime
) -> Drafted:
    """The draft of a member's receipt, beside drafts that wait; above the articles' principal is participation."""
    kept(by, book)
    take_turns(book)
    if books.bound(book, [id]):
        return Drafted(0, ())
    row = member_on(book, receipt.member, day)
    lines = [*_principal(by, book, receipt, day), *_mandatory(by, book, row, receipt.months, day)]
    if receipt.voluntary:
        account = books.chart_of_book(book).role(ROLES[VOLUNTARY])
        lines.append(Line(account.code, -receipt.voluntary, str(receipt.member)))
    return _drafted(by, id, book, lines, day, purse, text, now)


@transaction.atomic
def collect(
    *, by: Viewer, id: UUID, book: UUID, months: Mapping[UUID, int], day: date, purse: str, text: str, now: datetime
) -> Drafted:
    """One draft with the mandatory savings of many members, each for so many months, oldest bills first."""
    kept(by, book)
    take_turns(book)
    if books.bound(book, [id]):
        return Drafted(0, ())
    there = members_on(book, day)
    if not set(months) <= set(there):
        raise Refused(problem("SAVINGS_014", "member", day=day))
    lines = [line for party, count in months.items() for line in _mandatory(by, book, there[party], count, day)]
    return _drafted(by, id, book, lines, day, purse, text, now)


def _drafted(
    by: Viewer, id: UUID, book: UUID, lines: list[Line], day: date, purse: str, text: str, now: datetime
) -> Drafted:
    if not lines:
        raise Refused(problem("SAVINGS_013", "months"))
    draft = VoucherDraft("BKM", day, text.strip(), money(IN, purse, lines))
    return draft_voucher(by=by, id=id, book=book, draft=draft, now=now)


def _principal(by: Viewer, book: UUID, receipt: Receipt, day: date) -> Iterator[Line]:
    if not receipt.principal:
        return
    product, chart = product_of(by, book, PRINCIPAL, day), books.chart_of_book(book)
    terms, code = product.on(day), product.account
    assert terms is not None
    paid = held(book, code, receipt.member, by.on) + waiting(book, code, receipt.member)
    own, above = above_article(paid, receipt.principal, terms.amount)
    if own:
        yield Line(code, -own, str(receipt.member))
    if above:
        yield Line(chart.role(ROLES[PARTICIPATION]).code, -above, str(receipt.member))


def _mandatory(by: Viewer, book: UUID, row: MemberRow, count: int, day: date) -> Iterator[Line]:
    """One line for the months, which are named in its note."""
    if not count:
        return
    product = product_of(by, book, MANDATORY, day)
    code = product.account
    paid = held(book, code, row.party_id, by.on) + waiting(book, code, row.party_id)
    found = next_months(product.terms, row.joined, Month.of(day), paid, count)
    if found:
        first, last = found[0][0], found[-1][0]
        what = books.chart_of_book(book).accounts[code].id
        note = f"{what} {first.label()}" + ("" if first == last else f" – {last.label()}")
        yield Line(code, -sum(amount for _, amount in found), str(row.party_id), note)
