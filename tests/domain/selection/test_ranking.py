"""The list says who stands before whom and why; where no rule tells two people apart, people decide."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.selection.ranking import Entrant, ranking

ORDER = ("pengetahuan", "kepemimpinan", "applied_on")
EARLY, LATE = date(2026, 1, 1), date(2026, 1, 2)


def entrant(name: str, total: int, knowledge: int = 50, leadership: int = 50, on: date = EARLY) -> Entrant:
    marks = {"pengetahuan": Fraction(knowledge), "kepemimpinan": Fraction(leadership)}
    return Entrant(name, Fraction(total), on, marks)


def told(*entrants: Entrant, places: int | None = None) -> list[tuple[str, int, str]]:
    return [(one.id, one.rank, one.decided_by) for one in ranking(entrants, ORDER, places=places)]


def test_the_higher_total_goes_first_without_any_tie_rule() -> None:
    assert told(entrant("b", 70), entrant("a", 80)) == [("a", 1, ""), ("b", 2, "")]


def test_a_tie_names_the_key_that_broke_it() -> None:
    made = told(entrant("a", 80, 60), entrant("b", 80, 70), entrant("c", 80, 60, 40), entrant("d", 80, 60, 40, LATE))
    assert made == [("b", 1, ""), ("a", 2, "pengetahuan"), ("c", 3, "kepemimpinan"), ("d", 4, "applied_on")]


def test_a_tie_that_stays_is_shared_and_the_next_rank_is_left_out() -> None:
    assert told(entrant("a", 80), entrant("b", 80), entrant("c", 70)) == [("a", 1, ""), ("b", 1, ""), ("c", 3, "")]


def test_where_a_shared_rank_straddles_the_number_sought_people_decide() -> None:
    made = ranking([entrant("a", 90), entrant("b", 80), entrant("c", 80), entrant("d", 70)], ORDER, places=2)
    assert [(one.id, one.within, one.people_decide) for one in made] == [
        ("a", True, False), ("b", False, True), ("c", False, True), ("d", False, False),
    ]
    whole = ranking([entrant("a", 90), entrant("b", 80), entrant("c", 80), entrant("d", 70)], ORDER, places=3)
    assert [one.within for one in whole] == [True, True, True, False]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 2)), max_size=8), st.randoms())
def test_the_order_handed_in_changes_nothing(rows: list[tuple[int, int, int]], shuffled: object) -> None:
    entrants = [entrant(f"{at:02}", *row) for at, row in enumerate(rows)]
    mixed = list(entrants)
    shuffled.shuffle(mixed)  # type: ignore[attr-defined]  # a random.Random
    assert ranking(entrants, ORDER) == ranking(mixed, ORDER)
