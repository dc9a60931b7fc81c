"""Opens the book of a cooperative that was just ratified: its founders as members, its opening balance as a draft.

The room above has checked who may; a member of the board posts the draft, so that a second person has looked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.ledger.entries import OPENING
from sidamping.domain.ledger.opening import OpeningRow, opening_read
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.books.models import Book, Member, Voucher
from sidamping.features.books.queries.cards import known_accounts, stored
from sidamping.features.books.services.keeping import tell
from sidamping.features.books.services.opening import begin_book
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import uuid7
from sidamping.platform.database.locks import take_turns


@dataclass(frozen=True)
class FoundingMember:
    """A founder as the first members are numbered: the id of the membership, the party, the number."""

    id: UUID
    party: UUID
    number: int


@dataclass(frozen=True)
class FoundedBook:
    """Whose book, on which chart, from which month; the members and since when; the opening balance by number."""

    cooperative: UUID
    chart: str
    starts: Month
    joined: date
    members: tuple[FoundingMember, ...]
    opening: tuple[OpeningRow, ...]


@transaction.atomic
def open_founded_book(*, by: Viewer, id: UUID, founded: FoundedBook, now: datetime) -> UUID:
    """The book whole or not at all; Refused where the cooperative keeps one already."""
    take_turns(founded.cooperative)
    if Book.objects.filter(party_id=founded.cooperative).exists():
        raise Refused(problem("BOOKS_025"))
    book = begin_book(by, id, founded.cooperative, founded.chart, founded.starts, now)
    Member.objects.bulk_create(
        Member(id=one.id, book=book, party_id=one.party, number=one.number, joined=founded.joined)
        for one in founded.members
    )
    _draft_opening(by, book, founded, now)
    tell("founded", by, id, book, chart=book.chart, members=len(founded.members), starts=str(founded.starts))
    return id


def _draft_opening(by: Viewer, book: Book, founded: FoundedBook, now: datetime) -> None:
    parties = {str(one.number): str(one.party) for one in founded.members}
    read = opening_read(founded.opening, known_accounts(book.pk)[0], parties)
    refuse_if(read.problems)
    Voucher.objects.create(
        id=uuid7(), book=book, kind=Voucher.Kind.MEMO, day=book.starts, text=_("Saldo awal"), nature=OPENING,
        lines=stored(read.lines), revised=1, made_by_id=by.user_id, made_at=now,
    )  # fmt: skip
