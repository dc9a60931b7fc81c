"""Writes of meetings: one transaction and one activity row each, except a secret vote, which leaves no trace."""

from sidamping.features.meetings.services.attending import arrive, attend
from sidamping.features.meetings.services.calling import (
    Delay,
    MeetingDraft,
    call_meeting,
    change_meeting,
    postpone,
    seat_committee,
    tick,
    unseat_committee,
)
from sidamping.features.meetings.services.consenting import consent
from sidamping.features.meetings.services.deciding import ACCOUNTABILITY, Ruling, decide, freeze_year
from sidamping.features.meetings.services.documents import freeze_book, write_passage
from sidamping.features.meetings.services.electing import seat_elected
from sidamping.features.meetings.services.inviting import deliver, invite
from sidamping.features.meetings.services.polling import (
    PollDraft,
    cast,
    count_paper,
    count_slips,
    hand_out,
    make_poll,
    open_the_urn,
)
from sidamping.features.meetings.services.running import (
    ELECTED_LEADERS,
    close_meeting,
    finish_item,
    lead_session,
    open_meeting,
    report,
)

__all__ = [
    "ACCOUNTABILITY", "ELECTED_LEADERS", "Delay", "MeetingDraft", "PollDraft", "Ruling", "arrive", "attend",
    "call_meeting", "cast", "change_meeting", "close_meeting", "consent", "count_paper", "count_slips", "decide",
    "deliver", "finish_item", "freeze_book", "freeze_year", "hand_out", "invite", "lead_session", "make_poll",
    "open_meeting", "open_the_urn", "postpone", "report", "seat_committee", "seat_elected", "tick", "unseat_committee",
    "write_passage",
]  # fmt: skip
