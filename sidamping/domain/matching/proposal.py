"""The proposal: fixed pairs kept, conflicts left out, the rest placed at the least cost, everything explained (C13)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sidamping.domain.matching.conflicts import Conflict
from sidamping.domain.matching.pairs import (
    CONFLICT,
    FEW,
    FIXED,
    FULL,
    LOAD,
    NO_MENTOR,
    Costs,
    Left,
    Mentee,
    Mentor,
    Pair,
    Part,
    Proposal,
    left_out,
    parts_of,
)
from sidamping.domain.matching.solver import cheapest
from sidamping.domain.problems import Problem, problem, refuse_if

Names = tuple[str, str]
"""Mentor and mentee."""


def propose(
    mentors: Iterable[Mentor], mentees: Iterable[Mentee], costs: Costs, *, conflicts: Iterable[Conflict] = (),
    let_in: Collection[Names] = (), fixed: Iterable[Names] = (), least: int | None = None,
) -> Proposal:
    """Everybody's mentor at the least total cost. Refused with every fault of the fixed pairs.

    `let_in` are conflicts another person has let in; the order in which people are handed in changes nothing.
    """
    guides, others = sorted(mentors, key=lambda one: one.id), sorted(mentees, key=lambda one: one.id)
    kept, barred = sorted(fixed, key=lambda one: one[1]), {(one.mentor, one.mentee) for one in conflicts} - set(let_in)
    refuse_if(_faults(guides, others, kept, barred))
    held = [mentor for mentor, _ in kept]
    rooms = [replace(one, carries=one.carries + held.count(one.id)) for one in guides]
    told = {(mentor.id, mentee.id): parts_of(mentor, mentee, costs) for mentor in guides for mentee in others}
    taken = {mentee for _, mentee in kept}
    free = [one for one in others if one.id not in taken]
    placed = _placed(rooms, free, told, costs, barred)
    chosen = sorted([*kept, *placed], key=lambda one: one[1])
    pairs = tuple(_pairs(guides, chosen, set(kept), told, costs, barred))
    lost = [one for one in free if one.id not in {mentee for _, mentee in placed}]
    whole = sum(one.cost for one in pairs) + sum(left_out(one, costs) for one in lost)
    named = tuple(_left(one, rooms, barred) for one in lost)
    return Proposal(pairs, named, tuple(_few(guides, chosen, least)), whole)


def _placed(
    rooms: Sequence[Mentor], free: Sequence[Mentee], told: Mapping[Names, tuple[Part, ...]], costs: Costs,
    barred: Collection[Names],
) -> list[Names]:
    arcs = {
        (at, place): sum(part.cost for part in told[mentor.id, mentee.id])
        for at, mentee in enumerate(free) for place, mentor in enumerate(rooms)
        if (mentor.id, mentee.id) not in barred and mentor.room
    }
    prices = [[costs.each_mentee * (one.carries + more) for more in range(min(one.room, len(free)))] for one in rooms]
    found = cheapest(arcs, prices, [left_out(one, costs) for one in free])
    return [(rooms[place].id, free[at].id) for at, place in sorted(found.items())]


def _pairs(
    guides: Sequence[Mentor], chosen: Sequence[Names], kept: Collection[Names],
    told: Mapping[Names, tuple[Part, ...]], costs: Costs, barred: Collection[Names],
) -> Iterator[Pair]:
    """The pairs with their load: a mentor's mentees are counted in order, the fixed ones first."""
    counts = {one.id: one.carries for one in guides}
    most = {one.id: one.most for one in guides}
    made = {}
    for mentor, mentee in sorted(chosen, key=lambda one: (one not in kept, one[1])):
        load = Part(LOAD, costs.each_mentee * counts[mentor], {"place": counts[mentor] + 1, "most": most[mentor]})
        counts[mentor] += 1
        held = (mentor, mentee) in kept
        head = (Part(FIXED, 0),) if held else ()
        instead = None if held else _instead(guides, mentor, mentee, told, barred)
        made[mentee] = Pair(mentor, mentee, (*head, *told[mentor, mentee], load), held, instead)
    yield from (made[mentee] for _, mentee in chosen)


def _instead(
    guides: Sequence[Mentor], mentor: str, mentee: str, told: Mapping[Names, tuple[Part, ...]],
    barred: Collection[Names],
) -> tuple[str, int] | None:
    """The best other mentor for this mentee alone, and what that would add; below zero when that one was full."""
    mine = sum(part.cost for part in told[mentor, mentee])
    others = [(sum(part.cost for part in told[one.id, mentee]) - mine, one.id) for one in guides
              if one.id != mentor and (one.id, mentee) not in barred]
    return (min(others)[1], min(others)[0]) if others else None


def _left(mentee: Mentee, rooms: Sequence[Mentor], barred: Collection[Names]) -> Left:
    allowed = [one for one in rooms if (one.id, mentee.id) not in barred]
    if not rooms:
        return Left(mentee.id, NO_MENTOR)
    return Left(mentee.id, FULL if allowed else CONFLICT, {"mentors": tuple(one.id for one in allowed)})


def _few(guides: Sequence[Mentor], chosen: Sequence[Names], least: int | None) -> Iterator[Left]:
    held = [mentor for mentor, _ in chosen]
    for one in guides:
        count = one.carries + held.count(one.id)
        if least is not None and count < least:
            yield Left(one.id, FEW, {"count": count, "least": least})


def _faults(
    guides: Sequence[Mentor], others: Sequence[Mentee], kept: Sequence[Names], barred: Collection[Names]
) -> Iterator[Problem]:
    rooms = {one.id: one for one in guides}
    known, listed = {one.id for one in others}, [*(one.id for one in guides), *(one.id for one in others)]
    names = {one.id: one.name or one.id for one in guides} | {one.id: one.name or one.id for one in others}
    for name in sorted({one for one in listed if listed.count(one) > 1}):
        yield problem("PROGRAMMES_062", "people", name=names[name])
    for mentor, mentee in kept:
        told = {"mentor": names.get(mentor, mentor), "mentee": names.get(mentee, mentee)}
        if mentor not in rooms or mentee not in known:
            yield problem("PROGRAMMES_056", "fixed", **told)
        elif (mentor, mentee) in barred:
            yield problem("PROGRAMMES_059", "fixed", **told)
    held = [mentee for _, mentee in kept]
    for mentee in sorted({one for one in held if held.count(one) > 1}):
        yield problem("PROGRAMMES_057", "fixed", mentee=names.get(mentee, mentee))
    for one in guides:
        count = [mentor for mentor, _ in kept].count(one.id)
        if count > one.room:
            yield problem("PROGRAMMES_058", "fixed", mentor=names[one.id], seen=one.carries + count, most=one.most)
