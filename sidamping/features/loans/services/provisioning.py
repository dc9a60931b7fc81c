"""Proposes the entry that brings the allowance for loan losses to what the classes of a day ask for."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import ADJUSTING, Line
from sidamping.domain.money import rupiah
from sidamping.domain.periods import short_day
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.loans.models import Provision
from sidamping.features.loans.queries import Portfolio, portfolio
from sidamping.features.loans.services.keeping import day_faults, draft, kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def draft_provision(*, by: Viewer, id: UUID, book: UUID, on: date, now: datetime) -> UUID:
    """The draft of the change; another person posts it. Sent twice, it is one draft."""
    at = kept(by, book)
    take_turns(book)
    if Provision.objects.filter(pk=id, book_id=book).exists():
        return id
    refuse_if(day_faults(on, at.starts, by, "per"))
    _none_waits(book)
    found = portfolio(at, on)
    if not found.change:
        raise Refused(problem("LOANS_023", "", day=on, needed=rupiah(found.needed)))
    chart = books.savings_chart(book)
    lines = (Line(chart.role("doubtful_expense").code, found.change), Line(chart.role("allowance").code, -found.change))
    text = f"Penyisihan pinjaman tak tertagih per {short_day(on)}"
    draft(by=by, id=id, book=book, kind="BM", day=on, text=text, lines=lines, now=now, nature=ADJUSTING)
    Provision.objects.create(
        id=id, book_id=book, on=on, needed=found.needed, held=found.held, classes=_kept(found), rule=found.rule.path,
        rule_sha256=found.rule.sha256, voucher=id, made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
    tell("provisioned", by, id, at, needed=found.needed, held=found.held, on=str(on))
    return id


def _none_waits(book: UUID) -> None:
    drafted = Provision.objects.filter(book_id=book).values_list("voucher", flat=True)
    for one in books.bound(book, list(drafted)).values():
        if not one.posted:
            raise Refused(problem("LOANS_036", "", voucher=one.number))


def _kept(found: Portfolio) -> list[dict[str, Any]]:
    return [
        {**asdict(sums), "from_days": of.from_days, "percent": str(of.provision)} for of, sums in found.classes
    ]
