"""The pages of programmes: who opens them, what they show, what a stranger gets."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.features.programmes.models import Assignment, Engagement, StepRecord
from sidamping.platform.activity import journal
from sidamping.platform.activity.models import Activity
from tests import people
from tests.people import Cast, User

ID = "0190e7a0-0000-7000-8000-000000000001"
SignIn = Callable[[User], Client]
EVERYBODY = ("ujang", "ratna", "yosef", "maria", "dominggus", "petronela", "sarlin", "paulus", "agnes", "anton")
MANAGERS = ("yosef", "sarlin", "paulus", "anton")


def status(client: Client, name: str, *args: object) -> int:
    return client.get(reverse(name, args=args)).status_code


@pytest.mark.parametrize("who", EVERYBODY)
def test_each_address_opens_to_its_roles_and_territory_only(cast: Cast, sign_in: SignIn, who: str) -> None:
    client = sign_in(getattr(cast, who))
    own, admin = cast.engagement.id, who == "anton"
    assert status(client, "mentees") == (403 if admin else 200)
    assert status(client, "engagement", own) == (403 if admin else 404 if who == "maria" else 200)
    expected = 403 if admin else 404 if who in ("maria", "agnes") else 200
    assert status(client, "step_add", own) == expected
    managed = [("assignments",), ("engagement_add",), ("assignment_change", own), ("engagement_end", own)]
    for name, *args in managed:
        assert status(client, name, *args) == (200 if who in MANAGERS else 403), name
    for name, args in (("users", ()), ("user", (cast.ratna.id,))):
        assert status(client, name, *args) == (200 if who in ("anton", "sarlin") else 403), name
    held = cast.ratna.appointments.get().id
    admin_only = [("user_add",), ("user_change", cast.ratna.id), ("appointment_add", cast.ratna.id)]
    admin_only += [("appointment_change", held), ("activities",), ("activities_export",)]
    for name, *args in admin_only:
        assert status(client, name, *args) == (200 if admin else 403), name


def test_a_visitor_is_sent_to_sign_in(cast: Cast) -> None:
    answer = Client().get(reverse("engagement", args=[cast.engagement.id]))
    assert answer.status_code == 302 and reverse("account_login") in answer["Location"]


def test_a_coordinator_cannot_change_what_lies_in_another_district(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.yosef)
    assert status(client, "assignment_change", cast.foreign_engagement.id) == 404
    assert status(client, "engagement_end", cast.foreign_engagement.id) == 404
    address = reverse("engagement_add") + f"?dampingan={cast.foreign_cooperative.pk}"
    assert client.get(address).status_code == 404


def test_the_mentor_sees_the_own_mentees_as_cards(cast: Cast, sign_in: SignIn) -> None:
    page = sign_in(cast.ratna).get(reverse("mentees")).content.decode()
    assert "Merah Putih" in page and "Kuatae Maju" not in page


def test_a_step_done_in_the_form_stands_on_the_path(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    form = {"id": ID, "step": "observe", "done_on": "2026-11-02", "note": ""}
    for _ in range(2):
        answer = client.post(reverse("step_add", args=[cast.engagement.id]), form)
        assert answer.status_code == 302
    assert StepRecord.objects.count() == 1
    page = client.get(reverse("engagement", args=[cast.engagement.id])).content.decode()
    assert "station-done" in page


def test_a_refused_step_keeps_the_input_and_names_its_code(cast: Cast, sign_in: SignIn) -> None:
    form = {"id": ID, "step": "evaluate", "done_on": "2026-11-02", "note": "di kantor"}
    answer = sign_in(cast.ratna).post(reverse("step_add", args=[cast.engagement.id]), form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "PROGRAMMES_012" in page and "di kantor" in page


def test_a_mentoring_is_opened_from_search_to_list(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.yosef)
    found = client.get(reverse("engagement_add") + "?cari=keripik").content.decode()
    assert f"?dampingan={cast.keripik.pk}" in found
    form = {
        "id": ID, "programme": people.PROGRAMME, "starts": "2026-11-01",
        "priority": "2", "mentor": str(cast.ratna.id), "letter": "800/12/2026",
    }
    for _ in range(2):
        answer = client.post(reverse("engagement_add") + f"?dampingan={cast.keripik.pk}", form)
        assert answer.status_code == 302
    row = Engagement.objects.get(mentee_id=cast.keripik.pk)
    assert row.pinned == "tpk-ntt-2018/2018-07-23+1"
    assert (row.regency, row.assignments.get().mentor_id) == ("53.01", cast.ratna.id)


def test_a_mentor_is_replaced_in_the_form(cast: Cast, sign_in: SignIn) -> None:
    people.appoint(cast.agnes, "mentor", area="53.01")
    form = {
        "id": ID, "mentor": str(cast.agnes.id), "last_day": "2026-11-05",
        "why": "Cuti melahirkan", "letter": "800/13/2026",
    }
    answer = sign_in(cast.yosef).post(reverse("assignment_change", args=[cast.engagement.id]), form)
    assert answer.status_code == 302
    days = Assignment.objects.filter(engagement=cast.engagement).order_by("starts").values_list("starts", "ends")
    assert [(str(first), str(last)) for first, last in days] == [("2026-01-05", "2026-11-05"), ("2026-11-06", "None")]


def test_an_added_user_gets_a_password_that_opens_one_page_only(cast: Cast, sign_in: SignIn) -> None:
    form = {"id": ID, "username": "lena", "full_name": "Lena Tualaka", "nip": "", "phone": ""}
    answer = sign_in(cast.anton).post(reverse("user_add"), form)
    assert answer.status_code == 200
    shown = answer.context["password"]
    assert shown in answer.content.decode() and "no-store" in answer["Cache-Control"]
    client = Client()
    assert client.login(username="lena", password=shown)
    assert client.get(reverse("mentees"))["Location"] == reverse("account_change_password")
    new = {"oldpassword": shown, "password1": "sirih-pinang-88", "password2": "sirih-pinang-88"}
    client.post(reverse("account_change_password"), new)
    assert client.get(reverse("mentees")).status_code == 403


def test_a_role_is_given_and_ended_in_the_forms(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.anton)
    form = {
        "id": ID, "role": "coordinator", "programme": people.PROGRAMME,
        "area": "53.02", "subject_id": "", "starts": "2026-11-01", "ends": "", "letter": "",
    }
    for _ in range(2):
        assert client.post(reverse("appointment_add", args=[cast.maria.id]), form).status_code == 302
    held = cast.maria.appointments.get(role="coordinator")
    ending = {"starts": "2026-11-01", "ends": "2026-10-01", "letter": "", "why": ""}
    refused = client.post(reverse("appointment_change", args=[held.id]), ending)
    assert refused.status_code == 422 and "ACCESS_004" in refused.content.decode()
    ending["ends"] = "2026-11-04"
    assert client.post(reverse("appointment_change", args=[held.id]), ending).status_code == 302
    held.refresh_from_db()
    assert str(held.ends) == "2026-11-04"


def test_a_double_tap_on_the_switch_leaves_the_account_as_wanted(cast: Cast, sign_in: SignIn) -> None:
    client, address = sign_in(cast.anton), reverse("user_switch", args=[cast.agnes.id])
    assert 'name="aktif" value="0"' in client.get(reverse("user", args=[cast.agnes.id])).content.decode()
    for wanted, active in (("0", False), ("1", True)):
        for _ in range(2):
            assert client.post(address, {"aktif": wanted, "why": "Pindah"}).status_code == 302
        cast.agnes.refresh_from_db()
        assert cast.agnes.is_active is active
    assert Activity.objects.filter(subject_id=cast.agnes.id, action="access.user_deactivated").count() == 1


def test_a_person_added_by_a_double_tap_stands_once(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.anton)
    form = {"id": ID, "username": "lena", "full_name": "Lena Tualaka", "nip": "", "phone": ""}
    assert [client.post(reverse("user_add"), form).status_code for _ in range(2)] == [200, 302]
    assert User.objects.filter(username="lena").count() == 1
    refused = client.post(reverse("user_add"), {**form, "full_name": "Lena Lain"})
    assert refused.status_code == 422 and "ACCESS_016" in refused.content.decode()


def test_a_deactivated_person_loses_the_session_but_not_the_records(cast: Cast, sign_in: SignIn) -> None:
    ratna = sign_in(cast.ratna)
    assert ratna.get(reverse("mentees")).status_code == 200
    assert sign_in(cast.anton).post(reverse("user_switch", args=[cast.ratna.id]), {"why": "Pindah"}).status_code == 302
    answer = ratna.get(reverse("mentees"))
    assert answer.status_code == 302 and reverse("account_login") in answer["Location"]
    assert Assignment.objects.filter(mentor=cast.ratna).exists()
    assert Activity.objects.filter(action="access.user_deactivated", why="Pindah").count() == 1


@pytest.mark.parametrize(
    ("who", "name", "holds", "hides"),
    [
        ("yosef", "mentees_export", "Merah Putih", "Kuatae Maju"),
        ("ratna", "mentees_export", "Merah Putih", "Kuatae Maju"),
        ("yosef", "assignments_export", "Ratna Tefa", "Maria Banunaek"),
        ("sarlin", "users_export", "197505122003121004", "0812"),
    ],
)
def test_every_list_is_exported_within_its_scope(
    cast: Cast, sign_in: SignIn, who: str, name: str, holds: str, hides: str
) -> None:
    answer = sign_in(getattr(cast, who)).get(reverse(name))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    cells = {str(cell) for row in book.active.values for cell in row}
    assert holds in cells and not any(hides in cell for cell in cells)
    assert sign_in(cast.ujang).get(reverse(name)).status_code == 403


def test_the_trail_is_filtered_and_exported(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.anton)
    client.post(reverse("user_switch", args=[cast.agnes.id]), {"why": "Pensiun"})
    page = client.get(reverse("activities"), {"action": "access.user_deactivated", "start": "bukan tanggal"})
    assert "Pensiun" in page.content.decode()
    assert client.get(reverse("activities"), {"end": "9999-12-31"}).status_code == 200
    book = b"".join(client.get(reverse("activities_export")).streaming_content)  # type: ignore[attr-defined]
    assert book[:2] == b"PK"


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("ratna", "mentees"),
        ("yosef", "mentees"),
        ("yosef", "assignments"),
        ("anton", "users"),
        ("anton", "activities"),
    ],
)
def test_lists_ask_the_database_at_most_ten_times(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable[..., object], who: str, name: str
) -> None:
    client = sign_in(getattr(cast, who))
    with at_most_queries(10):  # type: ignore[attr-defined]
        client.get(reverse(name))


def test_the_page_of_an_engagement_asks_at_most_ten_times(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable[..., object]
) -> None:
    client = sign_in(cast.yosef)
    with at_most_queries(10):  # type: ignore[attr-defined]
        client.get(reverse("engagement", args=[cast.engagement.id]))


def test_an_administrator_of_a_regency_reads_the_trail_of_that_regency_only(cast: Cast, sign_in: SignIn) -> None:
    people.appoint(cast.agnes, "admin", area="53.01", programme="")
    journal.record("programmes.assigned", by=None, subject=cast.engagement.id, regency="53.01", why="Dekat")
    journal.record("programmes.assigned", by=None, subject=cast.foreign_engagement.id, regency="53.02", why="Jauh")
    page = sign_in(cast.agnes).get(reverse("activities")).content.decode()
    assert "Dekat" in page and "Jauh" not in page


def test_a_priority_is_changed_with_its_reason_and_stays_in_the_history(cast: Cast, sign_in: SignIn) -> None:
    client, address = sign_in(cast.yosef), reverse("engagement_priority", args=[cast.engagement.id])
    assert address in client.get(reverse("assignments")).content.decode()
    silent = client.post(address, {"priority": "1", "why": ""})
    assert silent.status_code == 422 and "GENERAL_001" in silent.content.decode()
    assert client.post(address, {"priority": "9", "why": "x"}).status_code == 422
    for _ in range(2):
        assert client.post(address, {"priority": "1", "why": "Kas kosong"}).status_code == 302
    cast.engagement.refresh_from_db()
    told = Activity.objects.get(action="programmes.priority_changed")
    assert (cast.engagement.priority, told.why) == (1, "Kas kosong")
    assert told.data == {"priority": "1", "priority_before": "3"}
    assert "Kas kosong" in client.get(reverse("engagement", args=[cast.engagement.id])).content.decode()
    assert status(client, "engagement_priority", cast.foreign_engagement.id) == 404
    assert status(sign_in(cast.ratna), "engagement_priority", cast.engagement.id) == 403


def test_conflicts_are_offered_to_whoever_may_read_them(cast: Cast, sign_in: SignIn) -> None:
    link = f'href="{reverse("conflicts")}"'
    assert link in sign_in(cast.yosef).get(reverse("assignments")).content.decode()
    assert link not in sign_in(cast.anton).get(reverse("assignments")).content.decode()
