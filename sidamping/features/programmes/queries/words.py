"""The words of a programme in the reader's language: its steps, roles, outcomes and forms by their codes."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sidamping.platform.http.language import reader_language
from sidamping.rules import books
from sidamping.rules.instruments import versions
from sidamping.rules.programme_forms import FormUse, Programme, Step

MENTEE = "mentee"
"""Who is mentored, where a programme names an owner of a step that holds no office."""


@dataclass(frozen=True)
class Words:
    """A programme read aloud in one language."""

    book: Programme
    language: str

    def step(self, code: str) -> str:
        return self.book.step(code).label.text(self.language)

    def hint(self, step: Step) -> str:
        return step.hint.text(self.language) if step.hint else ""

    def role(self, code: str) -> str:
        """What a role is called in the programme, else in general."""
        if code in self.book.roles:
            return self.book.roles[code].text(self.language)
        return _("Dampingan") if code == MENTEE else books.labels("roles", self.language).get(code, code)

    def outcome(self, code: str) -> str:
        return books.labels("step-outcomes", self.language).get(code, code)

    def any(self, code: str) -> str:
        """The name of a step, a role or an outcome, whichever the code is."""
        if any(one.code == code for one in self.book.steps):
            return self.step(code)
        if code == MENTEE or code in books.labels("roles", self.language):
            return self.role(code)
        return self.outcome(code)

    def form(self, use: FormUse) -> str:
        """What a form is called: the title of an instrument, the name of a deliverable or of a letter."""
        lists = {"deliverable": "deliverables", "letter": "programme-letters"}
        if use.kind in lists:
            return books.labels(lists[use.kind], self.language).get(use.name, use.name)
        newest = versions(use.name)[-1:] if use.kind == "instrument" else ()
        return next((one.title.en if self.language == "en" else one.title.id for one in newest), use.name)

    def subject(self, code: str) -> str:
        """Whose path it is, in words."""
        return {"mentee": _("dampingan"), "mentor": _("pendamping"), "cohort": _("angkatan")}[code]

    def stage(self, code: str) -> str:
        found = next((one for one in self.book.stages if one.code == code), None)
        return found.label.text(self.language) if found else ""


def words_of(book: Programme) -> Words:
    return Words(book, reader_language())
