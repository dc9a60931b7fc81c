"""Lines of vouchers with the names of accounts and members, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import Line
from sidamping.features.books import queries
from sidamping.features.books.queries import VoucherCard, named


@dataclass(frozen=True)
class ShownLine:
    """A line with its account and member in words; debit or credit, the other is 0. `cash`: the account is a purse."""

    code: str
    account: str
    member: str
    note: str
    debit: int
    credit: int
    cash: bool = False

    @property
    def amount(self) -> int:
        return self.debit or self.credit


def shown_lines(card: VoucherCard) -> tuple[ShownLine, ...]:
    """The lines of one voucher; an account or member that is unknown stands as it was written."""
    return shown_vouchers(card.book_id, (card,))[0][1]


def shown_vouchers(book_id: UUID, cards: Iterable[VoucherCard]) -> list[tuple[VoucherCard, tuple[ShownLine, ...]]]:
    """Vouchers of one book with their lines; accounts are asked for once."""
    whole = queries.chart_of_book(book_id)
    return [(card, tuple(_line(one, whole, card.called) for one in card.lines)) for card in cards]


def is_plain(lines: Iterable[ShownLine]) -> bool:
    """Whether 'money into this purse, for that' tells all: purses on one side and purposes on the other."""
    found = list(lines)
    purses = {bool(one.debit) for one in found if one.cash}
    others = {bool(one.debit) for one in found if not one.cash}
    return len(others) <= 1 and len(purses) == 2 - len(others) and purses.isdisjoint(others)


def _line(one: Line, whole: Chart, called: Mapping[str, str]) -> ShownLine:
    known = whole.accounts.get(one.account)
    return ShownLine(
        one.account, named(known) if known else one.account, called.get(one.member, one.member), one.note,
        max(one.amount, 0), max(-one.amount, 0), known is not None and known.cash,
    )  # fmt: skip
