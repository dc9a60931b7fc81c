"""What the health form asks of a cooperative and its book knows: of the unit of savings and loans where there is one.

Before readers of the book; whoever asks has been let in to the form besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.ledger.chart import REAL
from sidamping.domain.ledger.entries import CLOSING
from sidamping.domain.ledger.health import health_amounts
from sidamping.domain.ledger.statements import balance_sheet, surplus
from sidamping.domain.ledger.units import only, savings_unit
from sidamping.features.books.queries.cards import chart_of_book
from sidamping.features.books.queries.flows import spans
from sidamping.features.books.queries.members import member_regencies, members_of_book
from sidamping.features.books.queries.scope import readable
from sidamping.platform.access.viewer import Viewer

BEFORE = "_lalu"
"""What the keys of last year's figures end in."""


@dataclass(frozen=True)
class BookedHealth:
    """Amounts by the keys of the form at the end of a day; `unit` is '' where the whole book is one of savings."""

    book_id: UUID
    village_code: str
    unit: str
    at: date
    amounts: Mapping[str, int]
    regencies: tuple[str, ...]
    """Where members of the day live, without names."""
    members: int


def booked_health(viewer: Viewer, cooperative: UUID, at: date) -> BookedHealth | None:
    """The figures of a cooperative; None where it keeps no book here, or began it later, and for a stranger.

    Of a year before the book began it knows nothing, and nothing is not zero.
    """
    rows = readable(viewer).select_related("party").annotate(
        regencies=member_regencies(at), members_there=members_of_book(at)
    )  # fmt: skip
    book = rows.filter(party_id=cooperative, starts__lte=at).first()
    if book is None:
        return None
    whole = chart_of_book(book.pk)
    unit = savings_unit(whole)
    chart = only(whole, unit or None)
    eve = date(at.year - 1, 12, 31)
    now, last = (one.of(chart) for one in spans(book.pk, ((date(at.year, 1, 1), at), (date(eve.year, 1, 1), eve))))
    nominal = {code: one for code, one in now.without(CLOSING).items() if chart.accounts[code].group not in REAL}
    made = health_amounts(balance_sheet(chart, now.at), surplus(chart, nominal), balance_sheet(chart, last.at))
    if book.starts > eve:
        made = {key: amount for key, amount in made.items() if not key.endswith(BEFORE)}
    return BookedHealth(book.pk, book.party.village_id, unit, at, made, tuple(book.regencies), book.members_there)
