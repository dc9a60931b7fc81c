"""Who records what about an outcome, and who may read what the cooperative said without its mentor (B9).

Whoever carries or ever carried the mentee never reads it, in no other role either.
"""

from __future__ import annotations

from collections.abc import Collection

from sidamping.features.needs.queries import acts_as
from sidamping.features.programmes.queries import EngagementCard, Stop, assignments_of
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import Programme, pinned_programme
from sidamping.rules.programme_forms import Step

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
OFFICES = (roles.PMO, roles.COORDINATOR, roles.SECRETARIAT)
"""Who records what no step of the programme names an owner for."""
THREE, CONFIRM, PRESENT, EVALUATE = "midterm_three", "midterm_confirm", "presentation", "mentor_evaluation"
COPY, RECEIVED, RESULT, VERDICT, CONTINUED = "copy_dinas", "copy_received", "result", "verdict", "continued"


def book_of(card: EngagementCard) -> Programme:
    return pinned_programme(card.pinned)


def step_of(card: EngagementCard, code: str) -> Step | None:
    """A step of the engagement's programme; None where the programme has no such step."""
    return next((one for one in book_of(card).steps if one.code == code), None)


def stop_of(card: EngagementCard, code: str) -> Stop | None:
    """Where that step stands."""
    return next((one for one in card.path if one.code == code), None)


def owners_of(card: EngagementCard, code: str) -> tuple[str, ...]:
    """The roles that do a step, or do it in the owner's place."""
    step = step_of(card, code)
    return tuple(dict.fromkeys((*step.owners, *step.override))) if step else OFFICES


def may(viewer: Viewer, card: EngagementCard, code: str) -> bool:
    """Whether the viewer does this step of the engagement."""
    return acts_as(viewer, card, owners_of(card, code))


def mentors_of(card: EngagementCard) -> frozenset[object]:
    """Everybody who carries the mentee or ever did."""
    return frozenset(line.mentor_id for line in assignments_of(card.id))


def reads_confidential(viewer: Viewer, card: EngagementCard, mentors: Collection[object] | None = None) -> bool:
    """Whether what was said without the mentor is open to the viewer. `mentors`: who carried it, where it was read."""
    if not acts_as(viewer, card, (roles.CHAIR, *roles.OVERSEERS)):
        return False
    return viewer.user_id not in (mentors_of(card) if mentors is None else mentors)
