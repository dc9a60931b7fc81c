"""After the mentoring: when somebody looks in again, what was found, and which office carries it on (B13, C11).

Days are derived from the day of the result and the programme's months; nothing of the schedule is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.periods import after_months
from sidamping.features.needs.queries import acts_as
from sidamping.features.outcomes.models import Continuation, LookBack
from sidamping.features.outcomes.queries.scope import book_of, step_of, stop_of
from sidamping.features.programmes.queries import EngagementCard, cards, engagement_ids
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import programmes

SOON_DAYS = 30
"""A follow-up stands on the list this many days before it is due."""
DONE, OVERDUE, DUE, PLANNED = "done", "overdue", "due", "planned"
MOST_LOOKED_AT = 500


@dataclass(frozen=True)
class LookBackLine:
    """What was found in a follow-up; indicators as (name, before, now)."""

    id: UUID
    month: int
    done_on: date
    outcome: str
    indicators: tuple[tuple[str, str, str], ...]
    note: str
    by: str


@dataclass(frozen=True)
class Occasion:
    """One follow-up of the schedule: its month, the day it is due, what was found."""

    month: int
    due: date
    state: str
    found: LookBackLine | None = None
    days_over: int = 0


@dataclass(frozen=True)
class DueLine:
    """A follow-up that waits, with its mentee."""

    card: EngagementCard
    occasion: Occasion


@dataclass(frozen=True)
class ContinuationLine:
    """Which office carries the mentoring on from a day."""

    id: UUID
    owner: str
    starts: date
    why: str
    by: str


def occasions_of(card: EngagementCard, on: date) -> tuple[Occasion, ...]:
    """The schedule of one mentoring; empty before its result, and where the programme has none."""
    rows = LookBack.objects.filter(engagement_id=card.id).select_related("by")
    return _occasions(card, {row.month: _line(row) for row in rows}, on)


def due_look_backs(viewer: Viewer) -> tuple[DueLine, ...]:
    """What the viewer should look into: overdue and soon due, the longest overdue first."""
    found = cards(viewer, ids=_past(viewer))
    held: dict[UUID, dict[int, LookBackLine]] = {one.id: {} for one in found}
    for row in LookBack.objects.filter(engagement_id__in=held).select_related("by"):
        held[row.engagement_id][row.month] = _line(row)
    lines = [
        DueLine(card, one) for card in found if looks_back(viewer, card)
        for one in _occasions(card, held[card.id], viewer.on) if one.state in (OVERDUE, DUE)
    ]
    return tuple(sorted(lines, key=lambda one: (one.occasion.due, one.card.mentee_name)))


def looks_back(viewer: Viewer, card: EngagementCard) -> bool:
    """Whether the viewer is among those the programme names for its follow-ups."""
    rule = book_of(card).follow_up
    return rule is not None and acts_as(viewer, card, rule.owners)


def continuations_of(card: EngagementCard) -> tuple[ContinuationLine, ...]:
    """Who carried the mentoring on, the newest first."""
    rows = Continuation.objects.filter(engagement_id=card.id).select_related("by").order_by("-starts")
    return tuple(ContinuationLine(row.pk, row.owner, row.starts, row.why, str(row.by)) for row in rows)


def _past(viewer: Viewer) -> list[UUID]:
    """Engagements of the viewer in which the step that follow-ups count from was recorded."""
    bases = {_base(one) for one in programmes(viewer.on) if one.follow_up} - {""}
    rows = engagement_ids(viewer).filter(path__steps__step__in=bases).distinct()
    return list(rows.values_list("id", flat=True)[:MOST_LOOKED_AT])


def _base(book: Any) -> str:
    return next((one.when.after for one in book.steps if one.code == book.follow_up.step), "")


def _occasions(card: EngagementCard, held: Mapping[int, LookBackLine], on: date) -> tuple[Occasion, ...]:
    rule = book_of(card).follow_up
    step = step_of(card, rule.step) if rule else None
    base = stop_of(card, step.when.after) if step else None
    if rule is None or base is None or base.done_on is None or not base.passed:
        return ()
    first = base.done_on
    return tuple(_occasion(month, after_months(first, month), held.get(month), on) for month in rule.months)


def _occasion(month: int, due: date, found: LookBackLine | None, on: date) -> Occasion:
    if found is not None:
        return Occasion(month, due, DONE, found)
    over = max(0, (on - due).days)
    state = OVERDUE if over else DUE if on >= due - timedelta(days=SOON_DAYS) else PLANNED
    return Occasion(month, due, state, None, over)


def _line(row: Any) -> LookBackLine:
    said: Iterable[Mapping[str, str]] = row.indicators
    indicators = tuple((one["name"], one["before"], one["now"]) for one in said)
    return LookBackLine(row.pk, row.month, row.done_on, row.outcome, indicators, row.note, str(row.by))
