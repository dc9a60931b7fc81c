"""The whole instrument: components, aspects, total, coverage and category, each explained (E15, A12, B3, B6).

The total is the sum of what could be scored. A category is named only when all of the weight could be; else its bounds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.domain.scoring.amounts import Amounts
from sidamping.domain.scoring.components import scored
from sidamping.domain.scoring.filling import Filling
from sidamping.domain.scoring.instrument import METHODS, TABLE, TEXT, Aspect, Instrument, Words
from sidamping.domain.scoring.numbers import Number, added, plain, written
from sidamping.domain.scoring.outcome import (
    GIVEN,
    GIVEN_TOTAL,
    NOT_COMPUTABLE,
    NOT_REPORTED,
    SCORED,
    AspectScore,
    Outcome,
    Scored,
)
from sidamping.domain.scoring.proposals import contradicted, proposals

LOSS, WHOLE = 0, Fraction(1)
NOTEWORTHY = 1
"""Percentage points by which a given ratio may differ from the computed one without a word: sources round."""


def score(instrument: Instrument, filling: Filling, *, on: date, method: str = TABLE) -> Outcome:
    """What the instrument makes of the filling; Refused for an unknown method."""
    if method not in METHODS:
        raise Refused(problem("SCORING_012", "method", seen=method))
    amounts = Amounts(instrument, filling)
    refuse_if(_too_large(instrument, amounts))
    components = tuple(scored(one, instrument, filling, amounts, method) for one in instrument.components)
    aspects = tuple(_aspect(instrument, aspect, components, filling) for aspect in instrument.aspects)
    total, status, coverage = _total(instrument, aspects, filling)
    category, bounds = _category(instrument, components, total, coverage == 1 or status == GIVEN_TOTAL, coverage)
    made = Outcome(
        instrument, on, method, components, aspects, total, status, coverage, category, bounds, filling.warnings,
        amounts.made(), tuple(proposals(instrument, amounts)),
    )
    return replace(made, warnings=(*filling.warnings, *_warnings(made, filling, amounts)))


def _too_large(instrument: Instrument, amounts: Amounts) -> Iterable[Problem]:
    """Parts that are made of other amounts and come out above their whole; reported ones were checked when read."""
    for one in instrument.made_parts:
        part, whole = amounts.get(one.part), amounts.get(one.whole)
        if part is not None and whole is not None and part > whole:
            seen = {"part_seen": plain(part), "whole_seen": plain(whole)}
            yield problem("SCORING_006", f"inputs.{one.part}", part=one.part, whole=one.whole, **seen)


def _aspect(instrument: Instrument, aspect: Aspect, components: tuple[Scored, ...], filling: Filling) -> AspectScore:
    """The sum of an aspect's components; a score given for the aspect only where none of them was scored."""
    own = [components[at] for at in instrument.places[aspect.key]]
    there = [one for one in own if one.points is not None and (one.covered or not one.component.weight)]
    if not there:
        given = filling.aspect_scores.get(aspect.key)
        status = GIVEN if given is not None else _absent(own)
        return AspectScore(aspect, given, Fraction(given is not None), status)
    status = SCORED if any(one.status == SCORED for one in there) else GIVEN
    total = added(one.points or 0 for one in there)
    if len(there) == len(own) and all(one.covered is one.component.weight for one in own):
        return AspectScore(aspect, total, WHOLE, status)
    covered = added(one.covered for one in there)
    return AspectScore(aspect, total, Fraction(covered) / aspect.weight if aspect.weight else WHOLE, status)


def _absent(components: Iterable[Scored]) -> str:
    return NOT_COMPUTABLE if any(one.status == NOT_COMPUTABLE for one in components) else NOT_REPORTED


def _total(
    instrument: Instrument, aspects: tuple[AspectScore, ...], filling: Filling
) -> tuple[Number | None, str, Fraction]:
    """The total, how it came about, how much of the weight it covers; a given total only if nothing was computed."""
    there = [one for one in aspects if one.score is not None and one.aspect.weight]
    coverage = _coverage(instrument, there)
    computed = any(one.status == SCORED for one in there)
    if filling.total is not None and not computed and coverage < 1:
        return filling.total, GIVEN_TOTAL, coverage
    if not there:
        return None, NOT_REPORTED, Fraction(0)
    return added(one.score or 0 for one in there), SCORED if computed else GIVEN, coverage


