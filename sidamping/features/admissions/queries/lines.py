"""What other rooms get to see of applications: frozen values with masked numbers, no model instances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sidamping.domain.selection.intake import Screening
from sidamping.features.admissions.models import Application
from sidamping.features.admissions.queries.intake import Need, intake_of
from sidamping.features.admissions.queries.standing import Made, Standing
from sidamping.features.programmes.queries import Stop
from sidamping.platform.http.language import reader_language
from sidamping.rules.citing import source_words


def number_of(row: Application) -> str:
    """'0007/KOPERASI-MODERN-USULAN/2026'."""
    return f"{row.number:04d}/{row.programme.upper()}/{row.year}"


@dataclass(frozen=True)
class ApplicationLine:
    """An application in a list; `place` is its place in the queue, None once decided."""

    id: UUID
    pinned: str
    number: str
    name: str
    kind: str
    village: str
    place_name: str
    applied_on: date
    assisted: bool
    priorities: tuple[str, ...]
    standing: Standing
    stage_word: str
    place: int | None = None
    twins: int = 0
    cohort: str = ""

    @property
    def preferred(self) -> tuple[str, ...]:
        """The priorities that are met, in the words of the programme."""
        intake = intake_of(self.pinned)
        named = {one.code: one.label.text(reader_language()) for one in intake.priorities} if intake else {}
        return tuple(named[code] for code in self.priorities)


@dataclass(frozen=True)
class HeldFile:
    """A file handed in for a document."""

    id: UUID
    name: str
    media_type: str
    size: int
    added_at: datetime
    by: str
    sha256: str


@dataclass(frozen=True)
class Checked:
    """A document of the programme with the files there are for it."""

    need: Need
    files: tuple[HeldFile, ...]

    @property
    def missing(self) -> bool:
        return self.need.required and not self.files


@dataclass(frozen=True)
class ContactLine:
    """An attempt to reach the applicant."""

    id: UUID
    on: date
    result: str
    spoke_with: str
    note: str
    by: str


@dataclass(frozen=True)
class Answer:
    """A question of readiness with the answer; None was not asked then."""

    code: str
    question: str
    answer: bool | None
    must: bool
    status: str


@dataclass(frozen=True)
class Identity:
    """Who applied, personal numbers masked."""

    kind: str
    name: str
    village: str
    place_name: str
    address: str
    cooperative_kind: str
    sector: str
    product: str
    legal_number: str
    nik_koperasi: str
    nik: str
    phone: str
    contact_name: str
    contact_position: str


@dataclass(frozen=True)
class Twin:
    """Another application that may be the same: in what they agree, and how the other stands."""

    id: UUID
    number: str
    reasons: tuple[str, ...]
    sure: bool
    identity: Identity
    applied_on: date
    standing: Standing


@dataclass(frozen=True)
class StageLine:
    """A stage of the intake: decided or waiting, and whether the viewer may decide it now."""

    code: str
    word: str
    owners: str
    outcomes: tuple[tuple[str, str], ...]
    made: Made | None
    due: date | None
    late: bool
    now: bool
    may: bool
    instead: bool
    undo: bool
    cite: str
    status: str

    @property
    def source(self) -> str:
        """Where the stage comes from, in words."""
        return source_words(self.cite, reader_language())


@dataclass(frozen=True)
class ApplicationCard:
    """One application whole, as its officers see it."""

    id: UUID
    path_id: UUID
    cohort_id: UUID
    cohort: str
    programme: str
    pinned: str
    programme_title: str
    number: str
    identity: Identity
    statement: str
    applied_on: date
    consented_at: datetime
    by: str
    assisted: bool
    party_id: UUID | None
    answers: tuple[Answer, ...]
    screening: Screening
    priorities: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    documents: tuple[Checked, ...]
    contacts: tuple[ContactLine, ...]
    stages: tuple[StageLine, ...]
    stations: tuple[Stop, ...]
    standing: Standing
    twins: tuple[Twin, ...]
    engagement_id: UUID | None
    token: str
    may: frozenset[str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The words of required documents that are not there."""
        return tuple(one.need.label for one in self.documents if one.missing)

    @property
    def undoable(self) -> str:
        """The stage whose decision may still be taken back: the newest one, by a role that overrides it."""
        last = next((one for one in reversed(self.stages) if one.made), None)
        return last.code if last and last.undo and self.standing.state not in ("withdrawn", "enrolled") else ""

    @property
    def next_stage(self) -> StageLine | None:
        return next((one for one in self.stages if one.now), None)


@dataclass(frozen=True)
class Receipt:
    """What the applicant sees at the secret address: never who decided, never another applicant."""

    id: UUID
    token: str
    number: str
    name: str
    cohort_id: UUID
    cohort: str
    programme_title: str
    applied_on: date
    place_name: str
    documents: tuple[Checked, ...]
    standing: Standing
    stages: tuple[StageLine, ...]
    engagement_id: UUID | None

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(one.need.label for one in self.documents if one.missing)
