"""The pages of the logbook on a phone: record, read, correct, photograph; strangers see nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.models import Visit, VisitRevision
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.fieldwork.writing import observation_draft, plan_draft, promise, visit_draft
from tests.people import Cast, look

SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def files_of_its_own(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MEDIA_ROOT", tmp_path)


def photo(name: str = "foto.jpg") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), "teal").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def no_photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("catatan.jpg", b"bukan foto", "image/jpeg")


def entry(cast: Cast, **changes: Any) -> dict[str, Any]:
    """What the browser sends."""
    plain = {
        "id": str(uuid7()), "visited_on": "2026-11-04", "starts_at": "09:00", "ends_at": "10:30", "mode": "onsite",
        "village": "", "place": "Kantor", "activity": "Pendampingan pembukuan", "purpose": "Buku kas rapi",
        "result": "Buku kas selesai", "cost": "50.000", "source": "typed", "plan_item": "",
        "hadir-TOTAL_FORMS": "1", "hadir-0-engagement": str(cast.engagement.pk),
        "hadir-0-attendees": "Ujang\nBendahara",
        "janji-TOTAL_FORMS": "1", "janji-0-text": "Salin buku kas", "janji-0-owner_side": "mentee",
        "janji-0-owner_name": "Ujang", "janji-0-due": "2026-11-12",
    }
    return plain | changes


def test_ratna_records_a_visit_with_a_photo(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    page = client.get("/catat/", {"dampingan": str(cast.engagement.pk)})
    assert page.status_code == 200
    assert b'name="hadir-0-engagement"' in page.content
    sent = entry(cast)
    answer = client.post("/catat/", {**sent, "photos": [photo()]})
    assert (answer.status_code, answer.url) == (303, f"/jurnal/{sent['id']}/")
    shown = client.get(answer.url).content.decode()
    assert all(text in shown for text in ("Rp50.000", "Salin buku kas", "Ujang, Bendahara", "ukuran=kecil"))
    line = queries.visit(look(cast.ratna), Visit.objects.get().pk).line
    assert (line.village, line.mentees[0].headcount) == ("Bolok", 2)


def test_a_double_tap_makes_one_visit(cast: Cast, sign_in: SignIn) -> None:
    client, sent = sign_in(cast.ratna), entry(cast)
    assert [client.post("/catat/", sent).status_code for _ in range(2)] == [303, 303]
    assert Visit.objects.count() == 1


def test_refused_input_comes_back_as_typed_with_every_code(cast: Cast, sign_in: SignIn) -> None:
    sent = entry(cast, visited_on="2026-12-01", cost="lima ribu", mode="kapal", **{"janji-0-due": ""})
    answer = sign_in(cast.ratna).post("/catat/", sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "lima ribu" in text and "Buku kas selesai" in text and sent["id"] in text
    assert "GENERAL_002" in text and "GENERAL_001" in text
    answer = sign_in(cast.ratna).post("/catat/", entry(cast, visited_on="2026-12-01", ends_at="08:00"))
    assert all(code in answer.content.decode() for code in ("FIELDWORK_004", "FIELDWORK_005"))
    assert not Visit.objects.exists()


def test_a_fault_in_a_promise_stands_at_its_line(cast: Cast, sign_in: SignIn) -> None:
    early = {"janji-0-due": "2026-11-01"}
    answer = sign_in(cast.ratna).post("/catat/", entry(cast, **early))
    assert answer.status_code == 422
    assert answer.content.decode().count("FIELDWORK_003") == 2, "in the list at the top and at the field"


def test_a_group_visit_has_attendance_for_each_mentee(cast: Cast, sign_in: SignIn) -> None:
    second = people.engagement(people.cooperative("Tablolong Jaya", places.TABLOLONG).party, cast.ratna)
    group = {"mode": "group", "hadir-TOTAL_FORMS": "3", "hadir-2-engagement": str(second.pk), "hadir-2-headcount": "7"}
    assert sign_in(cast.ratna).post("/catat/", entry(cast, **group)).status_code == 303
    line = queries.visit(look(cast.ratna), Visit.objects.get().pk).line
    assert [(one.mentee_name, one.headcount) for one in line.mentees] == [("Merah Putih", 2), ("Tablolong Jaya", 7)]


def test_attendance_and_cost_left_empty_stay_not_reported(cast: Cast, sign_in: SignIn) -> None:
    client, sent = sign_in(cast.ratna), entry(cast, cost="", **{"hadir-0-attendees": ""})
    assert client.post("/catat/", sent).status_code == 303
    line = queries.visit(look(cast.ratna), Visit.objects.get().pk).line
    assert (line.cost, line.mentees[0].headcount) == (None, None)
    shown = client.get(f"/jurnal/{sent['id']}/").content.decode()
    assert "Rp0" not in shown and "1 orang" not in shown
    again = client.get(reverse("visit_revise", args=[sent["id"]])).content.decode()
    assert 'name="cost" value="0"' not in again
    none = entry(cast, cost="0", starts_at="13:00", ends_at="14:00")
    assert client.post("/catat/", none).status_code == 303
    assert queries.visit(look(cast.ratna), UUID(none["id"])).line.cost == 0


def test_a_form_sent_wholly_empty_speaks_of_no_unknown_village(cast: Cast, sign_in: SignIn) -> None:
    empty = {"id": str(uuid7()), "hadir-TOTAL_FORMS": "1", "janji-TOTAL_FORMS": "0"}
    answer = sign_in(cast.ratna).post("/catat/", empty)
    assert answer.status_code == 422 and "AREAS_001" not in answer.content.decode()
    nobody = entry(cast, **{"hadir-0-engagement": "", "hadir-0-attendees": "", "janji-TOTAL_FORMS": "0"})
    text = sign_in(cast.ratna).post("/catat/", nobody).content.decode()
    assert "FIELDWORK_006" in text and "AREAS_001" not in text


def test_the_village_of_a_visit_is_offered_within_the_mentors_area_and_taken_by_its_name(
    cast: Cast, sign_in: SignIn
) -> None:
    client = sign_in(cast.ratna)
    assert f'data-within="{places.KUPANG}"' in client.get("/catat/").content.decode()
    typed = entry(cast, village="", village_text="tablolong")
    assert client.post("/catat/", typed).status_code == 303
    assert queries.visit(look(cast.ratna), UUID(typed["id"])).line.village == "Tablolong"
    vague = client.post("/catat/", entry(cast, starts_at="13:00", ends_at="14:00", village_text="ol"))
    assert vague.status_code == 422 and vague.content.decode().count("AREAS_006") == 2


def test_without_javascript_a_line_is_added_by_the_server(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in(cast.ratna).post("/catat/", entry(cast, tambah="hadir"))
    assert answer.status_code == 200
    assert 'name="hadir-1-engagement"' in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_bad_photo_is_told_and_the_visit_stands(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    answer = client.post("/catat/", {**entry(cast), "photos": [no_photo(), photo()]}, follow=True)
    assert "FILES_001" in answer.content.decode()
    assert Visit.objects.count() == 1
    answer = client.post(answer.request["PATH_INFO"], {"aksi": "foto", "photos": [no_photo()]})
    assert answer.status_code == 422
    assert "FILES_001" in answer.content.decode()


def test_photos_beyond_the_limit_are_not_even_read(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    draft, client = recorded(cast, now), sign_in(cast.ratna)
    sent = [*(photo() for _ in range(12)), no_photo()]
    answer = client.post(f"/jurnal/{draft.id}/", {"aksi": "foto", "photos": sent})
    assert answer.status_code == 422
    assert "FIELDWORK_033" in answer.content.decode() and "FILES_001" not in answer.content.decode()


def test_the_form_is_filled_from_the_plan(cast: Cast, sign_in: SignIn) -> None:
    ratna = look(cast.ratna)
    services.record_observation(by=ratna, draft=observation_draft(cast.engagement), on=people.TODAY)
    (item,) = services.plan_activity(by=ratna, draft=plan_draft(cast.engagement), on=people.TODAY)
    page = sign_in(cast.ratna).get("/catat/", {"rencana": str(item)}).content.decode()
    assert 'value="Pendampingan pembukuan"' in page
    assert 'value="09:00"' in page and 'value="10:30"' in page


def recorded(cast: Cast, now: datetime, **changes: Any) -> Any:
    draft = visit_draft(cast.engagement, **changes)
    services.record_visit(by=look(cast.ratna), draft=draft, on=people.TODAY, now=now)
    return draft


def test_a_correction_keeps_the_old_version(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    draft, client = recorded(cast, now), sign_in(cast.ratna)
    address = f"/jurnal/{draft.id}/ubah/"
    assert client.get(address).status_code == 200
    seen = str(VisitRevision.objects.get().pk)
    answer = client.post(address, entry(cast, seen=seen, reason="Biaya salah", cost="75.000"))
    assert answer.status_code == 303
    text = client.get(answer.url).content.decode()
    assert "Biaya salah" in text and "Versi 2" in text
    answer = client.post(address, entry(cast, seen=seen, reason="Lagi", cost="1", result="Isian saya"))
    assert answer.status_code == 422
    assert "FIELDWORK_025" in answer.content.decode() and "Isian saya" in answer.content.decode()


def test_a_promise_added_in_a_correction_stands_beside_the_first(cast: Cast, sign_in: SignIn) -> None:
    client, sent = sign_in(cast.ratna), entry(cast)
    client.post("/catat/", sent)
    seen = str(VisitRevision.objects.get().pk)
    more = entry(cast, seen=seen, reason="Janji kurang", **{"janji-0-text": "Cetak kartu anggota"})
    assert [client.post(f"/jurnal/{sent['id']}/ubah/", more).status_code for _ in range(2)] == [303, 303]
    told = {one.text for one in queries.open_follow_ups(look(cast.ratna))}
    assert told == {"Salin buku kas", "Cetak kartu anggota"}


@pytest.mark.parametrize(
    ("who", "status"), [("ratna", 200), ("ujang", 200), ("yosef", 200), ("maria", 404), ("anton", 403)]
)
def test_who_opens_a_visit_and_its_photo(cast: Cast, sign_in: SignIn, now: datetime, who: str, status: int) -> None:
    draft = recorded(cast, now)
    image = services.add_photo(by=look(cast.ratna), visit_id=draft.id, name="a.jpg", content=photo().read())
    client = sign_in(getattr(cast, who))
    assert client.get(f"/jurnal/{draft.id}/").status_code == status
    answer = client.get(f"/jurnal/{draft.id}/foto/{image}/")
    assert answer.status_code == status
    if status == 200:
        assert answer["Content-Type"] == "image/jpeg"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "inline" in answer["Content-Disposition"]


def test_others_cannot_correct_or_add(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    draft = recorded(cast, now)
    assert sign_in(cast.maria).get(f"/jurnal/{draft.id}/ubah/").status_code == 404
    assert sign_in(cast.yosef).get(f"/jurnal/{draft.id}/ubah/").status_code == 403
    answer = sign_in(cast.yosef).post(f"/jurnal/{draft.id}/", {"aksi": "foto", "photos": [photo()]})
    assert answer.status_code == 422 and "FIELDWORK_026" in answer.content.decode()


def listed(answer: Any) -> bool:
    return "Pendampingan pembukuan" in answer.content.decode()


def test_the_logbook_is_narrowed_paged_and_exported(
    cast: Cast, sign_in: SignIn, now: datetime, at_most_queries: Any
) -> None:
    recorded(cast, now)
    client = sign_in(cast.ratna)
    with at_most_queries(10):
        assert "Merah Putih" in client.get("/jurnal/").content.decode()
    found = client.get("/jurnal/", {"bulan": "2026-11", "cari": "pembukuan"})
    assert "Pendampingan pembukuan" in found.content.decode()
    assert all(listed(client.get("/jurnal/", {"cari": name})) for name in ("merah putih", "ratna"))
    assert "Tidak ada kunjungan yang cocok" in client.get("/jurnal/", {"bulan": "2026-10"}).content.decode()
    assert client.get("/jurnal/", {"bulan": "kacau", "after": "x"}).status_code == 200
    book = client.get("/jurnal/", {"unduh": "xlsx"})
    assert b"".join(book.streaming_content)[:2] == b"PK"
    assert "Merah Putih" not in sign_in(cast.maria).get("/jurnal/").content.decode()


def test_a_visit_page_asks_at_most_ten_queries(
    cast: Cast, sign_in: SignIn, now: datetime, at_most_queries: Any
) -> None:
    draft = recorded(cast, now, follow_ups=(promise(cast.engagement),))
    client = sign_in(cast.ratna)
    with at_most_queries(10):
        client.get(f"/jurnal/{draft.id}/")
    with at_most_queries(10):
        client.get("/catat/")


def test_a_promise_is_added_and_closed_on_its_page(cast: Cast, sign_in: SignIn, now: datetime) -> None:
    draft, client = recorded(cast, now), sign_in(cast.ratna)
    sent = {"aksi": "janji", "id": str(uuid7()), "text": "Foto buku kas", "owner_side": "mentee", "owner_name": "Ujang",
            "due": "2026-11-09"}
    assert [client.post(f"/jurnal/{draft.id}/", sent).status_code for _ in range(2)] == [303, 303]
    (line,) = queries.open_follow_ups(look(cast.ratna))
    address = f"/tindak-lanjut/{line.id}/selesai/"
    assert client.post(address, {"closed_note": ""}).status_code == 422
    assert sign_in(cast.maria).post(address, {"closed_note": "x"}).status_code == 404
    chair = sign_in(cast.ujang)
    assert [chair.post(address, {"closed_note": "Sudah difoto"}).status_code for _ in range(2)] == [303, 303]
    answer = client.post(address, {"closed_note": "Lain"})
    assert answer.status_code == 422 and "FIELDWORK_031" in answer.content.decode()
    assert "Sudah difoto" in client.get("/tindak-lanjut/?selesai=1").content.decode()
