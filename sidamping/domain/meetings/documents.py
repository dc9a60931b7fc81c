"""The content of a meeting's documents as plain values: chapters of blocks, frozen as JSON and printed from it alone.

Amounts stay whole rupiah, so that what is printed can be held against the ledger to the rupiah (E4).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sidamping.domain.ledger.sheets import MONEY, Sheet

MINUTES, RAT_BOOK = "minutes", "book"
KINDS = (MINUTES, RAT_BOOK)
HEADING, TEXT, ITEMS, FACTS, SHEET, PICTURE = "heading", "text", "items", "facts", "sheet", "picture"
Block = Mapping[str, Any]
Chapter = Mapping[str, Any]


def heading(words: str) -> Block:
    """The name of what follows in a chapter."""
    return {"kind": HEADING, "text": words}


def text(words: str) -> Block:
    """A passage as somebody wrote it; its lines stay lines."""
    return {"kind": TEXT, "text": words}


def items(words: Iterable[str]) -> Block:
    """A numbered list."""
    return {"kind": ITEMS, "items": list(words)}


def facts(pairs: Iterable[tuple[str, str | int]]) -> Block:
    """Names and values beside each other; a whole number is a count."""
    return {"kind": FACTS, "facts": [[name, value] for name, value in pairs]}


def sheet(made: Sheet, *, every: bool = False) -> Block:
    """A statement with its amounts, in the words of the cooperative's papers.

    Lines of nothing are left out, unless `every` one is somebody's.
    """
    return {
        "kind": SHEET, "name": made.name, "title": made.id, "first": made.first.id,
        "columns": [{"label": one.id, "money": one.kind == MONEY} for one in made.columns],
        "rows": [
            {"level": row.level, "key": row.key, "label": row.id, "cells": [cell.value for cell in row.cells]}
            for row in (made.rows if every else made.shown)
        ],
        "faults": [f"{one.code} {one.text('id')}" for one in made.faults],
    }  # fmt: skip


def picture(title: str, points: Sequence[tuple[str, int]], *, money: bool) -> Block:
    """How a number grew, a bar for each point."""
    return {"kind": PICTURE, "title": title, "points": [[name, value] for name, value in points], "money": money}


def chapter(key: str, title: str, blocks: Iterable[Block], *, named: bool = False) -> Chapter:
    """A chapter; a `named` one tells what single members have, and is for whoever may see them."""
    return {"key": key, "title": title, "named": named, "blocks": list(blocks)}


def readable(content: Mapping[str, Any], *, names: bool) -> dict[str, Any]:
    """The content for a reader: without the chapters of single members for whoever does not see them."""
    return {**content, "chapters": [one for one in content["chapters"] if names or not one["named"]]}


def amount(content: Mapping[str, Any], name: str, key: str, column: int = 0) -> int:
    """The amount of a row of a statement in the content; KeyError where there is none."""
    for one in content["chapters"]:
        for block in one["blocks"]:
            for row in block.get("rows", ()) if block.get("name") == name else ():
                if row["key"] == key:
                    return int(row["cells"][column])
    raise KeyError(f"{name}/{key}")
