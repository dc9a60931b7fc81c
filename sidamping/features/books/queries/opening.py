"""The opening balance of a book as it stands: not begun, a draft, or posted."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sidamping.domain.ledger.chart import REAL, Account, Chart
from sidamping.domain.ledger.entries import OPENING, Line
from sidamping.features.books.models import Member, Voucher
from sidamping.features.books.queries.cards import lines_of, name_of
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class OpeningState:
    """The voucher of the opening balance; `id` None before anybody wrote one, `number` '' while it is a draft."""

    id: UUID | None
    seen: int
    lines: tuple[Line, ...]
    number: str

    @property
    def posted(self) -> bool:
        return bool(self.number)


@dataclass(frozen=True)
class OpeningMember:
    """A member whose savings and loans are carried over."""

    party_id: str
    number: str
    name: str


def opening_of(viewer: Viewer, book_id: UUID) -> OpeningState:
    """The opening voucher that counts: the posted one that nobody reversed, else the draft; empty for a stranger."""
    rows = Voucher.objects.filter(book_id=book_id, book__in=readable(viewer), nature=OPENING, reversed_by=None)
    row = rows.order_by("-posted").first()
    if row is None:
        return OpeningState(None, 0, (), "")
    return OpeningState(row.pk, row.revised, lines_of(row.lines), name_of(row) if row.posted else "")


def opening_members(viewer: Viewer, book_id: UUID) -> tuple[OpeningMember, ...]:
    """Everybody in the register, by number; nobody for a stranger."""
    rows = Member.objects.filter(book_id=book_id, book__in=readable(viewer), left=None).order_by("number")
    found = rows.values_list("party_id", "number", "party__name")
    return tuple(OpeningMember(str(party), str(number), name) for party, number, name in found)


def opening_accounts(chart: Chart) -> tuple[tuple[Account, ...], tuple[Account, ...]]:
    """The accounts of the balance sheet: those written as a whole, and those kept per member."""
    real = [one for _, one in sorted(chart.accounts.items()) if one.group in REAL and not one.header]
    return tuple(one for one in real if not one.per_member), tuple(one for one in real if one.per_member)
