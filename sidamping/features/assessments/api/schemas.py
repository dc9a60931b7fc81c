"""What the API of assessments takes and gives."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from sidamping.domain.scoring.instrument import TABLE


class SubjectOut(Schema):
    """Whom or what a round is about."""

    kind: str
    id: UUID | None
    name: str
    place: str


class HeadOut(Schema):
    """One round in a list; total, category and coverage of a decided one, coverage as part of 1."""

    id: UUID
    subject: SubjectOut
    instrument: str
    instrument_title: str
    version: str
    status: str
    purpose: str
    as_of: date
    state: str
    lead: str
    total: float | None
    category: str
    coverage: float | None
    mine: str
    sampled: bool
    simulated: bool
    engagement_id: UUID | None
    about: str


class HeadsOut(Schema):
    """A page of rounds; `next_key` goes into `after` for the next one, '' on the last page."""

    rows: list[HeadOut]
    next_key: str


class EvidenceOut(Schema):
    """A file behind an item."""

    id: UUID
    item: str
    filename: str
    media_type: str
    sha256: str
    note: str


class FillingOut(Schema):
    """A filling: typed texts by item key, files behind them; `revised` goes into `seen` when saving."""

    id: UUID
    part: str
    by: str
    answered_by: str
    values: dict[str, str]
    notes: dict[str, str]
    revised: int
    submitted_at: datetime | None
    evidence: list[EvidenceOut]


class StepOut(Schema):
    """One act on the round, in order."""

    act: str
    by: str
    at: datetime
    remark: str


class ResultOut(Schema):
    """A sealed result: its file, its hash, what was given and what came out with the trace of every point."""

    id: UUID
    version: str
    sha256: str
    method: str
    as_of: date
    given: dict[str, Any]
    outcome: dict[str, Any]
    decided: bool
    reason: str
    by: str
    at: datetime


class CardOut(Schema):
    """One round with what the reader may read of it, and may do now. `earlier`: fillings that were returned."""

    head: HeadOut
    method: str
    sha256: str
    pair: UUID | None
    follow_up: UUID | None
    fillings: list[FillingOut]
    earlier: list[FillingOut]
    steps: list[StepOut]
    results: list[ResultOut]
    may: list[str]
    waiting_for: list[str]


class DeltaLineOut(Schema):
    """A component before and after, in points."""

    key: str
    label: str
    before: float | None
    after: float | None
    change: float | None
    most: float | None


class RulerLineOut(Schema):
    """A component of the newer file: what the file alone does to the first round, and what changed since under it."""

    key: str
    label: str
    ruler: float | None
    change: float | None


class RulerOut(Schema):
    """The file in force on the later day where it is another one: changed ruler apart from changed score."""

    version: str
    title: str
    ruler: float | None
    change: float | None
    before_total: float | None
    after_total: float | None
    lines: list[RulerLineOut]
    why_not: list[str]


class DeltaOut(Schema):
    """Two decided rounds on one ruler; rounds on two are refused with both names (SCORING_019)."""

    baseline: HeadOut
    final: HeadOut
    lines: list[DeltaLineOut]
    before_total: float | None
    after_total: float | None
    change: float | None
    newer: RulerOut | None


class OpenIn(Schema):
    """A round to be opened about exactly one of party, mentor and topic; `version` pins another than the day's.

    `engagement` names the mentoring it is for.
    """

    id: UUID
    instrument: str
    as_of: date
    purpose: str = "single"
    party: UUID | None = None
    mentor: UUID | None = None
    topic: str = ""
    engagement: UUID | None = None
    pair: UUID | None = None
    method: str = TABLE
    version: str = ""


class Opened(Schema):
    id: UUID


class Saved(Schema):
    """The new count of changes."""

    revised: int


class Submitted(Schema):
    """What the sealed filling scores, as `sidamping score --json` prints it; coverage below 1 is partial."""

    outcome: dict[str, Any]


class InstrumentOut(Schema):
    """A version of an instrument; status resmi, usulan or contoh."""

    name: str
    version: str
    sha256: str
    title: str
    status: str
    cite: str
    subject: str
    respondent: str
    starts: date
    uploaded: bool


class ItemOut(Schema):
    """One thing to fill in; `key` is what a filling's values are sent under."""

    key: str
    kind: str
    label: str
    help: str
    cite: str
    status: str
    signed: bool
    within: str
    optional: bool
    used_by: list[str]


class SectionOut(Schema):
    key: str
    label: str
    cite: str
    items: list[ItemOut]


class SheetOut(Schema):
    """An instrument in one version with all of its items, and the versions there are."""

    instrument: InstrumentOut
    sections: list[SectionOut]
    versions: list[InstrumentOut]
