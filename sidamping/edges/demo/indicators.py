"""What a policy paper printed about 2024, entered by the office: its figures contradict each other (C4, C5)."""

from __future__ import annotations

from datetime import date

from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.indicators import services
from sidamping.features.indicators.services import FigureDraft, PublicationDraft

OFFICE = "pmo"


def tell_publications(on: date) -> None:
    """Every publication of the chapter."""
    for one in chapter("indicators")["publications"]:
        figures = tuple(FigureDraft(**figure) for figure in one["figures"])
        draft = PublicationDraft(
            named("publication", one["key"]), one["title"], one["source"], date.fromisoformat(one["published_on"]),
            one["population"], one["programme"], figures=figures,
        )
        services.enter_publication(by=viewer(OFFICE, on), draft=draft)
