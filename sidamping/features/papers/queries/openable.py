"""What a mentor may open by hand: the kinds of the programmes carried, and the mentees they are written about.

The list of duties looks back a few months only; a month missed longer ago is opened from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language

from sidamping.domain.periods import Course, Month
from sidamping.features.papers.queries.duties import course_of
from sidamping.features.programmes.queries import Carried, carried_between
from sidamping.platform.access.viewer import Viewer
from sidamping.rules import books


@dataclass(frozen=True)
class PaperKind:
    """A kind of paper: which cadence it has, whether it is the mentor's own, and whose programme asks for it."""

    name: str
    label: str
    cadence: str
    own: bool
    programme: str


@dataclass(frozen=True)
class Mentee:
    """Whom a paper may be about; `course` is the whole mentoring, None while it runs."""

    engagement: UUID
    name: str
    programme: str
    course: Course | None


@dataclass(frozen=True)
class Openable:
    """The choices of the form that opens any paper."""

    kinds: tuple[PaperKind, ...]
    mentees: tuple[Mentee, ...]


def openable(viewer: Viewer) -> Openable:
    """Kinds and mentees of this and the last month, the time an ended assignment stays open."""
    carried = carried_between(Month.of(viewer.on).previous.start, viewer.on, mentor_id=viewer.user_id)
    mentees = {
        one.engagement_id: Mentee(one.engagement_id, one.mentee_name, one.programme, course_of(one, viewer.on))
        for one in carried
    }
    return Openable(_kinds(viewer, carried), tuple(mentees.values()))


def _kinds(viewer: Viewer, carried: tuple[Carried, ...]) -> tuple[PaperKind, ...]:
    language = get_language() or "id"
    found: dict[str, PaperKind] = {}
    codes = {one.programme for one in carried}
    for programme in books.programmes(viewer.on):
        for name in programme.papers if programme.code in codes else ():
            form = books.paper_format(name, viewer.on)
            label, own = form.label.text(language), form.subject != "engagement"
            found.setdefault(name, PaperKind(name, label, form.cadence, own, programme.code))
    return tuple(found.values())
