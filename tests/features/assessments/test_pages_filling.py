"""Pages of rounds: the list, opening, filling in section by section, evidence, handing in, deciding, inviting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from PIL import Image

from sidamping.features.assessments.models import Assessment, Evidence, Filling
from sidamping.platform.access import roles
from sidamping.platform.access.models import User
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.people import Cast

SignIn = Callable[[User], Client]
CAPITAL, MANAGEMENT, OWN_CAPITAL = "permodalan", "mu", "mp"
AS_OF = "2025-12-31"


@pytest.fixture
def agnes(cast: Cast, sign_in: SignIn) -> Client:
    """The assessor of the province."""
    return sign_in(cast.agnes)


@pytest.fixture
def round_(cast: Cast, agnes: Client) -> UUID:
    """A round of KSP health about Merah Putih, opened by Agnes on the page."""
    return opened(agnes, cast.merah_putih.pk)


def opened(who: Client, party: UUID, **more: Any) -> UUID:
    id = uuid7()
    sent = {"id": id, "as_of": AS_OF, "instrument": "ksp-health", "purpose": "single", "method": "table", **more}
    answer = who.post(f"{reverse('assessment_add')}?pihak={party}", sent)
    assert answer.status_code == 303, answer.content.decode()[-3000:]
    return id


def section_url(round_: UUID, section: str) -> str:
    return reverse("fill_section", args=[round_, section])


def save(who: Client, round_: UUID, section: str, answers: Mapping[str, Any], seen: int | None = None) -> Any:
    if seen is None:
        seen = Filling.objects.filter(assessment=round_, submitted_at=None).latest("revised").revised
    return who.post(section_url(round_, section), {"seen": seen, **answers})


def picture() -> BytesIO:
    drawn = BytesIO()
    Image.new("RGB", (640, 480), "teal").save(drawn, "JPEG")
    drawn.seek(0)
    drawn.name = "buku kas.jpg"
    return drawn


def test_an_empty_list_says_why_and_offers_to_start(agnes: Client) -> None:
    page = agnes.get(reverse("assessments")).content.decode()
    assert "Belum ada penilaian" in page and reverse("assessment_add") in page


def test_a_round_begins_with_whom_and_offers_the_rule_of_the_day_with_its_status(cast: Cast, agnes: Client) -> None:
    assert "Merah Putih" in agnes.get(f"{reverse('assessment_add')}?jenis=cooperative&q=merah").content.decode()
    page = agnes.get(f"{reverse('assessment_add')}?pihak={cast.merah_putih.pk}&tanggal={AS_OF}").content.decode()
    assert "Perdep 06/2016" in page and "Aturan resmi" in page and "Contoh, bukan aturan resmi" in page


def test_what_is_opened_waits_in_the_list(round_: UUID, agnes: Client) -> None:
    page = agnes.get(reverse("assessments")).content.decode()
    assert "Merah Putih" in page and reverse("fill", args=[round_]) in page


def test_sent_twice_it_is_opened_once(cast: Cast, agnes: Client) -> None:
    sent = {"id": uuid7(), "as_of": AS_OF, "instrument": "ksp-health", "purpose": "single", "method": "table"}
    for _time in range(2):
        agnes.post(f"{reverse('assessment_add')}?pihak={cast.merah_putih.pk}", sent)
    assert Assessment.objects.count() == 1


def test_a_day_to_come_is_refused_with_its_code_and_keeps_the_form(cast: Cast, agnes: Client) -> None:
    sent = {"id": uuid7(), "as_of": "2027-01-01", "instrument": "ksp-health", "purpose": "single"}
    answer = agnes.post(f"{reverse('assessment_add')}?pihak={cast.merah_putih.pk}", sent)
    assert answer.status_code == 422 and "ASSESSMENTS_005" in answer.content.decode()


def test_a_cooperative_of_another_district_cannot_be_chosen(cast: Cast, sign_in: SignIn) -> None:
    page = f"{reverse('assessment_add')}?pihak={cast.foreign_cooperative.pk}"
    assert sign_in(cast.ratna).get(page).status_code == 404
    assert "Kuatae" not in sign_in(cast.ratna).get(f"{reverse('assessment_add')}?q=kuatae").content.decode()


def test_a_section_is_kept_and_leads_to_the_next(round_: UUID, agnes: Client) -> None:
    answer = save(agnes, round_, CAPITAL, {"inputs.modal_sendiri": "1.250.000", "inputs.total_aset": "Rp 5.000.000"})
    assert answer.status_code == 303 and answer.url == section_url(round_, "kualitas_aktiva_produktif")
    assert Filling.objects.get().data["inputs"] == {"modal_sendiri": 1250000, "total_aset": 5000000}
    assert 'value="1.250.000"' in agnes.get(section_url(round_, CAPITAL)).content.decode()


def test_all_faults_stand_at_the_top_and_at_their_fields_and_the_input_stays(round_: UUID, agnes: Client) -> None:
    answer = save(agnes, round_, CAPITAL, {"inputs.total_aset": "banyak", "inputs.atmr": "-5"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("GENERAL_004") == 2 and page.count("SCORING_005") == 2
    assert 'value="banyak"' in page and 'href="#id_inputs.total_aset"' in page
    assert Filling.objects.get().data == {}


def test_two_savers_see_the_other_value_beside_their_own(round_: UUID, agnes: Client) -> None:
    save(agnes, round_, CAPITAL, {"inputs.total_aset": "100"}, seen=0)
    answer = save(agnes, round_, CAPITAL, {"inputs.total_aset": "200"}, seen=0)
    page = answer.content.decode()
    assert answer.status_code == 422 and "ASSESSMENTS_009" in page
    assert "Yang tersimpan: 100" in page and 'value="200"' in page and 'name="seen" value="1"' in page


def test_the_answer_of_somebody_else_carries_the_name(round_: UUID, agnes: Client) -> None:
    save(agnes, round_, CAPITAL, {"inputs.total_aset": "100", "answered_by": "Bendahara Ani"})
    assert Filling.objects.get().answered_by == "Bendahara Ani"


def test_a_note_stays_with_its_item(round_: UUID, agnes: Client) -> None:
    save(agnes, round_, MANAGEMENT, {"answers.mu.1": "ya", "catatan.answers.mu.1": "Tertempel di dinding kantor"})
    assert Filling.objects.get().data["notes"] == {"answers.mu.1": "Tertempel di dinding kantor"}


def test_what_two_balance_sheets_propose_is_accepted_with_one_tap(round_: UUID, agnes: Client) -> None:
    amounts = {"inputs.jumlah_simpanan": "130", "inputs.jumlah_simpanan_lalu": "100"}
    save(agnes, round_, OWN_CAPITAL, amounts)
    page = agnes.get(section_url(round_, OWN_CAPITAL)).content.decode()
    assert "Usulan sistem: <strong>ya</strong>" in page and "30,00 persen" in page and 'value="answers.mp.4"' in page
    save(agnes, round_, OWN_CAPITAL, {"terima": "answers.mp.4", "answers.mp.5": "tidak"})
    assert Filling.objects.get().data["answers"] == {"mp": {"4": "ya", "5": "tidak"}}


def test_a_photo_stands_at_its_item_and_comes_off_again(
    round_: UUID, agnes: Client, cast: Cast, sign_in: SignIn
) -> None:
    sent = {"seen": 0, "bagian": CAPITAL, "butir": "inputs.total_aset", "inputs.total_aset": "100"}
    answer = agnes.post(reverse("evidence_add", args=[round_]), {**sent, "berkas.inputs.total_aset": picture()})
    assert answer.status_code == 303 and answer.url.endswith("#butir-inputs-total_aset")
    file = Evidence.objects.get()
    link = reverse("evidence_file", args=[round_, file.pk])
    assert link in agnes.get(section_url(round_, CAPITAL)).content.decode()
    assert agnes.get(f"{link}?ukuran=kecil")["Content-Type"] == "image/jpeg"
    assert sign_in(cast.maria).get(link).status_code == 404
    agnes.post(reverse("evidence_add", args=[round_]), {"seen": 1, "bagian": CAPITAL, "lepas": file.pk})
    assert not Evidence.objects.exists()


def test_a_file_that_is_no_picture_is_refused_at_its_item(round_: UUID, agnes: Client) -> None:
    text = BytesIO(b"bukan gambar")
    text.name = "catatan.txt"
    sent = {"seen": 0, "bagian": CAPITAL, "butir": "inputs.total_aset", "berkas.inputs.total_aset": text}
    answer = agnes.post(reverse("evidence_add", args=[round_]), sent)
    assert answer.status_code == 422 and "FILES_005" in answer.content.decode()


def test_the_check_names_what_is_missing_and_where(round_: UUID, agnes: Client) -> None:
    save(agnes, round_, MANAGEMENT, {"answers.mu.1": "ya"})
    page = agnes.get(section_url(round_, "periksa")).content.decode()
    assert "Modal sendiri terhadap total aset. Belum diisi: Modal sendiri, Total aset" in page
    assert "11 dari 12 pertanyaan belum dijawab" in page


def test_what_is_handed_in_is_locked(round_: UUID, agnes: Client) -> None:
    save(agnes, round_, MANAGEMENT, {"answers.mu.1": "ya"})
    assert agnes.post(reverse("assessment_submit", args=[round_])).status_code == 303
    assert agnes.get(section_url(round_, MANAGEMENT)).status_code == 404
    assert "Diserahkan" in agnes.get(reverse("assessment", args=[round_])).content.decode()


def test_an_empty_filling_is_not_handed_in(round_: UUID, agnes: Client) -> None:
    answer = agnes.post(reverse("assessment_submit", args=[round_]))
    assert answer.status_code == 422 and "SCORING_003" in answer.content.decode()


def test_another_one_returns_with_a_remark_which_the_assessor_reads(
    round_: UUID, agnes: Client, cast: Cast, sign_in: SignIn
) -> None:
    submitted(agnes, round_)
    petronela = sign_in(cast.petronela)
    act = reverse("assessment_act", args=[round_])
    refused = petronela.post(act, {"tindakan": "kembalikan", "seen": 1, "remark": ""})
    assert refused.status_code == 422 and "ASSESSMENTS_017" in refused.content.decode()
    petronela.post(act, {"tindakan": "kembalikan", "seen": 1, "remark": "Kas tidak cocok dengan neraca."})
    page = agnes.get(reverse("assessment", args=[round_])).content.decode()
    assert "Kas tidak cocok dengan neraca." in page and "Perbaiki isian" in page


def test_another_one_decides_what_was_seen(round_: UUID, agnes: Client, cast: Cast, sign_in: SignIn) -> None:
    submitted(agnes, round_)
    petronela = sign_in(cast.petronela)
    assert "Putuskan hasil" in petronela.get(reverse("assessment", args=[round_])).content.decode()
    sent = {"tindakan": "putuskan", "seen": 1, "remark": "Sebagian, cukup untuk pembinaan."}
    assert petronela.post(reverse("assessment_act", args=[round_]), sent).status_code == 303
    assert Assessment.objects.get().results.get().decided
    assert "Diputuskan" in agnes.get(reverse("assessments")).content.decode()


def test_the_one_who_filled_it_in_is_not_offered_to_decide(round_: UUID, agnes: Client) -> None:
    submitted(agnes, round_)
    assert "Putuskan hasil" not in agnes.get(reverse("assessment", args=[round_])).content.decode()


def test_a_second_assessor_is_invited_and_sees_nothing_of_the_first(
    round_: UUID, agnes: Client, cast: Cast, sign_in: SignIn
) -> None:
    second = people.user("bertha", "Bertha Loe")
    people.appoint(second, roles.ASSESSOR, area=places.NTT)
    save(agnes, round_, CAPITAL, {"inputs.total_aset": "987654321"})
    assert "Bertha Loe" in agnes.get(f"{reverse('assessment', args=[round_])}?undang=1").content.decode()
    invite = reverse("assessment_invite", args=[round_])
    for _time in range(2):
        assert agnes.post(invite, {"siapa": f"second:{second.pk}"}).status_code in (303, 422)
    assert Filling.objects.filter(part="second").count() == 1
    bertha = sign_in(second)
    for page in (reverse("assessment", args=[round_]), section_url(round_, CAPITAL)):
        answer = bertha.get(page)
        assert answer.status_code == 200 and "987.654.321" not in answer.content.decode()
    assert reverse("fill", args=[round_]) in bertha.get(reverse("assessments")).content.decode()


def test_the_chair_gives_the_own_view_from_the_own_home_and_it_stands_beside(
    round_: UUID, agnes: Client, cast: Cast, sign_in: SignIn
) -> None:
    agnes.post(reverse("assessment_invite", args=[round_]), {"siapa": f"self:{cast.ujang.pk}"})
    submitted(agnes, round_)
    ujang = sign_in(cast.ujang)
    assert reverse("fill", args=[round_]) in ujang.get(reverse("chair_home")).content.decode()
    save(ujang, round_, MANAGEMENT, {"answers.mu.1": "tidak"}, seen=0)
    ujang.post(reverse("assessment_submit", args=[round_]))
    page = sign_in(cast.petronela).get(reverse("assessment", args=[round_])).content.decode()
    assert "Penilaian diri, berdampingan" in page and "Sama pada 0 dari 1 isian." in page


def test_what_a_mentor_opens_says_that_it_is_a_rehearsal(cast: Cast, sign_in: SignIn) -> None:
    ratna = sign_in(cast.ratna)
    id = opened(ratna, cast.merah_putih.pk)
    assert "Simulasi" in ratna.get(reverse("assessment", args=[id])).content.decode()


def test_a_final_round_names_the_baseline_it_closes(cast: Cast, agnes: Client) -> None:
    first = opened(agnes, cast.merah_putih.pk, purpose="baseline", as_of="2024-12-31")
    page = agnes.get(f"{reverse('assessment_add')}?pihak={cast.merah_putih.pk}&pasangan={first}").content.decode()
    assert f'value="{first}" selected' in page
    last = opened(agnes, cast.merah_putih.pk, purpose="final", pair_id=first)
    assert Assessment.objects.get(pk=last).pair_id == first
    assert str(first) not in agnes.get(f"{reverse('assessment_add')}?pihak={cast.merah_putih.pk}").content.decode()


def test_the_pages_of_a_cooperative_and_of_a_mentoring_offer_an_assessment(cast: Cast, sign_in: SignIn) -> None:
    ratna, offered = sign_in(cast.ratna), reverse("assessment_add")
    for name, id in (("cooperative", cast.merah_putih.pk), ("engagement", cast.engagement.pk)):
        assert offered in ratna.get(reverse(name, args=[id])).content.decode()
    yosef = sign_in(cast.yosef)
    assert offered not in yosef.get(reverse("cooperative", args=[cast.merah_putih.pk])).content.decode()


def test_an_assessor_lands_on_what_waits(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in(cast.agnes).get("/").url == reverse("assessments")


def test_a_reader_sees_the_answers_with_their_notes(
    round_: UUID, agnes: Client, cast: Cast, sign_in: SignIn
) -> None:
    save(agnes, round_, MANAGEMENT, {"answers.mu.1": "ya", "catatan.answers.mu.1": "Tertempel di dinding"})
    agnes.post(reverse("assessment_submit", args=[round_]))
    page = sign_in(cast.petronela).get(reverse("assessment", args=[round_])).content.decode()
    assert "Tertempel di dinding" in page


def test_the_list_comes_as_a_workbook(round_: UUID, agnes: Client) -> None:
    answer = agnes.get(f"{reverse('assessments')}?unduh=xlsx")
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.iter_rows(values_only=True))
    assert any("Merah Putih" in row for row in rows)


@pytest.mark.parametrize("name", ["assessment", "fill"])
def test_a_stranger_and_another_district_find_nothing(
    name: str, round_: UUID, cast: Cast, sign_in: SignIn, client: Client
) -> None:
    url = reverse(name, args=[round_])
    assert client.get(url).status_code == 302
    assert sign_in(cast.maria).get(url).status_code == 404


@pytest.mark.parametrize("name", ["assessments", "assessment", "section", "review", "add"])
def test_a_page_asks_the_database_ten_times_at_most(
    name: str, round_: UUID, agnes: Client, cast: Cast, at_most_queries: Callable[[int], Any]
) -> None:
    save(agnes, round_, CAPITAL, {"inputs.total_aset": "100"})
    urls = {
        "assessments": reverse("assessments"), "assessment": reverse("assessment", args=[round_]),
        "section": section_url(round_, OWN_CAPITAL), "review": section_url(round_, "periksa"),
        "add": f"{reverse('assessment_add')}?pihak={cast.merah_putih.pk}",
    }  # fmt: skip
    with at_most_queries(10):
        assert agnes.get(urls[name]).status_code == 200


def submitted(who: Client, round_: UUID) -> None:
    save(who, round_, MANAGEMENT, {"answers.mu.1": "ya"})
    assert who.post(reverse("assessment_submit", args=[round_])).status_code == 303
