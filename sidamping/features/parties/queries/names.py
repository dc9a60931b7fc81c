"""Names and places of parties by id, for features that have scoped already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sidamping.domain.parties import masked
from sidamping.features.parties.models import Business, Party
from sidamping.features.parties.queries.scope import visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory


@dataclass(frozen=True)
class PartyName:
    """A party as other features print it; the names of its village, district, regency and province."""

    id: UUID
    kind: str
    name: str
    village_code: str
    village_name: str
    district: str
    regency: str
    province: str


def by_id(ids: Iterable[UUID]) -> QuerySet[Party]:
    """The given parties, unscoped, for features that join them with rows of their own."""
    return Party.objects.filter(pk__in=set(ids))


def party_names(ids: Iterable[UUID]) -> dict[UUID, PartyName]:
    """The names of the given parties, unscoped, in two queries."""
    rows = list(by_id(ids).values_list("id", "kind", "name", "village_id"))
    places = territory.names_of(code for row in rows for code in territory.lineage(row[3]))
    return {row[0]: PartyName(*row, *_places(row[3], places)) for row in rows}


def known_parties(ids: Iterable[UUID]) -> frozenset[UUID]:
    """Which of the identifiers name a party, unscoped."""
    return frozenset(by_id(ids).values_list("pk", flat=True))


@dataclass(frozen=True)
class Recorded:
    """A stored record as an import names it: its number (a NIK masked), village and district."""

    id: UUID
    kind: str
    name: str
    number: str
    village: str
    district: str


def recorded(viewer: Viewer, ids: Iterable[UUID]) -> dict[UUID, Recorded]:
    """The records among the given ones that the viewer may see."""
    columns = ("id", "cooperative__legal_number", "cooperative__nik_koperasi", "person__nik", "business__nib")
    rows = visible(viewer).filter(pk__in=set(ids)).values_list(*columns)
    numbers = {key: legal or induk or (masked(nik) if nik else "") or nib or "" for key, legal, induk, nik, nib in rows}
    named = party_names(numbers)
    return {
        key: Recorded(key, one.kind, one.name, numbers[key], one.village_name, one.district)
        for key, one in named.items()
    }


def _places(village: str, names: dict[str, str]) -> list[str]:
    return [names.get(code, "") for code in reversed(territory.lineage(village))]


def sectors_of(businesses: Iterable[UUID]) -> dict[UUID, str]:
    """Business → its sector of lists/business-sectors; other parties are absent. Unscoped."""
    return dict(Business.objects.filter(pk__in=set(businesses)).values_list("pk", "sector"))
