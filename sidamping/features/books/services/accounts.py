"""Adds an account under one of the chart: it takes group, statement line and behaviour from it, never a role."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.ledger.chart import Account as ChartAccount
from sidamping.domain.ledger.chart import Chart
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Account
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.newest import forget_newest
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

LONGEST = 8
"""Digits of an account number."""


@transaction.atomic
def add_account(*, by: Viewer, book: UUID, under: str, code: str, name: str, name_en: str = "") -> str:
    """The code of the new account. Sent twice it is one; with another name under the same code it is refused."""
    kept, code, name = kept_book(by, book), code.strip(), name.strip()
    take_turns(book)
    chart = chart_of_book(book)
    above = chart.accounts.get(under)
    if above is None or above.header:
        raise Refused(problem("BOOKS_060", "under", **_told(code, under, under)))
    if above.unit and not code.endswith(f"-{above.unit}"):
        code = f"{code}-{above.unit}"
    there = chart.accounts.get(code)
    if there is not None and name and there.id == name and _like(there, above) and _below(code, above):
        return code
    refuse_if([*_faults(chart, above, code), *([] if name else [problem("GENERAL_001", "name", label=_("Nama akun"))])])
    made = Account.objects.create(
        book=kept, code=code, name_id=name, name_en=name_en.strip() or name, group=above.group, line=above.line,
        contra=above.contra, scope=above.scope, per_member=above.per_member, cash=above.cash, unit=above.unit,
    )  # fmt: skip
    forget_newest()
    tell("account_added", by, book, kept, account=made.code, name=made.name_id, under=under)
    return made.code


def _faults(chart: Chart, above: ChartAccount, code: str) -> list[Problem]:
    """The number is taken, or does not stand below the account it is to be like."""
    there = chart.accounts.get(code)
    if there is not None:
        return [problem("BOOKS_059", "code", seen=code, account=f"{there.code} {there.id}")]
    if not _below(code, above) or above.pair:
        return [problem("BOOKS_060", "code", **_told(code, f"{above.code} {above.id}", above.code))]
    return []


def _below(code: str, above: ChartAccount) -> bool:
    """Whether the number goes on from that of the account above; both end with the unit they belong to."""
    mark = f"-{above.unit}" if above.unit else ""
    digits, begun = code.removesuffix(mark), above.code.removesuffix(mark)
    told = digits.isascii() and digits.isdigit() and len(digits) <= LONGEST
    return told and code.endswith(mark) and digits.startswith(begun) and digits != begun


def _like(one: ChartAccount, above: ChartAccount) -> bool:
    return (one.group, one.line, one.contra) == (above.group, above.line, above.contra)


def _told(code: str, account: str, prefix: str) -> dict[str, str]:
    return {"seen": code[:20], "account": account[:60], "prefix": prefix[:20], "example": f"{prefix[:20]}01"}
