"""Keyset pages: the next rows after a key, never OFFSET."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from sidamping.platform.database.keys import one_of
from sidamping.platform.http.signs import sound

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page:
    """Rows of one page and the opaque key of the next ('' on the last page)."""

    rows: tuple[Any, ...]
    next_key: str


def page_of(
    rows: QuerySet[Any], *, order: tuple[str, str], after: str = "", size: int = PAGE_SIZE,
    dressed: Callable[[QuerySet[Any]], QuerySet[Any]] | None = None,
) -> Page:
    """A page ordered by (field, unique id); '-' before the field name turns the direction for both.

    `dressed` joins what a line shows to the rows of the page alone.
    """
    field, tie = (name.lstrip("-") for name in order)
    backwards = order[0].startswith("-")
    key = _read(after)
    if key is not None:
        rows = _beyond(rows, field, tie, "lt" if backwards else "gt", key)
    sign = "-" if backwards else ""
    ordering = (f"{sign}{field}", f"{sign}{tie}")
    cut = rows.order_by(*ordering)[: size + 1]
    if dressed:
        cut = dressed(rows.model.objects.filter(one_of(cut))).order_by(*ordering)
    found = list(cut)
    more = len(found) > size
    found = found[:size]
    return Page(tuple(found), _write(found[-1], field, tie) if more else "")


def page_at_hand(
    rows: Sequence[Any], key: Callable[[Any], str], after: str = "", size: int = PAGE_SIZE
) -> Page:
    """A page of rows that are read already, in their order; `key` tells them apart. An unknown key starts anew."""
    first = next((at + 1 for at, row in enumerate(rows) if after and key(row) == after), 0)
    found = tuple(rows[first : first + size])
    return Page(found, key(found[-1]) if first + size < len(rows) else "")


def _beyond(rows: QuerySet[Any], field: str, tie: str, word: str, key: list[str]) -> QuerySet[Any]:
    """The rows after the key; a key that somebody wrote by hand and does not fit starts the list anew."""
    try:
        return rows.filter(Q(**{f"{field}__{word}": key[0]}) | Q(**{field: key[0], f"{tie}__{word}": key[1]}))
    except (ValidationError, ValueError):
        return rows


def _write(row: Any, field: str, tie: str) -> str:
    pair = [str(_attribute(row, name)) for name in (field, tie)]
    return base64.urlsafe_b64encode(json.dumps(pair).encode()).decode().rstrip("=")


def _attribute(row: Any, name: str) -> Any:
    for part in name.split("__"):
        row = getattr(row, part)
    return row


def _read(after: str) -> list[str] | None:
    try:
        pair = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
    except (ValueError, UnicodeDecodeError):
        return None
    fits = isinstance(pair, list) and len(pair) == 2
    return pair if fits and all(isinstance(part, str) and sound(part) for part in pair) else None
