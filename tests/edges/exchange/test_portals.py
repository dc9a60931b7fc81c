"""Product 12: files of other systems in their layout, the fields of a row to copy, what differs from theirs; scoped."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sidamping.domain.portals import FACTS
from sidamping.edges.cli.main import cli
from sidamping.edges.exchange.portals.facts import cooperative_facts, participant_facts
from sidamping.features.parties.queries.registrations import every_registration
from sidamping.features.progress.queries import every_participant
from sidamping.platform.xlsx.columns import Column
from sidamping.platform.xlsx.write import Table, write_book
from sidamping.rules.portals import portals
from tests import people, places
from tests.features.papers import desk
from tests.features.progress import cases
from tests.people import TODAY, Cast

pytestmark = pytest.mark.django_db
LAYOUTS = {one.name: one for one in portals(TODAY)}


SHEET = ("NIK Koperasi", "No Badan Hukum", "Nama Koperasi", "NIB", "Desa/Kelurahan", "Jumlah Anggota")
NIK, LEGAL, OTHER = "5301050010001", "AHU-0001.AH.01.26.2018", "5301050010009"


@pytest.fixture
def numbered(cast: Cast) -> Cast:
    cast.merah_putih.nik_koperasi, cast.merah_putih.nib = NIK, "1234567890123"
    cast.merah_putih.save()
    return cast


def workbook(*rows: tuple[str, ...], heads: tuple[str, ...] = SHEET) -> bytes:
    return write_book([Table("Unduhan", [Column(head, head) for head in heads], rows)]).read()


def sent(client: Any, content: bytes, portal: str = "simkopdes") -> Any:
    return client.post(reverse("portal", args=[portal]), {"file": SimpleUploadedFile("unduhan.xlsx", content)})


def exported(client: Any, portal: str, form: str) -> str:
    answer = client.get(reverse("portal_export", args=[portal]), {"bentuk": form})
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode()


def test_every_fact_a_layout_may_ask_for_is_answered(cast: Cast) -> None:
    cases.appoint_all(cast)
    cases.participant(cast)
    held = next(every_registration(people.look(cast.sarlin)))
    told = next(every_participant(people.look(cast.sarlin)))
    assert set(cooperative_facts(held, None, None)) == set(FACTS["cooperative"])
    assert set(participant_facts(told, "")) == set(FACTS["participant"])


def test_every_layout_is_a_sample_with_a_source_and_the_meaning_of_each_column() -> None:
    assert set(LAYOUTS) == {"simkopdes", "ods", "bizhub"}
    assert {one.status for one in LAYOUTS.values()} == {"contoh"}
    assert all(column.meaning.id and column.meaning.en for one in LAYOUTS.values() for column in one.columns)


def test_the_file_holds_our_rows_under_their_headings(numbered: Cast, sign_in: Any) -> None:
    lines = list(csv.DictReader(io.StringIO(exported(sign_in(numbered.ratna), "simkopdes", "csv"))))
    (own,) = (line for line in lines if line["NIK Koperasi"] == NIK)
    assert (own["Nama Koperasi"], own["Ketua"], own["Kode Desa"]) == ("Merah Putih", "Ujang Mantap", "53.01.05.2010")
    assert own["Jumlah Anggota"] == ""  # not reported is not zero


def test_json_brings_its_dictionary_with_hooks_for_the_codes_of_satu_data(numbered: Cast, sign_in: Any) -> None:
    told = json.loads(exported(sign_in(numbered.ratna), "ods", "json"))
    fields = {one["name"]: one for one in told["layout"]["schema"]["fields"]}
    assert fields["village_code"]["reference"] == "Kode wilayah Kemendagri"
    assert fields["volume"]["by_hand"] and fields["members"]["satu_data"] is None
    assert {row["name"] for row in told["rows"]} >= {"Merah Putih"}


def test_a_workbook_is_made_too(numbered: Cast, sign_in: Any) -> None:
    answer = sign_in(numbered.ratna).get(reverse("portal_export", args=["simkopdes"]))
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_each_sees_the_rows_of_the_own_area_alone(numbered: Cast, sign_in: Any) -> None:
    assert "Merah Putih" not in exported(sign_in(numbered.maria), "simkopdes", "csv")
    row = reverse("portal_row", args=["simkopdes", numbered.merah_putih.pk])
    assert sign_in(numbered.maria).get(row).status_code == 404
    assert sign_in(numbered.ratna).get(row).status_code == 200
    assert sign_in(numbered.wati).get(reverse("portals")).status_code == 403


def test_the_fields_of_a_row_are_ready_to_copy(numbered: Cast, sign_in: Any) -> None:
    page = sign_in(numbered.ratna).get(reverse("portal_row", args=["ods", numbered.merah_putih.pk])).content.decode()
    assert f'value="{NIK}"' in page and 'data-copy="#isian-nik_koperasi"' in page


def test_their_file_is_compared_and_nothing_is_kept(numbered: Cast, sign_in: Any) -> None:
    content = workbook(
        (NIK, LEGAL, "MERAH PUTIH", "1234567890123", "Kuanheun", "40"),
        (OTHER, "", "Kopdes Hilang", "", "", ""),
    )
    answer = sent(sign_in(numbered.ratna), content)
    made, told = answer.context["made"], answer.context["differing"]
    assert answer.status_code == 200 and [row.name for row in made.theirs_alone] == ["Kopdes Hilang"]
    ((row, pairs),) = told
    assert row.name == "Merah Putih"
    assert pairs == [("Desa/Kelurahan", "Bolok", "Kuanheun"), ("Jumlah Anggota", "", "40")]


def test_a_cooperative_without_number_there_is_found_by_its_legal_number(numbered: Cast, sign_in: Any) -> None:
    content = workbook(("", "ahu 0001 AH 01 26 2018", "Merah Putih", "1234567890123", "Bolok", ""))
    made = sent(sign_in(numbered.ratna), content).context["made"]
    assert (made.alike, made.differing, made.theirs_alone) == (1, (), ())


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"bukan buku kerja", "SHEETS_001"), (workbook(("x",), heads=("Judul lain",)), "SHEETS_004")],
)
def test_a_file_that_cannot_be_read_is_told_with_its_code(cast: Cast, sign_in: Any, content: bytes, code: str) -> None:
    answer = sent(sign_in(cast.ratna), content)
    assert answer.status_code == 422 and code in answer.content.decode()


def test_a_cell_that_cannot_be_read_is_told_with_its_row(cast: Cast, sign_in: Any) -> None:
    content = workbook((NIK, "besok pagi"), heads=("NIK Koperasi", "Tgl Badan Hukum"))
    answer = sent(sign_in(cast.ratna), content)
    told = [(one.row, one.code) for one in answer.context["lines"]]
    assert answer.status_code == 422 and told == [("2", "SHEETS_006")]


def test_nothing_sent_and_no_such_system_are_told(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.ratna)
    assert "SHEETS_009" in client.post(reverse("portal", args=["ods"])).content.decode()
    assert client.get(reverse("portal", args=["lain"])).status_code == 404
    assert client.get(reverse("portal_export", args=["ods"]), {"bentuk": "pdf"}).status_code == 404


def test_an_identity_number_is_matched_in_full_and_told_masked(cast: Cast, sign_in: Any) -> None:
    cases.appoint_all(cast)
    host = cases.participant(cast)
    nik = "5301050101990007"
    host.mentee.business.owner.nik = nik
    host.mentee.business.owner.save()
    client = sign_in(cast.ratna)
    assert nik not in exported(client, "bizhub", "csv") and "5301••••••••0007" in exported(client, "bizhub", "csv")
    content = workbook((nik, "Nama lain"), heads=("NIK", "Nama Peserta"))
    made = sent(client, content, "bizhub").context["made"]
    assert (made.alike, made.theirs_alone) == (1, ())


def test_the_api_gives_layouts_and_rows_within_the_same_scope(numbered: Cast, sign_in: Any) -> None:
    client = sign_in(numbered.ratna)
    assert {one["layout"]["name"] for one in client.get("/api/v1/portals").json()} == set(LAYOUTS)
    first = client.get("/api/v1/portals/simkopdes/rows?size=1").json()
    assert len(first["rows"]) == 1
    assert client.get("/api/v1/portals/lain/rows").status_code == 404
    told = sign_in(numbered.maria).get("/api/v1/portals/simkopdes/rows").json()["rows"]
    assert str(numbered.merah_putih.pk) not in {row["id"] for row in told}
    assert sign_in(numbered.wati).get("/api/v1/portals").status_code == 403


def test_the_command_writes_and_compares_within_the_roles_of_a_user(numbered: Cast, tmp_path: Path) -> None:
    out, theirs = tmp_path / "simkopdes.csv", tmp_path / "unduhan.xlsx"
    theirs.write_bytes(workbook((NIK, "", "Merah Putih", "9", "Bolok", "")))
    written = CliRunner().invoke(cli, ["portal", "file", "simkopdes", "--as", "ratna", "-o", str(out)])
    assert written.exit_code == 0 and NIK in out.read_text()
    told = CliRunner().invoke(cli, ["portal", "compare", "simkopdes", str(theirs), "--as", "ratna"]).output
    assert "berbeda: Merah Putih: nib: 1234567890123 / 9" in told
    assert CliRunner().invoke(cli, ["portal", "file", "lain", "--as", "ratna", "-o", str(out)]).exit_code == 2


def test_figures_of_a_programme_leave_with_whoever_reads_its_papers_alone(cast: Cast, sign_in: Any) -> None:
    """Ten members in September's passed report of Merah Putih; a PMO of another programme has the register alone."""
    desk.passed(cast, desk.developed(cast, "2026-09", desk.figures(10, first=True)))
    other = people.user("other", "Pmo Lain")
    people.appoint(other, "pmo", area=places.NTT, programme=cases.TKM)

    def members(who: Any) -> list[str]:
        rows = csv.DictReader(io.StringIO(exported(sign_in(who), "simkopdes", "csv")))
        return [row["Jumlah Anggota"] for row in rows if row["Nama Koperasi"] == str(cast.merah_putih.party.name)]

    assert members(cast.paulus) == members(cast.yosef) == members(cast.ratna) == members(cast.ujang) == ["10"]
    assert members(other) == members(cast.anton) == [""]
