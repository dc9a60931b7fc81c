"""Calling a meeting: only years that can be, and what is told when no invitation comes in time any more (E2)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import Any

from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from sidamping.features.books import services as books
from sidamping.features.meetings import services
from sidamping.features.meetings.models import Meeting
from sidamping.features.meetings.services import MeetingDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.meetings.meeting import CALLED_ON, DAY, at, booked, said, with_members, year_closed
from tests.people import Cast, look

SignIn = Callable[[User], Client]
TYPED = {"kind": "annual", "year": "2026", "begins": "09:00", "place": "Aula"}
SOON = date(2027, 2, 24)
"""Four days after it is called."""


def test_only_years_of_the_book_are_offered_and_the_first_meeting_is_told(
    cast: Cast, sign_in: SignIn, settings: Any
) -> None:
    book, client = with_members(cast, 3), sign_in(cast.ujang)
    page = reverse("meeting_add", args=[book])
    for today, years, told in ((date(2026, 11, 20), ["", "2026"], True), (CALLED_ON, ["", "2027", "2026"], False)):
        settings.FIXED_TODAY = today
        words = client.get(page).content.decode()
        field = words[words.index('name="year"') :]
        assert re.findall(r'<option value="(\d*)"', field[: field.index("</select>")]) == years
        assert ("RAT pertama tentang tahun itu" in words) is told
    assert re.search(r'<option value="2026"\s+selected', words)


def test_a_year_whose_books_are_locked_has_no_annual_meeting_any_more(cast: Cast) -> None:
    book, by = with_members(cast, 3), look(cast.ujang, DAY)
    booked(by, book)
    year_closed(by, book)
    books.approve_year(by=by, book=book, year=2026, approved_on=DAY, note="Berita acara kertas", now=at(DAY))
    draft = MeetingDraft("annual", date(2027, 4, 3), time(9), "Aula desa Bolok", 2026)
    assert said(lambda: services.call_meeting(by=by, id=uuid7(), book=book, draft=draft, now=at(DAY))) == [
        "MEETINGS_047"
    ]
    assert not Meeting.objects.exists()


def test_a_meeting_too_soon_is_told_and_an_earlier_paper_invitation_is_recorded(
    cast: Cast, sign_in: SignIn, settings: Any
) -> None:
    settings.FIXED_TODAY = CALLED_ON
    book, client = with_members(cast, 3), sign_in(cast.ujang)
    page = reverse("meeting_add", args=[book])
    answer = client.post(page, {**TYPED, "id": uuid7(), "day": SOON})
    assert answer.status_code == 303
    told = [str(one) for one in get_messages(answer.wsgi_request)]
    assert "MEETINGS_044" in told[1] and "ke 27 Feb 2027 atau sesudahnya" in told[1]
    by, meeting = look(cast.ujang, CALLED_ON), Meeting.objects.get().pk
    assert said(lambda: services.invite(by=by, meeting=meeting, on=CALLED_ON)) == ["MEETINGS_006"]
    paper = date(2027, 2, 15)
    assert services.invite(by=by, meeting=meeting, on=paper) == 3
    assert said(lambda: services.invite(by=by, meeting=meeting, on=date(2026, 11, 25))) == ["MEETINGS_027"]
    far = client.post(page, {**TYPED, "kind": "extraordinary", "id": uuid7(), "day": date(2027, 3, 20)})
    assert "MEETINGS_044" not in str(list(get_messages(far.wsgi_request))[-1])  # messages nobody read come before
