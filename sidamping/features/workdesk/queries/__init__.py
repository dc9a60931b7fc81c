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
from sidamping.features.workdesk.queries.mentor import (
    MentorDay,
    MentorProfile,
    Suggested,
    mentor_day,
    mentor_profile,
    suggested_visits,
)
from sidamping.features.workdesk.queries.rules import ContactRule, contact_rule, contact_rules

__all__ = [
    "SHOWN", "ChairDay", "ContactRule", "CoordinatorDay", "MentorDay", "MentorProfile", "MentorRow", "Suggested",
    "UnseenMentee", "chair_day", "contact_rule", "contact_rules", "coordinator_day", "mentor_day", "mentor_profile",
    "mentor_rows", "suggested_visits", "unseen_mentees",
]
