"""Drafts the interest of a month in one voucher and keeps what every member got and why. Once for each product."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.domain.savings.crediting import Credit
from sidamping.domain.savings.products import COSTS, ROLES, TERM, VOLUNTARY
from sidamping.features.books import queries as books
from sidamping.features.books.services import Drafted, VoucherDraft, draft_voucher
from sidamping.features.savings.models import Credited, Run
from sidamping.features.savings.queries.runs import Preview, preview
from sidamping.features.savings.services.keeping import kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns

TAX_PAYABLE = "tax_payable"


@transaction.atomic
def credit_interest(
    *, by: Viewer, id: UUID, book: UUID, month: Month, day: date, text: str, now: datetime
) -> Drafted:
    """The draft of a month's interest for all products that have none yet; `id` names the voucher. Sent twice, once."""
    card = kept(by, book)
    take_turns(book)
    if Run.objects.filter(book_id=book, voucher=id).exists():
        return Drafted(0, ())
    found = preview(by, book, month)
    refuse_if(_faults(by, found))
    _undo_fallen(book, month, found, now)
    lines = _lines(found, books.chart_of_book(book))
    drafted = draft_voucher(by=by, id=id, book=book, draft=VoucherDraft("BM", day, text.strip(), lines), now=now)
    _keep(by, id, book, found, now)
    gross, tax, _net = found.sums
    tell("interest_credited", by, id, card, month=str(month), interest=gross, tax=tax)
    return drafted


def _faults(by: Viewer, found: Preview) -> list[Problem]:
    if by.on <= found.month.end:
        return [problem("SAVINGS_017", "month", month=found.month, day=found.month.end)]
    if found.credits:
        return []
    if found.runs:
        return [problem("SAVINGS_016", "month", month=found.month, voucher=found.runs[0].number)]
    return [problem("SAVINGS_018", "month", month=found.month)]


def _undo_fallen(book: UUID, month: Month, found: Preview, now: datetime) -> None:
    """Runs whose draft was deleted or whose voucher was turned back make room for a new one."""
    fallen = Run.objects.filter(book_id=book, month=month.start, undone_at=None)
    fallen = fallen.exclude(pk__in=[one.id for one in found.runs])
    fallen.update(undone_at=now, undone_why="voucher gone")


def _lines(found: Preview, chart: Chart) -> tuple[Line, ...]:
    """Cost by kind, the members' credit, the tax withheld; interest of a deposit goes to voluntary savings."""
    products = {str(one.id): one for one in found.products}
    costs: dict[str, int] = {}
    shares: dict[tuple[str, str], int] = {}
    for one in found.credits:
        product = products[one.product]
        cost = chart.role(COSTS[product.kind]).code
        target = chart.role(ROLES[VOLUNTARY]).code if product.kind == TERM else product.account
        costs[cost] = costs.get(cost, 0) + one.gross
        shares[one.member, target] = shares.get((one.member, target), 0) + one.net
    lines = [*(Line(code, amount) for code, amount in sorted(costs.items())),
             *(Line(code, -amount, member) for (member, code), amount in shares.items() if amount)]
    tax = found.sums[1]
    return (*lines, Line(chart.role(TAX_PAYABLE).code, -tax)) if tax else tuple(lines)


def _keep(by: Viewer, voucher: UUID, book: UUID, found: Preview, now: datetime) -> None:
    """A run for each product that credits something, with the rules it was made by."""
    rules = {
        "basis": found.basis, "basis_rule": found.basis_rule.plain(), "tax_percent": str(found.tax.percent),
        "tax_free": found.tax.free, "tax_cite": found.tax.cite, "tax_status": found.tax.status,
    }  # fmt: skip
    runs = {
        product: Run(
            id=uuid7(), book_id=book, product_id=UUID(product), month=found.month.start, voucher=voucher,
            rules=rules, made_by_id=by.user_id, made_at=now,
        )
        for product in {one.product for one in found.credits}
    }  # fmt: skip
    Run.objects.bulk_create(runs.values())
    Credited.objects.bulk_create(_credited(runs[one.product], one) for one in found.credits)


def _credited(run: Run, one: Credit) -> Credited:
    return Credited(
        run=run, member_id=UUID(one.member), deposit_id=UUID(one.deposit) if one.deposit else None,
        method=one.method, base=one.base, gross=one.gross, tax=one.tax, says=one.says,
    )
