"""What papers are made from: lines of the logbook, the plan and the problem log, as frozen facts with their ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True)
class VisitFact:
    """One visit as the logbook tells it now. `cost` is this paper's share when several mentees were met together."""

    id: UUID
    visited_on: date
    place: str
    activity: str
    purpose: str
    result: str
    starts_at: time | None = None
    ends_at: time | None = None
    material: str = ""
    obstacles: str = ""
    advice: str = ""
    remarks: str = ""
    target: str = ""
    method: str = ""
    cost: int | None = None
    mentees: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanFact:
    """One planned activity of the monthly work plan."""

    id: UUID
    planned_on: date
    concern: str
    activity: str
    purpose: str
    target: str
    method: str
    place: str
    starts_at: time | None = None
    mentee: str = ""


@dataclass(frozen=True)
class ProblemFact:
    """A problem with its deepest cause, what the mentee chose and what came of it."""

    id: UUID
    title: str
    found_on: date
    cause: str = ""
    choice: str = ""
    outcome: str = ""
    solved: bool = False


@dataclass(frozen=True)
class EvaluationFact:
    """A joint evaluation held with the mentee."""

    id: UUID
    held_on: date
    went_well: str = ""
    difficulties: str = ""
    next_plan: str = ""


@dataclass(frozen=True)
class IndicatorFact:
    """An indicator fixed at the start, with its last value up to the end of the paper's period; None: not measured."""

    id: UUID
    name: str
    unit: str
    start: Decimal
    fixed_on: date
    now: Decimal | None = None
    measured_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class NetworkFact:
    """How many contacts of a function of the business network stood before the period and stand at its end (A9).

    `names` are those of the end; `sheets` the accepted versions that were counted.
    """

    function: str
    before: int
    now: int
    names: tuple[str, ...] = ()
    sheets: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class ObservationFact:
    """The first observation: what was found, topic by topic, in words."""

    id: UUID
    observed_on: date
    findings: tuple[str, ...]


@dataclass(frozen=True)
class PhotoFact:
    """A photo of a visit, known by its attachment and hash."""

    attachment: UUID
    sha256: str
    caption: str
    visit: UUID


@dataclass(frozen=True)
class SignerFact:
    """Who is to sign in a slot on the day of submission."""

    slot: str
    name: str
    nip: str = ""


@dataclass(frozen=True)
class Subject:
    """Whom and where the paper is about; a mentor's own paper has no mentee. `chaired` when a chair is to sign."""

    mentor: str
    regency: str
    programme: str
    mentee: str = ""
    address: str = ""
    village: str = ""
    district: str = ""
    chaired: bool = False


@dataclass(frozen=True)
class Records:
    """Everything recorded that a paper of a period may be composed from."""

    visits: tuple[VisitFact, ...] = ()
    plan: tuple[PlanFact, ...] = ()
    problems: tuple[ProblemFact, ...] = ()
    evaluations: tuple[EvaluationFact, ...] = ()
    observations: tuple[ObservationFact, ...] = ()
    photos: tuple[PhotoFact, ...] = ()
    signers: tuple[SignerFact, ...] = field(default=())
    indicators: tuple[IndicatorFact, ...] = ()
    networks: tuple[NetworkFact, ...] = ()
