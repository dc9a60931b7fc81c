"""Reads needs and referrals as frozen dataclasses; scoped by the viewer unless a function says unscoped."""

from sidamping.features.needs.queries.cohort import CohortNeed, ThemeCount, by_theme, cohort_needs, themes_sought
from sidamping.features.needs.queries.determined import need_of, needs_by_engagement, needs_of, themes_told
from sidamping.features.needs.queries.lines import ClosedLine, NeedLine, ReferralLine
from sidamping.features.needs.queries.lists import FIELDS, choices, level_of
from sidamping.features.needs.queries.referrals import (
    closed,
    closed_told,
    open_referrals,
    referral,
    referral_page,
    referrals_of,
)
from sidamping.features.needs.queries.scope import (
    KEEPERS,
    READERS,
    STEP,
    acts_as,
    may_determine,
    may_refer,
    owners_of,
)

__all__ = [
    "FIELDS",
    "KEEPERS",
    "READERS",
    "STEP",
    "ClosedLine",
    "CohortNeed",
    "NeedLine",
    "ReferralLine",
    "ThemeCount",
    "acts_as",
    "by_theme",
    "choices",
    "closed",
    "closed_told",
    "cohort_needs",
    "level_of",
    "may_determine",
    "may_refer",
    "need_of",
    "needs_by_engagement",
    "needs_of",
    "open_referrals",
    "owners_of",
    "referral",
    "referral_page",
    "referrals_of",
    "themes_sought",
    "themes_told",
]
