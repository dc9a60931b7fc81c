"""A book as hledger, beancount or CSV reads it, so that independent programs add it up again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator

from sidamping.domain.ledger.chart import Account, Chart
from sidamping.domain.ledger.entries import Entry

ROOTS = {
    "assets": "Assets", "liabilities": "Liabilities", "equity": "Equity", "income": "Income", "expense": "Expenses",
}
COLUMNS = (
    "number", "day", "nature", "reverses", "text", "line", "account", "name", "unit", "member", "debit", "credit",
    "note",
)


def hledger(entries: Iterable[Entry], chart: Chart) -> Iterator[str]:
    """The journal of hledger and ledger-cli; accounts by group, unit and code, the member as a tag."""
    for one in chart.accounts.values():
        if not one.header:
            unit = f", unit:{one.unit}" if one.unit else ""
            yield f"account {_hledger_name(one)}  ; {_plain(one.id)}{unit}\n"
    for entry in entries:
        yield f"\n{entry.day} * ({entry.number}) {_plain(entry.text)}\n"
        for line in entry.lines:
            member = f"  ; member:{line.member}" if line.member else ""
            yield f"    {_hledger_name(chart.accounts[line.account])}  IDR {line.amount}{member}\n"


def beancount(entries: Iterable[Entry], chart: Chart) -> Iterator[str]:
    """The ledger of beancount; accounts are opened on the first day that calendars know."""
    yield 'option "operating_currency" "IDR"\n'
    for one in chart.accounts.values():
        if not one.header:
            yield f"1900-01-01 open {_beancount_name(one)} IDR\n"
            if one.unit:
                yield f'  unit: "{one.unit}"\n'
    for entry in entries:
        yield f'\n{entry.day} * "{entry.number}" "{_quoted(entry.text)}"\n'
        for line in entry.lines:
            yield f"  {_beancount_name(chart.accounts[line.account])}  {line.amount} IDR\n"
            if line.member:
                yield f'    member: "{line.member}"\n'


def table(entries: Iterable[Entry], chart: Chart) -> Iterator[str]:
    """One line of CSV per posting, debit and credit apart; texts that a sheet would take for a formula are quoted."""
    yield _row(COLUMNS)
    for entry in entries:
        for at, line in enumerate(entry.lines, 1):
            debit, credit = (line.amount, "") if line.amount > 0 else ("", -line.amount)
            account = chart.accounts[line.account]
            yield _row((
                entry.number, entry.day, entry.kind, entry.reverses, _harmless(entry.text), at, line.account,
                account.id, account.unit, line.member, debit, credit, _harmless(line.note),
            ))


FORMATS: dict[str, Callable[[Iterable[Entry], Chart], Iterator[str]]] = {
    "hledger": hledger, "beancount": beancount, "csv": table,
}


def _hledger_name(one: Account) -> str:
    return ":".join(filter(None, (ROOTS[one.group], one.unit, one.code)))


def _beancount_name(one: Account) -> str:
    """Parts of a name begin with a capital or a digit and hold letters, digits and hyphens."""
    code = re.sub(r"[^A-Za-z0-9-]", "-", one.code)
    return ":".join(filter(None, (ROOTS[one.group], one.unit.capitalize(), code[:1].upper() + code[1:])))


def _plain(text: str) -> str:
    """One line without the sign that begins a comment."""
    return " ".join(text.replace(";", ",").replace("|", "/").split())


def _quoted(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')


def _harmless(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _row(values: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue()
