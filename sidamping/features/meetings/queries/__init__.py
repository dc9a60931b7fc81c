"""Reads of meetings within the scope of their book."""

from sidamping.features.meetings.queries.ballots import poll, polls, urn, used_slips, voters
from sidamping.features.meetings.queries.calendar import DueLine, YearCalendar, frozen_on, report_line, year_calendar
from sidamping.features.meetings.queries.cards import (
    agenda,
    committee,
    decisions,
    elector_of,
    electors,
    items,
    meeting,
    meetings_of,
    postponements,
    ticked,
    turn_of,
)
from sidamping.features.meetings.queries.lines import (
    BLANK,
    CALLED,
    CLOSED,
    INVITED,
    OPEN,
    REPORTED,
    Choice,
    DecisionLine,
    ElectorLine,
    ItemLine,
    MeetingCard,
    MeetingHead,
    PollCard,
    PostponementLine,
)

__all__ = [
    "BLANK", "CALLED", "CLOSED", "INVITED", "OPEN", "REPORTED", "Choice", "DecisionLine", "DueLine", "ElectorLine",
    "ItemLine", "MeetingCard", "MeetingHead", "PollCard", "PostponementLine", "YearCalendar", "agenda", "committee",
    "decisions", "elector_of", "electors", "frozen_on", "items", "meeting", "meetings_of", "poll", "polls",
    "postponements", "report_line", "ticked", "turn_of", "urn", "used_slips", "voters", "year_calendar",
]  # fmt: skip
