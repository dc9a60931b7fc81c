"""The lists hold what their sources count, in both languages, and every code the roles and papers use."""

from __future__ import annotations

import pytest

from sidamping.domain.problems import Refused
from sidamping.platform.access import roles
from sidamping.rules.books import codes_of, label, labels, listing
from sidamping.rules.loader import book

NAMES = sorted(file.name for file in book().kind("lists"))
BY_CHART = {"voucher-templates"}
"""Lists for several charts, which their codes begin with: a label is its own within its chart."""


@pytest.mark.parametrize(
    ("name", "count"),
    [("mentoring-topics", 9), ("mentoring-methods", 8), ("priority-levels", 5), ("objectives", 8), ("strategies", 6),
     ("problem-sides", 3), ("visit-modes", 5), ("paper-states", 6), ("mentor-tasks", 4)],
)
def test_a_list_has_as_many_codes_as_its_source_counts(name: str, count: int) -> None:
    assert len(listing(name)) == count


@pytest.mark.parametrize("name", NAMES)
def test_every_code_has_a_label_of_its_own_in_both_languages(name: str) -> None:
    for lang in ("id", "en"):
        shown = [(code.split(".")[0] if name in BY_CHART else "", one) for code, one in labels(name, lang).items()]
        assert len(set(shown)) == len(shown)


def test_the_three_roles_of_the_ntt_guideline_come_first() -> None:
    assert codes_of("mentor-roles")[:3] == ("motivator", "facilitator", "catalyst")


def test_the_role_codes_are_those_the_access_room_knows() -> None:
    assert codes_of("roles") == roles.ALL


def test_problem_categories_belong_to_one_of_the_three_sides() -> None:
    assert {one.parent for one in listing("problem-categories")} == set(codes_of("problem-sides"))


def test_priority_areas_belong_to_a_level() -> None:
    assert {one.parent for one in listing("priority-areas")} == {"1", "2", "3", "4", "5"}


def test_a_label_is_given_in_the_language_asked_for() -> None:
    assert (label("visit-modes", "onsite"), label("visit-modes", "onsite", "en")) == ("Kunjungan di tempat", "On site")


def test_an_unknown_code_is_refused_with_its_list() -> None:
    with pytest.raises(Refused) as met:
        label("visit-modes", "letter")
    assert met.value.codes == ["RULEBOOK_015"]


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(Refused) as met:
        listing("tidak-ada")
    assert met.value.codes == ["RULEBOOK_007"]
