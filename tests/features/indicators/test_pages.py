"""The boards: every number is a count of a stated whole and opens its records; nobody sees another area (C4-C6, F6)."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation

from sidamping.domain.cohorts.shares import Share
from sidamping.features.indicators.models import SavedView
from sidamping.features.indicators.queries import words
from sidamping.features.indicators.services import judge_stale, rebuild
from sidamping.features.programmes.models import Cohort, Engagement, Path
from sidamping.platform.database.ids import uuid7
from sidamping.platform.territory.models import Boundary
from tests.features.progress import cases
from tests.people import Cast

pytestmark = pytest.mark.usefixtures("story")
PLAIN = ("figures", "figures_compare", "figures_cross", "publications")
MORE = ("figures_export", "figures_seasons", "figures_season_list", "figures_baseline")


@pytest.fixture
def story(cast: Cast) -> None:
    """Three participants in Kupang: one met twice whose sales grew, one met five times without, one silent."""
    cases.appoint_all(cast)
    grown, busy = cases.participant(cast, "Keripik"), cases.participant(cast, "Kue Lontar")
    cases.participant(cast, "Tenun Ikat")
    cases.met(cast, grown, "2026-08-12", "2026-10-02")
    cases.met(cast, busy, "2026-08-13", "2026-08-27", "2026-09-10", "2026-09-24", "2026-10-08")
    for one, last in ((grown, 1_500_000), (busy, 900_000)):
        cases.told(cast, one, "2026-07", 1_000_000)
        cases.told(cast, one, "2026-10", last)
    judge_stale()


def text(client: Any, name: str, *args: Any, **query: Any) -> str:
    answer = client.get(reverse(name, args=args), {"bulan": "2026-10", "program": cases.TKM, **query})
    assert answer.status_code == 200, answer
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("name", PLAIN)
def test_every_board_opens_for_its_readers_within_ten_queries(
    cast: Cast, sign_in: Any, at_most_queries: Any, name: str
) -> None:
    client = sign_in(cast.yosef)
    text(client, name)
    with at_most_queries(10):
        text(client, name)


def test_C4_a_tile_tells_part_whole_and_what_is_not_reported(cast: Cast, sign_in: Any) -> None:
    page = text(sign_in(cast.yosef), "figures")
    assert "Omzet naik" in page
    assert "50,0 %" in page
    grown = reverse("figure_list", args=["turnover-grew"])
    assert f"{grown}?bulan=2026-10&amp;program={cases.TKM}&amp;per=programme&amp;keadaan=belum" in page


@pytest.mark.parametrize(("state", "names"), [
    ("ya", {"Keripik"}), ("tidak", {"Kue Lontar"}), ("belum", {"Tenun Ikat"}),
    ("dilaporkan", {"Keripik", "Kue Lontar"}), ("semua", {"Keripik", "Kue Lontar", "Tenun Ikat"}),
])
def test_F6_each_number_opens_the_mentorings_behind_it(cast: Cast, sign_in: Any, state: str, names: set[str]) -> None:
    page = text(sign_in(cast.yosef), "figure_list", "turnover-grew", keadaan=state)
    assert {name for name in ("Keripik", "Kue Lontar", "Tenun Ikat") if name in page} == names
    assert {said for said in ("ya", "tidak", "1", "0") if f">{said}</a></span></td>" in page} == {
        said for said, told in (("ya", "Keripik"), ("tidak", "Kue Lontar")) if told in names
    }


def test_one_indicator_shows_its_year_its_map_and_their_tables(
    cast: Cast, sign_in: Any, at_most_queries: Any
) -> None:
    client = sign_in(cast.yosef)
    text(client, "figure", "visited", per="regency")
    with at_most_queries(10):
        page = text(client, "figure", "visited", per="regency")
    assert page.count("<rect") >= 38 and "echarts" in page
    assert "echarts" not in text(sign_in(cast.ratna), "figure", "visited")
    assert "figure-line" in page and "Kupang" in page


def test_a_figure_and_its_list_name_their_programme_on_paper_too(cast: Cast, sign_in: Any) -> None:
    """Forms are not printed."""
    client, title = sign_in(cast.yosef), "Pendampingan Tenaga Kerja Mandiri"
    for name, args in (("figure", ("visited",)), ("figure_list", ("visited",)), ("figures_season_list", ())):
        for programme, named in ((cases.TKM, True), ("", False)):
            page = text(client, name, *args, program=programme).partition("<main")[2]
            assert (title in page.partition("<form")[0]) == named, (name, programme)


def test_the_board_that_is_set_goes_along_to_figures_of_others_and_back(cast: Cast, sign_in: Any) -> None:
    client, query = sign_in(cast.yosef), f"bulan=2026-09&program={cases.TKM}&wilayah=53.01&per=mentor"
    there = f"{reverse('publications')}?{query}"
    assert f'href="{there}"' in unescape(client.get(f"{reverse('figures')}?{query}").content.decode())
    assert f'href="{reverse("figures")}?{query}"' in unescape(client.get(there).content.decode())


def test_the_address_of_the_map_leads_to_the_map_of_an_indicator(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    for asked, code in (({}, "visited"), ({"nilai": "contacted"}, "contacted"), ({"nilai": "nothing"}, "visited")):
        answer = client.get(reverse("figures_map"), {"bulan": "2026-10", **asked})
        assert answer.status_code == 303
        assert answer["Location"].startswith(f"{reverse('figure', args=[code])}?bulan=2026-10")
        assert answer["Location"].endswith("#peta")


def test_before_any_indicator_was_defined_boards_are_empty_and_the_map_leads_to_them(cast: Cast, sign_in: Any) -> None:
    client = sign_in(cast.yosef)
    for month in ("1901-01", "2015-01"):
        asked = {"bulan": month, "program": cases.TKM}
        for name in (*PLAIN, *MORE):
            assert client.get(reverse(name), asked).status_code == 200, name
        assert client.get(reverse("figures_pivot"), asked).status_code == 404
        assert client.get(reverse("figures_map"), asked)["Location"].startswith(f"{reverse('figures')}?bulan={month}")


def test_F6_the_map_is_drawn_by_the_outlines_an_office_loaded_and_each_area_opens_its_own_board(
    cast: Cast, sign_in: Any, at_most_queries: Any
) -> None:
    for code in ("53", "53.01", "53.02"):
        Boundary.objects.create(area_id=code, path=f"M{code[-2:]} 0l1 1z", left=2900, top=1700, right=2950, bottom=1800,
                                loaded_on=cases.START)
    client = sign_in(cast.yosef)
    with at_most_queries(10):
        page = text(client, "figure", "visited", per="regency")
    assert 'd="M01 0l1 1z"' in page and 'd="M02 0l1 1z"' in page and 'd="M53 0l1 1z"' not in page
    own = f"?bulan=2026-10&amp;program={cases.TKM}&amp;wilayah=53.01&amp;per=regency"
    assert f'<a href="{own}" aria-label="' in page and ': 2 / 3 = 66,7 %"' in page
    Boundary.objects.exclude(area_id="53").delete()
    assert 'd="M53 0l1 1z"' in text(client, "figure", "visited", per="regency")


def test_C5_intensity_stands_against_outcome(cast: Cast, sign_in: Any) -> None:
    page = text(sign_in(cast.yosef), "figures_cross")
    low, _, high = page.partition("Intensitas lebih dari 4 kali")
    assert "1/1" in low and "0/1" in high
    assert "intensitas=3&amp;keadaan=ya" in high
    page = text(sign_in(cast.yosef), "figure_list", "turnover-grew", intensitas="3", keadaan="semua")
    assert "Kue Lontar" in page and "Keripik" not in page


def test_a_stranger_sees_no_figures_of_others(cast: Cast, sign_in: Any) -> None:
    for state in ("ya", "semua"):
        assert "Keripik" not in text(sign_in(cast.maria), "figure_list", "turnover-grew", keadaan=state)
    assert "Omzet naik" not in text(sign_in(cast.maria), "figures")
    assert sign_in(cast.ujang).get(reverse("figures")).status_code == 403


def test_an_indicator_nobody_defined_is_not_found(cast: Cast, sign_in: Any) -> None:
    assert sign_in(cast.yosef).get(reverse("figure", args=["nowhere"])).status_code == 404
    assert sign_in(cast.yosef).get(reverse("figure_list", args=["nowhere"])).status_code == 404


def test_the_pivot_is_a_workbook_of_counts(cast: Cast, sign_in: Any) -> None:
    answer = sign_in(cast.yosef).get(reverse("figures_export"), {"bulan": "2026-10", "program": cases.TKM})
    assert answer["Content-Disposition"] == 'attachment; filename="papan-angka-2026-10.xlsx"'
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_a_view_is_kept_once_for_its_user_and_reopens(cast: Cast, sign_in: Any) -> None:
    client, id = sign_in(cast.yosef), str(uuid7())
    sent = {"id": id, "name": " TKM\r\nOktober ", "query": "bulan=2026-10"}
    for _ in range(2):
        assert client.post(reverse("view_save"), sent).status_code == 303
    assert SavedView.objects.values_list("name", "address").get() == ("TKM Oktober", "/papan-angka/?bulan=2026-10")
    assert "TKM Oktober" in text(client, "figures")
    assert "TKM Oktober" not in text(sign_in(cast.sarlin), "figures")
    sign_in(cast.sarlin).post(reverse("view_forget", args=[id]))
    assert SavedView.objects.count() == 1
    client.post(reverse("view_forget", args=[id]))
    assert SavedView.objects.count() == 0


def test_cohorts_are_named_without_a_programme_and_offered_to_those_who_see_somebody_in_them(
    cast: Cast, sign_in: Any
) -> None:
    for name in ("Angkatan Terbuka", "Angkatan Sunyi"):
        path = Path.objects.create(subject="cohort", programme=cases.TKM, pinned=cases.PINNED, starts=cases.START)
        cohort = Cohort.objects.create(
            id=path.pk, path=path, programme=cases.TKM, name=name, area="53", starts=cases.START
        )
        if name == "Angkatan Terbuka":
            own = Path.objects.create(
                subject="mentee", programme=cases.TKM, pinned=cases.PINNED, starts=cases.START, cohort=cohort
            )
            Engagement.objects.create(
                id=own.pk, path=own, programme=cases.TKM, pinned=cases.PINNED, mentee=cast.keripik.party,
                village_id=cast.keripik.party.village_id, regency=cast.keripik.party.village_id[:5], starts=cases.START,
            )
    client = sign_in(cast.yosef)
    page = text(client, "figures_compare", program="", per="cohort")
    assert "Angkatan Terbuka" in page and "kohort=tanpa" in page
    board = text(client, "figures")
    assert "Angkatan Terbuka" in board and "Angkatan Sunyi" not in board
    assert '<option value="tanpa" selected>' in text(client, "figures", kohort="tanpa")
    assert "Angkatan Terbuka" not in text(client, "figure_list", "visited", kohort="tanpa", keadaan="semua")
    chosen = str(Cohort.objects.get(name="Angkatan Terbuka").pk)
    for name in ("figures_compare", "figures_seasons", "figures_baseline", "figures_pivot"):
        page = text(client, name, kohort=chosen)
        assert "Hanya <strong>Angkatan Terbuka</strong>" in page, name
        assert "kohort=" not in page.split("Hanya <strong>")[1].partition("</p>")[0], name
        assert "Hanya <strong>Tanpa angkatan</strong>" in text(client, name, kohort="tanpa"), name


def test_a_cohort_or_mentor_out_of_sight_stays_unnamed_in_an_address(
    cast: Cast, sign_in: Any, at_most_queries: Any
) -> None:
    path = Path.objects.create(subject="cohort", programme=cases.TKM, pinned=cases.PINNED, starts=cases.START)
    Cohort.objects.create(id=path.pk, path=path, programme=cases.TKM, name="Angkatan Sunyi", area="53",
                          starts=cases.START)
    client = sign_in(cast.yosef)
    names = ("figures", "figures_compare", "figures_pivot", "figures_cross", "figures_seasons", "figures_baseline")
    for name in names:
        with at_most_queries(10):
            page = text(client, name, kohort=str(path.pk), pendamping=str(cast.maria.pk))
        told = page.split("Hanya <strong>")[1].partition("</strong>")[0]
        assert told == "angkatan tanpa dampingan yang Anda lihat, pendamping tanpa dampingan yang Anda lihat", name
        assert "Angkatan Sunyi" not in page and "Maria Banunaek" not in page, name
        assert f"Hanya <strong>{cast.ratna.full_name}</strong>" in text(client, name, pendamping=str(cast.ratna.pk))
        assert "Hanya <strong>Tanpa pendamping</strong>" in text(client, name, pendamping="tanpa"), name


def test_a_programme_out_of_sight_is_told_and_taken_away(cast: Cast, sign_in: Any) -> None:
    page = text(sign_in(cast.yosef), "figures", program="nowhere", wilayah="53.01")
    told = page.split("Hanya <strong>")[1].partition("</p>")[0]
    assert told.startswith("program tanpa dampingan yang Anda lihat, ") and "program=" not in told


def test_months_before_anybody_came_are_not_promised(cast: Cast, sign_in: Any) -> None:
    page = text(sign_in(cast.yosef), "figure", "visited")
    told = page.split("<h2>Bulan demi bulan</h2>")[1]
    rows = told.split('id="rows-year">')[1].partition("</tbody>")[0].count("<tr")
    assert 0 < rows < 12 and f"Ada dampingan pada {rows} dari 12 bulan ini." in told
    Engagement.objects.all().update(starts="2020-01-01")
    rebuild()
    assert "Ada dampingan pada" not in text(sign_in(cast.yosef), "figure", "visited")
    assert "Bulan demi bulan" not in text(sign_in(cast.maria), "figure", "visited")


def test_the_chosen_indicators_go_into_the_workbook_and_into_a_kept_view(cast: Cast, sign_in: Any) -> None:
    client, chosen = sign_in(cast.yosef), "indikator=visited&amp;indikator=turnover-grew"
    page = text(client, "figures_compare", indikator=["visited", "turnover-grew", "nowhere"])
    assert f"{reverse('figures_export')}?bulan=2026-10&amp;program={cases.TKM}&amp;per=programme&amp;{chosen}" in page
    assert page.count('<input type="hidden" name="indikator"') == 2
    query = "bulan=2026-10&indikator=visited&" + "program=" + "x" * 60 + "&wilayah=53&" * 30 + "per=cohort"
    client.post(reverse("view_save"), {"id": str(uuid7()), "name": "Panjang", "query": query})
    assert SavedView.objects.get().address == f"/papan-angka/?{query}"


@pytest.mark.parametrize(("told", "codes"), [
    ({"name": "  "}, {"INDICATORS_022"}), ({"name": "x" * 61}, {"INDICATORS_023"}),
    ({"name": "Tiap bulan"}, {"INDICATORS_016"}), ({"query": "x" * 3000}, {"INDICATORS_024"}),
    ({"name": "", "query": "x" * 3000}, {"INDICATORS_022", "INDICATORS_024"}),
])
def test_a_view_is_refused_with_every_reason_and_what_was_typed(
    cast: Cast, sign_in: Any, told: dict[str, str], codes: set[str]
) -> None:
    client, board = sign_in(cast.yosef), reverse("figures_pivot")
    client.post(reverse("view_save"), {"id": str(uuid7()), "name": "Tiap bulan", "query": "bulan=2026-10"})
    sent = {"id": str(uuid7()), "name": "Sektor", "page": board, "query": "bulan=2026-09"} | told
    answer = client.post(reverse("view_save"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and set(re.findall(r"INDICATORS_\d+", page)) == codes
    assert ('class="fault" id="id_name_fault"' in page) == ("name" in told)
    kept = {name: value for name, value in sent.items() if f'name="{name}" value="{value}"' in page}
    assert kept.keys() >= {"id", "page", "query"} and f'href="{board}?{sent["query"]}"' in page
    assert sent["name"].strip() in page and SavedView.objects.count() == 1


@pytest.mark.parametrize(("name", "code", "heading"), [
    ("figures_pivot", (), "Tabel silang"), ("figures_compare", (), "Bandingkan"), ("figures_cross", (), "Intensitas"),
    ("figures_seasons", (), "Musim"), ("figures_baseline", (), "Awal"), ("figure", ("visited",), "dikunjungi"),
])
def test_every_board_is_kept_where_it_stands_and_reopens(
    cast: Cast, sign_in: Any, name: str, code: tuple[str, ...], heading: str
) -> None:
    client, place = sign_in(cast.yosef), reverse(name, args=code)
    page = unescape(text(client, name, *code))
    assert f'name="page" value="{place}"' in page
    query = page.split('name="query" value="')[1].split('"')[0]
    answer = client.post(reverse("view_save"), {"id": str(uuid7()), "name": heading, "page": place, "query": query})
    kept = SavedView.objects.get().address
    assert answer["Location"] == kept == f"{place}?{query}"
    assert heading in client.get(kept).content.decode()
    assert f'<a class="place" href="{kept}">' in unescape(text(client, "figures"))


@pytest.mark.parametrize(("query", "kept"), [
    ("bulan=2026-11&program=x", "program=x"), ("bulan=2026-10&program=x", "bulan=2026-10&program=x"),
    ("program=x&bulan=2026-11", "program=x"), ("bulan=2026-11", ""),
])
def test_a_board_of_the_running_month_is_kept_without_it(cast: Cast, sign_in: Any, query: str, kept: str) -> None:
    """Opened next year it shows the month that runs then; a month that is over was chosen."""
    sign_in(cast.yosef).post(reverse("view_save"), {"id": str(uuid7()), "name": "x", "query": query})
    assert SavedView.objects.get().address == f"/papan-angka/?{kept}"


@pytest.mark.parametrize("told", ["", "/papan-angka/pdf/", "/keluar/", "//elsewhere.example/papan-angka/"])
def test_no_other_page_is_kept(cast: Cast, sign_in: Any, told: str) -> None:
    sign_in(cast.yosef).post(reverse("view_save"), {"id": str(uuid7()), "name": "x", "page": told, "query": "a=b"})
    assert SavedView.objects.get().address == "/papan-angka/?a=b"


def test_a_view_under_the_id_of_somebody_elses_is_refused(cast: Cast, sign_in: Any) -> None:
    sent = {"id": str(uuid7()), "name": "Papan", "query": "bulan=2026-10"}
    sign_in(cast.yosef).post(reverse("view_save"), sent)
    answer = sign_in(cast.sarlin).post(reverse("view_save"), sent)
    assert "INDICATORS_019" in answer.content.decode()
    assert SavedView.objects.count() == 1


@pytest.mark.parametrize(
    ("language", "told"), [("id", ("1.296", "43,20 %", "+12,5 %")), ("en", ("1,296", "43.20%", "+12.5%"))]
)
def test_figures_are_written_in_the_readers_language(language: str, told: tuple[str, ...]) -> None:
    with translation.override(language):
        assert (words.counted(1296), words.percent(Share(1296, 3000)), words.signed("+12.5")) == told
