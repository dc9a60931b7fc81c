"""What one file of the rulebook changes of another, value by value: bands, weights, questions, limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sidamping.rules.loader import RuleFile

TOLD = ("title", "note", "settled", "reason", "notices", "cite", "example", "en", "aliases", "help")
"""Keys that explain a file and change nothing it decides."""
NAMES = ("key", "code", "no", "slot")
"""What rows of a list are known by; others by their place."""


@dataclass(frozen=True)
class Difference:
    """A value that differs; None where one of the files does not have it."""

    key: str
    before: str | None
    after: str | None


def differences(before: RuleFile, after: RuleFile) -> tuple[Difference, ...]:
    """Every value that is not the same in both files, in the order of the later one; a whole new row is one line."""
    old, new = (dict(_flat("", file.data)) for file in (before, after))
    rows_old, rows_new = (dict(_rows(file.data)) for file in (before, after))
    alone = {key: label for rows, others in ((rows_old, rows_new), (rows_new, rows_old)) for key, label in rows.items()
             if key not in others}
    found: dict[str, Difference] = {}
    for key in (*new, *(key for key in old if key not in new)):
        row = next((name for name in alone if key.startswith(f"{name}.")), None)
        if row is not None:
            found[row] = Difference(row, rows_old.get(row), rows_new.get(row))
        elif old.get(key) != new.get(key):
            found[key] = Difference(key, old.get(key), new.get(key))
    return tuple(found.values())


def _rows(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The rows of the file's lists by what they are known by, with their label."""
    for key, value in data.items():
        if isinstance(value, tuple) and key not in TOLD:
            for one in value:
                name = next((one[known] for known in NAMES if known in one), None) if isinstance(one, Mapping) else None
                if name is not None:
                    yield f"{key}.{name}", str(one.get("id", name))


def _flat(key: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            if name not in TOLD:
                yield from _flat(f"{key}.{name}" if key else str(name), one)
    elif isinstance(value, tuple) and any(isinstance(one, Mapping) for one in value):
        if all("x" in one and len(one) <= 3 for one in value):
            yield key, "; ".join(f"{one['x']} {one.get('score', one['value'])}" for one in value)
            return
        for at, one in enumerate(value, 1):
            name = next((one[known] for known in NAMES if known in one), at)
            yield from _flat(f"{key}.{name}", one)
    elif isinstance(value, tuple):
        yield key, ", ".join(str(one) for one in value)
    else:
        yield key, str(value)
