"""The registers as lists: filtered, in keyset pages, with personal numbers masked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sidamping.domain.parties import digits, legal_key, masked
from sidamping.features.parties.models import Party
from sidamping.features.parties.queries.scope import visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory import queries as territory

CHUNK = 2000


@dataclass(frozen=True)
class Filters:
    """What a list asks for: text in the name or an exact number, an area code prefix, a code of its kind or sector."""

    text: str = ""
    area: str = ""
    kind: str = ""


@dataclass(frozen=True)
class CooperativeLine:
    id: UUID
    name: str
    kind: str
    form: str
    standing: str
    legal_number: str
    nik_koperasi: str
    village_code: str
    place: str


@dataclass(frozen=True)
class PersonLine:
    id: UUID
    name: str
    sex: str
    education: str
    nik: str
    phone: str
    village_code: str
    place: str


@dataclass(frozen=True)
class BusinessLine:
    id: UUID
    name: str
    owner_id: UUID
    owner: str
    cooperative: str
    sector: str
    product: str
    nib: str
    village_code: str
    place: str


def cooperatives(viewer: Viewer, filters: Filters = Filters(), after: str = "", size: int = 50) -> Page:
    """A page of CooperativeLine by name."""
    return _page(_cooperatives(viewer, filters), _cooperative, after, size)


def persons(viewer: Viewer, filters: Filters = Filters(), after: str = "", size: int = 50) -> Page:
    """A page of PersonLine by name; NIK and phone masked."""
    return _page(_persons(viewer, filters), _person, after, size)


def businesses(viewer: Viewer, filters: Filters = Filters(), after: str = "", size: int = 50) -> Page:
    """A page of BusinessLine by name."""
    return _page(_businesses(viewer, filters), _business, after, size)


def every_cooperative(viewer: Viewer, filters: Filters = Filters()) -> Iterator[CooperativeLine]:
    """All lines of the list in the same order, in chunks, for an export."""
    return _every(_cooperatives(viewer, filters), _cooperative)


def every_person(viewer: Viewer, filters: Filters = Filters()) -> Iterator[PersonLine]:
    """All lines of the list, masked."""
    return _every(_persons(viewer, filters), _person)


def every_business(viewer: Viewer, filters: Filters = Filters()) -> Iterator[BusinessLine]:
    """All lines of the list."""
    return _every(_businesses(viewer, filters), _business)


def _cooperatives(viewer: Viewer, filters: Filters) -> QuerySet[Party]:
    rows = _filtered(visible(viewer, Party.Kind.COOPERATIVE), filters).select_related("cooperative")
    if filters.text:
        number = Q(cooperative__nik_koperasi=digits(filters.text))
        rows = rows.filter(_named(filters.text) | number | Q(cooperative__legal_number=legal_key(filters.text)))
    return rows.filter(cooperative__kind=filters.kind) if filters.kind else rows


def _persons(viewer: Viewer, filters: Filters) -> QuerySet[Party]:
    rows = _filtered(visible(viewer, Party.Kind.PERSON), filters).select_related("person")
    return rows.filter(_named(filters.text) | Q(person__nik=digits(filters.text))) if filters.text else rows


def _businesses(viewer: Viewer, filters: Filters) -> QuerySet[Party]:
    joined = ("business__owner__party", "business__cooperative__party")
    rows = _filtered(visible(viewer, Party.Kind.BUSINESS), filters).select_related(*joined)
    if filters.text:
        rows = rows.filter(_named(filters.text) | Q(business__owner__party__name__icontains=filters.text.strip()))
    return rows.filter(business__sector=filters.kind) if filters.kind else rows


def _filtered(rows: QuerySet[Party], filters: Filters) -> QuerySet[Party]:
    return rows.filter(village__code__startswith=filters.area) if filters.area else rows


def _named(text: str) -> Q:
    return Q(name__icontains=text.strip())


def _page(rows: QuerySet[Party], line: Callable[[Party, str], Any], after: str, size: int) -> Page:
    page = page_of(rows, order=("name", "id"), after=after, size=size)
    return Page(tuple(_lines(page.rows, line)), page.next_key)


def _every(rows: QuerySet[Party], line: Callable[[Party, str], Any]) -> Iterator[Any]:
    found = rows.order_by("name", "id").iterator(chunk_size=CHUNK)
    while chunk := list(islice(found, CHUNK)):
        yield from _lines(chunk, line)


def _lines(rows: Iterable[Party], line: Callable[[Party, str], Any]) -> Iterator[Any]:
    held = list(rows)
    places = territory.path_of(row.village_id for row in held)
    return (line(row, places.get(row.village_id, row.village_id)) for row in held)


def _cooperative(row: Party, place: str) -> CooperativeLine:
    own = row.cooperative
    return CooperativeLine(
        row.pk, row.name, own.kind, own.form, own.standing, own.legal_number or "", own.nik_koperasi or "",
        row.village_id, place,
    )


def _person(row: Party, place: str) -> PersonLine:
    own = row.person
    return PersonLine(
        row.pk, row.name, own.sex, own.education, masked(own.nik or ""), masked(own.phone), row.village_id, place
    )


def _business(row: Party, place: str) -> BusinessLine:
    own = row.business
    cooperative = own.cooperative.party.name if own.cooperative else ""
    return BusinessLine(
        row.pk, row.name, own.owner_id, own.owner.party.name, cooperative, own.sector, own.product, own.nib,
        row.village_id, place,
    )
