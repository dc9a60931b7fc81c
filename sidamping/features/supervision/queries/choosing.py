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


def supervised(viewer: Viewer, cooperative: UUID) -> Supervised | None:
    """The cooperative and the viewer's office over it; None outside the area."""
    row = parties.visible(viewer, "cooperative").filter(pk=cooperative).values_list("name", "village_id").first()
    if row is None:
        return None
    office = office_over(viewer, row[1])
    return Supervised(cooperative, *row, office.role, office.area) if office is not None else None


def cooperatives_to_choose(viewer: Viewer, *, text: str = "", after: str = "") -> Page:
    """A page of the cooperatives in the areas of the viewer's offices, by name; those whose name holds a text."""
    within = NOTHING
    for area in office_areas(viewer):
        within |= Q(village__code__startswith=f"{area}.")
    rows = parties.visible(viewer, "cooperative").filter(within, name__icontains=text)
    page = page_of(rows, order=("name", "id"), after=after)
    places = path_of(row.village_id for row in page.rows)
    return Page(tuple(Choice(row.pk, row.name, places.get(row.village_id, "")) for row in page.rows), page.next_key)
