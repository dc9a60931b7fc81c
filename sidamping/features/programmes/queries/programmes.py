"""What a programme asks for, read aloud from its file: steps, gates, intake, deliverables, graduation, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sidamping.features.programmes.queries.words import Words
from sidamping.platform.http.language import reader_language
from sidamping.rules import books
from sidamping.rules.citing import source_words
from sidamping.rules.programme_forms import Named, Programme, Step, When


@dataclass(frozen=True)
class ProgrammeLine:
    """A programme in a list."""

    code: str
    title: str
    status: str
    steps: int
    starts: str
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class StepLine:
    """A step as the file states it, in words."""

    label: str
    hint: str
    subject: str
    owners: tuple[str, ...]
    override: tuple[str, ...]
    due: str
    needs: tuple[str, ...]
    proofs: tuple[str, ...]
    outcomes: tuple[str, ...]
    forms: tuple[str, ...]
    marked_by: str
    source: str
    status: str


@dataclass(frozen=True)
class Saying:
    """One thing the file asks for besides steps: its words, source and status."""

    label: str
    source: str = ""
    status: str = ""


@dataclass(frozen=True)
class ProgrammeCard:
    """A programme as a page: who it is for, its stages with their steps, gates, lists of what else it asks, sources."""

    line: ProgrammeLine
    source: str
    note: str
    settled: str
    roles: tuple[str, ...]
    stages: tuple[tuple[str, tuple[StepLine, ...]], ...]
    gates: tuple[tuple[str, tuple[str, ...]], ...]
    parts: tuple[tuple[str, tuple[Saying, ...]], ...]


def programme_lines(on: date) -> tuple[ProgrammeLine, ...]:
    """Every programme in force on a day."""
    return tuple(_line(one, Words(one, reader_language())) for one in books.programmes(on))


def programme_card(code: str, on: date) -> ProgrammeCard | None:
    """One programme as it stands on a day; None when none of that name is in force."""
    found = next((one for one in books.programmes(on) if one.code == code), None)
    if found is None:
        return None
    words = Words(found, reader_language())
    data = found.data
    return ProgrammeCard(
        _line(found, words), source_of(str(data.get("cite", ""))), str(data.get("note", "")),
        str(data.get("settled", "")), tuple(words.role(one) for one in found.roles), _stages(words),
        tuple((_activity(act, words), tuple(map(words.step, needs))) for act, needs in found.gates.items()),
        tuple(part for part in _parts(words) if part[1]),
    )


def source_of(cite: str) -> str:
    """A citation in the reader's words."""
    return source_words(cite, reader_language())


def _line(one: Programme, words: Words) -> ProgrammeLine:
    starts = one.version.rpartition("/")[2]
    kinds = {"cooperative": _("koperasi"), "business": _("usaha"), "person": _("orang")}
    title = one.title.text(words.language)
    return ProgrammeLine(one.code, title, one.status, len(one.steps), starts, tuple(kinds[k] for k in one.mentee_kinds))


def _stages(words: Words) -> tuple[tuple[str, tuple[StepLine, ...]], ...]:
    order = [*(one.code for one in words.book.stages), ""]
    grouped = ((words.stage(code), tuple(_step(words, step) for step in words.book.steps if step.stage == code))
               for code in order)
    return tuple((label, steps) for label, steps in grouped if steps)


def _step(words: Words, step: Step) -> StepLine:
    language = words.language
    proofs = tuple(books.label("evidence-kinds", kind, language) for kind in step.evidence)
    return StepLine(
        words.step(step.code), words.hint(step), words.subject(step.subject), tuple(map(words.role, step.owners)),
        tuple(map(words.role, step.override)), _due(words, step.when), tuple(map(words.step, step.needs)), proofs,
        tuple(map(words.outcome, step.outcomes)), tuple(map(words.form, step.forms)),
        _activity(step.marked_by, words) if step.marked_by else "", source_of(step.cite),
        step.status or step.when.status,
    )


def _due(words: Words, when: When) -> str:
    """'14 hari sesudah …', or '' where no day is set."""
    parts = []
    if when.months:
        parts.append(ngettext("%(n)s bulan", "%(n)s bulan", when.months) % {"n": when.months})
    if when.days:
        parts.append(ngettext("%(n)s hari", "%(n)s hari", when.days) % {"n": when.days})
    if not parts:
        return ""
    base = words.step(when.after) if when.after else _("mulai")
    return _("%(time)s sesudah %(step)s") % {"time": " ".join(parts), "step": base}


def _activity(code: str, words: Words) -> str:
    return books.labels("activities", words.language).get(code, code)


def _parts(words: Words) -> list[tuple[str, tuple[Saying, ...]]]:
    book = words.book
    intake, graduation = book.intake, book.graduation
    works = book.deliverables.general if book.deliverables else ()
    names = books.labels("deliverables", words.language)
    sheets = tuple(Saying(names.get(one.code, one.code), source_of(one.cite)) for one in works)
    return [
        (_("Berkas pendaftaran"), _sayings(words, intake.documents if intake else ())),
        (_("Pertanyaan kesiapan"), _sayings(words, intake.screening if intake else ())),
        (_("Yang didahulukan"), _sayings(words, intake.priorities if intake else ())),
        (_("Sesi pembekalan"), _sayings(words, book.induction)),
        (_("Lembar kerja setiap dampingan"), sheets),
        (_("Syarat wisuda"), _sayings(words, graduation.conditions if graduation else ())),
        (_("Pemantauan kantor"), _sayings(words, book.monitoring)),
    ]


def _sayings(words: Words, rows: Iterable[Named]) -> tuple[Saying, ...]:
    return tuple(Saying(one.label.text(words.language), source_of(one.cite), one.status) for one in rows)
