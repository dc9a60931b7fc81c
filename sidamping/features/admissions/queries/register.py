"""Records of the registers that an applicant may be already: by number for certain, by name and village perhaps."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sidamping.features.admissions.models import Application
from sidamping.features.parties import queries as parties


@dataclass(frozen=True)
class Match:
    """A record that may be the applicant; `sure` when a number agrees or the applicant named it."""

    id: UUID
    name: str
    sure: bool


def register_matches(row: Application) -> tuple[Match, ...]:
    """The records to link instead of a new one; the caller has scoped the row and read it with its party."""
    found = {one.id: one for one in (*_alike(row), *_numbered(row))}
    if row.party is not None:
        found[row.party.pk] = Match(row.party.pk, row.party.name, True)
    return tuple(sorted(found.values(), key=lambda one: (not one.sure, one.name, str(one.id))))


def _alike(row: Application) -> list[Match]:
    return [Match(one.id, one.name, False) for one in parties.look_alikes(row.kind, row.name, row.village_id)]


def _numbered(row: Application) -> list[Match]:
    """By the numbers of identity; a business has none of its own here, its owner has."""
    found = {
        **parties.holders_of_cooperative_number([row.nik_koperasi]),
        **parties.holders_of_legal_number([row.legal_number]),
        **(parties.holders_of_nik([row.nik]) if row.kind == "person" else {}),
    }
    return [Match(one.id, one.name, True) for one in found.values()]
