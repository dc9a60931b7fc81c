"""Bank statements beside the book: which lines have their posting, which wait for somebody to say what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max

from sidamping.domain.ledger.bank import DAYS, Movement, matched
from sidamping.domain.periods import Month
from sidamping.features.books.models import BankLine, BankMapping, Posting
from sidamping.features.books.queries.calling import texts_called
from sidamping.features.books.queries.cards import name_of
from sidamping.features.books.queries.scope import names_seen, readable, readable_by_name
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class BankRead:
    """A line of a statement with the voucher it belongs to; `drafted` while that one is not posted."""

    id: UUID
    day: date
    text: str
    amount: int
    voucher_id: UUID | None
    number: str
    drafted: bool


@dataclass(frozen=True)
class BankDesk:
    """A month of an account's statements; `only_booked` are postings that the bank has not told."""

    month: Month
    lines: tuple[BankRead, ...]
    only_booked: tuple[tuple[UUID, str, date, str, int], ...]

    @property
    def waiting(self) -> int:
        return sum(one.voucher_id is None for one in self.lines)


def bank_desk(viewer: Viewer, book_id: UUID, account: str, month: Month | None) -> BankDesk | None:
    """The month asked for, or the newest with lines; None where nothing was uploaded, and for a stranger.

    What the bank writes names who paid: it stands there for whoever sees single members.
    """
    by_name = names_seen(viewer, book_id)
    own = BankLine.objects.filter(account__code=account, account__book_id=book_id, account__book__in=readable(viewer))
    newest = own.aggregate(newest=Max("day"))["newest"]
    if newest is None:
        return None
    month = month or Month.of(newest)
    near = (month.start - timedelta(days=2 * DAYS), month.end + timedelta(days=2 * DAYS))
    lines = list(own.filter(day__range=near).select_related("voucher__reversed_by").order_by("day", "id"))
    postings = _postings(book_id, account, near)
    found = _matched(lines, postings)
    seen = [one for one in lines if one.day in month]
    shown = tuple(_read(one, postings.get(found.get(str(one.pk), "")), by_name=bool(by_name)) for one in seen)
    used = set(found.values())
    alone = [one for key, one in postings.items() if key not in used and one.day in month] if shown else []
    told = texts_called(book_id, (one.voucher.lines for one in alone), by_name=bool(by_name))
    return BankDesk(month, shown, tuple(
        (one.voucher_id, name_of(one.voucher), one.day, told.text(one.voucher.text, one.voucher.lines), one.amount)
        for one in alone
    ))  # fmt: skip


def bank_line(viewer: Viewer, id: UUID) -> tuple[UUID, str, BankRead] | None:
    """A line with its book and account; None for a stranger."""
    rows = BankLine.objects.filter(pk=id, account__book__in=readable_by_name(viewer))
    row = rows.select_related("account", "voucher__reversed_by").first()
    return None if row is None else (row.account.book_id, row.account.code, _read(row, None, by_name=True))


def bank_mapping(book_id: UUID, account: str) -> Mapping[str, Any]:
    """Headings and columns the account's statement was last read by; empty at first. The caller has scoped the book."""
    rows = BankMapping.objects.filter(account__book_id=book_id, account__code=account)
    return rows.values_list("columns", flat=True).first() or {}


def open_again(row: BankLine) -> bool:
    """Whether nothing was made of a line, or only what was reversed since."""
    return row.voucher is None or getattr(row.voucher, "reversed_by", None) is not None


def _postings(book_id: UUID, account: str, near: tuple[date, date]) -> dict[str, Posting]:
    """By key; without what was reversed and what reversed it, for neither reached the bank."""
    wide = (near[0] - timedelta(days=DAYS), near[1] + timedelta(days=DAYS))
    rows = Posting.objects.filter(account__book_id=book_id, account__code=account, day__range=wide)
    rows = rows.filter(voucher__reverses=None, voucher__reversed_by=None)
    return {str(row.pk): row for row in rows.select_related("voucher").order_by("day", "id")}


def _matched(lines: list[BankLine], postings: Mapping[str, Posting]) -> dict[str, str]:
    """What somebody made of a line first; the rest by amount and day."""
    by_voucher = {row.voucher_id: key for key, row in postings.items()}
    made = {str(one.pk): by_voucher[one.voucher_id] for one in lines if one.voucher_id in by_voucher}
    taken = set(made.values())
    free = [Movement(str(one.pk), one.day, one.amount) for one in lines if open_again(one)]
    rest = [Movement(key, row.day, row.amount) for key, row in postings.items() if key not in taken]
    return {**made, **matched(free, rest)}


def _read(row: BankLine, posting: Posting | None, *, by_name: bool) -> BankRead:
    made = None if open_again(row) else row.voucher
    voucher = posting.voucher if posting is not None else made
    return BankRead(
        row.pk, row.day, row.text if by_name else "", row.amount, voucher.pk if voucher else None, name_of(voucher),
        voucher is not None and not voucher.posted,
    )  # fmt: skip
