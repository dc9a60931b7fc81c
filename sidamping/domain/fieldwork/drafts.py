"""What a person wants recorded, before it is checked. Drafts are plain values; whoever makes one names it (UUID)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

LATER = ("materials",)
"""Fields that drafts did not have from the beginning."""


@dataclass(frozen=True)
class Vocabulary:
    """The codes allowed in each list ('visit-modes' → …) and the labels of fields as people read them."""

    codes: Mapping[str, frozenset[str]]
    labels: Mapping[str, object] = field(default_factory=dict)

    def label(self, name: str) -> object:
        return self.labels.get(name, name)


@dataclass(frozen=True)
class PresenceDraft:
    """A mentee met, who attended for them, and how many they were in all, if somebody counted."""

    engagement_id: UUID
    attendees: tuple[str, ...] = ()
    headcount: int | None = None

    @property
    def counted(self) -> int | None:
        """The number told, else the number of names; None where neither is reported, never 1."""
        return len(self.attendees) or None if self.headcount is None else self.headcount


@dataclass(frozen=True)
class FollowUpDraft:
    """Something promised: by which side, by whom, until when."""

    id: UUID
    engagement_id: UUID
    text: str
    owner_side: str
    owner_name: str
    due: date


@dataclass(frozen=True)
class VisitDraft:
    """A logbook entry ('jurnal') as written on the phone or copied from paper."""

    id: UUID
    visited_on: date
    starts_at: time
    ends_at: time
    mode: str
    village: str
    activity: str
    purpose: str
    result: str
    presences: tuple[PresenceDraft, ...]
    place: str = ""
    material: str = ""
    topics: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    obstacles: str = ""
    advice: str = ""
    cost: int | None = None
    remarks: str = ""
    source: str = "typed"
    plan_item: UUID | None = None
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    accuracy_m: int | None = None
    follow_ups: tuple[FollowUpDraft, ...] = ()
    materials: tuple[str, ...] = ()
    """Codes of the library's materials that were handed over (A3)."""


@dataclass(frozen=True)
class ObservationDraft:
    """First observation of the real condition (D1): a finding per topic."""

    id: UUID
    engagement_id: UUID
    observed_on: date
    findings: Mapping[str, str]
    potentials: str = ""
    needs: str = ""
    replaces: UUID | None = None


@dataclass(frozen=True)
class ProblemDraft:
    """A problem met with the mentee (A5); `causes` runs from the visible one to the root."""

    id: UUID
    engagement_id: UUID
    title: str
    side: str
    category: str
    found_on: date
    causes: tuple[str, ...] = ()
    priority: int = 3
    dialogue: str = ""


@dataclass(frozen=True)
class AlternativeDraft:
    """A realistic way out and what it brings with it."""

    id: UUID
    problem_id: UUID
    text: str
    consequences: str


@dataclass(frozen=True)
class PlanDraft:
    """A planned activity of a mentor with a mentee (A6)."""

    id: UUID
    engagement_id: UUID
    planned_on: date
    concern: str
    activity: str
    purpose: str
    target: str
    method: str
    place: str
    problem_id: UUID | None = None
    starts_at: time | None = None
    minutes: int = 90
    agreed_by: str = ""


@dataclass(frozen=True)
class EvaluationDraft:
    """Joint evaluation and reflection (D3), both sides named."""

    id: UUID
    engagement_id: UUID
    held_on: date
    mentee_name: str
    went_well: str
    difficulties: str
    mentee_view: str
    mentor_view: str
    next_plan: str


def fingerprint(draft: Any) -> str:
    """The sha256 of a draft's content; two drafts with the same fingerprint say the same.

    A field that came later is left out while it is empty, so what arrived before is still recognised.
    """
    told = asdict(draft, dict_factory=_told)
    return hashlib.sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()


def _told(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if value or name not in LATER}
