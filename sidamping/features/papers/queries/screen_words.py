"""A paper's own words on screens in the reader's language; the sheet itself stays as its annex prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from sidamping.domain.papers import monthly
from sidamping.domain.periods import Month, Period
from sidamping.domain.problems import Problem
from sidamping.features.papers.queries.formats import Form
from sidamping.rules import books
from sidamping.rules.books import PaperFormat


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
    pairs = (*_of_format(form.format, language), *_of_period(form.period, language))
    return ScreenWords(dict(pairs) if language.startswith("en") else {})


def english_words(form: Form) -> ScreenWords:
    """The words of a form in English, whoever reads."""
    with override("en"):
        return screen_words(form)


def field_names(kind: str, on: date, keys: Iterable[str]) -> dict[str, str]:
    """What the fields of a paper's free words are called on screens; those of a composed row by their column."""
    found, language = books.paper_format(kind, on), get_language() or "id"
    words = ScreenWords(dict(_of_format(found, language)) if language.startswith("en") else {})
    named = {
        f"narrative.{monthly.NOTE.key}": monthly.NOTE.heading,
        **{f"narrative.{one.key}": one.heading for one in found.sections},
        **{f"remarks.{one.code}": one.label.id for one in found.lines},
    }
    columns = {one.key: one.label for one in found.columns}
    return {key: words.of(named.get(key) or columns.get(key.rpartition(".")[2], key)) for key in keys}


def _of_format(found: PaperFormat, language: str) -> Iterator[tuple[str, str]]:
    for section in found.sections:
        yield section.heading, section.en
        if section.hint:
            yield section.hint.id, section.hint.text(language)
    for line in found.lines:
        yield line.label.id, line.label.text(language)
    for column in found.columns:
        yield column.label, column.en
    yield monthly.NOTE.heading, _("Keterangan tambahan")
    yield "rencana kegiatan", _("rencana kegiatan")
    yield "catatan kunjungan", _("catatan kunjungan")


def _of_period(period: Period, language: str) -> Iterator[tuple[str, str]]:
    before = (period.previous,) if isinstance(period, Month) else ()
    for one in (period, *before):
        yield one.label(), one.label(language)
