"""Where the programmes say no: kindly, with the code of the message, what was typed kept, and a way out that works.

Each act is refused in the browser first and then takes the way that the message names.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sidamping.features.admissions.models import Application
from sidamping.features.assessments.models import Assessment
from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.fieldwork.models import FollowUp, Visit
from sidamping.features.mentors import services as mentors
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes.models import Engagement
from sidamping.features.recruitment import services as recruitment
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.admissions import rounds_of as intake
from tests.features.outcomes import stage as outcomes
from tests.features.programmes import rounds as modern
from tests.features.recruitment import calling
from tests.journeys.acts import fill, move_to, press_refused, refused, send, submit
from tests.journeys.rating import at
from tests.people import TODAY, Cast, look

Opened = Callable[..., Page]
VISIT = {
    "visited_on": TODAY, "starts_at": "09:00", "ends_at": "11:00", "activity": "Kunjungan pertama",
    "purpose": "Mengenal pengurus", "result": "Pengurus menerima jadwal.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def today(transactional_db: None) -> None:
    move_to(TODAY)


def test_e20_the_seven_steps_come_in_their_order_or_somebody_answers_for_it(cast: Cast, opened: Opened) -> None:
    """E20: report before carrying out is refused; the coordinator may leave the order, with a name and a reason."""
    mentor, here = opened(cast.ratna), f"/dampingan/{cast.engagement.pk}/"
    card = programmes.engagement_card(look(cast.ratna), cast.engagement.pk)
    assert card is not None
    steps = ["observe", "terms", "organise", "carry_out", "evaluate", "correct", "report"]
    assert [one.code for one in card.path] == steps
    mentor.goto(here)
    told = mentor.locator("main .path, main ol.walk").first.inner_text()
    assert [one.label for one in card.path if one.label not in told] == []
    said = {"done_on": TODAY, "note": "Laporan sudah disusun."}
    mentor.goto(f"{here}langkah/")
    offered = mentor.locator(".choices-list").inner_text()
    assert "Observasi awal" in offered and "Penyusunan laporan" not in offered
    coordinator, why = opened(cast.yosef), "Pelaksanaan tercatat pada buku kantor"
    refused(coordinator, f"{here}langkah/?langkah=report", said, "PROGRAMMES_012")
    expect(coordinator.get_by_text("Pelaksanaan pendampingan").first).to_be_visible()
    submit(coordinator, f"{here}langkah/?langkah=report", {**said, "override_why": why})
    mentor.goto(here)
    station = mentor.locator("main .station").filter(has_text="Penyusunan laporan").last
    expect(station).to_contain_text("dilangkahi")
    station.locator("summary").click()
    expect(station.get_by_text(why)).to_be_visible()


def test_b1_whoever_applies_twice_is_led_to_the_first_application(cast: Cast, opened: Opened) -> None:
    """B1, C8: an officer who helps is told the number of the earlier one, and goes on there."""
    rounds = intake.rounds()
    first = intake.apply(rounds.modern, intake.koperasi(), complete=False)
    page = opened(rounds.pmo)
    values = {
        "name": "Tunas Harapan", "legal_number": "518/bh/xxi.3/2016", "contact_name": "Bernadus Taek",
        "village": places.BOLOK, "phone": "081234567000", "statement": "Mendaftar lagi.", "answer_active": "yes",
        "answer_committed": "yes", "consent": True,
    }  # fmt: skip
    refused(page, f"/pendaftaran/{rounds.modern}/daftar/", values, "PROGRAMMES_048")
    number = f"{Application.objects.get().number:04d}/KOPERASI-MODERN-USULAN/2026"
    expect(page.get_by_text(number).first).to_be_visible()
    page.goto("/permohonan/")
    page.get_by_role("link", name="KSP Tunas Harapan").first.click()
    expect(page.get_by_text(number).first).to_be_visible()
    assert str(first) in page.url


def test_b3_no_interview_is_decided_before_every_interviewer_marked(cast: Cast, opened: Opened) -> None:
    """B3: the one who has not marked is named; once the marks are in, the same decision is taken."""
    candidate = calling.applied(calling.called(cast))
    calling.to_interview(cast, candidate)
    recruitment.hand_in_marks(
        by=look(cast.agnes), candidacy=candidate, marks=calling.FIRST, now=calling.at(TODAY)
    )
    page, decision = opened(cast.paulus), {"outcome": "pass", "on": TODAY, "remark": "Layak menurut Agnes"}
    refused(page, f"/calon-pendamping/{candidate}/", decision, "PROGRAMMES_043")
    expect(page.get_by_text("nilai belum masuk dari: Sarlin Ndoen").first).to_be_visible()
    marks = {"sikap": 90, "pengetahuan": 80, "kepemimpinan": 80, "komunikasi": 70}
    submit(opened(cast.sarlin), f"/calon-pendamping/{candidate}/nilai/", marks, "Serahkan nilai")
    submit(page, f"/calon-pendamping/{candidate}/", decision)
    expect(page.get_by_text("Putusan tersimpan.")).to_be_visible()


def test_b4_no_visit_before_the_induction_unless_a_named_role_answers_for_it(cast: Cast, opened: Opened) -> None:
    """B4: the mentor is refused at the gate; PMO overrides the induction with a reason; the visit is kept."""
    round_ = modern.begin(cast)
    host = modern.accepted(round_)
    page = opened(cast.ratna)
    page.goto("/catat/")
    page.locator("select[name$=engagement]").first.select_option(str(host))
    fill(page, VISIT)
    press_refused(page, page.get_by_role("button", name="Simpan kunjungan"), VISIT, "FIELDWORK_037")
    assert "Pembekalan TPKM" in page.locator("main").inner_text() and not Visit.objects.exists()
    why = "Pembekalan dijadwalkan pekan depan; kunjungan bersama PMO"
    submit(opened(cast.paulus), f"/jalan/{round_.mentor_path}/langkah/?langkah=induction", {
        "done_on": TODAY, "said-attendance": "Daftar hadir menyusul", "override_why": why,
    })  # fmt: skip
    send(page, page.get_by_role("button", name="Simpan kunjungan"))
    expect(page.get_by_text("Pengurus menerima jadwal.", exact=True)).to_be_visible()
    assert modern.stops(round_.mentor_path)["induction"].why == why


def test_b5_a_mentor_over_capacity_is_taken_only_with_a_reason(cast: Cast, opened: Opened) -> None:
    """C13, B5: the limit of the mentor is named; whoever assigns writes why one more, or chooses somebody else."""
    draft = mentors.ProfileDraft(
        nik="5301054509900001", phone="081339000001", village=places.BOLOK, education="bachelor", capacity=1,
        capacity_why="Menyusui",
    )
    mentors.keep_profile(by=look(cast.yosef), user=cast.ratna.pk, draft=draft)
    host = people.engagement(cast.keripik.party, None)
    page, wanted = opened(cast.yosef), {"mentor": cast.ratna.pk, "starts": TODAY, "letter": "ST-12/2026"}
    refused(page, f"/penugasan/{host.pk}/ganti/", wanted, "PROGRAMMES_063")
    submit(page, f"/penugasan/{host.pk}/ganti/", {**wanted, "over_why": "Desa yang sama, sekali jalan"})
    card = programmes.engagement_card(look(cast.yosef), host.pk)
    assert card is not None and card.mentor_id == cast.ratna.pk


def test_b6_assessments_of_two_versions_are_not_compared(cast: Cast, opened: Opened) -> None:
    """B6: two rounds on two rulers are refused with both names; those on one ruler are a pair."""
    stage = outcomes.modern(cast)
    first = outcomes.decided(stage, "modern-coop", "baseline", date(2026, 4, 1), version=-2)
    other = outcomes.decided(stage, "modern-coop", "single", date(2026, 8, 3))
    page = opened(cast.paulus)
    answer = page.request.get(f"/api/v1/assessments/{other}/delta?other={first}")
    told = answer.text()
    assert answer.status == 422 and "SCORING_019" in told, told
    for version in Assessment.objects.values_list("version", flat=True):
        assert version in told


def test_b10_missing_days_of_the_daily_journal_are_seen_by_the_week(cast: Cast, opened: Opened) -> None:
    """B10: two of the five working days are written; the other three stand empty, in words and in the count."""
    stage = outcomes.modern(cast)
    Engagement.objects.filter(pk=cast.engagement.pk).update(ends=date(2026, 10, 1))
    for day in (date(2026, 10, 26), date(2026, 10, 28)):
        draft = fieldwork.VisitDraft(
            id=uuid7(), visited_on=day, starts_at=time(9), ends_at=time(10), mode="onsite", village=places.BOLOK,
            activity="Pendampingan", purpose="Melihat katalog", result="Katalog dibahas.",
            presences=(fieldwork.PresenceDraft(stage.id, ("Ujang",), None),),
        )
        fieldwork.record_visit(by=look(cast.ratna, day), draft=draft, on=day, now=at(day))
    page = opened(cast.paulus)
    page.goto("/kepatuhan/jurnal/?minggu=2026-10-26")
    row = page.get_by_role("row").filter(has_text="Ratna Tefa")
    expect(row).to_contain_text("2/5")
    expect(row.locator(".week-empty")).to_have_count(3)


def test_b11_no_verdict_closes_over_open_promises(cast: Cast, opened: Opened) -> None:
    """B11: every open promise is told; done, or carried on by somebody named, the verdict may stand."""
    stage = outcomes.modern(cast)
    outcomes.walk(stage, "verdict")
    FollowUp.objects.create(
        engagement=stage.engagement, text="Kirim contoh ke pembeli", owner_side="mentor", owner_name="Ratna",
        due=TODAY + timedelta(days=3), by=cast.ratna,
    )
    page = opened(cast.paulus)
    told: dict[str, Any] = {"on": TODAY, "verdict": "graduate", "reason": "Syarat lain diperiksa di tempat."}
    page.goto(f"/dampingan/{stage.id}/hasil/predikat/")
    told["criteria"] = page.locator("[name=criteria] option").nth(1).get_attribute("value")
    refused(page, f"/dampingan/{stage.id}/hasil/predikat/", told, "PROGRAMMES_054")
    expect(page.get_by_text("Kirim contoh ke pembeli").first).to_be_visible()
    office = "Dinas Koperasi Kabupaten Kupang"
    submit(page, f"/dampingan/{stage.id}/hasil/predikat/", {**told, "carried_by": office})
    expect(page.get_by_text("Predikat diputuskan.")).to_be_visible()
