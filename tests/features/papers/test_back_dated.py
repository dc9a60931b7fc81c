"""A mentor replaced for a day gone by: later visits and papers are told first, and stay in the old name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.programmes import services
from sidamping.features.programmes.models import Assignment
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.papers import desk
from tests.people import Cast, look

SignIn = Callable[[User], Client]


@pytest.fixture
def worked(cast: Cast) -> Cast:
    """Ratna was there on 12 and 20 October and handed in the report of October; Agnes could take over."""
    people.appoint(cast.agnes, roles.MENTOR, area=places.KUPANG)
    for day in (date(2026, 10, 12), date(2026, 10, 20)):
        desk.visit(cast, day)
    desk.submitted(cast)
    return cast


def replaced(cast: Cast, last_day: date, **named: object) -> None:
    values = {"engagement": cast.engagement.pk, "mentor": cast.agnes.id, "last_day": last_day, "why": "Pindah tugas"}
    services.replace_mentor(**{"by": look(cast.yosef), **values, **named})  # type: ignore[arg-type]


def test_later_visits_and_papers_are_told_before_a_back_dated_replacement(worked: Cast) -> None:
    with pytest.raises(Refused) as caught:
        replaced(worked, date(2026, 10, 15))
    (told,) = caught.value.problems
    assert (told.code, told.where) == ("PROGRAMMES_038", "keep_later")
    assert dict(told.values) == {"name": "Ratna Tefa", "day": date(2026, 10, 15), "visits": 1, "papers": 1}
    assert Assignment.objects.get(engagement=worked.engagement).ends is None


def test_a_confirmed_replacement_keeps_the_later_records_and_tells_how_many(worked: Cast) -> None:
    replaced(worked, date(2026, 10, 15), keep_later=True)
    told = Activity.objects.get(action="programmes.mentor_replaced")
    assert (told.why, told.data["later_visits"], told.data["later_papers"]) == ("Pindah tugas", "1", "1")


def test_a_replacement_after_the_last_record_asks_nothing(worked: Cast) -> None:
    replaced(worked, date(2026, 11, 5))
    assert Assignment.objects.filter(engagement=worked.engagement).count() == 2


def test_the_page_asks_for_the_confirmation_only_then(worked: Cast, sign_in: SignIn) -> None:
    client, address = sign_in(worked.yosef), reverse("assignment_change", args=[worked.engagement.pk])
    assert "keep_later" not in client.get(address).content.decode()
    form = {"id": str(uuid7()), "mentor": str(worked.agnes.id), "last_day": "2026-10-15", "why": "Pindah tugas"}
    refused = client.post(address, form)
    assert refused.status_code == 422
    assert "PROGRAMMES_038" in refused.content.decode() and 'name="keep_later"' in refused.content.decode()
    assert client.post(address, {**form, "keep_later": "on"}).status_code == 302
