"""Sheets on paper: what a head names stays with it, wherever the page ends."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader

from sidamping.domain.ledger.sheets import HEAD, LINE, NOTE, TEXT, Cell, Column, Paper, Row, Sheet
from sidamping.platform.documents.sheets import paper_pdf

WORDS = {"page": "Halaman", "of": "dari", "place": "", "fault": ""}
FIRST, COUNT = Column("Isi", "Contents", TEXT), Column("Jumlah", "Count")


@pytest.mark.parametrize("before", range(0, 12, 3))
def test_a_head_is_not_parted_from_its_first_line_nor_from_its_notes(before: int) -> None:
    """The lines before move the end of the page through every place of a head, its line and its notes."""
    lines = [_line(f"sebelum-{at}") for at in range(30 + before)]
    for at in range(12):
        lines += [_said(HEAD, f"kepala-{at}."), _line(f"baris-{at}."), _line("baris")]
    notes = []
    for at in range(24):
        notes += [_said(HEAD, f"nama-{at}."), *(_said(NOTE, f"catatan-{at}-{which}. " + "kata " * (30 + before))
                                               for which in range(3))]
    sheets = (Sheet("lines", "A", "A", (COUNT,), tuple(lines), first=FIRST),
              Sheet("notes", "B", "B", (), tuple(notes), first=FIRST))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(paper_pdf(_paper(sheets)))).pages]

    def page_of(word: str) -> int:
        return next(at for at, text in enumerate(pages) if word in text)

    assert len(pages) >= 4
    assert [at for at in range(12) if page_of(f"kepala-{at}.") != page_of(f"baris-{at}.")] == []
    together = (f"catatan-{at}-{which}." for at in range(24) for which in range(3))
    assert [one for one in together if page_of(one) != page_of(f"nama-{one.split('-')[1]}.")] == []


@pytest.mark.parametrize("levels", ["HHL", "HHLHL", "LHHHLHH", "HH", "HNHLN", "NHL"])
def test_heads_beneath_each_other_and_at_the_end_are_printed(levels: str) -> None:
    made = {"H": lambda text: _said(HEAD, text), "N": lambda text: _said(NOTE, text), "L": _line}
    rows = tuple(made[level](f"{level}{at}.") for at, level in enumerate(levels))
    paper = paper_pdf(_paper((Sheet("lines", "A", "A", (COUNT,), rows, first=FIRST),)))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    assert re.findall(r"([HLN]\d+)\.", text) == [f"{level}{at}" for at, level in enumerate(levels)]


def _paper(sheets: tuple[Sheet, ...]) -> Paper:
    return Paper("Kantor", (), sheets, "id", WORDS)


def _said(level: str, text: str) -> Row:
    return Row(level, "", text, text)


def _line(text: str) -> Row:
    return Row(LINE, "", text, text, (Cell("1"),))
