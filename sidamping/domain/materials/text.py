"""The text of a material as blocks: headings, paragraphs, lists, boxes to tick, lines and tables to fill in.

A few signs at the start of a line and nothing else; the rest is plain text, so no markup ever reaches a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

HEADING, PARAGRAPH, BULLETS, STEPS, BOXES, BLANK, TABLE = (
    "heading", "paragraph", "bullets", "steps", "boxes", "blank", "table"
)  # fmt: skip
SIGNS = (
    (HEADING, re.compile(r"#{1,3}\s+(.+)")),
    (BOXES, re.compile(r"(?:[-*]\s+)?\[[ xX]?\]\s+(.+)")),
    (BULLETS, re.compile(r"[-*•]\s+(.+)")),
    (STEPS, re.compile(r"\d{1,2}[.)]\s+(.+)")),
    (TABLE, re.compile(r"\|(.+)\|")),
    (BLANK, re.compile(r"(.*?)\s*_{3,}")),
)
"""What a line is, by the sign it begins with; a line that ends in '___' is to be filled in by hand."""
EMPTY = ""
RULE = re.compile(r"[\s|:-]+")
"""The line of dashes under the head of a table, which says nothing."""


@dataclass(frozen=True)
class Block:
    """One part of the text. `items`: lines of a list; `rows`: a table, its head first, empty cells to be filled in."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def blocks_of(body: str) -> tuple[Block, ...]:
    """The text in its parts, in order."""
    lines = (_line(one.strip()) for one in body.splitlines())
    found: list[Block] = []
    for kind, group in groupby(lines, key=lambda one: one[0]):
        found += _blocks(kind, [text for _kind, text in group])
    return tuple(found)


def _line(line: str) -> tuple[str, str]:
    if not line:
        return EMPTY, ""
    for kind, sign in SIGNS:
        met = sign.fullmatch(line)
        if met:
            return kind, met[1].strip()
    return PARAGRAPH, line


def _blocks(kind: str, lines: list[str]) -> Iterator[Block]:
    if kind in (HEADING, BLANK):
        yield from (Block(kind, line) for line in lines)
    elif kind == PARAGRAPH:
        yield Block(kind, " ".join(lines))
    elif kind == TABLE:
        yield Block(kind, rows=_rows(lines))
    elif kind != EMPTY:
        yield Block(kind, items=tuple(lines))


def _rows(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    """Rows of one width: what a row lacks is empty."""
    told = [line for number, line in enumerate(lines) if number != 1 or not RULE.fullmatch(line)]
    cells = [tuple(cell.strip() for cell in line.split("|")) for line in told]
    width = max(len(row) for row in cells)
    return tuple(row + ("",) * (width - len(row)) for row in cells)
