"""Cooperatives with all that identifies them and who leads them, in pages or whole, for files of other systems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import QuerySet

from sidamping.features.parties.models import BoardTerm, Party, Person
from sidamping.features.parties.queries.scope import visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.pages import Page, page_of
from sidamping.platform.territory import queries as territory

CHUNK = 500


@dataclass(frozen=True)
class Registration:
    """A cooperative by its numbers, its place and its officers of the day, by position."""

    id: UUID
    name: str
    kind: str
    form: str
    standing: str
    nik_koperasi: str
    legal_number: str
    legal_date: date | None
    nib: str
    npwp: str
    founded_on: date | None
    address: str
    village_code: str
    places: tuple[str, ...]
    officers: dict[str, str]


def registration(viewer: Viewer, party_id: UUID) -> Registration | None:
    """One of them; None for whoever may not see it."""
    return next(_told(viewer, _cooperatives(viewer).filter(pk=party_id)), None)


def registrations_page(viewer: Viewer, after: str = "", size: int = CHUNK) -> Page:
    """A page of Registration by name."""
    page = page_of(_cooperatives(viewer), order=("name", "id"), after=after, size=size)
    return Page(tuple(_told(viewer, page.rows)), page.next_key)


def every_registration(viewer: Viewer) -> Iterator[Registration]:
    """All of them in the same order, in chunks."""
    found = _cooperatives(viewer).order_by("name", "id").iterator(chunk_size=CHUNK)
    while chunk := list(islice(found, CHUNK)):
        yield from _told(viewer, chunk)


def niks_of(party_ids: Collection[UUID]) -> dict[UUID, str]:
    """The identity number in full of each person, and of the owner of each business. Unscoped; never shown."""
    held = Person.objects.filter(nik__isnull=False)
    owned = held.filter(businesses__party_id__in=party_ids).values_list("businesses__party_id", "nik")
    own = held.filter(party_id__in=party_ids).values_list("party_id", "nik")
    return {party: nik for party, nik in (*owned, *own) if nik}


def _cooperatives(viewer: Viewer) -> QuerySet[Party]:
    return visible(viewer, Party.Kind.COOPERATIVE).select_related("cooperative")


def _told(viewer: Viewer, rows: Iterable[Party]) -> Iterator[Registration]:
    held = list(rows)
    names = territory.names_of(code for row in held for code in territory.lineage(row.village_id))
    officers = _officers([row.pk for row in held], viewer.on)
    for row in held:
        own = row.cooperative
        places = tuple(names.get(code, "") for code in territory.lineage(row.village_id))
        yield Registration(
            row.pk, row.name, own.kind, own.form, own.standing, own.nik_koperasi or "", own.legal_number or "",
            own.legal_date, own.nib, own.npwp, own.founded_on, row.address, row.village_id, places,
            officers.get(row.pk, {}),
        )


def _officers(cooperatives: Collection[UUID], on: date) -> dict[UUID, dict[str, str]]:
    """Position → name of those in office on the day; of two in one position the later."""
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    terms = BoardTerm.objects.filter(cooperative_id__in=cooperatives, starts__lte=on, ends__gte=on).order_by("starts")
    for cooperative, position, name in terms.values_list("cooperative_id", "position", "person__party__name"):
        found[cooperative][position] = name
    return found
