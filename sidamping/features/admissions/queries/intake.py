"""What a programme's file says of taking in: its stages of decision, its documents, questions, priorities, facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from sidamping.platform.http.language import reader_language
from sidamping.rules.books import listing, pinned_programme
from sidamping.rules.programme_forms import Document, Intake, Programme, Step

APPLY = "apply"
OF_OTHERS = frozenset({"withdrawn", "requirements", "competence", "rank", "conflict"})
"""Reasons of the shared list that are said of candidates for mentor, or by the applicant."""
FACT_LISTS = {"sector": "tkm-sectors", "technology": "technology-levels", "income": "income-types"}
"""Facts on which steps and the length of a mentoring depend, and the list of each."""
KIND_WORDS = {"cooperative": _("Koperasi"), "business": _("Usaha"), "person": _("Perorangan")}


@lru_cache(maxsize=32)
def stages_of(pinned: str) -> tuple[Step, ...]:
    """The decisions between application and enrolment: steps that may stop, standing only on each other."""
    found: list[Step] = []
    held = {APPLY}
    for step in pinned_programme(pinned).steps_of("mentee"):
        if step.stops and step.needs and set(step.needs) <= held:
            found.append(step)
            held.add(step.code)
    return tuple(found)


def intake_of(pinned: str) -> Intake | None:
    """The intake of a version of a programme; None when it takes nobody in by application."""
    return pinned_programme(pinned).intake if stages_of(pinned) else None


@lru_cache(maxsize=32)
def facts_asked(pinned: str) -> tuple[str, ...]:
    """The facts the programme's steps or its length depend on, in the order of our lists."""
    book = pinned_programme(pinned)
    named = {fact for step in book.steps for fact in step.applies}
    named |= set(book.period.applies) if book.period else set()
    return tuple(fact for fact in FACT_LISTS if fact in named)


def stage_of(pinned: str, code: str) -> Step | None:
    """One stage; None when the code is no decision of the intake."""
    return next((one for one in stages_of(pinned) if one.code == code), None)


def word(pinned: str, code: str) -> str:
    """What a stage is called in the reader's language; the code where the programme does not have it."""
    found = next((one for one in pinned_programme(pinned).steps if one.code == code), None)
    return found.label.text(reader_language()) if found else code


def role_words(pinned: str, codes: Iterable[str]) -> str:
    """The names of roles as this programme calls them, parted by commas."""
    book = pinned_programme(pinned)
    return ", ".join(book.role(one, reader_language()) if one in book.roles else one for one in codes)


@dataclass(frozen=True)
class Need:
    """A document of the programme with its words, whether it is required, where that stands."""

    code: str
    label: str
    required: bool
    cite: str
    status: str


def needs_of(pinned: str) -> tuple[Need, ...]:
    """The documents asked for."""
    intake = intake_of(pinned)
    return tuple(_need(one) for one in intake.documents) if intake else ()


def reasons_of(intake: Intake) -> dict[str, str]:
    """The reasons to refuse an applicant, code → words, without those that belong to mentors and to withdrawing."""
    codes = (one for one in listing(intake.reasons) if not one.retired and one.code not in OF_OTHERS)
    return {one.code: one.text(reader_language()) for one in codes}


def kind_words(book: Programme) -> dict[str, str]:
    """The kinds of mentees this programme takes."""
    return {kind: kind_word(kind) for kind in book.mentee_kinds}


def kind_word(kind: str) -> str:
    """What a kind of applicant is called; the code itself where somebody made one up."""
    return str(KIND_WORDS.get(kind, kind))


def _need(one: Document) -> Need:
    return Need(one.code, one.label.text(reader_language()), one.required, one.cite, one.status)
