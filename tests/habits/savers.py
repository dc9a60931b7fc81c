"""A time deposit of the book's member, for each side of the permission matrix."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sidamping.domain.savings.products import TERM, Terms
from sidamping.features.books.models import Book, Member
from sidamping.features.savings import services
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.habits.books import NOW


def saved(book: UUID, member: UUID) -> dict[str, Any]:
    """Whoever opened the book sets the terms and opens a deposit, whose receipt stays a draft."""
    by = people.look(User.objects.get(pk=Book.objects.get(pk=book).opened_by_id))
    terms = Terms(date(2026, 1, 1), rate_ppm=90_000, months=6)
    services.set_terms(by=by, id=uuid7(), book=book, kind=TERM, terms=terms, decided="RAT", now=NOW)
    deposit, party = uuid7(), Member.objects.get(pk=member).party_id
    draft = services.DepositDraft(party, 1_000_000, 6, 90_000)
    day = date(2026, 10, 5)
    services.open_deposit(by=by, id=deposit, book=book, draft=draft, day=day, purse="1110", text="Berjangka", now=NOW)
    return {"deposit": deposit}
