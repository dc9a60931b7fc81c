"""Tells a new record from a stored one: the same sending again, a number already held, a name that looks alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from sidamping.domain.parties import masked
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.parties.models import Party
from sidamping.features.parties.queries import duplicates
from sidamping.features.parties.services.drafts import BusinessDraft, CooperativeDraft, PersonDraft
from sidamping.platform.access.viewer import Viewer

Draft = CooperativeDraft | PersonDraft | BusinessDraft
KIND = {
    CooperativeDraft: Party.Kind.COOPERATIVE,
    PersonDraft: Party.Kind.PERSON,
    BusinessDraft: Party.Kind.BUSINESS,
}
UNIQUE = ("nik", "nik_koperasi", "legal_number")
SECRET = ("nik", "phone", "account_number")
"""Fields shown masked; a form that sends the mask back leaves the value as it was."""


def already_received(party_id: UUID, draft: Draft) -> bool:
    """Whether this sending is stored already; PARTIES_010 when its id is taken by other content."""
    party = Party.objects.filter(pk=party_id).first()
    if party is None:
        return False
    if party.kind != KIND[type(draft)] or stored(party) != draft:
        raise Refused(problem("PARTIES_010"))
    return True


def stored(party: Party) -> Draft:
    """The draft that would give the stored record."""
    shared: dict[str, Any] = {name: getattr(party, name) for name in ("name", "address", "note")}
    shared["village"] = party.village_id
    if party.kind == Party.Kind.PERSON:
        return PersonDraft(**shared, **_fields(party.person, PersonDraft, shared))
    if party.kind == Party.Kind.BUSINESS:
        held = party.business
        linked: dict[str, Any] = {"owner": held.owner_id, "cooperative": held.cooperative_id}
        return BusinessDraft(**shared, **linked, **_fields(held, BusinessDraft, {**shared, **linked}))
    own = party.cooperative
    served = own.service_areas.order_by("village_id").values_list("village_id", flat=True)
    serves: dict[str, Any] = {"serves": tuple(served)}
    return CooperativeDraft(**shared, **serves, **_fields(own, CooperativeDraft, {**shared, **serves}))


def veiled(draft: Draft) -> Draft:
    """The draft with masked numbers, as a form shows it."""
    shown: dict[str, Any] = {name: masked(getattr(draft, name)) for name in SECRET if hasattr(draft, name)}
    return replace(draft, **shown)


def unveiled(draft: Draft, before: Draft) -> Draft:
    """The draft with the stored numbers where the mask came back untouched."""
    own = [name for name in SECRET if hasattr(draft, name)]
    kept = [name for name in own if getattr(draft, name) and getattr(draft, name) == masked(getattr(before, name))]
    numbers: dict[str, Any] = {name: getattr(before, name) for name in kept}
    return replace(draft, **numbers)


def _fields(row: object, kind: type[Draft], besides: dict[str, Any]) -> dict[str, Any]:
    names = (name for name in kind.__dataclass_fields__ if name not in besides)
    return {name: _plain(name, getattr(row, name)) for name in names}


def _plain(name: str, value: object) -> object:
    """Numbers that are unique in the database are stored as NULL when empty; dates stay None."""
    return "" if value is None and name in UNIQUE else value


def number_clashes(draft: Draft, viewer: Viewer, besides: UUID | None = None) -> Iterator[Problem]:
    """Numbers of the draft that another record holds; its name only for those who may see it."""
    if isinstance(draft, PersonDraft):
        held = duplicates.holders_of_nik([draft.nik]).get(draft.nik)
        if held and held.id != besides:
            yield problem("PARTIES_007", "nik", name=duplicates.shown_name(viewer, held))
    if isinstance(draft, CooperativeDraft):
        held = duplicates.holders_of_cooperative_number([draft.nik_koperasi]).get(draft.nik_koperasi)
        if held and held.id != besides:
            yield problem("PARTIES_008", "nik_koperasi", name=duplicates.shown_name(viewer, held))
        held = duplicates.holders_of_legal_number([draft.legal_number]).get(draft.legal_number)
        if held and held.id != besides:
            name = duplicates.shown_name(viewer, held)
            yield problem("PARTIES_009", "legal_number", name=name, seen=draft.legal_number)


def suspicion(draft: Draft, besides: UUID | None = None) -> Iterator[Problem]:
    """Stored records of the same village whose name means the same."""
    found = duplicates.look_alikes(KIND[type(draft)], draft.name, draft.village, besides)
    if found:
        yield problem("PARTIES_011", "name", found=", ".join(one.name for one in found[:5]))
