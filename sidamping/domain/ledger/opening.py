"""The opening balance as people list it: what the cooperative owns, owes and holds as capital, members apart (E10).

Rows become signed lines whatever else is wrong with them, so that a draft loses nothing; the faults are told beside
them. An amount that nobody can read becomes no line: it is `unread`, and no draft is written of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sidamping.domain.figures import MOST, short, typed_rupiah
from sidamping.domain.ledger.chart import ASSETS, REAL, Account, Chart
from sidamping.domain.ledger.entries import Line
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem


@dataclass(frozen=True)
class OpeningRow:
    """One row as typed: where it stands, the account's code, the amount in words, and the member's number if any."""

    place: str
    account: str
    amount: str
    member: str = ""


@dataclass(frozen=True)
class OpeningRead:
    """The lines of all the rows, and everything that is wrong with them; `unread` when an amount is among it."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    unread: bool = False


def opening_read(rows: Iterable[OpeningRow], chart: Chart, members: Mapping[str, str]) -> OpeningRead:
    """The rows as lines of the opening voucher; `members` names the party of each member number. Empty rows vanish."""
    lines: list[Line] = []
    found: list[Problem] = []
    unread = False
    stood: dict[tuple[str, str], str] = {}
    for row in rows:
        account = chart.accounts.get(row.account)
        amount = typed_rupiah(row.amount, zero=True, signed=account is None or account.either_side)
        if not amount:
            continue
        if isinstance(amount, str):
            unread = True
            found.append(_unread(row, amount))
        else:
            member = members.get(row.member, row.member)
            lines.append(Line(row.account, account.shown(amount) if account else amount, member))
        found += _of_row(row, chart, members, stood)
    return OpeningRead(tuple(lines), tuple(found), unread)


def opening_faults(lines: Iterable[Line], chart: Chart) -> Iterator[Problem]:
    """What an opening voucher must keep to besides what every voucher must.

    Real accounts only, each on its own side, and both sides alike.
    """
    kept = list(lines)
    for one in kept:
        account = chart.accounts.get(one.account)
        if account is not None and account.group not in REAL:
            yield problem("BOOKS_044", "lines", place=one.account, account=_named(account))
        elif account is not None and not account.either_side and account.shown(one.amount) < 0:
            yield problem("FIGURES_007", "lines", key=_named(account), seen=rupiah(account.shown(one.amount)))
    assets, claims = totals(kept, chart)
    if assets != claims:
        told = {"assets": rupiah(assets), "claims": rupiah(claims), "difference": rupiah(abs(assets - claims))}
        yield problem("BOOKS_042", "", **told)


def totals(lines: Iterable[Line], chart: Chart) -> tuple[int, int]:
    """What is owned, and what is owed together with the capital; a line of an unknown account counts as owned."""
    assets = claims = 0
    for one in lines:
        account = chart.accounts.get(one.account)
        if account is None or account.group == ASSETS:
            assets += one.amount
        else:
            claims -= one.amount
    return assets, claims


def _unread(row: OpeningRow, code: str) -> Problem:
    """What is wrong with an amount; '#REF!' and the like stand where Excel could not reckon it."""
    if row.amount.startswith("#"):
        return problem("BOOKS_045", row.place, place=row.place, seen=row.amount[:30])
    return problem(code, row.place, key=row.place, seen=short(row.amount), most=rupiah(MOST))


def _of_row(
    row: OpeningRow, chart: Chart, members: Mapping[str, str], stood: dict[tuple[str, str], str]
) -> Iterator[Problem]:
    account = chart.accounts.get(row.account)
    if account is None:
        yield problem("BOOKS_043", row.place, place=row.place, seen=row.account[:30])
    elif account.header or account.group not in REAL:
        yield problem("BOOKS_044", row.place, place=row.place, account=_named(account))
    elif account.per_member and not row.member:
        yield problem("BOOKS_047", row.place, place=row.place, account=_named(account))
    if row.member and row.member not in members:
        yield problem("BOOKS_046", row.place, place=row.place, seen=row.member[:30])
    first = stood.setdefault((row.account, row.member), row.place)
    if first != row.place:
        told = _named(account) if account else row.account[:30]
        yield problem("BOOKS_066", row.place, place=row.place, account=told, first=first)


def _named(account: Account) -> str:
    return f"{account.code} {account.id}"
