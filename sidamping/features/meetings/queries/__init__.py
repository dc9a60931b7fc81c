"""Reads of meetings within the scope of their book."""

from sidamping.features.meetings.queries.ballots import poll, polls, urn, used_slips, voters
from sidamping.features.meetings.queries.calendar import (
    DueLine,
    YearCalendar,
    frozen_on,
    report_line,
    too_soon,
    year_calendar,
)
from sidamping.features.meetings.queries.cards import (
    agenda,
    checklist,
    committee,
    decisions,
    elector_of,
    electors,
    items,
    meeting,
    meetings_of,
    ticked,
    turn_of,
)
from sidamping.features.meetings.queries.composing import (
    BALLOT_CHAPTERS,
    drafted_words,
    minutes,
    rat_book,
    unseated,
)
from sidamping.features.meetings.queries.documents import (
    DocumentCard,
    DocumentLine,
    changed_since,
    document,
    documents,
    next_version,
)
from sidamping.features.meetings.queries.lines import (
    BLANK,
    CALLED,
    CLOSED,
    INVITED,
    OPEN,
    REPORTED,
    SURPLUS,
    Choice,
    DecisionLine,
    ElectorLine,
    ItemLine,
    MeetingCard,
    MeetingHead,
    PollCard,
    PostponementLine,
)
from sidamping.features.meetings.queries.passages import (
    AgreedShares,
    PassageLine,
    agreed_shares,
    lacking,
    passages_of,
)

__all__ = [
    "BALLOT_CHAPTERS", "BLANK", "CALLED", "CLOSED", "INVITED", "OPEN", "REPORTED", "SURPLUS", "AgreedShares", "Choice",
    "DecisionLine", "DocumentCard", "DocumentLine", "DueLine", "ElectorLine", "ItemLine", "MeetingCard", "MeetingHead",
    "PassageLine", "PollCard", "PostponementLine", "YearCalendar", "agenda", "agreed_shares", "changed_since",
    "checklist", "committee", "decisions", "document", "documents", "drafted_words", "elector_of", "electors",
    "frozen_on", "items", "lacking", "meeting", "meetings_of", "minutes", "next_version", "passages_of", "poll",
    "polls", "rat_book", "report_line", "ticked", "too_soon", "turn_of", "unseated", "urn", "used_slips", "voters",
    "year_calendar",
]  # fmt: skip
