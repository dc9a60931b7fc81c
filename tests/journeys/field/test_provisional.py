"""The provisional score of the phone is the server's: on the worked cases of the rulebook and on fillings by chance."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from playwright.sync_api import Page

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.answers import Answered
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.extract import extract
from sidamping.domain.scoring.filling import Filling, read_filling
from sidamping.domain.scoring.instrument import Component, Instrument
from sidamping.domain.scoring.numbers import plain
from sidamping.domain.scoring.outcome import GIVEN, GIVEN_TOTAL, Outcome
from sidamping.rules.cases import cases
from sidamping.rules.in_force import names, pick
from sidamping.rules.instruments import built, pinned_instrument, versions
from sidamping.rules.loader import book, thaw
from tests.journeys.field.conftest import APP
from tests.rulebook.test_instruments import PUBLISHED

DAY = date(2026, 11, 22)
TIMES = 30
SCORE = """async (asked) => {
    const { provisional } = await import('/lapangan/js/score.js');
    return JSON.parse(asked).map(([score, values]) => {
        const { points, share, verdict } = provisional(score, values);
        return [Number(points.toFixed(6)), Number(share.toFixed(6)), verdict && verdict.id];
    });
}"""
OPEN = """async ([score, values]) => {
    const { provisional } = await import('/lapangan/js/score.js');
    const { open, odd } = provisional(score, values);
    return [open.map((one) => [one.id, (one.missing || one.nil || []).map(({ id }) => id)]), odd.length];
}"""


def test_the_phone_scores_as_the_server_does(opened: Callable[..., Page]) -> None:
    page = opened(None)
    page.goto(APP)
    asked = [*_worked(), *_published(), *_by_chance()]
    said = page.evaluate(SCORE, json.dumps([[extract(one), _values(one, filling)] for one, filling in asked]))
    assert len(asked) > 400
    assert said == [_scored(one, filling) for one, filling in asked]


def test_what_a_phone_cannot_compute_yet_is_named_with_the_amounts_that_are_missing(
    opened: Callable[..., Page],
) -> None:
    page, health = opened(None), versions("ksp-health")[-1]
    page.goto(APP)
    told = {"inputs.modal_sendiri": 200_000, "inputs.total_aset": 0, "inputs.kurang_lancar": 5}
    lacking, odd = page.evaluate(OPEN, [extract(health), told])
    assert (len(lacking), odd) == (17, 1)
    assert lacking[0] == ["Modal sendiri terhadap total aset", ["Total aset"]]
    assert lacking[4] == [
        "Risiko pinjaman bermasalah terhadap pinjaman diberikan",
        ["Pinjaman diragukan", "Pinjaman macet", "Volume pinjaman diberikan"],
    ]


def test_bands_that_slope_and_comparisons_are_left_to_the_server() -> None:
    every = [one for name in names("instruments") for one in versions(name) if one.aspects and extract(one) is None]
    assert {one.version for one in every} == {
        "ksp-health/1998-09-01", "ksp-health-syariah/2007-10-01", "ksp-health-syariah/2016-04-01",
    }  # fmt: skip


def _worked() -> Iterator[tuple[Instrument, Filling]]:
    """The worked cases of the rulebook that a phone can score: nothing in them is scored beforehand."""
    for case in cases(book()):
        rule = pick(book().of(case.given.get("kind", "rules"), case.given["rule"]), case.on, case.area)
        if rule is None or case.given["calculate"] != "score" or "refused" in case.expect:
            continue
        yield from _scorable(built(rule), thaw(case.given["filling"]))


def _published() -> Iterator[tuple[Instrument, Filling]]:
    """The published results of cooperatives, from their amounts and ratios alone."""
    for case in PUBLISHED:
        parts = {name: case["given"][name] for name in ("inputs", "ratios", "answers") if case["given"].get(name)}
        yield from _scorable(pinned_instrument(case["instrument"], case["regime"]), parts)


def _scorable(instrument: Instrument, data: Any) -> Iterator[tuple[Instrument, Filling]]:
    """What a form holds of the data: amounts, ratios and answers; lists of items and given scores have no field."""
    if not data or extract(instrument) is None:
        return
    filling = read_filling(instrument, data)
    made = score(instrument, filling, on=DAY)
    given = {one.status for one in made.components} | {made.total_status}
    if not filling.items and not given & {GIVEN, GIVEN_TOTAL}:
        yield instrument, filling


def _by_chance() -> Iterator[tuple[Instrument, Filling]]:
    chance = random.Random(6)
    for instrument in (one for name in names("instruments") for one in versions(name) if extract(one)):
        for _ in range(TIMES):
            filling = _filled(instrument, chance)
            if _sound(instrument, filling):
                yield instrument, filling


def _filled(instrument: Instrument, chance: random.Random) -> Filling:
    """Most of what the form asks, amounts often such that a ratio meets the end of a band."""
    answers = {one.key: _answers(one, chance) for one in instrument.components if one.questions}
    marks = {one.key: chance.randint(1, 5) for one in instrument.components if one.kind == "mark"}
    asked = [name for name in instrument.fields if chance.random() < 0.8]
    amounts = {name: _amount(instrument.fields[name].signed, chance) for name in asked}
    for part, whole in instrument.bounds:
        if part in amounts and whole in amounts:
            amounts[part] = min(amounts[part], amounts[whole])
    return Filling(amounts={**marks, **amounts}, answers={key: one for key, one in answers.items() if one.count})


def _amount(signed: bool, chance: random.Random) -> Fraction | int:
    """Round sums, small ones, sums with cents, nothing, and a loss where one is possible."""
    cents = Fraction(chance.randint(0, 10**14), 100)
    made = chance.choice((chance.randint(0, 20) * 5_000_000, chance.randint(0, 9), cents))
    return -made if signed and chance.random() < 0.2 else made


def _sound(instrument: Instrument, filling: Filling) -> bool:
    try:
        return score(instrument, filling, on=DAY) is not None
    except Refused:
        return False


def _answers(one: Component, chance: random.Random) -> Answered:
    given = [(number, chance.choice((True, True, False, None))) for number in range(1, len(one.questions) + 1)]
    told = tuple((number, answer) for number, answer in given if answer is not None)
    yes = sum(answer for _, answer in told)
    return Answered(yes, len(told) - yes, told)


def _values(instrument: Instrument, filling: Filling) -> dict[str, Any]:
    """The filling as a form holds it."""
    answers = {
        f"answers.{key}.{number}": "ya" if yes else "tidak"
        for key, one in filling.answers.items() for number, yes in one.by_number or _in_order(one)
    }
    amounts = {f"inputs.{key}": plain(amount) for key, amount in filling.amounts.items()}
    return {**answers, **amounts, **{f"ratios.{key}": plain(ratio) for key, ratio in filling.ratios.items()}}


def _in_order(one: Answered) -> Iterator[tuple[int, bool]]:
    return ((number, number <= one.yes) for number in range(1, one.count + 1))


def _scored(instrument: Instrument, filling: Filling) -> list[Any]:
    made: Outcome = score(instrument, filling, on=DAY)
    return [plain(made.total) or 0, plain(made.coverage), made.category and made.category.id]
