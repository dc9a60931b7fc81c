"""What the programme of a cohort says of recruitment: its stages, the steps they mark, and what is asked at each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sidamping.domain.scoring.instrument import Instrument
from sidamping.domain.selection.stages import INTERVIEW
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels, pinned_programme
from sidamping.rules.instruments import instrument
from sidamping.rules.programme_forms import Programme, Recruitment, SelectionStage, Step

MENTOR = "mentor"


@dataclass(frozen=True)
class Book:
    """The recruitment of one programme version, read aloud in the reader's language."""

    programme: Programme
    recruitment: Recruitment
    language: str

    @property
    def stages(self) -> tuple[str, ...]:
        return tuple(one.code for one in self.recruitment.stages)

    def stage(self, code: str) -> SelectionStage:
        return next(one for one in self.recruitment.stages if one.code == code)

    def label(self, code: str) -> str:
        """The words of a stage or of a criterion; an unknown code speaks for itself."""
        for stage in self.recruitment.stages:
            if stage.code == code:
                return self.programme.step(stage.step).label.text(self.language)
            for one in stage.criteria:
                if one.code == code:
                    return one.label.text(self.language)
        return code

    def step_of(self, stage: str) -> Step:
        return self.programme.step(self.stage(stage).step)

    @property
    def apply_step(self) -> str:
        """The first step of a mentor's path: the application."""
        return self.programme.steps_of(MENTOR)[0].code

    @property
    def call_steps(self) -> tuple[str, ...]:
        """Steps of the cohort that an application waits for: the call."""
        waited = self.programme.step(self.apply_step).needs
        return tuple(one.code for one in self.programme.steps_of("cohort") if one.code in waited)

    @property
    def appoint_step(self) -> str:
        """The mentor's step after the last stage."""
        last = self.recruitment.stages[-1].step
        return next((one.code for one in self.programme.steps_of(MENTOR) if last in one.needs), "")

    @property
    def ruler(self) -> str:
        return self.recruitment.interview.instrument if self.recruitment.interview else ""

    @property
    def interviews(self) -> bool:
        return self.recruitment.interview is not None and INTERVIEW in self.stages

    def instrument_on(self, on: date) -> Instrument:
        """The instrument of the interview in force on a day."""
        return instrument(self.ruler, on)

    def owners(self, step: Step) -> str:
        """Who decides, in the programme's own words."""
        return ", ".join(self.role(code) for code in step.owners)

    def role(self, code: str) -> str:
        held = self.programme.roles.get(code)
        return held.text(self.language) if held else labels("roles", self.language).get(code, code)


def book_of(pinned: str) -> Book | None:
    """The recruitment of a programme version; None when it chooses no mentors."""
    made = pinned_programme(pinned)
    if made.recruitment is None or not made.steps_of(MENTOR):
        return None
    return Book(made, made.recruitment, reader_language())


def book_for(cohort: Any) -> Book | None:
    """The recruitment of a cohort's programme; the cohort comes with its path."""
    return book_of(cohort.path.pinned)
