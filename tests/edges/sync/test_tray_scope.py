"""F1, F10: who looks after phones sees those of the own programme and area, and of each record only the own mentees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sidamping.edges.sync.models import Record, Resolution
from sidamping.edges.sync.queries import devices_of, open_counts, open_records
from sidamping.features.programmes.models import Engagement
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, User
from tests import people, places
from tests.edges.sync.phones import ROOT, Phone, changed, problem_body, visit_body
from tests.people import Cast, look

SignIn = Callable[[User], Client]
OTHER = {"programme": "usaha-anggota-ksp", "pinned": people.PINNED}


@pytest.fixture
def rosa(cast: Cast) -> User:
    """The coordinator of another programme in the area of Yosef."""
    found = people.user("rosa", "Rosa Taek")
    people.appoint(found, roles.COORDINATOR, area=places.KUPANG, programme=OTHER["programme"])
    return found


@pytest.fixture
def elsewhere(cast: Cast) -> Engagement:
    """A mentee of Ratna in the programme of Rosa, in the village of Merah Putih."""
    people.appoint(cast.ratna, roles.MENTOR, area=places.KUPANG, programme=OTHER["programme"])
    return people.engagement(people.cooperative("Sinar Bolok", places.BOLOK).party, cast.ratna, **OTHER)


def differing(phone: Phone, now: datetime, body: dict[str, Any], **other: Any) -> UUID:
    first = phone.seal("fieldwork.visit", body)
    phone.send(first, changed(first, **(other or {"result": "Lain"})), now=now)
    return UUID(first["id"])


def listed(who: User, now: datetime) -> set[UUID]:
    found = {one.id for one in open_records(look(who), now=now).rows}
    assert len(found) == sum(open_counts(look(who)).values()) == sum(
        one.waiting + one.conflicts + one.attention for one in devices_of(look(who))
    ) + sum(one.variants for one in open_records(look(who), now=now).rows)
    return found


def opens(client: Client, record: UUID) -> set[int]:
    """The answers to reading, deciding, forcing and running it again; without a reason nothing is decided."""
    acts = [client.post(reverse(name, args=[record])) for name in ("tray_choose", "tray_force", "tray_again")]
    return {one.status_code for one in (client.get(reverse("tray_record", args=[record])), *acts)}


def test_a_coordinator_sees_no_phone_and_no_record_of_another_programme_in_the_area(
    cast: Cast, phone: Phone, rosa: User, now: datetime, sign_in: SignIn
) -> None:
    record = differing(phone, now, visit_body(cast.engagement))
    client = sign_in(rosa)
    assert devices_of(look(rosa)) == () and listed(rosa, now) == set()
    assert opens(client, record) == {404} and not Resolution.objects.exists()
    assert "Ratna" not in client.get(reverse("tray_phones")).content.decode()
    assert client.post(reverse("tray_phone_revoke", args=[phone.id]), {"why": "hilang"}).status_code == 404
    assert client.get(f"{ROOT}hello", {"device": str(phone.id)}).json()["device"] == {"known": False}
    assert listed(cast.yosef, now) == listed(cast.sarlin, now) == {record}


def test_of_a_mentor_of_two_programmes_each_coordinator_decides_on_the_own_mentees(
    cast: Cast, phone: Phone, rosa: User, elsewhere: Engagement, now: datetime, sign_in: SignIn
) -> None:
    of_yosef = differing(phone, now, visit_body(cast.engagement))
    of_rosa = differing(phone, now, visit_body(elsewhere, starts_at="11:00", ends_at="11:30"))
    assert {one.id for who in (cast.yosef, rosa) for one in devices_of(look(who))} == {phone.id}
    assert (listed(cast.yosef, now), listed(rosa, now)) == ({of_yosef}, {of_rosa})
    assert opens(sign_in(cast.yosef), of_rosa) == opens(sign_in(rosa), of_yosef) == {404}
    variant = Record.objects.get(pk=of_rosa).variants.get()
    sent = {"variant": variant.pk, "pick-result": "other", "why": "Salah ketik"}
    assert sign_in(rosa).post(reverse("tray_choose", args=[of_rosa]), sent).status_code == 302
    assert listed(cast.ratna, now) == {of_yosef}


def test_a_record_of_mentees_of_two_programmes_is_for_its_writer_alone(
    cast: Cast, phone: Phone, rosa: User, elsewhere: Engagement, now: datetime
) -> None:
    both = [{"engagement": str(one.pk), "attendees": ["Ujang"]} for one in (cast.engagement, elsewhere)]
    met = differing(phone, now, visit_body(cast.engagement, presences=both))
    hours = {"starts_at": "11:00", "ends_at": "11:30"}
    besides = differing(phone, now, visit_body(cast.engagement, **hours), presences=both)
    assert listed(cast.yosef, now) == listed(rosa, now) == set()
    assert listed(cast.ratna, now) == {met, besides}


def test_a_record_that_names_no_mentee_is_for_who_oversees_all_that_its_owner_did_then(
    cast: Cast, phone: Phone, rosa: User, now: datetime
) -> None:
    record = phone.seal("fieldwork.alternative", {"problem": str(uuid4()), "text": "Jual daring"})
    phone.send(record, now=now)
    assert (listed(cast.yosef, now), listed(rosa, now)) == ({UUID(record["id"])}, set())
    second = people.appoint(cast.ratna, roles.MENTOR, area=places.KUPANG, programme=OTHER["programme"])
    assert listed(cast.yosef, now) == listed(rosa, now) == set()
    Appointment.objects.filter(pk=second.pk).update(ends=date(2026, 10, 31))
    assert (listed(cast.yosef, now), listed(rosa, now)) == ({UUID(record["id"])}, set())


def test_a_mentee_of_another_area_is_not_shown_with_the_phone_of_its_mentor(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    """Maria writes of a mentee in Kupang: its coordinator does not look after her phone, and hers sees no Kupang."""
    maria = Phone(cast.maria).known(now)
    over_there = people.user("titus", "Titus Nope")
    people.appoint(over_there, roles.COORDINATOR, area=places.TTS)
    maria.send(maria.seal("fieldwork.problem", problem_body(cast.engagement)), now=now)
    assert listed(over_there, now) == listed(cast.yosef, now) == set()
    assert len(listed(cast.maria, now)) == len(listed(cast.sarlin, now)) == 1


def test_the_lists_of_a_watcher_read_no_bodies(cast: Cast, phone: Phone, now: datetime) -> None:
    """Searching them for mentees took seconds with 20,000 open records (decision 0060)."""
    differing(phone, now, visit_body(cast.engagement))
    with CaptureQueriesContext(connection) as asked:
        assert listed(cast.yosef, now)
    told = [one["sql"] for one in asked.captured_queries if '"sync_record"."named"' in one["sql"]]
    assert told and not [sql for sql in told if '"body"' in sql]


def test_the_ids_of_a_body_are_found_however_it_is_broken(cast: Cast, phone: Phone, now: datetime) -> None:
    first, second = uuid4(), uuid4()
    broken = f'{{"a": "{first}", "b": ["{first}", "{str(second).upper()}", "12'
    phone.send(phone.seal("fieldwork.visit", broken), now=now)
    assert set(Record.objects.get().named) == {first, second}
