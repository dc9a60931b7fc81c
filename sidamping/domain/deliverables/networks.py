"""Counts a business network by function: marketing (core, support), production, finance (A9, S0 D.3.c)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

KIND = "business-network"
"""The deliverable that lists the contacts."""


def by_function(contents: Iterable[Mapping[str, Any]], functions: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The names of each function from the lists of a mentee; who stands in two lists is counted once per function.

    `functions` says which function a part belongs to: 'marketing.agent' → 'marketing_core'.
    """
    found: dict[str, dict[str, str]] = {}
    for content in contents:
        for cell, rows in content.items():
            for row in rows if isinstance(rows, list) else ():
                function, name = functions.get(f"{cell}.{row.get('part', '')}", ""), str(row.get("name", "")).strip()
                if function and name:
                    found.setdefault(function, {}).setdefault(" ".join(name.casefold().split()), name)
    return {function: tuple(sorted(names.values(), key=str.casefold)) for function, names in found.items()}
