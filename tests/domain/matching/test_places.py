"""Distance between points on the globe, or by the smallest area two places share; conflicts by identity number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidamping.domain.matching.conflicts import Conflict, Tie, Waiver, conflicts, waiver_faults
from sidamping.domain.matching.places import Distance, Place, distance, haversine

KM = (2, 10, 40, 150, 800)
KUPANG, JAKARTA = Place("53.71.01.1001", -10.1772, 123.6070), Place("31.71.01.1001", -6.1754, 106.8272)
POINTS = st.builds(Place, st.just("53"), st.floats(-90, 90), st.floats(-180, 180))


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    """By hand: 6371.0088 · π / 180 = 111.195."""
    assert round(haversine(Place("", 0.0, 0.0), Place("", 1.0, 0.0)), 3) == 111.195


def test_half_around_the_globe_is_half_its_girth() -> None:
    assert round(haversine(Place("", 0.0, 0.0), Place("", 0.0, 180.0))) == 20015


def test_between_points_the_way_is_measured_and_without_one_it_is_taken_from_the_areas() -> None:
    assert distance(KUPANG, JAKARTA, KM).source == "points"
    assert 1800 < distance(KUPANG, JAKARTA, KM).km < 2000
    assert distance(KUPANG, Place("31.71.01.1001"), KM) == Distance(800, "areas")


@pytest.mark.parametrize(
    ("other", "km"),
    [("53.01.01.2001", 2), ("53.01.01.2002", 10), ("53.01.02.2001", 40), ("53.02.01.2001", 150), ("31.01.01.2001", 800),
     ("53.01", 40), ("", 800)],
)
def test_the_smallest_shared_area_gives_the_kilometres(other: str, km: int) -> None:
    assert distance(Place("53.01.01.2001"), Place(other), KM).km == km


@given(POINTS, POINTS)
def test_the_way_back_is_as_long_and_never_longer_than_half_around(one: Place, other: Place) -> None:
    there, back = haversine(one, other), haversine(other, one)
    assert abs(there - back) < 1e-6
    assert 0 <= there <= 20016


def test_a_mentor_on_the_board_is_found_by_number_however_it_is_written() -> None:
    ties = [Tie("k1", "board", "5301 0101 0101 0001"), Tie("k1", "lender", "5301010101010001"),
            Tie("k2", "manager", "5301010101010002")]
    assert conflicts({"ratna": "5301.0101.0101.0001", "yosef": ""}, ties) == (
        Conflict("ratna", "k1", ("board", "lender")),
    )


def test_empty_numbers_are_no_conflict() -> None:
    assert conflicts({"yosef": ""}, [Tie("k1", "board", "")]) == ()


def test_a_conflict_is_let_in_by_a_third_person_with_a_reason() -> None:
    waiver = Waiver("ratna", "k1", "maria", "Satu-satunya yang menguasai pascapanen")
    assert waiver_faults(waiver, proposer="yosef", mentor_user="ratna-user") == []


@pytest.mark.parametrize("by", ["yosef", "ratna-user"])
def test_neither_who_asks_nor_the_mentor_lets_it_in(by: str) -> None:
    faults = waiver_faults(Waiver("ratna", "k1", by, " "), proposer="yosef", mentor_user="ratna-user")
    assert [one.code for one in faults] == ["PROGRAMMES_060", "PROGRAMMES_061"]
