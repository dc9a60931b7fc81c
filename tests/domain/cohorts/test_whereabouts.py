"""Whether a visit was made where the mentee is met and at an hour of day (B10)."""

from datetime import time

from sidamping.domain.cohorts.whereabouts import by_day, near

BOLOK = (-10.1890, 123.5770)


def test_a_visit_where_the_mentee_is_usually_met_is_near() -> None:
    assert near((-10.1895, 123.5775), [BOLOK, BOLOK], 5) is True


def test_a_visit_from_the_next_town_is_not_near() -> None:
    """Kefamenanu lies more than a hundred kilometres away."""
    assert near((-9.4467, 124.4781), [BOLOK], 5) is False


def test_one_odd_point_among_three_does_not_move_the_place() -> None:
    assert near(BOLOK, [BOLOK, BOLOK, (-9.4467, 124.4781)], 5) is True


def test_without_a_point_or_anything_to_compare_nothing_is_known() -> None:
    assert near(None, [BOLOK], 5) is None
    assert near(BOLOK, [], 5) is None


def test_people_are_met_between_the_hours_given() -> None:
    assert by_day(time(5), time(22), time(5), time(22))
    assert not by_day(time(4, 59), time(6), time(5), time(22))
    assert not by_day(time(21), time(22, 1), time(5), time(22))
