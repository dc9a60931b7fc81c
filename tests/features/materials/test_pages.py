"""A3: the library is found, read, printed and kept by those of the area; light pages, few queries."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sidamping.features.materials import queries, services
from sidamping.features.materials.models import Edition, Material
from sidamping.features.materials.queries import LibraryFilter
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import places
from tests.features.materials.shelf import BODY, STARTER, added
from tests.people import Cast, look

SignIn = Callable[[User], Client]
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def files_of_its_own(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)


def told(**changes: Any) -> dict[str, Any]:
    """What the browser sends for a new piece of Yosef's office."""
    plain = {
        "id": str(uuid7()), "area": places.KUPANG, "title": "Menimbang kopi", "summary": "Supaya beratnya benar.",
        "topic": "success", "format": "guide", "level": "basic", "body": BODY,
    }  # fmt: skip
    return plain | changes


def test_the_starter_set_covers_every_topic_format_and_level(cast: Cast) -> None:
    found = queries.library(look(cast.ratna)).starters
    assert len({one.topic for one in found}) == 9
    assert {one.format for one in found} == {"guide", "worksheet", "checklist", "case"}
    assert {one.level for one in found} == {"basic", "middle", "advanced"}


def test_a_mentor_finds_a_piece_by_topic_format_level_and_words(cast: Cast, now: datetime) -> None:
    id, by = str(added(cast.yosef, now, programmes=("tkm-lanjutan-2024",))), look(cast.ratna)
    for wanted in (LibraryFilter(topic="success"), LibraryFilter(format="guide", level="basic"),
                   LibraryFilter(text="kopi timbang"), LibraryFilter(programme="tkm-lanjutan-2024")):
        assert [one.code for one in queries.library(by, wanted).own.rows] == [id]
    for nothing in (LibraryFilter(topic="permits"), LibraryFilter(level="advanced"), LibraryFilter(text="garam"),
                    LibraryFilter(programme="tpk-ntt-2018")):
        assert queries.library(by, nothing).own.rows == ()
    first = queries.library(by, LibraryFilter(topic="permits", format="checklist")).starters
    assert [one.code for one in first] == ["first-permit"]


def test_a_piece_is_read_above_and_below_its_office_only(cast: Cast, now: datetime) -> None:
    kupang = added(cast.yosef, now)
    people = (cast.ratna, cast.ujang, cast.yosef, cast.sarlin, cast.paulus, cast.maria, cast.agnes)
    seen = {who.username for who in people if queries.material_card(look(who), str(kupang))}
    assert seen == {"ratna", "ujang", "yosef", "sarlin", "paulus"}
    province = added(cast.sarlin, now, area=places.NTT)
    assert queries.material_card(look(cast.maria), str(province)) is not None


