"""What a draft said before somebody changed it, for whoever reads the voucher."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Exists, OuterRef

from sidamping.features.books.models import EarlierDraft
from sidamping.features.books.queries.calling import called
from sidamping.features.books.queries.cards import lines_of
from sidamping.features.books.queries.lines import VoucherCard
from sidamping.features.books.queries.numbers import written
from sidamping.features.books.queries.scope import readable, readable_by_name
from sidamping.platform.access.viewer import Viewer


def earlier_drafts(viewer: Viewer, card: VoucherCard) -> tuple[VoucherCard, ...]:
    """The voucher as it stood each time before a change, oldest first; nothing for a stranger."""
    if card.revised == 1:
        return ()
    by_name = Exists(readable_by_name(viewer).filter(pk=OuterRef("voucher__book_id")))
    own = EarlierDraft.objects.filter(voucher=card.id, voucher__book__in=readable(viewer)).annotate(by_name=by_name)
    rows = list(own.select_related("made_by", "voucher").order_by("revised"))
    every = [one for row in rows for one in (*row.lines, *row.voucher.lines)]
    told = called(card.book_id, [every], by_name=all(row.by_name for row in rows))
    return tuple(
        replace(
            card, kind=row.kind, number=written(row.kind, row.day, None), day=row.day, text=told.text(row.text, every),
            lines=tuple(replace(one, note=told.text(one.note, every)) for one in lines_of(row.lines)),
            revised=row.revised, made_by=str(row.made_by), made_at=row.made_at, called=told.labels,
        )
        for row in rows
    )  # fmt: skip
