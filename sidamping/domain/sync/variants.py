"""The same id with other content: both are kept, and people choose, as a whole or field by field (F1)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

WITHIN = "."
"""Between a part and the field within it."""


class Arrival(StrEnum):
    """What an envelope is to what is held under its id."""

    NEW = "new"
    SAME = "same"
    VARIANT = "variant"


@dataclass(frozen=True)
class Difference:
    """A field that two contents tell differently; None where one does not tell it."""

    field: str
    kept: Any
    other: Any


def arrival(sha256: str, held: str | None) -> Arrival:
    """By the hash of its body against that of the record held, None when nothing is."""
    if held is None:
        return Arrival.NEW
    return Arrival.SAME if sha256 == held else Arrival.VARIANT


def differences(kept: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the first content."""
    names = dict.fromkeys([*kept, *other])
    return tuple(
        Difference(name, kept.get(name), other.get(name)) for name in names if kept.get(name) != other.get(name)
    )


def spread(content: Mapping[str, Any], part: str) -> dict[str, Any]:
    """The content with each field of a part on its own ('content.market'), so that people choose between these."""
    inside = content.get(part)
    if not isinstance(inside, Mapping):
        return dict(content)
    told = {name: value for name, value in content.items() if name != part}
    return told | {f"{part}{WITHIN}{name}": value for name, value in inside.items()}


def gathered(content: Mapping[str, Any], part: str) -> dict[str, Any]:
    """What was spread, whole again."""
    head = f"{part}{WITHIN}"
    inside = {name.removeprefix(head): value for name, value in content.items() if name.startswith(head)}
    told = {name: value for name, value in content.items() if not name.startswith(head)}
    return {part: inside} | told if part else told


def merged(kept: Mapping[str, Any], other: Mapping[str, Any], taken: Collection[str]) -> dict[str, Any]:
    """The first content with the named fields as the other one tells them; a field it does not tell goes."""
    found = {name: value for name, value in kept.items() if name not in taken}
    return found | {name: value for name, value in other.items() if name in taken}
