"""F1: what a phone handed in and people must look at stands side by side; a choice is kept with its reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sidamping.edges.sync.models import Device, Open, Record, Resolution
from sidamping.edges.sync.tray.forms import picked
from sidamping.features.fieldwork.models import FollowUp, VisitRevision
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.edges.sync.phones import Phone, changed, visit_body
from tests.people import Cast

SignIn = Callable[[User], Client]
Counted = Callable[[int], AbstractContextManager[Any]]


@pytest.fixture
def differing(cast: Cast, phone: Phone, now: datetime) -> UUID:
    """A visit that came twice under its name, with another result and other advice the second time."""
    first = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    other = visit_body(cast.engagement, result="Lain", advice="Simpan kuitansi")
    second = {**phone.seal("fieldwork.visit", other), "id": first["id"]}
    phone.send(first, now=now)
    phone.send(second, now=now)
    return UUID(first["id"])


def test_the_tray_lists_what_needs_people_and_opens_both_contents(
    cast: Cast, differing: UUID, sign_in: SignIn, at_most_queries: Counted
) -> None:
    client = sign_in(cast.ratna)
    with at_most_queries(10):
        page = client.get(reverse("tray")).content.decode()
    assert reverse("tray_record", args=[differing]) in page
    told = client.get(reverse("tray_record", args=[differing])).content.decode()
    assert "Simpan kuitansi" in told and "pick-result" in told


def test_fields_are_merged_one_by_one_and_the_reason_stays(cast: Cast, differing: UUID, sign_in: SignIn) -> None:
    variant = Record.objects.get(pk=differing).variants.get()
    sent = {"variant": variant.pk, "pick-result": "held", "pick-advice": "other", "why": "Saran lupa ditulis"}
    assert sign_in(cast.yosef).post(reverse("tray_choose", args=[differing]), sent).status_code == 302
    current = VisitRevision.objects.get(visit_id=differing, superseded_at=None)
    assert (current.result, current.advice) == (visit_body(cast.engagement)["result"], "Simpan kuitansi")
    settled = Resolution.objects.get(record=differing)
    assert (settled.choice, settled.by, settled.why) == ("merged", cast.yosef, "Saran lupa ditulis")
    assert VisitRevision.objects.filter(visit_id=differing).count() == 2


def test_a_choice_without_a_reason_is_refused_and_nothing_changes(
    cast: Cast, differing: UUID, sign_in: SignIn
) -> None:
    variant = Record.objects.get(pk=differing).variants.get()
    answer = sign_in(cast.ratna).post(
        reverse("tray_choose", args=[differing]), {"variant": variant.pk, "pick-result": "other", "why": " "}
    )
    assert answer.status_code == 422
    assert [one.code for one in answer.context["problems"]] == ["GENERAL_001"]
    assert Resolution.objects.count() == 0


def test_strangers_do_not_find_the_record(cast: Cast, differing: UUID, sign_in: SignIn) -> None:
    for who in (cast.maria, cast.ujang):
        assert sign_in(who).get(reverse("tray_record", args=[differing])).status_code == 404
        assert sign_in(who).post(reverse("tray_choose", args=[differing]), {"why": "x"}).status_code == 404
        assert str(differing) not in sign_in(who).get(reverse("tray")).content.decode()


def test_a_poisoned_record_shows_its_reason_and_runs_again(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    sent = phone.seal("fieldwork.visit", visit_body(cast.engagement, mode="dreamt"))
    phone.send(sent, now=now)
    client, address = sign_in(cast.yosef), reverse("tray_record", args=[sent["id"]])
    assert "dreamt" in client.get(address).content.decode()
    assert client.post(reverse("tray_again", args=[sent["id"]])).status_code == 302
    assert Open.objects.get(pk=sent["id"]).state == "attention"


def test_what_came_is_not_called_received(cast: Cast, differing: UUID, sign_in: SignIn) -> None:
    """`diterima` says that a record is in force (F1)."""
    client, day = sign_in(cast.yosef), "sampai di sini 5 Nov 2026"
    assert day in client.get(reverse("tray")).content.decode()
    assert f"Isi lain, {day}" in client.get(reverse("tray_record", args=[differing])).content.decode()


def test_a_waiting_record_is_forced_by_an_overseer_with_a_reason(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    missing = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    body = {**visit_body(cast.engagement), "visit": missing["id"], "reason": "Jam keliru"}
    later = phone.seal("fieldwork.visit_revision", body, replaces=missing["id"])
    phone.send(later, now=now)
    force = reverse("tray_force", args=[later["id"]])
    assert sign_in(cast.ratna).post(force, {"why": "HP rusak"}).status_code == 403
    assert sign_in(cast.yosef).post(force, {"why": "HP rusak"}).status_code == 302
    assert not Open.objects.filter(pk=later["id"]).exists()


def test_phones_tell_their_gaps_and_a_lost_one_is_revoked(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    phone.number = 2
    phone.send(phone.seal("fieldwork.visit", visit_body(cast.engagement)), now=now)
    client = sign_in(cast.yosef)
    page = client.get(reverse("tray_phones")).content.decode()
    assert "3 dibuat, 1 sampai" in page and "nomor 1, 2" in page
    revoke = reverse("tray_phone_revoke", args=[phone.id])
    assert sign_in(cast.maria).post(revoke, {"why": "hilang"}).status_code == 404
    assert client.post(revoke, {"why": ""}).status_code == 422
    assert client.post(revoke, {"why": "hilang"}).status_code == 302
    assert Device.objects.get(pk=phone.id).revoked_at is not None


def test_what_a_new_phone_sealed_under_its_own_number_is_no_gap_of_the_old_one(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    """A queue file opened without a signal gives its records new numbers; nobody may close a gap of somebody else."""
    phone.number = 2
    phone.send(phone.seal("fieldwork.visit", visit_body(cast.engagement)), now=now)
    new, stranger = Phone(cast.ratna).known(now), Phone(cast.maria).known(now)
    for of, number in ((new, 1), (stranger, 2)):
        sealed = of.seal("fieldwork.visit", visit_body(cast.engagement, starts_at="11:00", ends_at="11:30"))
        of.send(sealed | {"formerly": {"device": str(phone.id), "number": number}}, now=now)
    page = sign_in(cast.yosef).get(reverse("tray_phones")).content.decode()
    assert "3 dibuat, 1 sampai" in page and "nomor 2" in page
    assert phone.hello(sign_in(cast.ratna))["missing"] == [2]


def test_a_queue_file_is_carried_by_somebody_else_and_stays_the_owners(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    sent = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    content = json.dumps(phone.queue_file(sent)).encode()
    for _ in range(2):
        file = SimpleUploadedFile("antrean.json", content, "application/json")
        assert sign_in(cast.yosef).post(reverse("tray_carry"), {"file": file}).status_code == 200
    row = Record.objects.get(pk=sent["id"])
    assert (row.owner, row.via, row.carried_by) == (cast.ratna, "carried", cast.yosef)
    broken = SimpleUploadedFile("antrean.json", content.replace(b"Buku", b"Bukv"), "application/json")
    answer = sign_in(cast.yosef).post(reverse("tray_carry"), {"file": broken})
    assert (answer.status_code, [one.code for one in answer.context["problems"]]) == (422, ["SYNC_019"])


def test_who_carries_too_many_queue_files_at_once_waits(
    cast: Cast, phone: Phone, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sidamping.edges.sync.pace.MOST", 20)
    content, client = json.dumps(phone.queue_file()).encode(), sign_in(cast.yosef)
    answers = [client.post(reverse("tray_carry"), {"file": SimpleUploadedFile("a.json", content)}) for _ in range(2)]
    assert [one.status_code for one in answers] == [200, 429]
    assert [one.code for one in answers[1].context["problems"]] == ["SYNC_020"]


def test_sides_make_a_choice() -> None:
    held, other = {"a": 1, "b": 1, "c": 1}, {"a": 2, "b": 2, "c": 1}
    assert picked({}, held, other, ("a", "b")) == ("kept", None)
    assert picked({"pick-a": "other", "pick-b": "other"}, held, other, ("a", "b")) == ("taken", None)
    assert picked({"pick-b": "other"}, held, other, ("a", "b")) == ("merged", {"a": 1, "b": 2, "c": 1})


def test_a_choice_is_made_against_what_stands_now(cast: Cast, differing: UUID, phone: Phone, now: datetime,
                                                  sign_in: SignIn) -> None:
    """A correction that came in between is not undone by taking one field of the other content."""
    body = {**visit_body(cast.engagement, ends_at="11:00"), "visit": str(differing), "reason": "Lebih lama"}
    phone.send(phone.seal("fieldwork.visit_revision", body, replaces=str(differing)), now=now)
    variant = Record.objects.get(pk=differing).variants.get()
    sent = {"variant": variant.pk, "pick-advice": "other", "why": "Saran lupa ditulis"}
    sign_in(cast.yosef).post(reverse("tray_choose", args=[differing]), sent)
    current = VisitRevision.objects.get(visit_id=differing, superseded_at=None)
    assert (f"{current.ends_at:%H:%M}", current.advice) == ("11:00", "Simpan kuitansi")


def test_a_correction_that_repeats_its_promises_keeps_each_once(cast: Cast, phone: Phone, now: datetime) -> None:
    promise = {
        "id": str(uuid7()), "engagement": str(cast.engagement.pk), "text": "Menyalin buku kas", "owner_side": "mentee",
        "owner_name": "Ujang", "due": "2026-11-12",
    }
    first = phone.seal("fieldwork.visit", visit_body(cast.engagement, follow_ups=[promise]))
    body = {**visit_body(cast.engagement, follow_ups=[promise], result="Lain"), "visit": first["id"], "reason": "Salah"}
    second = phone.seal("fieldwork.visit_revision", body, replaces=first["id"], after=[first["id"]])
    told = phone.send(first, second, now=now)
    assert [one["state"] for one in told] == ["accepted", "accepted"]
    assert FollowUp.objects.filter(visit=first["id"]).count() == 1


def test_a_mended_record_expects_the_files_it_brings(cast: Cast, phone: Phone, now: datetime) -> None:
    refused = phone.seal("fieldwork.visit", visit_body(cast.engagement, mode="dreamt"))
    phone.send(refused, now=now)
    photo = {"sha256": "a" * 64, "bytes": 10, "type": "image/jpeg", "name": "foto.jpg"}
    mended = {**changed(refused, mode="onsite"), "files": [photo]}
    [told] = phone.send(mended, now=now)
    assert (told["state"], told["files"]["missing"]) == ("accepted", ["a" * 64])


def test_a_conflict_without_fields_to_compare_can_be_settled(
    cast: Cast, phone: Phone, now: datetime, sign_in: SignIn
) -> None:
    """The month is told already: what stands is kept, and nothing stays open for ever."""
    told = [{"engagement": str(cast.engagement.pk), "month": "2026-10", "turnover": amount} for amount in (1, 2)]
    sent = [phone.seal("progress.month", body) for body in told]
    phone.send(*sent, now=now)
    record = sent[1]["id"]
    assert Open.objects.get(pk=record).state == "conflict"
    client = sign_in(cast.ratna)
    assert 'name="all"' in client.get(reverse("tray_record", args=[record])).content.decode()
    answer = client.post(reverse("tray_choose", args=[record]), {"all": "held", "why": "Sudah dicatat di web"})
    assert answer.status_code == 302
    assert not Open.objects.filter(pk=record).exists()
