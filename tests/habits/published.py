"""Figures of others and a kept board that is sent, for the walk over every address."""

from __future__ import annotations

from datetime import date
from typing import Any

from sidamping.features.indicators.models import Publication, PublishedFigure, SavedView, Subscription
from sidamping.features.indicators.queries.saved import SIGNER
from sidamping.platform.access.models import User
from tests.people import PROGRAMME


def published(mentor: User, word: str) -> dict[str, Any]:
    """A publication with one figure, and a board the mentor kept."""
    row = Publication.objects.create(
        title=f"Laporan {word}", source="Kajian", published_on=date(2026, 10, 1), population="Dampingan 2026",
        programme=PROGRAMME, by=mentor,
    )
    PublishedFigure.objects.create(publication=row, position=1, indicator="visited", whole=10, count=11)
    view = SavedView.objects.create(user=mentor, name=word, address="/papan-angka/?bulan=2026-10")
    Subscription.objects.create(view=view, email="pendamping@desa.example", language="id", since=date(2026, 10, 1))
    return {"publication": row.pk, "view": view.pk, "view_leave": SIGNER.sign(str(view.pk))}
