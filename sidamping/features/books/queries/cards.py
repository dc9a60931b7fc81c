"""Books, their charts and their vouchers within the viewer's scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from sidamping.domain.ledger.chart import Account as ChartAccount
from sidamping.domain.ledger.chart import Chart, chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.ledger.units import HEAD
from sidamping.domain.periods import Month
from sidamping.features.books.models import Account, Book, Period, Unit, Voucher
from sidamping.features.books.queries.calling import AS_WRITTEN, Calling, called, texts_called
from sidamping.features.books.queries.checking import for_viewer
from sidamping.features.books.queries.lines import CHECK, DRAFT, POSTED, BookCard, BookHead, PeriodLine, VoucherCard
from sidamping.features.books.queries.newest import forget_newest, newest_account
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.scope import keeps, readable, readable_by_name
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.rules.charts import lines_of_chart


def book(viewer: Viewer, id: UUID) -> BookCard | None:
    """One book with its months; None for a stranger."""
    return _card(viewer, readable(viewer).filter(pk=id))


def book_of(viewer: Viewer, party_id: UUID) -> BookCard | None:
    """The book of a cooperative; None when it has none, and for a stranger."""
    return _card(viewer, readable(viewer).filter(party_id=party_id))


def books_page(viewer: Viewer, after: str = "") -> Page:
    """A page of the books the viewer reads, by the name of the cooperative."""
    rows = readable(viewer).select_related("party")
    page = page_of(rows, order=("party__name", "id"), after=after)
    return Page(tuple(BookHead(row.pk, row.party_id, row.party.name, Month.of(row.starts)) for row in page.rows),
                page.next_key)


def chart_of_book(book_id: UUID) -> Chart:
    """The accounts of a book with the statement lines of its chart file; the caller has scoped the book."""
    return known_accounts(book_id)[0]


def known_accounts(book_id: UUID, newest: int | None = None) -> tuple[Chart, dict[str, int]]:
    """The chart of a book and the key of each account, kept in memory: no account changes, but one may be added.

    Whoever has read the newest account already hands it over.
    """
    return _known_accounts(book_id, newest_account(book_id) if newest is None else newest)


def forget_accounts() -> None:
    """Books were thrown away and made anew, as a demonstration does."""
    _known_accounts.cache_clear()
    forget_newest()


@lru_cache(maxsize=256)
def _known_accounts(book_id: UUID, _newest: int) -> tuple[Chart, dict[str, int]]:
    units = Unit.objects.filter(book=OuterRef("pk")).order_by("code").values("chart")
    own, of_units = Book.objects.values_list("chart", ArraySubquery(units)).get(pk=book_id)
    accounts, charts = list(Account.objects.filter(book_id=book_id).order_by("code")), [own, *of_units]
    lines = {line.code: line for one in charts for line in lines_of_chart(one)}
    whole = chart((account_of(one) for one in accounts), lines.values())
    return whole, {one.code: one.pk for one in accounts}


def account_of(row: Account) -> ChartAccount:
    """An account as the domain knows it."""
    return ChartAccount(
        row.code, row.name_id, row.name_en, row.group, row.line, row.contra, row.scope, row.per_member, row.cash,
        row.role, row.header, row.unit, row.pair,
    )


def voucher(viewer: Viewer, id: UUID) -> VoucherCard | None:
    """One voucher; None for a stranger."""
    row: Any = joined(viewer, Voucher.objects.filter(pk=id, book__in=readable(viewer))).first()
    return voucher_cards((row,), called)[0] if row is not None else None


def vouchers(viewer: Viewer, book_id: UUID, *, state: str = "", text: str = "", after: str = "") -> Page:
    """A page of the vouchers of a book, newest day first; nothing for a stranger.

    Texts are searched by who sees names: who does not would learn from what is found whose voucher it is.
    """
    rows = Voucher.objects.filter(book_id=book_id, book__in=readable(viewer))
    rows = rows.filter(posted=state == POSTED) if state else rows
    rows = rows.filter(for_viewer(viewer)) if state == CHECK else rows
    rows = rows.filter(text__icontains=text, book__in=readable_by_name(viewer)) if text else rows
    page = page_of(joined(viewer, rows), order=("-day", "-id"), after=after)
    return Page(voucher_cards(page.rows, texts_called), page.next_key)


def joined(viewer: Viewer, rows: QuerySet[Voucher]) -> QuerySet[Voucher]:
    """Vouchers with their people, their pair, and whether the viewer sees single members there."""
    by_name = Exists(readable_by_name(viewer).filter(pk=OuterRef("book_id")))
    return rows.annotate(by_name=by_name).select_related("made_by", "posted_by", "reverses", "reversed_by")


def voucher_cards(rows: Sequence[Any], calling: Callable[..., Calling]) -> tuple[VoucherCard, ...]:
    """The `joined` vouchers of one book; `calling` tells how their members are called."""
    by_name = all(row.by_name for row in rows)
    told = calling(rows[0].book_id, [row.lines for row in rows], by_name=by_name) if rows else AS_WRITTEN
    return tuple(_voucher_card(row, told) for row in rows)


def _voucher_card(row: Voucher, told: Calling) -> VoucherCard:
    other = getattr(row, "reversed_by", None)
    lines = tuple(replace(one, note=told.text(one.note, row.lines)) for one in lines_of(row.lines))
    return VoucherCard(
        row.pk, row.book_id, row.kind, written(row.kind, row.day, row.number), row.nature, row.day,
        told.text(row.text, row.lines), lines, POSTED if row.posted else DRAFT, row.revised, str(row.made_by),
        str(row.posted_by or ""), row.posted_at, name_of(row.reverses), name_of(other), _between(row), row.made_at,
        told.labels, row.made_by_id,
    )


def _between(row: Voucher) -> int:
    """What stands in debit on accounts between units; only accounts of units have a hyphen in their number."""
    if not any("-" in one["account"] for one in row.lines):
        return 0
    accounts = chart_of_book(row.book_id).accounts
    found = (one["amount"] for one in row.lines if one["account"] in accounts and accounts[one["account"]].pair)
    return sum(amount for amount in found if amount > 0)


def name_of(row: Voucher | None) -> str:
    """The number of a voucher; '' for none."""
    return written(row.kind, row.day, row.number) if row is not None else ""


def lines_of(stored: Iterable[dict[str, object]]) -> tuple[Line, ...]:
    """The lines of a draft as they are kept."""
    return tuple(Line(**one) for one in stored)  # type: ignore[arg-type]  # written by services.drafting


def stored(lines: Iterable[Line]) -> list[dict[str, object]]:
    """Lines as a draft keeps them."""
    return [{"account": one.account, "amount": one.amount, "member": one.member, "note": one.note} for one in lines]


def _card(viewer: Viewer, rows: QuerySet[Book]) -> BookCard | None:
    own = Unit.objects.filter(book=OuterRef("pk")).order_by("code")
    named = rows.annotate(
        codes=ArraySubquery(own.values("code")), names=ArraySubquery(own.values("name")),
        charts=ArraySubquery(own.values("chart")),
        by_name=Exists(readable_by_name(viewer).filter(pk=OuterRef("pk"))),
    )  # fmt: skip
    row: Any = named.select_related("party").first()
    if row is None:
        return None
    periods = Period.objects.filter(book=row).select_related("closed_by").order_by("month")
    return BookCard(
        row.pk, row.party_id, row.party.name, row.party.village_id, row.chart, row.chart_sha256, Month.of(row.starts),
        tuple(_period(one) for one in periods), keeps(viewer, row),
        tuple(zip(row.codes, row.names, strict=True)), row.by_name,
        tuple((unit, chart.partition("/")[0]) for unit, chart in zip((HEAD, *row.codes), (row.chart, *row.charts),
                                                                     strict=True)),
    )  # fmt: skip


def _period(row: Period) -> PeriodLine:
    return PeriodLine(
        Month.of(row.month), row.closed_at, str(row.closed_by or ""), row.balances or {}, row.digest
    )
