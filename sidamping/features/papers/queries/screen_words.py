"""A paper's own words on screens in the reader's language; the sheet itself stays as its annex prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sidamping.domain.papers import monthly
from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem
from sidamping.features.papers.queries.formats import Form


@dataclass(frozen=True)
class ScreenWords:
    """What printed words are called on the screen; empty for readers of Indonesian."""

    known: Mapping[str, str] = field(default_factory=dict)

    def of(self, printed: str) -> str:
        return self.known.get(printed, printed)

    def fault(self, one: Problem) -> Problem:
        """The problem with the printed words among its values replaced."""
        said = {name: self.of(value) if isinstance(value, str) else value for name, value in one.values.items()}
        return Problem(one.code, one.where, said)


def screen_words(form: Form) -> ScreenWords:
    """The words of a form for the present reader."""
    language = get_language() or "id"
    return ScreenWords(dict(_pairs(form, language)) if language.startswith("en") else {})


def _pairs(form: Form, language: str) -> Iterator[tuple[str, str]]:
    found = form.format
    for section in found.sections:
        yield section.heading, section.en
        if section.hint:
            yield section.hint.id, section.hint.text(language)
    for line in found.lines:
        yield line.label.id, line.label.text(language)
    for column in found.columns:
        yield column.label, column.en
    before = (form.period.previous,) if isinstance(form.period, Month) else ()
    for period in (form.period, *before):
        yield period.label(), period.label(language)
    yield monthly.NOTE.heading, _("Keterangan tambahan")
    yield "rencana kegiatan", _("rencana kegiatan")
    yield "catatan kunjungan", _("catatan kunjungan")
