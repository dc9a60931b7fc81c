"""Who is bound to a mentee on a day: its board, supervisors and managers, its owner, and who decides on its loan (A13).

Identity numbers leave this module unmasked for the comparison of conflicts only; nobody shows them. Unscoped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.features.parties.models import BoardTerm, Business, Party, Person

KINDS = {"management": "board", "supervision": "supervisor", "executive": "manager"}
"""Organ of a board term → kind of lists/conflict-kinds."""
LENDING = ("management", "executive")
"""Organs that decide on loans of members: the board, and the managers it appoints."""
SELF, LENDER = "self", "lender"


@dataclass(frozen=True)
class Bound:
    """A person bound to a mentee: how, by which office, through which cooperative, between which days."""

    mentee_id: UUID
    kind: str
    nik: str
    name: str
    position: str = ""
    through: str = ""
    starts: date | None = None
    ends: date | None = None


def ties_of(mentees: Iterable[UUID], on: date) -> tuple[Bound, ...]:
    """Everybody with an identity number who is bound to one of the mentees on the day."""
    ids = set(mentees)
    owned = list(Business.objects.filter(pk__in=ids).select_related("owner__party"))
    lending = {row.pk: row.cooperative_id for row in owned if row.cooperative_id}
    terms = _terms(ids | set(lending.values()), on)
    boards = [_office(term, term.cooperative_id, KINDS[term.organ]) for term in terms if term.cooperative_id in ids]
    deciding = [
        _office(term, business, LENDER) for business, cooperative in lending.items() for term in terms
        if term.cooperative_id == cooperative and term.organ in LENDING
    ]
    owners = [Bound(row.pk, SELF, row.owner.nik or "", row.owner.party.name) for row in owned if row.owner.nik]
    persons = Person.objects.filter(pk__in=ids, nik__isnull=False, party__kind=Party.Kind.PERSON)
    selves = [Bound(row.pk, SELF, row.nik or "", row.party.name) for row in persons.select_related("party")]
    return (*boards, *deciding, *owners, *selves)


def belonging(mentees: Iterable[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """Party → the mentees it stands behind: each mentee itself, the cooperative and the owner of a business."""
    found: dict[UUID, dict[UUID, None]] = {one: {one: None} for one in mentees}
    rows = Business.objects.filter(pk__in=set(found)).values_list("pk", "owner_id", "cooperative_id")
    for business, *behind in rows:
        for party in behind:
            if party is not None:
                found.setdefault(party, {})[business] = None
    return {party: tuple(ids) for party, ids in found.items()}


def niks_of_users(users: Iterable[UUID]) -> dict[UUID, str]:
    """User → identity number of the person of the register who is that user; without one they are absent."""
    rows = Person.objects.filter(user_id__in=set(users), nik__isnull=False)
    return {user: nik for user, nik in rows.values_list("user_id", "nik") if user and nik}


def owned_by(person: UUID) -> tuple[UUID, ...]:
    """The businesses of a person."""
    return tuple(Business.objects.filter(owner_id=person).order_by("pk").values_list("pk", flat=True))


def account_of(person: UUID) -> UUID | None:
    """The account of a person of the register; None without one."""
    return Person.objects.filter(pk=person).values_list("user_id", flat=True).first()


def _terms(cooperatives: set[UUID], on: date) -> list[BoardTerm]:
    rows = BoardTerm.objects.filter(cooperative__in=cooperatives, starts__lte=on, ends__gte=on, organ__in=KINDS)
    rows = rows.filter(person__nik__isnull=False).select_related("person__party", "cooperative__party")
    return list(rows.order_by("starts", "id"))


def _office(term: BoardTerm, mentee: UUID, kind: str) -> Bound:
    return Bound(
        mentee, kind, term.person.nik or "", term.person.party.name, term.position, term.cooperative.party.name,
        term.starts, term.ends,
    )


def owner_account(business: UUID) -> UUID | None:
    """The account of whoever owns a business; None for other parties and for an owner without one. Unscoped."""
    return Business.objects.filter(pk=business).values_list("owner__user_id", flat=True).first()


def is_business(party: UUID) -> bool:
    """Whether the party is a micro or small business. Unscoped."""
    return Business.objects.filter(pk=party).exists()
