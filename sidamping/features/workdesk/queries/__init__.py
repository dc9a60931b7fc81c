"""What each role needs to see first, gathered from the features below; keeps no records of its own."""

from sidamping.features.workdesk.queries.chair import ChairDay, chair_day
from sidamping.features.workdesk.queries.coordinator import (
    SHOWN,
    CoordinatorDay,
    MentorRow,
    UnseenMentee,
    coordinator_day,
    mentor_rows,
    unseen_mentees,
)
from sidamping.features.workdesk.queries.mentor import MentorDay, Suggested, mentor_day, suggested_visits

__all__ = [
    "SHOWN", "ChairDay", "CoordinatorDay", "MentorDay", "MentorRow", "Suggested", "UnseenMentee", "chair_day",
    "coordinator_day", "mentor_day", "mentor_rows", "suggested_visits", "unseen_mentees",
]
