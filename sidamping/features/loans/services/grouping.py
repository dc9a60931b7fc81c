"""Forms joint liability groups and keeps who belongs to them since when, until when, and for whom they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books import queries as books
from sidamping.features.loans.models import Group, GroupMember
from sidamping.features.loans.queries import companions, group_of
from sidamping.features.loans.services.keeping import day_faults, kept, tell
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def form_group(*, by: Viewer, id: UUID, book: UUID, name: str, formed: date, now: datetime) -> UUID:
    """A group of a cooperative. Sent twice, it is one."""
    at = kept(by, book)
    take_turns(book)
    if Group.objects.filter(pk=id, book_id=book).exists():
        return id
    if Group.objects.filter(book_id=book, name=name.strip()).exists():
        raise Refused(problem("LOANS_032", "name", name=name.strip()))
    refuse_if(day_faults(formed, date.min, by, "formed"))
    Group.objects.create(
        id=id, book_id=book, name=name.strip(), formed=formed, made_by_id=by.user_id, made_at=now
    )
    tell("group_formed", by, id, at, name=name.strip())
    return id


@transaction.atomic
def join_group(
    *, by: Viewer, id: UUID, group: UUID, member: UUID, since: date, stands_for: UUID | None = None
) -> UUID:
    """A member joins; whoever is in another group leaves that one first. Sent twice, it is one."""
    row = _kept(group)
    at = kept(by, row.book_id)
    take_turns(row.book_id)
    if GroupMember.objects.filter(pk=id, group=row).exists():
        return id
    refuse_if(_faults(by, row, member, since, stands_for))
    GroupMember.objects.create(
        id=id, group=row, party_id=member, stands_for_id=stands_for, since=since, made_by_id=by.user_id
    )
    tell("group_joined", by, group, at, member=str(member), since=str(since))
    return id


@transaction.atomic
def leave_group(*, by: Viewer, member: UUID, until: date) -> None:
    """A member leaves on a day, once; the row stays. Loans made under the group stay with it."""
    book = GroupMember.objects.filter(pk=member).values_list("group__book_id", flat=True).first()
    if book is None:
        raise Refused(problem("BOOKS_018"))
    at = kept(by, book)
    take_turns(book)
    row = GroupMember.objects.select_related("group", "party").get(pk=member)
    if row.until == until:
        return
    if row.until is not None:
        raise Refused(problem("LOANS_038", "until", name=row.party.name, group=row.group.name, day=row.until))
    refuse_if(day_faults(until, row.since, by, "until"))
    row.until = until
    row.save(update_fields=["until"])
    tell("group_left", by, row.group_id, at, member=str(row.party_id), until=str(until))


def _kept(group: UUID) -> Group:
    row = Group.objects.filter(pk=group).first()
    if row is None:
        raise Refused(problem("BOOKS_018"))
    return row


def _faults(by: Viewer, row: Group, member: UUID, since: date, stands_for: UUID | None) -> Iterator[Problem]:
    names = books.member_names(row.book_id, since)
    if member not in names:
        yield problem("LOANS_005", "member", name=_("Orang ini"), day=since)
        return
    yield from day_faults(since, row.formed, by, "since")
    held = group_of(row.book_id, member)
    if held is not None:
        yield problem("LOANS_026", "member", name=names[member][1], group=held[1])
    if stands_for is not None and str(stands_for) not in dict(companions(row.pk, member)):
        yield problem("LOANS_027", "stands_for", name=names.get(stands_for, (0, _("Orang ini")))[1], day=since)
