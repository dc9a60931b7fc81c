"""What a book offers to save, with all the terms it ever had, and the accounts that hold members' savings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from sidamping.domain.ledger.chart import EQUITY, LIABILITIES, Account, Chart
from sidamping.domain.savings.products import KINDS, in_force
from sidamping.domain.savings.products import Terms as Set
from sidamping.features.books import queries as books
from sidamping.features.savings.models import Terms
from sidamping.platform.access.viewer import Viewer

SHARE_PAYABLE = "members_share_payable"
"""Kept per member, but no savings: a surplus that waits to be paid out."""


@dataclass(frozen=True)
class SetTerms:
    """Terms with who set them, when, and by which decision."""

    terms: Set
    decided: str
    set_by: str
    set_at: datetime


@dataclass(frozen=True)
class ProductLine:
    """A product with the code of its account and its terms in the order they were written."""

    id: UUID
    kind: str
    account: str
    history: tuple[SetTerms, ...]

    @property
    def terms(self) -> tuple[Set, ...]:
        return tuple(one.terms for one in self.history)

    def on(self, day: date) -> Set | None:
        """The terms in force on a day."""
        return in_force(self.terms, day)


def products(viewer: Viewer, book_id: UUID) -> tuple[ProductLine, ...]:
    """The products of a book in the order of their kinds; nothing for a stranger."""
    rows = Terms.objects.filter(product__book_id=book_id, product__book__in=books.readable(viewer))
    rows = rows.select_related("product", "set_by").order_by("product_id", "ordinal")
    found = [_line(list(own)) for _, own in groupby(rows, key=lambda one: one.product_id)]
    return tuple(sorted(found, key=lambda one: (KINDS.index(one.kind), one.account)))


def of_kind(found: tuple[ProductLine, ...], kind: str) -> ProductLine | None:
    """The first product of a kind."""
    return next((one for one in found if one.kind == kind), None)


def savings_accounts(chart: Chart) -> tuple[Account, ...]:
    """The accounts that hold savings of members, by code; those of equity are not paid out to a member who stays."""
    return tuple(
        one for _, one in sorted(chart.accounts.items())
        if one.per_member and one.group in (LIABILITIES, EQUITY) and one.role != SHARE_PAYABLE
    )


def _line(rows: list[Terms]) -> ProductLine:
    product = rows[0].product
    history = tuple(
        SetTerms(
            Set(row.since, row.amount, row.method, row.rate_ppm, row.per, row.step, row.months, row.break_ppm),
            row.decided, str(row.set_by), row.set_at,
        )
        for row in rows
    )  # fmt: skip
    return ProductLine(product.pk, product.kind, product.account, history)
