"""Reads engagements, who carries them and how far they are. Every list is scoped here, from the viewer."""

from sidamping.features.programmes.queries.assignments import (
    AssignmentLine,
    Carried,
    MentorLoad,
    assignments_of,
    carried_between,
    carried_by,
    mentor_loads,
    mentor_on,
    mentors_to_choose,
)
from sidamping.features.programmes.queries.cards import (
    EngagementCard,
    EngagementFilter,
    administered_card,
    administered_page,
    cards,
    engagement_card,
    engagement_page,
    every_administered,
    every_engagement,
    known_card,
    mentor_engagements,
    places_of,
)
from sidamping.features.programmes.queries.facts import facts_of, tell_facts
from sidamping.features.programmes.queries.history import Moment, activities, every_activity, history_of
from sidamping.features.programmes.queries.officers import coordinator_for, programme_name, role_name
from sidamping.features.programmes.queries.path import Stop, missing_steps
from sidamping.features.programmes.queries.scope import (
    administered_ids,
    carried_mentees,
    engagement_ids,
    manages,
    reads_records,
)
from sidamping.platform.access.queries import Official, officials

__all__ = [
    "AssignmentLine",
    "Carried",
    "EngagementCard",
    "EngagementFilter",
    "MentorLoad",
    "Moment",
    "Official",
    "Stop",
    "activities",
    "administered_card",
    "administered_ids",
    "administered_page",
    "assignments_of",
    "cards",
    "carried_between",
    "carried_by",
    "carried_mentees",
    "coordinator_for",
    "engagement_card",
    "engagement_ids",
    "engagement_page",
    "every_activity",
    "every_administered",
    "every_engagement",
    "facts_of",
    "history_of",
    "known_card",
    "manages",
    "mentor_engagements",
    "mentor_loads",
    "mentor_on",
    "mentors_to_choose",
    "missing_steps",
    "officials",
    "places_of",
    "programme_name",
    "reads_records",
    "role_name",
    "tell_facts",
]
