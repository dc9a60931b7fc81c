"""The policy lab: alternatives judged by criteria, totals, ranks, and what the weights do to them (C12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sidamping.domain.problems import Problem, problem, refuse_if
from sidamping.domain.scoring.instrument import TABLE, Comparison, Component, Instrument, Words
from sidamping.domain.scoring.numbers import Number, exact, plain
from sidamping.domain.scoring.outcome import SCORED, Outcome, Scored

DOUBLED, LEFT_OUT = 2, 0


@dataclass(frozen=True)
class Alternative:
    """An alternative with its mark by each criterion."""

    name: str
    marks: Mapping[str, Number]
    printed: Number | None = None


def compare(instrument: Instrument, data: Mapping[str, Any], *, on: date) -> Outcome:
    """Totals and ranks as a result; each alternative stands as a component. Refused with every fault."""
    made = instrument.comparison
    assert made is not None
    problems: list[Problem] = []
    rows = _alternatives(made, data, problems)
    weights = {**made.weights, **_weights(made, data.get("weights"), problems)}
    refuse_if(problems)
    totals = {one.name: _total(one, weights) for one in rows}
    top = sum(weights.values(), Fraction(0)) * (made.within.high or Fraction(0))
    components = tuple(_line(instrument, one, totals[one.name], top) for one in rows)
    extra = {
        "ranking": ranked(totals), "weights": {key: plain(weight) for key, weight in weights.items()},
        "sensitivity": sensitivity(rows, weights),
    }
    odd = _misprinted(rows)
    warnings = (*odd, *instrument.notices, *((instrument.no_category,) if instrument.no_category else ()))
    return Outcome(instrument, on, TABLE, components, (), None, SCORED, Fraction(1), None, None, warnings,
                   alternatives=extra)


def ranked(totals: Mapping[str, Number]) -> list[dict[str, Any]]:
    """Highest total first; equal totals share a rank and keep their order."""
    ordered = sorted(totals.items(), key=lambda one: -one[1])
    return [
        {"key": name, "total": plain(total), "rank": 1 + sum(other > total for other in totals.values())}
        for name, total in ordered
    ]


def sensitivity(rows: Sequence[Alternative], weights: Mapping[str, Number]) -> list[dict[str, Any]]:
    """For each criterion: who comes first when it counts double, and when it does not count at all."""
    told = []
    for criterion in weights:
        for times in (DOUBLED, LEFT_OUT):
            changed = {**weights, criterion: weights[criterion] * times}
            order = ranked({one.name: _total(one, changed) for one in rows})
            first = [one["key"] for one in order if one["rank"] == 1]
            told.append({"criterion": criterion, "times": times, "first": first, "ranking": order})
    return told


def _total(one: Alternative, weights: Mapping[str, Number]) -> Number:
    return sum((one.marks[key] * weight for key, weight in weights.items()), Fraction(0))


def _line(instrument: Instrument, one: Alternative, total: Number, top: Number) -> Scored:
    label = Words(one.name, one.name)
    most = Fraction(top)
    component = Component(one.name, label, "", "mark", instrument.cite, instrument.status, most, most)
    marks = tuple(one.marks.items())
    return Scored(component, SCORED, TABLE, None, total, total, total, top, None, "weighted_sum", marks)


def _alternatives(made: Comparison, data: Mapping[str, Any], problems: list[Problem]) -> list[Alternative]:
    given = data.get("alternatives")
    if given is None and isinstance(data.get("inputs"), Mapping):
        given = data["inputs"].get("alternatives", data["inputs"])
    if isinstance(given, list | tuple):
        given = {str(row.get("name", row.get("key", number))): row.get("marks", row)
                 for number, row in enumerate(given, 1) if isinstance(row, Mapping)}
    if not isinstance(given, Mapping) or not given:
        problems.append(problem("SCORING_018", "alternatives", criteria=", ".join(made.criteria)))
        return []
    return [_alternative(made, str(name), marks, problems) for name, marks in given.items()]


def _alternative(made: Comparison, name: str, marks: object, problems: list[Problem]) -> Alternative:
    if isinstance(marks, list | tuple):
        marks = dict(zip(made.criteria, marks, strict=False))
    given = {_key(made, str(key)): value for key, value in marks.items()} if isinstance(marks, Mapping) else {}
    read: dict[str, Number] = {}
    for key in made.criteria:
        mark = exact(given.get(key))
        where = f"alternatives.{name}.{key}"
        if given.get(key) is None:
            problems.append(problem("SCORING_017", where, name=name, missing=key, within=made.within.text))
        elif mark is None:
            problems.append(problem("SCORING_004", where, key=where, seen=str(given[key])[:60]))
        elif not made.within.holds(mark):
            problems.append(problem("SCORING_007", where, key=where, seen=plain(mark), within=made.within.text))
        else:
            read[key] = mark
    return Alternative(name, read, exact(given.get("total")))


def _misprinted(rows: Sequence[Alternative]) -> tuple[Problem, ...]:
    """Totals that a source prints beside marks which do not add up to them."""
    sums = [(one, sum(one.marks.values(), Fraction(0))) for one in rows if one.printed is not None]
    return tuple(problem("SCORING_039", one.name, name=one.name, given=plain(one.printed), computed=plain(total))
                 for one, total in sums if total != one.printed)


def _weights(made: Comparison, given: object, problems: list[Problem]) -> dict[str, Number]:
    read: dict[str, Number] = {}
    for name, value in (given.items() if isinstance(given, Mapping) else ()):
        key, weight, where = _key(made, str(name)), exact(value), f"weights.{name}"
        if key not in made.criteria:
            problems.append(problem("SCORING_011", where, key=where, seen=name, wanted=", ".join(made.criteria)))
        elif weight is None:
            problems.append(problem("SCORING_004", where, key=where, seen=str(value)[:60]))
        elif weight <= 0:
            problems.append(problem("SCORING_020", where, key=where, seen=plain(weight)))
        else:
            read[key] = weight
    return read


def _key(made: Comparison, name: str) -> str:
    return made.aliases.get(name, name)
