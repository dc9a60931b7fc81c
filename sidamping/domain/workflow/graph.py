"""Whether a programme's steps can all be reached: no circle, nothing behind one, no need from a later stage.

Also that somebody does each step and that every due date can come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

CYCLE, BEHIND, STAGE, NOBODY, DUE = "cycle", "behind", "stage", "nobody", "due"


@dataclass(frozen=True)
class Link:
    """A step as far as its reach is concerned; `doable` says that a role or an activity brings it about."""

    code: str
    needs: tuple[str, ...] = ()
    stage: str = ""
    after: str = ""
    doable: bool = True


@dataclass(frozen=True)
class Flaw:
    """One fault of the net of steps: what kind, at which step, and the steps it has to do with."""

    kind: str
    step: str
    others: tuple[str, ...] = ()


def flaws(links: Iterable[Link], stages: Sequence[str] = ()) -> tuple[Flaw, ...]:
    """Every fault of the net, circles first. Needs that name no step are told by the check of names."""
    net = {one.code: one for one in links}
    circles = tuple(_circles(net))
    return (
        *(Flaw(CYCLE, one[0], one) for one in circles),
        *_behind(net, {step for one in circles for step in one}),
        *_later_stages(net, tuple(stages)),
        *(Flaw(NOBODY, one.code) for one in net.values() if not one.doable),
        *_dates(net),
    )


def ancestors(net: Mapping[str, Link], code: str) -> set[str]:
    """Every step that has to be done before a step, however far back."""
    found: set[str] = set()
    ahead = list(net[code].needs)
    while ahead:
        one = ahead.pop()
        if one in net and one not in found:
            found.add(one)
            ahead.extend(net[one].needs)
    return found


def _circles(net: Mapping[str, Link]) -> Iterator[tuple[str, ...]]:
    """The steps that wait for themselves, each circle once, in the programme's order."""
    told: set[str] = set()
    before = {code: ancestors(net, code) for code in net}
    for code in net:
        if code in told or code not in before[code]:
            continue
        ring = tuple(one for one in net if one in before[code] and code in before[one])
        told.update(ring)
        yield ring


def _behind(net: Mapping[str, Link], circled: set[str]) -> Iterator[Flaw]:
    """Steps that can never begin: behind a circle, a step nobody can do, or a need that is no step."""
    stuck = circled | {one.code for one in net.values() if not one.doable}
    for one in net.values():
        before = ancestors(net, one.code)
        lost = [need for code in (one.code, *sorted(before)) for need in net[code].needs if need not in net]
        if one.code not in circled and (before & stuck or lost):
            yield Flaw(BEHIND, one.code, (*(code for code in net if code in before & stuck), *dict.fromkeys(lost)))


def _later_stages(net: Mapping[str, Link], stages: tuple[str, ...]) -> Iterator[Flaw]:
    place = {code: number for number, code in enumerate(stages)}
    for one in net.values():
        mine = place.get(one.stage)
        later = tuple(need for need in one.needs if need in net and mine is not None
                      and place.get(net[need].stage, mine) > mine)
        if later:
            yield Flaw(STAGE, one.code, later)


def _dates(net: Mapping[str, Link]) -> Iterator[Flaw]:
    """A due date counted from a step that need not be done before it may never come."""
    for one in net.values():
        if one.after in net and one.after not in ancestors(net, one.code):
            yield Flaw(DUE, one.code, (one.after,))
