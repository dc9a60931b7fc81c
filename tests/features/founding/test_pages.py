"""A group goes by pages alone from its first meeting to the notary's zip and the living cooperative (E19)."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sidamping.features.founding.models import Founder, Founding, Gathering, Milestone, Pack, Part, Piece
from sidamping.platform.access import roles
from sidamping.platform.activity.models import Activity
from sidamping.platform.attachments import store
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.founding.group import NAME, PREPARED, begun, nik, ready
from tests.habits.books import PDF
from tests.people import Cast, User

SignIn = Callable[[User], Client]
OF_FOUNDING = (
    "founding", "founding_founders", "founding_officers", "founding_articles", "founding_terms", "founding_opening",
    "founding_pieces", "founding_steps", "founding_packs",
)  # fmt: skip


def get(client: Client, name: str, /, *key: object) -> str:
    answer = client.get(reverse(name, args=key))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def send(client: Client, name: str, /, *key: object, status: int = 303, **typed: Any) -> str:
    answer = client.post(reverse(name, args=key), typed)
    assert answer.status_code == status, (name, answer.status_code, answer.content.decode()[:3000])
    return answer.content.decode()


def test_every_page_opens_when_begun_and_when_everything_is_there(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    for group in (begun(cast, name="Koperasi Produsen Kopi Bolok Jaya"), ready(cast)):
        for name in OF_FOUNDING:
            get(client, name, group.id)
        for kind in ("preparation", "outreach", "formation"):
            get(client, "founding_gathering", group.id, kind)
        get(client, "founding_part", group.id, "purpose")
        get(client, "founding_live", group.id)
    assert NAME in get(client, "foundings")


def test_a_founding_is_begun_by_its_form_once_and_a_fault_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    typed = {"id": uuid7(), "name": NAME, "village": places.BATAKTE, "kind": "producer", "form": "primary",
             "level": "regency"}  # fmt: skip
    told = send(client, "founding_add", status=422, **{**typed, "village": places.KUATAE})
    assert "AREAS_005" in told and NAME in told
    for _twice in range(2):
        send(client, "founding_add", **typed)
    assert Founding.objects.filter(party__party__name=NAME).count() == 1
    assert Activity.objects.filter(action="founding.begun").count() == 1


def test_a_pra_koperasi_of_the_register_begins_its_founding_there(cast: Cast, sign_in: SignIn) -> None:
    group, client = begun(cast), sign_in(cast.ratna)
    party = Founding.objects.get(pk=group.id).party_id
    address = f"{reverse('founding_add')}?koperasi={party}"
    told = client.post(address, {"id": uuid7(), "level": "regency"})
    assert told.status_code == 422 and "FOUNDING_003" in told.content.decode()
    registered = f"{reverse('founding_add')}?koperasi={cast.merah_putih.pk}"
    told = client.post(registered, {"id": uuid7(), "level": "regency"})
    assert told.status_code == 422 and "FOUNDING_004" in told.content.decode()
    foreign = f"{reverse('founding_add')}?koperasi={cast.foreign_cooperative.pk}"
    assert client.get(foreign).status_code == 404


def test_founders_are_added_by_their_form_with_masked_numbers(cast: Cast, sign_in: SignIn) -> None:
    group, client = begun(cast), sign_in(cast.ratna)
    typed = {"id": uuid7(), "name": "Marta Bait", "nik": nik(1), "work": "Penenun", "address": "Batakte"}
    told = send(client, "founding_founders", group.id, status=422, **{**typed, "nik": "53"})
    assert "PARTIES_001" in told and "Marta Bait" in told
    for _twice in range(2):
        send(client, "founding_founders", group.id, **typed)
    told = send(client, "founding_founders", group.id, status=422, **{**typed, "id": uuid7(), "name": "Lain"})
    assert "FOUNDING_006" in told and nik(1) not in get(client, "founding_founders", group.id)
    founder = Founder.objects.get(founding_id=group.id)
    told = send(client, "founder_nik", founder.pk, status=422, why="coba")
    assert "FOUNDING_036" in told and nik(1) not in told
    assert nik(1) in send(client, "founder_nik", founder.pk, status=200, why="Dicocokkan dengan KTP")
    trail = Activity.objects.get(action="founding.nik_revealed")
    assert trail.why == "Dicocokkan dengan KTP" and nik(1) not in str(trail.data)
    for _twice in range(2):
        client.post(reverse("founder_leave", args=[founder.pk]), {"why": "Pindah desa"})
    founder.refresh_from_db()
    assert founder.left_why == "Pindah desa" and Activity.objects.filter(action="founding.founder_left").count() == 1


def test_what_an_office_asks_beyond_the_law_warns_and_stops_nothing(cast: Cast, sign_in: SignIn) -> None:
    group, client = ready(cast), sign_in(cast.ratna)
    told = send(client, "founding_asked", group.id, status=422, asked="20", office="")
    assert "GENERAL_001" in told
    for _twice in range(2):
        send(client, "founding_asked", group.id, asked="20", office="Dinas Koperasi Kabupaten Kupang")
    assert Activity.objects.filter(action="founding.founders_asked").count() == 1
    page = get(client, "founding", group.id)
    assert "FOUNDING_037" in page and "#pasal" not in page, "a citation is told in words"
    send(client, "founding_packs", group.id, id=uuid7())
    send(client, "founding_asked", group.id, asked="", office="")
    assert "FOUNDING_037" not in get(client, "founding", group.id)


def test_a_formation_meeting_with_too_few_founders_is_refused_and_keeps_its_minutes(
    cast: Cast, sign_in: SignIn
) -> None:
    group, client = begun(cast), sign_in(cast.ratna)
    group.add(9)
    group.meet("preparation", PREPARED)
    typed: dict[str, Any] = {
        "id": uuid7(), "day": "2026-09-20", "begins": "09:00", "place": "Balai", "led_by": "Pendiri 1",
        "official": "Dominggus Lay", "office": "Dinas", "minutes": "Sepakat mendirikan koperasi.",
        "came": [str(one) for one in group.founders[:8]],
    }  # fmt: skip
    told = send(client, "founding_gathering", group.id, "formation", status=422, **typed)
    assert "FOUNDING_009" in told and "Sepakat mendirikan koperasi." in told
    typed["came"] = [str(one) for one in group.founders]
    for _twice in range(2):
        send(client, "founding_gathering", group.id, "formation", **typed)
    assert Gathering.objects.filter(founding_id=group.id, kind="formation").count() == 1
    assert client.get(reverse("founding_gathering", args=[group.id, "party"])).status_code == 404


def test_officers_terms_balance_and_articles_are_written_by_their_forms(cast: Cast, sign_in: SignIn) -> None:
    group, client = begun(cast), sign_in(cast.ratna)
    group.add(2)
    first, second = group.founders
    chairs = {f"position-{first}": "chair", f"position-{second}": "chair"}
    assert "FOUNDING_019" in send(client, "founding_officers", group.id, status=422, **chairs)
    for _twice in range(2):
        seats = {**chairs, f"position-{second}": "secretary", f"signs-{first}": "on"}
        send(client, "founding_officers", group.id, **seats)
    assert Activity.objects.filter(action="founding.officers_seated").count() == 1
    nothing = dict.fromkeys(("jasa_modal", "pengurus", "karyawan", "pendidikan", "sosial", "pembangunan"), "0")
    shares = {f"share-{pot}": share for pot, share in {**nothing, "cadangan": "40", "jasa_anggota": "59"}.items()}
    terms = {"id": uuid7(), "principal": "100.000", "mandatory": "10.000", "board_years": "5", "supervisors_years": "5",
             **shares}  # fmt: skip
    assert "FOUNDING_013" in send(client, "founding_terms", group.id, status=422, **terms)
    send(client, "founding_terms", group.id, **{**terms, "share-jasa_anggota": "60"})
    balance = {"id": uuid7(), "cash": "200.000", "bank": "0", "stock": "0", "equipment": "0", "principal": "200.000",
               "mandatory": "20.000", "grants": "0", "debts": "0"}  # fmt: skip
    assert "FOUNDING_015" in send(client, "founding_opening", group.id, status=422, **balance)
    send(client, "founding_opening", group.id, **{**balance, "cash": "220.000"})
    page = get(client, "founding_part", group.id, "capital")
    assert "Rp100.000" in page and "Rp10.000" in page, "the text begins with what was agreed"
    part = {"id": uuid7(), "text": "Modal koperasi: […]"}
    send(client, "founding_part", group.id, "capital", **part)
    send(client, "founding_part", group.id, "capital", **{**part, "id": uuid7()})
    assert Part.objects.filter(founding_id=group.id).count() == 1, "the same text is kept once"
    assert "FOUNDING_029" in get(client, "founding", group.id)


def test_papers_are_judged_by_their_content_and_steps_by_their_order(cast: Cast, sign_in: SignIn) -> None:
    group, client = begun(cast), sign_in(cast.ratna)
    fake = SimpleUploadedFile("bukti.pdf", b"MZ\x90\x00", "application/pdf")
    typed = {"id": uuid7(), "kind": "capital-proof", "note": "Bank NTT"}
    assert "FILES_005" in send(client, "founding_pieces", group.id, status=422, **typed, file=fake)
    for _twice in range(2):
        send(client, "founding_pieces", group.id, **typed, file=SimpleUploadedFile("bukti.pdf", PDF))
    piece = Piece.objects.get(founding_id=group.id)
    assert client.get(reverse("founding_piece_file", args=[piece.pk])).status_code == 200
    step = {"id": uuid7(), "kind": "deed", "day": "2026-10-01", "number": "12", "office": "Notaris Lestari"}
    assert "FOUNDING_017" in send(client, "founding_steps", group.id, status=422, **step)
    late = {**step, "kind": "name_approved", "day": "2026-11-06"}
    assert "FOUNDING_005" in send(client, "founding_steps", group.id, status=422, **late)
    for _twice in range(2):
        send(client, "founding_steps", group.id, **{**step, "kind": "name_approved"})
    assert Milestone.objects.filter(founding_id=group.id).count() == 1


def test_a_pack_names_everything_that_lacks_at_once(cast: Cast, sign_in: SignIn) -> None:
    group, client = begun(cast), sign_in(cast.ratna)
    told = send(client, "founding_packs", group.id, status=422, id=uuid7())
    for code in (
        "FOUNDING_020", "FOUNDING_021", "FOUNDING_022", "FOUNDING_023", "FOUNDING_024", "FOUNDING_025", "FOUNDING_026",
        "FOUNDING_027", "FOUNDING_028", "FOUNDING_030", "FOUNDING_031",
    ):  # fmt: skip
        assert code in told
    assert told.count("FOUNDING_028") == 10 and not Pack.objects.exists()


def test_the_pack_is_one_zip_of_numbered_files_frozen_with_its_hash(cast: Cast, sign_in: SignIn) -> None:
    group, client = ready(cast), sign_in(cast.ratna)
    for _twice in range(2):
        send(client, "founding_packs", group.id, id=uuid7())
    made = Pack.objects.get(founding_id=group.id)
    address = reverse("founding_pack_file", args=[made.pk])
    content = client.get(address).content
    assert content == client.get(address).content, "the same frozen content gives the same bytes"
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert names == [
        "01-berita-acara-rapat-persiapan.pdf", "02-berita-acara-rapat-pembentukan.pdf",
        "03-daftar-hadir-rapat-pembentukan.pdf", "04-rancangan-anggaran-dasar.pdf", "05-daftar-pendiri.pdf",
        "05-daftar-pendiri.xlsx", "06-bukti-tersedianya-modal-awal.pdf", "07-neraca-awal.pdf",
        "08-surat-kuasa-penandatanganan-akta.pdf", "09-surat-persetujuan-nama.pdf",
        "10-rencana-kegiatan-usaha-serta-anggaran.pdf", "11-fotokopi-ktp-para-pendiri.pdf",
        "13-riwayat-hidup-dan-surat-pernyataan.pdf",
    ]  # fmt: skip
    piece = Piece.objects.get(founding_id=group.id, kind="capital-proof")
    kept = store.kept([piece.attachment])[piece.attachment]
    handed = zipfile.ZipFile(io.BytesIO(content)).read("06-bukti-tersedianya-modal-awal.pdf")
    assert hashlib.sha256(handed).hexdigest() == kept.sha256
    group.add(1)
    assert client.get(address).content == content, "a later founder changes nothing of a frozen version"


def test_who_came_to_the_formation_meeting_and_left_later_stays_on_its_list(cast: Cast, sign_in: SignIn) -> None:
    group, client = ready(cast), sign_in(cast.ratna)
    group.add(1)
    ninth = Founder.objects.get(founding_id=group.id, number=9)
    client.post(reverse("founder_leave", args=[ninth.pk]), {"why": "Pindah desa"})
    send(client, "founding_packs", group.id, id=uuid7())
    papers = {one["code"]: one["paper"]["rows"] for one in Pack.objects.get().content["papers"] if "paper" in one}
    assert [row[1] for row in papers["attendance"]] == [f"Pendiri {number}" for number in range(1, 10)]
    assert [row[1] for row in papers["founders"]] == [f"Pendiri {number}" for number in (*range(1, 9), 10)]


def test_a_changed_founding_gives_the_next_version(cast: Cast, sign_in: SignIn) -> None:
    group, client = ready(cast), sign_in(cast.ratna)
    send(client, "founding_packs", group.id, id=uuid7())
    send(client, "founding_part", group.id, "duration", id=uuid7(), text="Untuk tiga puluh tahun.")
    send(client, "founding_packs", group.id, id=uuid7())
    assert list(Pack.objects.order_by("version").values_list("version", flat=True)) == [1, 2]


def test_the_click_of_the_page_brings_the_cooperative_to_life(cast: Cast, sign_in: SignIn) -> None:
    group, client = ready(cast), sign_in(cast.ratna)
    assert "FOUNDING_033" in send(client, "founding_live", group.id, status=422)
    group.reach()
    send(client, "founding_live", group.id)
    assert "berbadan hukum" in get(client, "founding", group.id)
    assert client.get(reverse("founding_founders", args=[group.id])).status_code == 200
    assert client.get(reverse("founding_terms", args=[group.id])).status_code == 404


def test_only_mentors_of_the_place_are_offered_to_the_new_cooperative(cast: Cast, sign_in: SignIn) -> None:
    group = ready(cast)
    people.appoint(cast.maria, roles.MENTOR, area=places.TABLOLONG)
    page = get(sign_in(cast.yosef), "founding_live", group.id)
    assert "Ratna Tefa</option>" in page and "Maria Banunaek</option>" not in page


def test_a_stranger_and_another_territory_find_nothing(cast: Cast, sign_in: SignIn) -> None:
    group = ready(cast)
    piece = Piece.objects.filter(founding_id=group.id).first()
    assert piece is not None
    maria, dinas = sign_in(cast.maria), sign_in(cast.dominggus)
    for name in OF_FOUNDING:
        assert maria.get(reverse(name, args=[group.id])).status_code == 404, name
    assert maria.get(reverse("founding_piece_file", args=[piece.pk])).status_code == 404
    assert "Pendiri 1" in get(dinas, "founding_founders", group.id), "the office of the territory reads"
    typed = {"id": uuid7(), "name": "X", "nik": nik(99)}
    assert dinas.post(reverse("founding_founders", args=[group.id]), typed).status_code == 404


@pytest.mark.django_db
def test_the_growth_helper_points_to_one_of_four_ways(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ujang)
    page = client.get(reverse("growth"), {"produk": "tetap", "pembeli": "baru"}).content.decode()
    assert "grow-chosen" in page and reverse("savings_potential") in page
    assert "grow-chosen" not in client.get(reverse("growth")).content.decode()


def test_other_programs_read_how_far_a_founding_has_come_without_names(cast: Cast, sign_in: SignIn) -> None:
    group = ready(cast)
    told = sign_in(cast.dominggus).get(f"/api/v1/foundings/{group.id}")
    assert told.status_code == 200 and told.json()["founders"] == 9 and told.json()["lacking"] == []
    assert "Pendiri 1" not in told.content.decode()
    assert sign_in(cast.maria).get(f"/api/v1/foundings/{group.id}").status_code == 404
    assert sign_in(cast.agnes).get("/api/v1/foundings").status_code == 403
    assert [one["id"] for one in sign_in(cast.ratna).get("/api/v1/foundings").json()["rows"]] == [str(group.id)]


def test_a_page_of_a_founding_asks_the_database_no_more_than_ten_times(
    cast: Cast, sign_in: SignIn, at_most_queries: Callable[[int], Any]
) -> None:
    group, client = ready(cast), sign_in(cast.ratna)
    for name in ("foundings", *OF_FOUNDING):
        with at_most_queries(10):
            get(client, name, *([] if name == "foundings" else [group.id]))
