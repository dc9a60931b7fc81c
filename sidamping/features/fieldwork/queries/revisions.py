"""What each revision of a visit changed against the one before."""

from __future__ import annotations

from collections.abc import Sequence

from sidamping.features.fieldwork.queries.lines import Difference, Revision, VisitLine
from sidamping.features.fieldwork.queries.vocabulary import LABELS, in_words

COMPARED = (
    "visited_on", "starts_at", "ends_at", "mode", "village", "place", "activity", "purpose", "material", "materials",
    "topics", "roles", "result", "obstacles", "advice", "cost", "remarks", "source",
)
CODED = {"mode": "visit-modes", "topics": "mentoring-topics", "roles": "mentor-roles", "source": "entry-sources"}
"""Fields whose values are codes, with the list that names them."""


def history(lines: Sequence[VisitLine]) -> tuple[Revision, ...]:
    """The revisions, newest first, each with its differences."""
    befores: list[VisitLine | None] = [None, *lines[:-1]]
    pairs = zip(befores, lines, strict=True)
    return tuple(Revision(line, _differences(before, line) if before else ()) for before, line in pairs)[::-1]


def _differences(before: VisitLine, after: VisitLine) -> tuple[Difference, ...]:
    found = [
        Difference(LABELS[name], _shown(name, before), _shown(name, after))
        for name in COMPARED
        if getattr(before, name) != getattr(after, name)
    ]
    if before.mentees != after.mentees:
        found.append(Difference(LABELS["presences"], _people(before), _people(after)))
    return tuple(found)


def _shown(name: str, line: VisitLine) -> object:
    value = getattr(line, name)
    if name == "materials":
        return ", ".join(str(one) for one in line.materials)
    if name in CODED:
        codes = value if isinstance(value, tuple) else (value,)
        return ", ".join(in_words(CODED[name], code) for code in codes)
    return value


def _people(line: VisitLine) -> str:
    return "; ".join(
        f"{one.mentee_name} ({one.headcount or '–'}{': ' + ', '.join(one.attendees) if one.attendees else ''})"
        for one in line.mentees
    )
