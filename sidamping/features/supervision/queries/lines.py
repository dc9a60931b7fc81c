"""What supervision hands out: examinations in a list and one by one, findings with answers, sanctions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sidamping.domain.supervision.findings import Standing

PLANNED, ASSIGNED, REPORTED, CLOSED = "planned", "assigned", "reported", "closed"


@dataclass(frozen=True)
class ExaminationLine:
    """An examination in a list: how far it has come, and how many findings still wait."""

    id: UUID
    cooperative_id: UUID
    cooperative: str
    kinds: tuple[str, str, str]
    matter: str
    starts: date
    ends: date
    state: str
    findings: int
    unsettled: int
    late: int


@dataclass(frozen=True)
class AnswerLine:
    """What the cooperative said and did; `settled` is None until the office has judged it."""

    id: UUID
    text: str
    has_proof: bool
    by: str
    at: datetime
    settled: bool | None
    remark: str


@dataclass(frozen=True)
class FindingLine:
    """A finding with everything said about it, and where it stands today."""

    id: UUID
    number: int
    area: str
    text: str
    basis: str
    advice: str
    charged: str
    due: date
    struck_why: str
    answers: tuple[AnswerLine, ...]
    standing: Standing

    @property
    def struck(self) -> bool:
        return bool(self.struck_why)


@dataclass(frozen=True)
class SanctionLine:
    """A sanction with the number of its letter and the rule it was given by."""

    id: UUID
    number: int
    kind: str
    on: date
    until: date | None
    reason: str
    letter_id: UUID
    letter_number: str
    rule: str
    lifted_why: str
    lifted_at: datetime | None


@dataclass(frozen=True)
class TeamLine:
    """Somebody of the team."""

    name: str
    nip: str
    duty: str


@dataclass(frozen=True)
class ExaminationCard:
    """One examination whole. `keeps`: the viewer's office carries it out; `answers`: the viewer is of its board."""

    line: ExaminationLine
    office: str
    area: str
    village_code: str
    team: tuple[TeamLine, ...]
    letter_id: UUID | None
    letter_number: str
    findings: tuple[FindingLine, ...]
    report_on: date | None
    report_sha256: str
    sanctions: tuple[SanctionLine, ...]
    closed_at: datetime | None
    closed_why: str
    keeps: bool
    answers: bool
