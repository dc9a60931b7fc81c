"""What could not even be stored stays on the phone, and whoever looks after the phone sees why (F1, bad input)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from sidamping.edges.sync import files, refusals
from sidamping.edges.sync.api import LARGEST_FILE
from sidamping.edges.sync.models import Device, Record, Refusal
from sidamping.edges.sync.queries.refusals import refusals_of
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.edges.sync.phones import ROOT, Envelope, Phone, changed, visit_body
from tests.edges.sync.test_files import bomb, code, photo, put, told
from tests.people import Cast

SignIn = Callable[[User], Client]


@pytest.fixture
def wrong(cast: Cast, phone: Phone) -> Envelope:
    """A visit, the third of its phone, whose content is not what its hash says."""
    phone.number = 2
    return phone.seal("fieldwork.visit", visit_body(cast.engagement)) | {"sha256": "0" * 64}


def phones_page(client: Client) -> str:
    return client.get(reverse("tray_phones")).content.decode()


def test_a_record_that_is_refused_is_told_to_its_owner_and_coordinator_until_it_comes(
    cast: Cast, phone: Phone, wrong: Envelope, now: datetime, sign_in: SignIn
) -> None:
    for _ in range(2):
        assert phone.send(wrong, now=now)[0]["state"] == "refused"
    assert Refusal.objects.count() == 1 and not Record.objects.exists()
    for who in (cast.ratna, cast.yosef):
        page = phones_page(sign_in(who))
        assert "1 ditolak dan masih di HP" in page and "Catatan nomor 3" in page and "SYNC_004" in page
    assert "SYNC_004" not in phones_page(sign_in(cast.maria))
    phone.send(changed(wrong), now=now)
    assert "ditolak" not in phones_page(sign_in(cast.yosef))


def test_the_id_of_somebody_else_is_told_on_the_phone_that_used_it_alone(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    [first] = [phone.seal("fieldwork.visit", visit_body(cast.engagement))]
    phone.send(first, now=now)
    stranger = Phone(cast.maria).known(now)
    stranger.send(stranger.seal("fieldwork.visit", visit_body(cast.foreign_engagement), id=first["id"]), now=now)
    assert "SYNC_007" in phones_page(sign_in(cast.maria)) and "ditolak" not in phones_page(sign_in(cast.ratna))


def test_a_bomb_sent_as_a_photo_is_told_beside_its_record_and_on_its_phone(
    cast: Cast, phone: Phone, client: Client, now: datetime, sign_in: SignIn, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement), files=[told(bomb(), "bom.png"), told(photo())])
    phone.send(sealed, now=now)
    assert code(put(client, sealed["id"], bomb())) == "FILES_003"
    put(client, sealed["id"], photo())
    yosef = sign_in(cast.yosef)
    page = phones_page(yosef)
    assert "Berkas bom.png" in page and "FILES_003" in page and "foto.jpg" not in page
    record = yosef.get(reverse("tray_record", args=[sealed["id"]])).content.decode()
    assert "bom.png: belum datang" in record and Refusal.objects.get().problems[0]["id"] in record


@pytest.mark.parametrize(("name", "shown"), [("x" * 200, "x" * 200), ("123", "123"), ("", "")])
def test_a_refused_file_is_told_as_a_file_whatever_its_name(
    cast: Cast, phone: Phone, client: Client, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    name: str, shown: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)
    announced = told(photo(), name)
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement), files=[announced])
    phone.send(sealed, now=now)
    other = bomb()
    answer = put(client, sealed["id"], other, sha256=announced["sha256"])
    assert answer.status_code == 422
    assert f"Berkas {shown or announced['sha256'][:8]}, " in phones_page(client)


@pytest.mark.parametrize(
    ("path", "body", "status", "code"),
    [
        ("records", "{", 400, "API_004"), ("records", "[]", 400, "API_004"),
        ("records", "x" * 2_100_000, 413, "SYNC_001"), ("carried", "{}", 422, "SYNC_018"),
        ("records", json.dumps({"device": str(uuid4()), "records": [{}] * 101}), 413, "SYNC_002"),
    ],
)  # fmt: skip
def test_a_request_refused_as_a_whole_is_told_on_the_phone_it_names_until_anything_of_it_comes(
    cast: Cast, phone: Phone, client: Client, now: datetime, sign_in: SignIn, path: str, body: str, status: int,
    code: str,
) -> None:  # fmt: skip
    Phone(cast.ratna).known(now + timedelta(hours=1))
    for _ in range(2):
        answer = client.post(f"{ROOT}{path}", body, "application/json", headers={"X-Device": str(phone.id)})
        assert (answer.status_code, answer.json()["problems"][0]["code"]) == (status, code)
    told = Refusal.objects.get()
    assert told.device_id == phone.id
    for who in (cast.ratna, cast.yosef):
        page = phones_page(sign_in(who))
        assert "Satu kiriman utuh" in page and code in page
    assert code not in phones_page(sign_in(cast.maria))
    phone.send(phone.seal("fieldwork.visit", visit_body(cast.engagement)), now=told.at + timedelta(minutes=1))
    assert "ditolak" not in phones_page(sign_in(cast.yosef))


def carry(client: Client, bearer: Phone, file: object) -> int:
    """What the bearer's app hears of a queue file."""
    headers = {"X-Device": str(bearer.id)}
    return client.post(f"{ROOT}carried", json.dumps(file), "application/json", headers=headers).status_code


