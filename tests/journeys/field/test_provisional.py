"""The provisional score of the phone is the server's: on the worked cases of the rulebook and on fillings by chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from playwright.sync_api import Page

from sidamping.domain.scoring.answers import Answered
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.extract import extract
from sidamping.domain.scoring.filling import Filling, read_filling
from sidamping.domain.scoring.instrument import Component, Instrument
from sidamping.domain.scoring.numbers import plain
from sidamping.domain.scoring.outcome import GIVEN
from sidamping.rules.cases import cases
from sidamping.rules.in_force import names, pick
from sidamping.rules.instruments import built, versions
from sidamping.rules.loader import book, thaw
from tests.journeys.field.conftest import APP

DAY = date(2026, 11, 22)
TIMES = 30
SCORE = """async (asked) => {
    const { provisional } = await import('/lapangan/js/score.js');
    return asked.map(([score, values]) => {
        const { points, share, verdict } = provisional(score, values);
        return [Number(points.toFixed(6)), Number(share.toFixed(6)), verdict && verdict.id];
    });
}"""


def test_the_phone_scores_as_the_server_does(opened: Callable[..., Page]) -> None:
    page = opened(None)
    page.goto(APP)
    asked = [*_worked(), *_by_chance()]
    said = page.evaluate(SCORE, [[extract(one), _values(one, filling)] for one, filling in asked])
    assert len(asked) > 100
    assert said == [_scored(one, filling) for one, filling in asked]


def test_an_instrument_with_ratios_is_scored_by_the_server_alone() -> None:
    assert [extract(one) for name in ("ksp-health", "coop-health") for one in versions(name)] == [None] * 5


def _worked() -> Iterator[tuple[Instrument, Filling]]:
    """The worked cases that a phone can score: of instruments with weights and bands, and nothing scored beforehand."""
    for case in cases(book()):
        rule = pick(book().of(case.given.get("kind", "rules"), case.given["rule"]), case.on, case.area)
        if rule is None or case.given["calculate"] != "score" or "refused" in case.expect:
            continue
        instrument = built(rule)
        if extract(instrument) is None:
            continue
        filling = read_filling(instrument, thaw(case.given["filling"]))
        if GIVEN not in {one.status for one in score(instrument, filling, on=DAY).components}:
            yield instrument, filling


def _by_chance() -> Iterator[tuple[Instrument, Filling]]:
    chance = random.Random(6)
    for instrument in (one for name in names("instruments") for one in versions(name) if extract(one)):
        for _ in range(TIMES):
            answers = {one.key: _answers(one, chance) for one in instrument.components if one.questions}
            marks = {one.key: chance.randint(1, 5) for one in instrument.components if one.kind == "mark"}
            yield instrument, Filling(amounts=marks, answers={key: one for key, one in answers.items() if one.count})


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
    return {**answers, **{f"inputs.{key}": plain(amount) for key, amount in filling.amounts.items()}}


def _in_order(one: Answered) -> Iterator[tuple[int, bool]]:
    return ((number, number <= one.yes) for number in range(1, one.count + 1))


def _scored(instrument: Instrument, filling: Filling) -> list[Any]:
    made = score(instrument, filling, on=DAY)
    return [plain(made.total) or 0, plain(made.coverage), made.category and made.category.id]
