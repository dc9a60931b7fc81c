"""Photos follow the text: late, twice, or refused for what they are; the record never suffers (F1, promise 9)."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from sidamping.edges.sync import corrections, files, queries, sweeping
from sidamping.edges.sync.kinds import KINDS
from sidamping.edges.sync.models import HeldFile, Record
from sidamping.edges.worker.tasks import attach_files
from sidamping.platform.attachments import store
from sidamping.platform.attachments.models import Attachment
from tests.edges.sync.phones import ROOT, Envelope, Phone, changed, hash_of, visit_body
from tests.people import Cast, look


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)


def photo(colour: str = "teal") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of a few kilobytes that says of itself 40,000 × 40,000 pixels."""
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 2_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def told(content: bytes, name: str = "foto.jpg") -> dict[str, Any]:
    return {"sha256": hash_of(content), "bytes": len(content), "type": "image/jpeg", "name": name}


def put(client: Client, record: object, content: bytes, sha256: str = "") -> Any:
    headers = {"X-Record": str(record)}
    address = f"{ROOT}files/{sha256 or hash_of(content)}"
    return client.put(address, content, content_type="image/jpeg", headers=headers)


def code(answer: Any) -> str:
    assert answer.status_code == 422, answer.content
    return answer.json()["problems"][0]["code"]


@pytest.fixture
def visit(cast: Cast, phone: Phone) -> Envelope:
    return phone.seal("fieldwork.visit", visit_body(cast.engagement), files=[told(photo()), told(photo("red"))])


def test_a_late_photo_sent_twice_becomes_one_photo_of_the_visit(
    cast: Cast, phone: Phone, client: Client, visit: Envelope, now: datetime, tmp_path: Path
) -> None:
    [first] = phone.send(visit, now=now)
    assert (first["state"], first["files"]["expected"], first["files"]["held"]) == ("accepted", 2, 0)
    answers = [put(client, visit["id"], photo()) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert answers[0].json() == answers[1].json() == {
        "sha256": hash_of(photo()), "files": {"expected": 2, "held": 1, "missing": [hash_of(photo("red"))]},
    }  # fmt: skip
    sweeping.sweep(now=now, seconds=5)
    held = store.pictures_of([UUID(visit["id"])])[UUID(visit["id"])]
    assert [one.name for one in held] == ["foto.jpg"] and held[0].added_by == cast.ratna.pk
    put(client, visit["id"], photo("red"))
    assert phone.send(visit, now=now)[0]["files"] == {"expected": 2, "held": 2, "missing": []}


def test_a_photo_without_its_record_waits_on_the_phone(client: Client, visit: Envelope) -> None:
    assert code(put(client, visit["id"], photo())) == "SYNC_016"
    assert code(put(client, "tanpa", photo())) == "SYNC_016"
    assert not Attachment.objects.exists()


def test_a_photo_of_a_record_that_is_not_in_force_yet_is_kept_and_follows_it(
    cast: Cast, phone: Phone, client: Client, now: datetime
) -> None:
    wrong = phone.seal("fieldwork.visit", visit_body(cast.engagement, mode="terbang"), files=[told(photo())])
    phone.send(wrong, now=now)
    assert put(client, wrong["id"], photo()).json()["files"]["held"] == 1
    assert not Attachment.objects.exists() and HeldFile.objects.get().attachment_id is None
    phone.send(changed(wrong, mode="onsite"), now=now)
    sweeping.sweep(now=now, seconds=5)
    assert Attachment.objects.get().subject_id == UUID(wrong["id"])
    card = queries.record_card(look(cast.yosef), UUID(wrong["id"]), now=now)
    assert card and [(one.held, one.attached) for one in card.files] == [(True, True)]


@pytest.mark.parametrize(("mode", "state"), [("onsite", "accepted"), ("terbang", "attention")])
def test_what_is_no_photo_is_refused_and_the_record_stands(
    cast: Cast, phone: Phone, client: Client, now: datetime, mode: str, state: str
) -> None:
    odd = {"zip": b"PK\x03\x04" + b"\0" * 100, "bomb": bomb(), "page": b"<html>masuk</html>"}
    body = visit_body(cast.engagement, mode=mode)
    sealed = phone.seal("fieldwork.visit", body, files=[told(one) for one in odd.values()])
    phone.send(sealed, now=now)
    assert [code(put(client, sealed["id"], one)) for one in odd.values()] == ["FILES_005", "FILES_003", "FILES_005"]
    assert code(put(client, sealed["id"], photo())) == "SYNC_017"
    assert code(put(client, sealed["id"], photo(), hash_of(odd["zip"]))) == "SYNC_015"
    assert code(put(client, sealed["id"], photo(), "bukan-sidik")) == "SYNC_015"
    assert put(client, sealed["id"], b"\0" * (3 * 1024 * 1024 + 1)).status_code == 413
    assert phone.send(sealed, now=now)[0]["state"] == state and not HeldFile.objects.exists()


def test_a_photo_too_many_is_held_with_its_reason(cast: Cast, phone: Phone, client: Client, now: datetime) -> None:
    colours = [(number * 15, 40, 90) for number in range(13)]
    photos = [photo(f"rgb{colour}".replace(" ", "")) for colour in colours]
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement), files=[told(one) for one in photos])
    phone.send(sealed, now=now)
    assert {put(client, sealed["id"], one).status_code for one in photos} == {200}
    sweeping.sweep(now=now, seconds=30)
    assert Attachment.objects.count() == 12
    card = queries.record_card(look(cast.ratna), UUID(sealed["id"]), now=now)
    assert card and [one.problems[0]["code"] for one in card.files if one.problems] == ["FIELDWORK_033"]


