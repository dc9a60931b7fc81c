"""What other rooms get to see of assessments: frozen values, no model instances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

DRAFT, SUBMITTED, RETURNED, DECIDED, WITHDRAWN = "draft", "submitted", "returned", "decided", "withdrawn"
"""States, derived from the last act; a round without an act is a draft."""


@dataclass(frozen=True)
class SubjectName:
    """Whom or what a round is about."""

    kind: str
    id: UUID | None
    name: str
    place: str = ""


@dataclass(frozen=True)
class AssessmentHead:
    """One row of the list: subject, instrument, day, state, and the decided total where there is one."""

    id: UUID
    subject: SubjectName
    instrument: str
    instrument_title: str
    version: str
    status: str
    purpose: str
    as_of: date
    state: str
    lead: str
    total: Decimal | None
    category: str
    coverage: Decimal | None
    mine: str = ""
    """The viewer's own part ('lead', 'second', 'self'); '' for readers."""
    sampled: bool = False
    """Drawn for a blind second scoring that nobody does yet."""
    mine_open: bool = False
    """The viewer's own part is not handed in yet."""
    simulated: bool = False
    """A mentor leads it as a rehearsal; never an assessor's result."""
    engagement_id: UUID | None = None
    """The mentoring it was opened for, with its mentee in `about`; None and '' where no mentoring is meant."""
    about: str = ""


@dataclass(frozen=True)
class FillingLine:
    """One person's filling as its author, or whoever may read it, sees it."""

    id: UUID
    assessment_id: UUID
    part: str
    by_id: UUID
    by: str
    answered_by: str
    source: str
    data: Mapping[str, Any]
    revised: int
    revised_at: datetime | None
    submitted_at: datetime | None


@dataclass(frozen=True)
class EvidenceLine:
    """A file behind an item."""

    id: UUID
    item: str
    attachment: UUID
    filename: str
    media_type: str
    sha256: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class StepLine:
    """One act of the round."""

    act: str
    by: str
    at: datetime
    remark: str


@dataclass(frozen=True)
class ResultLine:
    """A sealed result: what was given and what came out (`outcome` as `Outcome.plain()` wrote it)."""

    id: UUID
    filling_id: UUID
    version: str
    sha256: str
    method: str
    as_of: date
    given: Mapping[str, Any]
    outcome: Mapping[str, Any]
    decided: bool
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class AssessmentCard:
    """One round whole: head, people, acts, results, and what the viewer may do now."""

    head: AssessmentHead
    method: str
    sha256: str
    pair_id: UUID | None
    follow_up_id: UUID | None
    fillings: tuple[FillingLine, ...]
    """Only those the viewer may read: never the other one while a blind scoring is open."""
    steps: tuple[StepLine, ...]
    results: tuple[ResultLine, ...]
    may: frozenset[str]
    """Of: fill, submit, decide, return, invite, withdraw, recompute."""
    waiting_for: tuple[str, ...] = ()
    """Names and parts of fillings that are not submitted yet."""
    firsts: tuple[FillingLine, ...] = ()
    """What each part handed in first, of those the viewer may read: on these two people are compared."""

    @property
    def own(self) -> FillingLine | None:
        """The filling the viewer writes or wrote."""
        return next((one for one in self.fillings if one.part == self.head.mine), None)

    @property
    def decided(self) -> ResultLine | None:
        return next((one for one in self.results if one.decided), None)


@dataclass(frozen=True)
class OutsideLine:
    """An official result of somebody else, as recorded."""

    id: UUID
    party_id: UUID
    instrument: str
    issuer: str
    number: str
    issued_on: date
    valid_until: date | None
    predicate: str
    total: Decimal | None
    attachment: UUID | None
    note: str
    by: str
    at: datetime
    before: tuple[OutsideLine, ...] = ()
    """The records this one corrected, the newest first."""


@dataclass(frozen=True)
class InstrumentHead:
    """An instrument version one may open on a day."""

    name: str
    version: str
    sha256: str
    title: str
    status: str
    cite: str
    subject: str
    respondent: str
    starts: date
    uploaded: bool = False


@dataclass(frozen=True)
class ImpactLine:
    """A round whose result would be another one under the file now in force on its day."""

    assessment_id: UUID
    subject: str
    as_of: date
    state: str
    old_version: str
    old_total: Decimal | None
    old_category: str
    new_version: str
    new_total: Decimal | None
    new_category: str
    why_not: str = ""
    """Why the new file cannot score this filling; '' when it can."""
