"""Pages of progress."""

from sidamping.features.progress.views.cohorts import cohort_success, contact_budget
from sidamping.features.progress.views.guest import participant_form
from sidamping.features.progress.views.lists import participants, participants_export
from sidamping.features.progress.views.mentors import gatherings, turns
from sidamping.features.progress.views.months import month, month_add, month_correct, month_photo_file, month_verify
from sidamping.features.progress.views.participant import (
    extension_add,
    link,
    link_add,
    link_revoke,
    profile_add,
    progress,
)
from sidamping.features.progress.views.sheets import record_sheet_pdf, sheet_scan

__all__ = [
    "cohort_success", "contact_budget", "extension_add", "gatherings", "link", "link_add", "link_revoke", "month",
    "month_add", "month_correct", "month_photo_file", "month_verify", "participant_form", "participants",
    "participants_export", "profile_add", "progress", "record_sheet_pdf", "sheet_scan", "turns",
]  # fmt: skip
