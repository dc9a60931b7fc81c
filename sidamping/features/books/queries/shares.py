"""What the sharing of a surplus stands on: the year's surplus, and savings and business of each member (E13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from sidamping.domain.ledger.chart import EQUITY, INCOME, MEMBER
from sidamping.domain.ledger.statements import surplus
from sidamping.features.books.models import Member
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.reading import earned

BY_MEMBER = """
WITH closings AS MATERIALIZED (
    SELECT v.id FROM books_voucher v LEFT JOIN books_voucher o ON o.id = v.reverses_id
    WHERE v.book_id = %(book)s AND coalesce(o.nature, v.nature) = 'closing'
)
SELECT p.member_id,
    coalesce(-sum(p.amount) FILTER (WHERE a.role IN ('principal_savings', 'mandatory_savings')), 0)::bigint,
    coalesce(-sum(p.amount) FILTER (
        WHERE a."group" = %(income)s AND a.scope = %(member)s AND p.day >= %(first)s), 0)::bigint
FROM books_posting p JOIN books_account a ON a.id = p.account_id
WHERE a.book_id = %(book)s AND a."group" IN (%(equity)s, %(income)s) AND p.member_id IS NOT NULL AND p.day <= %(at)s
    AND p.voucher_id NOT IN (SELECT id FROM closings)
GROUP BY p.member_id
"""
"""Closings, and what turns them back, are few: left out by name they spare the vouchers of every line."""


@dataclass(frozen=True)
class Shareholder:
    """A member with principal and mandatory savings at the day, and the business of the year with the cooperative."""

    party_id: UUID
    number: int
    name: str
    savings: int
    business: int


@dataclass(frozen=True)
class SurplusBasis:
    """A year's surplus up to a day and everybody who may have a part in it."""

    at: date
    surplus: int
    members: tuple[Shareholder, ...]


def surplus_basis(book_id: UUID, at: date) -> SurplusBasis:
    """The basis at the end of a day; the caller has looked up the book within its scope."""
    made = surplus(chart_of_book(book_id), earned(book_id, at)[0])
    figures = _figures(book_id, at)
    there = Member.objects.filter(Q(left=None) | Q(left__gt=at), book_id=book_id, joined__lte=at).order_by("number")
    rows = there.values_list("party_id", "number", "party__name")
    members = tuple(Shareholder(*row, *figures.get(row[0], (0, 0))) for row in rows)
    return SurplusBasis(at, made.after_tax, members)


def _figures(book_id: UUID, at: date) -> Mapping[UUID, tuple[int, int]]:
    asked: dict[str, Any] = {
        "book": book_id, "income": INCOME, "equity": EQUITY, "member": MEMBER, "first": date(at.year, 1, 1),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(BY_MEMBER, {**asked, "at": at})
        return {member: (savings, business) for member, savings, business in cursor.fetchall()}
