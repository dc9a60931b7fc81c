"""Figures others published, each with what speaks against it and with our own count beside it (C4, C5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.domain.indicators.published import Published, disputes
from sidamping.domain.problems import Problem
from sidamping.features.indicators.models import Publication, PublishedFigure
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page, page_of
from sidamping.rules.indicators import indicators

KEEPERS = (roles.DINAS_REGENCY, roles.DINAS_PROVINCE, roles.SECRETARIAT, roles.PMO)
"""Roles that enter what others published; whoever reads boards of the programme reads it too."""


@dataclass(frozen=True)
class FigureLine:
    """A printed figure, its percentage as readers write it.

    `least` and `most` are the counts it can stand for, None where no whole is named.
    """

    indicator: str
    title: str
    whole: int | None
    count: int | None
    percent: str
    place: str
    least: int | None
    most: int | None


@dataclass(frozen=True)
class PublicationCard:
    """A publication with its figures and every contradiction among them."""

    id: UUID
    title: str
    source: str
    published_on: date
    population: str
    programme: str
    area: str
    note: str
    by: str
    by_id: UUID
    figures: tuple[FigureLine, ...]
    disputes: tuple[Problem, ...]
    withdrawn_on: date | None = None
    withdrawn_by: str = ""
    why: str = ""


def publications_page(viewer: Viewer, after: str = "") -> Page:
    """A page of publications, newest first."""
    page = page_of(_joined(_seen(viewer)), order=("-published_on", "-id"), after=after)
    return Page(tuple(_card(row) for row in page.rows), page.next_key)


def publication(viewer: Viewer, id: UUID) -> PublicationCard | None:
    """One publication; None for a stranger."""
    row = _joined(_seen(viewer)).filter(pk=id).first()
    return _card(row) if row else None


def titles(on: date) -> dict[str, str]:
    """Code → title of the indicators of a day."""
    return {one.code: one.title.text(reader_language()) for one in indicators(on)}


def _seen(viewer: Viewer) -> QuerySet[Publication]:
    """Those of the programmes in which the viewer reads boards; public figures know no area."""
    held = {grant.programme for grant in viewer.holding(roles.MENTOR, *roles.OVERSEERS)}
    return Publication.objects.filter(Q() if "" in held else Q(programme__in=held))


def _joined(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    return rows.select_related("by", "withdrawal__by").prefetch_related("figures")


def _card(row: Any) -> PublicationCard:
    named = titles(row.published_on)
    figures = sorted(row.figures.all(), key=lambda one: one.position)
    told = [published(one) for one in figures]
    taken = getattr(row, "withdrawal", None)
    definitions = [one.definition for one in indicators(row.published_on)]
    return PublicationCard(
        row.pk, row.title, row.source, row.published_on, row.population, row.programme, row.area, row.note,
        str(row.by), row.by_id, tuple(_line(one, told[at], named) for at, one in enumerate(figures)),
        tuple(disputes(definitions, told, lambda code: named.get(code, code))),
        taken.on if taken else None, str(taken.by) if taken else "", taken.why if taken else "",
    )


def published(one: PublishedFigure) -> Published:
    """The figure as the domain reads it."""
    return Published(one.indicator, one.whole, one.count, Decimal(one.percent) if one.percent else None)


def _line(one: PublishedFigure, told: Published, named: dict[str, str]) -> FigureLine:
    least, most = told.possible or (None, None)
    title = named.get(one.indicator, one.indicator)
    return FigureLine(one.indicator, title, one.whole, one.count, one.percent.replace(".", ","), one.place, least, most)
