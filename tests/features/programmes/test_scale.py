"""Two thousand mentees: lists stay within ten questions to the database and one page of rows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from sidamping.features.parties.models import Cooperative, Party
from sidamping.features.programmes.models import Assignment, Engagement, Path
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast, User

MANY = 2000
Limit = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def crowd(cast: Cast) -> Cast:
    """Two thousand more mentees of Ratna in Kupang."""
    parties = [
        Party(id=uuid7(), kind="cooperative", name=f"Koperasi {number:04}", village_id=places.BOLOK)
        for number in range(MANY)
    ]
    Party.objects.bulk_create(parties)
    Cooperative.objects.bulk_create([Cooperative(party=party, kind="ksp") for party in parties])
    paths = [
        Path(subject="mentee", programme=people.PROGRAMME, pinned=people.PINNED, starts=people.START)
        for _ in parties
    ]
    Path.objects.bulk_create(paths)
    rows = [
        Engagement(
            path=path, programme=people.PROGRAMME, pinned=people.PINNED, mentee=party, village_id=places.BOLOK,
            regency=places.KUPANG, starts=date(2026, 1, 5),
        )
        for party, path in zip(parties, paths, strict=True)
    ]
    Engagement.objects.bulk_create(rows)
    Assignment.objects.bulk_create(Assignment(engagement=row, mentor=cast.ratna, starts=row.starts) for row in rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # what the database does by itself once so many rows have come
    return cast


def test_lists_of_two_thousand_ask_at_most_ten_times(
    crowd: Cast, sign_in: Callable[[User], Client], at_most_queries: Limit
) -> None:
    for who, name in (("yosef", "mentees"), ("yosef", "assignments"), ("anton", "assignments"), ("sarlin", "mentees")):
        client = sign_in(getattr(crowd, who))
        with at_most_queries(10):
            page = client.get(reverse(name), {"text": "Koperasi"}).content.decode()
        assert page.count("Koperasi 00") >= 50 and "Koperasi 0050" not in page


def test_every_mentee_is_reached_page_by_page(crowd: Cast, sign_in: Callable[[User], Client]) -> None:
    client, key, seen = sign_in(crowd.yosef), "", 0
    while True:
        page = client.get(reverse("mentees"), {"text": "Koperasi", "after": key}).context["page"]
        seen += len(page.rows)
        key = page.next_key
        if not key:
            break
    assert seen == MANY
