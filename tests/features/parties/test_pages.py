"""The pages of the registers: they work, strangers get nothing, wrong input keeps the form, twice is once."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.features.parties.models import Party
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from sidamping.platform.jobs.models import Job
from tests import people, places
from tests.features.parties import sheets
from tests.people import Cast

SignIn = Callable[[User], Client]
PERSON = {
    "seen": "0", "name": "Marselinus Tefa", "village": places.BOLOK, "village_text": "", "nik": "5301050101800001"
}
KINDS = ("cooperative", "person", "business")
LISTS = ("cooperatives", "persons", "businesses")


def words(response: Any) -> str:
    return response.content.decode()


def own(cast: Cast) -> dict[str, Party]:
    return {"cooperative": cast.merah_putih.party, "person": cast.keripik.owner.party, "business": cast.keripik.party}


@pytest.mark.parametrize("name", LISTS)
def test_each_list_shows_the_own_area_in_few_queries(
    cast: Cast, sign_in: SignIn, at_most_queries: Any, name: str
) -> None:
    client = sign_in(cast.ratna)
    with at_most_queries(10):
        shown = words(client.get(reverse(name)))
    mine = {"cooperatives": "Merah Putih", "persons": "Ujang Mantap", "businesses": "Keripik Mantap Jaya"}[name]
    assert mine in shown and "Kuatae Maju" not in shown


@pytest.mark.parametrize("name", LISTS)
def test_many_records_come_in_pages_and_make_no_more_queries(
    cast: Cast, sign_in: SignIn, at_most_queries: Any, name: str
) -> None:
    owner = cast.keripik.owner
    for number in range(60):
        people.business(f"Usaha {number:04}", owner, places.BOLOK, member_of=cast.merah_putih)
        people.cooperative(f"Koperasi {number:04}", places.TABLOLONG)
        people.person(f"Orang {number:04}", places.OENAEK)
    client = sign_in(cast.ratna)
    with at_most_queries(10):
        response = client.get(reverse(name))
    page = response.context["page"]
    assert len(page.rows) == 50 and page.next_key
    rest = client.get(reverse(name), {"after": page.next_key}).context["page"]
    assert not {row.id for row in page.rows} & {row.id for row in rest.rows}


@pytest.mark.parametrize("kind", KINDS)
def test_each_card_shows_masked_numbers_in_few_queries(
    cast: Cast, sign_in: SignIn, at_most_queries: Any, kind: str
) -> None:
    client = sign_in(cast.ratna)
    with at_most_queries(12):
        shown = words(client.get(reverse(kind, args=[own(cast)[kind].pk])))
    assert "5301052301800001" not in shown and "081234567890" not in shown


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("address", ["", "_change"])
def test_a_stranger_sees_neither_card_nor_form(cast: Cast, sign_in: SignIn, kind: str, address: str) -> None:
    assert sign_in(cast.maria).get(reverse(kind + address, args=[own(cast)[kind].pk])).status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_a_chair_reads_the_own_cards_and_writes_nothing(cast: Cast, sign_in: SignIn, kind: str) -> None:
    client, party = sign_in(cast.ujang), own(cast)[kind]
    assert client.get(reverse(kind, args=[party.pk])).status_code == 200
    assert client.get(reverse(f"{kind}_change", args=[party.pk])).status_code == 403
    assert client.get(reverse(f"{kind}_add")).status_code == 403


def test_who_has_not_signed_in_is_asked_to(client: Client, cast: Cast) -> None:
    for name in (*LISTS, "areas", "area_search"):
        assert client.get(reverse(name)).status_code == 302


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_is_shown_empty_and_with_what_is_stored(cast: Cast, sign_in: SignIn, kind: str) -> None:
    client, party = sign_in(cast.ratna), own(cast)[kind]
    assert client.get(reverse(f"{kind}_add")).status_code == 200
    shown = words(client.get(reverse(f"{kind}_change", args=[party.pk])))
    assert party.name in shown and "5301052301800001" not in shown


def test_a_person_sent_twice_is_recorded_once(cast: Cast, sign_in: SignIn) -> None:
    client, sent = sign_in(cast.ratna), {**PERSON, "party": str(uuid7())}
    for _ in range(2):
        response = client.post(reverse("person_add"), sent)
        assert response.status_code == 302
        assert response.headers["Location"] == reverse("person", args=[sent["party"]])
    assert Party.objects.filter(name="Marselinus Tefa").count() == 1


def test_wrong_input_gets_its_code_and_keeps_what_was_typed(cast: Cast, sign_in: SignIn) -> None:
    sent = {**PERSON, "party": str(uuid7()), "nik": "530105", "address": "Jalan Timor 7"}
    response = sign_in(cast.ratna).post(reverse("person_add"), sent)
    assert response.status_code == 422
    assert "PARTIES_001" in words(response) and "Jalan Timor 7" in words(response)


def test_a_village_outside_the_own_area_is_refused(cast: Cast, sign_in: SignIn) -> None:
    response = sign_in(cast.ratna).post(
        reverse("person_add"), {**PERSON, "party": str(uuid7()), "village": places.KUATAE}
    )
    assert response.status_code == 422 and "AREAS_005" in words(response)


def test_a_village_typed_without_script_is_found_or_offered(cast: Cast, sign_in: SignIn) -> None:
    client, sent = sign_in(cast.ratna), {**PERSON, "party": str(uuid7()), "village": ""}
    offered = client.post(reverse("person_add"), {**sent, "village_text": "o"})
    assert offered.status_code == 422
    many = client.post(reverse("person_add"), {**sent, "village_text": "oe"})
    assert places.OENAEK in words(many) and 'name="village_pick"' in words(many)
    assert client.post(reverse("person_add"), {**sent, "village_text": "bolok"}).status_code == 302


def test_a_name_that_looks_alike_offers_to_save_anyway(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ratna)
    sent = {
        "party": str(uuid7()), "seen": "0", "name": "KSP Merah Putih", "village": places.BOLOK, "kind": "savings_loan",
        "form": "primary", "standing": "registered",
    }
    asked = client.post(reverse("cooperative_add"), sent)
    assert asked.status_code == 422 and 'name="keep"' in words(asked) and "PARTIES_011" in words(asked)
    assert client.post(reverse("cooperative_add"), {**sent, "keep": "1"}).status_code == 302


def test_a_cooperative_is_changed_from_its_own_form(cast: Cast, sign_in: SignIn) -> None:
    client, party = sign_in(cast.yosef), cast.merah_putih.party
    form = client.get(reverse("cooperative_change", args=[party.pk])).context["form"]
    sent = {name: "" if value is None else value for name, value in form.initial.items()}
    sent |= {"address": "Jalan Baru 1", "serves": [places.TABLOLONG, ""], "serves_text": ["", "oenaek"]}
    assert client.post(reverse("cooperative_change", args=[party.pk]), sent).status_code == 302
    party.refresh_from_db()
    assert (party.address, party.revised) == ("Jalan Baru 1", 1)
    assert list(party.cooperative.service_areas.values_list("village_id", flat=True).order_by("village_id")) == [
        places.TABLOLONG, places.OENAEK
    ]
    stale = client.post(reverse("cooperative_change", args=[party.pk]), {**sent, "address": "Jalan Lama 2"})
    assert stale.status_code == 422 and "GENERAL_003" in words(stale)


def test_a_business_is_recorded_for_an_owner_found_by_name(cast: Cast, sign_in: SignIn) -> None:
    sent = {
        "party": str(uuid7()), "seen": "0", "name": "Abon Ikan", "village": places.BOLOK, "sector": "food",
        "owner": "", "owner_text": "ujang", "cooperative": str(cast.merah_putih.pk),
    }
    assert sign_in(cast.ratna).post(reverse("business_add"), sent).status_code == 302
    assert Party.objects.get(name="Abon Ikan").business.owner_id == cast.keripik.owner_id


def test_a_board_term_beyond_five_years_names_the_article(cast: Cast, sign_in: SignIn) -> None:
    client, address = sign_in(cast.yosef), reverse("cooperative_board", args=[cast.merah_putih.pk])
    sent = {
        "term": str(uuid7()), "person": str(cast.keripik.owner_id), "organ": "management", "position": "treasurer",
        "starts": "2026-01-01", "ends": "2031-06-01",
    }
    assert client.get(address).status_code == 200
    refused = client.post(address, sent)
    assert refused.status_code == 422 and "PARTIES_012" in words(refused)
    assert client.post(address, {**sent, "ends": "2030-12-31"}).status_code == 302
    assert sign_in(cast.maria).get(address).status_code == 404


def test_a_number_is_opened_once_for_a_reason(cast: Cast, sign_in: SignIn) -> None:
    client, address = sign_in(cast.ratna), reverse("reveal", args=[cast.keripik.owner_id, "nik"])
    assert "5301052301800001" not in words(client.get(address))
    refused = client.post(address, {"why": ""})
    assert refused.status_code == 422 and "PARTIES_016" in words(refused)
    opened = client.post(address, {"why": "Mengurus NIB di OSS"})
    assert "5301052301800001" in words(opened) and "no-store" in opened.headers["Cache-Control"]
    assert Activity.objects.get(action="parties.revealed").why == "Mengurus NIB di OSS"


@pytest.mark.parametrize(("who", "status"), [("maria", 404), ("ujang", 403), ("dominggus", 403), ("paulus", 403)])
def test_others_open_no_number(cast: Cast, sign_in: SignIn, who: str, status: int) -> None:
    address = reverse("reveal", args=[cast.keripik.owner_id, "nik"])
    response = sign_in(getattr(cast, who)).post(address, {"why": "Ingin tahu saja"})
    assert response.status_code == status
    assert not Activity.objects.filter(action="parties.revealed").exists()


@pytest.mark.parametrize("name", LISTS)
def test_each_list_is_exported_scoped_and_masked(cast: Cast, sign_in: SignIn, name: str) -> None:
    response = sign_in(cast.ratna).get(reverse(f"{name}_export"))
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"Merah Putih", "Ujang Mantap", "Keripik Mantap Jaya"} & cells
    assert not {"Kuatae Maju", "5301052301800001"} & cells


@pytest.mark.parametrize(("query", "names"), [
    ({"q": "merah"}, ["Merah Putih"]), ({"q": "tidak ada"}, []), ({"wilayah": "53.01.05"}, ["Merah Putih"]),
    ({"jenis": "service"}, []), ({"q": "ahu-0001.ah.01.26.2018"}, ["Merah Putih"]),
    ({"after": "rusak"}, ["Merah Putih"]),
])
def test_the_list_is_filtered(cast: Cast, sign_in: SignIn, query: dict[str, str], names: list[str]) -> None:
    page = sign_in(cast.ratna).get(reverse("cooperatives"), query).context["page"]
    assert [row.name for row in page.rows] == names


def test_the_picker_finds_only_what_the_viewer_sees(cast: Cast, sign_in: SignIn) -> None:
    address = reverse("party_search", args=["person"])
    seen = sign_in(cast.ratna).get(address, {"q": "ujang"}).json()["results"]
    assert [row["name"] for row in seen] == ["Ujang Mantap"]
    assert sign_in(cast.maria).get(address, {"q": "ujang"}).json()["results"] == []
    assert sign_in(cast.maria).get("/pilih/rahasia/", {"q": "ujang"}).status_code == 404


def test_areas_are_browsed_and_searched(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in(cast.ujang)
    assert "Nusa Tenggara Timur" in words(client.get(reverse("areas")))
    assert "Bolok" in words(client.get(reverse("areas"), {"di": places.KUPANG_BARAT}))
    assert "Kec. Kupang Barat" in words(client.get(reverse("areas"), {"q": "bolok"}))
    assert client.get(reverse("areas"), {"di": "99"}).status_code == 404
    found = client.get(reverse("area_search_level", args=[4]), {"q": "bolok", "format": "json"}).json()["results"]
    assert found == [{
        "code": places.BOLOK, "name": "Bolok", "level": 4,
        "path": "Kec. Kupang Barat, Kab. Kupang, Nusa Tenggara Timur",
    }]
    assert "Bolok" in words(client.get(reverse("area_search"), {"q": "bolok"}))


def test_a_workbook_is_looked_at_and_then_written(
    cast: Cast, sign_in: SignIn, settings: LazySettings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    client = sign_in(cast.ratna)
    content = sheets.persons("Marselinus Tefa | 5301050101800001 | L | 53.01.05.2010 |")
    sent = client.post(reverse("persons_import"), {"file": SimpleUploadedFile("orang.xlsx", content)})
    preview = sent.headers["Location"]
    assert client.get(preview).context["result"]["counts"]["new"] == 1
    assert not Party.objects.filter(name="Marselinus Tefa").exists()
    assert sign_in(cast.yosef).get(preview).status_code == 404
    for _ in range(2):
        done = client.post(preview)
        assert done.status_code == 302
    assert client.get(done.headers["Location"]).context["result"]["counts"]["written"] == 0
    assert Party.objects.filter(name="Marselinus Tefa").count() == 1


@pytest.mark.parametrize(("files", "code"), [
    ({}, "SHEETS_009"), ({"file": SimpleUploadedFile("orang.xlsx", b"bukan excel")}, "SHEETS_001"),
])
def test_an_upload_that_is_no_workbook_gets_its_code(cast: Cast, sign_in: SignIn, files: Any, code: str) -> None:
    response = sign_in(cast.ratna).post(reverse("persons_import"), files)
    assert response.status_code == 422 and code in words(response)
    assert not Job.objects.exists()


def test_a_faulty_preview_cannot_be_applied(
    cast: Cast, sign_in: SignIn, settings: LazySettings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    client = sign_in(cast.ratna)
    content = sheets.persons("Marselinus Tefa | 12 | L | 53.01.05.2010 |")
    sent = client.post(reverse("persons_import"), {"file": SimpleUploadedFile("o.xlsx", content)})
    preview = sent.headers["Location"]
    assert "PARTIES_001" in words(client.get(preview))
    assert client.post(preview).status_code == 409


def test_a_row_that_is_stored_already_names_the_record_and_opens_it(
    cast: Cast, sign_in: SignIn, settings: LazySettings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    people.person("Yuliana Jauh", places.KUATAE, nik="5302015101800002")
    content = sheets.persons("""
        Ujang Mantap | 5301052301800001 | L | 53.01.05.2010 |
        Yuliana Jauh | 5302015101800002 | P | 53.01.05.2010 |
    """)
    client = sign_in(cast.ratna)
    sent = client.post(reverse("persons_import"), {"file": SimpleUploadedFile("orang.xlsx", content)})
    shown = client.get(sent.headers["Location"])
    page = words(shown)
    assert f'href="{reverse("person", args=[cast.keripik.owner_id])}"' in shown.content.decode()
    assert "Bolok, Kupang Barat" in page and "5301052301800001" not in page
    assert "Tercatat di wilayah lain." in page
    assert "import_faults" not in page and "periksa.xlsx" not in shown.content.decode(), "nothing to mend"


def test_the_faults_of_a_preview_are_downloaded_by_row(
    cast: Cast, sign_in: SignIn, settings: LazySettings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    client = sign_in(cast.ratna)
    content = sheets.persons("""
        Marselinus Tefa | 5301050101800001 | L | 53.01.05.2010 |
        Agustina Tefa   | 12               | X | 53.01.05.2010 |
    """)
    sent = client.post(reverse("persons_import"), {"file": SimpleUploadedFile("orang.xlsx", content)})
    job = Job.objects.get()
    address = reverse("import_faults", args=[job.pk])
    assert address in client.get(sent.headers["Location"]).content.decode()
    book = load_workbook(io.BytesIO(b"".join(client.get(address).streaming_content)))
    rows = [row[:4] for row in book.active.iter_rows(values_only=True) if row[0] == 3]
    assert rows == [
        (3, "Agustina Tefa", "NIK", "PARTIES_001"), (3, "Agustina Tefa", "Jenis kelamin", "GENERAL_002"),
    ]  # fmt: skip
    assert sign_in(cast.yosef).get(address).status_code == 404


@pytest.mark.parametrize("name", LISTS)
def test_the_template_reads_back_as_an_empty_table(cast: Cast, sign_in: SignIn, name: str) -> None:
    response = sign_in(cast.ratna).get(reverse(f"{name}_template"))
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    assert {"Petunjuk", "Wilayah"} <= set(book.sheetnames)
    assert sign_in(cast.dominggus).get(reverse(f"{name}_template")).status_code == 403
