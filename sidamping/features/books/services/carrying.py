"""Keeps the opening balance of a book as one draft, faults and all; a second person posts it once it is whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from sidamping.domain.ledger.entries import OPENING
from sidamping.domain.ledger.opening import OpeningRow, opening_read
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.books.models import Member, Voucher
from sidamping.features.books.queries.cards import known_accounts, name_of
from sidamping.features.books.services.drafting import Drafted, VoucherDraft, draft_voucher
from sidamping.features.books.services.keeping import kept_book
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns

BY_ROW = {"BOOKS_002", "BOOKS_003", "BOOKS_006", "BOOKS_012", "BOOKS_014", "BOOKS_044"}
"""Faults of the voucher's lines that the rows tell better, with the place somebody typed them at."""


@transaction.atomic
def draft_opening(
    *, by: Viewer, id: UUID, book: UUID, rows: Iterable[OpeningRow], now: datetime, seen: int = 0
) -> Drafted:
    """The opening balance as a draft of the book's first day; all its faults at once. Sent twice, it is one draft.

    With an amount that nobody can read it is refused, and the draft there stays what it was.
    """
    kept = kept_book(by, book)
    take_turns(book)
    posted = Voucher.objects.filter(book=kept, nature=OPENING, posted=True, reversed_by=None).first()
    if posted is not None:
        raise Refused(problem("BOOKS_048", "", voucher=name_of(posted)))
    there = Voucher.objects.filter(book=kept, nature=OPENING, posted=False).values_list("pk", flat=True).first()
    members = Member.objects.filter(book=kept).values_list("number", "party_id")
    read = opening_read(rows, known_accounts(book)[0], {str(number): str(party) for number, party in members})
    refuse_if(read.problems if read.unread else ())
    draft = VoucherDraft("BM", kept.starts, _("Saldo awal"), read.lines, OPENING)
    made = draft_voucher(by=by, id=there or id, book=book, draft=draft, now=now, seen=seen)
    rest = [one for one in made.problems if one.code not in BY_ROW or not read.problems]
    return Drafted(made.revised, (*read.problems, *rest))
