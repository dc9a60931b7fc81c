"""Pages of results: why a score, versions, pairs, instruments, official results, the lab, files (E15, E16)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from sidamping.domain.scoring.sheet import flat
from sidamping.features.assessments import services
from sidamping.features.assessments.models import OutsideResult, Result
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests.features.assessments import sample_outcomes as sample
from tests.features.assessments.rounds import NOW, agnes, handed_in, opened, saved
from tests.people import Cast, look

SignIn = Callable[[User], Client]
Counted = Callable[[int], AbstractContextManager[Any]]
FULL = flat(sample.FILLING)
LIGHT = 100_000


@pytest.fixture
def decided(cast: Cast) -> UUID:
    """Merah Putih's health at the end of 2025: 75,35 and Cukup Sehat, filled by Agnes, decided by Yosef."""
    return decide(cast, handed_in(agnes(cast), cast.merah_putih.pk, FULL))


def decide(cast: Cast, round_: UUID) -> UUID:
    services.decide(by=look(cast.yosef), assessment=round_, seen_ordinal=1, now=NOW, remark="")
    return round_


def page(who: Client, name: str, *args: Any, query: str = "", status: int = 200) -> str:
    answer = who.get(reverse(name, args=args) + query)
    assert answer.status_code == status, answer.content.decode()[-2000:]
    assert len(answer.content) < LIGHT, name
    return answer.content.decode()


