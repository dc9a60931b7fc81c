"""Which cooperatives an office may examine: those of its own area, mentored or not, looked up by name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from sidamping.features.parties import queries as parties
from sidamping.features.supervision.queries.scope import NOTHING, office_areas, office_over
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory.queries import path_of


@dataclass(frozen=True)
class Choice:
    """A cooperative to choose, with its place."""

    id: UUID
    name: str
    place: str


@dataclass(frozen=True)
class Supervised:
    """A cooperative with the office of the viewer that supervises it."""

    id: UUID
    name: str
    village_code: str
    office: str
    area: str
    founded: bool


UNFOUNDED = ("pre", "in_process")
"""Standings of a group that has no legal standing yet: there is nothing to examine by law."""


def supervised(viewer: Viewer, cooperative: UUID) -> Supervised | None:
    """The cooperative and the viewer's office over it; None outside the area."""
    rows = parties.visible(viewer, "cooperative").filter(pk=cooperative)
    row = rows.values_list("name", "village_id", "cooperative__standing").first()
    office = office_over(viewer, row[1]) if row is not None else None
    if row is None or office is None:
        return None
    return Supervised(cooperative, row[0], row[1], office.role, office.area, row[2] not in UNFOUNDED)


def cooperatives_to_choose(viewer: Viewer, *, text: str = "", after: str = "") -> Page:
    """A page of the cooperatives in the areas of the viewer's offices, by name; those whose name holds a text.

    Groups that are still being founded are left out.
    """
    within = NOTHING
    for area in office_areas(viewer):
        within |= Q(village__code__startswith=f"{area}.")
    rows = parties.visible(viewer, "cooperative").filter(within, name__icontains=text)
    rows = rows.exclude(cooperative__standing__in=UNFOUNDED)
    page = page_of(rows, order=("name", "id"), after=after)
    places = path_of(row.village_id for row in page.rows)
    return Page(tuple(Choice(row.pk, row.name, places.get(row.village_id, "")) for row in page.rows), page.next_key)
