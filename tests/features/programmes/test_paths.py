"""Paths of the recommended model: cohort, mentor and mentee wait for one another; owners, proofs, overrides (E20, B4).

The steps and their order are those of rulebook/programmes/koperasi-modern-usulan.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from sidamping.domain.problems import Refused
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.models import StepEvidence, StepRecord
from sidamping.features.programmes.services import EvidenceDraft
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.features.programmes import rounds
from tests.features.programmes.rounds import Round, stops
from tests.people import Cast, User, look

DAY = date(2026, 7, 1)
ID = UUID("0190e7a0-0000-7000-8000-000000000011")
SOURCE = UUID("0190e7a0-0000-7000-8000-000000000012")
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


@pytest.fixture
def begun(cast: Cast) -> Round:
    return rounds.begin(cast)


def record(who: User, path: UUID, step: str, on: date = DAY, **more: object) -> UUID:
    return services.record_step(by=look(who, on), path=path, step=step, done_on=on, **more)  # type: ignore[arg-type]


def refused(who: User, path: UUID, step: str, on: date = DAY, **more: object) -> set[str]:
    with pytest.raises(Refused) as caught:
        record(who, path, step, on, **more)
    return set(caught.value.codes)


def test_a_mentee_waits_for_the_call_of_its_cohort(cast: Cast) -> None:
    begun = rounds.begin(cast, called=False)
    assert stops(begun.path)["apply"].waits_for == ("Rekrutmen terbuka koperasi",)
    with pytest.raises(Refused) as caught:
        services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    assert caught.value.codes == ["PROGRAMMES_012"]
    proof = (EvidenceDraft("attendance", rounds.SAID),)
    record(begun.pmo, begun.cohort, "socialise", evidence=proof)
    record(begun.pmo, begun.cohort, "open_call")
    services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    assert stops(begun.path)["apply"].state == "done" and stops(begun.path)["admin_check"].state == "late"


def test_only_the_owner_of_a_step_records_it(begun: Round) -> None:
    services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    assert refused(begun.cast.dominggus, begun.path, "admin_check", outcome="passed", village=places.BOLOK) == {
        "PROGRAMMES_023"
    }
    record(begun.pmo, begun.path, "admin_check", outcome="passed")


def test_a_stranger_finds_no_path(begun: Round) -> None:
    assert refused(begun.cast.maria, begun.path, "admin_check", outcome="passed") == {"PROGRAMMES_069"}


def test_an_outcome_is_one_of_the_steps_own(begun: Round) -> None:
    services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    assert refused(begun.pmo, begun.path, "admin_check", outcome="bagus") == {"PROGRAMMES_025"}
    assert refused(begun.pmo, begun.path, "admin_check") == {"PROGRAMMES_025"}


def test_what_failed_stops_the_path_until_it_is_put_right(begun: Round) -> None:
    services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    record(begun.pmo, begun.path, "admin_check", outcome="failed")
    assert stops(begun.path)["admin_check"].state == "stopped"
    assert stops(begun.path)["contact_check"].state == "waiting"
    record(begun.pmo, begun.path, "admin_check", outcome="passed", on=date(2026, 7, 3))
    assert stops(begun.path)["admin_check"].state == "done"


def test_a_step_asks_for_each_kind_of_its_proof(begun: Round) -> None:
    services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    record(begun.pmo, begun.path, "admin_check", outcome="passed")
    assert refused(begun.pmo, begun.path, "contact_check", outcome="confirmed") == {"PROGRAMMES_066"}
    record(begun.pmo, begun.path, "contact_check", outcome="confirmed",
           evidence=(EvidenceDraft("call_log", "Telepon 14.10, Bapak Ujang"),))
    assert stops(begun.path)["contact_check"].evidence == 1


def test_a_proof_is_read_by_its_content(begun: Round) -> None:
    proof = (EvidenceDraft("attendance", name="hadir.pdf", content=b"bukan pdf"),)
    assert refused(begun.pmo, begun.cohort, "call_mentors", on=people.TODAY, evidence=proof) >= {"FILES_005"}
    services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    record(begun.pmo, begun.path, "admin_check", outcome="passed")
    proof = (EvidenceDraft("call_log", name="catatan.pdf", content=PDF), EvidenceDraft("surat", "x"))
    assert refused(begun.pmo, begun.path, "contact_check", outcome="confirmed", evidence=proof) == {"GENERAL_002"}
    record(begun.pmo, begun.path, "contact_check", outcome="confirmed", evidence=proof[:1])
    assert StepEvidence.objects.get(kind="call_log").attachment.media_type == "application/pdf"


def test_introductions_wait_for_the_induction_of_the_mentor_who_carries_the_mentee_b4_b5(begun: Round) -> None:
    """B4, B5: the recommended model lets nobody into the field who was not briefed."""
    engagement = rounds.accepted(begun)
    photo = (EvidenceDraft("photo", "foto di grup"),)
    at = {"engagement": engagement, "step": "introduce_dinas", "done_on": DAY, "evidence": photo}
    with pytest.raises(Refused) as caught:
        services.record_step(by=look(begun.mentor, DAY), **at)  # type: ignore[arg-type]
    assert caught.value.codes == ["PROGRAMMES_012"]
    assert queries.missing_steps(engagement, "fieldwork.visit_recorded", DAY) == ("Pembekalan TPKM",)
    rounds.inducted(begun)
    assert queries.missing_steps(engagement, "fieldwork.visit_recorded", DAY) == ()
    services.record_step(by=look(begun.mentor, DAY), **at)  # type: ignore[arg-type]
    assert stops(begun.path)["introduce_coop"].state == "late"


def test_induction_may_be_left_out_for_one_mentee_by_a_named_role_with_a_reason(begun: Round) -> None:
    """B4: unless overridden with a reason."""
    engagement = rounds.accepted(begun)
    at = {"engagement": engagement, "step": "induction", "done_on": DAY, "waive": True}
    with pytest.raises(Refused) as caught:
        services.record_step(by=look(begun.mentor, DAY), override_why="Sudah paham", **at)  # type: ignore[arg-type]
    assert set(caught.value.codes) == {"PROGRAMMES_015", "PROGRAMMES_023"}
    with pytest.raises(Refused) as caught:
        services.record_step(by=look(begun.pmo, DAY), **at)  # type: ignore[arg-type]
    assert caught.value.codes == ["PROGRAMMES_022"]
    services.record_step(by=look(begun.pmo, DAY), override_why="Alumni angkatan lalu", **at)  # type: ignore[arg-type]
    assert queries.missing_steps(engagement, "fieldwork.visit_recorded", DAY) == ()
    assert stops(begun.mentor_path)["induction"].state == "waiting"


def test_a_step_of_another_path_is_not_done_here(begun: Round) -> None:
    assert "PROGRAMMES_075" in refused(begun.pmo, begun.path, "socialise", evidence=(EvidenceDraft("attendance", "x"),))


def test_a_step_with_a_form_is_marked_by_the_form_when_all_are_held(begun: Round) -> None:
    engagement = _in_the_field(begun)
    by = look(begun.mentor, people.TODAY)
    with pytest.raises(Refused) as caught:
        services.record_step(by=by, engagement=engagement, step="baseline", done_on=people.TODAY)
    assert caught.value.codes == ["PROGRAMMES_067"]
    at = {"by": by, "engagement": engagement, "kind": "instrument", "on": people.TODAY, "source_id": SOURCE}
    assert services.forms_done(held={("modern-coop", "final")}, **at) == ()  # type: ignore[arg-type]
    assert services.forms_done(held={("modern-coop", "baseline")}, **at) == ("baseline",)  # type: ignore[arg-type]
    assert services.forms_done(held={("modern-coop", "baseline")}, **at) == ()  # type: ignore[arg-type]
    works = {(code, "") for code in ("pos", "bmc", "swot", "stakeholder-map")}
    at["kind"] = "deliverable"
    assert services.forms_done(held=works, **at) == ()  # type: ignore[arg-type]
    works.add(("product-catalogue", ""))
    assert services.forms_done(held=works, **at) == ("general_outputs",)  # type: ignore[arg-type]


def test_what_is_hidden_from_the_mentor_shows_only_that_it_is_done(begun: Round) -> None:
    engagement = _in_the_field(begun)
    for step in ("baseline", "midterm_confirm"):
        services.record_step(
            by=look(begun.pmo), engagement=engagement, step=step, done_on=people.TODAY, note="Ketua mengeluh",
            override_why="Dicatat dari kertas",
        )
    seen = stops(begun.path, begun.mentor)["midterm_confirm"]
    assert (seen.state, seen.hidden, seen.remark, seen.why, seen.by, seen.evidence) == ("done", True, "", "", "", 0)
    told = stops(begun.path, begun.pmo)["midterm_confirm"]
    assert (told.hidden, told.remark, told.by) == (False, "Ketua mengeluh", "Paulus Riwu")
    card = queries.engagement_card(look(begun.mentor), engagement)
    assert card is not None
    assert not [line for line in queries.history_of(card) if "Konfirmasi" in line.note]
    card = queries.engagement_card(look(begun.pmo), engagement)
    assert card is not None
    (line,) = (line for line in queries.history_of(card) if "Konfirmasi" in line.note)
    assert "Dicatat dari kertas" in line.note
    assert not [one for one in queries.history_of(card, reasons=False) if "kertas" in one.note], "an assessor's page"


def test_a_record_is_taken_back_with_a_reason_and_the_step_done_anew_on_the_same_day(begun: Round) -> None:
    services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    first = record(begun.pmo, begun.path, "admin_check", outcome="passed")
    assert refused(begun.pmo, begun.path, "admin_check", outcome="failed") == {"PROGRAMMES_068"}
    back = {"record": first, "on": DAY}
    for who, why, codes in ((begun.pmo, " ", {"PROGRAMMES_022"}),
                            (begun.cast.dominggus, "keliru", {"PROGRAMMES_015", "PROGRAMMES_023"})):
        with pytest.raises(Refused) as caught:
            services.take_back(by=look(who, DAY), why=why, village=places.BOLOK, **back)  # type: ignore[arg-type]
        assert set(caught.value.codes) == codes
    services.take_back(by=look(begun.pmo, DAY), why="Salah orang", **back)  # type: ignore[arg-type]
    assert stops(begun.path)["admin_check"].state == "late"
    record(begun.pmo, begun.path, "admin_check", outcome="failed")
    assert stops(begun.path)["admin_check"].outcome == "failed"
    with pytest.raises(Refused) as caught:
        services.take_back(by=look(begun.pmo, DAY), why="Lagi", **back)  # type: ignore[arg-type]
    assert caught.value.codes == ["PROGRAMMES_073"]
    assert StepRecord.objects.filter(step="admin_check").count() == 3
    assert Activity.objects.get(action="programmes.step_taken_back").why == "Salah orang"


def test_what_mentees_stand_on_is_not_taken_from_under_them(begun: Round) -> None:
    services.record_step(by=None, path=begun.path, step="apply", done_on=DAY, trusted=True)
    call = StepRecord.objects.get(path=begun.cohort, step="open_call")
    with pytest.raises(Refused) as caught:
        services.take_back(by=look(begun.pmo), record=call.pk, why="Keliru", on=people.TODAY)
    assert caught.value.codes == ["PROGRAMMES_027"]


def test_steps_of_the_last_stage_follow_after_the_end(begun: Round) -> None:
    engagement = _in_the_field(begun)
    services.end_engagement(by=look(begun.pmo), engagement=engagement, ends=date(2026, 10, 31), why="Selesai")
    why = "Dilaporkan terlambat"
    with pytest.raises(Refused) as caught:
        services.record_step(by=look(begun.pmo), engagement=engagement, step="presentation", done_on=people.TODAY,
                             override_why=why)
    assert caught.value.codes == ["PROGRAMMES_010"]
    services.record_step(by=look(begun.pmo), engagement=engagement, step="result", done_on=people.TODAY,
                         override_why=why)
    assert stops(begun.path)["result"].state == "overridden"


def test_a_repeating_step_comes_again(begun: Round) -> None:
    engagement = _in_the_field(begun)
    by = look(begun.pmo)
    services.record_step(by=by, engagement=engagement, step="result", done_on=date(2026, 8, 1), override_why="ringkas")
    for day in (date(2026, 9, 1), date(2026, 10, 1)):
        services.record_step(by=by, engagement=engagement, step="follow_up", done_on=day, outcome="improved")
    assert stops(begun.path)["follow_up"].times == 2


def test_a_path_is_read_in_few_queries_for_any_number(begun: Round, at_most_queries: object) -> None:
    rounds.accepted(begun)
    others = [
        services.begin_path(by=None, subject="mentee", cohort=begun.cohort, starts=DAY) for _ in range(20)
    ]
    with at_most_queries(6):  # type: ignore[operator]
        found = queries.stations_of([begun.path, begun.mentor_path, *others], people.TODAY)
    assert len(found) == 22 and found[begun.path][0].code == "apply"


def test_a_mentoring_of_a_programme_with_an_open_call_belongs_to_a_cohort(begun: Round) -> None:
    wanted = {"by": look(begun.pmo), "mentee_id": begun.cast.merah_putih.party_id, "programme": rounds.MODERN,
              "starts": DAY}
    with pytest.raises(Refused) as caught:
        services.open_engagement(**wanted)  # type: ignore[arg-type]
    assert caught.value.codes == ["PROGRAMMES_065"]
    other = services.open_cohort(
        by=None, id=ID, programme=rounds.MODERN, name="TTS", area=places.TTS, starts=rounds.OPENED
    )
    with pytest.raises(Refused) as caught:
        services.open_engagement(cohort=other, **wanted)  # type: ignore[arg-type]
    assert caught.value.codes == ["PROGRAMMES_071"]
    services.open_engagement(cohort=begun.cohort, **wanted)  # type: ignore[arg-type]


def _in_the_field(begun: Round) -> UUID:
    """Accepted, assigned, briefed, introduced."""
    engagement = rounds.accepted(begun)
    rounds.inducted(begun)
    photo = (EvidenceDraft("photo", "foto di grup"),)
    for step in ("introduce_dinas", "introduce_coop"):
        services.record_step(by=look(begun.mentor, DAY), engagement=engagement, step=step, done_on=DAY, evidence=photo)
    return engagement
