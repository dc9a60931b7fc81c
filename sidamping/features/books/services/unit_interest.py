"""Drafts the interest of money that one unit leaves to another: told in both, gone from the combined statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from django.db import transaction

from sidamping.domain.figures import MOST
from sidamping.domain.ledger.chart import Chart
from sidamping.domain.ledger.units import EARNED, HEAD, PAID, interest_lines, pair
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.domain.rounding import round_to
from sidamping.domain.scoring.numbers import written
from sidamping.features.books.models import Account, Book, Unit
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.newest import forget_newest
from sidamping.features.books.services.drafting import Drafted, VoucherDraft, draft_voucher
from sidamping.features.books.services.keeping import kept_book
from sidamping.features.books.services.opening import account_row
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.charts import bringing


@dataclass(frozen=True)
class UnitInterest:
    """What `lender` asks of `borrower` ('' is the cooperative): percent a month of `base`, for some months."""

    lender: str
    borrower: str
    base: int
    percent: Fraction
    months: int
    day: date
    text: str

    @property
    def amount(self) -> int:
        return round_to(self.base * self.percent * self.months / 100)


@transaction.atomic
def draft_unit_interest(
    *, by: Viewer, id: UUID, book: UUID, asked: UnitInterest, now: datetime, seen: int = 0
) -> Drafted:
    """The draft of one voucher that both units show, each balanced by itself. Sent twice, it is one draft."""
    kept = kept_book(by, book)
    take_turns(book)
    refuse_if(_faults(chart_of_book(book), asked))
    _make_ready(kept, by.on, asked)
    lines = interest_lines(chart_of_book(book), asked.lender, asked.borrower, asked.amount)
    draft = VoucherDraft("BM", asked.day, asked.text.strip(), lines)
    return draft_voucher(by=by, id=id, book=book, draft=draft, now=now, seen=seen)


def _faults(chart: Chart, asked: UnitInterest) -> list[Problem]:
    found = [
        problem("UNITS_007", name, seen=code[:20])
        for name, code in (("lender", asked.lender), ("borrower", asked.borrower)) if code not in (HEAD, *chart.units)
    ]
    if asked.lender == asked.borrower:
        found.append(problem("UNITS_009", "borrower", seen=asked.lender or "Induk"))
    if not 1 <= asked.amount <= MOST:
        told = {"base": rupiah(asked.base), "rate": written(asked.percent, most=4), "months": asked.months}
        found.append(problem("UNITS_010", "base", **told, made=rupiah(asked.amount), most=rupiah(MOST)))
    return found


def _make_ready(book: Book, on: date, asked: UnitInterest) -> None:
    """Units opened before charts had accounts for this get them now."""
    there = {one.pair for one in chart_of_book(book.pk).accounts.values()}
    wanted = {unit: pair(unit, kind) for unit, kind in ((asked.lender, EARNED), (asked.borrower, PAID)) if unit != HEAD}
    for unit, name in wanted.items():
        if name not in there:
            chart = Unit.objects.values_list("chart", flat=True).get(book=book, code=unit)
            brought, _cited = bringing(chart.partition("/")[0], unit, on)
            Account.objects.bulk_create(account_row(book, one) for one in brought if one.pair == name)
    forget_newest()
