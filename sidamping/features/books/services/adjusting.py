"""Drafts an adjusting voucher from the lines that a guided adjustment proposes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.ledger.entries import ADJUSTING, Line
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Voucher
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.drafting import Drafted, VoucherDraft, draft_voucher
from sidamping.features.books.services.keeping import kept_book
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def draft_adjustment(
    *, by: Viewer, id: UUID, book: UUID, day: date, text: str, lines: Iterable[Line], now: datetime,
    measured: str = "",
) -> Drafted:
    """One draft of nature 'adjusting'; Refused when there is nothing to adjust. Sent twice, it is one draft.

    `measured` is the account that was counted against the books: while a draft waits on it, no second one is made,
    for both would book the whole difference.
    """
    kept = tuple(lines)
    if not kept:
        raise Refused(problem("BOOKS_049"))
    kept_book(by, book)
    take_turns(book)
    refuse_if(_waiting(id, book, measured))
    return draft_voucher(by=by, id=id, book=book, draft=VoucherDraft("BM", day, text, kept, ADJUSTING), now=now)


def _waiting(id: UUID, book: UUID, measured: str) -> list[Problem]:
    if not measured:
        return []
    rows = Voucher.objects.filter(book_id=book, nature=ADJUSTING, posted=False, lines__contains=[{"account": measured}])
    there = rows.exclude(pk=id).select_related("made_by").first()
    if there is None:
        return []
    name = written(there.kind, there.day, None)
    return [problem("BOOKS_071", "", voucher=name, account=measured, name=str(there.made_by))]
