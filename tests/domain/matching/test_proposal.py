"""The proposal is the cheapest there is, the same in whatever order, explained part by part; people stay masters."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidamping.domain.matching.conflicts import Conflict
from sidamping.domain.matching.pairs import Costs, Mentee, Mentor, Proposal, parts_of
from sidamping.domain.matching.places import Place
from sidamping.domain.matching.proposal import propose
from sidamping.domain.problems import Refused
from sidamping.rules.books import codes_of, programme
from sidamping.rules.programme_rules import costs_of

ON = date(2026, 11, 21)
COSTS, CITED = costs_of(programme("tkm-lanjutan-2024", ON), on=ON)
NEAR, FAR = Place("53.01.01.2001"), Place("53.02.01.2001")


def mentor(name: str, place: Place = NEAR, most: int = 2, themes: str = "", carries: int = 0) -> Mentor:
    return Mentor(name, place, most, carries, frozenset(themes.split()))


def told(made: Proposal) -> dict[str, str]:
    return {one.mentee: one.mentor for one in made.pairs}


def test_the_costs_are_samples_of_a_dated_rule() -> None:
    assert (COSTS.theme_missing, COSTS.sector_missing, COSTS.each_km) == (100, 40, 1)
    assert COSTS.by_area == (2, 10, 40, 150, 800)
    assert CITED.status == "contoh"


def test_competence_outweighs_a_shorter_way_and_says_so() -> None:
    made = propose([mentor("near"), mentor("far", FAR, themes="accounting")], [Mentee("m", NEAR, "accounting")],
                   Costs(100, 40, 0, 0, 10**5, COSTS.by_area))
    assert told(made) == {"m": "far"}
    assert [(one.code, one.cost, one.values) for one in made.pairs[0].parts] == [
        ("theme", 0, {"theme": "accounting"}), ("distance", 0, {"km": 150, "source": "areas"}),
        ("load", 0, {"place": 1, "most": 2}),
    ]
    assert made.pairs[0].instead == ("near", 100)


def test_among_equals_the_nearer_and_less_laden_mentor_is_proposed() -> None:
    made = propose([mentor("a", FAR), mentor("b")], [Mentee("m", NEAR)], COSTS)
    assert (told(made), made.cost) == ({"m": "b"}, 2)
    made = propose([mentor("a", carries=1), mentor("b")], [Mentee("m", NEAR)], COSTS)
    assert told(made) == {"m": "b"}


def test_the_load_is_shared_out() -> None:
    mentees = [Mentee(f"m{at}", NEAR) for at in range(4)]
    made = propose([mentor("a", most=4), mentor("b", most=4)], mentees, COSTS)
    assert sorted(list(told(made).values())) == ["a", "a", "b", "b"]


def test_who_finds_no_room_is_named_and_nobody_carries_more_than_allowed() -> None:
    mentees = [Mentee(f"m{at}", NEAR) for at in range(3)]
    made = propose([mentor("a", most=3, carries=1)], mentees, COSTS)
    assert (len(made.pairs), [one.code for one in made.unplaced]) == (2, ["full"])
    assert made.unplaced[0].values == {"mentors": ("a",)}
    assert made.cost == sum(one.cost for one in made.pairs) + 100000


def test_where_room_is_short_the_most_urgent_are_placed_however_far_they_are() -> None:
    mentees = [Mentee("m0", NEAR), Mentee("m1", FAR, priority=1), Mentee("m2", NEAR, priority=2)]
    made = propose([mentor("a", most=2)], mentees, COSTS)
    assert (sorted(told(made)), [one.id for one in made.unplaced]) == (["m1", "m2"], ["m0"])


def test_a_conflict_of_interest_keeps_the_pair_out_and_is_named() -> None:
    against = [Conflict("a", "m", ("board",))]
    made = propose([mentor("a"), mentor("b", FAR)], [Mentee("m", NEAR)], COSTS, conflicts=against)
    assert told(made) == {"m": "b"}
    alone = propose([mentor("a")], [Mentee("m", NEAR)], COSTS, conflicts=against)
    assert [(one.id, one.code) for one in alone.unplaced] == [("m", "conflict")]
    assert propose([], [Mentee("m", NEAR)], COSTS).unplaced[0].code == "no_mentor"


def test_a_conflict_that_another_person_let_in_counts_no_more() -> None:
    made = propose([mentor("a")], [Mentee("m", NEAR)], COSTS, conflicts=[Conflict("a", "m", ("lender",))],
                   let_in=[("a", "m")])
    assert told(made) == {"m": "a"}


def test_fixed_pairs_are_kept_and_take_their_room() -> None:
    mentees = [Mentee("m1", NEAR), Mentee("m2", NEAR)]
    made = propose([mentor("a", FAR, most=1), mentor("b", most=1)], mentees, COSTS, fixed=[("a", "m1")])
    assert told(made) == {"m1": "a", "m2": "b"}
    assert [(one.fixed, one.parts[0].code) for one in made.pairs] == [(True, "fixed"), (False, "distance")]


def test_every_fault_of_the_fixed_pairs_is_told_at_once() -> None:
    with pytest.raises(Refused) as met:
        propose([Mentor("a", NEAR, 1, name="Ratna"), mentor("b")], [Mentee("m1", NEAR), Mentee("m2", NEAR)], COSTS,
                fixed=[("a", "m1"), ("a", "m2"), ("b", "m2"), ("z", "m1")], conflicts=[Conflict("b", "m2", ("board",))])
    assert "Ratna" in met.value.problems[-1].text()
    assert sorted(met.value.codes) == [
        "PROGRAMMES_056", "PROGRAMMES_057", "PROGRAMMES_057", "PROGRAMMES_058", "PROGRAMMES_059",
    ]


def test_nobody_stands_twice_among_those_to_assign() -> None:
    with pytest.raises(Refused) as met:
        propose([mentor("a"), mentor("a")], [], COSTS)
    assert met.value.codes == ["PROGRAMMES_062"]


def test_a_mentor_below_the_least_load_is_named() -> None:
    made = propose([mentor("a", most=15), mentor("b", FAR, most=15)], [Mentee("m", NEAR)], COSTS, least=7)
    assert [(one.id, one.code, one.values["count"]) for one in made.few] == [("a", "few", 1), ("b", "few", 0)]


def test_every_reason_has_words_in_the_list() -> None:
    made = propose([mentor("a", themes="x")], [Mentee("m", NEAR, "y", "z")], COSTS, least=7)
    codes = {part.code for one in made.pairs for part in one.parts} | {one.code for one in made.few}
    assert codes <= set(codes_of("matching-reasons"))


PLACES = st.sampled_from([NEAR, FAR, Place("53.01.02.2001"), Place("31.01.01.1001")])
MENTORS = st.lists(st.tuples(PLACES, st.integers(0, 2), st.sampled_from(["", "x", "x y"])), min_size=1, max_size=3)
MENTEES = st.lists(st.tuples(PLACES, st.sampled_from(["", "x", "y"])), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(MENTORS, MENTEES, st.sets(st.tuples(st.integers(0, 2), st.integers(0, 3)), max_size=4), st.randoms())
def test_no_other_assignment_costs_less(
    guides: list[tuple[Place, int, str]], others: list[tuple[Place, str]], against: set[tuple[int, int]], mixed: object
) -> None:
    mentors = [mentor(f"g{at}", place, most, themes) for at, (place, most, themes) in enumerate(guides)]
    mentees = [Mentee(f"m{at}", place, theme) for at, (place, theme) in enumerate(others)]
    barred = [Conflict(f"g{one}", f"m{other}", ("board",)) for one, other in against]
    made = propose(mentors, mentees, COSTS, conflicts=barred)
    assert made.cost == _least(mentors, mentees, {(one.mentor, one.mentee) for one in barred})
    shuffled = list(mentees)
    mixed.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random
    assert propose(list(reversed(mentors)), shuffled, COSTS, conflicts=barred) == made


def _least(mentors: list[Mentor], mentees: list[Mentee], barred: set[tuple[str, str]]) -> int:
    """The cheapest by trying every assignment there is."""
    best = len(mentees) * COSTS.unplaced
    for choice in product([None, *mentors], repeat=len(mentees)):
        counts = [sum(one is guide for one in choice) for guide in mentors]
        held = list(zip(choice, mentees, strict=True))
        if any(count > guide.most for count, guide in zip(counts, mentors, strict=True)):
            continue
        if any(one is not None and (one.id, mentee.id) in barred for one, mentee in held):
            continue
        load = sum(COSTS.each_mentee * (count * (count - 1) // 2) for count in counts)
        pairs = sum(COSTS.unplaced if one is None else sum(part.cost for part in parts_of(one, mentee, COSTS))
                    for one, mentee in held)
        best = min(best, load + pairs)
    return best
