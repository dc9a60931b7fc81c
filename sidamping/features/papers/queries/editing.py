"""What the edit page shows: cells with their proposals, rows that may be rewritten, figures with their lock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.domain.papers import final, monitoring, monthly, yearly
from sidamping.domain.papers.booked import NOTHING_BOOKED, Booked, Known, origin_of, with_books
from sidamping.domain.papers.continuity import Correction, readings, shown
from sidamping.domain.papers.layout import Cell, Layout, Line
from sidamping.domain.papers.states import RETURNED, editable
from sidamping.domain.problems import Problem
from sidamping.features.papers.models import Draft
from sidamping.features.papers.queries.composing import Composition, compose
from sidamping.features.papers.queries.facts import subject_of
from sidamping.features.papers.queries.lists import PaperLine, line
from sidamping.features.papers.queries.screen_words import ScreenWords, screen_words
from sidamping.features.papers.queries.sheets import paper_row
from sidamping.features.papers.queries.states import acts_of
from sidamping.platform.access.viewer import Viewer

MONTHLY = ("rencana-kerja", "jurnal-kerja", "lap-kegiatan")
PRINTED = ScreenWords()
PROPOSALS = {
    "lap-tahunan": yearly.proposals,
    "monev-usaha-anggota": monitoring.proposals,
    "monev-triwulan-usaha-anggota": monitoring.proposals,
    "akhir-usaha-anggota": final.proposals,
}


@dataclass(frozen=True)
class EditCell:
    """A piece of text that may be written: its own words, and what the records propose."""

    key: str
    heading: str
    hint: str
    required: bool
    value: str
    proposal: str
    rewritten: bool


@dataclass(frozen=True)
class EditLine:
    """A line of figures: the locked start as printed, what was typed, what follows from it.

    `known` is what the cooperative's books tell; `known_before` is set where they tell another start than the locked.
    """

    code: str
    label: str
    is_stock: bool
    unit: str
    locked: str
    locked_value: int | None
    opening: int | None
    now: int | None
    absent: str | None
    remark: str
    correction: Correction | None
    to_date: str
    start: str = ""
    known: Known | None = None
    known_text: str = ""
    known_before: str = ""
    origin: str = ""

    @property
    def written(self) -> bool:
        """Whether anything stands in the part that is folded away."""
        other = self.known is not None and not (self.now is None and self.opening is None)
        return bool(self.absent or self.remark or self.correction or other)


@dataclass(frozen=True)
class EditPage:
    """A draft open for writing. `first` when the opening figures must be typed; `early` while its period still runs."""

    line: PaperLine
    revised: int
    cells: tuple[EditCell, ...]
    rows: tuple[EditCell, ...]
    lines: tuple[EditLine, ...]
    first: bool
    started_from: str
    missing: tuple[Problem, ...]
    remark: str
    early: bool = False
    words: ScreenWords = field(default_factory=ScreenWords)
    booked: Booked = NOTHING_BOOKED


def edit_page(viewer: Viewer, id: UUID) -> EditPage | None:
    """The draft of the viewer's own paper; None for everybody else and while it is being checked."""
    row = paper_row(viewer, id)
    if row is None or row.mentor_id != viewer.user_id or not editable(row.state or "draft"):
        return None
    draft = Draft.objects.filter(paper_id=id).first() or Draft(paper=row)
    made = compose(row, draft, viewer.on)
    opening, words = made.opening, screen_words(made.form)
    return EditPage(
        line(row), draft.revised, _cells(row, made, draft.narrative, words), _rows(made, draft.narrative, words),
        _lines(made, words), made.types_opening, words.of(opening.label) if opening else "",
        tuple(words.fault(one) for one in made.composed.missing),
        _last_remark(row), early(row.period_end, made.form.due_on, viewer.on), words, made.booked,
    )


def words_to_write(row: Any, made: Composition, draft: Draft, words: ScreenWords = PRINTED) -> tuple[EditCell, ...]:
    """Every piece of free text of a draft under the name of its field on the page, in the words of the printed sheet
    unless others are told.

    `value` is what was written, "" where the proposal stands. Figures are not among them.
    """
    cells = (*_cells(row, made, draft.narrative, words), *_rows(made, draft.narrative, words))
    told = [
        replace(one, key=f"narrative.{one.key}", value=draft.narrative.get(one.key, ""),
                proposal=one.proposal or ("" if one.rewritten else one.value))
        for one in cells
    ]  # fmt: skip
    return (*told, *_remarks(made.layout, made.figures.remarks, words))


