"""Drafts the voucher that shares a surplus among funds and members; another person posts it after the meeting."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sidamping.domain.ledger.entries import Line
from sidamping.domain.shu.distribution import Distribution
from sidamping.domain.shu.posting import posting
from sidamping.features.books.queries import SurplusBasis, chart_of_book
from sidamping.features.books.services.drafting import Drafted, VoucherDraft, draft_voucher
from sidamping.platform.access.viewer import Viewer


def draft_sharing(
    *, by: Viewer, id: UUID, book: UUID, made: Distribution, basis: SurplusBasis, day: date, text: str, now: datetime
) -> Drafted:
    """The draft of the entry; Refused while a rupiah has no fund. Sent twice, it is one draft."""
    chart = chart_of_book(book)
    parties = {str(one.number): str(one.party_id) for one in basis.members}
    lines = tuple(
        Line(chart.role(one.role).code, one.amount, parties.get(one.member, "")) for one in posting(made)
    )
    return draft_voucher(by=by, id=id, book=book, draft=VoucherDraft("BM", day, text, lines), now=now)
