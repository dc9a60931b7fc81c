"""What a programme is made of, as dataclasses: path, people, intake, recruitment, deliverables, graduation.

No reading here; programme_parts.py builds them from a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sidamping.rules.forms import Copy, Label, RuleKey

Values = Mapping[str, tuple[str, ...]]
"""Fact → the values meant, for instance sector → (farming-livestock, fishery-marine)."""


@dataclass(frozen=True)
class When:
    """When a step should be done: `days` and `months` after a step ('' = the start); neither = no date is set."""

    after: str = ""
    days: int | None = None
    months: int | None = None
    status: str = ""
    note: str = ""


@dataclass(frozen=True)
class FormUse:
    """A form a step needs: an instrument, a paper, a deliverable or a letter, and for which purpose."""

    kind: str
    name: str
    purpose: str = ""


@dataclass(frozen=True)
class Step:
    """A step of a programme's path; `needs` are steps to be done before; `marked_by` is the activity that does it.
    `stops` are the outcomes on which nothing may follow.

    `subject` says whose step it is: the mentee's, the mentor's (induction) or the cohort's (the open call).
    """

    code: str
    label: Label
    needs: tuple[str, ...] = ()
    when: When = When()
    marked_by: str = ""
    hint: Label | None = None
    cite: str = ""
    status: str = ""
    stage: str = ""
    subject: str = "mentee"
    applies: Values = field(default_factory=dict)
    owners: tuple[str, ...] = ()
    override: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    forms: tuple[FormUse, ...] = ()
    outcomes: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    hidden_from: tuple[str, ...] = ()
    repeats: bool = False


@dataclass(frozen=True)
class Named:
    """A code of a programme's own with its words and source: a stage, a document, a criterion, a session."""

    code: str
    label: Label
    cite: str
    status: str = ""


@dataclass(frozen=True)
class Document(Named):
    """A document an applicant hands in."""

    required: bool = True


@dataclass(frozen=True)
class Question(Named):
    """A yes-or-no question of readiness; a `must` that is answered no refuses with `reason`, else it is noted."""

    must: bool = False
    reason: str = ""


@dataclass(frozen=True)
class Intake:
    """How mentees come in: documents, readiness, who goes first, what makes two applications one, reasons to refuse."""

    documents: tuple[Document, ...]
    screening: tuple[Question, ...]
    priorities: tuple[Named, ...]
    duplicates: tuple[str, ...]
    reasons: str


@dataclass(frozen=True)
class SelectionStage:
    """A stage of choosing mentors, the step it marks and what is looked at."""

    code: str
    step: str
    criteria: tuple[Named, ...] = ()


@dataclass(frozen=True)
class Interview:
    """Which instrument the interviewers fill, how many of them there are, and how a tie is broken."""

    instrument: str
    interviewers: int
    tie: Named
    order: tuple[str, ...]
    cite: str
    status: str = ""


@dataclass(frozen=True)
class Recruitment:
    """How mentors are chosen and which letters follow."""

    stages: tuple[SelectionStage, ...]
    interview: Interview | None
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Session(Named):
    """A session of the induction: where, before or during the mentoring, and whether attendance is required."""

    mode: str = ""
    phase: str = "before"
    required: bool = True


@dataclass(frozen=True)
class Deliverable:
    """A work every mentee makes; `month` is the month of mentoring it belongs to, None without one."""

    code: str
    cite: str
    month: int | None = None
    required: bool = True


@dataclass(frozen=True)
class Deliverables:
    """What is made: by everyone, and by theme; and who reviews it."""

    reviewers: tuple[str, ...]
    general: tuple[Deliverable, ...]
    themes: Values

    def of(self, theme: str) -> tuple[str, ...]:
        """The works of a mentee with a theme, the general ones first."""
        return (*(one.code for one in self.general), *self.themes.get(theme, ()))


@dataclass(frozen=True)
class Condition(Named):
    """What is counted before a graduation: `measure` at least or at most so much; a `must` cannot be outweighed."""

    measure: str = ""
    least: int | None = None
    most: int | None = None
    weight: int = 0
    must: bool = False
    step: str = ""


@dataclass(frozen=True)
class Graduation:
    """Who decides, by which criteria, on which conditions, and from which mark on."""

    decided_by: tuple[str, ...]
    verdicts: str
    criteria: str
    conditions: tuple[Condition, ...]
    pass_mark: int
    pass_cite: str
    pass_status: str


@dataclass(frozen=True)
class PeriodRule:
    """How many months a mentoring lasts, and for whom longer: `longer_months`, extended to `most_months` at most."""

    months: int
    cite: str
    status: str = ""
    longer_months: int | None = None
    most_months: int | None = None
    applies: Values = field(default_factory=dict)
    longer_cite: str = ""


@dataclass(frozen=True)
class FollowUp:
    """In which months after the end somebody looks in again, and who."""

    step: str
    months: tuple[int, ...]
    owners: tuple[str, ...]
    cite: str
    status: str = ""


@dataclass(frozen=True)
class Watch(Named):
    """A way of monitoring: a telephone call, a visit, a sampled check; by whom and how often."""

    owners: tuple[str, ...] = ()
    every_days: int | None = None


@dataclass(frozen=True)
class Pin:
    """An instrument an engagement keeps in one version, and for which purposes."""

    instrument: str
    purposes: tuple[str, ...]
    cite: str


@dataclass(frozen=True)
class Load:
    """The rule and keys that say how many mentees a mentor carries."""

    rule: str
    most: str
    least: str = ""


@dataclass(frozen=True)
class Needs:
    """Which kinds of help and which themes may be determined for a mentee (B2)."""

    types: tuple[str, ...]
    themes: tuple[str, ...]
    cite: str


@dataclass(frozen=True)
class Programme:
    """A mentoring programme in one version. `data` is the file as read; parts a file leaves out are None or empty."""

    code: str
    version: str
    sha256: str
    status: str
    title: Label
    area: str
    time_zone: str
    place: str
    mentee_kinds: tuple[str, ...]
    roles: Mapping[str, Label]
    letterhead: tuple[str, ...]
    addressee: str
    steps: tuple[Step, ...]
    gates: Mapping[str, tuple[str, ...]]
    papers: tuple[str, ...]
    contact: RuleKey
    copies: tuple[Copy, ...]
    goals: tuple[Label, ...]
    data: Mapping[str, Any] = field(repr=False, compare=False)
    stages: tuple[Named, ...] = ()
    needs: Needs | None = None
    intake: Intake | None = None
    recruitment: Recruitment | None = None
    induction_step: str = ""
    induction: tuple[Session, ...] = ()
    deliverables: Deliverables | None = None
    pins: tuple[Pin, ...] = ()
    graduation: Graduation | None = None
    period: PeriodRule | None = None
    follow_up: FollowUp | None = None
    continues: tuple[str, ...] = ()
    monitoring: tuple[Watch, ...] = ()
    load: Load | None = None
    dose: str = ""
    success: str = ""
    assignment: str = ""
    benefits: str = ""
    target: int | None = None

    def role(self, code: str, lang: str = "id") -> str:
        """What a role is called here; KeyError when the programme does not have it."""
        return self.roles[code].text(lang)

    def step(self, code: str) -> Step:
        return next(step for step in self.steps if step.code == code)

    def steps_of(self, subject: str) -> tuple[Step, ...]:
        """The steps of the mentee's, the mentor's or the cohort's path."""
        return tuple(step for step in self.steps if step.subject == subject)
