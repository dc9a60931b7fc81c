"""Sheets of statements as PDF/A in the look of the annexes, landscape where the columns need it. Reads sheets only.

Amounts below zero stand in brackets, as the annexes print costs; nothing stands as a dash.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sidamping.domain.ledger.sheets import MONEY, Column, Paper, Row, Sheet
from sidamping.domain.money import grouped, rupiah
from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "sheets.typ"
MOST_UPRIGHT, MOST_LARGE = 4, 6
WORDS = ("page", "of", "place", "fault")


def paper_pdf(paper: Paper) -> bytes:
    """The PDF file; the same paper gives the same bytes."""
    return compile_pdf(TEMPLATE, {
        "owner": printable(paper.owner), "lead": [printable(one) for one in paper.lead], "language": paper.language,
        "words": {key: printable(paper.words[key]) for key in WORDS},
        "signers": [printable(one) for one in paper.signers],
        "wide": any(len(one.columns) > MOST_UPRIGHT for one in paper.sheets),
        "sheets": [_sheet(one, paper) for one in paper.sheets],
    })  # fmt: skip


def _sheet(sheet: Sheet, paper: Paper) -> dict[str, Any]:
    small = len(sheet.columns) > MOST_LARGE
    return {
        "title": printable(paper.said(sheet)), "first": printable(paper.said(sheet.first)), "small": small,
        "columns": [{"label": printable(paper.said(one)), "money": one.kind == MONEY} for one in sheet.columns],
        "rows": [_row(one, sheet.columns, paper, small) for one in sheet.rows],
        "faults": [printable(f"{one.code} {one.text(paper.language)}") for one in sheet.faults],
        "remarks": [printable(en if paper.language == "en" else id) for id, en in sheet.remarks],
    }  # fmt: skip


def _row(row: Row, columns: tuple[Column, ...], paper: Paper, small: bool) -> dict[str, Any]:
    said = paper.said(row)
    label = f"{row.code} {said}" if row.code else said
    return {
        "level": row.level, "label": printable(label),
        "cells": [written_cell(one.value, small=small) for one in row.cells],
    }  # fmt: skip


def written_cell(value: int | str | None, *, small: bool = False) -> str:
    """Words as they are; an amount as the annexes print it, without its sign in small tables."""
    if value is None:
        return ""
    if isinstance(value, str):
        return printable(value)
    if value == 0:
        return "–"
    amount = grouped(abs(value)) if small else rupiah(abs(value))
    return f"({amount})" if value < 0 else amount
