"""Reads of budgets within the scope of their books: the years of a book, one budget with plan and realisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from sidamping.domain.ledger.budgeting import BudgetLine as PlanLine
from sidamping.domain.ledger.budgeting import Monthly
from sidamping.domain.ledger.chart import Chart
from sidamping.features.books import queries as books
from sidamping.features.books.queries import BookCard
from sidamping.features.budgets.models import Budget, BudgetLine, Remark
from sidamping.features.budgets.queries.counting import Done, done_in
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
class RemarkLine:
    """Why a line came out otherwise in a span, and what is done about it."""

    reason: str
    action: str
    by: str
    at: datetime


@dataclass(frozen=True)
class KeptLine:
    """A line with its key."""

    id: UUID
    line: PlanLine


@dataclass(frozen=True)
class BudgetCard:
    """A budget with its lines, what ledger and records have for them month by month, and what was said about them."""

    head: BudgetHead
    book: BookCard
    chart: Chart
    lines: tuple[KeptLine, ...]
    monthly: Monthly
    done: Done
    remarks: Mapping[tuple[UUID, str, int], RemarkLine]
    may_approve: bool

    @property
    def open(self) -> bool:
        """Whether the viewer may still change it."""
        return self.head.approved_at is None and self.book.may_write

    @property
    def in_time(self) -> bool:
        """Whether it was approved before its year began, as the guideline asks."""
        approved = self.head.approved_at
        here = timezone.get_current_timezone()
        return approved is not None and approved.astimezone(here).date() < date(self.head.year, 1, 1)


def budgets_of(viewer: Viewer, book_id: UUID) -> tuple[BudgetHead, ...]:
    """The budgets of a book, the latest first; nothing for a stranger."""
    if books.book(viewer, book_id) is None:
        return ()
    rows = Budget.objects.filter(book_id=book_id).select_related("approved_by").order_by("-year", "-revision")
    return tuple(_head(row) for row in rows)


def budget(viewer: Viewer, id: UUID) -> BudgetCard | None:
    """One budget; None for a stranger."""
    return _card(viewer, Budget.objects.filter(pk=id))


def budget_of_line(viewer: Viewer, line: UUID) -> BudgetCard | None:
    """The budget a line belongs to; None for none, and for a stranger."""
    return _card(viewer, Budget.objects.filter(lines=line))


def _card(viewer: Viewer, found: QuerySet[Budget]) -> BudgetCard | None:
    row = found.select_related("approved_by").first()
    book = books.book(viewer, row.book_id) if row else None
    if row is None or book is None:
        return None
    lines = tuple(KeptLine(one.pk, plan_of(one)) for one in BudgetLine.objects.filter(budget=row).order_by("ordinal"))
    codes = sorted({code for one in lines for code in one.line.accounts})
    chair = book.party_id in viewer.subjects(roles.CHAIR)
    return BudgetCard(
        _head(row), book, books.chart_of_book(book.id), lines, books.monthly(book.id, row.year, codes),
        done_in(book.id, book.party_id, row.year, {one.line.counted for one in lines} - {""}), _remarks(row.pk),
        chair and row.approved_at is None,
    )


def plan_of(row: BudgetLine) -> PlanLine:
    """A line as the domain reckons with it."""
    return PlanLine(
        row.part, row.direction, row.text, row.quantity, row.unit, row.price, row.months, tuple(row.accounts),
        row.counted,
    )


def _remarks(budget: UUID) -> dict[tuple[UUID, str, int], RemarkLine]:
    rows = Remark.objects.filter(line__budget_id=budget).select_related("written_by").order_by("written_at", "id")
    return {
        (row.line_id, row.span, row.number): RemarkLine(row.reason, row.action, str(row.written_by), row.written_at)
        for row in rows
    }


def _head(row: Budget) -> BudgetHead:
    return BudgetHead(row.pk, row.year, row.revision, row.approved_at, str(row.approved_by or ""))
