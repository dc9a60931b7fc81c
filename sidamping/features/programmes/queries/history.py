"""What happened around an engagement, in words: opened, assigned, replaced, steps; who and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sidamping.features.programmes.queries.cards import EngagementCard
from sidamping.platform.access import roles
from sidamping.platform.access.queries import user_names
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal, trail
from sidamping.platform.activity.journal import Line
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page
from sidamping.rules import books

ICONS = {
    "programmes.step_recorded": "check",
    "programmes.step_taken_back": "arrow-back-up",
    "programmes.engagement_ended": "circle-x",
}
MOST_EXPORTED = 50_000
SELECTION = "admissions."
"""Activities of choosing the mentee; their reasons are for those who chose."""


@dataclass(frozen=True)
class Moment:
    """One line of a timeline; `subject` opens the record, `action` is the code for filters."""

    when: datetime
    who: str
    title: str
    note: str
    icon: str
    action: str
    subject: UUID


def history_of(card: EngagementCard, *, reasons: bool = True, selection: bool = True) -> tuple[Moment, ...]:
    """The newest activities about an engagement the caller has looked up within its scope, as the caller's card sees.

    Nothing is told of a step that is hidden from the reader: the path alone says whether it is done. Without `reasons`
    no reason is told, without `selection` none of those written while the mentee was chosen.
    """
    lines = journal.history({card.id, card.path_id or card.id})
    names = user_names(_people(lines))
    steps = {stop.code: stop.label for stop in card.path}
    hidden = {stop.code for stop in card.path if stop.hidden}
    told = (line for line in lines if line.data.get("step") not in hidden)
    return tuple(
        _moment(line, _said(line, names, steps, reasons and (selection or not line.action.startswith(SELECTION))))
        for line in told
    )


def activities(viewer: Viewer, wanted: trail.Wanted, after: str = "") -> Page:
    """A page of the whole trail, for administrators, within the area of their appointment."""
    page = trail.page(_within(viewer, wanted), after)
    return Page(tuple(_moment(line, line.why) for line in page.rows), page.next_key)


def every_activity(viewer: Viewer, wanted: trail.Wanted) -> Iterable[Moment]:
    """The same lines for an export, at most 50,000."""
    lines = trail.every(_within(viewer, wanted), most=MOST_EXPORTED)
    return (_moment(line, line.why) for line in lines)


def _within(viewer: Viewer, wanted: trail.Wanted) -> trail.Wanted:
    values = {name: getattr(wanted, name) for name in ("actor", "action", "subject", "start", "end")}
    return trail.Wanted(**values, regencies=viewer.areas(roles.ADMIN))


def _moment(line: Line, note: str) -> Moment:
    title = books.labels("activities", reader_language()).get(line.action, line.action)
    return Moment(line.at, line.actor, title, note, ICONS.get(line.action, ""), line.action, line.subject_id)


def _people(lines: Iterable[Line]) -> set[UUID]:
    return {UUID(line.data[key]) for line in lines for key in ("mentor", "before") if line.data.get(key)}


def _said(line: Line, names: dict[UUID, str], steps: dict[str, str], reasons: bool) -> str:
    """The step or the mentors, then the reason that was given, for who may read it."""
    data = line.data
    parts = [steps.get(data.get("step", ""), "")]
    parts += [names.get(UUID(data[key]), "") for key in ("before", "mentor") if data.get(key)]
    parts += [_priority(data[key]) for key in ("priority_before", "priority") if data.get(key)]
    return "\n".join(part for part in (" → ".join(filter(None, parts)), line.why if reasons else "") if part)


def _priority(level: str) -> str:
    return books.labels("priority-levels", reader_language()).get(level, level)
