"""What members hold on accounts kept per member: sums, moves and lines of postings, for the rooms above.

Unscoped: the caller has scoped the book. Amounts are signed, debit above zero, as they are posted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from sidamping.features.books.models import Member, Posting, Voucher
from sidamping.features.books.queries.numbers import written

SUMS = """
SELECT p.member_id, a.code, sum(p.amount)::bigint FROM books_posting p JOIN books_account a ON a.id = p.account_id
WHERE a.book_id = %s AND a.code = ANY(%s) AND p.member_id IS NOT NULL AND p.day <= %s
    AND (%s::uuid IS NULL OR p.member_id = %s)
GROUP BY p.member_id, a.code HAVING sum(p.amount) <> 0
"""
MONTH = """
SELECT p.member_id, a.code, CASE WHEN p.day >= %s THEN p.day END, sum(p.amount)::bigint
FROM books_posting p JOIN books_account a ON a.id = p.account_id
WHERE a.book_id = %s AND a.code = ANY(%s) AND p.member_id IS NOT NULL AND p.day <= %s GROUP BY 1, 2, 3
"""


@dataclass(frozen=True)
class MemberRow:
    """A row of the register; whoever came again has two, of which one may be open."""

    id: UUID
    party_id: UUID
    number: int
    name: str
    joined: date
    left: date | None


@dataclass(frozen=True)
class MemberPosting:
    """One amount of a member with the voucher it stands in."""

    voucher_id: UUID
    number: str
    day: date
    text: str
    code: str
    amount: int


def member_register(book_id: UUID) -> tuple[MemberRow, ...]:
    """Everybody who is or was a member, by number."""
    rows = Member.objects.filter(book_id=book_id).order_by("number")
    return tuple(
        MemberRow(*row) for row in rows.values_list("id", "party_id", "number", "party__name", "joined", "left")
    )


def member_sums(
    book_id: UUID, codes: Collection[str], at: date, party: UUID | None = None
) -> Mapping[UUID, Mapping[str, int]]:
    """Each member's balance by account at the end of a day; of one party where it is named."""
    found: dict[UUID, dict[str, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(SUMS, [book_id, list(codes), at, party, party])
        for member, code, amount in cursor.fetchall():
            found.setdefault(member, {})[code] = amount
    return found


def member_month(
    book_id: UUID, codes: Collection[str], since: date, until: date
) -> Mapping[tuple[UUID, str], tuple[int, Mapping[date, int]]]:
    """By member and account what was held before a day, and what was posted each day from it on."""
    found: dict[tuple[UUID, str], tuple[int, dict[date, int]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(MONTH, [since, book_id, list(codes), until])
        for member, code, day, amount in cursor.fetchall():
            opening, moves = found.get((member, code), (0, {}))
            if day is not None:
                moves[day] = amount
            found[member, code] = (opening if day is not None else amount, moves)
    return found


def member_postings(
    book_id: UUID, party_id: UUID, codes: Collection[str], since: date, until: date
) -> tuple[MemberPosting, ...]:
    """Every amount of one member on some accounts, in order of day."""
    own = Posting.objects.filter(
        account__book_id=book_id, account__code__in=codes, member_id=party_id, day__range=(since, until)
    )
    rows = own.select_related("voucher", "account").order_by("day", "id")
    return tuple(
        MemberPosting(
            row.voucher_id, written(row.voucher.kind, row.day, row.voucher.number), row.day,
            row.note or row.voucher.text, row.account.code, row.amount,
        )
        for row in rows
    )  # fmt: skip


def drafted_sums(book_id: UUID, code: str, *, leaving: bool = False) -> Mapping[str, int]:
    """What drafts that wait would post for each member on an account; `leaving` counts only what they would debit."""
    return drafted_by_account(book_id, [code], leaving=leaving)[code]


def drafted_by_account(
    book_id: UUID, codes: Collection[str], *, leaving: bool = False
) -> Mapping[str, Mapping[str, int]]:
    """The same for several accounts, in one look at the drafts."""
    found: dict[str, dict[str, int]] = {code: {} for code in codes}
    for lines in Voucher.objects.filter(book_id=book_id, posted=False).values_list("lines", flat=True):
        for one in lines:
            if one["account"] in found and one["member"] and (one["amount"] > 0 or not leaving):
                own = found[one["account"]]
                own[one["member"]] = own.get(one["member"], 0) + one["amount"]
    return found
