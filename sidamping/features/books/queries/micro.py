"""The cash book of a small business as its owner reads it: a month's money, a year's turnover, its regularity."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import TruncMonth

from sidamping.domain.ledger.chart import Account, Chart
from sidamping.domain.ledger.entries import REVERSING
from sidamping.domain.ledger.plain import purses
from sidamping.domain.ledger.regularity import Regularity, regularity
from sidamping.domain.periods import Month
from sidamping.features.books.models import Book, HeadCount, Posting, Voucher
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.cards import chart_of_book, lines_of, name_of
from sidamping.features.books.queries.scope import keeps, readable
from sidamping.features.books.queries.words import named
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.charts import MICRO
from sidamping.rules.finance import records_rule
from sidamping.rules.trace import RuleRef

SERIES, MOST = 12, 60
"""Months of turnover shown; entries of a month shown."""


@dataclass(frozen=True)
class SmallBook:
    """The cash book of a business."""

    id: UUID
    party_id: UUID
    name: str
    starts: Month
    may_write: bool


@dataclass(frozen=True)
class SmallLine:
    """One entry: money in above zero, out below."""

    voucher_id: UUID
    day: date
    text: str
    category: str
    amount: int
    turned: bool


@dataclass(frozen=True)
class Workers:
    """How many worked on a day: paid, and family without wages."""

    day: date
    paid: int
    family: int
    by: str


@dataclass(frozen=True)
class SmallEntryCard:
    """One entry as its page shows it; `turned` once it was turned back or turns another one."""

    id: UUID
    book_id: UUID
    number: str
    day: date
    text: str
    category: str
    amount: int
    by: str
    turned: bool


@dataclass(frozen=True)
class SmallMonth:
    """A month with its categories; `held` lies in the purses at the day asked."""

    month: Month
    came: int
    went: int
    held: int
    categories: tuple[tuple[Account, int], ...]
    lines: tuple[SmallLine, ...]
    turnover: tuple[tuple[Month, int], ...]
    records: Regularity
    rule: RuleRef
    workers: tuple[Workers, ...] = ()

    @property
    def rest(self) -> int:
        return self.came - self.went


def small_book(viewer: Viewer, id: UUID) -> SmallBook | None:
    """The cash book; None for a stranger and for the book of a cooperative."""
    return _card(viewer, readable(viewer).filter(pk=id, chart__startswith=f"{MICRO}/").select_related("party").first())


def small_book_of(viewer: Viewer, party_id: UUID) -> SmallBook | None:
    """The cash book of a business; None when it has none, and for a stranger."""
    rows = readable(viewer).filter(party_id=party_id, chart__startswith=f"{MICRO}/").select_related("party")
    return _card(viewer, rows.first())


def small_books_of(viewer: Viewer, party_ids: Collection[UUID]) -> tuple[SmallBook, ...]:
    """The cash books of the businesses named that the viewer writes in, by name."""
    rows = readable(viewer).filter(party_id__in=party_ids, chart__startswith=f"{MICRO}/").select_related("party")
    found = (_card(viewer, row) for row in rows.order_by("party__name", "id"))
    return tuple(one for one in found if one is not None and one.may_write)


def small_month(book_id: UUID, month: Month, at: date) -> SmallMonth:
    """A month of a cash book as it stands on a day; the caller has scoped the book."""
    chart, first = chart_of_book(book_id), month
    for _ in range(SERIES - 1):
        first = first.previous
    moved = _by_month(book_id, first, month)
    rule, source = records_rule(max(at, date(2026, 1, 1)))
    since = min(month.start, at - timedelta(days=7 * (rule.seen + 1)))
    rows = list(_written(book_id, since, max(month.end, at)))
    days = {row.day for row in rows if row.day <= at}
    kept = {one.code for one in purses(chart)}
    of_month = {code: amount for (code, one), amount in moved.items() if one == month}
    inside = [row for row in rows if row.day in month]
    flows = [sum(line.amount for line in lines_of(row.lines) if line.account in kept) for row in inside]
    held = sums(book_id, at)
    return SmallMonth(
        month, sum(one for one in flows if one > 0), -sum(one for one in flows if one < 0),
        sum(held.get(code, 0) for code in kept),
        tuple((chart.accounts[code], -amount) for code, amount in sorted(of_month.items()) if code not in kept),
        tuple(_line(row, flow, kept) for row, flow in list(zip(inside, flows, strict=True))[:MOST]),
        tuple(_series(chart, moved, month)), regularity(days, at, rule), source, workers_of(book_id, at),
    )  # fmt: skip


def small_entry(viewer: Viewer, id: UUID) -> SmallEntryCard | None:
    """One entry of a cash book; None for a stranger, and for vouchers of cooperatives."""
    rows = Voucher.objects.filter(
        pk=id, posted=True, book__in=readable(viewer).filter(chart__startswith=f"{MICRO}/")
    ).select_related("reversed_by", "made_by")
    row = rows.first()
    if row is None:
        return None
    chart = chart_of_book(row.book_id)
    kept = {one.code for one in purses(chart)}
    flow = sum(line.amount for line in lines_of(row.lines) if line.account in kept)
    line = _line(row, flow, kept)
    category = named(chart.accounts[line.category]) if line.category in chart.accounts else ""
    return SmallEntryCard(
        row.pk, row.book_id, name_of(row), row.day, row.text, category, flow, str(row.made_by), line.turned
    )


def workers_of(book_id: UUID, until: date) -> tuple[Workers, ...]:
    """The counts of a business, one for each day, the newest first; the caller has scoped the book."""
    rows = HeadCount.objects.filter(book_id=book_id, day__lte=until).select_related("counted_by")
    latest = rows.order_by("-day", "-counted_at", "-id").distinct("day")
    return tuple(Workers(row.day, row.paid, row.family, str(row.counted_by)) for row in latest)


def _series(chart: Chart, moved: Mapping[tuple[str, Month], int], last: Month) -> list[tuple[Month, int]]:
    """Sales alone, with accounts added below them; other income is no turnover. Months before the first entry are
    left out: what nobody wrote down is not zero.
    """
    sales, month = chart.role("sales").line, min((month for _code, month in moved), default=last)
    found = []
    while month <= last:
        own = (amount for (code, one), amount in moved.items() if one == month and chart.accounts[code].line == sales)
        found.append((month, -sum(own)))
        month = month.next
    return found


def _by_month(book_id: UUID, first: Month, last: Month) -> dict[tuple[str, Month], int]:
    rows = Posting.objects.filter(account__book_id=book_id, day__range=(first.start, last.end))
    found = rows.annotate(month=TruncMonth("day")).values_list("account__code", "month").annotate(sum=Sum("amount"))
    return {(code, Month.of(month)): amount for code, month, amount in found}


def _written(book_id: UUID, since: date, until: date) -> list[Voucher]:
    """Entries as somebody wrote them, the newest first; a reversal and what it turns back stay to be seen."""
    rows = Voucher.objects.filter(book_id=book_id, posted=True, day__range=(since, until))
    return list(rows.select_related("reversed_by").order_by("-day", "-id"))


def _line(row: Voucher, flow: int, purse_codes: set[str]) -> SmallLine:
    category = next((one.account for one in lines_of(row.lines) if one.account not in purse_codes), "")
    turned = row.nature == REVERSING or bool(name_of(getattr(row, "reversed_by", None)))
    return SmallLine(row.pk, row.day, row.text, category, flow, turned)


def _card(viewer: Viewer, row: Book | None) -> SmallBook | None:
    if row is None:
        return None
    return SmallBook(row.pk, row.party_id, row.party.name, Month.of(row.starts), keeps(viewer, row))
