"""The shapes that field work hands out: frozen lines of visits, plans, problems and follow-ups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from sidamping.features.materials.queries import Handed
from sidamping.platform.attachments.store import Kept


@dataclass(frozen=True)
class Met:
    """A mentee met in a visit, with who attended for them."""

    engagement_id: UUID
    mentee_id: UUID
    mentee_name: str
    attendees: tuple[str, ...]
    headcount: int | None


@dataclass(frozen=True)
class VisitLine:
    """The current state of a logbook entry."""

    id: UUID
    revision_id: UUID
    number: int
    mentor_id: UUID
    mentor_name: str
    programme: str
    visited_on: date
    starts_at: time
    ends_at: time
    mode: str
    village_code: str
    village: str
    district: str
    place: str
    activity: str
    purpose: str
    material: str
    topics: tuple[str, ...]
    roles: tuple[str, ...]
    result: str
    obstacles: str
    advice: str
    cost: int | None
    remarks: str
    source: str
    reason: str
    latitude: Decimal | None
    longitude: Decimal | None
    accuracy_m: int | None
    plan_item_id: UUID | None
    plan_target: str
    plan_concern: str
    written_at: datetime
    written_by: str
    mentees: tuple[Met, ...]
    materials: tuple[Handed, ...] = ()

    @property
    def material_told(self) -> str:
        """What was dealt with, as the papers say it: the mentor's words, then the names of what was handed over."""
        return "; ".join(part for part in (self.material, *(one.title.id for one in self.materials)) if part)

    @property
    def where(self) -> str:
        """'Rumah ketua, Bolok'."""
        return ", ".join(part for part in (self.place, self.village) if part)

    @property
    def names(self) -> str:
        """The mentees met, as a list in words."""
        return ", ".join(one.mentee_name for one in self.mentees)

    @property
    def minutes(self) -> int:
        return (self.ends_at.hour - self.starts_at.hour) * 60 + self.ends_at.minute - self.starts_at.minute


@dataclass(frozen=True)
class Difference:
    """A field that a revision changed."""

    label: object
    before: object
    after: object


@dataclass(frozen=True)
class Revision:
    """One state of a visit with what it changed against the one before."""

    line: VisitLine
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class FollowUpLine:
    """Something promised; `days_over` counts from the due day to the day of looking, 0 when not overdue or closed."""

    id: UUID
    engagement_id: UUID
    mentee_name: str
    visit_id: UUID | None
    problem_id: UUID | None
    text: str
    owner_side: str
    owner_name: str
    due: date
    closed_on: date | None
    closed_note: str
    days_over: int

    @property
    def state(self) -> str:
        if self.closed_on:
            return "done"
        return "overdue" if self.days_over else "open"


@dataclass(frozen=True)
class VisitRecord:
    """A visit with all that hangs on it; `veiled` when a version of it names somebody the viewer may not know of."""

    line: VisitLine
    revisions: tuple[Revision, ...]
    follow_ups: tuple[FollowUpLine, ...]
    photos: tuple[Kept, ...]
    own: bool
    veiled: bool


@dataclass(frozen=True)
class PlanLine:
    """A line of the work plan and the visits that realised it."""

    id: UUID
    engagement_id: UUID
    mentee_id: UUID
    mentee_name: str
    mentor_id: UUID
    problem_id: UUID | None
    concern: str
    activity: str
    purpose: str
    target: str
    method: str
    place: str
    planned_on: date
    starts_at: time | None
    minutes: int
    agreed_by: str
    dropped_on: date | None
    dropped_why: str
    revised: int
    created_at: datetime
    realised: tuple[UUID, ...]
    realised_on: date | None

    @property
    def state(self) -> str:
        """done, dropped or planned; whether a planned one is late depends on the day of looking."""
        if self.realised:
            return "done"
        return "dropped" if self.dropped_on else "planned"


@dataclass(frozen=True)
class AlternativeLine:
    id: UUID
    text: str
    consequences: str
    chosen: bool


@dataclass(frozen=True)
class ChoiceLine:
    alternative_id: UUID
    chosen_by: str
    capacity: str
    chosen_on: date
    meeting: str
    written_by: str


@dataclass(frozen=True)
class OutcomeLine:
    seen_on: date
    text: str
    solved: bool
    written_by: str


@dataclass(frozen=True)
class ProblemLine:
    """A problem with its way from causes to outcome; `state` is derived: open, alternatives, decided, solved."""

    id: UUID
    engagement_id: UUID
    mentee_name: str
    title: str
    side: str
    category: str
    priority: int
    dialogue: str
    causes: tuple[str, ...]
    found_on: date
    written_by: str
    state: str
    alternatives: tuple[AlternativeLine, ...]
    choice: ChoiceLine | None
    outcomes: tuple[OutcomeLine, ...]
    revised: int = 0


@dataclass(frozen=True)
class ProblemHead:
    """A problem in a list."""

    id: UUID
    engagement_id: UUID
    mentee_name: str
    title: str
    category: str
    priority: int
    found_on: date
    state: str
    chosen_by: str


@dataclass(frozen=True)
class ObservationLine:
    """The observation in force, with how many went before it."""

    id: UUID
    engagement_id: UUID
    observed_on: date
    findings: dict[str, str]
    potentials: str
    needs: str
    written_by: str
    replaces: UUID | None


@dataclass(frozen=True)
class EvaluationLine:
    id: UUID
    engagement_id: UUID
    held_on: date
    mentee_name: str
    went_well: str
    difficulties: str
    mentee_view: str
    mentor_view: str
    next_plan: str
    written_by: str
