"""What other rooms get to see of sheets: frozen values, no model instances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sidamping.domain.deliverables.kinds import Kind
from sidamping.features.deliverables.queries.facts import Fact
from sidamping.features.programmes.queries import EngagementCard

DRAFT, SUBMITTED, RETURNED, ACCEPTED = "draft", "submitted", "returned", "accepted"
"""States: by the newest version and its review; no version is a draft."""


@dataclass(frozen=True)
class SheetLine:
    """A sheet in a list."""

    id: UUID
    engagement_id: UUID
    mentee: str
    kind: str
    title: str
    name: str
    status: str
    state: str
    versions: int
    changed_at: datetime | None
    changed_by: str


@dataclass(frozen=True)
class KindLine:
    """A kind of sheet that may be begun for a mentee."""

    kind: Kind
    title: str
    purpose: str
    begun: int
    asked: bool = False
    months: tuple[tuple[str, str], ...] = ()
    """Of a sheet for each month: the months that have none yet, newest first, with their names."""


@dataclass(frozen=True)
class ReviewLine:
    """A verdict on a version."""

    verdict: str
    remark: str
    by: str
    at: datetime


@dataclass(frozen=True)
class VersionLine:
    """A version as handed in."""

    id: UUID
    number: int
    content: Mapping[str, Any]
    facts: tuple[Fact, ...]
    sha256: str
    by_id: UUID
    by: str
    at: datetime
    review: ReviewLine | None


@dataclass(frozen=True)
class SheetCard:
    """One sheet whole. `content` and `facts` are those of the version `shown`, or of the draft where that is None.

    A sheet that waits or was accepted shows that version to everybody; `draft` is what its writer goes on writing.
    `revised` counts its changes, `written` those of them that people wrote.
    """

    id: UUID
    card: EngagementCard
    kind: Kind
    name: str
    state: str
    content: Mapping[str, Any]
    facts: tuple[Fact, ...]
    shown: VersionLine | None
    draft: Mapping[str, Any]
    revised: int
    written: int
    revised_at: datetime | None
    writer: str
    versions: tuple[VersionLine, ...]
    may: frozenset[str]
    """Of: write, hand_in, review."""

    @property
    def unsent(self) -> bool:
        """Whether the writer changed something since the newest version, which nobody else sees yet."""
        return self.newest is not None and "write" in self.may and self.draft != self.newest.content

    @property
    def newest(self) -> VersionLine | None:
        return self.versions[0] if self.versions else None
