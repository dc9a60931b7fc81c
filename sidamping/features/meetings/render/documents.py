"""Frozen papers of a meeting as PDF: the minutes, and the RAT book with cover and pictures. Reads content only.

The same content gives the same bytes; its hash stands at the foot of every page.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sidamping.domain.meetings.documents import FACTS, ITEMS, PICTURE, SHEET
from sidamping.domain.money import rupiah
from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.sheets import MOST_UPRIGHT, written_cell
from sidamping.platform.documents.typst import compile_pdf

TEMPLATE = Path(__file__).parent / "documents.typ"
WHOLE = 1000
SHOWN = 16
"""So many signs of the hash stand on a page."""


def document_pdf(content: Mapping[str, Any], sha256: str, words: Mapping[str, str]) -> bytes:
    """The PDF file; `sha256` is empty for a paper that is not frozen yet."""
    return compile_pdf(TEMPLATE, {
        "title": printable(content["title"]), "owner": printable(content["owner"]), "cover": content["cover"],
        "lead": [printable(one) for one in content["lead"]], "status": printable(content.get("status", "")),
        "signers": _signers(content), "sha256": sha256[:SHOWN],
        "words": {key: printable(word) for key, word in words.items()},
        "chapters": [
            {"title": printable(one["title"]), "blocks": [_block(block) for block in one["blocks"]]}
            for one in content["chapters"]
        ],
    })  # fmt: skip


def _signers(content: Mapping[str, Any]) -> list[dict[str, str]]:
    """Who signs, with the name where the paper knows it."""
    names = content.get("signed_by", [""] * len(content["signers"]))
    return [
        {"duty": duty, "name": printable(name)} for duty, name in zip(content["signers"], names, strict=True)
    ]


def _block(block: Mapping[str, Any]) -> dict[str, Any]:
    made = {ITEMS: _items, FACTS: _facts, SHEET: _sheet, PICTURE: _picture}.get(block["kind"], _text)
    return {"kind": block["kind"], **made(block)}


def _text(block: Mapping[str, Any]) -> dict[str, Any]:
    return {"lines": [printable(line) for line in block["text"].splitlines()]}


def _items(block: Mapping[str, Any]) -> dict[str, Any]:
    return {"items": [printable(one) for one in block["items"]]}


def _facts(block: Mapping[str, Any]) -> dict[str, Any]:
    return {"facts": [[printable(name), printable(str(value))] for name, value in block["facts"]]}


def _sheet(block: Mapping[str, Any]) -> dict[str, Any]:
    small = len(block["columns"]) > MOST_UPRIGHT
    return {
        "title": printable(block["title"]), "first": printable(block["first"]), "small": small,
        "columns": [{"label": printable(one["label"]), "money": one["money"]} for one in block["columns"]],
        "rows": [
            {"level": row["level"], "label": printable(row["label"]),
             "cells": [written_cell(cell, small=small) for cell in row["cells"]]}
            for row in block["rows"]
        ],
        "faults": [printable(one) for one in block["faults"]],
    }  # fmt: skip


def _picture(block: Mapping[str, Any]) -> dict[str, Any]:
    """A bar for each point, as long as its share of the longest."""
    most = max((value for _name, value in block["points"]), default=0) or 1
    bars = [
        {"name": printable(name), "said": rupiah(value) if block["money"] else str(value),
         "share": max(value, 0) * WHOLE // most}
        for name, value in block["points"]
    ]  # fmt: skip
    return {"title": printable(block["title"]), "bars": bars}
