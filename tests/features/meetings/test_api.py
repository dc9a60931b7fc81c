"""Registers and meetings for other programs: the same people read them as on the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from sidamping.features.meetings import services
from sidamping.features.registers.models import Entry
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.meetings.meeting import DAY, Called, agreed, at, begun
from tests.people import Cast

SignIn = Callable[[User], Client]


@pytest.fixture
def made(cast: Cast, settings: Any) -> Called:
    settings.FIXED_TODAY = DAY
    return begun(cast, 5, 4)


def test_a_meeting_is_read_with_its_totals_and_frozen_papers(made: Called, sign_in: SignIn) -> None:
    agreed(made)
    services.freeze_book(by=made.chair(), meeting=made.meeting, now=at(DAY))
    client, one = sign_in(made.cast.ratna), f"/api/v1/meetings/{made.meeting}"
    read = client.get(one).json()
    assert (read["registered"], read["quorum"], read["present"], read["state"]) == (5, 3, 4, "open")
    assert [(row["number"], row["yes"], row["outcome"]) for row in read["decisions"]] == [(1, 4, "approved")]
    assert [(row["kind"], row["version"], row["approved"]) for row in read["documents"]] == [("book", 1, False)]
    assert client.get(f"{one}/documents/book").json()["sha256"] == read["documents"][0]["sha256"]
    assert client.get(f"{one}/documents/minutes").status_code == client.get(f"{one}/documents/x").status_code == 404
    listed = client.get(f"/api/v1/books/{made.book}/meetings").json()
    assert [row["id"] for row in listed] == [str(made.meeting)]
    due = client.get(f"/api/v1/books/{made.book}/meetings/2026/deadlines").json()
    assert (due[0]["name"], due[0]["due"]) == ("legal", "2027-06-30")
    assert sign_in(made.cast.maria).get(one).status_code == 404 and sign_in(made.cast.agnes).get(one).status_code == 403


def test_registers_are_read_and_written_by_whoever_may(made: Called, sign_in: SignIn) -> None:
    book = f"/api/v1/books/{made.book}"
    client, lines = sign_in(made.cast.ujang), f"{book}/registers/inventory"
    line = {"id": str(uuid7()), "day": "2027-03-20", "facts": {"name": "Kursi", "quantity": 20}}
    for _twice in range(2):
        assert client.post(lines, line, content_type="application/json").json()["number"] == 1
    assert Entry.objects.count() == 1
    odd = client.post(lines, {**line, "id": str(uuid7()), "facts": {}}, content_type="application/json")
    assert odd.status_code == 422 and "GENERAL_001" in {one["code"] for one in odd.json()["problems"]}
    mentor, office, stranger = (sign_in(who) for who in (made.cast.ratna, made.cast.yosef, made.cast.maria))
    assert [row["facts"]["name"] for row in mentor.get(lines).json()["rows"]] == ["Kursi"]
    assert mentor.post(lines, line, content_type="application/json").status_code == 422
    assert office.get(f"{book}/registers/guests").status_code == 404
    assert len(office.get(f"{book}/registers").json()) == 16
    assert client.get(f"{book}/articles").json()[0]["own"] is None
    assert [stranger.get(one).status_code for one in (lines, f"{book}/registers", f"{book}/articles")] == [404] * 3
