"""Late papers, items that were not held, a day mended before it is announced: each recorded as it was (E2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from sidamping.features.meetings import queries, services
from sidamping.features.meetings.models import Consent, Meeting
from sidamping.features.meetings.services import MeetingDraft, PollDraft
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import refused_by_database
from tests.features.meetings.meeting import (
    CALLED_ON,
    DAY,
    Called,
    agreed,
    at,
    begun,
    called,
    finished,
    invited,
    polled,
    said,
)
from tests.people import Cast

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def on_its_day(settings: Any) -> None:
    settings.FIXED_TODAY = DAY


def consent(made: Called, *at_numbers: int) -> list[str]:
    electors = [made.electors()[number - 1] for number in at_numbers]
    return said(lambda: services.consent(by=made.chair(), meeting=made.meeting, electors=electors))


def minutes(client: Client, made: Called) -> str:
    answer = client.get(reverse("meeting_minutes_pdf", args=[made.meeting]))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())


def test_what_was_announced_late_is_decided_once_somebody_agreed_and_the_minutes_say_who(
    cast: Cast, sign_in: SignIn
) -> None:
    """Three of five got the papers late, or never; two agree. The fourth was in time and is not asked."""
    made, client = begun(cast, 5, late=3), sign_in(cast.ujang)
    assert said(lambda: agreed(made)) == ["MEETINGS_049"]
    decide, address = reverse("meeting_decide", args=[made.meeting]), reverse("meeting_consent", args=[made.meeting])
    assert address in client.get(decide).content.decode()
    assert address in client.get(reverse("member_meeting", args=[made.meeting])).content.decode()
    assert client.get(address).content.decode().count(" checked") == 3
    none = client.post(address, {"electors": []})
    assert none.status_code == 422 and "MEETINGS_050" in none.content.decode()
    assert consent(made, 4) == ["MEETINGS_050"] and not Consent.objects.exists()
    assert consent(made, 1, 2, 3, 4) == []
    for _twice in range(2):
        sent = {"electors": [str(one) for one in made.electors()[:2]]}
        assert client.post(address, sent).status_code == 303
    electors = [str(one) for one in made.electors()]
    given, taken_back = Activity.objects.filter(action="meetings.consented").order_by("at")
    assert (given.data["added"], given.data["withdrawn"]) == (sorted(electors[:3]), [])
    assert (taken_back.data["added"], taken_back.data["withdrawn"]) == ([], [electors[2]])
    assert client.get(address).content.decode().count(" checked") == 2
    agreed(made)
    printed = minutes(client, made)
    assert "3 anggota, 2 di antaranya setuju membahasnya" in printed
    assert "2. Anggota 02 Setuju" in printed and "3. Anggota 03 Tidak menyatakan setuju" in printed
    office = minutes(sign_in(cast.yosef), made)
    assert "2 di antaranya setuju" in office and "Anggota 02" not in office


def test_consent_is_of_those_who_came(cast: Cast, sign_in: SignIn) -> None:
    """Two of five got no papers; the first came, the second did not and cannot agree to anything."""
    made, client = begun(cast, 5, late=2, absent=[2]), sign_in(cast.ujang)
    address = reverse("meeting_consent", args=[made.meeting])
    page = client.get(address).content.decode()
    assert "Anggota 01" in page and "Anggota 02" not in page
    assert consent(made, 1, 2) == ["MEETINGS_053"] and not Consent.objects.exists()
    assert said(lambda: agreed(made)) == ["MEETINGS_049"]
    assert consent(made, 1) == []
    agreed(made)
    printed = minutes(client, made)
    assert "2 anggota, 1 di antaranya setuju membahasnya" in printed
    assert "1. Anggota 01 Setuju" in printed and "2. Anggota 02 Tidak hadir" in printed


def test_where_nobody_late_came_nobody_is_asked_and_the_minutes_tell_it(cast: Cast, sign_in: SignIn) -> None:
    made, client = begun(cast, 5, late=1, absent=[1]), sign_in(cast.ujang)
    pages = (reverse(name, args=[made.meeting]) for name in ("meeting_consent", "member_meeting"))
    asking, home = (client.get(page).content.decode() for page in pages)
    assert "tidak ada yang dapat ditanya" in asking and "1 anggota yang tidak hadir" in home
    agreed(made)
    assert "1 anggota, 0 di antaranya setuju membahasnya" in minutes(client, made)
    services.attend(by=made.chair(), meeting=made.meeting, electors=made.electors()[:1], way="list")
    assert said(lambda: agreed(made)) == ["MEETINGS_049"]


def test_consent_is_not_withdrawn_once_something_rests_on_it(cast: Cast) -> None:
    made = begun(cast, 5, late=3)
    assert consent(made, 1, 2) == [] and consent(made, 2) == []
    agreed(made)
    assert consent(made, 3) == ["MEETINGS_054"]
    assert consent(made, 2, 3) == [] and Consent.objects.count() == 2


def test_a_ballot_waits_for_consent_and_rests_on_it(cast: Cast) -> None:
    made = begun(cast, 5, late=3)
    among = tuple(made.electors()[3:])
    election = PollDraft("election", "Siapa Ketua Pengurus?", "paper", "management", "chair", 1, among)

    def elect() -> None:
        services.make_poll(by=made.chair(), id=uuid7(), meeting=made.meeting, draft=election)

    assert said(elect) == ["MEETINGS_049"] == said(lambda: polled(made))
    assert consent(made, 1, 2) == [] == said(elect)
    assert consent(made, 2) == ["MEETINGS_054"]


def test_nobody_is_asked_where_all_papers_came_in_time(cast: Cast, sign_in: SignIn) -> None:
    made = begun(cast, 3)
    agreed(made)
    client = sign_in(cast.ujang)
    page = client.get(reverse("meeting_consent", args=[made.meeting])).content.decode()
    assert "Semua anggota menerima bahan tepat waktu" in page and "terlambat diterima" not in minutes(client, made)


def test_consent_is_given_while_the_meeting_is_open(cast: Cast) -> None:
    """The tables refuse it before the opening and after the closing too."""
    row = "INSERT INTO meetings_consent (elector_id) VALUES (%s)"
    early = invited(cast, 3)
    assert consent(early, 1) == ["MEETINGS_010"]
    assert refused_by_database((row, [early.electors()[0]])) == "consent_in_time"


def test_an_item_that_was_not_held_says_why_in_the_minutes(cast: Cast, sign_in: SignIn) -> None:
    made, client = begun(cast, 5), sign_in(cast.ujang)
    first, *_rest = queries.agenda("annual")
    words = queries.agenda("annual")[first]
    screen = reverse("meeting_screen", args=[made.meeting])
    assert finished(made, first, held=False) == ["MEETINGS_051"]
    assert finished(made, "closing", held=False) == ["MEETINGS_012", "MEETINGS_051"]
    unsaid = client.post(screen, {"code": first, "note": "", "act": "left_out"})
    assert unsaid.status_code == 422 and "MEETINGS_051" in unsaid.content.decode()
    sent = {"code": first, "note": "Listrik padam", "act": "left_out"}
    assert client.post(screen, sent).status_code == 303
    card = queries.meeting(made.chair(), made.meeting)
    assert card is not None
    (item, following, *_others) = queries.items(card)
    assert (item.held, item.note, following.done_at) == (False, "Listrik padam", None)
    assert "tidak dilaksanakan" in client.get(screen).content.decode()
    printed = minutes(client, made)
    assert f"{words} Tidak dilaksanakan Listrik padam" in printed and printed.count("Tidak dilaksanakan") == 1
    silent = "UPDATE meetings_item SET note = ''"
    assert refused_by_database((silent, [])) != ""


def test_who_leads_the_session_is_chosen_in_any_case(cast: Cast, sign_in: SignIn) -> None:
    """Somebody signs the minutes: that item has no button to leave it out, and cannot be left out without one."""
    made, client = begun(cast, 3), sign_in(cast.ujang)
    screen = reverse("meeting_screen", args=[made.meeting])
    for code in queries.agenda("annual"):
        shown = 'value="left_out"' in client.get(screen).content.decode()
        assert shown == (code != services.ELECTED_LEADERS)
        if code == services.ELECTED_LEADERS:
            break
        finished(made, code)
    assert finished(made, code, held=False, note="Tidak sempat") == ["MEETINGS_055"]
    sent = {"code": code, "chair": "Ujang Mantap", "secretary": "Wati Tefa", "note": "Tidak sempat", "act": "left_out"}
    refused = client.post(screen, sent)
    assert refused.status_code == 422 and "MEETINGS_055" in refused.content.decode()
    assert not Meeting.objects.get().chair and finished(made, code) == []


def test_a_meeting_is_changed_until_its_members_are_invited(cast: Cast, sign_in: SignIn, settings: Any) -> None:
    settings.FIXED_TODAY = CALLED_ON
    made, client = called(cast, 3), sign_in(cast.ujang)
    address, home = (reverse(name, args=[made.meeting]) for name in ("meeting_change", "member_meeting"))
    assert address in client.get(home).content.decode()
    sent = {"day": "2027-02-22", "begins": "10:00", "place": "Balai desa", "purpose": ""}
    soon = client.post(address, sent, follow=True).content.decode()
    assert "MEETINGS_044" in soon and "Balai desa" in soon
    past = client.post(address, {**sent, "day": "2027-02-01", "place": " "})
    assert past.status_code == 422 and past.context["form"].errors.keys() == {"place"}
    assert client.post(address, {**sent, "day": "2027-03-27"}).status_code == 303
    assert client.post(address, {**sent, "day": "2027-03-27"}).status_code == 303
    first, again = Activity.objects.filter(action="meetings.changed").order_by("at")
    assert first.data["before"] == {
        "day": "2027-03-20", "begins": "09:00:00", "place": "Aula desa Bolok", "purpose": "",
    }  # fmt: skip
    assert first.data["after"] == again.data["before"] == {
        "day": "2027-02-22", "begins": "10:00:00", "place": "Balai desa", "purpose": "",
    }  # fmt: skip
    assert again.data["after"] == {**again.data["before"], "day": "2027-03-27"}
    row = Meeting.objects.get()
    assert (row.day, row.begins, row.place, row.kind, row.year) == (
        date(2027, 3, 27), time(10), "Balai desa", "annual", 2026,
    )  # fmt: skip
    services.invite(by=made.chair(CALLED_ON), meeting=made.meeting, on=CALLED_ON)
    assert address not in client.get(home).content.decode()
    late = client.post(address, sent)
    assert late.status_code == 422 and "MEETINGS_052" in late.content.decode()


def test_a_changed_annual_meeting_stays_after_its_year(cast: Cast) -> None:
    made = called(cast, 3)
    draft = MeetingDraft("special", date(2026, 12, 30), time(9), "Aula", 2020)

    def change() -> None:
        services.change_meeting(by=made.chair(date(2026, 12, 1)), meeting=made.meeting, draft=draft)

    assert said(change) == ["MEETINGS_003"]
    assert at(DAY).date() == Meeting.objects.get().day
