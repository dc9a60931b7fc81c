"""People who sign in: added, changed, switched off, never deleted; only administrators within their reach."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from sidamping.domain.problems import Refused
from sidamping.platform.access import queries, roles, services
from sidamping.platform.access.models import Appointment, User
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.people import Cast, look

ID = UUID("0190e7a0-0000-7000-8000-000000000001")
TODAY = people.TODAY


def test_a_one_time_password_is_made_once_and_never_logged(cast: Cast) -> None:
    made = services.add_user(by=look(cast.anton), username=" Lena ", full_name="Lena Tualaka", id=ID)
    user = User.objects.get(pk=ID)
    assert user.username == "lena" and user.password_once and user.check_password(made.one_time_password)
    told = Activity.objects.get(action="access.user_added")
    assert made.one_time_password not in str(told.data) and made.one_time_password not in repr(made)


def test_a_chosen_password_is_no_one_time_password(cast: Cast) -> None:
    made = services.add_user(by=None, username="lena", full_name="Lena Tualaka", password="sirih-pinang-88")
    assert made.one_time_password == "" and not User.objects.get(username="lena").password_once


def test_every_fault_of_a_new_user_is_told_at_once(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        services.add_user(by=look(cast.ratna), username="Ra", full_name=" ", nip="12", password="12345")
    expected = ["ACCESS_007", "ACCESS_009", "GENERAL_001", "ACCESS_011", "ACCESS_010"]
    assert caught.value.codes == expected


def test_a_user_name_is_given_once(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        services.add_user(by=look(cast.anton), username="ratna", full_name="Ratna Lain")
    assert caught.value.codes == ["ACCESS_008"]


def test_a_changed_name_is_kept_in_the_trail_by_who_changed_it(cast: Cast) -> None:
    services.change_user(by=look(cast.anton), user=cast.ratna.id, on=TODAY, full_name="Ratna Tefa, S.E.", why="Gelar")
    told = Activity.objects.get(action="access.user_changed")
    assert (told.actor_id, told.subject_id, told.why) == (cast.anton.id, cast.ratna.id, "Gelar")


def test_switching_off_ends_roles_today_and_keeps_them(cast: Cast) -> None:
    services.deactivate_user(by=look(cast.anton), user=cast.ratna.id, on=TODAY)
    held = Appointment.objects.get(user=cast.ratna)
    assert held.ends == TODAY and not User.objects.get(pk=cast.ratna.id).is_active
    with pytest.raises(Refused) as caught:
        services.appoint(by=look(cast.anton), user=cast.ratna.id, role=roles.MENTOR, starts=TODAY)
    assert caught.value.codes == ["ACCESS_012"]


def test_nobody_switches_off_the_own_account(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        services.deactivate_user(by=look(cast.anton), user=cast.anton.id, on=TODAY)
    assert caught.value.codes == ["ACCESS_013"]


def test_an_administrator_of_a_regency_reaches_its_people_only(cast: Cast) -> None:
    people.appoint(cast.agnes, roles.ADMIN, area=places.KUPANG, programme="")
    by = look(cast.agnes)
    services.set_password(by=by, user=cast.ratna.id, on=TODAY)
    for beyond in (cast.maria, cast.petronela, cast.anton):
        with pytest.raises(Refused) as caught:
            services.set_password(by=by, user=beyond.id, on=TODAY)
        assert caught.value.codes == ["ACCESS_007"]


def test_only_administrators_and_the_secretariat_read_the_list(cast: Cast) -> None:
    seen = {who: bool(queries.users(look(getattr(cast, who))).rows) for who in ("anton", "sarlin", "yosef", "ratna")}
    assert seen == {"anton": True, "sarlin": True, "yosef": False, "ratna": False}
    assert queries.user(look(cast.yosef), cast.ratna.id) is None


def test_the_list_is_found_by_name_and_role(cast: Cast) -> None:
    by = look(cast.anton)
    assert [one.username for one in queries.users(by, text="tefa").rows] == ["ratna"]
    assert [one.username for one in queries.users(by, role=roles.MENTOR).rows] == ["maria", "ratna"]
    assert queries.users(by, active=False).rows == ()


def test_switching_off_cancels_what_was_to_come_instead_of_granting_a_day(cast: Cast) -> None:
    coming = people.appoint(cast.ratna, roles.COORDINATOR, area=places.KUPANG, starts=date(2027, 1, 4))
    services.deactivate_user(by=look(cast.anton), user=cast.ratna.id, on=TODAY)
    coming.refresh_from_db()
    assert (coming.cancelled_on, coming.starts, coming.ends) == (TODAY, date(2027, 1, 4), None)
    told = Activity.objects.get(action="access.user_deactivated").data
    assert (told["ended"], told["cancelled"]) == (1, 1)
    services.activate_user(by=look(cast.anton), user=cast.ratna.id, on=TODAY)
    assert look(cast.ratna, date(2027, 1, 4)).grants == ()
    again = {"role": roles.COORDINATOR, "area": places.KUPANG, "programme": people.PROGRAMME}
    services.appoint(by=look(cast.anton), user=cast.ratna.id, starts=date(2027, 1, 4), **again)
    assert [grant.role for grant in look(cast.ratna, date(2027, 1, 4)).grants] == [roles.COORDINATOR]
    account = queries.user(look(cast.anton), cast.ratna.id)
    assert account is not None
    assert [one.changeable for one in account.appointments if one.cancelled_on] == [False]
