"""Appointments with what only the registers know: a cooperative of a board must exist and gives the role its place."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.features.parties import queries as parties
from sidamping.platform.access import roles
from sidamping.platform.access import services as access
from sidamping.platform.access.viewer import Viewer


def appoint(
    *,
    by: Viewer | None,
    user: UUID,
    role: str,
    starts: date,
    ends: date | None = None,
    programme: str = "",
    area: str = "",
    subject_id: UUID | None = None,
    letter: str = "",
    id: UUID | None = None,
) -> UUID:
    """Give a role from a day on; that of a board is placed in the cooperative's village."""
    if role in roles.BOARD and subject_id is not None:
        area = _village_of(subject_id)
    return access.appoint(
        by=by,
        user=user,
        role=role,
        starts=starts,
        ends=ends,
        programme=programme,
        area=area,
        subject_id=subject_id,
        letter=letter,
        id=id,
    )


def _village_of(cooperative: UUID) -> str:
    found = parties.party_names([cooperative]).get(cooperative)
    if found is None or found.kind != "cooperative":
        raise Refused(problem("PROGRAMMES_021", "subject_id"))
    return found.village_code
