"""The register of members with what each has saved and owes, added up from postings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Substr

from sidamping.domain.ledger.chart import Account
from sidamping.features.books.models import Member
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.scope import readable_by_name
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of

HELD = """
SELECT p.member_id, a.code, sum(p.amount)::bigint FROM books_posting p JOIN books_account a ON a.id = p.account_id
WHERE a.book_id = %s AND a.per_member AND p.member_id = ANY(%s) AND p.day <= %s
GROUP BY p.member_id, a.code HAVING sum(p.amount) <> 0
"""


@dataclass(frozen=True)
class MemberLine:
    """A member and the balances kept in that name, as readers of each account expect them."""

    id: UUID
    party_id: UUID
    number: int
    name: str
    joined: date
    left: date | None
    left_why: str
    held: tuple[tuple[Account, int], ...] = field(default=())


def members_page(viewer: Viewer, book_id: UUID, *, at: date, text: str = "", after: str = "") -> Page:
    """A page of the register by number; nothing for a stranger."""
    rows = Member.objects.filter(book_id=book_id, book__in=readable_by_name(viewer)).select_related("party")
    rows = rows.filter(Q(party__name__icontains=text) | Q(number=text if text.isdecimal() else 0)) if text else rows
    page = page_of(rows, order=("number", "id"), after=after)
    held = held_in_names(book_id, [row.party_id for row in page.rows], at)
    return Page(tuple(_line(row, held.get(row.party_id, ())) for row in page.rows), page.next_key)


def member(viewer: Viewer, id: UUID, at: date) -> tuple[UUID, MemberLine] | None:
    """A member with the id of the book; None for a stranger."""
    row = Member.objects.filter(pk=id, book__in=readable_by_name(viewer)).select_related("party").first()
    if row is None:
        return None
    return row.book_id, _line(row, held_in_names(row.book_id, [row.party_id], at).get(row.party_id, ()))


def member_head(viewer: Viewer, id: UUID) -> tuple[UUID, MemberLine] | None:
    """A member with the id of the book, without balances; None for a stranger."""
    row = Member.objects.filter(pk=id, book__in=readable_by_name(viewer)).select_related("party").first()
    return (row.book_id, _line(row, ())) if row is not None else None


def members_to_choose(viewer: Viewer, book_id: UUID, on: date) -> tuple[tuple[str, str], ...]:
    """Members on a day for a choice: the party's id and 'number · name'; nothing for a stranger."""
    rows = Member.objects.filter(book_id=book_id, book__in=readable_by_name(viewer))
    rows = rows.filter(Q(left__isnull=True) | Q(left__gte=on))
    found = rows.order_by("number").values_list("party_id", "number", "party__name")
    return tuple((str(party), f"{number} · {name}") for party, number, name in found)


def member_regencies(on: date) -> Combinable:
    """The regencies that members of a day live in, without names, by code, as an expression on the book."""
    rows = Member.objects.filter(Q(left__isnull=True) | Q(left__gt=on), book=OuterRef("pk"), joined__lte=on)
    lived = rows.annotate(regency=Substr("party__village_id", 1, 5)).order_by("regency")
    return ArraySubquery(lived.values("regency").distinct())


def members_of_book(on: date) -> Combinable:
    """How many members there are on a day, as an expression on the book."""
    rows = Member.objects.filter(Q(left__isnull=True) | Q(left__gt=on), book=OuterRef("pk"), joined__lte=on)
    return Coalesce(Subquery(rows.order_by().values("book").annotate(many=Count("pk")).values("many")), 0)


def next_number(book_id: UUID) -> int:
    """The number after the highest one given; the caller has scoped the book."""
    given = Member.objects.filter(book_id=book_id).order_by("-number").values_list("number", flat=True)
    return (given.first() or 0) + 1


def held_in_names(book_id: UUID, parties: list[UUID], at: date) -> Mapping[UUID, tuple[tuple[Account, int], ...]]:
    """What is kept in each name at the end of a day, by account; the caller has scoped the book."""
    whole = chart_of_book(book_id)
    found: dict[UUID, list[tuple[Account, int]]] = {}
    with connection.cursor() as cursor:
        cursor.execute(HELD, [book_id, parties, at])
        for party, code, amount in sorted(cursor.fetchall(), key=lambda row: row[1]):
            found.setdefault(party, []).append((whole.accounts[code], whole.accounts[code].shown(amount)))
    return {party: tuple(held) for party, held in found.items()}


def _line(row: Member, held: tuple[tuple[Account, int], ...]) -> MemberLine:
    return MemberLine(row.pk, row.party_id, row.number, row.party.name, row.joined, row.left, row.left_why, held)