def test_the_pages_open_for_the_area_and_not_for_strangers(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    id = added(cast.yosef, now, upload=("lembar.pdf", PDF))
    for name in ("material", "material_pdf", "material_file", "material_deliveries"):
        address = reverse(name, args=[id])
        assert sign_in(cast.ratna).get(address).status_code == 200
        assert sign_in(cast.maria).get(address).status_code == 404
        assert sign_in(cast.agnes).get(address).status_code == 403
        assert sign_in(cast.ratna).get(reverse(name, args=["tidak-ada"])).status_code == 404
    assert sign_in(cast.ratna).get(reverse("material_file", args=[STARTER])).status_code == 404


def test_a_starter_reads_on_the_phone_and_prints_with_room_to_write(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    page = client.get(reverse("material", args=[STARTER])).content.decode()
    assert "Menghitung biaya satu bungkus" in page and 'class="blank"' in page and "<th scope" in page
    printed = client.get(reverse("material_pdf", args=[STARTER]))
    assert printed["Content-Type"] == "application/pdf" and printed.content.startswith(b"%PDF")
    assert printed.content == client.get(reverse("material_pdf", args=[STARTER])).content, "the same bytes"
    client.cookies["django_language"] = "en"
    assert "What one pack costs" in client.get(reverse("material", args=[STARTER])).content.decode()


def test_an_office_adds_a_piece_once(cast: Cast, sign_in: SignIn) -> None:
    client, sent = sign_in(cast.yosef), told()
    address = reverse("material_add")
    answers = [client.post(address, {**sent, "file": SimpleUploadedFile("a.pdf", PDF)}) for _ in range(2)]
    assert [one.status_code for one in answers] == [303, 303]
    assert Material.objects.count() == 1
    assert sign_in(cast.ratna).post(reverse("material_add"), told()).status_code == 403


def test_wrong_input_comes_back_with_its_codes(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.yosef)
    answer = client.post(reverse("material_add"), told(title="", area=places.TTS))
    assert answer.status_code == 422 and "MATERIALS_004" in answer.content.decode()
    answer = client.post(reverse("material_add"), told(title="", body="", topic="cuaca"))
    text = answer.content.decode()
    assert answer.status_code == 422 and all(code in text for code in ("GENERAL_001", "GENERAL_002", "MATERIALS_002"))
    assert not Material.objects.exists()


def test_a_correction_meets_the_one_made_meanwhile(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    id = added(cast.yosef, now)
    client, address = sign_in(cast.yosef), reverse("material_change", args=[id])
    sent = told(title="Pertama", seen="1", why="Salah ketik")
    assert client.post(address, sent).status_code == 303
    late = client.post(address, {**sent, "title": "Kedua"})
    assert late.status_code == 422 and "MATERIALS_005" in late.content.decode()
    assert b'name="seen" value="2"' in late.content
    assert Edition.objects.count() == 2
    assert sign_in(cast.maria).post(address, sent).status_code == 403


def test_retiring_needs_a_reason_and_can_be_undone(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    id = added(cast.yosef, now)
    client, address = sign_in(cast.yosef), reverse("material_retire", args=[id])
    assert client.post(address, {"why": ""}).status_code == 422
    assert client.post(address, {"why": "Usang"}).status_code == 303
    page = client.get(reverse("material", args=[id])).content.decode()
    assert "Usang" in page and "Tawarkan lagi" in page
    assert client.get(reverse("material_change", args=[id])).status_code == 404
    assert client.post(address, {"lagi": "1"}).status_code == 303
    assert queries.library(look(cast.ratna)).own.rows


def test_the_pages_ask_little_of_the_database(
    cast: Cast, sign_in: SignIn, now: datetime, at_most_queries: Callable[[int], AbstractContextManager[None]]
) -> None:
    ids = [added(cast.yosef, now, title=f"Materi {number}") for number in range(4)]
    client = sign_in(cast.ratna)
    for address in (reverse("materials"), reverse("material", args=[ids[0]])):
        with at_most_queries(10):
            assert client.get(address).status_code == 200


def test_other_programs_read_and_add(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    found = sign_in(cast.ratna).get("/api/v1/materials", {"topic": "analysis"}).json()
    assert [one["code"] for one in found["starters"]] == [STARTER]
    card = sign_in(cast.ratna).get(f"/api/v1/materials/{STARTER}").json()
    assert card["blocks"][1]["kind"] == "blank"
    sent = told(programmes=[])
    answers = [sign_in(cast.yosef).post("/api/v1/materials", sent, content_type="application/json") for _ in range(2)]
    assert [one.json() for one in answers] == [{"id": sent["id"]}] * 2
    wrong = sign_in(cast.yosef).post("/api/v1/materials", told(area=places.TTS), content_type="application/json")
    assert wrong.status_code == 422 and wrong.json()["problems"][0]["code"] == "MATERIALS_004"
    assert sign_in(cast.ratna).post("/api/v1/materials", sent, content_type="application/json").status_code == 403
    assert sign_in(cast.maria).get(f"/api/v1/materials/{sent['id']}").status_code == 404


def test_a_late_visit_may_name_what_was_retired_since(cast: Cast, now: datetime) -> None:
    id, by = added(cast.yosef, now), look(cast.yosef)
    services.retire_material(by=by, material=id, why="Usang", now=now)
    assert queries.current(look(cast.ratna), [str(id)])[str(id)].retired_on == now.date()