def test_a_carried_file_that_was_refused_is_told_until_its_records_come_by_any_way(
    cast: Cast, phone: Phone, client: Client, now: datetime, sign_in: SignIn
) -> None:
    stranger = Phone(cast.maria).known(now)
    sent = stranger.seal("fieldwork.visit", visit_body(cast.foreign_engagement))
    assert carry(client, phone, stranger.queue_file(sent, signature="A" * 86)) == 422
    page = phones_page(client)
    assert f"Berkas titipan dari perangkat …{str(stranger.id)[-8:]}" in page and "SYNC_019" in page
    assert "SYNC_019" not in phones_page(sign_in(cast.maria))
    at = Refusal.objects.get().at
    phone.send(phone.seal("fieldwork.visit", visit_body(cast.engagement)), now=at + timedelta(minutes=1))
    assert "Berkas titipan" in phones_page(client), "the bearer's own records say nothing of it"
    stranger.send(sent, now=at + timedelta(minutes=2))
    assert "Berkas titipan" not in phones_page(client)


def test_a_refused_request_is_closed_by_a_person_once_and_a_refused_record_is_not(
    cast: Cast, phone: Phone, client: Client, wrong: Envelope, now: datetime, sign_in: SignIn
) -> None:
    phone.send(wrong, now=now)
    for _ in range(2):
        assert carry(client, phone, {}) == 422
    settle, whole = reverse("tray_refusal_settle", args=[phone.id]), {"thing": refusals.WHOLE}
    assert phones_page(client).count("Sudah diurus") == 1
    assert sign_in(cast.maria).post(settle, whole).status_code == 404
    for _ in range(2):
        assert sign_in(cast.yosef).post(settle, whole).status_code == 302
    refused = client.post(settle, {"thing": wrong["id"]})
    assert refused.status_code == 422 and "GENERAL_002" in refused.content.decode()
    assert [one.thing for one in Refusal.objects.all()] == [wrong["id"]]
    [told] = Activity.objects.filter(action="sync.refusal_settled")
    assert (told.actor_id, told.data["codes"]) == (cast.yosef.pk, ["SYNC_018"])


def test_a_file_too_big_is_told_until_it_comes_small_enough(
    cast: Cast, phone: Phone, client: Client, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement), files=[told(photo())])
    phone.send(sealed, now=now)
    headers = {"X-Record": sealed["id"], "X-Device": str(phone.id)}
    large = client.put(f"{ROOT}files/{'0' * 64}", b"x" * (LARGEST_FILE + 1), "image/jpeg", headers=headers)
    assert large.status_code == 413
    [whole] = refusals_of([phone.id])[phone.id]
    files.take(Record.objects.get(), told(photo())["sha256"], photo(), now=whole.at + timedelta(minutes=1))
    assert refusals_of([phone.id]) == {}


def test_what_names_no_phone_of_the_sender_is_told_on_the_one_in_use_that_spoke_last(
    cast: Cast, phone: Phone, client: Client, now: datetime
) -> None:
    last = Phone(cast.ratna).known(now + timedelta(hours=1))
    lost = Phone(cast.ratna).known(now + timedelta(hours=2))
    Device.objects.filter(pk=lost.id).update(revoked_at=now)
    stranger = Phone(cast.maria).known(now)
    sent = stranger.seal("fieldwork.visit", visit_body(cast.engagement))
    assert stranger.post(client, sent).json()["results"][0]["problems"][0]["code"] == "SYNC_006"
    assert stranger.put(client).status_code == 422
    put(client, uuid7(), photo())
    assert [one.device_id for one in Refusal.objects.all()] == [last.id]
    assert refusals_of([last.id])[last.id][0].problems[0]["code"] == "SYNC_016"


def test_a_program_that_runs_wild_fills_no_table_and_the_newest_are_told(
    phone: Phone, wrong: Envelope, now: datetime, monkeypatch: pytest.MonkeyPatch, sign_in: SignIn
) -> None:
    monkeypatch.setattr(refusals, "MOST", 2)
    phone.send(*[wrong | {"id": str(uuid7())} for _ in range(5)], now=now)
    assert Refusal.objects.count() == 2
    phone.send(wrong | {"id": "bukan-uuid"}, now=now + timedelta(minutes=1))
    told = refusals_of([phone.id])[phone.id]
    assert len(told) == 2 and told[0].thing == "bukan-uuid"
    assert "Daftar ini penuh" in phones_page(sign_in(phone.owner))


def test_what_came_after_all_takes_no_room_from_what_is_refused_later(
    phone: Phone, wrong: Envelope, now: datetime, monkeypatch: pytest.MonkeyPatch, sign_in: SignIn
) -> None:
    monkeypatch.setattr(refusals, "MOST", 2)
    earlier = wrong | {"id": str(uuid7()), "number": 7}
    phone.send(earlier, now=now)
    phone.send(wrong, now=now + timedelta(minutes=1))
    phone.send(changed(wrong), now=now + timedelta(minutes=2))
    phone.send(wrong | {"id": str(uuid7()), "number": 9}, now=now + timedelta(minutes=3))
    assert [one.name for one in refusals_of([phone.id])[phone.id]] == ["9", "7"] and Refusal.objects.count() == 2
