"""Changes in equity: each part of it from the first day to the last, what was added and what was taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sidamping.domain.ledger.balances import Balances
from sidamping.domain.ledger.chart import EQUITY, REAL, Account, Chart
from sidamping.domain.ledger.sheets import LINE, TOTAL, Cell, Row, Term, added
from sidamping.domain.ledger.statements import CURRENT_SURPLUS
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem

FIRST, MORE, LESS, LAST = range(4)
SURPLUS_OF_YEAR = Account("", "SHU tahun berjalan", "Surplus of the year", EQUITY, CURRENT_SURPLUS)


@dataclass(frozen=True)
class EquityMoves:
    """Balances before the span with its opening entries, both sides of each account within it, and the surplus made."""

    before: Balances
    sides: Mapping[str, tuple[int, int]]
    earned: int
    closed: int


def equity_rows(chart: Chart, moves: EquityMoves, held: int) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """A row for each line of equity and the sum; `held` is the equity of the balance sheet it must end at."""
    rows: dict[str, Row] = {}
    for line in (one for one in chart.lines if one.section == EQUITY):
        own = [one for _, one in sorted(chart.accounts.items()) if one.line == line.code and not one.header]
        parts = [(one, _moved(one, moves)) for one in own]
        rows[line.code] = _row(line.code, line.id, line.en, [(one, part) for one, part in parts if any(part)])
    carried = -sum(amount for code, amount in moves.before.items() if chart.accounts[code].group not in REAL)
    made = (carried, max(moves.earned, 0) + max(-moves.closed, 0), max(-moves.earned, 0) + max(moves.closed, 0))
    rows[CURRENT_SURPLUS] = _row(CURRENT_SURPLUS, SURPLUS_OF_YEAR.id, SURPLUS_OF_YEAR.en, [(SURPLUS_OF_YEAR, made)])
    keys = list(rows)
    cells = tuple(added([Term(key, at) for key in keys], rows) for at in range(4))
    rows["total"] = Row(TOTAL, "total", "Jumlah ekuitas", "Total equity", cells)
    return tuple(rows.values()), _untied(rows["total"], held)


def _moved(account: Account, moves: EquityMoves) -> tuple[int, int, int]:
    debit, credit = moves.sides.get(account.code, (0, 0))
    return -moves.before.get(account.code, 0), credit, debit


def _row(key: str, id: str, en: str, parts: list[tuple[Account, tuple[int, int, int]]]) -> Row:
    first, more, less = (sum(part[at] for _, part in parts) for at in range(3))
    last = Cell(first + more - less, (Term(key, FIRST), Term(key, MORE), Term(key, LESS, -1)))
    accounts = tuple((one, (*part, part[0] + part[1] - part[2])) for one, part in parts)
    return Row(LINE, key, id, en, (Cell(first), Cell(more), Cell(less), last), accounts)


def _untied(total: Row, held: int) -> tuple[Problem, ...]:
    made = total.value(LAST)
    if made == held:
        return ()
    told = {"made": rupiah(made), "other": rupiah(held), "apart": rupiah(abs(made - held))}
    return (problem("STATEMENTS_004", "equity", where="Perubahan ekuitas", **told),)
