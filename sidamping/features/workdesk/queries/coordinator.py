"""Over a territory: papers that wait, how punctual each mentor is, which mentees nobody has seen for too long."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.contact import Unseen, unseen
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import last_seen
from sidamping.features.papers.queries import PaperLine, Punctuality, compliance, queue
from sidamping.features.programmes.queries import Carried, carried_between, engagement_ids
from sidamping.features.workdesk.queries.rules import ContactRule, contact_rule
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer

SHOWN = 200


@dataclass(frozen=True)
class UnseenMentee:
    """A mentee beyond the contact rule of its programme."""

    engagement_id: UUID
    name: str
    village: str
    mentor_id: UUID
    mentor: str
    standing: Unseen
    rule: ContactRule


@dataclass(frozen=True)
class CoordinatorDay:
    """Papers for the coordinator, those still with a chair, and how many mentees are unseen."""

    waiting: tuple[PaperLine, ...]
    with_chairs: tuple[PaperLine, ...]
    unseen_count: int


@dataclass(frozen=True)
class MentorRow:
    """A mentor's month: papers, mentees carried, mentees unseen beyond the rule."""

    papers: Punctuality
    carried: int
    unseen: int


def coordinator_day(viewer: Viewer) -> CoordinatorDay:
    """What waits for the coordinator today."""
    found = queue(viewer)
    own = tuple(one for one in found if roles.COORDINATOR in one.awaited or one.on_paper)
    return CoordinatorDay(own, tuple(one for one in found if one not in own), len(unseen_mentees(viewer)))


def unseen_mentees(viewer: Viewer, area: str = "", mentor: UUID | None = None) -> tuple[UnseenMentee, ...]:
    """Mentees of the territory, or of an area of it or of one mentor, unseen beyond the rule, longest first; mentees
    without a rule are not judged.
    """
    if not viewer.has(*roles.OVERSEERS):
        return ()
    return _beyond(_carried(viewer, area, mentor), viewer.on)


def mentor_rows(viewer: Viewer, month: Month, area: str = "") -> tuple[MentorRow, ...]:
    """Per mentor of the territory, or of an area of it, those with missing papers first."""
    carried = _carried(viewer, area)
    load = Counter(one.mentor_id for one in carried)
    missed = Counter(one.mentor_id for one in _beyond(carried, viewer.on))
    rows = compliance(viewer, month, viewer.on, area)
    return tuple(MentorRow(row, load[row.mentor_id], missed[row.mentor_id]) for row in rows)


def _carried(viewer: Viewer, area: str = "", mentor: UUID | None = None) -> tuple[Carried, ...]:
    within = engagement_ids(viewer).filter(village__code__startswith=area)
    return tuple(carried_between(viewer.on, viewer.on, engagements=within, mentor_id=mentor))


def _beyond(carried: tuple[Carried, ...], on: date) -> tuple[UnseenMentee, ...]:
    seen = last_seen([one.engagement_id for one in carried], on)
    rules = {place: contact_rule(place[0], on, place[1]) for place in {(one.programme, one.regency) for one in carried}}
    found = []
    for one in carried:
        rule = rules[one.programme, one.regency]
        if rule is not None:
            standing = unseen(seen.get(one.engagement_id), one.starts, on, rule.days)
            if standing.beyond:
                found.append(_unseen(one, standing, rule))
    return tuple(sorted(found, key=lambda one: (-one.standing.days, one.name)))


def _unseen(one: Carried, standing: Unseen, rule: ContactRule) -> UnseenMentee:
    return UnseenMentee(
        one.engagement_id, one.mentee_name, one.village, one.mentor_id, one.mentor_name, standing, rule
    )
