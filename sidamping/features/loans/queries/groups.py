"""Joint liability groups: who belongs to them, who stands in for whom, and what the group has in arrears."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans.models import Group, GroupMember, Loan
from sidamping.features.loans.queries.cards import cards
from sidamping.features.loans.queries.lines import LoanRow
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class GroupLine:
    """A group in the list."""

    id: UUID
    name: str
    formed: date
    members: int
    loans: int


@dataclass(frozen=True)
class GroupMemberLine:
    """A member of a group; `stands_for` is whom first, '' for everybody alike; `paid` what was paid for others."""

    id: UUID
    party_id: UUID
    name: str
    stands_for: str
    since: date
    until: date | None
    paid: int


@dataclass(frozen=True)
class GroupCard:
    """A group with its loans on a day."""

    id: UUID
    at: KeptBook
    name: str
    formed: date
    members: tuple[GroupMemberLine, ...]
    loans: tuple[LoanRow, ...]

    @property
    def arrears(self) -> int:
        return sum(one.life.state.arrears for one in self.loans if one.life.lent)

    @property
    def booked(self) -> int:
        return sum(one.life.booked for one in self.loans)

    @property
    def present(self) -> tuple[GroupMemberLine, ...]:
        return tuple(one for one in self.members if one.until is None)


def groups(viewer: Viewer, book_id: UUID) -> tuple[GroupLine, ...]:
    """The groups of a book by name; nothing for a stranger."""
    rows = Group.objects.filter(book_id=book_id, book__in=books.readable_by_name(viewer))
    rows = rows.annotate(
        held=Count("members", filter=Q(members__until__isnull=True), distinct=True), lent=Count("loans", distinct=True)
    )
    return tuple(GroupLine(row.pk, row.name, row.formed, row.held, row.lent) for row in rows.order_by("name"))


def group(viewer: Viewer, id: UUID, on: date) -> GroupCard | None:
    """One group; None for a stranger."""
    row = Group.objects.filter(pk=id, book__in=books.readable_by_name(viewer)).select_related("book__party").first()
    if row is None:
        return None
    held = tuple(LoanRow(one, one.on(on), "") for one in cards(Loan.objects.filter(group=row)))
    paid: dict[UUID, int] = {}
    for loan in held:
        for event in loan.card.events:
            if event.payer_id is not None and event.reckoned() is not None and not event.turned:
                paid[event.payer_id] = paid.get(event.payer_id, 0) + event.amount
    rows = GroupMember.objects.filter(group=row).select_related("party", "stands_for")
    members = tuple(
        GroupMemberLine(
            one.pk, one.party_id, one.party.name, one.stands_for.name if one.stands_for else "", one.since, one.until,
            paid.get(one.party_id, 0),
        )
        for one in rows.order_by("-until", "party__name", "id")
    )
    return GroupCard(row.pk, books.kept_of(viewer, row.book), row.name, row.formed, members, held)


def group_of(book_id: UUID, member: UUID) -> tuple[UUID, str] | None:
    """The group a member belongs to now; unscoped."""
    rows = GroupMember.objects.filter(group__book_id=book_id, party_id=member, until__isnull=True)
    return rows.values_list("group_id", "group__name").first()


def companions(group_id: UUID, member: UUID) -> tuple[tuple[str, str], ...]:
    """The other members of a group for a choice; unscoped."""
    rows = GroupMember.objects.filter(group_id=group_id, until__isnull=True).exclude(party_id=member)
    return tuple((str(party), name) for party, name in rows.order_by("party__name").values_list("party", "party__name"))


def arrears_of_group(book_id: UUID, group_id: UUID, on: date) -> int:
    """What all loans of a group have in arrears on a day; unscoped."""
    found = cards(Loan.objects.filter(book_id=book_id, group_id=group_id))
    return sum(one.on(on).state.arrears for one in found if one.on(on).lent)


