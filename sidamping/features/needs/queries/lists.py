"""What may be chosen when needs are determined: the programme's own kinds and themes, else the whole lists (A2, B2)."""

from __future__ import annotations

from collections.abc import Mapping

from sidamping.rules.books import Programme, codes_of, listing

FIELDS: Mapping[str, str] = {
    "types": "need-types", "themes": "mentoring-themes", "areas": "priority-areas", "objectives": "objectives",
    "strategies": "strategies", "methods": "mentoring-methods",
}
"""What a determination says → the list its codes come from."""


def choices(book: Programme) -> dict[str, tuple[str, ...]]:
    """The codes one may choose in each part."""
    found = {part: codes_of(name) for part, name in FIELDS.items()}
    if book.needs is not None:
        found |= {"types": book.needs.types, "themes": book.needs.themes}
    return found


def level_of(area: str) -> str:
    """The priority level an area belongs to; '' for an unknown one."""
    return next((one.parent for one in listing(FIELDS["areas"]) if one.code == area), "")
