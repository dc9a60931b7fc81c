"""What is known of a development report without asking the mentor: the cooperative's book and its registers (E17, E3).

Unscoped: the caller has scoped the paper. The book is read anew on each look, until the paper is frozen.
"""

from __future__ import annotations

from uuid import UUID

from sidamping.domain.papers import words
from sidamping.domain.papers.booked import NOTHING_BOOKED, REGISTER, Booked, Known
from sidamping.domain.periods import Month
from sidamping.features.books.queries import BookLine, month_of_book
from sidamping.features.papers.models import Paper
from sidamping.features.papers.queries import chain
from sidamping.features.papers.queries.scope import cooperative_of
from sidamping.features.parties.queries import board_of

ORGANS = {"management": "management", "supervisors": "supervision"}
"""Lines of the report that count an organ of the cooperative."""


def booked_of(paper: Paper) -> Booked:
    """The lines of the month that the cooperative's own records tell; nothing for other kinds of paper."""
    cooperative = cooperative_of(paper) if paper.kind == chain.KIND else None
    if cooperative is None:
        return NOTHING_BOOKED
    month = Month.of(paper.period_start)
    told = month_of_book(cooperative, month)
    if told is None:
        return NOTHING_BOOKED
    lines = {code: _known(one) for code, one in told.lines.items()}
    return Booked(
        {**lines, **_officers(cooperative, month)}, told.book_id, told.closed, told.drafts, words.day(told.since),
        words.day(month.end),
    )  # fmt: skip


def _known(one: BookLine) -> Known:
    origin = {} if one.accounts else {"origin": REGISTER}
    return Known(one.now, one.before, accounts=one.accounts, **origin)


def _officers(cooperative: UUID, month: Month) -> dict[str, Known]:
    """How many hold an office at the end of the month and of the one before; an organ nobody wrote down is not told."""
    board, found = board_of(cooperative), {}
    for line, organ in ORGANS.items():
        held = [one for one in board if one.organ == organ]
        counts = [sum(one.starts <= day <= one.ends for one in held) for day in (month.end, month.previous.end)]
        if counts[0]:
            found[line] = Known(counts[0], counts[1], origin=REGISTER)
    return found
