"""Small functions that say whether a piece of YAML has a shape. Each yields (key, problem code, value seen)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

Met = Iterator[tuple[str, str, str]]
Shape = Callable[[str, Any], Met]

UNKNOWN, MISSING, WRONG = "RULEBOOK_003", "RULEBOOK_004", "RULEBOOK_005"
CODE = re.compile(r"[a-z][a-z0-9_-]*")
CITE = re.compile(r"[a-z0-9][a-z0-9-]*#\S+")


def anything(key: str, value: Any) -> Met:
    """Any value except nothing."""
    if value is None:
        yield key, WRONG, "(kosong)"


def text(key: str, value: Any) -> Met:
    """A text that is not empty."""
    if not (isinstance(value, str) and value.strip()):
        yield key, WRONG, _seen(value)


def code(key: str, value: Any) -> Met:
    """A code of small letters, digits, '-' and '_'."""
    if not (isinstance(value, str) and CODE.fullmatch(value)):
        yield key, WRONG, _seen(value)


def cite(key: str, value: Any) -> Met:
    """'source#article'."""
    if not (isinstance(value, str) and CITE.fullmatch(value)):
        yield key, WRONG, _seen(value)


def number(key: str, value: Any) -> Met:
    """A whole number; true and false are not numbers."""
    if not isinstance(value, int) or isinstance(value, bool):
        yield key, WRONG, _seen(value)


def flag(key: str, value: Any) -> Met:
    """true or false."""
    if not isinstance(value, bool):
        yield key, WRONG, _seen(value)


def day(key: str, value: Any) -> Met:
    """A day written YYYY-MM-DD."""
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        yield key, WRONG, _seen(value)


def choice(*allowed: str) -> Shape:
    """One of the given words."""

    def check(key: str, value: Any) -> Met:
        if value not in allowed:
            yield key, WRONG, _seen(value)

    return check


def each(shape: Shape) -> Shape:
    """A list whose every item has the shape."""

    def check(key: str, value: Any) -> Met:
        if not isinstance(value, list):
            yield key, WRONG, _seen(value)
            return
        for index, item in enumerate(value, 1):
            yield from shape(f"{key}[{index}]", item)

    return check


def words(shape: Shape) -> Shape:
    """A mapping with free names whose every value has the shape."""

    def check(key: str, value: Any) -> Met:
        if not isinstance(value, Mapping):
            yield key, WRONG, _seen(value)
            return
        for name, item in value.items():
            yield from shape(_below(key, name), item)

    return check


class Maybe:
    """Marks a key of a table that may be left out."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape


def maybe(shape: Shape) -> Maybe:
    """The key may be left out; when it is there it has the shape."""
    return Maybe(shape)


def table(**keys: Shape | Maybe) -> Shape:
    """A mapping with exactly these keys; those not marked `maybe` must be there."""

    def check(key: str, value: Any) -> Met:
        if not isinstance(value, Mapping):
            yield key, WRONG, _seen(value)
            return
        for name in value:
            if name not in keys:
                yield _below(key, name), UNKNOWN, str(name)
        for name, shape in keys.items():
            if name not in value:
                if not isinstance(shape, Maybe):
                    yield _below(key, name), MISSING, str(name)
                continue
            yield from (shape.shape if isinstance(shape, Maybe) else shape)(_below(key, name), value[name])

    return check


texts: Shape = each(text)


def _below(key: str, name: Any) -> str:
    return f"{key}.{name}" if key else str(name)


def _seen(value: Any) -> str:
    return "(kosong)" if value in (None, "") else str(value)[:60]
