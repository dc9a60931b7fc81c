"""Vouchers as rooms above the books are bound to them: what each holds, since when, and until it was turned back.

Unscoped: the caller has scoped the book.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, Sum

from sidamping.domain.ledger.chart import ASSETS, Account
from sidamping.domain.ledger.entries import Line
from sidamping.features.books.models import Member, Posting, Voucher
from sidamping.features.books.queries.cards import lines_of
from sidamping.features.books.queries.members import held_in_names
from sidamping.features.books.queries.numbers import written


@dataclass(frozen=True)
class Bound:
    """A voucher another room refers to; `turned` is the day of its reversal, `turns` says that it is one itself."""

    id: UUID
    number: str
    day: date
    text: str
    posted: bool
    lines: tuple[Line, ...]
    turned: date | None
    turns: bool

    def on(self, account: str, member: str = "") -> int:
        """The signed sum of its lines on an account, of one member where one is named."""
        return sum(one.amount for one in self.lines if one.account == account and member in ("", one.member))


def bound(book_id: UUID, ids: Collection[UUID]) -> Mapping[UUID, Bound]:
    """The vouchers of a book by id, drafts among them; one that was discarded is absent."""
    rows = Voucher.objects.filter(book_id=book_id, pk__in=set(ids)).select_related("reversed_by")
    return {row.pk: _bound(row) for row in rows}


def drafts_of(book_id: UUID, party: UUID) -> tuple[Bound, ...]:
    """The drafts that wait and have a line in somebody's name, in order of day."""
    rows = Voucher.objects.filter(book_id=book_id, posted=False, lines__contains=[{"member": str(party)}])
    return tuple(_bound(row) for row in rows.select_related("reversed_by").order_by("day", "pk"))


def vouchers_on(book_id: UUID, account: str, members: Collection[UUID]) -> tuple[Bound, ...]:
    """The posted vouchers that move an account of these members, in order of day and number."""
    found = Posting.objects.filter(account__book_id=book_id, account__code=account, member_id__in=set(members))
    rows = Voucher.objects.filter(pk__in=found.values("voucher_id")).select_related("reversed_by")
    return tuple(_bound(row) for row in rows.order_by("day", "kind", "number"))


def member_names(book_id: UUID, on: date) -> Mapping[UUID, tuple[int, str]]:
    """Number and name of each member on a day, by party."""
    rows = Member.objects.filter(Q(left__isnull=True) | Q(left__gte=on), book_id=book_id, joined__lte=on)
    found = rows.order_by("number").values_list("party_id", "number", "party__name")
    return {party: (number, name) for party, number, name in found}


def held_by(book_id: UUID, parties: Collection[UUID], at: date) -> Mapping[UUID, tuple[tuple[Account, int], ...]]:
    """What is kept in each name at the end of a day, by account, as readers of the account expect it."""
    return held_in_names(book_id, list(parties), at)


def lent_by_account(book_id: UUID, at: date) -> Mapping[Account, Mapping[UUID, tuple[str, int]]]:
    """Name and balance of everybody in whose name an asset stands, at the end of a day, by account and party."""
    rows = Posting.objects.filter(
        account__book_id=book_id, account__group=ASSETS, account__per_member=True, member__isnull=False, day__lte=at
    )
    fields = [f"account__{one}" for one in ("code", "name_id", "name_en", "group", "role")]
    found: dict[Account, dict[UUID, tuple[str, int]]] = {}
    sums = rows.values_list(*fields, "member_id", "member__name").annotate(held=Sum("amount"))
    for code, id, en, group, role, member, name, held in sums.order_by("account__code", "member__name"):
        account = Account(code, id, en, group, per_member=True, role=role)
        found.setdefault(account, {})[member] = (name, held)
    return found


def _bound(row: Voucher) -> Bound:
    other = getattr(row, "reversed_by", None)
    return Bound(
        row.pk, written(row.kind, row.day, row.number), row.day, row.text, row.posted, lines_of(row.lines),
        other.day if other is not None and other.posted else None, row.reverses_id is not None,
    )
