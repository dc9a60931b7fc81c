"""Who may open which kind of round. An assessor opens any in the own area, a mentor those about parties there."""

from __future__ import annotations

from collections.abc import Iterable

from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Grant, Viewer

PARTIES = ("cooperative", "business", "person")
COOPERATIVE, MENTOR, TOPIC = "cooperative", "mentor", "topic"
DECIDERS = (roles.ASSESSOR, *roles.OVERSEERS)
"""Roles that decide, return and read handed-in rounds of their area."""
OPENERS = {
    **dict.fromkeys(PARTIES, (roles.ASSESSOR, roles.MENTOR)),
    MENTOR: DECIDERS,
    TOPIC: (*DECIDERS, roles.MENTOR),
}
"""Roles that open rounds about each kind of subject in their area."""


def subject_kinds(viewer: Viewer) -> frozenset[str]:
    """The kinds of subject about which the viewer may open a round; a chair's is the own cooperative."""
    by_area = {kind for kind, wanted in OPENERS.items() if viewer.areas(*wanted)}
    return frozenset(by_area | ({COOPERATIVE} if viewer.subjects(roles.CHAIR) else set()))


def opens_any(viewer: Viewer) -> bool:
    """Whether the viewer may open a round about anything at all."""
    return bool(subject_kinds(viewer))


def opens_in(viewer: Viewer, kind: str, area: str) -> bool:
    """Whether a role with a territory lets the viewer open a round about that kind there."""
    return covered(viewer.holding(*OPENERS[kind]), area)


def covered(grants: Iterable[Grant], area: str) -> bool:
    """Whether one of the grants reaches the area; roles bound to one subject reach none."""
    return any(grant.subject_id is None and area.startswith(grant.area) for grant in grants)


def decides_in(viewer: Viewer, area: str) -> bool:
    """Whether the viewer decides and returns rounds of the area."""
    return covered(viewer.holding(*DECIDERS), area)


def oversees_in(viewer: Viewer, area: str) -> bool:
    """Whether the viewer looks over the area; an assessor alone does not."""
    return covered(viewer.holding(*roles.OVERSEERS), area)
