"""A cooperative in koperasi-modern-usulan, from the public application to 'layak wisuda' and the first look back.

Carries B1 to B5 and D5 (before the mentoring), B6 to B10, B15 and A10 (mentoring), B11 to B14 (after it).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from uuid import UUID

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sidamping.features.admissions.models import Application
from sidamping.features.letters.models import Letter
from sidamping.features.programmes.models import Engagement
from sidamping.features.recruitment.models import Candidacy, Session
from sidamping.platform.access.models import User
from tests import places
from tests.journeys import modern_story as told
from tests.journeys.acts import CONTENT, fill, move_to, send, submit
from tests.journeys.modern_story import NAME, Story
from tests.journeys.rating import answered
from tests.people import PASSWORD, TODAY, Cast

PRESENT = {"ministry": "Paulus Riwu", "cooperative": "Bernadus Taek"}
SECRET = "Pendamping jarang datang pada hari pasar"
CALENDAR = {
    "apply": date(2026, 2, 10), "check": date(2026, 2, 12), "contact": date(2026, 2, 16), "dinas": date(2026, 2, 18),
    "identify": date(2026, 2, 20), "enrol": date(2026, 2, 23), "needs": date(2026, 2, 24), "call": date(2026, 2, 25),
    "select": date(2026, 3, 3), "interview": date(2026, 3, 9), "appoint": date(2026, 3, 12),
    "induct": date(2026, 3, 17), "assign": date(2026, 3, 19), "introduce": date(2026, 3, 23),
    "baseline": date(2026, 3, 30), "sheets": date(2026, 4, 27), "theme": date(2026, 5, 11),
    "midterm": date(2026, 6, 1), "final": date(2026, 8, 3), "present": date(2026, 8, 10), "copy": date(2026, 8, 12),
    "received": date(2026, 8, 14), "evaluate": date(2026, 8, 17), "result": date(2026, 8, 20),
    "verdict": date(2026, 8, 24), "look": date(2026, 11, 23),
}


@pytest.fixture
def story(cast: Cast, transactional_db: None, opened: Callable[..., Page]) -> Iterator[Story]:
    yield told.begin(cast, opened)
    settings.FIXED_TODAY = TODAY


def on(key: str) -> date:
    """Now it is that day of the calendar."""
    move_to(CALENDAR[key])
    return CALENDAR[key]


def test_a_cooperative_is_carried_from_its_application_to_layak_wisuda(story: Story) -> None:
    """B1-B15, A10, D5: each act on its page, on its day, by who may."""
    _b1_the_call_is_opened_and_a_cooperative_applies(story)
    _b1_its_documents_are_checked_and_its_board_is_reached(story)
    _b1_the_office_of_the_regency_verifies_and_pmo_accepts_with_a_letter(story)
    _b2_needs_are_determined_before_mentors_are_sought(story)
    _b3_two_candidates_apply_and_pass_both_checks(story)
    _b3_two_interviewers_mark_and_the_ranking_shows_the_weights(story)
    _b3_the_chosen_are_appointed_with_their_letters(story)
    _b4_the_induction_is_attended_before_the_field(story)
    _b5_a_mentor_is_assigned_and_introduced(story)
    _b6_the_baseline_is_decided(story)
    _b7_the_five_general_deliverables_are_accepted(story)
    _b8_the_deliverable_of_the_theme_is_returned_once_and_accepted(story)
    _a10_a_referral_is_open_until_its_result(story)
    _b10_pmo_calls_and_b15_a_benefit_is_counted(story)
    _b9_three_parties_meet_and_the_cooperative_confirms_without_the_mentor(story)
    _b6_final_assessment_and_presentation(story)
    _b12_the_office_gets_its_copy_and_acknowledges_it(story)
    _b11_the_chair_evaluates_and_pmo_judges(story)
    _b11_the_verdict_is_layak_wisuda(story)
    _b13_one_look_back(story)
    _documents_are_left(story)
    _b14_the_board_counts_it(story)


def _b1_the_call_is_opened_and_a_cooperative_applies(story: Story) -> None:
    day = on("apply")
    submit(story.pmo, f"/jalan/{story.cohort}/langkah/?langkah=open_call", {"done_on": day})
    stranger = story.page(None)
    stranger.goto("/pendaftaran/")
    expect(stranger.get_by_text("Angkatan Satu").first).to_be_visible()
    submit(stranger, f"/pendaftaran/{story.cohort}/daftar/", {
        "name": NAME, "cooperative_kind": "savings_loan", "legal_number": "518/BH/XXI.3/2016",
        "village": places.BOLOK, "contact_name": "Bernadus Taek", "contact_position": "Ketua",
        "phone": "0812 3456 7000", "statement": "Kami ingin laporan tepat waktu.", "answer_active": "yes",
        "answer_committed": "yes", "priorities": ["training_alumni"], "document_deed": True, "document_board": True,
        "document_annual_meeting": True, "document_statements": True, "document_statement_of_will": True,
        "consent": True,
    })  # fmt: skip
    expect(stranger.get_by_text(NAME).first).to_be_visible()
    story.application = str(Application.objects.get().pk)


def _b1_its_documents_are_checked_and_its_board_is_reached(story: Story) -> None:
    at, day = f"/permohonan/{story.application}/", on("check")
    story.pmo.goto(at)
    expect(story.pmo.get_by_text(NAME).first).to_be_visible()
    submit(story.pmo, at + "putuskan/", {"outcome": "passed", "on": day})
    day = on("contact")
    submit(story.pmo, at + "hubungi/", {"called_on": day, "result": "confirmed", "spoke_with": "Bernadus Taek, ketua"})
    submit(story.pmo, at + "putuskan/", {"outcome": "confirmed", "on": day})


def _b1_the_office_of_the_regency_verifies_and_pmo_accepts_with_a_letter(story: Story) -> None:
    at, day = f"/permohonan/{story.application}/", on("dinas")
    office = story.page(story.cast.dominggus)
    submit(office, at + "putuskan/", {"outcome": "confirmed", "on": day, "said_letter": "518/12/KUK/2026"})
    day = on("identify")
    submit(story.pmo, at + "putuskan/", {"outcome": "passed", "on": day})
    day = on("enrol")
    submit(story.pmo, at + "terima/", {"on": day})
    enrolled = Engagement.objects.get(mentee__name=NAME)
    story.engagement, story.party = enrolled.pk, enrolled.mentee_id
    assert Letter.objects.filter(kind="accepted").count() == 1
    told.make_chair(story)


def _b2_needs_are_determined_before_mentors_are_sought(story: Story) -> None:
    day = on("needs")
    submit(story.pmo, story.here("kebutuhan/tetapkan/"), {
        "on": day, "types": ["homebase"], "themes": ["marketing"], "main_theme": "marketing", "priority": "4",
        "objectives": ["competitiveness"], "strategies": ["linking"], "methods": ["coaching"],
    })  # fmt: skip
    assert story.done("needs") == day
    submit(story.pmo, f"/jalan/{story.cohort}/langkah/?langkah=needs_set", {"done_on": day})


def _b3_two_candidates_apply_and_pass_both_checks(story: Story) -> None:
    day = on("call")
    submit(story.pmo, "/rekrutmen/baru/", {
        "cohort": story.cohort, "opens": day, "closes": date(2026, 3, 2), "requirements": "Sarjana",
        "wanted-marketing": "2",
    })  # fmt: skip
    story.call = story.pmo.url.rstrip("/").rsplit("/", 1)[-1]
    for name, nik in (("Melkianus Bire", "5301051204870004"), ("Novita Lema", "5301055203900011")):
        submit(story.page(None), f"/lowongan-pendamping/{story.call}/", {
            "name": name, "nik": nik, "phone": f"0813390{nik[-5:]}", "village": places.BOLOK, "education": "bachelor",
            "experience": "Lima tahun", "cv": {"name": "cv.pdf", "mimeType": "application/pdf",
                                               "buffer": CONTENT + nik.encode()},
            "consent": True,
        })  # fmt: skip
    story.candidates = [str(one) for one in Candidacy.objects.order_by("name").values_list("pk", flat=True)]
    day = on("select")
    for one in story.candidates:
        for criteria in (("complete", "compliant", "basic"), ("education", "experience", "certificates", "fit")):
            ticked: dict[str, object] = {f"criterion-{code}": True for code in criteria}
            decide(story, one, ticked, day)


def decide(story: Story, candidacy: str, more: dict[str, object], day: date) -> None:
    """PMO lets a candidate pass the stage that waits."""
    submit(story.pmo, f"/calon-pendamping/{candidacy}/", {"outcome": "pass", "on": day, **more})


def _b3_two_interviewers_mark_and_the_ranking_shows_the_weights(story: Story) -> None:
    day = on("interview")
    people = [story.cast.agnes, story.cast.sarlin]
    submit(story.pmo, f"/rekrutmen/{story.call}/pewawancara/", {
        "candidates": story.candidates, "people": [one.pk for one in people], "on": day, "place": "Dinas Kupang",
    })  # fmt: skip
    for number, one in enumerate(story.candidates):
        for who in people:
            marks = {"sikap": 80, "pengetahuan": 90 - 10 * number, "kepemimpinan": 70, "komunikasi": 60}
            submit(story.page(who), f"/calon-pendamping/{one}/nilai/", marks, "Serahkan nilai")
    story.pmo.goto(f"/rekrutmen/{story.call}/peringkat/")
    for share in ("17,65", "35,29", "29,41"):
        expect(story.pmo.get_by_text(share).first).to_be_visible()
    # 80 x 15/85 + 90 x 30/85 + 70 x 25/85 + 60 x 15/85 = 14,12 + 31,76 + 20,59 + 10,59
    expect(story.pmo.get_by_role("row").filter(has_text="Melkianus Bire")).to_contain_text("77,06")
    for one in story.candidates:
        decide(story, one, {}, day)


def _b3_the_chosen_are_appointed_with_their_letters(story: Story) -> None:
    day = on("appoint")
    submit(story.pmo, f"/rekrutmen/{story.call}/tetapkan/", {
        "on": day, "starts": day, "ends": date(2026, 12, 31), "place": "Kupang",
    })  # fmt: skip
    kinds = sorted(Letter.objects.exclude(kind="accepted").values_list("kind", flat=True))
    assert kinds.count("sk") >= 1 and kinds.count("spk") == 2 and kinds.count("dinas-notice") >= 1, kinds
    story.mentor = User.objects.get(full_name="Melkianus Bire")
    row = story.pmo.get_by_role("row").filter(has_text="Melkianus Bire")
    _sign_in_first(story, story.mentor, row.locator("code").inner_text())


def _sign_in_first(story: Story, who: User, once: str) -> None:
    """With the password that is shown once, and a new one chosen at once."""
    page = story.pages[who.pk] = story.opened(None)
    page.goto("/akun/login/")
    page.get_by_label("Nama pengguna").fill(who.username)
    page.get_by_label("Kata sandi", exact=True).fill(once)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/akun/password/change/**")
    new = {"oldpassword": once, "password1": PASSWORD, "password2": PASSWORD}
    submit(page, "/akun/password/change/", new)


def _b4_the_induction_is_attended_before_the_field(story: Story) -> None:
    day = on("induct")
    for code in ("outputs", "reporting"):
        submit(story.pmo, f"/pembekalan/{story.call}/", {
            "code": code, "on": day, "starts_at": "09:00", "place": "Aula Dinas",
        })  # fmt: skip
    for session in Session.objects.all():
        submit(story.pmo, f"/pembekalan/sesi/{session.pk}/", {"present": story.candidates})
    expect(story.pmo.get_by_text("langkah Pembekalan TPKM selesai bagi 2 orang").first).to_be_visible()


def _b5_a_mentor_is_assigned_and_introduced(story: Story) -> None:
    assert story.mentor is not None
    day = on("assign")
    submit(story.pmo, f"/penugasan/{story.engagement}/ganti/", {"mentor": story.mentor.pk, "starts": day})
    assert story.done("assign") == day
    day = on("introduce")
    for step in ("introduce_dinas", "introduce_coop"):
        proof = {"done_on": day, "said-photo": "Foto bersama di kantor"}
        submit(story.mentors, story.here(f"langkah/?langkah={step}"), proof)
        assert story.done(step) == day


def _b6_the_baseline_is_decided(story: Story) -> None:
    assert story.mentor is not None
    day = on("baseline")
    answers = {"ekosistem_digital": "tidak", "pembiayaan_modern": "tidak"}
    story.baseline = told.assessed(story, story.mentor, "modern-coop", "baseline", day, answer=lambda key: answers[key])
    assert story.done("baseline") == day


def _b7_the_five_general_deliverables_are_accepted(story: Story) -> None:
    """One after the other; the step is done with the last, and each is printed on one page."""
    day = on("sheets")
    for kind, typed in told.SHEETS.items():
        assert story.done("general_outputs") is None
        told.accept_sheet(story, kind, typed, day)
    assert story.done("general_outputs") == day
    story.mentors.goto(story.here("lembar/"))
    expect(story.mentors.get_by_text("Business Model Canvas").first).to_be_visible()
    files = story.mentors.locator("main a[href^='/lembar/'][href$='/pdf/']").all()
    assert len(files) == len(told.SHEETS)
    canvas = story.mentors.request.get(files[0].get_attribute("href") or "")
    assert len(PdfReader(BytesIO(canvas.body())).pages) == 1


def _b8_the_deliverable_of_the_theme_is_returned_once_and_accepted(story: Story) -> None:
    """A checklist with its file: PMO returns it with a remark, the mentor hands in a second version, PMO accepts."""
    day = on("theme")
    sheet, _ = told.hand_in_sheet(story, told.THEME, dict.fromkeys(told.TICKS, "ya"), day)
    story.pmo.goto(f"/lembar/{sheet}/")
    expect(story.pmo.get_by_text("strategi.pdf").first).to_be_visible()
    story.pmo.locator("summary", has_text="Kembalikan dengan catatan").click()
    story.pmo.locator("[name=remark]").fill("Tambahkan harga pesaing.")
    send(story.pmo, story.pmo.get_by_role("button", name="Kembalikan", exact=True))
    assert story.done("theme_outputs") is None
    story.mentors.goto(f"/lembar/{sheet}/")
    expect(story.mentors.get_by_text("Tambahkan harga pesaing.").first).to_be_visible()
    story.mentors.goto(f"/lembar/{sheet}/isi/")
    story.mentors.get_by_label("Catatan pendamping").fill("Harga dua pesaing ada di halaman 3.")
    send(story.mentors, story.mentors.get_by_role("button", name="Simpan lembar"))
    send(story.mentors, story.mentors.get_by_role("button", name="Serahkan lembar"))
    story.pmo.goto(f"/lembar/{sheet}/")
    send(story.pmo, story.pmo.get_by_role("button", name="Terima lembar"))
    assert story.done("theme_outputs") == day
    submit(story.mentors, story.here("intervensi/baru/"), {
        "kind": "training", "held_on": day, "who": "Dinas Perdagangan", "note": "Dua hari",
    })  # fmt: skip


def _a10_a_referral_is_open_until_its_result(story: Story) -> None:
    day = on("theme")
    submit(story.mentors, story.here("rujukan/baru/"), {
        "kind": "training", "topic": "market", "wanted": "Pelatihan foto produk", "provider": "Balai Latihan",
        "referred_on": day, "due": date(2026, 5, 25),
    })  # fmt: skip
    story.mentors.goto("/rujukan/")
    expect(story.mentors.get_by_text("Pelatihan foto produk").first).to_be_visible()
    on("midterm")
    story.mentors.locator("main details:has([name=result]) summary").first.click()
    fill(story.mentors, {"result": "Delapan anggota ikut"})
    send(story.mentors, story.mentors.locator("main form[action*='/tutup/'] [type=submit]").first)


def _b10_pmo_calls_and_b15_a_benefit_is_counted(story: Story) -> None:
    day = on("midterm")
    submit(story.pmo, story.here("pemantauan/"), {
        "kind": "call", "held_on": day, "spoke_with": "Bernadus Taek", "findings": "Kunjungan sesuai jadwal",
    })  # fmt: skip
    submit(story.mentors, story.here("manfaat/"), {
        "area": "market", "happened_on": day, "text": "Dua pembeli tetap baru", "quantity": "2", "unit": "pembeli",
    })  # fmt: skip
    expect(story.mentors.get_by_text("Dua pembeli tetap baru").first).to_be_visible()


def _b9_three_parties_meet_and_the_cooperative_confirms_without_the_mentor(story: Story) -> None:
    day = on("midterm")
    words = {"held_on": day, "place": "Kantor koperasi", "agreements": "Katalog baru bulan depan"}
    present = {f"attendees_{party}": names for party, names in PRESENT.items()}
    submit(story.pmo, story.here("pertemuan/tiga-pihak/"), {
        **words, **present, "attendees_mentor": "Melkianus Bire", "minutes": "Output umum dibahas satu per satu.",
    })  # fmt: skip
    submit(story.pmo, story.here("pertemuan/konfirmasi/"), {**words, **present, "minutes": SECRET})
    hidden = story.pmo.locator("main a[href^='/pertemuan/']").last.get_attribute("href")
    for instrument in ("midterm-three-party", "midterm-confirmation"):
        told.assessed(story, story.cast.agnes, instrument, "midterm", day)
    assert story.done("midterm_three") == story.done("midterm_confirm") == day
    for address in ("", "pertemuan/", "hasil/"):
        story.mentors.goto(story.here(address))
        expect(story.mentors.get_by_text(NAME).first).to_be_visible()
        assert SECRET not in story.mentors.content()
    answer = story.mentors.goto(hidden or "")
    assert answer is not None and answer.status == 404


def _b6_final_assessment_and_presentation(story: Story) -> None:
    assert story.mentor is not None
    day = on("final")
    told.assessed(story, story.mentor, "modern-coop", "final", day, pair=story.baseline)
    assert story.done("final") == day
    day = on("present")
    present = {f"attendees_{party}": names for party, names in PRESENT.items()}
    submit(story.mentors, story.here("pertemuan/paparan/"), {"held_on": day, "place": "Aula", **present, "file": True})
    assert story.done("presentation") == day


def _b12_the_office_gets_its_copy_and_acknowledges_it(story: Story) -> None:
    day = on("copy")
    submit(story.mentors, story.here("hasil/tembusan/"), {
        "on": day, "documents": "Laporan pendampingan\nHasil asesmen", "outcome": "Kriteria terpenuhi 2 dari 2",
    })  # fmt: skip
    assert story.done("copy_dinas") == day
    day, office = on("received"), story.page(story.cast.dominggus)
    office.goto(story.here("hasil/"))
    send(office, office.locator("form[action$='/tembusan/terima/'] [type=submit]"))
    assert story.done("copy_received") == day


def _b11_the_chair_evaluates_and_pmo_judges(story: Story) -> None:
    assert story.chair is not None
    day, page = on("evaluate"), story.page(story.chair)
    page.goto(story.here())
    send(page, page.locator("form[action*='evaluasi'] [type=submit]").first)
    id = UUID(next(part for part in page.url.split("/") if part.count("-") == 4))
    answered(story.chair, told.decider_of(story, story.chair), id, day)
    assert story.done("mentor_evaluation") == day
    day = on("result")
    submit(story.pmo, story.here("hasil/nilai/"), {"on": day, "summary": "Pembeli tetap bertambah dari 2 menjadi 4."})
    assert story.done("result") == day


def _b11_the_verdict_is_layak_wisuda(story: Story) -> None:
    day = on("verdict")
    story.pmo.goto(story.here("hasil/"))
    submit(story.pmo, story.here("hasil/predikat/"), {"on": day, "verdict": "graduate"})
    assert story.done("verdict") == day
    expect(story.pmo.get_by_text("Layak wisuda", exact=False).first).to_be_visible()
    assert Letter.objects.filter(kind="graduation", engagement=story.engagement).count() == 1


def _b13_one_look_back(story: Story) -> None:
    day, office = on("look"), story.page(story.cast.dominggus)
    submit(office, story.here("pasca/lihat/?bulan=3"), {
        "on": day, "outcome": "improved", "indicators": "Pembeli tetap: 4 -> 6", "note": "Pesanan berlanjut",
    })  # fmt: skip
    expect(office.get_by_text("Pesanan berlanjut").first).to_be_visible()
    assert story.done("follow_up") == day


def _documents_are_left(story: Story) -> None:
    """Letters in the list, each a PDF; the outcome says what was reached."""
    story.pmo.goto("/surat/")
    kept = list(Letter.objects.values_list("pk", "kind"))
    assert {"accepted", "sk", "spk", "dinas-notice", "handover-copy", "graduation"} <= {kind for _, kind in kept}
    for id, _kind in kept:
        answer = story.pmo.request.get(f"/surat/{id}/pdf/")
        assert answer.ok and answer.body().startswith(b"%PDF") and len(answer.body()) > 2000
    story.pmo.goto(story.here("hasil/"))
    expect(story.pmo.get_by_text("Koperasi layak wisuda", exact=True)).to_be_visible()
    expect(story.pmo.get_by_text("100 dari 100; batasnya 80")).to_be_visible()
    assert "Pembeli tetap bertambah dari 2 menjadi 4." in story.pmo.content()


def _b14_the_board_counts_it(story: Story) -> None:
    """Of two programmes PMO chooses this one: 1 of the 500 wanted, and the figure opens its list."""
    board = story.pmo
    board.goto("/papan/")
    board.locator("[name=program]").select_option(told.MODERN)
    send(board, board.get_by_role("button", name="Tampilkan"))
    expect(board.locator(".figure").first).to_contain_text(re.compile(r"Layak wisuda\s*1\s*dari\s*500"))
    board.locator(".figure").first.get_by_role("link", name="Lihat daftarnya").click()
    expect(board.get_by_role("link", name=NAME).first).to_be_visible()