def _coverage(instrument: Instrument, there: list[AspectScore]) -> Fraction:
    weighed = [one for one in instrument.aspects if one.weight]
    if len(there) == len(weighed) and there and all(one.coverage is WHOLE for one in there):
        return WHOLE
    covered = added(one.coverage * one.aspect.weight for one in there)
    return covered / instrument.total if instrument.total else Fraction(0)


def _category(
    instrument: Instrument, components: tuple[Scored, ...], total: Number | None, sure: bool, coverage: Fraction
) -> tuple[Words | None, tuple[Words, Words] | None]:
    if instrument.verdict is not None:
        return _verdict(instrument, components), None
    if total is None or not instrument.categories:
        return None, None
    if sure:
        return named(instrument, total), None
    lowest, highest = named(instrument, total), named(instrument, total + instrument.total * (1 - coverage))
    return None, (lowest, highest) if lowest and highest else None


def named(instrument: Instrument, total: Number) -> Words | None:
    """The category a total falls into: lower end inside, upper end outside, the highest total inside the best."""
    return next((one.label for one in instrument.categories if one.interval.holds(total)), None)


def _verdict(instrument: Instrument, components: tuple[Scored, ...]) -> Words | None:
    """One no decides at once; yes needs all of them."""
    verdict = instrument.verdict
    assert verdict is not None
    asked = [one for one in components if one.component.key in verdict.of]
    if any(dict(one.inputs).get("no") for one in asked):
        return verdict.failed
    return verdict.passed if all(one.status == SCORED and one.why is None for one in asked) else None


def _warnings(made: Outcome, filling: Filling, amounts: Amounts) -> Iterable[Problem | Words]:
    instrument = made.instrument
    if instrument.status != "resmi":
        yield problem("SCORING_036", "", status=instrument.status, title=instrument.title.id)
    yield from instrument.notices
    for one in made.components:
        if one.ratio is not None and one.component.kind == "ratio":
            yield from _doubts(one, one.ratio, filling)
    yield from _sums(instrument, filling)
    yield from contradicted(instrument, made.proposals, filling)
    for name, way in amounts.derived_names.items():
        if way.status and way.status != "resmi":
            yield problem("SCORING_037", name, key=name, cite=way.cite)
    if made.method == TEXT:
        differing = ", ".join(one.key for one in instrument.components if one.text is not None)
        yield problem("SCORING_031", "method", keys=differing or "-")
    yield from _totals_told(made, filling)


def _sums(instrument: Instrument, filling: Filling) -> Iterable[Problem]:
    """Totals given beside parts that add up to another figure; the total counts, as it was reported."""
    for way in instrument.sums:
        total, parts = filling.amounts.get(way.key), [filling.amounts.get(name) for name in way.of]
        made = added(part for part in parts if part is not None)
        if total is not None and None not in parts and made != total:
            told = {"given": plain(total), "computed": plain(made), "parts": ", ".join(way.of)}
            yield problem("SCORING_048", way.key, key=way.key, **told)


def _doubts(one: Scored, ratio: Number, filling: Filling) -> Iterable[Problem]:
    """What looks odd about a ratio: another one given, a loss, more than the whole."""
    given, key = filling.ratios.get(one.component.key), one.component.key
    if given is not None and one.formula and abs(Fraction(given) - ratio) > NOTEWORTHY:
        yield problem("SCORING_029", key, key=key, given=plain(given), computed=plain(ratio))
    if ratio.numerator < LOSS:
        yield problem("SCORING_033", key, key=key, ratio=plain(ratio))
    elif one.component.expected is not None and not one.component.expected.holds(ratio):
        yield problem("SCORING_038", key, key=key, ratio=plain(ratio), within=one.component.expected.text)


def _totals_told(made: Outcome, filling: Filling) -> Iterable[Problem | Words]:
    if made.total_status == GIVEN_TOTAL:
        yield problem("SCORING_034", "total", given=plain(filling.total))
    elif filling.total is not None:
        yield problem("SCORING_035", "total", given=plain(filling.total))
    if made.partial:
        weighed = [(one, one.component.weight) for one in made.components]
        left = [one.component.key for one, weight in weighed if weight is None or one.covered < weight]
        yield problem("SCORING_026", "", coverage=written(made.coverage * 100, 0, 2), missing=", ".join(left) or "-")
    if made.bounds is not None:
        yield problem("SCORING_027", "", lowest=made.bounds[0].id, highest=made.bounds[1].id)
    if made.category is None and made.instrument.no_category is not None:
        yield made.instrument.no_category

