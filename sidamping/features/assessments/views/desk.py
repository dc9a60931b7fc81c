"""The desk of one person filling in: sections with their progress, proposals with their reason, the running score.

Reads the viewer's own filling only, so nothing of a blind scoring shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.scoring.instrument import Instrument, Words
from sidamping.domain.scoring.numbers import written
from sidamping.domain.scoring.outcome import NOT_REPORTED, Outcome, Proposal, Scored
from sidamping.domain.scoring.sheet import LEVEL, MARK, YESNO, Item, flat
from sidamping.features.assessments import queries
from sidamping.features.assessments.forms import SectionForm
from sidamping.features.assessments.forms.filling import Line, words
from sidamping.features.assessments.queries import AssessmentCard, EvidenceLine, FillingLine
from sidamping.features.assessments.render.sources import Source, source_of
from sidamping.features.assessments.views.parts import Part, parts

REVIEW = "periksa"
"""The last station: what is missing before the filling is handed in."""
NOT_GIVEN, SOME_OPEN = "SCORING_023", "SCORING_024"
NO_NUMBER, UNREADABLE, EXAMPLE = "SCORING_004", "GENERAL_004", "1.250.000"
SAID_ELSEWHERE = frozenset({"SCORING_026", "SCORING_027", "SCORING_036"})
"""Warnings of an outcome that the page tells in its own way: what is missing, the status of the rule."""
NAMES = ("key", "part", "whole", "name")
"""Values of a fault that name an item or an amount."""
ANSWERS = {"ya": gettext_lazy("Ya"), "tidak": gettext_lazy("Tidak")}
SAID = {True: "ya", False: "tidak", None: ""}


@dataclass(frozen=True)
class Station:
    """A section on the line of sections."""

    key: str
    number: int
    label: str
    above: str
    given: int
    count: int
    complete: bool
    here: bool


@dataclass(frozen=True)
class Proposed:
    """What the amounts propose as an answer, and why; `said` is '' when they do not decide it."""

    said: str
    why: str


@dataclass(frozen=True)
class Row:
    """One item on the page: its fields, source, files, proposal, and what is stored where that differs."""

    line: Line
    source: Source
    status: str
    within: str
    files: tuple[EvidenceLine, ...]
    proposed: Proposed | None
    stored: str | None
    helper: bool
    """An amount that nothing needs but a proposal."""


@dataclass(frozen=True)
class Given:
    """One item as somebody else reads it: what was answered, the note, the files behind it."""

    label: str
    answer: str
    note: str
    files: tuple[EvidenceLine, ...]

    @property
    def anything(self) -> bool:
        return bool(self.answer or self.note or self.files)


@dataclass(frozen=True)
class Missing:
    """A part with components that cannot be scored yet, and why each."""

    key: str
    label: str
    lacking: tuple[tuple[str, str], ...]


class Desk:
    """The viewer's own filling of a round, with all that the pages of filling in show of it."""

    def __init__(self, card: AssessmentCard, own: FillingLine, instrument: Instrument, language: str) -> None:
        self.card, self.own, self.instrument, self.language = card, own, instrument, language
        self.parts = parts(instrument)
        self.values = flat(own.data)
        self.notes: Mapping[str, str] = own.data.get("notes", {})

    @cached_property
    def outcome(self) -> Outcome | None:
        """The running score; None where what is stored cannot be read any more."""
        try:
            return queries.live_outcome(
                self.instrument, self.own.data, on=self.card.head.as_of, method=self.card.method
            )
        except Refused:
            return None

    @cached_property
    def proposals(self) -> dict[str, Proposed]:
        """By item key, for the questions that two balance sheets can answer."""
        if self.outcome is None:
            return {}
        numbers = {
            (one.key, asked.key): number
            for one in self.instrument.components for number, asked in enumerate(one.questions, 1)
        }
        found = {}
        for one in self.outcome.proposals:
            key = f"answers.{one.component}.{numbers[one.component, one.question.key]}"
            found[key] = Proposed(SAID[one.answer], self._reason(one))
        return found

    @property
    def first_open(self) -> str:
        """The first section that is not complete; the check when all are."""
        return next((one.key for one in self.stations("") if not one.complete), REVIEW)

    def form(self, section: str, data: Any = None, files: Any = None) -> SectionForm | None:
        """The form of a section; None when there is no such section."""
        found = next((one for one in self.parts if one.key == section), None)
        if found is None:
            return None
        return SectionForm(
            found.section, data, files, values=self.values, notes=self.notes, seen=self.own.revised,
            answered_by=self.own.answered_by, language=self.language,
        )  # fmt: skip

    def after(self, section: str) -> str:
        keys = [one.key for one in self.parts]
        place = keys.index(section) + 1
        return keys[place] if place < len(keys) else REVIEW

    def stations(self, here: str) -> list[Station]:
        """The sections with how far each is; the check is the last one."""
        return [self._station(one, number, here) for number, one in enumerate(self.parts, 1)]

    @property
    def given(self) -> int:
        return sum(one.given for one in self.stations(""))

    @property
    def count(self) -> int:
        return sum(one.count for one in self.stations(""))

    @property
    def coverage(self) -> Decimal:
        """Percent of the weight that can be scored, whole, never 100 before it is."""
        share = self.outcome.coverage if self.outcome else 0
        return Decimal(int(share * 100))

    @property
    def total(self) -> str:
        """The running total; '' while there is none."""
        return written(self.outcome.total) if self.outcome and self.outcome.total is not None else ""

    @property
    def most(self) -> str:
        return written(self.instrument.total, decimals=0)

    @property
    def title(self) -> str:
        return words(self.instrument.title, self.language)

    @property
    def notices(self) -> list[str]:
        return [words(one, self.language) for one in self.instrument.notices]

    def label(self, part: Part) -> str:
        return words(part.section.label, self.language)

    def rows(
        self, form: SectionForm, evidence: Mapping[str, tuple[EvidenceLine, ...]], stored: Mapping[str, str]
    ) -> list[Row]:
        """The items of a section; `stored` is given when somebody saved in between."""
        return [self._row(line, evidence, stored) for line in form.lines]

    def read(self, files: Mapping[str, tuple[EvidenceLine, ...]]) -> list[tuple[str, list[Given]]]:
        """What was filled in, part by part, with its notes and files; parts without anything are left out."""
        found = [(self.label(part), [self._given(item, files) for item in part.items]) for part in self.parts]
        return [(label, there) for label, rows in found if (there := [one for one in rows if one.anything])]

    def missing(self) -> list[Missing]:
        """Parts in which something was not reported, each with the components that cannot be scored, and why."""
        found: dict[str, list[tuple[str, str]]] = {}
        for one in self.outcome.components if self.outcome else ():
            if _lacks(one):
                told = (words(one.component.label, self.language), self._told(one.why))
                found.setdefault(self._part_of(one.component.key).key, []).append(told)
        return [Missing(one.key, self.label(one), tuple(found[one.key])) for one in self.parts if one.key in found]

    @property
    def warnings(self) -> list[str]:
        """What is odd about the answers, though nothing forbids it."""
        told = self.outcome.warnings if self.outcome else ()
        return [
            self.labelled(one).text(self.language) for one in told
            if isinstance(one, Problem) and one.code not in SAID_ELSEWHERE
        ]

    def labelled(self, fault: Problem) -> Problem:
        """A fault that names items and amounts by what the sheet calls them, and a number as it is typed here."""
        if fault.code == NO_NUMBER:
            seen = {"label": self._label_of(fault.where), "seen": fault.values["seen"], "example": EXAMPLE}
            return Problem(UNREADABLE, fault.where, seen)
        named = {name: self._label_of(value) for name, value in fault.values.items() if name in NAMES}
        return replace(fault, values={**fault.values, **named})

    def _row(self, line: Line, evidence: Mapping[str, tuple[EvidenceLine, ...]], stored: Mapping[str, str]) -> Row:
        item = line.item
        kept = self.values.get(item.key, "") if stored else line.given
        proposed = self.proposals.get(item.key)
        return Row(
            line, source_of(item.cite, self.language), item.status, _within(item), evidence.get(item.key, ()),
            proposed, kept if kept != line.given else None, self._only_helps(item),
        )  # fmt: skip

    def _given(self, item: Item, files: Mapping[str, tuple[EvidenceLine, ...]]) -> Given:
        label, answer = words(item.label, self.language), self.values.get(item.key, "")
        told = ANSWERS[answer] if item.kind == YESNO and answer in ANSWERS else answer
        return Given(label, str(told), self.notes.get(item.key, ""), files.get(item.key, ()))

    def _only_helps(self, item: Item) -> bool:
        return item.optional and item.key.removeprefix("inputs.") not in self.instrument.derived and all(
            bool(self.instrument.by_key[one].questions) for one in item.used_by
        )

    def _station(self, part: Part, number: int, here: str) -> Station:
        counted = [item for item in part.items if not item.optional and item.kind != LEVEL]
        given = sum(item.key in self.values for item in counted)
        above = words(part.above, self.language) if part.above else ""
        return Station(
            part.key, number, self.label(part), above, given, len(counted), self._complete(part), part.key == here
        )

    def _complete(self, part: Part) -> bool:
        """Nothing of the part is missing, however it was given: a total may stand for its parts."""
        if self.outcome is None:
            return False
        return not any(_lacks(one) for one in self.outcome.components if one.component.key in part.components)

    def _part_of(self, component: str) -> Part:
        """Where its questions stand, or its first empty item: an amount may stand in an earlier part."""
        asked = bool(self.instrument.by_key[component].questions)
        for part in () if asked else self.parts:
            if any(component in item.used_by and item.key not in self.values for item in part.items):
                return part
        return next((one for one in self.parts if component in one.components), self.parts[0])

    def _told(self, why: Problem | Words | None) -> str:
        if why is None:
            return ""
        if isinstance(why, Words):
            return words(why, self.language)
        if why.code == SOME_OPEN:
            return _("%(missing)s dari %(count)s pertanyaan belum dijawab") % why.values
        if why.code == NOT_GIVEN:
            names = str(why.values["missing"]).split(", ")
            return _("Belum diisi: %(names)s") % {"names": ", ".join(self._label_of(name) for name in names)}
        return why.text(self.language)

    def _label_of(self, key: object) -> str:
        """The label of an amount, component or item by its key; what has none stays as it is."""
        return self._labels.get(str(key).removeprefix("inputs."), self._labels.get(str(key), str(key)))

    @cached_property
    def _labels(self) -> dict[str, str]:
        items = {item.key: item.label for part in self.parts for item in part.items}
        named = {one.key: one.label for one in self.instrument.components}
        amounts = {key: one.label for key, one in self.instrument.fields.items()}
        return {key: words(label, self.language) for key, label in {**items, **named, **amounts}.items()}

    def _reason(self, one: Proposal) -> str:
        """What was computed, against which limit, from which amounts; or what is lacking."""
        if one.why is not None:
            return self._told(one.why)
        amounts = ", ".join(f"{self._label_of(name)} {written(value, decimals=0)}" for name, value in one.inputs)
        seen = {"ratio": written(one.ratio), "limit": written(one.question.at_least, decimals=0), "amounts": amounts}
        return _("hasil hitungnya %(ratio)s persen dan batasnya %(limit)s persen (%(amounts)s)") % seen


def _within(item: Item) -> str:
    """'0 sampai 100' for a mark or a level with ends."""
    if item.kind not in (MARK, LEVEL) or item.within is None:
        return ""
    if item.within.low is None or item.within.high is None:
        return ""
    return _("%(low)s sampai %(high)s") % {
        "low": written(item.within.low, decimals=0), "high": written(item.within.high, decimals=0)
    }


def _lacks(one: Scored) -> bool:
    """Nothing was reported for it, or only some of its questions were answered."""
    return one.status == NOT_REPORTED or (isinstance(one.why, Problem) and one.why.code == SOME_OPEN)
