"""Keeps figures that the ledger cannot know, with author, day and source; a later one does not erase an earlier."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from sidamping.domain.problems import Refused, problem
from sidamping.domain.ratios.from_books import STATED
from sidamping.features.books.models import StatedFigure
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


def state_figures(
    *, by: Viewer, id: UUID, book: UUID, year: int, figures: Mapping[str, int], source: str, now: datetime
) -> UUID:
    """Keep the figures of a year; sent twice, kept once."""
    with transaction.atomic():
        owned = kept_book(by, book)
        take_turns(id)
        if StatedFigure.objects.filter(sheet=id).exists():
            return id
        known = {key: figures[key] for key in STATED if key in figures}
        if not known:
            raise Refused(problem("STATEMENTS_006", "penjualan_kredit"))
        if wrong := [key for key, amount in known.items() if amount < 0 and not key.startswith("margin")]:
            raise Refused([problem("STATEMENTS_007", key, seen=figures[key]) for key in wrong])
        StatedFigure.objects.bulk_create(
            StatedFigure(book=owned, sheet=id, name=key, year=year, amount=amount, source=source.strip(),
                         stated_by_id=by.user_id, stated_at=now)
            for key, amount in known.items()
        )  # fmt: skip
        tell("figures_stated", by, id, owned, year=year, names=sorted(known))
    return id