def test_nobody_adds_files_to_the_record_of_another(
    cast: Cast, phone: Phone, visit: Envelope, now: datetime, sign_in: Any
) -> None:
    phone.send(visit, now=now)
    assert code(put(sign_in(cast.maria), visit["id"], photo())) == "SYNC_016"
    assert put(Client(), visit["id"], photo()).status_code == 401


def test_a_correction_brings_its_photos_to_the_visit(cast: Cast, phone: Phone, client: Client, now: datetime) -> None:
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    body = visit_body(cast.engagement, visit=visit["id"], reason="Foto tertinggal")
    edit = phone.seal("fieldwork.visit_revision", body, replaces=visit["id"], files=[told(photo())])
    phone.send(visit, edit, now=now)
    put(client, edit["id"], photo())
    sweeping.sweep(now=now, seconds=5)
    assert Attachment.objects.get().subject_id == UUID(visit["id"])


def test_an_id_that_nobody_gave_out_is_told_like_any_other(client: Client) -> None:
    assert code(put(client, uuid4(), photo())) == "SYNC_016" and not Record.objects.exists()


def test_a_request_never_reads_pixels_and_a_broken_photo_is_told_to_people(
    cast: Cast, phone: Phone, client: Client, now: datetime
) -> None:
    """On the day of the deadline a request only takes in; what was handed in stays, whatever the worker finds."""
    out = io.BytesIO()
    Image.effect_noise((200, 150), 60).save(out, "JPEG")
    half = out.getvalue()[: len(out.getvalue()) // 2]
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement), files=[told(half)])
    phone.send(sealed, now=now)
    assert put(client, sealed["id"], half).json()["files"]["held"] == 1
    for again in (False, True, True):
        sweeping.sweep(now=now, seconds=5, again=again)
    card = queries.record_card(look(cast.ratna), UUID(sealed["id"]), now=now)
    assert card and [one.problems[0]["code"] for one in card.files] == ["FILES_001"] and not Attachment.objects.exists()


def test_the_worker_attaches_a_photo_as_soon_as_it_is_handed_in(
    cast: Cast, phone: Phone, client: Client, visit: Envelope, now: datetime
) -> None:
    phone.send(visit, now=now)
    put(client, visit["id"], photo())
    told_of = [one["args"]["records"] for one in ProcrastinateJob.objects.filter(task_name=files.TASK).values("args")]
    assert told_of == [[visit["id"]]]
    attach_files(told_of[0])
    assert Attachment.objects.get().subject_id == UUID(visit["id"])


def taken_by(monkeypatch: pytest.MonkeyPatch, keep: Callable[..., Any]) -> None:
    """Files of visits are kept by this function."""
    monkeypatch.setitem(KINDS, ("fieldwork.visit", 1), replace(KINDS[("fieldwork.visit", 1)], file=keep))


def test_a_file_that_the_server_fails_on_is_told_and_its_neighbours_go_on(
    cast: Cast, phone: Phone, client: Client, visit: Envelope, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.send(visit, now=now)
    for one in (photo(), photo("red")):
        put(client, visit["id"], one)
    keep = KINDS[("fieldwork.visit", 1)].file

    def fails_on_red(by: Any, subject: UUID, name: str, content: bytes) -> UUID:
        assert keep is not None
        if content == photo("red"):
            raise ValueError("red")
        return keep(by, subject, name, content)

    with monkeypatch.context() as patched:
        taken_by(patched, fails_on_red)
        sweeping.sweep(now=now, seconds=5)
    assert Attachment.objects.count() == 1
    assert [one.problems[0]["code"] for one in HeldFile.objects.filter(attachment_id=None)] == ["SYNC_024"]
    sweeping.sweep(now=now, seconds=5, again=True)
    assert Attachment.objects.count() == 2 and not HeldFile.objects.exclude(problems=[]).exists()


def test_a_file_is_not_blamed_for_the_trouble_of_the_database(
    phone: Phone, client: Client, visit: Envelope, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.send(visit, now=now)
    put(client, visit["id"], photo())

    def breaks(*_: Any) -> UUID:
        raise OperationalError("gone away")

    taken_by(monkeypatch, breaks)
    with pytest.raises(OperationalError):
        sweeping.sweep(now=now, seconds=5)
    assert HeldFile.objects.get().problems == []


def test_a_file_gone_from_the_disk_is_told_until_it_is_sent_again(
    phone: Phone, client: Client, visit: Envelope, now: datetime, tmp_path: Path
) -> None:
    phone.send(visit, now=now)
    put(client, visit["id"], photo())
    [raw] = [one for one in (tmp_path / files.FOLDER).rglob("*") if one.is_file()]
    raw.unlink()
    sweeping.sweep(now=now, seconds=5)
    assert [one["code"] for one in HeldFile.objects.get().problems] == ["SYNC_023"]
    put(client, visit["id"], photo())
    attach_files([visit["id"]])
    assert HeldFile.objects.get().problems == [] and Attachment.objects.count() == 1


def test_records_that_take_all_the_time_do_not_keep_files_waiting(
    cast: Cast, phone: Phone, client: Client, visit: Envelope, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = phone.seal("fieldwork.visit", visit_body(cast.engagement, mode="terbang"))
    phone.send(visit, wrong, now=now)
    put(client, visit["id"], photo())
    ticks = [0.0]
    monkeypatch.setattr(sweeping, "monotonic", lambda: ticks[0])

    def slow(*_: Any, **__: Any) -> str:
        ticks[0] += 100
        return "attention"

    monkeypatch.setattr(sweeping.understanding, "go_on", slow)
    monkeypatch.setattr(corrections, "look_again", slow)
    sweeping.sweep(now=now, seconds=5, again=True)
    assert Attachment.objects.count() == 1
