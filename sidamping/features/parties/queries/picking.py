"""What pickers and filters offer: parties by name, and the places in which the viewer has parties to see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sidamping.features.parties.models import Party
from sidamping.features.parties.queries.scope import BY_AREA, visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory

MOST_HITS = 20


@dataclass(frozen=True)
class PartyHit:
    """A party found by its name, with the path of its village."""

    id: UUID
    kind: str
    name: str
    place: str


def found_by_name(viewer: Viewer, kind: str, text: str) -> tuple[PartyHit, ...]:
    """Up to 20 parties of the kind whose name holds the text."""
    if len(text.strip()) < 2:
        return ()
    rows = visible(viewer, kind).filter(name__icontains=text.strip()).order_by("name", "id")[:MOST_HITS]
    return hits(rows)


def names_in_sight(viewer: Viewer, ids: Iterable[UUID]) -> dict[UUID, str]:
    """'Name, place' of those of the parties that the viewer sees."""
    wanted = set(ids)
    rows = visible(viewer).filter(pk__in=wanted) if wanted else Party.objects.none()
    return {hit.id: f"{hit.name}, {hit.place}" for hit in hits(rows)}


def places_in_sight(viewer: Viewer) -> list[tuple[str, str]]:
    """One level below the viewer's areas: districts of a regency, regencies of a province, provinces of the nation."""
    areas = viewer.areas(*BY_AREA)
    if not areas:
        return []
    nation = "" in areas
    return [(branch.code, branch.name) for area in ([""] if nation else areas) for branch in territory.branches(area)]


def hits(rows: Iterable[Party]) -> tuple[PartyHit, ...]:
    """Parties with the paths of their villages."""
    held = list(rows)
    places = territory.path_of(row.village_id for row in held)
    return tuple(PartyHit(row.pk, row.kind, row.name, places.get(row.village_id, "")) for row in held)