def plain(html: str) -> str:
    """The words of a page without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_decided_result_shows_total_category_coverage_and_where_points_were_lost(
    cast: Cast, sign_in: SignIn, decided: UUID
) -> None:
    words = plain(page(sign_in(cast.agnes), "result", decided))
    assert "75,35 dari 100" in words
    assert "Cukup Sehat" in words
    assert "22 dari 22 komponen dinilai" in words
    assert words.index("Rasio kas −7,50") < words.index("Pinjaman berisiko terhadap pinjaman diberikan −3,75")


def test_the_result_says_what_would_lift_it_to_the_next_category(cast: Cast, sign_in: SignIn, decided: UUID) -> None:
    """75,35 to 80 lacks 4,65; the cash ratio alone brings 7,50 when it falls from 24 to 15 percent."""
    words = plain(page(sign_in(cast.agnes), "result", decided))
    assert "kurang 4,65 skor" in words
    assert "Rasio kas: sekarang 24,00 persen; turunkan menjadi paling banyak 15 persen. +7,50" in words


def test_every_point_opens_its_band_ratio_inputs_and_article(cast: Cast, sign_in: SignIn, decided: UUID) -> None:
    words = plain(page(sign_in(cast.agnes), "result_point", decided, "ms_pb"))
    assert "4,80 dari 6" in words
    assert "nilai 80 × bobot 6 ÷ 100" in words
    assert "di atas 70 sampai 80 di sini" in words
    assert "450.000.000 / 600.000.000 = 75 %" in words
    assert "06/Per/Dep.6/IV/2016" in words


def test_an_amount_made_of_others_opens_its_parts(cast: Cast, sign_in: SignIn, decided: UUID) -> None:
    """50 % × 40 juta + 75 % × 20 juta + 100 % × 10 juta = 45 juta; of 800 juta that is 5,625 %."""
    words = plain(page(sign_in(cast.agnes), "result_point", decided, "rpm"))
    assert "Rp45.000.000" in words and "45.000.000 / 800.000.000 = 5,63 %" in words
    assert "Pinjaman kurang lancar × 50 % Rp40.000.000" in words
    assert "Pinjaman macet × 100 % Rp10.000.000" in words


def test_answers_stand_behind_a_score_of_questions(cast: Cast, sign_in: SignIn, decided: UUID) -> None:
    words = plain(page(sign_in(cast.agnes), "result_point", decided, "mu"))
    assert "2,25 dari 3" in words and "jawaban ya × 0,25" in words
    assert words.count(" Ya ") == 9 and words.count(" Tidak ") == 3


@pytest.mark.parametrize("component", [one.key for one in sample.ksp().components])
def test_no_component_of_the_result_is_without_its_why(
    cast: Cast, sign_in: SignIn, decided: UUID, component: str
) -> None:
    assert "Pasalnya" in page(sign_in(cast.agnes), "result_point", decided, component)


def test_a_draft_says_that_its_figures_may_change_and_what_is_missing(cast: Cast, sign_in: SignIn) -> None:
    round_ = opened(agnes(cast), cast.merah_putih.pk)
    saved(agnes(cast), round_)
    words = plain(page(sign_in(cast.agnes), "result", round_))
    assert "Belum diputuskan" in words and "Cakupan 6 % bobot" in words
    missing = plain(page(sign_in(cast.agnes), "result_point", round_, "car"))
    assert "Belum diisi: Modal tertimbang" in missing and "modal_tertimbang" not in missing


def test_an_empty_draft_has_a_result_page_without_a_total(cast: Cast, sign_in: SignIn) -> None:
    words = plain(page(sign_in(cast.agnes), "result", opened(agnes(cast), cast.merah_putih.pk)))
    assert "– dari 100" in words


def test_the_pages_of_a_result_ask_the_database_seldom(
    cast: Cast, sign_in: SignIn, decided: UUID, at_most_queries: Counted
) -> None:
    who = sign_in(cast.agnes)
    party = cast.merah_putih.pk
    for name, args in (("result", (decided,)), ("result_point", (decided, "kas")), ("result_versions", (decided,)),
                       ("instruments", ()), ("instrument", ("ksp-health",)), ("policy_lab", ()),
                       ("party_health", (party,)), ("party_timeline", (party, "ksp-health"))):  # fmt: skip
        with at_most_queries(10):
            page(who, name, *args)


@pytest.mark.parametrize("name", ["result", "result_versions", "assessment_pdf", "assessment_xlsx"])
def test_a_result_is_not_there_for_a_stranger_or_another_territory(
    cast: Cast, sign_in: SignIn, decided: UUID, name: str
) -> None:
    assert sign_in(cast.maria).get(reverse(name, args=[decided])).status_code == 404
    assert sign_in(cast.anton).get(reverse(name, args=[decided])).status_code == 403
    assert Client().get(reverse(name, args=[decided])).status_code == 302


def test_the_chair_reads_the_decided_result_of_the_own_cooperative(
    cast: Cast, sign_in: SignIn, decided: UUID
) -> None:
    assert "75,35" in page(sign_in(cast.ujang), "result", decided)


def test_an_unknown_component_is_not_found(cast: Cast, sign_in: SignIn, decided: UUID) -> None:
    page(sign_in(cast.agnes), "result_point", decided, "laba", status=404)


def test_the_same_filling_stands_under_other_versions_side_by_side(
    cast: Cast, sign_in: SignIn, decided: UUID
) -> None:
    """75 percent of ms_pb is 80 in 2016 and 70 in 2009: 4,80 against 4,20."""
    words = plain(page(sign_in(cast.agnes), "result_versions", decided))
    row = words[words.index("Komponen yang berbeda"):]
    row = row[row.index("Modal sendiri terhadap pinjaman diberikan yang berisiko"):]
    assert "4,80 4,20 (−0,60)" in row


def test_a_recomputation_is_a_second_result_with_its_reason_and_needs_one(
    cast: Cast, sign_in: SignIn, decided: UUID
) -> None:
    who, url = sign_in(cast.agnes), reverse("result_versions", args=[decided])
    sent = {"version": "ksp-health/2009-12-01", "method": "table", "reason": " "}
    refused = who.post(url, sent)
    assert refused.status_code == 422 and "ASSESSMENTS_017" in refused.content.decode()
    for _twice in range(2):
        assert who.post(url, {**sent, "reason": "Diminta Dinas"}).status_code == 303
    assert list(Result.objects.filter(assessment=decided).order_by("-decided").values_list("decided", "reason")) == [
        (True, ""), (False, "Diminta Dinas")]  # fmt: skip
    assert "Diminta Dinas" in page(who, "result_versions", decided)


def test_nobody_recomputes_what_they_do_not_rule(cast: Cast, sign_in: SignIn, decided: UUID) -> None:
    url = reverse("result_versions", args=[decided])
    sent = {"version": "ksp-health/2009-12-01", "method": "table", "reason": "Ingin tahu"}
    assert sign_in(cast.ujang).post(url, sent).status_code == 422
    assert sign_in(cast.maria).post(url, sent).status_code == 404


def test_baseline_and_final_show_what_changed_per_component(cast: Cast, sign_in: SignIn) -> None:
    """The cash ratio falls from 24 to 15 percent: 2,50 to 10,00, and the total from 75,35 to 82,85."""
    before = handed_in(agnes(cast), cast.merah_putih.pk, FULL, purpose="baseline", as_of=date(2024, 12, 31))
    decide(cast, before)
    better = {**FULL, "inputs.kas": "25.000.000", "inputs.bank": "50.000.000"}
    after = handed_in(agnes(cast), cast.merah_putih.pk, better, purpose="final", pair_id=before)
    who = sign_in(cast.agnes)
    assert "Belum dapat dibandingkan" in page(who, "result_pair", before)
    decide(cast, after)
    words = plain(page(who, "result_pair", after))
    assert "75,35" in words and "82,85" in words and "+7,50" in words
    assert "Rasio kas 2,50 10,00 +7,50" in words
    assert reverse("party_timeline", args=[cast.merah_putih.pk, "ksp-health"]) in page(who, "result", after)
    past = page(who, "party_timeline", cast.merah_putih.pk, "ksp-health", query=f"?putaran={after}")
    assert "hasil ini" in past and '<polyline class="history-line"' in past


def test_a_round_without_a_pair_has_no_page_of_pairs(cast: Cast, sign_in: SignIn, decided: UUID) -> None:
    page(sign_in(cast.agnes), "result_pair", decided, status=404)


def test_an_instrument_tells_its_versions_questions_bands_and_sources(cast: Cast, sign_in: SignIn) -> None:
    who = sign_in(cast.ratna)
    assert "berlaku sejak" in page(who, "instruments")
    words = plain(page(who, "instrument", "ksp-health"))
    assert "di atas 40 sampai 60 100 6,00" in words
    assert "Aturan resmi" in words and "06/Per/Dep.6/IV/2016" in words
    older = plain(page(who, "instrument", "ksp-health", query="?versi=ksp-health/2009-12-01"))
    assert "14/Per/M.KUKM/XII/2009" in older
    page(who, "instrument", "ksp-health", query="?versi=1945-08-17", status=404)
    page(who, "instrument", "ramalan", status=404)


def test_a_blank_form_prints_for_everybody_who_is_signed_in(cast: Cast, sign_in: SignIn) -> None:
    answer = sign_in(cast.ratna).get(reverse("instrument_blank", args=["ksp-health"]))
    assert answer["Content-Type"] == "application/pdf"
    text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.content)).pages)
    assert "Halaman 1 dari 6" in text and "Modal sendiri" in text and "Cara mengisi" in text


def test_the_print_of_a_decided_result_is_the_same_file_for_everybody(
    cast: Cast, sign_in: SignIn, decided: UUID
) -> None:
    url = reverse("assessment_pdf", args=[decided])
    first, second = sign_in(cast.agnes).get(url), sign_in(cast.yosef).get(url)
    assert first.content == second.content
    text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(first.content)).pages)
    assert "75,35" in text and "Agnes Bria" in text and "Yosef Nubatonis" in text and "DRAF" not in text


def test_the_print_of_a_draft_says_draf_across(cast: Cast, sign_in: SignIn) -> None:
    round_ = handed_in(agnes(cast), cast.merah_putih.pk)
    content = sign_in(cast.agnes).get(reverse("assessment_pdf", args=[round_])).content
    assert "DRAF" in "".join(one.extract_text() for one in PdfReader(io.BytesIO(content)).pages)
    assert sign_in(cast.agnes).get(reverse("assessment_xlsx", args=[round_])).status_code == 200


def test_the_lab_reproduces_the_table_of_the_source_and_names_its_misprint(cast: Cast, sign_in: SignIn) -> None:
    """Printed 14, 12, 11, 10, 10; the marks 3, 4, 3 of the third add up to 10."""
    html = page(sign_in(cast.paulus), "policy_lab")
    words = plain(html)
    assert "Urutan pertama: Durasi pelaksanaan pendampingan" in words
    assert re.findall(r'<td class="num">(\d+)</td>', html) == ["14", "12", "10", "10", "10"]
    assert "SCORING_039" in words
    assert "Mengubah satu bobot saja tidak menggeser urutan pertama." in words


def test_the_lab_tells_which_weight_swaps_the_first_place(cast: Cast, sign_in: SignIn) -> None:
    """A 5, 3, 3 = 11 against B 3, 4, 3 = 10: with efisiensi at more than 2 times, B has 3 + 8 + 3 = 14 > 14 - 0."""
    query = ("?nama=A&efektivitas=5&efisiensi=3&dampak_jangka_panjang=3"
             "&nama=B&efektivitas=3&efisiensi=4&dampak_jangka_panjang=3")  # fmt: skip
    words = plain(page(sign_in(cast.paulus), "policy_lab", query=query))
    assert "Urutan pertama: A" in words
    assert "Naikkan bobot Efisiensi dari 1 ke lebih dari 2: B melewati yang pertama." in words
    assert "Turunkan bobot Efektivitas dari 1 ke kurang dari 0,5: B melewati yang pertama." in words


def test_the_lab_keeps_what_was_typed_and_names_every_fault(cast: Cast, sign_in: SignIn) -> None:
    query = "?nama=A&efektivitas=9&efisiensi=dua&dampak_jangka_panjang=3"
    words = page(sign_in(cast.paulus), "policy_lab", query=query, status=422)
    assert "SCORING_007" in words and "SCORING_004" in words
    assert 'value="dua"' in words and 'value="9"' in words


def test_an_empty_lab_asks_for_alternatives(cast: Cast, sign_in: SignIn) -> None:
    assert "Urutan pertama" not in page(sign_in(cast.paulus), "policy_lab", query="?kosong=1")


def outside(**changes: Any) -> dict[str, Any]:
    return {
        "id": uuid7(), "instrument": "ksp-ranking", "issuer": "LIPK Kupang", "number": "12/LIPK/2026",
        "issued_on": "2026-03-01", "valid_until": "2028-02-28", "predicate": "AAB", "total": "", "note": "", **changes,
    }  # fmt: skip


def test_an_official_result_is_recorded_once_and_stands_apart_from_ours(
    cast: Cast, sign_in: SignIn, decided: UUID
) -> None:
    who, url = sign_in(cast.agnes), reverse("outside_add", args=[cast.merah_putih.pk])
    paper = SimpleUploadedFile("surat.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF", "application/pdf")
    sent = outside()
    assert "Predikat" in page(who, "outside_add", cast.merah_putih.pk)
    assert who.post(url, {**sent, "file": paper}).status_code == 303
    assert who.post(url, sent).status_code == 303
    assert OutsideResult.objects.count() == 1
    words = plain(page(who, "party_timeline", cast.merah_putih.pk, "ksp-health"))
    assert "Hasil resmi dari luar" in words and "AAB" in words and "Masih berlaku" in words
    file = who.get(reverse("outside_file", args=[cast.merah_putih.pk, sent["id"]]))
    assert file.status_code == 200 and file["Content-Type"] == "application/pdf"


def test_an_official_result_with_faults_is_refused_with_all_of_them(cast: Cast, sign_in: SignIn) -> None:
    url = reverse("outside_add", args=[cast.merah_putih.pk])
    wrong = outside(issued_on="2027-01-01", valid_until="2026-01-01")
    answer = sign_in(cast.agnes).post(url, wrong)
    assert answer.status_code == 422
    assert "ASSESSMENTS_005" in answer.content.decode() and "ASSESSMENTS_025" in answer.content.decode()
    assert not OutsideResult.objects.exists()


def test_an_official_result_of_another_territory_is_refused(cast: Cast, sign_in: SignIn) -> None:
    url = reverse("outside_add", args=[cast.merah_putih.pk])
    assert sign_in(cast.maria).post(url, outside()).status_code == 404
    assert sign_in(cast.anton).get(url).status_code == 403


def test_a_lapsed_result_says_so(cast: Cast, sign_in: SignIn) -> None:
    who = sign_in(cast.agnes)
    sent = outside(issued_on="2020-03-01", valid_until="2022-02-28", total="8,5")
    assert who.post(reverse("outside_add", args=[cast.merah_putih.pk]), sent).status_code == 303
    assert OutsideResult.objects.get().total == Decimal("8.5")
    assert "Masa berlaku habis" in page(who, "party_health", cast.merah_putih.pk)


def test_the_page_of_a_cooperative_shows_its_latest_results(cast: Cast, sign_in: SignIn, decided: UUID) -> None:
    who = sign_in(cast.agnes)
    part = who.get(reverse("party_health", args=[cast.merah_putih.pk]), headers={"HX-Request": "true"})
    assert "75,35" in part.content.decode() and "<html" not in part.content.decode()
    assert reverse("party_health", args=[cast.merah_putih.pk]) in page(who, "cooperative", cast.merah_putih.pk)
    page(sign_in(cast.maria), "party_health", cast.merah_putih.pk, status=404)
