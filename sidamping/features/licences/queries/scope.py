"""Whose legal standing a person sees and keeps, decided here once. Denies by default.

See: the board its own; a mentor that of mentees in sight; overseers that of their area. Keep, and open the papers
(some are about persons): the board, the mentor who carries the cooperative today, the office of its area.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from sidamping.features.parties import queries as parties
from sidamping.features.programmes.queries import carried_mentees, engagement_ids
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

READERS = (*roles.BOARD, roles.MENTOR, *roles.OVERSEERS)
OFFICES = (roles.DINAS_REGENCY, roles.DINAS_PROVINCE)
KEEPERS = (*roles.BOARD, roles.MENTOR, *OFFICES)


@dataclass(frozen=True)
class Standing:
    """A cooperative in sight: what it is, where, and whether the viewer keeps its papers."""

    id: UUID
    name: str
    kind: str
    form: str
    village_code: str
    keeps: bool


def found(viewer: Viewer, cooperative: UUID) -> Standing | None:
    """The cooperative; None for a stranger."""
    told = parties.identity_of(cooperative)
    if told is None:
        return None
    keeps = (
        cooperative in viewer.subjects(*roles.BOARD) or _within(viewer, told.village_code, *OFFICES)
        or _carried(viewer, cooperative)
    )  # fmt: skip
    if not (keeps or _within(viewer, told.village_code, *roles.OVERSEERS) or _mentored(viewer, cooperative)):
        return None
    return Standing(told.id, told.name, told.kind, told.form, told.village_code, keeps)


def in_sight(viewer: Viewer) -> Q:
    """The papers of which a viewer is told when they run out: of the own, the carried, the area's cooperatives."""
    seen = Q(cooperative_id__in=viewer.subjects(*roles.BOARD))
    if viewer.has(roles.MENTOR):
        seen |= Q(cooperative_id__in=carried_mentees(viewer).values("mentee_id"))
    for area in viewer.areas(*roles.OVERSEERS):
        seen |= Q(cooperative__village__code__startswith=area)
    return seen


def kept(viewer: Viewer, cooperative: UUID) -> Standing | None:
    """The cooperative when the viewer keeps its papers; None for everybody else."""
    standing = found(viewer, cooperative)
    return standing if standing is not None and standing.keeps else None


def _within(viewer: Viewer, village: str, *through: str) -> bool:
    return any(village.startswith(area) for area in viewer.areas(*through))


def _mentored(viewer: Viewer, cooperative: UUID) -> bool:
    return viewer.has(roles.MENTOR) and engagement_ids(viewer).filter(mentee_id=cooperative).exists()


def _carried(viewer: Viewer, cooperative: UUID) -> bool:
    return viewer.has(roles.MENTOR) and carried_mentees(viewer).filter(mentee_id=cooperative).exists()
