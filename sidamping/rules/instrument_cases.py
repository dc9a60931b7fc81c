"""Worked examples of instruments: a filling on a day, and the scores, total or category that must come out of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.alternatives import compare
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import TABLE
from sidamping.domain.scoring.outcome import Outcome
from sidamping.rules.instruments import built
from sidamping.rules.loader import RuleFile, thaw


def scored_example(file: RuleFile, on: date, given: Mapping[str, Any], expect: Mapping[str, Any]) -> dict[str, Any]:
    """Of the result what the example expects: keys of components, 'total', 'category', 'file', or 'refused' codes."""
    used, data = built(file), thaw(given["filling"])
    try:
        if used.comparison is not None:
            made = compare(used, data, on=on)
        else:
            made = score(used, read_filling(used, data), on=on, method=given.get("method", TABLE))
    except Refused as refused:
        return {"refused": tuple(refused.codes)}
    seen = _seen(made, file)
    return {key: seen.get(key) for key in expect}


def _seen(made: Outcome, file: RuleFile) -> dict[str, Any]:
    scores = {one.component.key: one.score for one in made.components}
    category = made.category.id if made.category else "-"
    return {**scores, "total": made.total, "category": category, "file": file.path, "coverage": made.coverage}
