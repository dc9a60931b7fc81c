"""What one component could gain: a ratio in a better band, answers from no to yes, a higher mark; and how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sidamping.domain.scoring.amounts import Amounts
from sidamping.domain.scoring.answers import Answered
from sidamping.domain.scoring.bands import Band, Interval, Scale
from sidamping.domain.scoring.components import scored
from sidamping.domain.scoring.filling import Filling
from sidamping.domain.scoring.instrument import TEXT, Component, Instrument, Question, Words
from sidamping.domain.scoring.numbers import Number, plain, written
from sidamping.domain.scoring.outcome import SCORED, Outcome, Scored

MOST_MARKS = 100
"""A mark on a longer scale than this is not climbed one by one."""


@dataclass(frozen=True)
class Step:
    """One component moved: from what it is to what it must become, and the points that brings.

    edge: the nearest end of the band to reach, inside it or not. count: how many of `questions`, now answered no, must
    become yes. mark: the mark to reach. reach: bands crossed, answers turned or marks added.
    """

    component: Component
    gain: Fraction
    reach: int
    ratio: Number | None = None
    band: str = ""
    to_band: str = ""
    edge: Number | None = None
    edge_in: bool = True
    up: bool = True
    questions: tuple[Question, ...] = ()
    count: int = 0
    mark: Number | None = None
    example: Number | None = None
    """A ratio inside the band to reach, for trying the step out."""

    def plain(self) -> dict[str, Any]:
        """As JSON carries it."""
        return {
            "component": self.component.key, "gain": plain(self.gain), "ratio": plain(self.ratio), "band": self.band,
            "to_band": self.to_band, "edge": plain(self.edge), "count": self.count, "mark": plain(self.mark),
            "questions": [one.key for one in self.questions], "reach": self.reach, "text": step_text(self).id,
        }


def options(one: Scored, made: Outcome, filling: Filling) -> tuple[Step, ...]:
    """Every way in which the component gains points; of ways that reach equally far the one that gains most."""
    if one.status != SCORED or one.points is None or one.covered != (one.component.weight or 0):
        return ()
    if one.component.kind == "ratio":
        found: Iterable[Step] = _banded(one, made)
    elif one.component.kind == "questions":
        found = _answered(one, made, filling)
    else:
        found = _marked(one, made)
    best: dict[int, Step] = {}
    for step in found:
        if step.gain > 0 and step.gain > best.get(step.reach, Step(one.component, Fraction(0), 0)).gain:
            best[step.reach] = step
    return tuple(best.values())


def eased(step: Step, made: Outcome, spare: Fraction) -> Step:
    """In a sloping band: the nearest whole percent whose points suffice; `spare` points are not needed."""
    one = next(line for line in made.components if line.component.key == step.component.key)
    scale = _scale(one) if step.to_band else None
    band = next((row for row in scale.bands if row.interval.text == step.to_band), None) if scale else None
    if band is None or not band.add or step.example is None or step.ratio is None:
        return step
    way = 1 if step.example > step.ratio else -1
    x = Fraction(step.ratio).__floor__() + (way if way > 0 else 0)
    while (step.example - x) * way > 0:
        if band.interval.holds(Fraction(x)):
            found = _moved(one, made, band, Fraction(x), step.reach, step.up)
            if found.gain >= step.gain - spare:
                return found
        x += way
    return step


def turned(one: Scored, filling: Filling) -> Step | None:
    """All answers of the component from no to yes; None where there is no no."""
    given = dict(one.inputs).get("no")
    if not given:
        return None
    return Step(one.component, Fraction(0), int(given), questions=_denied(one.component, filling), count=int(given))


def step_text(step: Step) -> Words:
    """The step as a sentence in both languages."""
    label = step.component.label
    if step.questions:
        return Words(
            f"{label.id}: ubah {step.count} jawaban tidak menjadi ya dengan bukti.",
            f"{label.en}: turn {step.count} answers from no to yes, with evidence.",
        )
    if step.mark is not None:
        mark = written(step.mark, 0)
        return Words(f"{label.id}: naikkan nilai menjadi {mark}.", f"{label.en}: raise the mark to {mark}.")
    now, edge = written(step.ratio), written(step.edge, 0)
    move_id, move_en = ("naikkan", "raise it") if step.up else ("turunkan", "lower it")
    most_id, most_en = ("paling sedikit", "at least") if step.up else ("paling banyak", "at most")
    past_id, past_en = ("lebih dari", "above") if step.up else ("kurang dari", "below")
    far_id, far_en = (most_id, most_en) if step.edge_in else (past_id, past_en)
    return Words(
        f"{label.id}: sekarang {now} persen; {move_id} menjadi {far_id} {edge} persen.",
        f"{label.en}: now {now} percent; {move_en} to {far_en} {edge} percent.",
    )


def _banded(one: Scored, made: Outcome) -> Iterator[Step]:
    scale = _scale(one)
    if scale is None or one.ratio is None:
        return
    rounded = one.method == TEXT and one.component.text is not None and one.component.text.round_half_up
    here = next(at for at, band in enumerate(scale.bands) if band.interval.text == one.band)
    for at, band in enumerate(scale.bands):
        if at == here and not band.add:
            continue
        up = at > here
        for ratio in _inside(one.component, band, rounded):
            yield _moved(one, made, band, ratio, abs(at - here) or 1, up if at != here else ratio > one.ratio)


def _moved(one: Scored, made: Outcome, band: Band, ratio: Fraction, reach: int, up: bool) -> Step:
    gain = _gain(one, made, Filling(ratios={one.component.key: ratio}))
    end = band.interval.low if up else band.interval.high
    inside = band.interval.low_in if up else band.interval.high_in
    if band.add:
        end, inside = ratio, True  # in a sloping band the place inside it counts, not its end
    return Step(one.component, gain, reach, one.ratio, one.band, band.interval.text, end, inside, up, example=ratio)


def _scale(one: Scored) -> Scale | None:
    text = one.component.text
    return text.scale if one.method == TEXT and text is not None else one.component.scale


def _inside(component: Component, band: Band, rounded: bool) -> Iterator[Fraction]:
    """Ratios of a band that stand for it: one is enough for a flat band, a sloping one is tried at both ends."""
    start, end = _ends(component, band)
    step = Fraction(1) if rounded else min(Fraction(1, 100), (end - start) / 4)
    tried = (start, start + step, (start + end) / 2, end - step, end) if band.add else (start, (start + end) / 2, end)
    for ratio in tried:
        x = Fraction(round(ratio)) if rounded else ratio
        if band.interval.holds(x) and _allowed(component.within, x):
            yield x


def _ends(component: Component, band: Band) -> tuple[Fraction, Fraction]:
    """Both ends within what the ratio may be; an endless band goes on for one percent, a sloping one to 0 or 100."""
    within = component.within
    lows = [one for one in (band.interval.low, within.low if within else None) if one is not None]
    highs = [one for one in (band.interval.high, within.high if within else None) if one is not None]
    if band.add:
        return max(lows, default=Fraction(0)), min(highs, default=Fraction(100))
    low, high = max(lows, default=None), min(highs, default=None)
    start = low if low is not None else (high if high is not None else Fraction(1)) - 1
    return start, high if high is not None else start + 1


def _allowed(within: Interval | None, x: Fraction) -> bool:
    return within is None or within.holds(x)


def _answered(one: Scored, made: Outcome, filling: Filling) -> Iterator[Step]:
    given = dict(one.inputs)
    yes, no = int(given.get("yes", 0)), int(given.get("no", 0))
    for more in range(1, no + 1):
        gain = _gain(one, made, Filling(answers={one.component.key: Answered(yes + more, no - more)}))
        yield Step(one.component, gain, more, one.ratio, questions=_denied(one.component, filling), count=more)


def _denied(component: Component, filling: Filling) -> tuple[Question, ...]:
    """The questions answered no; all of them where only their number is known."""
    answered = filling.answers.get(component.key)
    if answered is None or not answered.by_number:
        return component.questions
    return tuple(component.questions[number - 1] for number, yes in answered.by_number if not yes)


def _marked(one: Scored, made: Outcome) -> Iterator[Step]:
    within = one.component.within
    if within is None or within.high is None or one.value is None or within.high - one.value > MOST_MARKS:
        return
    mark = Fraction(one.value).__floor__() + 1
    first = mark
    while within.holds(Fraction(mark)):
        gain = _gain(one, made, Filling(amounts={one.component.key: mark}))
        yield Step(one.component, gain, mark - first + 1, mark=mark)
        mark += 1


def _gain(one: Scored, made: Outcome, changed: Filling) -> Fraction:
    again: Instrument = made.instrument
    points = scored(one.component, again, changed, Amounts(again, changed), made.method).points
    return Fraction(points or 0) - Fraction(one.points or 0)
