"""Records that are or may be the same as one being entered: by number for certain, by name and village perhaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.parties import name_key
from sidamping.features.parties.models import Cooperative, Party, Person
from sidamping.features.parties.queries.scope import visible
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class LookAlike:
    """A stored record with the same telling words in its name and the same village."""

    id: UUID
    kind: str
    name: str


@dataclass(frozen=True)
class Held:
    """Whose record already holds a number."""

    id: UUID
    name: str
    village: str


def look_alikes(kind: str, name: str, village: str, besides: UUID | None = None) -> tuple[LookAlike, ...]:
    """Parties of the kind in the village whose name means the same."""
    rows = Party.objects.filter(kind=kind, village_id=village).order_by("name", "id")
    rows = rows.exclude(pk=besides) if besides else rows
    wanted = name_key(name)
    return tuple(LookAlike(row.pk, row.kind, row.name) for row in rows if name_key(row.name) == wanted)


def holders_of_nik(numbers: Iterable[str]) -> dict[str, Held]:
    """Who holds each NIK."""
    return _holders(Person, "nik", numbers)


def holders_of_cooperative_number(numbers: Iterable[str]) -> dict[str, Held]:
    """Which cooperative holds each nomor induk koperasi."""
    return _holders(Cooperative, "nik_koperasi", numbers)


def holders_of_legal_number(numbers: Iterable[str]) -> dict[str, Held]:
    """Which cooperative holds each legal number."""
    return _holders(Cooperative, "legal_number", numbers)


def shown_name(viewer: Viewer, held: Held) -> str:
    """The holder's name for those who may see the record; else only that it exists elsewhere."""
    return held.name if visible(viewer).filter(pk=held.id).exists() else _("(wilayah lain)")


def _holders(table: type[Person] | type[Cooperative], field: str, numbers: Iterable[str]) -> dict[str, Held]:
    wanted = {number for number in numbers if number}
    if not wanted:
        return {}
    rows = table.objects.filter(**{f"{field}__in": wanted})
    found = rows.values_list(field, "party_id", "party__name", "party__village_id")
    return {number: Held(*rest) for number, *rest in found}
