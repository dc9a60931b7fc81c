"""Drafts the voucher that shares a year's surplus once the annual meeting approved it; another person posts it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from sidamping.domain.ledger.entries import Line
from sidamping.domain.problems import Refused, problem
from sidamping.domain.shu.distribution import Distribution
from sidamping.domain.shu.posting import posting
from sidamping.features.books.models import Voucher
from sidamping.features.books.queries import SurplusBasis, approval_at, chart_of_book
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.services.drafting import VoucherDraft, draft_voucher
from sidamping.features.books.services.keeping import kept_book
from sidamping.platform.access.viewer import Viewer


@transaction.atomic
def draft_sharing(
    *, by: Viewer, book: UUID, made: Distribution, basis: SurplusBasis, text: str, now: datetime
) -> UUID:
    """The draft of the entry, dated today: the shared year is closed. Sent again it is the same draft, with the shares
    as they are now.

    Refused: a rupiah without a fund (SHU_007), a year or part of one that no meeting approved (SHU_015), a year that
    was shared already and not turned back (SHU_016).
    """
    kept = kept_book(by, book)
    year = basis.at.year
    if approval_at(kept.pk, basis.at) is None:
        raise Refused(problem("SHU_015", "", year=year))
    id, revised = _place(kept.pk, year)
    chart = chart_of_book(book)
    parties = {str(one.number): str(one.party_id) for one in basis.members}
    lines = tuple(
        Line(chart.role(one.role).code, one.amount, parties.get(one.member, "")) for one in posting(made)
    )
    draft_voucher(by=by, id=id, book=book, draft=VoucherDraft("BM", by.on, text, lines), now=now, seen=revised)
    return id


def _place(book: UUID, year: int) -> tuple[UUID, int]:
    """The one voucher that may share a year, and how often its draft was changed.

    Its id follows from book and year, so that two people at once write the same one; each that was turned back makes
    room for the next.
    """
    id = uuid5(book, f"shu {year}")
    while (row := Voucher.objects.select_related("reversed_by").filter(pk=id).first()) is not None:
        if not row.posted:
            return id, row.revised
        if not hasattr(row, "reversed_by"):
            name = written(row.kind, row.day, row.number)
            raise Refused(problem("SHU_016", "", year=year, voucher=name))
        id = uuid5(id, "again")
    return id, 0
