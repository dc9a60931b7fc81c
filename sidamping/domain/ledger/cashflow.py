"""Cash flow from the postings beside cash: sources and uses, and the reconciliation from the surplus. Both must end at
the cash of the ledger; where they do not, a fault is told. Depreciation moves no cash: it stands in the reconciliation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sidamping.domain.ledger.balances import Balances
from sidamping.domain.ledger.chart import ASSETS, REAL, Chart
from sidamping.domain.ledger.entries import OPENING, REVERSING, Entry
from sidamping.domain.ledger.equity import SURPLUS_OF_YEAR
from sidamping.domain.ledger.layouts import IN, OUT, Amount, Plan, laid
from sidamping.domain.ledger.layouts import OPENING as OPENING_CASH
from sidamping.domain.ledger.sheets import HEAD, LINE, SUM, TOTAL, Cell, Row, Term, added
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem

Flows = Mapping[tuple[str, str], int]
"""Account and direction to what moved cash that way; a reversal lessens what it turns back."""


@dataclass(frozen=True)
class CashMoves:
    """The cash of a span: what there was (openings of the span included), what moved it, and what the ledger holds."""

    opening: int
    flows: Flows
    closing: int


def flows(chart: Chart, entries: Iterable[Entry]) -> dict[tuple[str, str], int]:
    """What the lines beside cash did to it, of entries that touch cash; opening entries only carry over."""
    found: dict[tuple[str, str], int] = {}
    for entry in entries:
        if entry.kind == OPENING or not any(chart.accounts[one.account].cash for one in entry.lines):
            continue
        for one in entry.lines:
            if not chart.accounts[one.account].cash:
                came = (one.amount < 0) != (entry.kind == REVERSING)
                key = one.account, IN if came else OUT
                found[key] = found.get(key, 0) + (-one.amount if came else one.amount)
    return found


def cash_rows(
    plans: Sequence[Plan], chart: Chart, moves: Sequence[CashMoves]
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The statement in the rows of a layout, one column for each span; the last row must be the ledger's cash."""
    keys = sorted({key for one in moves for key in one.flows})
    amounts = (
        Amount(chart.accounts[code], tuple(one.flows.get((code, flow), 0) for one in moves), flow)
        for code, flow in keys
    )
    given = {OPENING_CASH: tuple(one.opening for one in moves)}
    rows, faults = laid(plans, amounts, len(moves), given)
    return rows, (*faults, *untied(rows[-1], moves))


def untied(last: Row, moves: Sequence[CashMoves]) -> list[Problem]:
    """A fault for each span whose flows do not end at the ledger's cash."""
    return [
        problem("STATEMENTS_002", "cash", made=rupiah(last.value(at)), ledger=rupiah(one.closing),
                apart=rupiah(abs(last.value(at) - one.closing)))
        for at, one in enumerate(moves) if last.value(at) != one.closing
    ]  # fmt: skip


def reconciliation(
    chart: Chart, moved: Sequence[Balances], moves: Sequence[CashMoves]
) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """From the surplus to the change of cash (indirect): what cost no cash, then what other accounts took or gave.

    `moved` is the movement of each account in the span, without opening and closing entries.
    """
    width = len(moved)
    earned = [-sum(amount for code, amount in one.items() if chart.accounts[code].group not in REAL) for one in moved]
    rows: dict[str, Row] = {
        "surplus": Row(LINE, "surplus", "SHU setelah pajak", "Surplus after tax", tuple(map(Cell, earned)),
                       ((SURPLUS_OF_YEAR, tuple(earned)),)),
        "changes": Row(HEAD, "changes", "Penyesuaian", "Adjustments"),
    }
    for key, told, codes in _parts(chart, moved):
        accounts = tuple((chart.accounts[code], tuple(-one.get(code, 0) for one in moved)) for code in codes)
        sums = tuple(Cell(sum(shown[at] for _, shown in accounts)) for at in range(width))
        rows[key] = Row(LINE, key, *told, sums, accounts)
    parts = [key for key, row in rows.items() if row.level == LINE]
    rows["change"] = _sum("change", "Kenaikan (penurunan) kas", "Change of cash", parts, rows, width)
    first = tuple(Cell(one.opening) for one in moves)
    rows["cash-first"] = Row(SUM, "cash-first", "Saldo awal kas", "Cash at the beginning", first)
    rows["cash-last"] = _sum("cash-last", "Saldo akhir kas", "Cash at the end", ["change", "cash-first"], rows, width,
                             TOTAL)
    return tuple(rows.values()), tuple(untied(rows["cash-last"], moves))


def _parts(chart: Chart, moved: Sequence[Balances]) -> list[tuple[str, tuple[str, str], list[str]]]:
    """Accounts that hold no cash, by line: depreciation and allowances first, then assets, liabilities, equity."""
    codes = sorted({code for one in moved for code in one})
    other = [chart.accounts[code] for code in codes if chart.accounts[code].group in REAL]
    other = [one for one in other if not one.cash]
    unpaid = [one.code for one in other if one.group == ASSETS and one.contra]
    found = [("unpaid", ("Penyusutan dan penyisihan (tidak memakai kas)", "Depreciation and allowances (no cash)"),
              unpaid)]
    for line in chart.lines:
        own = [one.code for one in other if one.line == line.code and one.code not in unpaid]
        if own:
            found.append((f"line-{line.code}", (f"Perubahan {line.id.lower()}", f"Change of {line.en.lower()}"), own))
    return found


def _sum(
    key: str, id: str, en: str, keys: Sequence[str], rows: Mapping[str, Row], width: int, level: str = SUM
) -> Row:
    return Row(level, key, id, en, tuple(added([Term(one, at) for one in keys], rows) for at in range(width)))
