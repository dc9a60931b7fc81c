"""A queue carried by another phone or a coordinator: records stay their owner's, the signature proves it (F1)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from sidamping.edges.sync import services, sweeping
from sidamping.edges.sync.carried import MOST_CARRIED
from sidamping.edges.sync.models import Record
from sidamping.features.fieldwork.models import Visit
from sidamping.platform.access.models import User
from sidamping.platform.attachments.models import Attachment
from tests.edges.sync.phones import ROOT, Phone, hash_of, visit_body
from tests.edges.sync.test_files import photo, told
from tests.people import Cast, look

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)


def hand_over(client: Client, file: Any) -> Any:
    raw = file if isinstance(file, bytes) else json.dumps(file)
    return client.post(f"{ROOT}carried", raw, content_type="application/json")


def code(answer: Any) -> str:
    assert answer.status_code == 422, answer.content
    return answer.json()["problems"][0]["code"]


def test_a_coordinator_carries_the_queue_of_a_disabled_mentor_with_its_photos(
    cast: Cast, phone: Phone, sign_in: SignIn, now: datetime
) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement), files=[told(photo())])
    services.revoke(by=look(cast.yosef), device=phone.id, why="HP hilang", now=now)
    User.objects.filter(pk=cast.ratna.pk).update(is_active=False)
    file = phone.queue_file(sealed, files={hash_of(photo()): photo(), "0" * 64: b"lain"})
    answers = [hand_over(sign_in(cast.yosef), file).json()["results"][0] for _ in range(2)]
    assert answers[0] == answers[1]
    assert (answers[0]["state"], answers[0]["files"]["held"]) == ("accepted", 1)
    row = Record.objects.get()
    assert (row.owner_id, row.via, row.carried_by_id) == (cast.ratna.pk, "carried", cast.yosef.pk)
    sweeping.sweep(now=now, seconds=5)
    assert Visit.objects.get().mentor_id == cast.ratna.pk and Attachment.objects.get().added_by_id == cast.ratna.pk


def test_what_was_carried_and_is_sent_later_by_the_phone_itself_has_the_same_receipt(
    cast: Cast, phone: Phone, client: Client, sign_in: SignIn
) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    [carried] = hand_over(sign_in(cast.maria), phone.queue_file(sealed)).json()["results"]
    assert phone.post(client, sealed).json()["results"] == [carried]


def test_a_changed_or_foreign_queue_file_is_refused_with_its_code(cast: Cast, phone: Phone, client: Client) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    sound = phone.queue_file(sealed)
    other = Phone(cast.ratna)
    many = phone.queue_file(*[{}] * (MOST_CARRIED + 1))
    assert code(hand_over(client, sound | {"content": sound["content"].replace("Oktober", "Desember")})) == "SYNC_019"
    for signature in ("", "AAAA", "!" * 86, other.queue_file(sealed)["signature"]):
        assert code(hand_over(client, sound | {"signature": signature})) == "SYNC_019"
    assert code(hand_over(client, other.queue_file(sealed))) == "SYNC_005"
    for odd in ([], {}, sound | {"format": "lain"}, sound | {"version": 2}, sound | {"device": "x"},
                sound | {"content": 7}):  # fmt: skip
        assert code(hand_over(client, odd)) == "SYNC_018"
    assert code(hand_over(client, b"{")) == "API_004"
    assert code(hand_over(client, many)) == "SYNC_002"
    assert not Record.objects.exists()


@pytest.mark.parametrize("content", ["{", "7", '{"records": 7}', '{"records": [], "files": []}'])
def test_a_signed_file_without_a_queue_in_it_is_refused(phone: Phone, client: Client, content: str) -> None:
    signed = {"content": content, "signature": phone.signed(content)}
    assert code(hand_over(client, phone.queue_file(**signed))) == "SYNC_018"


def test_a_carried_file_needs_a_sign_in(cast: Cast, phone: Phone) -> None:
    assert hand_over(Client(), phone.queue_file()).status_code == 401
