"""Import from Excel: preview by row, all or nothing, twice is once, every fault with its code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from sidamping.features.parties.models import Business, Cooperative, Party, Person
from sidamping.features.parties.services import keep_upload
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.http import clock
from sidamping.platform.jobs.queries import JobCard, job_card
from sidamping.platform.jobs.running import start
from tests import people
from tests.features.parties import sheets
from tests.people import Cast

GOOD = """
Marselinus Tefa | 5301050101800001 | L | 53.01.05.2010 | 081234567890
Agustina Tefa   | 5301054101800002 | P | 53.01.05.2011 |
Yuliana Bana    |                  | P | 53.01.05.2012 |
"""


@pytest.fixture(autouse=True)
def _files(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def run(who: User, kind: str, content: bytes, **options: Any) -> JobCard:
    """The job of an import, run at once."""
    arguments = {"kind": kind, "file": keep_upload(content, now=clock.now()), "name": "data.xlsx", **options}
    viewer = people.look(who)
    card = job_card(viewer, start("parties.import", by=viewer, arguments=arguments, now=True))
    assert card is not None
    return card


def counts(card: JobCard) -> tuple[int, int, int, int]:
    """(new, known, alike, faulty)"""
    return tuple(card.result["counts"][state] for state in ("new", "known", "alike", "faulty"))  # type: ignore[return-value]  # four


def faults(card: JobCard) -> dict[int, list[str]]:
    """Row → codes."""
    return {line["row"]: [one["code"] for one in line["problems"]] for line in card.result["lines"]}


def test_a_preview_writes_nothing(cast: Cast) -> None:
    before = Party.objects.count()
    card = run(cast.ratna, "person", sheets.persons(GOOD))
    assert (card.state, counts(card)) == ("done", (3, 0, 0, 0))
    assert Party.objects.count() == before
    assert not Activity.objects.filter(action="parties.imported").exists()


def test_the_same_file_twice_creates_nothing_twice(cast: Cast) -> None:
    before = Party.objects.count()
    first = run(cast.ratna, "person", sheets.persons(GOOD), apply=True)
    again = run(cast.ratna, "person", sheets.persons(GOOD), apply=True)
    assert (first.result["counts"]["written"], again.result["counts"]["written"]) == (3, 0)
    assert counts(again) == (0, 3, 0, 0)
    assert Party.objects.count() == before + 3
    assert Activity.objects.filter(action="parties.imported").count() == 1
    assert Activity.objects.filter(action="parties.person_added").count() == 3


def test_every_row_tells_all_its_faults(cast: Cast) -> None:
    card = run(cast.ratna, "person", sheets.persons("""
        Marselinus Tefa | 5301050101800001  | L | 53.01.05.2010 | 081234567890
                        | 530105            | X | 53.01.05.9999 | 08
        Orang Jauh      |                   | L | 53.02.01.2012 |
        Marselinus Dua  | 5301050101800001  | L | 53.01.05.2010 |
        Orang Kecamatan |                   | L | 53.01.05      |
    """))
    assert counts(card) == (1, 0, 0, 4)
    assert faults(card) == {
        3: ["GENERAL_001", "AREAS_001", "PARTIES_001", "PARTIES_006", "GENERAL_002"],
        4: ["AREAS_005"],
        5: ["PARTIES_022"],
        6: ["AREAS_004"],
    }
    assert "530105" not in str(card.result["lines"][0]["problems"])


def test_one_faulty_row_and_nothing_is_imported(cast: Cast) -> None:
    before = Party.objects.count()
    card = run(cast.ratna, "person", sheets.persons(GOOD + "X | 12 | L | 53.01.05.2010 |"), apply=True)
    assert card.state == "failed"
    assert [one["code"] for one in card.result["problems"]] == ["PARTIES_001"]
    assert Party.objects.count() == before


def test_cooperatives_with_wrong_codes_and_dates_are_named_by_row(cast: Cast) -> None:
    card = run(cast.ratna, "cooperative", sheets.cooperatives("""
        KSP Mekar  | Simpan pinjam     | 53.01.05.2010 | 518/BH/XXI.3/2016 | 21/03/2016    | 5301050010001
        Tani Jaya  | producer          | 53.01.05.2011 |                   | 5 Nopember 2026 |
        Entah      | Dagang            | 53.01.05.2010 | abcd              | 31/02/2016    | 12
        Besok      | Jasa              | 53.01.05.2010 |                   | 06/11/2026    |
    """))
    assert counts(card) == (2, 0, 0, 2)
    assert faults(card) == {
        4: ["SHEETS_006", "GENERAL_002", "PARTIES_005", "PARTIES_004"],
        5: ["PARTIES_015"],
    }


def test_a_number_matches_for_certain_and_a_name_only_perhaps(cast: Cast) -> None:
    Cooperative.objects.filter(pk=cast.merah_putih.pk).update(nik_koperasi="5301050010009")
    card = run(cast.ratna, "cooperative", sheets.cooperatives("""
        Nama Baru            | Jasa | 53.01.05.2011 | AHU-0001.AH.01.26.2018 | |
        Koperasi Merah Putih | Jasa | 53.01.05.2010 |                        | | 5301050019999
    """))
    assert counts(card) == (0, 1, 1, 0)
    assert faults(card)[3] == ["PARTIES_024"]


def test_rows_that_look_alike_are_written_only_when_wanted(cast: Cast) -> None:
    sheet = sheets.cooperatives("KSU Merah Putih | Jasa | 53.01.05.2010 | | | 5301050019999")
    assert run(cast.ratna, "cooperative", sheet, apply=True).result["counts"]["written"] == 0
    assert run(cast.ratna, "cooperative", sheet, apply=True, keep=True).result["counts"]["written"] == 1


def test_businesses_find_their_owner_or_bring_a_new_one(cast: Cast) -> None:
    sheet = sheets.businesses("""
        Abon Ikan     | Ujang Mantap | 5301052301800001 | food    | 53.01.05.2010 | AHU-0001.AH.01.26.2018
        Tenun Ina     | Ina Bana     |                  | Tenun dan tekstil | 53.01.05.2011 |
        Tenun Ina Dua | Ina Bana     |                  | weaving | 53.01.05.2011 |
    """)
    card = run(cast.ratna, "business", sheet)
    assert (counts(card), card.result["owners"]) == ((3, 0, 0, 0), 1)
    assert run(cast.ratna, "business", sheet, apply=True).result["counts"]["written"] == 3
    assert Person.objects.filter(party__name="Ina Bana").count() == 1
    assert Business.objects.get(party__name="Abon Ikan").cooperative_id == cast.merah_putih.pk
    assert counts(run(cast.ratna, "business", sheet, apply=True)) == (0, 3, 0, 0)


def test_a_business_without_owner_or_with_an_unknown_cooperative_is_faulty(cast: Cast) -> None:
    card = run(cast.ratna, "business", sheets.businesses("""
        Abon Ikan |          |  | food  | 53.01.05.2010 |
        Abon Daun | Ina Bana |  | angin | 53.01.05.2010 | 999/BH/2020
    """))
    assert faults(card) == {2: ["GENERAL_001"], 3: ["PARTIES_019", "GENERAL_002"]}


@pytest.mark.parametrize(("content", "code"), [
    (b"", "SHEETS_001"),
    (b"nama;nik\nUjang;1", "SHEETS_001"),
    (sheets.workbook(("Nama", "Telepon"), [("Ujang", "1")]), "SHEETS_004"),
    (sheets.workbook(sheets.PERSON_HEADS, []), "SHEETS_005"),
])
def test_a_file_that_is_no_such_table_is_refused_whole(cast: Cast, content: bytes, code: str) -> None:
    card = run(cast.ratna, "person", content)
    assert card.state == "failed"
    assert [one["code"] for one in card.result["problems"]] == [code]


def test_a_nik_kept_as_a_figure_has_lost_digits_and_is_refused(cast: Cast) -> None:
    row = ("Marselinus Tefa", 5301050101800001.0, "L", "53.01.05.2010", "")
    assert faults(run(cast.ratna, "person", sheets.workbook(sheets.PERSON_HEADS, [row]))) == {2: ["SHEETS_007"]}


def test_a_reader_imports_nothing(cast: Cast) -> None:
    card = run(cast.dominggus, "person", sheets.persons(GOOD), apply=True)
    assert card.state == "failed"
    assert {one["code"] for one in card.result["problems"]} == {"PARTIES_021"}
