"""Moves what members paid above the articles' amounts to their participation capital; a draft for the second person."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import Line
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.domain.savings.products import MANDATORY, PARTICIPATION, PRINCIPAL, ROLES
from sidamping.features.books import queries as books
from sidamping.features.books.services import Drafted, VoucherDraft, draft_voucher
from sidamping.features.savings.queries.bills import owing
from sidamping.features.savings.services.keeping import kept
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def move_excess(
    *, by: Viewer, id: UUID, book: UUID, members: Collection[UUID], day: date, text: str, now: datetime
) -> Drafted:
    """One draft for the chosen members: all above principal and the bills up to the month, less what drafts take."""
    kept(by, book)
    take_turns(book)
    if books.bound(book, [id]):
        return Drafted(0, ())
    chart = books.chart_of_book(book)
    codes = {kind: chart.role(ROLES[kind]).code for kind in (PRINCIPAL, MANDATORY, PARTICIPATION)}
    lines: list[Line] = []
    for one in owing(by, book, Month.of(day), day):
        if one.party_id not in members:
            continue
        party, moved = str(one.party_id), 0
        for kind, amount in ((PRINCIPAL, one.principal_above), (MANDATORY, one.mandatory_above)):
            moved += amount
            if amount:
                lines.append(Line(codes[kind], amount, party))
        if moved:
            lines.append(Line(codes[PARTICIPATION], -moved, party))
    if not lines:
        raise Refused(problem("SAVINGS_021", "members"))
    return draft_voucher(by=by, id=id, book=book, draft=VoucherDraft("BM", day, text.strip(), tuple(lines)), now=now)
