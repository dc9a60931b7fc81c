"""The RAT book is frozen once its year is over, and whoever invites is told when the frozen one is behind (E4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from sidamping.features.meetings import services
from sidamping.features.meetings.models import Document
from sidamping.features.meetings.services import MeetingDraft
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.meetings.meeting import INVITED_ON, at, booked, called, said, with_members
from tests.people import Cast, look

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def on_the_day_of_the_invitation(settings: Any) -> None:
    settings.FIXED_TODAY = INVITED_ON


def test_the_book_of_a_year_that_goes_on_is_not_frozen(cast: Cast, sign_in: SignIn, settings: Any) -> None:
    day, book = date(2026, 12, 31), with_members(cast, 3)
    draft = MeetingDraft("annual", date(2027, 3, 20), time(9), "Aula", 2026)
    id = services.call_meeting(by=look(cast.ujang, day), id=uuid7(), book=book, draft=draft, now=at(day))
    freeze = lambda on: said(lambda: services.freeze_book(by=look(cast.ujang, on), meeting=id, now=at(on)))  # noqa: E731
    assert freeze(day) == ["MEETINGS_042"] and not Document.objects.exists()
    settings.FIXED_TODAY = day
    page = sign_in(cast.ujang).get(reverse("rat_book", args=[id])).content.decode()
    assert "belum berakhir" in page and "Bekukan untuk dibagikan" not in page
    assert freeze(date(2027, 1, 1)) == []


def test_whoever_invites_is_told_of_a_book_that_is_behind_and_of_missing_parts(cast: Cast, sign_in: SignIn) -> None:
    made = called(cast)
    by, client = made.chair(INVITED_ON), sign_in(cast.ujang)
    services.freeze_book(by=by, meeting=made.meeting, now=at(INVITED_ON))
    page = reverse("meeting_invite", args=[made.meeting])
    told = [str(one) for one in get_messages(client.post(page, {"on": INVITED_ON}).wsgi_request)]
    assert "Bagian buku RAT belum ditulis: Tata tertib" in told[1] and len(told) == 2
    booked(by, made.book)
    told = [str(one) for one in get_messages(client.post(page, {"on": INVITED_ON}).wsgi_request)]
    assert any("Catatan koperasi berubah sesudah buku RAT versi 1" in one for one in told)
