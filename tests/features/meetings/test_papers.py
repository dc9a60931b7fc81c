"""Minutes and decisions carry the secret ballots, who was elected for which term, and where the quorum stands (E2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from sidamping.features.meetings import queries, services
from sidamping.features.meetings.queries import MeetingCard
from sidamping.features.meetings.services import PollDraft
from sidamping.features.registers import services as registers
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.meetings.meeting import CALLED_ON, DAY, INVITED_ON, Called, at, begun, called
from tests.people import Cast, look

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def on_its_day(settings: Any) -> None:
    settings.FIXED_TODAY = DAY


def card_of(made: Called) -> MeetingCard:
    found = queries.meeting(made.chair(), made.meeting)
    assert found is not None
    return found


def printed(client: Client, name: str, made: Called) -> str:
    answer = client.get(reverse(name, args=[made.meeting]))
    assert answer.status_code == 200
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())


def test_minutes_and_decisions_tell_the_votes_for_each_and_the_term_of_who_was_elected(
    cast: Cast, sign_in: SignIn
) -> None:
    made = begun(cast, 7)
    draft = PollDraft("election", "Pilih Ketua", "paper", "management", "chair", 1, tuple(made.electors()[:2]))
    poll = services.make_poll(by=made.chair(), id=uuid7(), meeting=made.meeting, draft=draft)
    services.hand_out(by=made.chair(), poll=poll, electors=made.electors()[:6])
    services.count_paper(by=made.chair(), poll=poll, votes={"c1": 1, "c2": 4, "blank": 1})
    assert queries.unseated(card_of(made), queries.polls(card_of(made))) == ("Anggota 02",)
    services.seat_elected(by=made.chair(), id=uuid7(), poll=poll, choice="c2", starts=DAY, ends=date(2032, 3, 19))
    assert queries.unseated(card_of(made), queries.polls(card_of(made))) == ()
    for name in ("meeting_minutes_pdf", "meeting_decisions_pdf"):
        words = printed(sign_in(cast.ujang), name, made)
        for told in ("Pilih Ketua", "Surat suara dibagikan 6", "Anggota 01 1", "Anggota 02 4", "tidak kembali 1"):
            assert told in words, (name, told)
        assert "20 Maret 2027 – 19 Maret 2032" in words and words.count("Rancangan: rapat belum ditutup") > 1
    office = printed(sign_in(cast.yosef), "meeting_minutes_pdf", made)
    assert "Anggota 01" not in office and "19 Maret 2032" in office


def test_the_quorum_names_the_articles_when_they_are_stricter(cast: Cast, sign_in: SignIn) -> None:
    made, by = called(cast, 20), look(cast.ujang, CALLED_ON)
    registers.set_clause(by=by, id=uuid7(), book=made.book, key="quorum", value=60, since=date(2027, 1, 1),
                         article="AD pasal 17 ayat (2)", now=at(CALLED_ON))  # fmt: skip
    services.invite(by=made.chair(INVITED_ON), meeting=made.meeting, on=INVITED_ON)
    facts = dict(queries.minutes(card_of(made))["chapters"][0]["blocks"][0]["facts"])
    assert facts["Kuorum yang diperlukan"] == "12 (AD pasal 17 ayat (2), 60 %)"
    page = sign_in(cast.ujang).get(reverse("member_meeting", args=[made.meeting])).content.decode()
    assert '<p class="figure-note">AD pasal 17 ayat (2), 60 %</p>' in page
