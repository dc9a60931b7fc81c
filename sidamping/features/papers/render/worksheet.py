"""One worksheet written from top to bottom: merged lines, bordered tables, signature blocks, ready to print on A4."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from PIL import Image
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from sidamping.features.papers.render.blocks import Block
from sidamping.features.papers.render.sheet import Sheet
from sidamping.features.papers.render.words import words

A4 = 9
WIDTH = {True: 132, False: 92}
LONGEST_TEXT = 32_000
LONGEST_NAME = 31
LARGEST_NUMBER = 10**15
SIGNATURE = ("sign", "sign", "stamp", "name", "sign")
BASE = {"font_name": "Arial", "font_size": 10, "valign": "top"}
CELL = {"border": 1, "border_color": "#4A5654", "text_wrap": True, "font_size": 9}
STYLES: dict[str, dict[str, Any]] = {
    "letterhead": {"bold": True, "align": "center", "font_size": 12},
    "address": {"align": "center", "font_size": 9},
    "rule": {"top": 6},
    "title": {"bold": True, "align": "center", "font_size": 13},
    "subtitle": {"align": "center", "text_wrap": True},
    "label": {},
    "chapter": {"bold": True, "font_size": 12, "text_wrap": True},
    "heading": {"bold": True, "font_size": 11, "text_wrap": True},
    "paragraph": {"text_wrap": True},
    "note": {"italic": True, "font_size": 9, "text_wrap": True},
    "small": {"font_size": 8, "text_wrap": True},
    "fine": {"font_size": 7, "font_color": "#5B6664", "text_wrap": True},
    "sign": {"align": "center", "text_wrap": True},
    "stamp": {"align": "center", "font_size": 8, "font_color": "#0B5D52", "text_wrap": True},
    "name": {"align": "center", "bold": True, "underline": 1},
    "head": {**CELL, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E6ECEA"},
    "left": CELL,
    "center": {**CELL, "align": "center"},
    "right": {**CELL, "align": "right"},
    "rupiah": {**CELL, "align": "right", "num_format": '"Rp"#,##0;[Red]"-Rp"#,##0'},
    "change": {**CELL, "align": "right", "num_format": "+#,##0;-#,##0;0"},
    "rupiah_change": {**CELL, "align": "right", "num_format": '"+Rp"#,##0;"-Rp"#,##0;"Rp"0'},
    "count": {**CELL, "align": "right", "num_format": "#,##0"},
}


class Page:
    """A worksheet and the row the next line goes to."""

    def __init__(self, book: Workbook, name: str, sheet: Sheet, shares: Sequence[float], *, landscape: bool) -> None:
        self.book, self.sheet, self._shares = book, sheet, shares
        self._width = WIDTH[landscape]
        self._styles: dict[str, Format] = {}
        self._row = 0
        self.name = _free_name(book, name)
        self._page = book.add_worksheet(self.name)
        for place, share in enumerate(shares):
            self._page.set_column(place, place, round(self._width * share, 2))
        self._print_setup(landscape)

    def across(self, text: str, style: str) -> None:
        """One line over the whole width, as high as its words need."""
        size = STYLES[style].get("font_size", 10)
        lines = sum(math.ceil(max(len(line), 1) * size / 10 / self._width) for line in text.split("\n"))
        self._page.set_row(self._row, 1.36 * size * lines + 2)
        self._span(self._row, 0, len(self._shares) - 1, text, style)
        self._row += 1

    def pair(self, label: str, value: str) -> None:
        """A heading line 'label : value'."""
        across, total = 0, 0.0
        while total < 18 / self._width and across < len(self._shares) - 1:
            total += self._shares[across]
            across += 1
        self._span(self._row, 0, across - 1, label, "label")
        self._span(self._row, across, len(self._shares) - 1, f": {value}", "label")
        self._row += 1

    def rule(self) -> None:
        """The double line under the letterhead."""
        self._page.set_row(self._row, 6)
        for place in range(len(self._shares)):
            self._page.write_blank(self._row, place, None, self._style("rule"))
        self._row += 1

    def gap(self) -> None:
        self._row += 1

    def table(self, section: Any) -> None:
        """A bordered table with its header; the header repeats on each printed page."""
        columns = section["columns"]
        for place, column in enumerate(columns):
            self._page.write_string(self._row, place, column["label"], self._style("head"))
        self._page.repeat_rows(self._row)
        self._row += 1
        for row in section["rows"]:
            for place, column in enumerate(columns):
                self._cell(place, row["cells"].get(column["key"], ""), column.get("align", "left"))
            self._row += 1
        if not section["rows"]:
            self._span(self._row, 0, len(columns) - 1, words(self.sheet.language)["nothing"], "center")
            self._row += 1

    def signatures(self, blocks: Sequence[Block]) -> None:
        """The blocks beside each other; a lone one stands at the right."""
        if not blocks:
            return
        parts = max(len(blocks), 2)
        for place, block in enumerate(blocks, start=parts - len(blocks)):
            first = round(len(self._shares) * place / parts)
            last = max(round(len(self._shares) * (place + 1) / parts) - 1, first)
            nip = f"{words(self.sheet.language)['nip']} {block.nip}" if block.nip else ""
            name = f"({block.name})" if block.name else "(" + "." * 34 + ")"
            texts = (block.lead, block.role, "\n".join(block.stamp), name, nip)
            for offset, (text, style) in enumerate(zip(texts, SIGNATURE, strict=True)):
                self._span(self._row + offset, first, last, text, style)
        self._page.set_row(self._row + 2, 46)
        self._row += 5

    def picture(self, content: bytes, name: str, said: str, width: int, rows: int) -> None:
        """A picture of the given width in pixels, `rows` rows high at most."""
        with Image.open(BytesIO(content)) as image:
            scale = min(width / image.width, rows * 20 / image.height)
        options = {"image_data": BytesIO(content), "x_scale": scale, "y_scale": scale, "description": said}
        self._page.insert_image(self._row, 0, name, {**options, "object_position": 2})
        self._row += rows

    def _cell(self, place: int, cell: Any, align: str) -> None:
        text = cell["text"] if isinstance(cell, dict) else str(cell)
        value = cell.get("value") if isinstance(cell, dict) else None
        if isinstance(value, int) and abs(value) < LARGEST_NUMBER:
            self._page.write_number(self._row, place, value, self._style(_number_style(text)))
        else:
            style = align if align in ("center", "right") else "left"
            self._page.write_string(self._row, place, self._short(text), self._style(style))

    def _span(self, row: int, first: int, last: int, text: str, style: str) -> None:
        if first < last:
            self._page.merge_range(row, first, row, last, "", self._style(style))
        self._page.write_string(row, first, self._short(text), self._style(style))

    def _short(self, text: str) -> str:
        """A cell holds 32,767 letters; what is longer says that it was cut."""
        return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + words(self.sheet.language)["cut"]

    def _style(self, name: str) -> Format:
        if name not in self._styles:
            self._styles[name] = self.book.add_format({**BASE, **STYLES[name]})
        return self._styles[name]

    def _print_setup(self, landscape: bool) -> None:
        said, page = words(self.sheet.language), self._page
        if landscape:
            page.set_landscape()
        page.set_paper(A4)
        page.set_margins(left=0.7, right=0.6, top=0.6, bottom=0.8)
        page.fit_to_pages(1, 0)
        page.hide_gridlines(2)
        number = f"{said['number']} {self.sheet.number}" if self.sheet.number else said["no_number"]
        number = number.replace("&", "&&")  # a number that begins with digits would be read as a font size
        page.set_footer(f"&L&7{number}\n{self.sheet.sha256}&R&8{said['page']} &P {said['of']} &N")
        if self.sheet.draft:
            page.set_header(f"&C&24&K999999{said['draft']}")


def _number_style(text: str) -> str:
    signed = text.startswith("+")
    if "Rp" in text:
        return "rupiah_change" if signed else "rupiah"
    return "change" if signed else "count"


def _free_name(book: Workbook, name: str) -> str:
    """A worksheet name Excel accepts and that is not taken yet."""
    plain = " ".join(re.sub(r"[\[\]:*?/\\']", " ", name).split()) or "Lembar"
    if len(plain) > LONGEST_NAME:
        plain = plain[: LONGEST_NAME + 1].rsplit(" ", 1)[0][:LONGEST_NAME]
    taken = {one.get_name().lower() for one in book.worksheets()}
    names = (plain, *(f"{plain[: LONGEST_NAME - 3]} {no}" for no in range(2, 100)))
    return next(one for one in names if one.lower() not in taken)
