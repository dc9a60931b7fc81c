"""Figures that a policy paper printed about 2024, at odds with each other, and boards that officials keep (C4, F6)."""

from __future__ import annotations

from datetime import date

from sidamping.edges.demo.diary import moment
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


def keep_boards(on: date) -> None:
    """Every view of the chapter; one with an address of mail goes out each month."""
    for one in chapter("indicators")["views"]:
        who, id = viewer(one["by"], on), named("view", one["key"])
        services.save_view(by=who, id=id, name=one["name"], address=one["address"])
        if one.get("email"):
            services.subscribe(by=who, view=id, email=one["email"], now=moment(on))
