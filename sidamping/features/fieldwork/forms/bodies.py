"""What programs and phones write of field work, as they write it: one shape per thing, for the API and for sync.

A shape reads types and builds a draft; what a draft may say is checked where it is written.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from ninja import Schema

from sidamping.domain.fieldwork import (
    AlternativeDraft,
    ChoiceDraft,
    EvaluationDraft,
    FollowUpDraft,
    ObservationDraft,
    PlanDraft,
    PresenceDraft,
    ProblemDraft,
    VisitDraft,
)
from sidamping.features.fieldwork.services import OutcomeDraft


class PresenceIn(Schema):
    """A mentee met; `headcount` counts the attendees when it is left out; without any it is not reported."""

    engagement: UUID
    attendees: list[str] = []
    headcount: int | None = None

    def draft(self) -> PresenceDraft:
        return PresenceDraft(self.engagement, tuple(self.attendees), self.headcount)


class FollowUpIn(Schema):
    """A promise; its id is made from the visit's when it is left out."""

    id: UUID | None = None
    engagement: UUID
    text: str
    owner_side: str
    owner_name: str
    due: date

    def draft(self, instead: UUID) -> FollowUpDraft:
        return FollowUpDraft(
            self.id or instead, self.engagement, self.text, self.owner_side, self.owner_name, self.due
        )


class VisitIn(Schema):
    """A logbook entry; `id` is made by whoever writes it and makes a repetition harmless. No `cost`: not reported."""

    id: UUID
    visited_on: date
    starts_at: time
    ends_at: time
    mode: str
    village: str
    activity: str
    purpose: str
    result: str
    presences: list[PresenceIn]
    place: str = ""
    material: str = ""
    topics: list[str] = []
    roles: list[str] = []
    obstacles: str = ""
    advice: str = ""
    cost: int | None = None
    remarks: str = ""
    source: str = "typed"
    plan_item: UUID | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    accuracy_m: int | None = None
    follow_ups: list[FollowUpIn] = []
    materials: list[str] = []

    def draft(self, sending: UUID | None = None) -> VisitDraft:
        """The draft; promises without an id are named after the sending, the visit's own id where none is given."""
        same: dict[str, Any] = self.dict(include=set(VisitIn.model_fields) - SEVERAL)
        named = sending or self.id
        return VisitDraft(
            **same,
            presences=tuple(one.draft() for one in self.presences),
            follow_ups=tuple(one.draft(uuid5(named, f"follow-up {at}")) for at, one in enumerate(self.follow_ups)),
            topics=tuple(self.topics),
            roles=tuple(self.roles),
            materials=tuple(self.materials),
        )


class VisitRevisionIn(VisitIn):
    """A corrected state of a visit; `id` names the visit, `reason` why it is corrected."""

    reason: str


class ProblemIn(Schema):
    """A problem met with the mentee, its causes from the visible one to the root."""

    id: UUID
    engagement: UUID
    title: str
    side: str
    category: str
    found_on: date
    causes: list[str] = []
    priority: int = 3
    dialogue: str = ""

    def draft(self) -> ProblemDraft:
        return ProblemDraft(
            self.id, self.engagement, self.title, self.side, self.category, self.found_on, tuple(self.causes),
            self.priority, self.dialogue,
        )  # fmt: skip


class AlternativeIn(Schema):
    """A way out with its consequences."""

    id: UUID
    problem: UUID
    text: str
    consequences: str

    def draft(self) -> AlternativeDraft:
        return AlternativeDraft(self.id, self.problem, self.text, self.consequences)


class ChoiceIn(Schema):
    """What the mentee decided."""

    id: UUID
    problem: UUID
    alternative: UUID
    chosen_by: str
    chosen_on: date
    capacity: str = ""
    meeting: str = ""

    def draft(self) -> ChoiceDraft:
        return ChoiceDraft(
            self.id, self.problem, self.alternative, self.chosen_by, self.chosen_on, self.capacity, self.meeting
        )


class OutcomeIn(Schema):
    """What came of a choice."""

    id: UUID
    problem: UUID
    seen_on: date
    text: str
    solved: bool = False

    def draft(self) -> OutcomeDraft:
        return OutcomeDraft(self.id, self.problem, self.seen_on, self.text, self.solved)


class LaterFollowUpIn(FollowUpIn):
    """A promise made after a visit or about a problem."""

    visit: UUID | None = None
    problem: UUID | None = None


class FollowUpClosedIn(Schema):
    """A promise that was kept: how, and when."""

    follow_up: UUID
    note: str
    closed_on: date | None = None


class PlanItemIn(Schema):
    """A planned activity."""

    id: UUID
    engagement: UUID
    planned_on: date
    concern: str
    activity: str
    purpose: str
    target: str
    method: str
    place: str
    problem: UUID | None = None
    starts_at: time | None = None
    minutes: int = 90
    agreed_by: str = ""

    def draft(self) -> PlanDraft:
        return PlanDraft(**self.dict(exclude={"engagement", "problem"}), engagement_id=self.engagement,
                         problem_id=self.problem)  # fmt: skip


class ObservationIn(Schema):
    """What the mentor saw, by topic; `replaces` the observation that it corrects."""

    id: UUID
    engagement: UUID
    observed_on: date
    findings: dict[str, str]
    potentials: str = ""
    needs: str = ""
    replaces: UUID | None = None

    def draft(self) -> ObservationDraft:
        return ObservationDraft(
            self.id, self.engagement, self.observed_on, self.findings, self.potentials, self.needs, self.replaces
        )


class EvaluationIn(Schema):
    """The joint evaluation, both sides named."""

    id: UUID
    engagement: UUID
    held_on: date
    mentee_name: str
    went_well: str
    difficulties: str
    mentee_view: str
    mentor_view: str
    next_plan: str

    def draft(self) -> EvaluationDraft:
        return EvaluationDraft(**self.dict(exclude={"engagement"}), engagement_id=self.engagement)


SEVERAL = {"presences", "follow_ups", "topics", "roles", "materials"}
"""Fields of a visit that hold several things, each turned into its own draft."""
