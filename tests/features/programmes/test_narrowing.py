"""Filters of lists of mentorings: one regency is chosen from at once, of more a place is opened step by step (F7)."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.features.programmes import queries
from sidamping.features.programmes.forms import FilterForm
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User
from tests import people, places
from tests.people import Cast, look

SignIn = Callable[[User], Client]
NATION = "sarlin"


@pytest.fixture
def nation(cast: Cast) -> Cast:
    """Sarlin's office looks after the whole country."""
    Appointment.objects.filter(user=cast.sarlin).update(area=None)
    return cast


def names(cast: Cast, who: str, chosen: str = "") -> list[str]:
    return [name.strip() for _code, name in queries.places_of(look(getattr(cast, who)), chosen)]


def listed(client: Client, **asked: str) -> set[str]:
    return {row.mentee_name for row in client.get(reverse("mentees"), asked).context["page"].rows}


def test_a_reader_of_one_regency_chooses_among_its_districts_and_mentors(cast: Cast) -> None:
    form = FilterForm({}, viewer=look(cast.yosef))
    assert names(cast, "yosef") == ["Kupang Barat (Kabupaten Kupang)"]
    assert [name for _id, name in form.fields["mentor"].choices][1:] == ["Ratna Tefa"]
    assert "mentor_name" not in form.fields and not form.fields["area"].help_text


def test_a_reader_of_a_province_opens_a_regency_first(cast: Cast) -> None:
    assert names(cast, "sarlin") == ["Kabupaten Kupang", "Kabupaten Timor Tengah Selatan"]
    opened = ["Kabupaten Kupang", "Kupang Barat", "Kabupaten Timor Tengah Selatan"]
    assert names(cast, "sarlin", places.KUPANG) == names(cast, "sarlin", places.KUPANG_BARAT) == opened


def test_a_reader_of_the_nation_opens_a_province_then_a_regency(nation: Cast) -> None:
    assert names(nation, NATION) == ["Nusa Tenggara Timur"]
    assert names(nation, NATION, places.NTT) == [
        "Nusa Tenggara Timur", "Kabupaten Kupang", "Kabupaten Timor Tengah Selatan",
    ]
    assert "Kupang Barat" in names(nation, NATION, places.KUPANG)


def test_nobody_opens_a_place_out_of_sight(cast: Cast) -> None:
    assert "Kota Soe" not in names(cast, "yosef", places.TTS)
    people.appoint(cast.agnes, roles.COORDINATOR, area=places.KUPANG)
    Appointment.objects.filter(user=cast.agnes, role=roles.ASSESSOR).update(area=places.TTS)
    assert names(cast, "agnes", places.TTS) == ["Kupang Barat (Kabupaten Kupang)"]


def test_an_old_address_of_a_district_still_narrows(nation: Cast, sign_in: SignIn) -> None:
    assert listed(sign_in(nation.sarlin), area=places.KUPANG_BARAT) == {"Merah Putih"}
    assert listed(sign_in(nation.sarlin), area=places.TTS) == {"Kuatae Maju"}
    assert listed(sign_in(nation.sarlin), area="99") == {"Merah Putih", "Kuatae Maju"}


def test_over_the_nation_a_mentor_is_found_by_name(nation: Cast, sign_in: SignIn) -> None:
    client = sign_in(nation.sarlin)
    page = client.get(reverse("mentees"))
    assert "Ratna Tefa</option>" not in page.content.decode()
    assert listed(client, mentor_name="banunaek") == {"Kuatae Maju"}
    assert listed(client, mentor_name="ratna", area=places.TTS) == set()
    assert 'value="banunaek"' in client.get(reverse("mentees"), {"mentor_name": "banunaek"}).content.decode()


def test_within_a_chosen_regency_its_mentors_are_offered(nation: Cast, sign_in: SignIn) -> None:
    page = sign_in(nation.sarlin).get(reverse("mentees"), {"area": places.KUPANG}).content.decode()
    assert "Ratna Tefa</option>" in page and "Maria Banunaek</option>" not in page


def test_an_address_that_tells_a_mentor_still_narrows_and_names_them(nation: Cast, sign_in: SignIn) -> None:
    client = sign_in(nation.sarlin)
    assert listed(client, mentor=str(nation.maria.pk)) == {"Kuatae Maju"}
    page = client.get(reverse("mentees"), {"mentor": str(nation.maria.pk)}).content.decode()
    assert "selected>Maria Banunaek</option>" in page and "Ratna Tefa</option>" not in page


def test_a_mentor_out_of_sight_is_not_named(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in(cast.yosef).get(reverse("mentees"), {"mentor": str(cast.maria.pk)})
    assert "Maria Banunaek" not in answer.content.decode()
    assert {row.mentee_name for row in answer.context["page"].rows} == {"Merah Putih"}


def test_the_workbook_is_narrowed_as_its_list(nation: Cast, sign_in: SignIn) -> None:
    for name in ("mentees_export", "assignments_export"):
        answer = sign_in(nation.sarlin).get(reverse(name), {"mentor_name": "banunaek"})
        sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active  # type: ignore[attr-defined]
        column = [row[0] for row in sheet.iter_rows(values_only=True)]
        assert "Kuatae Maju" in column and "Merah Putih" not in column, name


def test_loads_of_the_nation_are_told_once_a_place_is(nation: Cast) -> None:
    viewer = look(nation.sarlin)
    assert queries.mentor_loads(viewer) == ()
    assert [one.name for one in queries.mentor_loads(viewer, places.KUPANG)] == ["Ratna Tefa"]
    assert [one.name for one in queries.mentor_loads(viewer, mentor=nation.maria.pk)] == ["Maria Banunaek"]


@pytest.mark.parametrize("area", [None, places.NTT])
def test_whoever_assigns_is_offered_exactly_the_mentors_who_may_carry_the_mentee(
    cast: Cast, sign_in: SignIn, area: str | None
) -> None:
    """Another is refused (PROGRAMMES_007): one of the neighbouring regency, or of another village."""
    Appointment.objects.filter(user=cast.sarlin).update(area=area)
    client, page = sign_in(cast.sarlin), reverse("assignment_change", args=[cast.foreign_engagement.pk])
    people.appoint(cast.agnes, roles.MENTOR, area=places.NTT)
    people.appoint(cast.ratna, roles.MENTOR, area=places.OEBESA)
    offered = [name for _id, name in client.get(page).context["form"].fields["mentor"].choices][1:]
    assert offered == ["Agnes Bria"]
    here = client.get(f"{reverse('engagement_add')}?dampingan={cast.keripik.pk}").content.decode()
    assert "Ratna Tefa</option>" in here and "Maria Banunaek</option>" not in here
