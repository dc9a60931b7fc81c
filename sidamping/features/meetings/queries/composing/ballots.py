"""Secret ballots as the papers tell them: slips, the votes for each, blank ones, and who was elected for which term.

The votes of candidates name single members; who was elected stands in the register that every reader sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sidamping.domain.meetings import documents
from sidamping.domain.meetings.documents import Block, Chapter
from sidamping.domain.meetings.votes import elected
from sidamping.domain.periods import long_day
from sidamping.features.meetings.models import ELECTION
from sidamping.features.meetings.queries.ballots import polls
from sidamping.features.meetings.queries.composing.words import WRITTEN_IN, named, table
from sidamping.features.meetings.queries.lines import BLANK, Choice, MeetingCard, PollCard
from sidamping.features.parties import queries as parties
from sidamping.features.parties.queries import Officer

MATTERS, CANDIDATES, ELECTED = "ballots", "candidates", "elected"
CHAPTERS = (MATTERS, CANDIDATES, ELECTED)
NOT_YET = "belum dicatat"


def ballot_chapters(card: MeetingCard) -> Iterator[Chapter]:
    """The counted ballots of a meeting; nothing where none was held. The caller has scoped the meeting."""
    counted = [one for one in polls(card) if one.counted]
    elections = [one for one in counted if one.kind == ELECTION]
    matters = [one for one in counted if one.kind != ELECTION]
    if matters:
        yield documents.chapter(MATTERS, "Pemungutan suara rahasia", _votes(matters))
    if elections:
        yield documents.chapter(CANDIDATES, "Suara untuk tiap calon", _votes(elections), named=True)
        yield documents.chapter(ELECTED, "Perangkat yang terpilih", [_elected(card, elections)])


def unseated(card: MeetingCard, held: Iterable[PollCard]) -> tuple[str, ...]:
    """Names of those whom these ballots elected and whose term nobody has entered yet."""
    elections = [one for one in held if one.counted and one.kind == ELECTION]
    officers = parties.board_of(card.book.party_id) if elections else ()
    return tuple(
        one.label for poll in elections for one in _chosen(poll) if _term(card, poll, one, officers) is None
    )


def _votes(counted: Iterable[PollCard]) -> Iterator[Block]:
    for poll in counted:
        rows = [("Kosong, rusak atau tidak kembali" if one.key == BLANK else one.label, (str(votes),))
                for one, votes in poll.shown]  # fmt: skip
        yield documents.heading(poll.question)
        yield documents.facts([("Surat suara dibagikan", poll.handed_out or 0)])
        yield documents.sheet(table(f"poll-{poll.id}", "Hasil penghitungan", "Pilihan", ("Suara",), rows))


def _elected(card: MeetingCard, elections: Iterable[PollCard]) -> Block:
    officers = parties.board_of(card.book.party_id)
    rows = [
        (one.label, (named("board-positions", poll.position), str(poll.counts[one.key]),
                     _days(_term(card, poll, one, officers))))
        for poll in elections for one in _chosen(poll)
    ]  # fmt: skip
    return documents.sheet(table("elected", "Yang terpilih", "Nama", ("Jabatan", "Suara", "Masa jabatan"), rows))


def _chosen(poll: PollCard) -> list[Choice]:
    """Whom the votes elected; nobody for a seat on which they are tied."""
    won = elected({key: votes for key, votes in poll.counts.items() if key != BLANK}, poll.seats)[0]
    return [one for one in poll.choices if one.key in won]


def _term(card: MeetingCard, poll: PollCard, one: Choice, officers: Iterable[Officer]) -> Officer | None:
    """The term that was entered from the meeting's day on."""
    own = [term for term in officers if term.person_id == one.person and term.starts >= card.head.day]
    return next((term for term in own if (term.organ, term.position) == (poll.organ, poll.position)), None)


def _days(term: Officer | None) -> str:
    return f"{long_day(term.starts, WRITTEN_IN)} – {long_day(term.ends, WRITTEN_IN)}" if term is not None else NOT_YET
