"""One component at a time: formula or given ratio → band → value → score, or the reason why there is none (E15)."""

from __future__ import annotations

from fractions import Fraction

from sidamping.domain.formulas import FORMULAS, Formula, Unknowable
from sidamping.domain.problems import Problem, problem
from sidamping.domain.scoring.amounts import Amounts
from sidamping.domain.scoring.answers import Answered
from sidamping.domain.scoring.filling import Filling
from sidamping.domain.scoring.instrument import TABLE, TEXT, Component, Instrument
from sidamping.domain.scoring.numbers import Number, half_up
from sidamping.domain.scoring.outcome import GIVEN, NOT_COMPUTABLE, NOT_REPORTED, SCORED, Scored

ZERO = Fraction(0)
Inputs = tuple[tuple[str, Number], ...]


def scored(one: Component, instrument: Instrument, filling: Filling, amounts: Amounts, method: str) -> Scored:
    """The component as scored; a score given in the filling is taken only where nothing can be computed."""
    if one.kind == "questions":
        made = _answered(one, filling.answers.get(one.key), method)
    elif one.kind == "ratio":
        made = _by_ratio(one, instrument, filling, amounts, method)
    else:
        made = _marked(one, filling)
    given = filling.scores.get(one.key)
    if made.status in (NOT_REPORTED, NOT_COMPUTABLE) and given is not None:
        return Scored(one, GIVEN, method, made.ratio, None, given, _points(one, given), one.weight or 0,
                      problem("SCORING_025", one.key))
    return made


def _by_ratio(one: Component, instrument: Instrument, filling: Filling, amounts: Amounts, method: str) -> Scored:
    formula, inputs, missing = _ready(one, amounts)
    ratio: Fraction | Number | Unknowable | None = None
    if formula is not None:
        ratio = formula.compute(*[amount for _, amount in inputs])
    if ratio is None:
        ratio = filling.ratios.get(one.key)
    name = formula.name if formula else ""
    if ratio is None and one.unknown is not None:
        return Scored(one, NOT_COMPUTABLE, TABLE, why=one.unknown)
    if ratio is None:
        return Scored(one, NOT_REPORTED, TABLE, why=problem("SCORING_023", one.key, missing=missing))
    if isinstance(ratio, Unknowable):
        return Scored(one, NOT_COMPUTABLE, TABLE, why=problem(ratio.code, one.key, name=ratio.name), formula=name,
                      inputs=inputs)
    if one.unknown is not None or one.scale is None:
        return Scored(one, NOT_COMPUTABLE, TABLE, ratio, why=one.unknown, formula=name, inputs=inputs)
    return _banded(one, instrument, ratio, name, inputs, method)


def _banded(
    one: Component, instrument: Instrument, ratio: Number, formula: str, inputs: Inputs, method: str
) -> Scored:
    text, weight = one.text if method == TEXT else None, one.weight or ZERO
    if text is not None:
        x: Number = half_up(ratio) if text.round_half_up else ratio
        band = text.scale.band(x)
        value = band.value_at(x)
        score = value * weight / 100
        return Scored(one, SCORED, TEXT, ratio, value, score, _points(one, score), weight, None, formula, inputs,
                      band.interval.text)
    assert one.scale is not None
    at = one.scale.place(ratio)
    band = one.scale.bands[at]
    value = band.value_at(ratio)
    score = value * weight / 100 if band.add else _score(one, instrument, at)
    return Scored(one, SCORED, TABLE, ratio, value, score, _points(one, score), weight, None, formula, inputs,
                  band.interval.text)


def _score(one: Component, instrument: Instrument, at: int) -> Fraction:
    """nilai × weight / 100, or the score the table prints where the two differ."""
    product, printed = one.by_band[at]
    return printed if instrument.printed_scores or one.max is not one.weight else product


def _points(one: Component, score: Number) -> Number:
    """What a score adds to the total: itself, unless the component is judged on a scale of its own (1 to 4)."""
    if one.max is one.weight or not one.max:
        return score
    return Fraction(score) * (one.weight or 0) / one.max


def _ready(one: Component, amounts: Amounts) -> tuple[Formula | None, Inputs, str]:
    """The first formula whose inputs are all known, with them; else what is missing for the one nearest to it."""
    gaps: list[list[str]] = []
    for name in one.formulas:
        formula = FORMULAS[name]
        known: list[tuple[str, Number]] = []
        gap: list[str] = []
        for wanted in formula.inputs:
            amount = amounts.get(wanted)
            if amount is None:
                gap.append(wanted)
            else:
                known.append((wanted, amount))
        if not gap:
            return formula, tuple(known), ""
        gaps.append(gap)
    nearest = min(gaps, key=len) if gaps else []
    missing = ", ".join(dict.fromkeys(amounts.missing(name) for name in nearest))
    return None, (), missing or f"ratios.{one.key}"


def _answered(one: Component, answered: Answered | None, method: str) -> Scored:
    """yes × points; where bands stand beside the questions, the share of yes goes through them."""
    count = len(one.questions)
    if one.unknown is not None:
        return Scored(one, NOT_COMPUTABLE, TABLE, why=one.unknown)
    if answered is None:
        return Scored(one, NOT_REPORTED, TABLE, why=problem("SCORING_024", one.key, missing=count, count=count))
    share = Fraction(answered.yes * 100, answered.count)
    inputs = (("yes", answered.yes), ("no", answered.no))
    why = _unanswered(one, answered)
    weight = one.weight or ZERO
    if one.scale is not None:
        if answered.count < count:
            return Scored(one, NOT_REPORTED, TABLE, why=why, inputs=inputs)
        band = one.scale.band(share)
        score = band.score if band.score is not None else band.value * weight / 100
        return Scored(one, SCORED, TABLE, share, band.value, score, _points(one, score), weight, None, "yes_share",
                      inputs, band.interval.text)
    top = one.max if one.max is not None else weight
    score = answered.yes * top / count
    covered = weight if why is None else weight * answered.count / count
    value = share if why is None else Fraction(answered.yes * 100, count)
    return Scored(one, SCORED, TABLE, share, value, score, _points(one, score), covered, why, "yes_times_points",
                  inputs)


def _unanswered(one: Component, answered: Answered) -> Problem | None:
    count = len(one.questions)
    if answered.count == count:
        return None
    return problem("SCORING_024", one.key, missing=count - answered.count, count=count)


def _marked(one: Component, filling: Filling) -> Scored:
    """A mark within its interval counts as a share of it; a level is recorded and adds nothing."""
    mark = filling.amounts.get(one.key, filling.ratios.get(one.key))
    if mark is None:
        return Scored(one, NOT_REPORTED, TABLE, why=problem("SCORING_023", one.key, missing=one.key))
    if one.kind == "level" or one.within is None or one.within.high is None or one.within.low is None:
        return Scored(one, SCORED, TABLE, None, mark, None, 0, one.weight or 0, inputs=((one.key, mark),))
    share = Fraction(mark - one.within.low) / (one.within.high - one.within.low)
    score = share * (one.weight or 0)
    return Scored(one, SCORED, TABLE, None, mark, score, score, one.weight or 0, None, "mark_times_weight",
                  ((one.key, mark),))
