"""Records come raw, once, with the same receipt; what is wrong with one never hinders another (F1)."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from sidamping.edges.sync import kinds
from sidamping.edges.sync.envelope import MOST_RECORDS
from sidamping.edges.sync.models import Open, Pace, Record, Variant, Verdict
from sidamping.features.fieldwork.models import Visit, VisitRevision
from sidamping.features.programmes.models import StepRecord
from sidamping.platform.access.models import User
from tests import people
from tests.edges.sync.phones import ROOT, Phone, changed, visit_body
from tests.people import Cast

SignIn = Callable[[User], Client]
STEPS = ("observe", "organise", "carry_out")
"""The path of Merah Putih up to the visits."""


def results(answer: Any) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.content
    assert answer["X-SiDamping-Sync"] == "1" and answer["Cache-Control"] == "no-store"
    return answer.json()["results"]


def codes(result: dict[str, Any]) -> list[str]:
    return [one["code"] for one in result["problems"]]


def test_a_phone_becomes_known_sends_a_visit_and_hears_what_is_held(cast: Cast, client: Client) -> None:
    phone = Phone(cast.ratna)
    assert phone.hello(client) == {"known": False}
    for _ in range(2):
        assert phone.put(client).json()["device"]["known"] is True
    [result] = results(phone.post(client, sealed := phone.seal("fieldwork.visit", visit_body(cast.engagement))))
    assert [result[name] for name in ("id", "state", "clock", "on_time")] == [sealed["id"], "accepted", "sound", True]
    assert result["receipt"].startswith("RATNA-1-") and result["counts_on"] == "2026-11-04"
    assert Visit.objects.get().pk == UUID(sealed["id"])
    assert phone.hello(client) == {
        "known": True, "highest": 1, "held": 1, "missing": [], "missing_count": 0, "repeated": 0, "received": 0,
        "waiting": 0, "attention": 0,
    }


def test_what_is_held_and_not_in_force_is_counted_by_its_state(cast: Cast, client: Client, phone: Phone) -> None:
    """A phone calls "diterima" only what its records call so."""
    body = visit_body(cast.engagement)
    missing = phone.seal("fieldwork.visit", body)
    later = {**body, "visit": missing["id"], "reason": "Jam keliru"}
    wrong = {**body, "starts_at": "12:00", "ends_at": "11:00"}
    phone.post(
        client, phone.seal("fieldwork.visit_revision", later, replaces=missing["id"]),
        phone.seal("fieldwork.visit", wrong), phone.seal("fieldwork.visit", body),
    )  # fmt: skip
    held = phone.hello(client)
    assert [held[name] for name in ("held", "received", "waiting", "attention")] == [3, 0, 1, 1]


def test_any_retry_gets_the_same_receipt_and_one_row(cast: Cast, client: Client, phone: Phone) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    first, *again = [results(phone.post(client, *batch)) for batch in ([sealed], [sealed, sealed], [sealed])]
    assert [one for batch in again for one in batch] == first * 3
    assert (Record.objects.count(), Verdict.objects.count(), Visit.objects.count()) == (1, 1, 1)


def test_the_same_id_with_other_content_is_a_conflict_and_both_are_kept(
    cast: Cast, client: Client, phone: Phone
) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    other = changed(sealed, result="Buku September disalin")
    kept, told, again = results(phone.post(client, sealed, other, other))
    assert (kept["state"], told["state"], codes(told)) == ("accepted", "conflict", ["SYNC_014"])
    assert told == again and told["receipt"] != kept["receipt"]
    assert Variant.objects.get().body == other["body"] and Record.objects.get().body == sealed["body"]
    assert results(phone.post(client, sealed)) == [kept], "the original stands and keeps its receipt"


def test_the_original_sent_again_after_an_accepted_edit_changes_nothing(
    cast: Cast, client: Client, phone: Phone
) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    body = visit_body(cast.engagement, visit=sealed["id"], reason="Salah tulis", result="Buku disalin dan diperiksa")
    edit = phone.seal("fieldwork.visit_revision", body, replaces=sealed["id"])
    first = results(phone.post(client, sealed, edit))
    assert [one["state"] for one in first] == ["accepted", "accepted"]
    assert results(phone.post(client, sealed)) == first[:1]
    assert VisitRevision.objects.get(superseded_at=None).result == "Buku disalin dan diperiksa"


def test_a_poisoned_record_does_not_hinder_its_neighbours(cast: Cast, client: Client, phone: Phone) -> None:
    good = [phone.seal("fieldwork.visit", visit_body(cast.engagement, starts_at=f"{at}:00", ends_at=f"{at}:30"))
            for at in ("08", "12")]
    bad = [
        phone.seal("fieldwork.visit", "{"),
        phone.seal("fieldwork.visit", "[1]"),
        phone.seal("fieldwork.visit", visit_body(cast.engagement, visited_on="kemarin")),
        phone.seal("fieldwork.visit", json.dumps(visit_body(cast.engagement, result="a\x00b"))),
        phone.seal("space.travel", {}),
        phone.seal("fieldwork.visit", "[" * 5000),
        phone.seal("fieldwork.visit", visit_body(cast.foreign_engagement, starts_at="15:00", ends_at="16:00")),
    ]
    told = results(phone.post(client, good[0], *bad, good[1]))
    assert [one["state"] for one in told] == ["accepted", *["attention"] * len(bad), "accepted"]
    assert [codes(one) for one in told[1:-1]] == [
        ["SYNC_011"], ["SYNC_011"], ["API_003"], ["GENERAL_006"], ["SYNC_010"], ["SYNC_011"], ["FIELDWORK_022"],
    ]
    assert Record.objects.count() == len(good) + len(bad) and Open.objects.count() == len(bad)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"result": "Buku', "terputus sesudah huruf ke-16"), ('{"cost": kira-kira}', 'huruf ke-10, di "kira-kira}"'),
        ("[1]", "bukan isian yang bernama"), ("[" * 5000, "bersusun terlalu dalam"),
    ],
)
def test_a_content_that_cannot_be_read_is_told_in_words_of_its_reader(
    client: Client, phone: Phone, body: str, said: str
) -> None:
    [told] = results(phone.post(client, phone.seal("fieldwork.visit", body)))
    assert codes(told) == ["SYNC_011"] and said in told["problems"][0]["message"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"visited_on": "kemarin"}, "bukan tanggal"), ({"starts_at": "pagi"}, "bukan jam"),
        ({"cost": "banyak"}, "bukan bilangan bulat"), ({"topics": "finance"}, "bukan daftar"),
        ({"presences": [{"engagement": 7}]}, "bukan UUID"), ({"plan_item": "tiga"}, "bukan UUID"),
        ({"result": 7}, "bukan teks"),
    ],
)
def test_a_field_that_does_not_fit_is_told_in_words_of_its_reader(
    cast: Cast, client: Client, phone: Phone, changes: dict[str, Any], said: str
) -> None:
    [told] = results(phone.post(client, phone.seal("fieldwork.visit", visit_body(cast.engagement, **changes))))
    assert codes(told) == ["API_003"] and said in told["problems"][0]["message"]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("id", "bukan-uuid", "SYNC_003"), ("number", 0, "SYNC_003"), ("number", 10**7, "SYNC_003"),
        ("number", True, "SYNC_003"), ("number", "1", "SYNC_003"), ("kind", "Kunjungan!", "SYNC_003"),
        ("version", -1, "SYNC_003"), ("after", ["x"], "SYNC_003"), ("files", [{"sha256": "x"}], "SYNC_003"),
        ("body", None, "SYNC_003"), ("sha256", "0" * 64, "SYNC_004"), ("replaces", 7, "SYNC_003"),
    ],
)  # fmt: skip
def test_an_unreadable_envelope_is_refused_with_its_field_and_its_neighbour_goes_on(
    cast: Cast, client: Client, phone: Phone, field: str, value: Any, code: str
) -> None:
    bad = phone.seal("fieldwork.visit", visit_body(cast.engagement)) | {field: value}
    good = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    told = results(phone.post(client, bad, good))
    assert [one["state"] for one in told] == ["refused", "accepted"]
    assert [(one["code"], one["where"]) for one in told[0]["problems"]] == [(code, field)]
    assert told[0]["id"] == bad["id"]


@pytest.mark.parametrize("sign", ["\x00", "\ud800"])
def test_a_body_that_cannot_be_stored_is_refused(cast: Cast, client: Client, phone: Phone, sign: str) -> None:
    bad = phone.seal("fieldwork.visit", "{}") | {"body": f'"{sign}"'}
    assert codes(results(phone.post(client, bad, "junk", None, 7))[0]) == ["GENERAL_006"]


def test_a_number_used_twice_loses_no_record(cast: Cast, client: Client, phone: Phone) -> None:
    one = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    two = phone.seal("fieldwork.visit", visit_body(cast.engagement, starts_at="13:00", ends_at="14:00"))
    told = results(phone.post(client, one, two | {"number": 1}))
    assert [one["state"] for one in told] == ["accepted", "accepted"]
    assert set(Record.objects.values_list("told_number", "number")) == {(1, 1), (1, None)}


def test_a_gap_is_told_and_closes_when_the_record_comes(cast: Cast, client: Client, phone: Phone) -> None:
    sealed = [phone.seal("fieldwork.visit", visit_body(cast.engagement, starts_at=f"{at:02}:00", ends_at=f"{at:02}:30"))
              for at in range(8, 12)]
    results(phone.post(client, sealed[0], sealed[3]))
    assert phone.hello(client)["missing"] == [2, 3]
    results(phone.post(client, sealed[1]))
    assert (phone.hello(client)["missing"], phone.hello(client)["held"]) == ([3], 3)


def test_nobody_hands_in_records_of_another_person_or_under_another_ones_id(
    cast: Cast, sign_in: SignIn, phone: Phone, now: datetime
) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    maria = sign_in(cast.maria)
    assert codes(results(phone.post(maria, sealed))[0]) == ["SYNC_006"]
    assert codes(results(Phone(cast.maria).post(maria, sealed))[0]) == ["SYNC_005"]
    results(phone.post(sign_in(cast.ratna), sealed))
    hers = Phone(cast.maria).known(now)
    [told] = results(hers.post(maria, changed(sealed, result="Punya saya")))
    assert (told["state"], codes(told)) == ("refused", ["SYNC_007"])
    assert Variant.objects.count() == 0
    assert phone.hello(maria) == {"known": False}
    assert phone.put(maria).status_code == 422
    phone.key = Phone(cast.ratna).key
    assert [one["code"] for one in phone.put(sign_in(cast.ratna)).json()["problems"]] == ["SYNC_009"]


@pytest.mark.parametrize("key", [None, {}, {"kty": "EC", "crv": "P-256", "x": "AAAA", "y": "AAAA"}, "kunci",
                                 {"kty": "EC", "crv": "P-256", "x": "A" * 43, "y": "A" * 43}])  # fmt: skip
def test_a_key_that_is_none_is_refused(client: Client, key: Any) -> None:
    answer = client.put(f"{ROOT}devices/{uuid4()}", json.dumps({"public_key": key}), content_type="application/json")
    assert (answer.status_code, answer.json()["problems"][0]["code"]) == (422, "SYNC_009")


def test_a_sending_that_is_no_batch_is_turned_away_whole(client: Client, phone: Phone) -> None:
    def post(raw: bytes | str) -> tuple[int, str]:
        answer = client.post(f"{ROOT}records", raw, content_type="application/json")
        assert answer["X-SiDamping-Sync"] == "1"
        return answer.status_code, answer.json()["problems"][0]["code"]

    assert [post(raw) for raw in (b"{", b"\xff", b"[" * 100_000, b"7", b"")] == [(400, "API_004")] * 5
    assert post(json.dumps({"device": str(phone.id), "records": {}})) == (400, "API_004")
    assert post(json.dumps({"device": str(phone.id), "records": [0] * (MOST_RECORDS + 1)})) == (413, "SYNC_002")
    assert post(b" " * (2 * 1024 * 1024 + 1)) == (413, "SYNC_001")


def test_without_a_sign_in_or_with_a_stale_token_nothing_is_taken(cast: Cast, phone: Phone) -> None:
    sealed = phone.seal("fieldwork.visit", visit_body(cast.engagement))
    answer = phone.post(Client(), sealed)
    assert (answer.status_code, answer["X-SiDamping-Sync"]) == (401, "1")
    assert [one["code"] for one in answer.json()["problems"]] == ["API_001"]
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.ratna)
    answer = phone.post(strict, sealed)
    assert (answer.status_code, answer.json()["problems"][0]["code"]) == (403, "API_005")
    token = strict.get(f"{ROOT}hello").json()["csrf"]
    body = json.dumps({"device": str(phone.id), "records": [sealed]})
    sent = strict.post(f"{ROOT}records", body, content_type="application/json", headers={"X-CSRFToken": token})
    assert results(sent)[0]["state"] == "accepted"


def test_a_disabled_account_and_a_one_time_password_are_told_to_sign_in_again(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    User.objects.filter(pk=cast.ratna.pk).update(password_once=True)
    assert client.get(f"{ROOT}hello").status_code == 403
    User.objects.filter(pk=cast.ratna.pk).update(is_active=False)
    assert client.get(f"{ROOT}hello").status_code == 401


def test_the_replay_of_an_old_session_takes_nothing_and_the_queue_goes_through_after_the_next_sign_in(
    cast: Cast, sign_in: SignIn, phone: Phone
) -> None:
    old, sealed = sign_in(cast.ratna), phone.seal("fieldwork.visit", visit_body(cast.engagement))
    kept = old.cookies["sessionid"].value
    old.logout()
    old.cookies["sessionid"] = kept
    assert phone.post(old, sealed).status_code == 401 and not Record.objects.exists()
    assert results(phone.post(sign_in(cast.ratna), sealed))[0]["state"] == "accepted"


def test_the_description_names_every_operation_with_its_shapes(client: Client) -> None:
    told = client.get(f"{ROOT}openapi.json").json()
    assert {address.removeprefix(ROOT) for address in told["paths"]} == {
        "hello", "devices/{device}", "records", "files/{sha256}", "carried", "changes",
    }
    body = told["paths"][f"{ROOT}records"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body["properties"]["records"]["items"]["properties"]["sealed"]["properties"]["boot"]["type"] == "string"


def test_who_runs_wild_waits(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sidamping.edges.sync.pace.MOST", 2)
    answers = [client.get(f"{ROOT}hello") for _ in range(8)]
    assert answers[-1].status_code == 429
    assert answers[-1].json()["problems"][0]["code"] == "SYNC_020"


def test_the_pace_is_counted_once_for_all_processes(cast: Cast, client: Client, now: datetime) -> None:
    for _ in range(3):
        client.get(f"{ROOT}hello")
    assert Pace.objects.get(who=cast.ratna).asked == 3
    client.post(f"{ROOT}carried", b"{}", content_type="application/json")
    assert Pace.objects.get(who=cast.ratna).asked == 23, "a queue file counts as twenty"


def test_equal_sales_of_one_day_are_no_doubles_but_a_visit_told_twice_is(
    cast: Cast, phone: Phone, client: Client, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(by: Any, facts: Any, body: Any, now: datetime) -> UUID:
        return facts.id

    monkeypatch.setitem(kinds.KINDS, ("books.small", 1), replace(kinds.KINDS["books.small", 1], intake=taken))
    phone.send(*(phone.seal("books.small", {"amount": 5000, "text": "Telur"}) for _ in range(2)), now=now)
    assert phone.hello(client)["repeated"] == 0
    phone.send(*(phone.seal("fieldwork.visit", visit_body(cast.engagement)) for _ in range(2)), now=now)
    assert phone.hello(client)["repeated"] == 1


def test_a_visit_is_put_in_force_with_few_statements(
    cast: Cast, phone: Phone, now: datetime, at_most_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    """The day of the deadline is a matter of statements: some for the batch, some for each visit."""
    walked = [StepRecord(path=cast.engagement.path, step=one, done_on=people.START) for one in STEPS]
    StepRecord.objects.bulk_create(walked)
    times = [(f"{hour:02}:00", f"{hour:02}:45") for hour in range(6, 16)]
    bodies = [visit_body(cast.engagement, starts_at=starts, ends_at=ends) for starts, ends in times]
    phone.send(phone.seal("fieldwork.visit", bodies[0]), now=now)
    rest = [phone.seal("fieldwork.visit", body) for body in bodies[1:]]
    with at_most_queries(20 + 19 * len(rest)):
        assert {one["state"] for one in phone.send(*rest, now=now)} == {"accepted"}