def words_to_begin(kind: str, layout: Layout, words: ScreenWords = PRINTED) -> tuple[EditCell, ...]:
    """What may be written into a paper before anybody composes it: the parts that do not hang on its records."""
    told = [
        EditCell(f"narrative.{one.key}", words.of(one.heading), words.of(one.hint), one.required, "", "", False)
        for one in free_cells(kind, layout)
    ]
    return (*told, *_remarks(layout, {}, words))


def _remarks(layout: Layout, written: Mapping[str, str], words: ScreenWords) -> Iterator[EditCell]:
    for one in layout.lines:
        yield EditCell(f"remarks.{one.code}", words.of(one.label), "", False, written.get(one.code, ""), "", False)


def free_cells(kind: str, layout: Layout) -> tuple[Cell, ...]:
    """The cells of a format that take free text."""
    cells = monthly.cells_of(layout) if kind in MONTHLY else layout.cells
    return tuple(one for one in cells if one.content == "narrative")


def early(period_end: date, due_on: date, on: date) -> bool:
    """Whether handing in now leaves out days still to come; a plan is due before its month, so never early."""
    return on <= period_end < due_on


def _last_remark(row: Any) -> str:
    """Why the paper came back, if it did."""
    return acts_of(row.pk)[-1].remark if row.state == RETURNED else ""


def _cells(row: Any, made: Composition, written: Mapping[str, str], words: ScreenWords) -> tuple[EditCell, ...]:
    proposed = _proposals(row, made)
    return tuple(
        EditCell(
            one.key, words.of(one.heading), words.of(one.hint), one.required,
            written.get(one.key, proposed.get(one.key, "")), proposed.get(one.key, ""), one.key in written,
        )
        for one in free_cells(row.kind, made.layout)
    )


def _proposals(row: Any, made: Composition) -> dict[str, str]:
    make = PROPOSALS.get(row.kind)
    return make(made.form.span, subject_of(row), made.records) if make else {}


def _rows(made: Composition, written: Mapping[str, str], words: ScreenWords) -> tuple[EditCell, ...]:
    """The cells of composed rows that the format lets the mentor rewrite."""
    found = []
    for section in made.composed.content["sections"]:
        if section["key"] != "rows":
            continue
        for place, row in enumerate(section["rows"], 1):
            for column in made.layout.columns:
                if column.narrative:
                    key, said = f"{row['key']}.{column.key}", str(row["cells"].get(column.key, ""))
                    named = row["cells"].get("kind") or row["cells"].get("activity", "")
                    heading = f"{place}. {named} — {words.of(column.label)}"
                    found.append(EditCell(key, heading, "", False, said, "", key in written))
    return tuple(found)


def _lines(made: Composition, words: ScreenWords) -> tuple[EditLine, ...]:
    figures = made.figures
    whole = with_books(figures, made.opening, made.booked)
    return tuple(
        EditLine(
            one.line.code, words.of(one.line.label), one.line.is_stock, one.line.unit,
            shown(made.opening.values.get(one.line.code), one.line.unit) if made.opening else "",
            made.opening.values.get(one.line.code) if made.opening else None,
            figures.opening.get(one.line.code), figures.now.get(one.line.code), figures.absent.get(one.line.code),
            figures.remarks.get(one.line.code, ""), one.correction, shown(one.to_date, one.line.unit),
            shown(one.before, one.line.unit), *_known(one.line, made),
        )
        for one in readings(made.layout.lines, made.opening, whole)
    )


def _known(line: Line, made: Composition) -> tuple[Known | None, str, str, str]:
    """What the books tell of a line, this month and, where it is not what the line starts from, the month before."""
    origin = origin_of(line.code, made.figures, made.booked)
    known = made.booked.lines.get(line.code)
    if known is None:
        return None, "", "", origin
    start = made.opening.values.get(line.code) if made.opening else None
    apart = line.is_stock and start is not None and start != known.before
    return known, shown(known.now, line.unit), shown(known.before, line.unit) if apart else "", origin
