"""One record of a register with what stands around it; personal numbers masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.parties import masked
from sidamping.features.parties.models import Business, Cooperative, Party, Person
from sidamping.features.parties.queries.board import Officer, board_of
from sidamping.features.parties.queries.scope import visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory


@dataclass(frozen=True)
class Linked:
    """A party beside the one shown: a business of a cooperative, an office of a person."""

    id: UUID
    name: str
    detail: str = ""
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True)
class CooperativeCard:
    """A cooperative: identity, legal form, villages served, its whole board history, its businesses."""

    id: UUID
    name: str
    kind: str
    form: str
    standing: str
    legal_number: str
    legal_date: date | None
    nik_koperasi: str
    nib: str
    npwp: str
    founded_on: date | None
    phone: str
    account_number: str
    village_code: str
    place: str
    address: str
    note: str
    serves: tuple[tuple[str, str], ...]
    board: tuple[Officer, ...]
    businesses: tuple[Linked, ...]
    revised: int


@dataclass(frozen=True)
class Identity:
    """What a cooperative is: its name, kind and form, and where it is."""

    id: UUID
    name: str
    kind: str
    form: str
    village_code: str


@dataclass(frozen=True)
class PersonCard:
    """A person: masked numbers, offices held, businesses owned."""

    id: UUID
    name: str
    sex: str
    education: str
    nik: str
    phone: str
    account_number: str
    village_code: str
    place: str
    address: str
    note: str
    offices: tuple[Linked, ...]
    businesses: tuple[Linked, ...]
    revised: int


@dataclass(frozen=True)
class BusinessCard:
    """A business with its owner and its cooperative."""

    id: UUID
    name: str
    owner: Linked
    cooperative: Linked | None
    sector: str
    product: str
    started_on: date | None
    nib: str
    village_code: str
    place: str
    address: str
    note: str
    revised: int


def cooperative(viewer: Viewer, party_id: UUID) -> CooperativeCard | None:
    """The card, or None for whoever may not see it."""
    seen = visible(viewer, Party.Kind.COOPERATIVE).filter(pk=party_id).exists()
    return cooperative_card(party_id) if seen else None


def cooperative_card(party_id: UUID) -> CooperativeCard | None:
    """The card, unscoped, for features that have scoped already."""
    held = Cooperative.objects.select_related("party").filter(pk=party_id).first()
    if held is None:
        return None
    party, served = held.party, list(held.service_areas.order_by("village_id").values_list("village_id", flat=True))
    places = territory.path_of([party.village_id, *served])
    return CooperativeCard(
        party.pk, party.name, held.kind, held.form, held.standing, held.legal_number or "", held.legal_date,
        held.nik_koperasi or "", held.nib, held.npwp, held.founded_on, masked(held.phone),
        masked(held.account_number), party.village_id, places.get(party.village_id, ""), party.address, party.note,
        tuple((code, places.get(code, code)) for code in served), board_of(party_id), _businesses(cooperative=party_id),
        party.revised,
    )


def identity_of(party_id: UUID) -> Identity | None:
    """The identity of a cooperative, unscoped, for features that scope by it; None where it is none."""
    held = Cooperative.objects.select_related("party").filter(pk=party_id).first()
    return Identity(held.pk, held.party.name, held.kind, held.form, held.party.village_id) if held is not None else None


def form_of(party_id: UUID) -> str:
    """Whether a cooperative is primary or secondary; unscoped, for callers that have scoped it."""
    return Cooperative.objects.values_list("form", flat=True).get(party_id=party_id)


def person(viewer: Viewer, party_id: UUID) -> PersonCard | None:
    """The card, or None for whoever may not see it."""
    party = visible(viewer, Party.Kind.PERSON).select_related("person").filter(pk=party_id).first()
    if party is None:
        return None
    held: Person = party.person
    return PersonCard(
        party.pk, party.name, held.sex, held.education, masked(held.nik or ""), masked(held.phone),
        masked(held.account_number), party.village_id, _place(party), party.address, party.note, _offices(held),
        _businesses(owner=party_id), party.revised,
    )


def business(viewer: Viewer, party_id: UUID) -> BusinessCard | None:
    """The card, or None for whoever may not see it."""
    joined = ("business__owner__party", "business__cooperative__party")
    party = visible(viewer, Party.Kind.BUSINESS).select_related(*joined).filter(pk=party_id).first()
    if party is None:
        return None
    held: Business = party.business
    member_of = held.cooperative.party if held.cooperative else None
    return BusinessCard(
        party.pk, party.name, Linked(held.owner_id, held.owner.party.name),
        Linked(member_of.pk, member_of.name) if member_of else None, held.sector, held.product, held.started_on,
        held.nib, party.village_id, _place(party), party.address, party.note, party.revised,
    )


def _place(party: Party) -> str:
    return territory.path_of([party.village_id]).get(party.village_id, "")


def _offices(held: Person) -> tuple[Linked, ...]:
    terms = held.offices.select_related("cooperative__party").order_by("-starts", "id")
    return tuple(
        Linked(term.cooperative_id, term.cooperative.party.name, term.position, term.starts, term.ends)
        for term in terms
    )


def _businesses(**belonging: UUID) -> tuple[Linked, ...]:
    rows = Business.objects.filter(**belonging).select_related("party").order_by("party__name", "party_id")
    return tuple(Linked(row.pk, row.party.name, row.sector) for row in rows)
