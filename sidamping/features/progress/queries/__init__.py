"""Reads the progress of participants; what a viewer sees is decided through the engagements of programmes."""

from sidamping.features.progress.queries.cohorts import CohortSheet, SuccessRow, cohort_sheet
from sidamping.features.progress.queries.gatherings import GroupLine, group_proposals
from sidamping.features.progress.queries.lines import ExtensionLine, LinkLine, MonthLine, ProfileLine, Standing
from sidamping.features.progress.queries.links import link, links_of, open_link, signed, unsigned
from sidamping.features.progress.queries.participants import (
    Participant,
    ParticipantFilter,
    every_participant,
    participant_page,
)
from sidamping.features.progress.queries.people import LISTS, verifies, writes
from sidamping.features.progress.queries.profiles import facts_of, facts_of_paths, profile_history, profiles_of
from sidamping.features.progress.queries.selfviews import AspectPair, SelfView, self_views
from sidamping.features.progress.queries.series import month_record, photos_of, series_of, versions_of
from sidamping.features.progress.queries.standings import (
    extensions_of,
    length_of,
    standing_of,
    standings,
    successes,
)
from sidamping.features.progress.queries.turns import TurnLine, contact_warnings, turns

__all__ = [
    "LISTS", "AspectPair", "CohortSheet", "ExtensionLine", "GroupLine", "LinkLine", "MonthLine", "Participant",
    "ParticipantFilter", "ProfileLine", "SelfView", "Standing", "SuccessRow", "TurnLine", "cohort_sheet",
    "contact_warnings", "every_participant", "extensions_of", "facts_of", "facts_of_paths", "group_proposals",
    "length_of", "link", "links_of", "month_record", "open_link", "participant_page", "photos_of", "profile_history",
    "profiles_of", "self_views", "series_of", "signed", "standing_of", "standings", "successes", "turns", "unsigned",
    "verifies", "versions_of", "writes",
]  # fmt: skip
