"""A board that never did it before goes from the calendar to the reported meeting by pages alone (E2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from sidamping.features.meetings import queries, services
from sidamping.features.meetings.models import Check, Decision, Item, Meeting, Poll, Presence
from sidamping.platform.database.ids import uuid7
from tests.features.meetings.meeting import CALLED_ON, DAY, INVITED_ON, agreed, at, begun, called, invited, polled
from tests.people import Cast, User

SignIn = Callable[[User], Client]
OF_MEETING = (
    "member_meeting", "meeting_checklist", "meeting_committee", "meeting_change", "meeting_postpone", "meeting_invite",
    "meeting_consent",
    "meeting_delivery", "meeting_attendance", "meeting_screen", "meeting_decide", "meeting_report", "poll_add",
)  # fmt: skip
PAPERS = ("meeting_invitations_pdf", "meeting_attendance_pdf", "meeting_minutes_pdf", "meeting_decisions_pdf")


@pytest.fixture(autouse=True)
def on_its_day(settings: Any) -> None:
    """Today is the day of the meeting."""
    settings.FIXED_TODAY = DAY


def get(client: Client, name: str, *key: object) -> str:
    answer = client.get(reverse(name, args=key))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def send(client: Client, name: str, key: object, status: int = 303, /, **typed: object) -> str:
    answer = client.post(reverse(name, args=[key]), typed)
    assert answer.status_code == status, (name, answer.content.decode()[:3000])
    return answer.content.decode()


def test_every_page_opens_before_the_invitation_and_in_an_open_meeting(cast: Cast, sign_in: SignIn) -> None:
    made, client = called(cast, 5), sign_in(cast.ujang)
    assert "RAT tahun buku 2026" in get(client, "member_meetings", made.book)
    for name in OF_MEETING:
        get(client, name, made.meeting)
    assert client.get(reverse("meeting_invitations_pdf", args=[made.meeting])).status_code == 404


def test_a_meeting_is_called_by_its_form_and_a_fault_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    made, client = called(cast, 3), sign_in(cast.ujang)
    typed = {"id": uuid7(), "kind": "extraordinary", "day": "2027-04-30", "begins": "09:00", "place": "Balai Bolok"}
    told = send(client, "meeting_add", made.book, 422, **{**typed, "day": "2027-01-01"})
    assert "MEETINGS_004" in told and "Balai Bolok" in told
    for _twice in range(2):
        send(client, "meeting_add", made.book, **typed)
    assert Meeting.objects.filter(kind="extraordinary").count() == 1


def test_the_day_goes_from_attendance_to_decisions_and_papers(cast: Cast, sign_in: SignIn) -> None:
    made, client = invited(cast, 5), sign_in(cast.ujang)
    electors = made.electors()
    send(client, "meeting_delivery", made.meeting, electors=electors, on=str(INVITED_ON), way="hand")
    send(client, "meeting_act", made.meeting, act="open")
    assert "MEETINGS_009" in get(client, "member_meeting", made.meeting)
    send(client, "elector_arrive", electors[0])
    send(client, "meeting_attendance", made.meeting, electors=electors[:4], way="list")
    send(client, "meeting_act", made.meeting, act="open")
    assert Presence.objects.count() == 4 and Meeting.objects.get().opened_at
    assert "Acara 1 dari 25" in get(client, "meeting_screen", made.meeting)
    for _twice in range(2):
        send(client, "meeting_screen", made.meeting, code="opening", note="Doa dipimpin Pak Domi")
    assert Item.objects.get().note == "Doa dipimpin Pak Domi"
    ruling = {"id": uuid7(), "subject": "programme", "text": "RAPBK 2027", "way": "open", "outcome": "approved",
              "yes": 3, "no": 2, "abstained": 0}
    told = send(client, "meeting_decide", made.meeting, 422, **ruling)
    assert "MEETINGS_013" in told and "RAPBK 2027" in told
    for _twice in range(2):
        send(client, "meeting_decide", made.meeting, **{**ruling, "no": 1})
    assert Decision.objects.get().needed == 3
    assert "3 setuju, 1 tidak, 0 abstain" in " ".join(get(client, "member_meeting", made.meeting).split())
    for name in PAPERS:
        answer = client.get(reverse(name, args=[made.meeting]))
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF"), name


def test_an_item_sent_twice_asks_nobody_who_leads_the_session(cast: Cast, sign_in: SignIn) -> None:
    """The second tap comes when the item after it, the election of the chair, has its turn."""
    made, client = begun(cast, kind="extraordinary"), sign_in(cast.ujang)
    for _twice in range(2):
        send(client, "meeting_screen", made.meeting, code="opened", note="")
    assert 'name="chair"' in get(client, "meeting_screen", made.meeting)
    assert send(client, "meeting_screen", made.meeting, 422, code="chair").count("GENERAL_001") >= 2
    for _twice in range(2):
        send(client, "meeting_screen", made.meeting, code="chair", chair="Maria Nona", secretary="Wati Tefa")
    assert list(Item.objects.order_by("ordinal").values_list("code", flat=True)) == ["opened", "chair"]


def test_who_leads_already_stands_in_the_form_of_their_election(cast: Cast, sign_in: SignIn) -> None:
    made, client = begun(cast, kind="extraordinary"), sign_in(cast.ujang)
    send(client, "meeting_leaders", made.meeting, chair="Maria Nona", secretary="Wati Tefa")
    send(client, "meeting_screen", made.meeting, code="opened")
    assert 'value="Maria Nona"' in get(client, "meeting_screen", made.meeting)


def test_whoever_was_mistyped_is_taken_out_of_the_committee(cast: Cast, sign_in: SignIn) -> None:
    made, client = called(cast), sign_in(cast.ujang)
    seat = {"id": uuid7(), "name": "Marai Nona", "duty": "head"}
    send(client, "meeting_committee", made.meeting, **seat)
    told = send(client, "meeting_committee", made.meeting, 422, id=uuid7(), name="Maria Nona", duty="head")
    assert "MEETINGS_045" in told and f'name="unseat" value="{seat["id"]}"' in told
    for _twice in range(2):
        send(client, "meeting_committee", made.meeting, unseat=seat["id"])
    assert "Marai Nona" not in get(client, "meeting_committee", made.meeting)
    send(client, "meeting_committee", made.meeting, 404, unseat="bukan-pengenal")


def test_a_retired_point_that_stands_ticked_keeps_its_label_until_it_is_not(cast: Cast, sign_in: SignIn) -> None:
    made = called(cast, kind="extraordinary")
    Check.objects.create(meeting_id=made.meeting, code="board_report", done_by=cast.ujang, done_at=at(CALLED_ON))
    client = sign_in(cast.ujang)
    label = "Laporan pertanggungjawaban Pengurus siap"
    assert label in get(client, "meeting_checklist", made.meeting)
    send(client, "meeting_checklist", made.meeting, code="board_report")
    assert not Check.objects.exists() and label not in get(client, "meeting_checklist", made.meeting)


def test_slips_are_printed_voted_without_an_account_and_counted(cast: Cast, sign_in: SignIn) -> None:
    made, client = begun(cast, 5), sign_in(cast.ujang)
    poll = polled(made)
    get(client, "poll", poll)
    answer = client.post(reverse("poll", args=[poll]), {"electors": made.electors()})
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF")
    assert "belum dibuka" in get(Client(), "vote", poll)
    send(client, "poll_act", poll, act="open")
    asked = get(Client(), "vote", poll)
    assert "Kode surat suara" in asked and "novalidate" not in asked.split("<main")[1]
    assert 'minlength="10"' in asked and asked.split("<main")[1].count(" required") >= 2
    told = send(Client(), "vote", poll, 422, code="AAAAA-AAAAA", choice="yes")
    assert "MEETINGS_020" in told
    assert "MEETINGS_0" not in get(client, "poll", poll)
    send(client, "poll_act", poll, act="count")
    assert "Surat suara dibagikan" in get(client, "poll", poll)
    assert Poll.objects.get().counted


def test_a_vote_leaves_no_address_and_the_tablet_no_choice(cast: Cast) -> None:
    made = begun(cast, 5)
    poll = polled(made)
    codes = services.hand_out(by=made.chair(), poll=poll, electors=made.electors())
    services.open_the_urn(by=made.chair(), poll=poll)
    counts = "SELECT (SELECT count(*) FROM platform_cache), (SELECT count(*) FROM django_session)"
    with connection.cursor() as cursor:
        before = cursor.execute(counts).fetchone()
        answer = Client().post(reverse("vote", args=[poll]), {"code": codes[0], "choice": "no"})
        assert cursor.execute(counts).fetchone() == before
    assert (answer.status_code, answer["Location"]) == (303, f"{reverse('vote', args=[poll])}?masuk=1")
    assert cache.get("sent:vote:127.0.0.1") is None
    assert "Suara Anda sudah masuk" in Client().get(answer["Location"]).content.decode()
    for typed in ({"code": codes[0], "choice": "no"}, {"code": codes[1]}, {"choice": "no"}):
        told = send(Client(), "vote", poll, 422, **typed)
        assert codes[0] not in told and codes[1] not in told and "checked" not in told, typed
        assert "MEETINGS_020" in told or "GENERAL_001" in told


def test_printed_slips_are_made_void_only_when_that_is_ticked(cast: Cast, sign_in: SignIn) -> None:
    made, client = begun(cast, 5), sign_in(cast.ujang)
    poll, typed = polled(made), {"electors": made.electors()}
    assert client.post(reverse("poll", args=[poll]), typed).status_code == 200
    assert "MEETINGS_036" in send(client, "poll", poll, 422, **typed)
    again = client.post(reverse("poll", args=[poll]), {**typed, "again": "on"})
    assert again.status_code == 200 and again.content.startswith(b"%PDF")


def test_minutes_tell_the_hour_of_the_wall_and_that_a_rule_is_an_example(cast: Cast, sign_in: SignIn) -> None:
    made = invited(cast, 5)
    rules = Meeting.objects.get().rules
    Meeting.objects.update(rules={**rules, "quorum": {**rules["quorum"], "status": "contoh"}})
    services.attend(by=made.chair(), meeting=made.meeting, electors=made.electors(), way="list")
    services.open_meeting(by=made.chair(), meeting=made.meeting, now=at(DAY))
    card = queries.meeting(made.chair(), made.meeting)
    assert card is not None
    told = dict(queries.minutes(card)["chapters"][0]["blocks"][0]["facts"])
    assert told["Dibuka pukul"] == "09.00" and "contoh" in told["Kuorum yang diperlukan"]
    assert "Aturan kuorum ini contoh" in get(sign_in(cast.ujang), "member_meeting", made.meeting)


def test_the_list_sends_along_who_was_ticked_when_it_was_opened(cast: Cast, sign_in: SignIn) -> None:
    made, client = invited(cast, 3), sign_in(cast.ujang)
    first, second, third = made.electors()
    send(client, "meeting_attendance", made.meeting, electors=[first, second], way="list")
    told = get(client, "meeting_attendance", made.meeting)
    assert told.count('type="hidden" name="shown"') == 2
    send(client, "elector_arrive", third)
    send(client, "meeting_attendance", made.meeting, electors=[first], way="list", shown=[first, second])
    assert set(Presence.objects.values_list("pk", flat=True)) == {first, third}


def test_the_mentor_reads_counts_and_papers_but_no_list_of_members(cast: Cast, sign_in: SignIn) -> None:
    made = begun(cast, 5)
    mentor, stranger, office = sign_in(cast.ratna), sign_in(cast.maria), sign_in(cast.yosef)
    for client in (mentor, office):
        get(client, "member_meetings", made.book)
        told = get(client, "member_meeting", made.meeting)
        assert "Anggota 01" not in told and "Catat keputusan" not in told
        assert client.get(reverse("meeting_minutes_pdf", args=[made.meeting])).status_code == 200
        assert client.get(reverse("meeting_attendance", args=[made.meeting])).status_code in (403, 404)
    for name in ("member_meeting", "meeting_minutes_pdf", "meeting_checklist"):
        assert stranger.get(reverse(name, args=[made.meeting])).status_code == 404
    assert stranger.get(reverse("member_meetings", args=[made.book])).status_code == 404


def test_a_special_meeting_that_approves_accounts_locks_no_year(cast: Cast, sign_in: SignIn) -> None:
    made = begun(cast, 3, kind="special")
    agreed(made, services.ACCOUNTABILITY)
    told = get(sign_in(cast.ujang), "member_meeting", made.meeting)
    assert "Pertanggungjawaban Pengurus" in told and 'value="freeze"' not in told
