"""Writes to the registers, each in one transaction with one activity row.

Who may write: admin and secretariat, coordinator and mentor, each within the area of the appointment in force; chairs,
Dinas, PMO and assessors only read. Mentors write cooperatives too, because in the field they meet them first; the
activity row tells who it was.
"""

from sidamping.features.parties.services.board import TermDraft, add_term, change_term, days_of
from sidamping.features.parties.services.businesses import add_business, change_business
from sidamping.features.parties.services.checks import WRITERS, may_write
from sidamping.features.parties.services.cooperatives import add_cooperative, change_cooperative
from sidamping.features.parties.services.current import stored_draft
from sidamping.features.parties.services.drafts import BusinessDraft, CooperativeDraft, PersonDraft
from sidamping.features.parties.services.importing import Judged, Row, Verdict, apply_rows, judge
from sidamping.features.parties.services.persons import add_member_person, add_person, change_person
from sidamping.features.parties.services.reveal import reveal
from sidamping.features.parties.services.sameness import SECRET
from sidamping.features.parties.services.uploads import forget_uploads, keep_upload, read_upload

__all__ = [
    "SECRET",
    "WRITERS",
    "BusinessDraft",
    "CooperativeDraft",
    "Judged",
    "PersonDraft",
    "Row",
    "TermDraft",
    "Verdict",
    "add_business",
    "add_cooperative",
    "add_member_person",
    "add_person",
    "add_term",
    "apply_rows",
    "change_business",
    "change_cooperative",
    "change_person",
    "change_term",
    "days_of",
    "forget_uploads",
    "judge",
    "keep_upload",
    "may_write",
    "read_upload",
    "reveal",
    "stored_draft",
]
