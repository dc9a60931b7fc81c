"""A material as an office wants it kept, and its faults: all at once, before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sidamping.domain.materials.text import TABLE, blocks_of
from sidamping.domain.problems import Problem, problem

CODED = {"topic": "mentoring-topics", "format": "material-formats", "level": "material-levels"}
"""Fields whose value is a code, with the list that holds it."""
LONGEST = {"title": 120, "summary": 300, "body": 20_000, "why": 240}
MOST_COLUMNS = 6
"""More do not fit on a phone or an upright page."""


@dataclass(frozen=True)
class MaterialDraft:
    """What stands in a piece; `filed` tells that a file goes with it. `programmes`: those it fits, empty for all."""

    title: str
    summary: str
    topic: str
    format: str
    level: str
    body: str = ""
    programmes: tuple[str, ...] = ()
    filed: bool = False


def check_material(
    draft: MaterialDraft, *, codes: Mapping[str, Collection[str]], programmes: Collection[str],
    labels: Mapping[str, object],
) -> list[Problem]:  # fmt: skip
    """Every fault. `codes`: the codes of each list of CODED that may be chosen."""
    found = [problem("GENERAL_001", name, label=labels[name]) for name in ("title", "summary")
             if not getattr(draft, name).strip()]
    found += long_faults({name: getattr(draft, name) for name in ("title", "summary", "body")}, labels)
    for name, listing in CODED.items():
        seen = getattr(draft, name)
        if seen not in codes[listing]:
            found.append(problem("GENERAL_002", name, label=labels[name], seen=seen[:60]))
    for seen in draft.programmes:
        if seen not in programmes:
            found.append(problem("GENERAL_002", "programmes", label=labels["programmes"], seen=seen[:60]))
    if not draft.body.strip() and not draft.filed:
        found.append(problem("MATERIALS_002", "body"))
    return found + _wide_tables(draft.body)


def long_faults(texts: Mapping[str, str], labels: Mapping[str, object]) -> list[Problem]:
    """Texts that are longer than their place."""
    return [
        problem("MATERIALS_001", name, label=labels[name], length=len(text), limit=LONGEST[name])
        for name, text in texts.items() if len(text) > LONGEST[name]
    ]


def _wide_tables(body: str) -> list[Problem]:
    widths = [len(one.rows[0]) for one in blocks_of(body) if one.kind == TABLE]
    wide = [width for width in widths if width > MOST_COLUMNS]
    return [problem("MATERIALS_003", "body", seen=width, limit=MOST_COLUMNS) for width in wide]
