"""What a board is told before it is too late: open months, missing decisions, an early hour, nobody ticked (E2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import problem
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.models import Elector, Meeting
from sidamping.platform.access.models import User
from tests.features.meetings.meeting import DAY, agreed, begun, booked, called, invited, year_closed
from tests.people import Cast

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def on_its_day(settings: Any) -> None:
    settings.FIXED_TODAY = DAY


def words(client: Client, name: str, key: object) -> str:
    answer = client.get(reverse(name, args=[key]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_decision_tells_of_months_that_are_open(cast: Cast, sign_in: SignIn) -> None:
    made, client = begun(cast), sign_in(cast.ujang)
    booked(made.chair(), made.book)
    told = words(client, "meeting_decide", made.meeting)
    assert "BOOKS_057" in told and "November 2026, Desember 2026" in told
    year_closed(made.chair(), made.book)
    assert "BOOKS_057" not in words(client, "meeting_decide", made.meeting)


def test_the_closing_tells_what_is_not_decided(cast: Cast, sign_in: SignIn) -> None:
    made, client = begun(cast), sign_in(cast.ujang)
    agreed(made, "surplus")
    told = words(client, "member_meeting", made.meeting)
    left = "Pertanggungjawaban Pengurus dan laporan keuangan, Pertanggungjawaban Pengawas, Program kerja dan RAPBK."
    assert f"Belum ada keputusan tentang {left}" in told
    agreed(made, "board_accountability")
    agreed(made, "supervisor_accountability")
    agreed(made, "programme")
    assert "Belum ada keputusan tentang" not in words(client, "member_meeting", made.meeting)


def test_a_delivery_with_nobody_ticked_is_refused_and_kept_open(cast: Cast, sign_in: SignIn) -> None:
    made, client = invited(cast, 3), sign_in(cast.ujang)
    page = reverse("meeting_delivery", args=[made.meeting])
    answer = client.post(page, {"on": DAY, "way": "hand"})
    assert answer.status_code == 422 and "MEETINGS_043" in answer.content.decode()
    assert not Elector.objects.filter(delivered_on__isnull=False).exists()
    assert client.get(page).content.decode().count("(boleh kosong)") == 1  # the proof alone may be left out


def test_before_the_hour_of_the_invitation_the_board_is_warned(cast: Cast, sign_in: SignIn) -> None:
    made, client = invited(cast, 3), sign_in(cast.ujang)
    services.attend(by=made.chair(), meeting=made.meeting, electors=made.electors(), way="list")
    Meeting.objects.update(begins=time(23, 59, 59))
    assert "jam itu belum tiba" in words(client, "member_meeting", made.meeting)
    Meeting.objects.update(begins=time(0))
    assert "jam itu belum tiba" not in words(client, "member_meeting", made.meeting)


def test_before_the_invitation_no_page_counts_a_quorum_of_none(cast: Cast, sign_in: SignIn) -> None:
    made, client = called(cast), sign_in(cast.ujang)
    for name in ("meeting_screen", "meeting_decide"):
        told = words(client, name, made.meeting)
        assert "None" not in told and "Anggota belum diundang" in told


def test_the_ratios_of_the_book_name_amounts_in_words(cast: Cast) -> None:
    made = begun(cast)
    booked(made.chair(), made.book)
    card = queries.meeting(made.chair(), made.meeting)
    assert card is not None
    chapters = {one["key"]: one for one in queries.rat_book(made.chair(), card, 1)["chapters"]}
    told = str(chapters["ratios"]["blocks"])
    assert "penjualan kredit" in told and "penjualan_kredit" not in told
    assert "pendapatan dari bukan anggota tidak ikut" in told, "a ratio that is read tells what it leaves out"
    assert "Tandanya dibalik" not in told, "one without a value has nothing to tell"


def test_too_few_candidates_are_told_to_tick() -> None:
    assert "baris" not in problem("MEETINGS_023", least=2).text()
