"""Writes in the cash book of a small business: one person drafts and posts in one go, for there is nobody else.

The entry is as final as any other: a mistake is reversed, never changed, so nothing is gained by a second signature.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from sidamping.domain.ledger.plain import IN, Part, money_lines
from sidamping.domain.problems import Refused, problem
from sidamping.features.books.models import Voucher
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.services.drafting import VoucherDraft, draft_with_proof
from sidamping.features.books.services.keeping import kept_book
from sidamping.features.books.services.posting import closing_beside, post_voucher
from sidamping.features.books.services.reversing import reverse_voucher
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.charts import MICRO


@dataclass(frozen=True)
class SmallEntry:
    """Money in or out: through which purse, what for, how much, and what it was."""

    side: str
    day: date
    purse: str
    category: str
    amount: int
    text: str


def write_small(
    *, by: Viewer, id: UUID, book: UUID, entry: SmallEntry, proof: tuple[str, bytes] | None, now: datetime
) -> str:
    """The number of the posted entry; all its faults at once, and then nothing is kept. Sent twice, it is one."""
    with closing_beside(book), transaction.atomic():
        if not kept_book(by, book).chart.startswith(f"{MICRO}/"):
            raise Refused(problem("BOOKS_065"))
        parts = [Part(entry.category, entry.amount)]
        lines = money_lines(entry.side, entry.purse, parts, "", chart_of_book(book))
        draft = VoucherDraft("BKM" if entry.side == IN else "BKK", entry.day, entry.text.strip(), lines)
        draft_with_proof(by=by, id=id, book=book, draft=draft, proof=proof, now=now)
        return post_voucher(by=by, voucher=id, now=now)


@transaction.atomic
def take_small(
    *, by: Viewer, posted: UUID, instead: UUID, book: UUID, entry: SmallEntry, why: str, now: datetime
) -> UUID:
    """The entry that people chose over the one posted: that is reversed with the reason, this one stands beside it."""
    named = posted
    if Voucher.objects.filter(pk=posted).exists():
        named, day = instead, max(by.on, entry.day)
        reverse_voucher(by=by, id=uuid5(instead, "reversal"), voucher=posted, day=day, text=why, now=now)
    write_small(by=by, id=named, book=book, entry=entry, proof=None, now=now)
    return named
