"""Worksheets, observations and evaluations of a phone: taken in once, told back, refused to strangers (A4, D1)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from sidamping.edges.sync import sweeping
from sidamping.edges.sync.documents import documents_of
from sidamping.features.deliverables.models import Sheet, Version
from sidamping.features.deliverables.queries import sheet
from sidamping.features.deliverables.services import save_sheet
from sidamping.features.fieldwork.models import JointEvaluation, Observation
from sidamping.platform.access.models import User
from tests.edges.sync.phones import ROOT, Envelope, Phone, hash_of
from tests.people import Cast, look

SHEET = "deliverables.sheet"
PROOF = "certificate"


def growth(cast: Cast, chosen: str = "Pasar kota", **changes: Any) -> dict[str, Any]:
    content = {"chosen": chosen, "market": "Toko di kota\nKantor desa", "steps": "Bawa contoh ke tiga toko"}
    return {"engagement": str(cast.engagement.pk), "kind": "growth-strategy", "seen": 0, "content": content} | changes


def state(phone: Phone, envelope: Envelope, now: datetime) -> str:
    [result] = phone.send(envelope, now=now)
    codes = [one["code"] for one in result["problems"]]
    return " ".join([result["state"], *codes])


def held(cast: Cast) -> dict[str, Any]:
    return documents_of(look(cast.ratna))


def test_a_worksheet_is_begun_saved_and_told_back_as_it_was_typed(cast: Cast, phone: Phone, now: datetime) -> None:
    envelope = phone.seal(SHEET, growth(cast))
    assert [state(phone, envelope, now) for _ in range(2)] == ["accepted", "accepted"]
    assert str(Sheet.objects.get().pk) == envelope["id"]
    told = held(cast)
    [one] = told[f"sheets:{cast.engagement.pk}"]["sheets"]
    assert (one["seen"], one["state"], one["values"]["market"]) == (1, "draft", "Toko di kota\nKantor desa")
    assert told[one["form"]]["sheet"] == "growth-strategy"
    begun = {kind["kind"] for kind in told[f"sheets:{cast.engagement.pk}"]["kinds"]}
    assert {"swot", "statutes"} <= begun and "growth-strategy" not in begun


def test_two_states_written_one_after_the_other_without_a_signal_follow_each_other(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    first = phone.seal(SHEET, growth(cast))
    second = phone.seal(SHEET, growth(cast, "Pasar desa", seen=1, hand_in=True), after=[first["id"]])
    assert [one["state"] for one in phone.send(second, first, now=now)] == ["accepted", "accepted"]
    assert Version.objects.get().content["chosen"] == "Pasar desa"


def test_a_worksheet_that_somebody_saved_in_between_is_a_conflict(cast: Cast, phone: Phone, now: datetime) -> None:
    phone.send(phone.seal(SHEET, growth(cast)), now=now)
    save_sheet(by=look(cast.ratna), sheet=Sheet.objects.get().pk, typed={"chosen": "Di web"}, seen=1, now=now)
    assert state(phone, phone.seal(SHEET, growth(cast, "Di HP", seen=1)), now) == "conflict DELIVERABLES_025"
    assert Sheet.objects.get().draft.content == {"chosen": "Di web"}


def test_the_cells_of_a_worksheet_are_chosen_one_by_one_and_what_is_dropped_is_named(
    cast: Cast, phone: Phone, now: datetime, sign_in: Callable[[User], Client]
) -> None:
    """The page alone has a word on steps: no choice drops it unseen."""
    phone.send(phone.seal(SHEET, growth(cast)), now=now)
    on_page = {"chosen": "Di web", "market": "Pasar Oesapa\nPasar Kasih", "steps": "Bawa contoh"}
    save_sheet(by=look(cast.ratna), sheet=Sheet.objects.get().pk, typed=on_page, seen=1, now=now)
    sent = phone.seal(SHEET, growth(cast, seen=1, content={"chosen": "Di HP", "market": "Pasar Oesapa\nPasar Kasih"}))
    assert state(phone, sent, now) == "conflict DELIVERABLES_025"
    client, address = sign_in(cast.yosef), reverse("tray_choose", args=[sent["id"]])
    sides = client.get(reverse("tray_record", args=[sent["id"]])).context["against"]
    assert [(one.field, one.value, one.other) for one in sides] == [
        ("content.chosen", "Di web", "Di HP"), ("content.steps", "Bawa contoh", "(kosong)"),
    ]  # fmt: skip
    assert client.post(address, {"pick-content.chosen": "other", "why": "HP lebih baru"}).status_code == 302
    assert sheet(look(cast.ratna), Sheet.objects.get().pk).draft == {  # type: ignore[union-attr]  # she writes it
        "chosen": "Di HP", "market": ["Pasar Oesapa", "Pasar Kasih"], "steps": ["Bawa contoh"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "tidak-ada"}, "DELIVERABLES_001"),
        ({"content": {"bukan": "ini"}}, "DELIVERABLES_004"),
        ({"content": {}, "hand_in": True}, "DELIVERABLES_005"),
        ({"content": "teks"}, "API_003"),
    ],
)
def test_wrong_input_is_kept_with_its_code(
    cast: Cast, phone: Phone, now: datetime, changes: dict[str, Any], code: str
) -> None:
    assert code in state(phone, phone.seal(SHEET, growth(cast, **changes)), now)
    assert not Version.objects.exists()


def test_a_stranger_writes_no_sheet_of_a_mentee(cast: Cast, now: datetime) -> None:
    maria = Phone(cast.maria).known(now)
    assert state(maria, maria.seal(SHEET, growth(cast)), now) == "attention DELIVERABLES_002"
    assert not Sheet.objects.exists()


def test_the_photo_of_a_sheet_filled_in_on_paper_joins_its_cell(
    cast: Cast, phone: Phone, client: Client, now: datetime
) -> None:
    send_photo(cast, phone, client, now, {})
    found = sheet(look(cast.ratna), Sheet.objects.get().pk)
    assert found and [one["media_type"] for one in found.draft.values()] == ["image/jpeg"]


def test_who_goes_on_with_a_sheet_keeps_the_photo_that_joined_it_meanwhile(
    cast: Cast, phone: Phone, client: Client, now: datetime
) -> None:
    send_photo(cast, phone, client, now, {PROOF: {"note": "Salinan"}})
    draft = Sheet.objects.get().draft
    kept = draft.content[PROOF]
    assert (draft.revised, draft.written, bool(kept["file"])) == (2, 1, True)
    [told] = held(cast)[f"sheets:{cast.engagement.pk}"]["sheets"]
    assert told["seen"] == 1
    later = growth(cast, kind="nik-certificate", seen=1, content={PROOF: {"note": "Asli"}})
    assert state(phone, phone.seal(SHEET, later), now) == "accepted"
    assert Sheet.objects.get().draft.content == {PROOF: {**kept, "note": "Asli"}}
    save_sheet(by=look(cast.ratna), sheet=draft.pk, typed={PROOF: {"note": "Di web"}}, seen=3, now=now)
    assert state(phone, phone.seal(SHEET, later | {"content": {}, "seen": 2}), now) == "conflict DELIVERABLES_025"


def send_photo(cast: Cast, phone: Phone, client: Client, now: datetime, content: dict[str, Any]) -> None:
    """A sheet with a photo, both handed in and the photo attached by the worker."""
    kept = BytesIO()
    Image.new("RGB", (80, 60), "white").save(kept, "JPEG")
    raw = kept.getvalue()
    file = {"sha256": hash_of(raw), "bytes": len(raw), "type": "image/jpeg", "name": f"{PROOF}.jpg"}
    envelope = phone.seal(SHEET, growth(cast, kind="nik-certificate", content=content), files=[file])
    phone.send(envelope, now=now)
    headers = {"X-Record": envelope["id"]}
    answer = client.put(f"{ROOT}files/{file['sha256']}", raw, content_type="image/jpeg", headers=headers)
    assert answer.json()["files"] == {"expected": 1, "held": 1, "missing": []}
    sweeping.sweep(now=now, seconds=5)


def test_an_observation_is_corrected_and_an_evaluation_held(cast: Cast, phone: Phone, now: datetime) -> None:
    seen = {"engagement": str(cast.engagement.pk), "observed_on": "2026-11-03", "findings": {"books": "Tidak ada"}}
    topic = next(iter(held(cast)["form:fieldwork.observation"]["sections"][0]["fields"][1:]))["key"].partition(".")[2]
    first = phone.seal("fieldwork.observation", seen | {"findings": {topic: "Buku kas kosong"}})
    assert state(phone, first, now) == "accepted"
    known = held(cast)[f"work:{cast.engagement.pk}"]["observation"]
    assert (known["id"], known["findings"]) == (first["id"], {topic: "Buku kas kosong"})
    mended = phone.seal("fieldwork.observation", seen | {"findings": {topic: "Buku ada"}}, replaces=known["id"])
    assert state(phone, mended, now) == "accepted"
    assert Observation.objects.count() == 2
    parts = ("mentee_name", "went_well", "difficulties", "mentee_view", "mentor_view", "next_plan")
    said = {"engagement": str(cast.engagement.pk), "held_on": "2026-11-04", **dict.fromkeys(parts, "Disepakati")}
    assert state(phone, phone.seal("fieldwork.evaluation", said), now) == "accepted"
    assert JointEvaluation.objects.get().mentee_name == "Disepakati"
