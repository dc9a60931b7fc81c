"""Drafts an adjusting voucher from the lines that a guided adjustment proposes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sidamping.domain.ledger.entries import ADJUSTING, Line
from sidamping.domain.problems import Refused, problem
from sidamping.features.books.services.drafting import Drafted, VoucherDraft, draft_voucher
from sidamping.platform.access.viewer import Viewer


def draft_adjustment(
    *, by: Viewer, id: UUID, book: UUID, day: date, text: str, lines: Iterable[Line], now: datetime
) -> Drafted:
    """One draft of nature 'adjusting'; Refused when there is nothing to adjust. Sent twice, it is one draft."""
    kept = tuple(lines)
    if not kept:
        raise Refused(problem("BOOKS_049"))
    return draft_voucher(by=by, id=id, book=book, draft=VoucherDraft("BM", day, text, kept, ADJUSTING), now=now)
