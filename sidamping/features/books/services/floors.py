"""Tells when a voucher would take more from a member's account than stands there: savings paid out, loans paid back.

The database holds the same line when it is posted (migrations/0009). A reversal undoes what was posted in any case.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import Greatest

from sidamping.domain.ledger.chart import ASSETS, EQUITY, LIABILITIES, Account, Chart
from sidamping.domain.ledger.entries import REVERSING
from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, problem
from sidamping.features.books.models import Posting, Voucher
from sidamping.features.books.queries.cards import chart_of_book, lines_of
from sidamping.features.books.queries.numbers import written
from sidamping.features.parties.queries import party_names
from sidamping.platform.database.ids import read_id

FLOOR = "books_member_floor"
"""The guard of the database."""
Key = tuple[str, str]
"""Account code and member."""


def too_much(row: Voucher, chart: Chart, ids: Mapping[str, int]) -> list[Problem]:
    """A problem for each account of a member that would fall below nothing on the voucher's day or later."""
    taken = dict(_taken(row, chart.accounts)) if row.nature != REVERSING else {}
    if not taken:
        return []
    left = _lowest(taken, ids, chart.accounts, row.day)
    name = written(row.kind, row.day, row.number)
    return [
        _short(chart.accounts[code].group, voucher=name, account=f"{code} {chart.accounts[code].id}", member=member,
               short=amount - left[code, member], day=row.day)
        for (code, member), amount in taken.items() if amount > left[code, member]
    ]  # fmt: skip


def fallen(detail: str, book: UUID) -> Problem:
    """The same, told by what the database refused: somebody was faster, or an import takes what is not there."""
    seen = json.loads(detail)
    code = seen["account"].partition(" ")[0]
    return _short(
        chart_of_book(book).accounts[code].group, voucher=written(seen["kind"], date.fromisoformat(seen["day"]), None),
        account=seen["account"], member=seen["member"], short=seen["short"], day=date.fromisoformat(seen["at"]),
    )  # fmt: skip


def _short(group: str, *, voucher: str, account: str, member: str, short: int, day: date) -> Problem:
    """Of savings told as money that is not there, of a loan as more than is owed."""
    names = party_names([UUID(member)])
    told = {"account": account, "name": names[UUID(member)].name if names else member, "short": rupiah(short)}
    return problem("LOANS_048" if group == ASSETS else "BOOKS_073", "lines", voucher=voucher, day=day, **told)


def _taken(row: Voucher, accounts: Mapping[str, Account]) -> Iterator[tuple[Key, int]]:
    """What the voucher takes in all from each account that is kept per member."""
    lines = sorted((one.account, one.member, one.amount) for one in lines_of(row.lines) if read_id(one.member))
    for (code, member), own in groupby(lines, key=lambda one: one[:2]):
        account = accounts.get(code)
        if account is not None and account.per_member and account.group in (ASSETS, LIABILITIES, EQUITY):
            amount = -account.shown(sum(one[2] for one in own))
            if amount > 0:
                yield (code, member), amount


def _lowest(
    taken: Mapping[Key, int], ids: Mapping[str, int], accounts: Mapping[str, Account], day: date
) -> Mapping[Key, int]:
    """The lowest balance of each from the end of the day on."""
    codes = {ids[code]: code for code, _member in taken}
    rows = Posting.objects.filter(account_id__in=codes, member_id__in={member for _code, member in taken})
    sums = rows.values_list("account_id", "member_id", Greatest("day", day)).annotate(Sum("amount"))
    balance: dict[Key, int] = dict.fromkeys(taken, 0)
    lowest = dict(balance)
    for id, member, at, amount in sorted(sums, key=lambda one: one[2]):
        key = codes[id], str(member)
        if key in balance:
            balance[key] += accounts[key[0]].shown(amount)
            lowest[key] = balance[key] if at == day else min(lowest[key], balance[key])
    return lowest
