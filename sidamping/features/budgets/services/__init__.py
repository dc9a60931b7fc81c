"""Writes of budgets: opened or revised by the board, filled line by line, approved by the chair and then final."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.budgeting import SPANS, counted, months_of, told_twice
from sidamping.domain.ledger.budgeting import BudgetLine as PlanLine
from sidamping.domain.ledger.chart import Chart
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.books.queries import BookCard
from sidamping.features.budgets.models import Budget, BudgetLine, Remark
from sidamping.features.budgets.queries import plan_of
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import codes_of

COUNTS = "plan-counts"
"""The records that may count how much of a line was done."""


def open_budget(*, by: Viewer, id: UUID, book: UUID, year: int, now: datetime) -> UUID:
    """A draft for a year; after an approved one it begins as its copy. Sent twice, opened once."""
    with transaction.atomic():
        owned = _own(by, book)
        take_turns(book)
        if Budget.objects.filter(pk=id).exists():
            return id
        first, last = owned.starts.year, by.on.year + 1
        if not first <= year <= last:
            raise Refused(problem("BUDGETS_006", "year", year=year, first=first, last=last))
        before = Budget.objects.filter(book_id=book, year=year).order_by("-revision").first()
        if before is not None and before.approved_at is None:
            raise Refused(problem("BUDGETS_007", "year", year=year))
        revision = before.revision + 1 if before else 1
        Budget.objects.create(pk=id, book_id=book, year=year, revision=revision, made_by_id=by.user_id, made_at=now)
        lines = BudgetLine.objects.filter(budget=before).order_by("ordinal") if before else ()
        BudgetLine.objects.bulk_create(_copied(one, id) for one in lines)
        _tell("opened", by, id, owned, year=year, revision=revision)
    return id


def save_line(*, by: Viewer, id: UUID, budget: UUID, line: PlanLine) -> UUID:
    """Add a line, or put this in the place of the line of the same id."""
    with transaction.atomic():
        kept, owned = _draft(by, budget)
        refuse_if(_faults(kept, id, line, books.chart_of_book(owned.id)))
        fields = {
            "part": line.part, "direction": line.direction, "text": line.text, "quantity": line.quantity,
            "unit": line.unit, "price": line.price, "months": line.months,
            "accounts": list(dict.fromkeys(line.accounts)), "counted": line.counted,
        }  # fmt: skip
        last = BudgetLine.objects.filter(budget=kept).aggregate(last=Max("ordinal"))["last"] or 0
        if not BudgetLine.objects.filter(pk=id, budget=kept).update(**fields):
            if BudgetLine.objects.filter(pk=id).exists():
                raise Refused(problem("BUDGETS_001"))
            BudgetLine.objects.create(pk=id, budget=kept, ordinal=last + 1, **fields)
        _tell("line_saved", by, budget, owned, line=str(id))
    return id


def _faults(budget: Budget, id: UUID, line: PlanLine, chart: Chart) -> list[Problem]:
    """Accounts that are unknown or told by another line already, and sums that cannot be."""
    unknown = [code for code in line.accounts if code not in chart.accounts or chart.accounts[code].header]
    found = [problem("BUDGETS_003", "accounts", seen=code) for code in unknown]
    others = [plan_of(one) for one in BudgetLine.objects.filter(budget=budget).exclude(pk=id).order_by("ordinal")]
    if line.counted and line.counted not in codes_of(COUNTS):
        found.append(problem("BUDGETS_010", "counted", seen=line.counted))
    for code, other in told_twice(line, others, chart):
        found.append(problem("BUDGETS_009", "accounts", seen=code, line=other.text))
    if not (line.quantity > 0 and line.price >= 0 and line.plan <= MOST):
        seen = f"{line.quantity / 1000:g} × {rupiah(line.price)}"
        found.append(problem("BUDGETS_008", "quantity", where=line.text, seen=seen, most=rupiah(MOST)))
    return found


def drop_line(*, by: Viewer, budget: UUID, line: UUID) -> None:
    """Take a line out of a draft; a line that is gone already stays gone."""
    with transaction.atomic():
        kept, owned = _draft(by, budget)
        if BudgetLine.objects.filter(pk=line, budget=kept).delete()[0]:
            _tell("line_dropped", by, budget, owned, line=str(line))


def approve_budget(*, by: Viewer, budget: UUID, now: datetime) -> None:
    """The chair approves, as the annual meeting decided; approved twice counts once."""
    with transaction.atomic():
        take_turns(budget)
        kept = Budget.objects.filter(pk=budget).first()
        owned = _own(by, kept.book_id) if kept else None
        if kept is None or owned is None:
            raise Refused(problem("BUDGETS_001"))
        if owned.party_id not in by.subjects(roles.CHAIR):
            raise Refused(problem("BUDGETS_005"))
        if kept.approved_at is not None:
            return
        if not BudgetLine.objects.filter(budget=kept).exists():
            raise Refused(problem("BUDGETS_004", year=kept.year))
        Budget.objects.filter(pk=budget).update(approved_by_id=by.user_id, approved_at=now)
        _tell("approved", by, budget, owned, year=kept.year, revision=kept.revision)


def remark(
    *, by: Viewer, id: UUID, line: UUID, span: str, number: int, reason: str, action: str, now: datetime
) -> UUID:
    """Why a line of an approved budget came out otherwise in a span, and what is done. Sent twice, written once."""
    with transaction.atomic():
        row = BudgetLine.objects.filter(pk=line).select_related("budget").first()
        if row is None:
            raise Refused(problem("BUDGETS_001"))
        owned = _own(by, row.budget.book_id)
        take_turns(row.budget_id)
        if Remark.objects.filter(pk=id).exists():
            return id
        refuse_if(_remark_faults(row, span, number, reason.strip(), action.strip(), by.on))
        Remark.objects.create(
            pk=id, line=row, span=span, number=number, reason=reason.strip(), action=action.strip(),
            written_by_id=by.user_id, written_at=now,
        )  # fmt: skip
        _tell("remarked", by, row.budget_id, owned, line=str(line), span=span, number=number)
    return id


def _remark_faults(row: BudgetLine, span: str, number: int, reason: str, action: str, today: date) -> list[Problem]:
    found = [] if row.budget.approved_at is not None else [problem("BUDGETS_011", year=row.budget.year)]
    if span not in SPANS or number not in counted(span):
        found.append(problem("BUDGETS_012", "span", seen=f"{span} {number}"))
    elif date(row.budget.year, months_of(span, number)[0], 1) > today:
        found.append(problem("BUDGETS_013", "span", seen=f"{span} {number}", year=row.budget.year))
    for key, label, value in (("reason", _("Alasan"), reason), ("action", _("Tindakan perbaikan"), action)):
        if not value:
            found.append(problem("GENERAL_001", key, label=label))
    return found


def _own(by: Viewer, book: UUID) -> BookCard:
    """The book when the viewer keeps it."""
    found = books.book(by, book)
    if found is None or not found.may_write:
        raise Refused(problem("BUDGETS_001"))
    return found


def _draft(by: Viewer, budget: UUID) -> tuple[Budget, BookCard]:
    """The budget as it stands once its lock is held, while it may still change."""
    take_turns(budget)
    kept = Budget.objects.filter(pk=budget).first()
    if kept is None:
        raise Refused(problem("BUDGETS_001"))
    owned = _own(by, kept.book_id)
    if kept.approved_at is not None:
        raise Refused(problem("BUDGETS_002", year=kept.year))
    return kept, owned


def _copied(one: BudgetLine, budget: UUID) -> BudgetLine:
    names = ("ordinal", "part", "direction", "text", "quantity", "unit", "price", "months", "accounts", "counted")
    return BudgetLine(budget_id=budget, **{name: getattr(one, name) for name in names})


def _tell(verb: str, by: Viewer, subject: UUID, book: BookCard, **data: Any) -> None:
    journal.record(
        f"budgets.{verb}", by=by.user_id, subject=subject, regency=book.village_code[:5], book=str(book.id), **data
    )
