"""Each role finds its day's work first, in reach of the thumb on a phone."""

import pytest
from django.urls import resolve, reverse

from sidamping.edges.web import guide, navigation
from sidamping.platform.access import roles


def words(*held: str) -> list[str]:
    return [str(place.word) for place in navigation.bar(navigation.places(set(held)))]


def test_a_mentor_has_the_five_places_of_the_day():
    assert words(roles.MENTOR) == ["Hari ini", "Dampingan", "Catat", "Laporan", "Lainnya"]


def test_a_coordinator_begins_with_the_queue():
    assert words(roles.COORDINATOR)[:4] == ["Antrean", "Kepatuhan", "Dampingan", "Laporan"]


def test_a_chair_and_a_treasurer_have_few_places():
    assert words(roles.CHAIR) == ["Beranda", "Dampingan", "Laporan", "Buku", "Lainnya"]
    assert words(roles.TREASURER) == ["Buku", "Pengawasan", "Program"]


def test_several_roles_show_each_place_once():
    all_places = navigation.places(set(roles.ALL))
    assert len(all_places) == len({place.url_name for place in all_places})


@pytest.mark.parametrize("role", roles.ALL)
def test_every_role_has_places_and_may_open_each_of_them(role: str):
    places = navigation.places({role})
    assert places
    for place in (*places, navigation.MORE):
        allowed = resolve(reverse(place.url_name)).func.allowed_roles
        assert {role, "*", "public"} & set(allowed), place.url_name


def test_every_step_of_the_help_leads_somewhere():
    steps = [step for one in guide.for_roles(set()) for step in one.steps]
    assert {one.role for one in guide.for_roles(set())} == set(roles.ALL)
    assert all(reverse(step.url_name) for step in steps if step.url_name)


def test_a_person_reads_only_the_help_of_the_own_roles():
    assert [one.role for one in guide.for_roles({roles.CHAIR})] == [roles.CHAIR]


@pytest.mark.django_db
def test_a_page_outside_the_bar_lights_up_more(sign_in, ratna):
    page = sign_in(ratna).get(reverse("follow_ups"))
    assert [str(entry.word) for entry in page.context["bar"] if entry.here] == ["Lainnya"]
    assert [str(entry.word) for entry in page.context["rail"] if entry.here] == ["Tindak lanjut"]
