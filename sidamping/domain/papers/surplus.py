"""The surplus beside income and costs: the annex gives it a line of its own, so it may differ, but not without a word.

UU 25/1992 article 45 takes depreciation, other duties and tax off as well; such a surplus is explained in the remarks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sidamping.domain.papers.continuity import Figures, Opening, Reading, shown
from sidamping.domain.papers.layout import Column
from sidamping.domain.problems import Problem, problem

INCOME, COSTS, SURPLUS = "income", "costs", "surplus"


def contradictions(
    columns: Sequence[Column], readings: Iterable[Reading], opening: Opening | None, figures: Figures
) -> tuple[Problem, ...]:
    """Typed columns where income less costs is not the surplus and the surplus line's remarks are silent."""
    lines = {one.line.code: one for one in readings}
    if not {INCOME, COSTS, SURPLUS} <= lines.keys() or figures.remarks.get(SURPLUS, "").strip():
        return ()
    labels = {one.key: one.label for one in columns}
    found = [_contradiction("now", labels.get("month", ""), lines, {code: one.now for code, one in lines.items()})]
    if opening is None:
        start = {code: one.before for code, one in lines.items()}
        found.insert(0, _contradiction("opening", labels.get("before", ""), lines, start))
    return tuple(one for one in found if one)


def _contradiction(
    part: str, column: str, lines: dict[str, Reading], values: dict[str, int | None]
) -> Problem | None:
    income, costs, surplus = values[INCOME], values[COSTS], values[SURPLUS]
    if income is None or costs is None or surplus is None or income - costs == surplus:
        return None
    named = {f"{code}_label": lines[code].line.label for code in (INCOME, COSTS, SURPLUS)}
    seen = {code: shown(values[code], lines[code].line.unit) for code in (INCOME, COSTS, SURPLUS)}
    left = shown(income - costs, lines[SURPLUS].line.unit)
    return problem("PAPERS_035", f"{part}.{SURPLUS}", column=column, left=left, **named, **seen)
