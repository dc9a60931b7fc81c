"""The shape of a template of mandatory books: which books, where the system keeps one itself, or in which columns."""

from __future__ import annotations

from sidamping.rules.shapes import Maybe, Shape, choice, code, each, flag, maybe, table, text

COLUMN_KINDS = ("text", "lines", "day", "number", "money")
KEPT = ("members", "board", "savings", "meetings", "cash")
"""The rooms that keep a book of their own."""
COLUMN = table(key=code, id=text, en=text, kind=choice(*COLUMN_KINDS), required=maybe(flag))
PARTS: dict[str, Shape | Maybe] = {
    "books": each(table(code=code, id=text, en=text, kept=maybe(choice(*KEPT)), columns=maybe(each(COLUMN)))),
}
