"""The statements of a book as sheets, for pages, papers, workbooks and other rooms: one entry, by name (E10, E11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from uuid import UUID

from sidamping.domain.ledger.balances import trial_balance
from sidamping.domain.ledger.chart import REAL, Account, Chart
from sidamping.domain.ledger.daybooks import CashMove, account_sheet, cash_sheet, journal, notes, policies
from sidamping.domain.ledger.entries import CLOSING, OPENING
from sidamping.domain.ledger.forms import ledger
from sidamping.domain.ledger.reports import (
    balance_report,
    cash_report,
    ending,
    equity_report,
    indirect_report,
    spanning,
    surplus_report,
    trial_report,
    worksheet_report,
)
from sidamping.domain.ledger.sheets import Sheet
from sidamping.domain.ledger.statements import balance_sheet
from sidamping.domain.ledger.statements import surplus as surplus_of
from sidamping.domain.ledger.units import only, savings_unit, within
from sidamping.domain.problems import problem
from sidamping.domain.ratios.promotion import Promoted, promotion_report
from sidamping.features.books.models import Book
from sidamping.features.books.queries import flows
from sidamping.features.books.queries.amounts import sums
from sidamping.features.books.queries.asking import Ask
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.consolidating import BESIDE, consolidated, left
from sidamping.features.books.queries.entries import entries_on, posted_entries
from sidamping.features.books.queries.ratios import stated_figures
from sidamping.features.books.queries.reading import cash_days, earned
from sidamping.features.books.queries.scope import names_seen
from sidamping.features.books.queries.words import named
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.layouts import standard_on

PARTICIPATION = "gross-participation"
MOST_VOUCHERS = 3000
"""A paper or workbook of a journal holds no more; whoever needs more asks for fewer days."""


def statement(viewer: Viewer, book_id: UUID, name: str, ask: Ask) -> tuple[Sheet, ...] | None:
    """The sheets of a statement; None for a stranger. KeyError for a name that no statement has."""
    made = STATEMENTS[name]
    named = names_seen(viewer, book_id)
    if named is None:
        return None
    ask = replace(ask, by_name=named)
    if not ask.beside:
        return made(book_id, ask)
    return consolidated(book_id, name, ask) if name in BESIDE else made(book_id, replace(ask, unit=None))


def _balance(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    chart, found = _seen(book_id, ask), flows.sums_at(book_id, (ask.at, ask.before))
    made = balance_report(ask.layout, chart, [within(chart, one) for one in found], ending(ask.at, ask.before))
    apart = left(chart_of_book(book_id), found[0]) if ask.unit is None else ()
    return (replace(made, faults=(*made.faults, *apart)),)


def _surplus(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    chart, found = _seen(book_id, ask), earned(book_id, ask.at, ask.before)
    made = [within(chart, one) for one in found]
    return (surplus_report(ask.layout, chart, made, spanning(ask.at, ask.before)),)


def _cash(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    chart, columns = _seen(book_id, ask), spanning(ask.at, ask.before)
    found = [one.of(chart) for one in flows.spans(book_id, ask.spans)]
    moves, moved = flows.cash_moves(book_id, found, chart), [one.without(OPENING, CLOSING) for one in found]
    return cash_report(ask.cash, chart, moves, columns), indirect_report(chart, moved, moves, columns)


def _equity(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    chart, span = _span(book_id, ask)
    return (equity_report(chart, flows.equity_moves(book_id, span, chart), balance_sheet(chart, span.at).equity),)


def _trial(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    chart = _seen(book_id, ask)
    return (trial_report(trial_balance(chart, within(chart, sums(book_id, ask.at)))),)


def _worksheet(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    chart, span = _span(book_id, ask)
    nominal = {code: one for code, one in span.without(CLOSING).items() if chart.accounts[code].group not in REAL}
    return (worksheet_report(flows.worksheet(chart, span), surplus_of(chart, nominal).after_tax),)


def _journal(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    found = list(islice(posted_entries(book_id, ask.since, ask.at), MOST_VOUCHERS + 1))
    made = journal(found[:MOST_VOUCHERS], chart_of_book(book_id))
    return (_cut(made) if len(found) > MOST_VOUCHERS else made,)


def _account(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    """The ledger of the account asked for, else of cash."""
    chart = chart_of_book(book_id)
    account = chart.accounts.get(ask.code) or chart.role("cash")
    entries = entries_on(book_id, account.code, ask.since, ask.at, by_name=ask.by_name)
    read = ledger(account, entries, since=ask.since, until=ask.at)
    opening = flows.sums_at(book_id, (ask.since - timedelta(days=1),))[0].get(account.code, 0)
    moved = tuple(replace(one, balance=one.balance + opening) for one in read.postings[:MOST_VOUCHERS])
    made = account_sheet(replace(read, opening=opening, postings=moved))
    return (_cut(made) if len(read.postings) > MOST_VOUCHERS else made,)


def _cash_book(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    chart = chart_of_book(book_id)
    read = cash_days(book_id, ask.since, ask.at, by_name=ask.by_name, most=MOST_VOUCHERS)
    made = cash_sheet(read.opening, (
        CashMove(one.day, one.number, one.text, named(chart.accounts[one.purse]), one.came, one.went)
        for one in read.lines
    ))  # fmt: skip
    return (_cut(made) if read.more else made,)


def _promotion(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    chart = _seen(book_id, ask)
    found = [one.of(chart) for one in flows.spans(book_id, ask.spans)]
    stated = stated_figures(book_id, {one.until.year for one in found})
    years = [
        Promoted(_participation(chart, one), {
            name: said.amount for name, said in stated.get(one.until.year, {}).items()
        })
        for one in found
    ]  # fmt: skip
    return (promotion_report(years, spanning(ask.at, ask.before)),)


def _participation(chart: Chart, span: flows.Span) -> list[tuple[Account, int]]:
    """What members paid for services, by account, as it was before the year was closed."""
    made = surplus_of(chart, span.without(CLOSING))
    return [part for one in made.figures if one.section == PARTICIPATION for part in one.accounts]


def _notes(book_id: UUID, ask: Ask) -> tuple[Sheet, ...]:
    book, chart = Book.objects.select_related("party").get(pk=book_id), chart_of_book(book_id)
    savings_and_loan = book.chart.startswith("ksp") or bool(savings_unit(chart))
    standard, rule = standard_on(ask.at, savings_and_loan)
    return (notes(_balance(book_id, ask)[0], policies(book.party.name, standard, rule.cite, ask.layout, chart)),)


def _seen(book_id: UUID, ask: Ask) -> Chart:
    """The accounts that the statement is about."""
    return only(chart_of_book(book_id), ask.unit)


def _span(book_id: UUID, ask: Ask) -> tuple[Chart, flows.Span]:
    """The accounts and what they did in the year up to the day."""
    chart = _seen(book_id, ask)
    return chart, flows.spans(book_id, ask.spans[:1])[0].of(chart)


def _cut(made: Sheet) -> Sheet:
    return replace(made, faults=(*made.faults, problem("STATEMENTS_005", made.name, most=MOST_VOUCHERS)))


STATEMENTS: Mapping[str, Callable[[UUID, Ask], tuple[Sheet, ...]]] = {
    "neraca-saldo": _trial, "neraca-lajur": _worksheet, "neraca": _balance, "phu": _surplus, "arus-kas": _cash,
    "ekuitas": _equity, "jurnal": _journal, "buku-besar": _account, "calk": _notes, "buku-kas": _cash_book,
    "promosi": _promotion,
}
