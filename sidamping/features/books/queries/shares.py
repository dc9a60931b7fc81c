"""What the sharing of a surplus stands on: the year's surplus, and savings and business of each member (E13)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import INCOME, MEMBER
from sidamping.domain.ledger.statements import surplus
from sidamping.domain.shu.distribution import Distribution, distribute
from sidamping.domain.shu.inputs import read_request
from sidamping.domain.shu.request import Member
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.closings import CLOSINGS
from sidamping.features.books.queries.reading import earned
from sidamping.rules.finance import surplus_rule

FUNDS = (
    ("cadangan", _("Cadangan"), 25), ("jasa_modal", _("Jasa modal anggota (menurut simpanan)"), 20),
    ("jasa_anggota", _("Jasa usaha anggota (menurut transaksi)"), 25),
    ("pengurus", _("Dana pengurus dan pengawas"), 10),
    ("karyawan", _("Dana karyawan"), 5), ("pendidikan", _("Dana pendidikan"), 5), ("sosial", _("Dana sosial"), 5),
    ("pembangunan", _("Dana pembangunan daerah kerja"), 5),
)  # fmt: skip
"""Fund, its words, and a percentage to begin with; the articles and the members' meeting decide (contoh)."""
WORDS = {key: word for key, word, _percent in FUNDS}
SHAREHOLDERS = f"""
WITH closings AS MATERIALIZED ({CLOSINGS}), counted AS MATERIALIZED (
    SELECT id, role IN ('principal_savings', 'mandatory_savings') AS saved FROM books_account WHERE book_id = %(book)s
        AND (role IN ('principal_savings', 'mandatory_savings') OR "group" = %(income)s AND scope = %(member)s)
), parts AS (
    SELECT p.member_id, a.saved, -p.amount AS amount FROM counted a CROSS JOIN LATERAL (
        SELECT member_id, sum(amount) AS amount FROM books_posting
        WHERE account_id = a.id AND member_id IS NOT NULL AND day <= %(at)s AND (a.saved OR day >= %(first)s)
        GROUP BY member_id) p
    UNION ALL
    SELECT p.member_id, a.saved, p.amount FROM closings c
        JOIN books_posting p ON p.voucher_id = c.id JOIN counted a ON a.id = p.account_id
        WHERE p.member_id IS NOT NULL AND p.day <= %(at)s AND (a.saved OR p.day >= %(first)s)
), figures AS (
    SELECT member_id, coalesce(sum(amount) FILTER (WHERE saved), 0)::bigint AS savings,
        coalesce(sum(amount) FILTER (WHERE NOT saved), 0)::bigint AS business
    FROM parts GROUP BY member_id
)
SELECT m.party_id, m.number, o.name, coalesce(f.savings, 0), coalesce(f.business, 0)
FROM books_member m JOIN parties_party o ON o.id = m.party_id LEFT JOIN figures f ON f.member_id = m.party_id
WHERE m.book_id = %(book)s AND m.joined <= %(at)s AND (m."left" IS NULL OR m."left" > %(at)s) ORDER BY m.number
"""
"""The index of members' lines alone answers; it names no vouchers, so the lines of closings are taken off again."""


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
    return SurplusBasis(at, made.after_tax, _shareholders(book_id, at))


def share_out(basis: SurplusBasis, percents: Mapping[str, Decimal]) -> Distribution:
    """The surplus by funds and members; Refused where the percentages do not add up to the whole."""
    members = [Member(str(one.number), one.name, one.savings, one.business) for one in basis.members]
    funds = {f"pct_{key}": value for key, value in percents.items() if value}
    whole, _rule = surplus_rule(basis.at)
    return distribute(read_request({"shu": basis.surplus, **funds, "members": members}, whole_percent=whole))


def _shareholders(book_id: UUID, at: date) -> tuple[Shareholder, ...]:
    asked: dict[str, Any] = {
        "book": book_id, "income": INCOME, "member": MEMBER, "first": date(at.year, 1, 1), "at": at,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(SHAREHOLDERS, asked)
        return tuple(Shareholder(*row) for row in cursor.fetchall())
