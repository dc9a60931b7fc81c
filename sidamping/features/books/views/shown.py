"""Lines of vouchers with the names of accounts and members, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.money import rupiah
from sidamping.domain.periods import long_day
from sidamping.features.books import queries
from sidamping.features.books.queries import VoucherCard, named
from sidamping.platform.http.language import reader_language

TOLD = (gettext_noop("Tanggal"), gettext_noop("Keterangan"), gettext_noop("Jumlah"), gettext_noop("Isi bukti"))
"""What is compared between two versions of a draft."""


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


@dataclass(frozen=True)
class Change:
    """Who changed a draft when, and what of it: the thing, how it was, how it became."""

    by: str
    at: datetime | None
    differences: tuple[tuple[str, str, str], ...]


def shown_lines(card: VoucherCard) -> tuple[ShownLine, ...]:
    """The lines of one voucher; an account or member that is unknown stands as it was written."""
    return shown_vouchers(card.book_id, (card,))[0][1]


def shown_vouchers(book_id: UUID, cards: Iterable[VoucherCard]) -> list[tuple[VoucherCard, tuple[ShownLine, ...]]]:
    """Vouchers of one book with their lines; accounts are asked for once."""
    whole = queries.chart_of_book(book_id)
    return [(card, tuple(_line(one, whole, card.called) for one in card.lines)) for card in cards]


def shown_changes(versions: Sequence[VoucherCard]) -> list[Change]:
    """What each change of a draft did, the latest first; `versions` from the first writing to how it stands."""
    if len(versions) < 2:
        return []
    told = [(card, _said(card, lines)) for card, lines in shown_vouchers(versions[0].book_id, versions)]
    changes = [
        Change(after.made_by, after.made_at, tuple(
            (_(word), seen, now) for word, seen, now in zip(TOLD, before, said, strict=True) if seen != now
        ))
        for (_card, before), (after, said) in pairwise(told)
    ]  # fmt: skip
    return changes[::-1]


def is_plain(lines: Iterable[ShownLine]) -> bool:
    """Whether 'money into this purse, for that' tells all: purses on one side and purposes on the other."""
    found = list(lines)
    purses = {bool(one.debit) for one in found if one.cash}
    others = {bool(one.debit) for one in found if not one.cash}
    return len(others) <= 1 and len(purses) == 2 - len(others) and purses.isdisjoint(others)


def _said(card: VoucherCard, lines: Iterable[ShownLine]) -> tuple[str, ...]:
    """A version in words, in the order of TOLD."""
    parts = (" · ".join(word for word in (one.account, one.member, rupiah(one.amount)) if word) for one in lines)
    return long_day(card.day, reader_language()), card.text, rupiah(card.amount), "; ".join(parts)


def _line(one: Line, whole: Chart, called: Mapping[str, str]) -> ShownLine:
    known = whole.accounts.get(one.account)
    return ShownLine(
        one.account, named(known) if known else one.account, called.get(one.member, one.member), one.note,
        max(one.amount, 0), max(-one.amount, 0), known is not None and known.cash,
    )  # fmt: skip
