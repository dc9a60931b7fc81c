"""A result as a workbook: components with their inputs, sums as live formulas, what was filled in, the sources.

Words of users never become formulas. The same decided result gives the same bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sidamping.domain.scoring.sheet import sheet
from sidamping.features.assessments.render.filled import kind_of, verdict
from sidamping.features.assessments.render.reading import ZERO, AspectLine, Line, word
from sidamping.features.assessments.render.sheet import FilledSheet
from sidamping.features.assessments.render.sources import source_of
from sidamping.features.assessments.render.words import day, percent, said, span

SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
BASE = {"font_name": "Arial", "font_size": 10, "valign": "top"}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14}, "plain": {"text_wrap": True},
    "small": {"font_size": 8, "text_wrap": False},
    "head": {"bold": True, "bg_color": "#0F5C52", "font_color": "#FFFFFF", "text_wrap": True, "valign": "vcenter"},
    "aspect": {"bold": True, "bg_color": "#E6ECEA"},
    "aspect_sum": {"bold": True, "bg_color": "#E6ECEA", "num_format": "0.00"},
    "points": {"num_format": "0.00"}, "ratio": {"num_format": '#,##0.00" %"'}, "number": {"num_format": "#,##0.##"},
    "sum": {"bold": True, "num_format": "0.00", "top": 2}, "bold": {"bold": True, "top": 2},
}  # fmt: skip
WIDTHS = (44, 12, 26, 10, 11, 11, 11, 44, 40)
POINTS, MOST, LOST = "E", "F", "G"


def workbook_of(made: FilledSheet) -> bytes:
    """The XLSX file of the sheet."""
    out = BytesIO()
    dated = made.decided_at or datetime.combine(made.reading.on, time(), UTC)
    with Workbook(out, SAFE) as book:
        book.set_properties({"title": made.reading.title, "subject": made.subject, "comments": made.sha256,
                             "created": dated.astimezone(UTC).replace(tzinfo=None)})  # fmt: skip
        looks = {name: book.add_format({**BASE, **look}) for name, look in LOOKS.items()}
        _Scores(book, looks, made).write()
        _given(book, looks, made)
    return out.getvalue()


class _Scores:
    """The first worksheet, written from top to bottom: head, a block per aspect, the sum of the blocks, warnings."""

    def __init__(self, book: Workbook, looks: dict[str, Format], made: FilledSheet) -> None:
        self.looks, self.made, self.reading, self.words = looks, made, made.reading, said(made.language)
        self.page = _page(book, self.words["points"], WIDTHS)
        self.row = 0

    def write(self) -> None:
        self._head()
        groups = self.reading.aspects or (None,)
        sums = [self._block(one, one.lines if one else self.reading.lines) for one in groups]
        self._total([row for row in sums if row is not None])
        for one in self.reading.warnings:
            self._put(0, f"{one.code} {one.text}".strip(), "small")
            self.row += 1

    def _head(self) -> None:
        reading, words, language, kind = self.reading, self.words, self.made.language, kind_of(self.made)
        state = words["draft_note"] if self.made.draft else self.made.state
        self._put(0, reading.title, "title")
        self.row += 1
        for text in (
            f"{self.made.subject} · {self.made.place}".strip(" ·"), f"{words['as_of']} {day(reading.on, language)}",
            f"{words['version']} {reading.instrument.version} · {words['status']} {words.get(reading.status, '')}",
            f"{words[kind]}: {words[kind + '_long']}", f"{words['state']}: {state}",
        ):  # fmt: skip
            self._put(0, text, "plain")
            self.row += 1
        self.row += 1
        names = ("component", "ratio", "band", "value", "points", "most", "lost", "given", "article")
        for place, name in enumerate(names):
            self._put(place, words[name], "head")
        self.page.freeze_panes(self.row + 1, 1)
        self.row += 1

    def _block(self, aspect: AspectLine | None, lines: tuple[Line, ...]) -> int | None:
        """The components, under a line with their sum; the row of that line when it counts."""
        at = self.row
        if aspect is not None:
            self.row += 1
        first = self.row + 1
        for one in lines:
            self._line(one)
        if aspect is None or not aspect.weight:
            if aspect is not None:
                self.page.write_string(at, 0, aspect.label, self.looks["aspect"])
            return None
        self.page.write_string(at, 0, aspect.label, self.looks["aspect"])
        for place in (1, 2, 3, 7, 8):
            self.page.write_blank(at, place, None, self.looks["aspect"])
        parts = [f"{{0}}{first}:{{0}}{self.row}"]
        if aspect.points is not None and all(one.points is None for one in lines):
            parts = []  # the source gives a score for the aspect alone: nothing adds up to it
        self._sums(at, parts, "aspect_sum", (aspect.points or ZERO, aspect.weight, aspect.lost))
        return at + 1

    def _line(self, one: Line) -> None:
        self._put(0, one.label, "plain")
        self._figure(1, one.ratio, "ratio")
        self._put(2, span(one.band, self.made.language) if one.band else "", "plain")
        self._figure(3, one.value, "number")
        self._figure(4, one.points, "points")
        self._figure(5, one.weight, "points")
        if one.points is not None:
            spot = self.row + 1
            left = f"={MOST}{spot}-{POINTS}{spot}-{float(one.open):g}"
            self.page.write_formula(self.row, 6, left, self.looks["points"], float(one.lost))
        self._put(7, self._inputs(one), "plain")
        source = source_of(one.cite, self.made.language)
        self._put(8, f"{source.number} – {source.article}".strip(" –"), "plain")
        self.row += 1

    def _inputs(self, one: Line) -> str:
        """What the component was made of, or why it has no score."""
        if one.points is None:
            return one.why.text if one.why else self.words.get(one.status, one.status)
        fields = self.reading.instrument.fields
        names = {"yes": self.words["yes"], "no": self.words["no"]}
        told = ((word(fields[key].label, self.made.language) if key in fields else names.get(key, one.label), amount)
                for key, amount in one.inputs)  # fmt: skip
        return "; ".join(f"{name} = {amount:,f}".replace(",", ".") for name, amount in told)

    def _total(self, blocks: list[int]) -> None:
        """The sum of the aspects' sums, in the same columns; the category beside it."""
        if not blocks:
            return
        for place in range(len(WIDTHS)):
            self.page.write_blank(self.row, place, None, self.looks["bold"])
        self._put(0, self.words["total"], "bold")
        whole = (self.reading.total or ZERO, self.reading.most, sum((one.lost for one in self.reading.aspects), ZERO))
        self._sums(self.row, [f"{{0}}{row}" for row in blocks], "sum", whole)
        self._put(7, verdict(self.reading, self.made.language), "bold")
        self._put(8, f"{self.words['coverage']} {percent(self.reading.coverage, self.made.language)}", "bold")
        self.row += 2

    def _sums(self, row: int, parts: list[str], look: str, worth: tuple[Decimal, Decimal, Decimal]) -> None:
        """Live sums of three columns; `worth` is what a reader that does not calculate shows."""
        for letter, value in zip((POINTS, MOST, LOST), worth, strict=True):
            place, formula = ord(letter) - ord("A"), f"=SUM({','.join(parts)})".replace("{0}", letter)
            if parts:
                self.page.write_formula(row, place, formula, self.looks[look], float(value))
            else:
                self.page.write_number(row, place, float(value), self.looks[look])

    def _put(self, place: int, text: str, look: str) -> None:
        self.page.write_string(self.row, place, text, self.looks[look])

    def _figure(self, place: int, value: Decimal | None, look: str) -> None:
        if value is not None:
            self.page.write_number(self.row, place, float(value), self.looks[look])


def _given(book: Workbook, looks: dict[str, Format], made: FilledSheet) -> None:
    """The second worksheet: every item as it was filled in."""
    words = said(made.language)
    page = _page(book, words["given"], (34, 60, 22, 44))
    for place, name in enumerate(("aspect", "given", "answers", "notes")):
        page.write_string(0, place, words[name], looks["head"])
    row = 1
    for section in sheet(made.reading.instrument):
        for item in section.items:
            if item.key in made.values or item.key in made.notes:
                cells = (word(section.label, made.language), word(item.label, made.language),
                         made.values.get(item.key, ""), made.notes.get(item.key, ""))  # fmt: skip
                for place, text in enumerate(cells):
                    page.write_string(row, place, text, looks["plain"])
                row += 1
    page.freeze_panes(1, 0)


def _page(book: Workbook, name: str, widths: tuple[int, ...]) -> Worksheet:
    page = book.add_worksheet(name[:31])
    for place, width in enumerate(widths):
        page.set_column(place, place, width)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    return page
