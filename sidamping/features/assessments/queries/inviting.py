"""Who may be asked into a round, part by part: assessors of the area, the chair or mentor it is about."""

from __future__ import annotations

from uuid import UUID

from sidamping.features.assessments.queries.cards import standing_of
from sidamping.features.assessments.queries.opening import PARTIES
from sidamping.features.assessments.queries.reading import LEAD, SECOND, SELF, Standing
from sidamping.platform.access import roles
from sidamping.platform.access.queries import Official, chairs_of, holders
from sidamping.platform.access.viewer import Viewer


def to_invite(viewer: Viewer, assessment: UUID) -> dict[str, tuple[Official, ...]]:
    """For each part nobody holds yet, the people who may be asked; empty for whoever may not invite."""
    standing = standing_of(viewer, assessment)
    if standing is None or "invite" not in standing.may():
        return {}
    free = (part for part in (LEAD, SECOND, SELF) if part not in standing.current)
    found = {part: may_be_asked(standing, part) for part in free}
    return {part: people for part, people in found.items() if people}


def may_be_asked(standing: Standing, part: str) -> tuple[Official, ...]:
    """People with a role in the area who have no part in the round yet; as second, who could read nothing of it.

    What a lead hands in is open to assessors of the area unless the round is drawn, and to overseers always.
    """
    taken = {one.by_id for one in standing.fillings}
    if part == SECOND and standing.lead_came:
        if not standing.is_drawn:
            return ()
        taken |= {one.user_id for one in holders(roles.OVERSEERS, "", [standing.row.area_id], standing.viewer.on)}
    return tuple(one for one in _people(standing, part) if one.user_id not in taken)


def _people(standing: Standing, part: str) -> tuple[Official, ...]:
    row, on = standing.row, standing.viewer.on
    if part == SELF:
        if row.party_id is not None:
            return chairs_of(row.party_id, on)
        return tuple(one for one in holders(roles.MENTOR, "", [row.area_id], on) if one.user_id == row.mentor_id)
    assessors = holders(roles.ASSESSOR, "", [row.area_id], on)
    if part != SECOND or row.party_id is None or row.party.kind not in PARTIES:
        return tuple(one for one in assessors if one.user_id != row.mentor_id)
    mentors = holders(roles.MENTOR, "", [row.area_id], on)
    known = {one.user_id for one in assessors}
    return (*assessors, *(one for one in mentors if one.user_id not in known))
