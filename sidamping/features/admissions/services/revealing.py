"""Opens a masked number of an applicant once, for a written reason that stays in the trail (F10)."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from sidamping.domain.parties import squeezed
from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.features.admissions.queries.scope import REVEALERS
from sidamping.features.admissions.services.taking import taken, tell
from sidamping.platform.access.viewer import Viewer

SECRET = ("nik", "phone")
LEAST_REASON = 8


@transaction.atomic
def reveal(*, by: Viewer, application: UUID, field: str, why: str) -> str:
    """The value in full; never without a reason."""
    found = taken(by, application)
    value = getattr(found.row, field, "") if field in SECRET else ""
    if not value or not found.held & set(REVEALERS):
        raise Refused(problem("ADMISSIONS_018", "application"))
    reason = squeezed(why)
    refuse_if([problem("ADMISSIONS_026", "why", least=LEAST_REASON)] if len(reason) < LEAST_REASON else [])
    tell("revealed", by, found.row, reason[:240], field=field)
    return str(value)
