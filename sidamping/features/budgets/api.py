"""Budgets of a book for other programs: the years, and one with plan and realisation of every line by month."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Router, Schema

from sidamping.domain.ledger.budgeting import realised
from sidamping.features.books import queries as books
from sidamping.features.budgets import queries
from sidamping.features.budgets.queries import BudgetHead
from sidamping.platform.access.viewer import Viewer

MONTHS = range(1, 13)
router = Router(tags=["anggaran"])


class BudgetOut(Schema):
    """A budget of a year; `approved` is empty while it is a draft."""

    id: UUID
    year: int
    revision: int
    approved: str


class BudgetLineOut(Schema):
    """A line: quantity in thousandths, price and plan in rupiah; `actual` by month, empty where no account tells it;
    `done` is how often by month, empty where no record counts it.
    """

    id: UUID
    part: str
    direction: str
    text: str
    quantity: int
    unit: str
    price: int
    plan: list[int]
    actual: list[int]
    done: list[int]


class BudgetDetail(BudgetOut):
    """A budget with its lines."""

    lines: list[BudgetLineOut]


@router.get("/books/{id}/budgets", response=list[BudgetOut], summary=_("Anggaran (RAPBK) sebuah buku"))
def budgets(request: HttpRequest, id: UUID) -> list[BudgetOut]:
    viewer = _reader(request)
    if books.book(viewer, id) is None:
        raise Http404
    return [_head(one) for one in queries.budgets_of(viewer, id)]


@router.get("/budgets/{id}", response=BudgetDetail, summary=_("Rencana dan realisasi sebuah anggaran per bulan"))
def budget(request: HttpRequest, id: UUID) -> BudgetDetail:
    card = queries.budget(_reader(request), id)
    if card is None:
        raise Http404
    lines = []
    for one in card.lines:
        real = [realised(one.line, card.chart, card.monthly, (month,)) for month in MONTHS]
        lines.append(BudgetLineOut(
            id=one.id, part=one.line.part, direction=one.line.direction, text=one.line.text, quantity=one.line.quantity,
            unit=one.line.unit, price=one.line.price, plan=list(one.line.by_month()),
            actual=[amount for amount in real if amount is not None],
            done=[card.done.get((one.line.counted, month), 0) for month in MONTHS] if one.line.counted else [],
        ))  # fmt: skip
    return BudgetDetail(**_head(card.head).dict(), lines=lines)


def _head(one: BudgetHead) -> BudgetOut:
    approved = one.approved_at.isoformat() if one.approved_at else ""
    return BudgetOut(id=one.id, year=one.year, revision=one.revision, approved=approved)


def _reader(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*books.READERS):
        raise PermissionDenied("ACCESS_001")
    return viewer
