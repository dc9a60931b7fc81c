"""Reads of budgets within the scope of their books: the years of a book, one budget with plan and realisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sidamping.domain.ledger.budgeting import BudgetLine as PlanLine
from sidamping.domain.ledger.budgeting import Monthly
from sidamping.domain.ledger.chart import Chart
from sidamping.features.books import queries as books
from sidamping.features.books.queries import BookCard
from sidamping.features.budgets.models import Budget, BudgetLine
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class BudgetHead:
    """A budget in a list."""

    id: UUID
    year: int
    revision: int
    approved_at: datetime | None
    approved_by: str


@dataclass(frozen=True)
class KeptLine:
    """A line with its key."""

    id: UUID
    line: PlanLine


@dataclass(frozen=True)
class BudgetCard:
    """A budget with its lines and what the ledger has for their accounts, month by month."""

    head: BudgetHead
    book: BookCard
    chart: Chart
    lines: tuple[KeptLine, ...]
    monthly: Monthly
    may_approve: bool

    @property
    def open(self) -> bool:
        """Whether the viewer may still change it."""
        return self.head.approved_at is None and self.book.may_write


def budgets_of(viewer: Viewer, book_id: UUID) -> tuple[BudgetHead, ...]:
    """The budgets of a book, the latest first; nothing for a stranger."""
    if books.book(viewer, book_id) is None:
        return ()
    rows = Budget.objects.filter(book_id=book_id).select_related("approved_by").order_by("-year", "-revision")
    return tuple(_head(row) for row in rows)


def budget(viewer: Viewer, id: UUID) -> BudgetCard | None:
    """One budget; None for a stranger."""
    row = Budget.objects.select_related("approved_by").filter(pk=id).first()
    book = books.book(viewer, row.book_id) if row else None
    if row is None or book is None:
        return None
    lines = tuple(KeptLine(one.pk, plan_of(one)) for one in BudgetLine.objects.filter(budget=row).order_by("ordinal"))
    codes = sorted({code for one in lines for code in one.line.accounts})
    chair = book.party_id in viewer.subjects(roles.CHAIR)
    return BudgetCard(
        _head(row), book, books.chart_of_book(book.id), lines, books.monthly(book.id, row.year, codes),
        chair and row.approved_at is None,
    )


def budget_of_line(line: UUID) -> UUID | None:
    """The budget a line belongs to; None for none."""
    return BudgetLine.objects.filter(pk=line).values_list("budget_id", flat=True).first()


def plan_of(row: BudgetLine) -> PlanLine:
    """A line as the domain reckons with it."""
    return PlanLine(
        row.part, row.direction, row.text, row.quantity, row.unit, row.price, row.months, tuple(row.accounts)
    )


def _head(row: Budget) -> BudgetHead:
    return BudgetHead(row.pk, row.year, row.revision, row.approved_at, str(row.approved_by or ""))


__all__ = ["BudgetCard", "BudgetHead", "KeptLine", "budget", "budget_of_line", "budgets_of", "plan_of"]
