"""Takes members in and lets them go. Who still has savings or owes a loan is settled first."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.money import rupiah
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.books.models import Book, Member
from sidamping.features.books.queries.members import member, next_number
from sidamping.features.books.services.keeping import kept_book, tell
from sidamping.features.parties import queries as parties
from sidamping.features.parties import services as registers
from sidamping.features.parties.services import PersonDraft
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns


@transaction.atomic
def admit_member(
    *, by: Viewer, id: UUID, book: UUID, joined: date, person: UUID | None = None, name: str = "", phone: str = "",
    number: int | None = None, keep: bool = False,
) -> UUID:
    """A member from a day on: a person of the register, or a new one of the cooperative's village. Sent twice, once."""
    kept = kept_book(by, book)
    take_turns(book)
    if Member.objects.filter(pk=id, book=kept).exists():
        return id
    refuse_if(_joining(by, kept, joined, number, person, name))
    if person is None:
        draft = PersonDraft(name, kept.party.village_id, phone=phone)
        person = registers.add_member_person(
            by=by, cooperative=kept.party_id, draft=draft, party_id=id, keep=keep
        )
    given = number or next_number(book)
    Member.objects.create(id=id, book=kept, party_id=person, number=given, joined=joined)
    tell("member_admitted", by, id, kept, number=given, joined=str(joined))
    return id


@transaction.atomic
def release_member(*, by: Viewer, id: UUID, left: date, why: str) -> None:
    """The member left on a day. Refused while savings are not paid out or a loan is not paid back."""
    row = Member.objects.select_for_update().select_related("party").filter(pk=id).first()
    if row is None:
        raise Refused(problem("BOOKS_018"))
    kept = kept_book(by, row.book_id)
    if row.left == left:
        return
    unsaid = [] if why.strip() else [problem("GENERAL_001", "why", label=_("Alasan"))]
    refuse_if([*leaving_faults(by, id, left), *unsaid])
    row.left, row.left_why = left, why.strip()
    row.save(update_fields=["left", "left_why"])
    tell("member_released", by, id, kept, left=str(left))


def joining_faults(by: Viewer, book: UUID, joined: date | None, number: int | None) -> list[Problem]:
    """A day that has not come, a number that is taken; what a form could not read is None."""
    found = []
    if joined is not None and joined > by.on:
        found.append(problem("BOOKS_032", "joined", day=joined, today=by.on))
    if number is not None and (number < 1 or Member.objects.filter(book=book, number=number).exists()):
        found.append(problem("BOOKS_035", "number", seen=number, free=next_number(book)))
    return found


def leaving_faults(by: Viewer, id: UUID, left: date | None) -> list[Problem]:
    """A day out of time, or money that is not settled; a day that a form could not read is None."""
    row = Member.objects.select_related("party").get(pk=id)
    found = []
    if left is not None and not row.joined <= left <= by.on:
        found.append(problem("BOOKS_036", "left", day=left, joined=row.joined, today=by.on))
    known = member(by, row.pk, by.on)
    held = [(account, amount) for account, amount in (known[1].held if known else ()) if amount]
    if held:
        what = ", ".join(f"{account.id} {rupiah(amount)}" for account, amount in held)
        found.append(problem("BOOKS_037", "left", name=row.party.name, what=what))
    return found


def _joining(
    by: Viewer, book: Book, joined: date, number: int | None, person: UUID | None, name: str
) -> list[Problem]:
    found = joining_faults(by, book.pk, joined, number)
    if person is None and not name.strip():
        found.append(problem("GENERAL_001", "name", label=_("Nama anggota")))
    if person is not None and parties.party_names([person]).get(person) is None:
        found.append(problem("BOOKS_033", "person"))
    if person is not None and Member.objects.filter(book=book, party_id=person, left__isnull=True).exists():
        found.append(problem("BOOKS_034", "person"))
    return found
