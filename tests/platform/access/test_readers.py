"""Who reads name, NIP and telephone of whom: within the areas of the own appointments, no regency further."""

from __future__ import annotations

import pytest

from sidamping.domain.problems import Refused
from sidamping.platform.access import queries, roles, services
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer
from tests import people, places
from tests.people import Cast, look

IN_KUPANG = {"ujang", "wati", "ratna", "yosef", "dominggus"}
IN_NTT = IN_KUPANG | {"maria", "petronela", "sarlin", "paulus", "agnes"}


def listed(viewer: Viewer) -> set[str]:
    return {account.username for account in queries.users(viewer).rows}


def regional(cast: Cast, role: str = roles.ADMIN) -> Viewer:
    """An administrator (or secretary) of Kupang alone."""
    lena = people.user("lena", "Lena Tualaka")
    people.appoint(lena, role, area=places.KUPANG, programme="")
    return look(lena)


@pytest.mark.parametrize("role", [roles.ADMIN, roles.SECRETARIAT])
def test_an_area_reads_its_own_people_and_no_other_regency(cast: Cast, role: str) -> None:
    viewer = regional(cast, role)
    assert listed(viewer) == IN_KUPANG | {"lena"}
    assert {one.username for one in queries.every_user(viewer)} == IN_KUPANG | {"lena"}
    assert queries.user(viewer, cast.ratna.id) is not None
    assert queries.user(viewer, cast.maria.id) is None
    assert queries.appointment(viewer, cast.maria.appointments.get().id) is None


def test_the_province_reads_its_regencies_and_the_nation_reads_all(cast: Cast) -> None:
    assert listed(look(cast.sarlin)) == IN_NTT
    assert listed(look(cast.anton)) == IN_NTT | {"anton"}
    assert listed(look(cast.yosef)) == set()


def test_an_account_without_a_role_belongs_to_who_added_it_and_to_the_nation(cast: Cast) -> None:
    viewer = regional(cast)
    added = services.add_user(by=viewer, username="baru", full_name="Orang Baru").id
    services.add_user(by=look(cast.anton), username="lain", full_name="Orang Lain")
    assert "baru" in listed(viewer) and "lain" not in listed(viewer)
    assert {"baru", "lain"} <= listed(look(cast.anton))
    assert not {"baru", "lain"} & listed(look(cast.sarlin))
    people.appoint(User.objects.get(pk=added), roles.MENTOR, area=places.TTS)
    assert "baru" not in listed(viewer)


def test_a_person_who_worked_in_the_area_stays_readable(cast: Cast) -> None:
    people.appoint(cast.maria, roles.MENTOR, area=places.KUPANG, programme="", ends=people.START)
    assert "maria" in listed(regional(cast))


def test_an_account_without_a_role_is_changed_only_within_reach(cast: Cast) -> None:
    other = services.add_user(by=look(cast.anton), username="lain", full_name="Orang Lain").id
    with pytest.raises(Refused) as caught:
        services.set_password(by=regional(cast), user=other, on=people.TODAY)
    assert caught.value.codes == ["ACCESS_007"]
