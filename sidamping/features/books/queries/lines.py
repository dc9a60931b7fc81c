"""What other rooms get to see of books: frozen values, no model instances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from sidamping.domain.ledger.chart import Account
from sidamping.domain.ledger.entries import Line
from sidamping.domain.periods import Month

DRAFT, POSTED, CHECK = "draft", "posted", "periksa"
"""States of vouchers; CHECK are the drafts that wait for the viewer."""


@dataclass(frozen=True)
class PeriodLine:
    """A month of a book; `balances` and `digest` as they were kept when it was closed."""

    month: Month
    closed_at: datetime | None
    closed_by: str
    balances: Mapping[str, int]
    digest: str

    @property
    def closed(self) -> bool:
        return self.closed_at is not None


@dataclass(frozen=True)
class BookHead:
    """A book in a list."""

    id: UUID
    party_id: UUID
    name: str
    starts: Month


@dataclass(frozen=True)
class BookCard:
    """A book: whose, on which chart, how far it is closed, and its units by short name and name.

    `charts` are the names of its charts by unit, HEAD first.
    """

    id: UUID
    party_id: UUID
    name: str
    village_code: str
    chart: str
    chart_sha256: str
    starts: Month
    periods: tuple[PeriodLine, ...]
    may_write: bool
    units: tuple[tuple[str, str], ...] = ()
    sees_names: bool = False
    charts: tuple[tuple[str, str], ...] = ()

    @property
    def closed_until(self) -> Month | None:
        """The last closed month; None when none is closed."""
        return max((one.month for one in self.periods if one.closed), default=None)


@dataclass(frozen=True)
class VoucherCard:
    """A voucher: what was written, and once posted its number. Amounts have a sign, debit above zero.

    Before a reader who sees no names its text and notes hold none; `called` tells how its members are called.
    """

    id: UUID
    book_id: UUID
    kind: str
    number: str
    nature: str
    day: date
    text: str
    lines: tuple[Line, ...]
    state: str
    revised: int
    made_by: str
    posted_by: str
    posted_at: datetime | None
    reverses: str
    reversed_by: str
    between: int = 0
    made_at: datetime | None = None
    called: Mapping[str, str] = field(default_factory=dict)
    made_by_id: UUID | None = None

    @property
    def amount(self) -> int:
        """What the voucher is about: the sum of its debit side, without what units owe each other for it."""
        return sum(one.amount for one in self.lines if one.amount > 0) - self.between


@dataclass(frozen=True)
class LedgerLine:
    """A posting on an account with the balance after it."""

    voucher_id: UUID
    number: str
    day: date
    text: str
    member: str
    amount: int
    balance: int

    @property
    def owed(self) -> int:
        """The amount of a credit, above zero."""
        return -self.amount


@dataclass(frozen=True)
class LedgerPage:
    """A page of an account's ledger; `opening` is the balance before its first line, `next_key` '' on the last page."""

    account: Account
    opening: int
    lines: tuple[LedgerLine, ...]
    next_key: str


@dataclass(frozen=True)
class Fault:
    """Something in a book that does not add up again: which check, and where."""

    check: str
    where: str
    kept: str
    found: str
