"""The pivot: its cells add up to the whole, and each of its numbers opens just so many records (F6)."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from sidamping.domain.periods import Month
from sidamping.features.indicators.models import Summary
from sidamping.features.indicators.queries.boards import comparison, mentorings
from sidamping.features.indicators.queries.pivots import COLUMNS, MONTH, ROWS, cell_wanted, pivot
from sidamping.features.indicators.queries.wanted import Wanted
from sidamping.features.indicators.services import judge_stale
from sidamping.features.programmes.models import Assignment, Engagement
from sidamping.features.progress import services as progress
from sidamping.features.progress.services import ProfileDraft
from sidamping.platform.access import roles
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.progress import cases
from tests.people import Cast

OCTOBER = Month(2026, 10)
WANTED = Wanted(OCTOBER, cases.TKM)
PAIRS = [(rows, columns) for rows in ROWS for columns in COLUMNS if rows != columns]


@pytest.fixture(autouse=True)
def _story(cast: Cast) -> None:
    """Four participants: Ratna met two of hers, Dominggus carries one, and one has no profile."""
    cases.appoint_all(cast)
    food, fish, silent = (cases.participant(cast, name) for name in ("Keripik", "Ikan Asin", "Tenun"))
    other = cases.participant(cast, "Kue", mentor=cast.dominggus)
    cases.met(cast, food, "2026-10-02", "2026-10-09")
    cases.met(cast, fish, "2026-10-03")
    for one, sector in ((food, "food"), (fish, "fishery"), (other, "food")):
        draft = ProfileDraft(uuid7(), people.TODAY.replace(month=9), sector=sector)
        progress.record_profile(by=people.look(cast.sarlin), engagement=one.pk, draft=draft, on=people.TODAY)
    assert silent.pk
    judge_stale()


@pytest.mark.parametrize(("rows", "columns"), PAIRS)
def test_cells_add_up_to_the_whole_of_their_month(cast: Cast, rows: str, columns: str) -> None:
    viewer = people.look(cast.yosef)
    found = pivot(viewer, WANTED, "visited", rows, columns)
    assert found
    whole = comparison(viewer, Wanted(OCTOBER, cases.TKM, chosen=("visited",))).whole.counts[0]
    cells = [count for (row, column), count in found.cells.items()
             if str(OCTOBER) in (row, column) or MONTH not in (rows, columns)]
    assert (sum(one.part for one in cells), sum(one.population for one in cells)) == (2, 4)
    assert (whole.part, whole.population) == (2, 4)


@pytest.mark.parametrize(("rows", "columns"), [("mentor", "sector"), ("sector", "intensity"), ("regency", "month"),
                                               ("cohort", "health")])
def test_each_cell_opens_just_its_mentorings(cast: Cast, rows: str, columns: str) -> None:
    viewer = people.look(cast.yosef)
    found = pivot(viewer, WANTED, "visited", rows, columns)
    assert found
    for (row, column), count in found.cells.items():
        narrowed = cell_wanted(cell_wanted(WANTED, found.columns, column), found.rows, row)
        for state, size in (("ya", count.part), ("semua", count.population)):
            behind = mentorings(viewer, narrowed, "visited", state)
            assert behind and len(behind.page.rows) == size, (row, column, state)


@pytest.mark.parametrize("rows", ["province", "regency"])
def test_a_cell_of_a_regencys_board_opens_nobody_of_the_next_regency(cast: Cast, rows: str) -> None:
    """The province of a board about Kupang is as much of it as the board tells of."""
    people.appoint(cast.yosef, roles.COORDINATOR, area=places.NTT, programme=cases.TKM)
    moved = Engagement.objects.filter(programme=cases.TKM).order_by("pk")[:1]
    Engagement.objects.filter(pk__in=moved).update(village=places.KUATAE, regency=places.TTS)
    viewer, kupang = people.look(cast.yosef), replace(WANTED, area=places.KUPANG)
    found = pivot(viewer, kupang, "visited", rows, "programme")
    assert found
    ((row, column), count), = found.cells.items()
    behind = mentorings(viewer, cell_wanted(cell_wanted(kupang, found.columns, column), found.rows, row), "visited",
                        "semua")
    assert behind and len(behind.page.rows) == count.population == 3


def text(client: Any, **query: Any) -> str:
    asked = {"bulan": "2026-10", "program": cases.TKM, "nilai": "visited", **query}
    answer = client.get(reverse("figures_pivot"), asked)
    assert answer.status_code == 200
    return unescape(" ".join(answer.content.decode().split()))


def test_the_page_names_mentors_and_sectors_and_counts_before_it_shares(
    cast: Cast, sign_in: Any, at_most_queries: Any
) -> None:
    client = sign_in(cast.yosef)
    text(client, baris="mentor", kolom="sector")
    with at_most_queries(10):
        page = text(client, baris="mentor", kolom="sector")
    assert "Ratna Tefa" in page and "Dominggus Lay" in page and "Sektor: industri boga" in page
    assert f"pendamping={cast.ratna.pk}&sektor=1&keadaan=ya" in page
    assert "1/2</a> <small class=\"muted\">50,0 %" in page


def test_months_stand_newest_first_and_the_one_that_runs_is_marked(cast: Cast, sign_in: Any) -> None:
    page = text(sign_in(cast.yosef), bulan="2026-11", baris="mentor", kolom="month")
    heads = page[page.index("<thead>"):page.index("</thead>")].replace("</th>", "<")
    assert heads.index("November 2026 (bulan berjalan)") < heads.index("Oktober 2026<") < heads.index("September 2026<")
    assert "per 5 Nov 2026 (bulan berjalan)." in page


def test_nobody_told_is_no_zero_and_opens_who_is_asked(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    asked = {"bulan": "2026-10", "program": cases.TKM, "indikator": "workers-added"}
    compared = unescape(client.get(reverse("figures_compare"), asked).content.decode())
    for page in (compared, text(client, nilai="workers-added", baris="programme", kolom="sector")):
        cell = re.search(r'belum dilaporkan</small> <a href="([^"]+keadaan=belum)">(\d)</a>', page)
        assert cell and "0/0" not in page
        behind = client.get(cell[1]).content.decode()
        assert behind.count('<th scope="row">') == int(cell[2])


def test_all_who_are_asked_as_shares_of_their_row(cast: Cast, sign_in: Any) -> None:
    page = text(sign_in(cast.yosef), baris="mentor", kolom="sector", hitung="semua")
    assert "1/3</a> <small class=\"muted\">33,3 %" in page
    assert f"pendamping={cast.ratna.pk}&sektor=belum&keadaan=semua" in page


def test_mentors_are_compared_side_by_side(cast: Cast, sign_in: Any) -> None:
    query = {"bulan": "2026-10", "program": cases.TKM, "per": "mentor", "indikator": "visited"}
    page = sign_in(cast.yosef).get(reverse("figures_compare"), query).content.decode()
    assert "2/3" in page and "0/1" in page and "Dominggus Lay" in page


def test_a_stranger_counts_nobody_and_a_chair_is_refused(cast: Cast, sign_in: Any) -> None:
    assert "Ratna Tefa" not in text(sign_in(cast.maria), baris="mentor", kolom="sector")
    assert sign_in(cast.ujang).get(reverse("figures_pivot")).status_code == 403
    assert sign_in(cast.yosef).get(reverse("figures_pivot"), {"nilai": "nowhere"}).status_code == 404


def test_those_without_a_group_are_called_the_same_on_every_board(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    page = text(client, baris="sector", kolom="programme")
    none = "Belum dilaporkan atau tidak ditanyakan"
    assert f'<th scope="row">{none}</th>' in page
    assert f"Hanya <strong>Sektor: {none.lower()}</strong>" in text(client, baris="mentor", sektor="belum")
    assert "Hanya <strong>Sektor: 99</strong>" in text(client, baris="mentor", sektor="99")
    assert [row[0] for row in sheet(client, baris="sector")][-2:] == [none, "Seluruhnya"]
    Assignment.objects.filter(mentor=cast.dominggus).delete()
    assert '<th scope="row">Tanpa pendamping</th>' in text(client, baris="mentor", kolom="sector")
    compared = client.get(reverse("figures_compare"), {"bulan": "2026-10", "program": cases.TKM, "per": "mentor"})
    assert ">Tanpa pendamping</a></th>" in compared.content.decode()


def test_the_workbook_adds_up_as_the_page_does(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    heads, *rows = sheet(client, baris="mentor", kolom="sector")
    assert heads[-3:] == ["Seluruhnya: memenuhi", "Seluruhnya: dapat ditentukan", "Seluruhnya: semua"]
    assert [(row[0], *row[-3:]) for row in rows] == [
        ("Dominggus Lay", 0, 1, 1), ("Ratna Tefa", 2, 3, 3), ("Seluruhnya", 2, 4, 4)
    ]
    assert "2/4</a>" in text(client, baris="mentor", kolom="sector").partition("<tfoot>")[2]
    heads, *rows = sheet(client, baris="mentor", kolom="month")
    assert not any("Seluruhnya" in head for head in heads) and rows[-1][0] == "Seluruhnya"
    heads, *rows = sheet(client, baris="month", kolom="sector")
    assert heads[-1] == "Seluruhnya: semua" and rows[-1][0] != "Seluruhnya"


@pytest.mark.parametrize("name", ["figures_pivot_xlsx", "figures_export"])
def test_a_workbook_says_what_it_is_narrowed_to_and_adds_up(cast: Cast, sign_in: Any, name: str) -> None:
    asked = {"bulan": "2026-10", "program": cases.TKM, "nilai": "visited", "indikator": "visited", "sektor": "belum",
             "per": "regency"}
    found = sign_in(cast.yosef).get(reverse(name), asked | {"baris": "regency"})
    rows = list(load_workbook(BytesIO(b"".join(found.streaming_content))).active.values)
    assert rows[1][0].startswith("Pendampingan Tenaga Kerja Mandiri")
    assert rows[1][0].endswith(", Sektor: belum dilaporkan atau tidak ditanyakan")
    assert "Seluruhnya" in rows[-1] and rows[-1][-3:] == rows[-2][-3:]


def test_a_sum_is_a_share_of_the_whole_table(cast: Cast, sign_in: Any) -> None:
    last = text(sign_in(cast.yosef), baris="mentor", kolom="sector", hitung="semua").partition("<tfoot>")[2]
    assert "2/4</a> <small class=\"muted\">50,0 %" in last and "4/4</a> <small class=\"muted\">100,0 %" in last


def sheet(client: Any, **query: str) -> list[list[Any]]:
    """The rows of the workbook from its heads on."""
    asked = {"bulan": "2026-10", "program": cases.TKM, "nilai": "visited", **query}
    content = b"".join(client.get(reverse("figures_pivot_xlsx"), asked).streaming_content)
    rows = [list(row) for row in load_workbook(BytesIO(content)).active.values]
    first = next(at for at, row in enumerate(rows) if row[1])
    return rows[first:]


def test_the_pivot_is_a_workbook_too(cast: Cast, sign_in: Any) -> None:
    answer = sign_in(cast.yosef).get(reverse("figures_pivot_xlsx"), {"bulan": "2026-10", "nilai": "visited"})
    assert answer["Content-Disposition"] == 'attachment; filename="tabel-silang-2026-10.xlsx"'
    assert b"".join(answer.streaming_content)[:2] == b"PK"


@pytest.mark.parametrize(
    ("name", "told"),
    [("figures_compare", {"per": "regency"}), ("figures_pivot", {"baris": "regency"}), ("figure", {"per": "regency"})],
)
def test_more_groups_than_a_page_holds_stand_on_the_next(
    cast: Cast, sign_in: Any, name: str, told: dict[str, str]
) -> None:
    """Fifty on a page; the sum stays that of all of them."""
    regencies = [f"53.{at}" for at in range(30, 82)]
    Summary.objects.bulk_create(
        Summary(engagement_id=uuid7(), month=OCTOBER.start, measure="started", value=1, mentee_id=uuid7(),
                programme=cases.TKM, province="53", regency=code) for code in regencies
    )
    people.appoint(cast.sarlin, roles.PMO, programme=cases.TKM)
    client, place = sign_in(cast.sarlin), reverse(name, args=["visited"] if name == "figure" else [])
    first = client.get(place, {"program": cases.TKM, "nilai": "visited", "bulan": "2026-10"} | told)
    onwards = re.search(r'href="([^"]+)" rel="next"', first.content.decode())
    assert onwards
    second = client.get(unescape(onwards[1]))
    shown = [set(re.findall(r"wilayah=(53\.[3-8]\d)", one.content.decode())) for one in (first, second)]
    assert shown[0].isdisjoint(shown[1]) and shown[0] | shown[1] == set(regencies)
    assert 'rel="next"' not in second.content.decode()


@pytest.mark.parametrize(
    ("name", "told"),
    [("figures_compare", {"per": "mentor"}), ("figures_pivot", {"baris": "mentor"}), ("figure", {"per": "mentor"})],
)
def test_mentors_of_a_nation_stand_side_by_side_in_one_province(
    cast: Cast, sign_in: Any, at_most_queries: Any, name: str, told: dict[str, str]
) -> None:
    people.appoint(cast.agnes, roles.PMO, area=None, programme=cases.TKM)
    client, place = sign_in(cast.agnes), reverse(name, args=["visited"] if name == "figure" else [])
    asked = {"program": cases.TKM, "nilai": "visited", "bulan": "2026-10"} | told
    client.get(place, asked)
    with at_most_queries(10):
        nation = client.get(place, asked).content.decode()
    assert "Pilih provinsinya" in nation and cast.dominggus.full_name not in nation
    narrowed = unescape(re.findall(r'<a href="(\?[^"]*wilayah=53[^"]*)">[^<]*Nusa', nation)[-1])
    province = client.get(place + narrowed).content.decode()
    assert cast.dominggus.full_name in province and "Pilih provinsinya" not in province
    if name != "figure":
        workbook = client.get(reverse({"figures_compare": "figures_export"}.get(name, "figures_pivot_xlsx")), asked)
        assert workbook.status_code == 303 and workbook["Location"].startswith(place), "as heavy as the page"
