"""Lines of vouchers with the names of accounts and members, for reading."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sidamping.features.books import queries
from sidamping.features.books.queries import VoucherCard, named
from sidamping.features.parties import queries as parties
from sidamping.platform.database.ids import read_id


@dataclass(frozen=True)
class ShownLine:
    """A line with its account and member in words; debit or credit, the other is 0."""

    code: str
    account: str
    member: str
    note: str
    debit: int
    credit: int


def shown_lines(card: VoucherCard) -> tuple[ShownLine, ...]:
    """The lines of one voucher; an account or member that is unknown stands as it was written."""
    accounts = queries.chart_of_book(card.book_id).accounts
    names = parties.party_names(_ids(card))
    told = {str(id): one.name for id, one in names.items()}
    return tuple(
        ShownLine(
            one.account, named(accounts[one.account]) if one.account in accounts else one.account,
            told.get(one.member, one.member), one.note, max(one.amount, 0), max(-one.amount, 0),
        )
        for one in card.lines
    )  # fmt: skip


def _ids(card: VoucherCard) -> list[UUID]:
    return [id for one in card.lines if (id := read_id(one.member))]
