"""Who may determine needs and refer a mentee elsewhere: the roles the programme names, each within its own reach."""

from __future__ import annotations

from collections.abc import Iterable

from sidamping.features.programmes.queries import EngagementCard
from sidamping.platform.access import roles
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme

STEP = "needs"
READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
KEEPERS = (roles.MENTOR, roles.COORDINATOR, roles.SECRETARIAT, roles.PMO)
"""Who determines needs where a programme names nobody, and who refers a mentee to others."""


def owners_of(card: EngagementCard) -> tuple[str, ...]:
    """The roles that determine the needs in the engagement's programme."""
    found = next((one for one in pinned_programme(card.pinned).steps if one.code == STEP), None)
    return tuple(dict.fromkeys((*found.owners, *found.override))) if found else KEEPERS


def may_determine(viewer: Viewer, card: EngagementCard) -> bool:
    return acts_as(viewer, card, owners_of(card))


def may_refer(viewer: Viewer, card: EngagementCard) -> bool:
    return acts_as(viewer, card, KEEPERS)


def acts_as(viewer: Viewer, card: EngagementCard, wanted: Iterable[str]) -> bool:
    """Whether the viewer acts for the engagement in one of the roles: its mentor, its chair, an office over it."""
    return any(_acts(viewer, card, role) for role in wanted)


def _acts(viewer: Viewer, card: EngagementCard, role: str) -> bool:
    if role == roles.MENTOR:
        return viewer.has(role) and card.mentor_id == viewer.user_id
    if role == roles.CHAIR:
        return card.mentee_id in viewer.subjects(role)
    return any(covers(grant, card.programme, card.village_code) for grant in viewer.holding(role))
