"""Roles: given, changed and ended by date; refused twice at once; in force from the first day to the last."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.programmes import services as programmes
from sidamping.platform.access import roles, services
from sidamping.platform.access.models import Appointment
from sidamping.platform.access.viewer import Grant, Viewer
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.people import Cast, look

ID = UUID("0190e7a0-0000-7000-8000-000000000001")
FIRST, LAST, DAY = date(2026, 12, 1), date(2026, 12, 31), timedelta(days=1)


def give(cast: Cast, who: str = "anton", **changes: object) -> UUID:
    values = {
        "user": cast.agnes.id, "role": roles.COORDINATOR, "programme": people.PROGRAMME, "area": places.TTS,
        "starts": FIRST, "ends": LAST, "id": ID,
    }
    return services.appoint(by=look(getattr(cast, who)), **{**values, **changes})  # type: ignore[arg-type]


def test_a_role_is_in_force_from_its_first_day_to_its_last(cast: Cast) -> None:
    give(cast)
    held = [look(cast.agnes, on).has(roles.COORDINATOR) for on in (FIRST - DAY, FIRST, LAST, LAST + DAY)]
    assert held == [False, True, True, False]


def test_a_role_given_twice_with_one_id_happens_once(cast: Cast) -> None:
    assert give(cast) == give(cast) == ID
    assert Activity.objects.filter(action="access.appointed").count() == 1
    with pytest.raises(Refused) as caught:
        give(cast, area=places.KUPANG)
    assert caught.value.codes == ["ACCESS_016"]


def test_the_same_role_twice_at_one_time_is_refused_until_the_day_after_its_end(cast: Cast) -> None:
    give(cast)
    for starts in (FIRST, LAST):
        with pytest.raises(Refused) as caught:
            give(cast, id=None, starts=starts, ends=None)
        assert caught.value.codes == ["ACCESS_006"]
    give(cast, id=None, starts=LAST + DAY, ends=None)


def test_every_fault_of_an_appointment_is_told_at_once(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        give(cast, role="raja", programme="tidak-ada", area="99.99", ends=FIRST - DAY, subject_id=ID, id=None)
    assert set(caught.value.codes) == {"ACCESS_002", "ACCESS_003", "ACCESS_004", "ACCESS_015", "AREAS_001"}


def test_a_chair_needs_a_cooperative_of_the_register(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        give(cast, role=roles.CHAIR, area="", id=None)
    assert caught.value.codes == ["ACCESS_005"]
    chair = {"user": cast.agnes.id, "role": roles.CHAIR, "starts": FIRST}
    with pytest.raises(Refused) as caught:
        programmes.appoint(by=look(cast.anton), **chair, subject_id=cast.keripik.pk)  # type: ignore[arg-type]
    assert caught.value.codes == ["PROGRAMMES_021"]
    programmes.appoint(by=look(cast.anton), **chair, subject_id=cast.merah_putih.pk)  # type: ignore[arg-type]
    assert Appointment.objects.get(user=cast.agnes, role=roles.CHAIR).area_id == places.BOLOK


@pytest.mark.parametrize("who", ["ratna", "yosef", "sarlin", "paulus"])
def test_only_administrators_give_roles(cast: Cast, who: str) -> None:
    with pytest.raises(Refused) as caught:
        give(cast, who)
    assert caught.value.codes == ["ACCESS_007"]


def test_an_administrator_of_a_regency_gives_no_role_beyond_it(cast: Cast) -> None:
    people.appoint(cast.paulus, roles.ADMIN, area=places.KUPANG)
    give(cast, "paulus", area=places.KUPANG_BARAT)
    for beyond in ({"area": places.TTS}, {"area": ""}, {"area": places.KUPANG, "programme": ""}):
        with pytest.raises(Refused) as caught:
            give(cast, "paulus", id=None, **beyond)
        assert caught.value.codes == ["ACCESS_007"]


def test_dates_are_changed_and_the_old_ones_stay_in_the_trail(cast: Cast) -> None:
    give(cast)
    by = look(cast.anton)
    services.change_appointment(by=by, appointment=ID, starts=FIRST, ends=None, letter="SK 9", why="Diperpanjang")
    told = Activity.objects.get(action="access.appointment_changed")
    assert (told.data["before"]["ends"], told.data["after"]["ends"]) == (str(LAST), "")
    with pytest.raises(Refused) as caught:
        services.change_appointment(by=by, appointment=ID, starts=FIRST, ends=FIRST - DAY, letter="")
    assert caught.value.codes == ["ACCESS_004"]


def test_a_role_ended_twice_ends_once(cast: Cast) -> None:
    give(cast)
    for _ in range(2):
        services.end_appointment(by=look(cast.anton), appointment=ID, ends=FIRST, why="Mutasi")
    assert Activity.objects.filter(action="access.appointment_ended").count() == 1
    assert Appointment.objects.get(pk=ID).ends == FIRST


def test_an_unknown_appointment_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        services.end_appointment(by=look(cast.anton), appointment=ID, ends=FIRST)
    assert caught.value.codes == ["ACCESS_014"]


def test_a_viewer_is_one_query_and_holds_only_what_is_in_force(
    cast: Cast, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        viewer = look(cast.yosef)
    assert viewer.grants == (Grant(roles.COORDINATOR, people.PROGRAMME, places.KUPANG, None),)
    assert viewer.main_role == roles.COORDINATOR and not viewer.has(roles.ADMIN)


def test_a_viewer_without_roles_reaches_nothing(cast: Cast) -> None:
    nobody = Viewer(cast.agnes.id, "Agnes", people.TODAY)
    assert not nobody.has(*roles.ALL) and nobody.areas(*roles.ALL) == () and nobody.main_role == ""
