"""Taking in: applications, duplicates, documents, stages, refusals with reasons, enrolment (B1, C1, C6, C8, D5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from sidamping.domain.problems import Refused
from sidamping.features.admissions import queries, services
from sidamping.features.admissions.models import Application, Enrolment
from sidamping.features.admissions.queries import ApplicationFilter
from sidamping.features.admissions.services import FileDraft
from sidamping.features.letters.queries import letter_file, letters_of
from sidamping.features.parties.queries import party_names
from sidamping.features.programmes.models import StepRecord
from sidamping.features.programmes.queries import facts_of
from sidamping.features.programmes.services import EvidenceDraft
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.admissions import rounds_of as told
from tests.features.admissions.rounds_of import Rounds

pytestmark = pytest.mark.django_db


@pytest.fixture
def rounds(db: None) -> Rounds:
    return told.rounds()


def refused(act: Callable[[], object]) -> list[str]:
    """The codes of the refusal."""
    with pytest.raises(Refused) as caught:
        act()
    return caught.value.codes


def card(who: people.User, id: object) -> queries.ApplicationCard:
    found = queries.application_card(people.look(who), id)  # type: ignore[arg-type]  # an id
    assert found is not None
    return found


def test_a_visitor_applies_and_the_path_begins_with_it(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    found = card(rounds.pmo, id)
    assert found.number == "0001/KOPERASI-MODERN-USULAN/2026"
    assert [(one.code, one.state, one.done_on) for one in found.stations] == [
        ("apply", "done", people.TODAY), ("admin_check", "next", None), ("contact_check", "waiting", None),
        ("dinas_check", "waiting", None), ("identify", "waiting", None),
    ]  # fmt: skip
    assert found.standing.stage == "admin_check" and found.missing == ()
    assert found.identity.phone == "0812••••••00"


def test_sent_twice_is_one_application_with_one_number(rounds: Rounds) -> None:
    id = uuid7()
    told.apply(rounds.modern, told.koperasi(), id=id)
    told.apply(rounds.modern, told.koperasi(), id=id)
    assert Application.objects.count() == 1
    assert refused(lambda: told.apply(rounds.modern, told.koperasi(name="Lain"), id=id)) == ["ADMISSIONS_008"]


def test_every_fault_of_an_application_comes_at_once(rounds: Rounds) -> None:
    broken = told.koperasi(
        name="", phone="12", legal_number="", contact_position="", statement="", consent=False, answers={"active": True}
    )
    assert sorted(refused(lambda: told.apply(rounds.modern, broken))) == [
        "ADMISSIONS_004", "ADMISSIONS_016", "ADMISSIONS_019", "GENERAL_001", "GENERAL_001", "GENERAL_001",
        "PARTIES_006",
    ]  # fmt: skip


def test_a_closed_call_takes_nobody(rounds: Rounds) -> None:
    late = told.CLOSES.replace(year=2027)
    assert refused(lambda: told.apply(rounds.modern, told.koperasi(), on=late)) == ["ADMISSIONS_001"]


def test_a_kind_or_a_place_the_call_does_not_take_is_refused(rounds: Rounds) -> None:
    assert "ADMISSIONS_002" in refused(lambda: told.apply(rounds.modern, told.usaha(), complete=False))
    here = told.cohort(told.MODERN, "Kupang saja", area=places.KUPANG)
    outside = told.koperasi(village=places.KUATAE)
    assert refused(lambda: told.apply(here, outside)) == ["ADMISSIONS_003"]


def test_nobody_learns_from_applying_whether_a_number_is_known(rounds: Rounds) -> None:
    """C8: a stranger who tries out a number is answered as ever; the office sees both side by side."""
    first = told.apply(rounds.modern, told.koperasi())
    second = told.apply(rounds.modern, told.koperasi(name="Tunas", legal_number="518/bh/xxi.3 / 2016"))
    [twin] = card(rounds.pmo, second).twins
    assert (twin.id, twin.sure) == (first, True)


def test_an_officer_who_helps_is_told_the_number_of_the_earlier(rounds: Rounds) -> None:
    told.apply(rounds.modern, told.koperasi())
    again = told.koperasi(name="Tunas", legal_number="518/bh/xxi.3 / 2016")
    with pytest.raises(Refused) as caught:
        told.apply(rounds.modern, again, by=people.look(rounds.pmo))
    assert caught.value.codes == ["PROGRAMMES_048"]
    assert "0001/KOPERASI-MODERN-USULAN/2026" in str(caught.value.problems[0].text("id"))
    assert told.apply(rounds.modern, again, by=people.look(rounds.dinas_tts)), "may not read the earlier one"


def test_one_of_two_that_are_the_same_passes_only_after_the_other_was_refused(rounds: Rounds) -> None:
    first, second = (told.apply(rounds.modern, told.koperasi(name=name)) for name in ("KSP Tunas", "KSP Tunas Harapan"))
    pmo = people.look(rounds.pmo)
    assert refused(lambda: told.decide(pmo, second, "admin_check", "passed")) == ["PROGRAMMES_042"]
    told.decide(pmo, first, "admin_check", "failed", reasons=("twice",))
    assert told.decide(pmo, second, "admin_check", "passed")


def test_who_was_refused_or_withdrew_may_apply_anew(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    services.withdraw(by=None, token=Application.objects.get(pk=id).token, reason="no_time", on=people.TODAY)
    assert told.apply(rounds.modern, told.koperasi())


def test_unsure_duplicates_stand_side_by_side(rounds: Rounds) -> None:
    first = told.apply(rounds.modern, told.koperasi())
    second = told.apply(rounds.modern, told.koperasi(name="Koperasi Tunas Harapan", legal_number="77/BH/2019"))
    [twin] = card(rounds.pmo, second).twins
    assert (twin.id, twin.reasons, twin.sure) == (first, ("phone", "name_village"), False)


def test_documents_are_checked_by_content_and_missing_ones_are_named(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi(), complete=False)
    assert len(card(rounds.pmo, id).missing) == 5
    token = Application.objects.get(pk=id).token
    fake = FileDraft("deed", "akta.pdf", b"#!/bin/sh")
    assert refused(lambda: services.add_documents(by=None, token=token, documents=[fake], on=people.TODAY)) == [
        "FILES_005"
    ]
    for _ in range(2):
        services.add_documents(by=None, token=token, documents=[told.photo("deed")], on=people.TODAY)
    found = card(rounds.pmo, id)
    assert len(found.missing) == 4 and len(found.documents[0].files) == 1


def test_too_many_or_unknown_documents_are_refused(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    token = Application.objects.get(pk=id).token
    many = [told.photo("deed")] * 13
    assert refused(lambda: services.add_documents(by=None, token=token, documents=many, on=people.TODAY)) == [
        "ADMISSIONS_006"
    ]
    odd = [told.photo("diary")]
    assert refused(lambda: services.add_documents(by=None, token=token, documents=odd, on=people.TODAY)) == [
        "ADMISSIONS_020"
    ]


def test_stages_are_decided_in_order_by_those_the_programme_names(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    pmo, dinas = people.look(rounds.pmo), people.look(rounds.dinas)
    assert refused(lambda: told.decide(pmo, id, "identify", "passed")) == ["PROGRAMMES_039"]
    assert refused(lambda: told.decide(dinas, id, "admin_check", "passed")) == ["ADMISSIONS_011"]
    told.decide(pmo, id, "admin_check", "passed")
    assert "ADMISSIONS_014" in refused(lambda: told.decide(pmo, id, "contact_check", "confirmed"))


def test_only_the_dinas_of_the_regency_verifies_and_others_say_why(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    pmo, dinas, elsewhere = map(people.look, (rounds.pmo, rounds.dinas, rounds.dinas_tts))
    told.decide(pmo, id, "admin_check", "passed")
    services.log_contact(by=pmo, id=uuid7(), application=id, on=pmo.on, result="confirmed", spoke_with="Bernadus")
    told.decide(pmo, id, "contact_check", "confirmed")
    assert refused(lambda: told.decide(elsewhere, id, "dinas_check", "confirmed")) == ["ADMISSIONS_018"]
    assert refused(lambda: told.decide(pmo, id, "dinas_check", "confirmed")) == ["ADMISSIONS_012", "ADMISSIONS_013"]
    assert refused(lambda: told.decide(dinas, id, "dinas_check", "confirmed")) == ["ADMISSIONS_013"]
    letter = (EvidenceDraft("letter", "518/12/2026"),)
    told.decide(dinas, id, "dinas_check", "confirmed", evidence=letter)
    assert card(rounds.pmo, id).standing.stage == "identify"


def test_a_refusal_keeps_its_reasons_and_issues_one_letter(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi(), complete=False)
    pmo = people.look(rounds.pmo)
    assert refused(lambda: told.decide(pmo, id, "admin_check", "failed")) == ["PROGRAMMES_041"]
    told.decide(pmo, id, "admin_check", "failed", reasons=("documents", "inactive"))
    found = card(rounds.pmo, id)
    assert (found.standing.state, found.standing.stage, found.standing.reasons) == (
        "refused", "admin_check", ("documents", "inactive"),
    )  # fmt: skip
    [letter] = letters_of(pmo, path=found.path_id)
    assert letter.kind == "refused" and letter.recipient == "Bernadus Taek, KSP Tunas Harapan"
    assert letter.id == services.letter_id(found.standing.made[0].record, services.REFUSED)
    assert (letter_file(letter.id) or b"")[:5] == b"%PDF-"
    assert refused(lambda: told.decide(pmo, id, "contact_check", "confirmed"))[0] == "PROGRAMMES_040"


def test_a_stage_passed_with_documents_missing_needs_a_word(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi(), complete=False)
    pmo = people.look(rounds.pmo)
    assert refused(lambda: told.decide(pmo, id, "admin_check", "passed")) == ["PROGRAMMES_042"]
    told.decide(pmo, id, "admin_check", "passed", note="Dilihat aslinya di kantor.")


def test_a_decision_taken_back_is_open_again_and_its_reasons_no_longer_count(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    pmo = people.look(rounds.pmo)
    told.decide(pmo, id, "admin_check", "failed", reasons=("inactive",))
    [made] = card(rounds.pmo, id).standing.made
    for _ in range(2):
        services.take_back_decision(by=pmo, application=id, record=made.record, why="Salah baca.", on=pmo.on)
    assert card(rounds.pmo, id).standing.stage == "admin_check"
    assert queries.counted_reasons(pmo, rounds.modern) == ()


def test_readiness_of_tkm_notes_a_side_income_and_refuses_no_commitment(rounds: Rounds) -> None:
    side = told.apply(rounds.tkm, told.usaha(answers={"primary_income": False, "committed": True}))
    found = card(rounds.coordinator, side)
    assert (found.screening.outcome, found.screening.noted) == ("passed", ("secondary_income",))
    unready = told.apply(rounds.tkm, told.usaha(
        name="Lain", nik="5301055203900012", phone="081234567112", answers={"primary_income": True, "committed": False}
    ))
    by = people.look(rounds.coordinator)
    assert card(rounds.coordinator, unready).screening.outcome == "failed"
    told.decide(by, unready, "admin_check", "passed")
    assert refused(lambda: told.decide(by, unready, "readiness", "passed")) == ["PROGRAMMES_042"]


def test_alumni_of_training_go_first_in_the_queue(rounds: Rounds) -> None:
    told.apply(rounds.modern, told.koperasi(), on=people.TODAY.replace(day=1))
    said = {"name": "Alumni", "legal_number": "1/BH/2020", "phone": "081200000001"}
    alumni = told.koperasi(**said, priorities=("training_alumni",))
    told.apply(rounds.modern, alumni)
    page = queries.applications_page(people.look(rounds.pmo), ApplicationFilter(cohorts=(rounds.modern,)))
    assert [(one.name, one.place, one.priorities) for one in page.rows] == [
        ("Alumni", 1, ("training_alumni",)), ("KSP Tunas Harapan", 2, ()),
    ]  # fmt: skip


def test_who_passed_every_stage_becomes_a_mentee_on_the_same_path(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    pmo, new = people.look(rounds.pmo), uuid7()
    assert refused(lambda: services.accept(by=pmo, id=new, application=id, on=pmo.on)) == ["ADMISSIONS_015"]
    told.through(rounds, id, note="Ketua sering pergi")
    assert {one.note for one in card(rounds.pmo, id).standing.made} == {"Ketua sering pergi"}
    assert refused(
        lambda: services.accept(by=people.look(rounds.dinas), id=new, application=id, on=pmo.on)
    ) == ["ADMISSIONS_027"]
    for _ in range(2):
        services.accept(by=pmo, id=new, application=id, on=pmo.on)
    assert not StepRecord.objects.filter(path__application=id).exclude(note=""), "notes stay with the office"
    made = Enrolment.objects.select_related("engagement__path").get()
    assert made.engagement_id == new and made.engagement.path.application.pk == id
    assert made.engagement.path.cohort_id == rounds.modern
    assert party_names([made.party_id])[made.party_id].name == "KSP Tunas Harapan"
    assert [one.kind for one in letters_of(pmo, path=made.engagement.path_id)] == ["accepted"]
    assert card(rounds.pmo, id).standing.state == "enrolled"


def test_an_applicant_of_the_register_is_linked_not_recorded_twice(rounds: Rounds) -> None:
    held = people.cooperative("Tunas Harapan", places.BOLOK, legal_number="518/BH/XXI.3/2016")
    id = told.apply(rounds.modern, told.koperasi())
    told.through(rounds, id)
    pmo = people.look(rounds.pmo)
    found = queries.enrolment_desk(pmo, id)
    assert found is not None and [(one.id, one.sure) for one in found[1]] == [(held.pk, True)]
    assert "PARTIES_009" in refused(lambda: services.accept(by=pmo, id=uuid7(), application=id, on=pmo.on))
    services.accept(by=pmo, id=uuid7(), application=id, on=pmo.on, party=held.pk)
    assert Enrolment.objects.get().party_id == held.pk


def test_a_business_is_registered_with_its_owner_and_its_facts_count_on_the_path(rounds: Rounds) -> None:
    id = told.apply(rounds.tkm, told.usaha())
    by = people.look(rounds.coordinator)
    told.decide(by, id, "admin_check", "passed")
    told.decide(by, id, "readiness", "passed")
    services.accept(by=by, id=uuid7(), application=id, on=by.on)
    row = Application.objects.get(pk=id)
    assert facts_of([row.path_id])[row.path_id] == {"sector": "fishery", "technology": "weak"}
    owned = Enrolment.objects.select_related("party__business__owner__party").get().party.business
    assert (owned.sector, owned.owner.nik, owned.owner.party.name) == ("fishery", "5301055203900011", "Yohana Bria")


def test_reasons_of_refusals_and_withdrawals_are_counted(rounds: Rounds) -> None:
    pmo = people.look(rounds.pmo)
    drafts = [replace(told.koperasi(), name=f"K{n}", legal_number=f"{n}/BH/2020", phone=f"08120000100{n}")
              for n in range(3)]
    one, two, three = [told.apply(rounds.modern, draft) for draft in drafts]
    told.decide(pmo, one, "admin_check", "failed", reasons=("documents", "inactive"))
    told.decide(pmo, two, "admin_check", "failed", reasons=("documents",))
    services.withdraw(by=None, token=Application.objects.get(pk=three).token, reason="health", on=people.TODAY)
    found = [(row.state, row.stage, row.reason, row.count) for row in queries.counted_reasons(pmo, rounds.modern)]
    assert found == [
        ("refused", "Seleksi administratif", "Dokumen tidak lengkap", 2),
        ("refused", "Seleksi administratif", "Koperasi atau usaha tidak aktif", 1),
        ("withdrawn", "", "Sakit atau meninggal", 1),
    ]
    assert queries.funnel(pmo, rounds.modern) == {"refused": 2, "withdrawn": 1, "all": 3}


def test_a_stranger_sees_no_application(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    for who in map(people.look, (rounds.stranger, rounds.dinas_tts, rounds.coordinator)):
        assert queries.application_card(who, id) is None
        with pytest.raises(Refused, match="ADMISSIONS_018"):
            services.reveal(by=who, application=id, field="phone", why="x" * 9)


def test_a_masked_number_is_opened_for_a_written_reason_only(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    pmo = people.look(rounds.pmo)
    assert refused(lambda: services.reveal(by=pmo, application=id, field="phone", why="x")) == ["ADMISSIONS_026"]
    assert services.reveal(by=pmo, application=id, field="phone", why="Menghubungi ketua") == "081234567000"
    assert Activity.objects.get(action="admissions.revealed").why == "Menghubungi ketua"


def test_a_chair_speaks_only_for_the_own_cooperative(rounds: Rounds) -> None:
    own = people.cooperative("Merah Putih", places.BOLOK)
    chair = people.user("ketua", "Ujang")
    people.appoint(chair, "chair", area=places.BOLOK, subject=own.pk, programme="")
    other = people.cooperative("Lain", places.BOLOK)
    assert refused(
        lambda: told.apply(rounds.modern, told.koperasi(party=other.pk), by=people.look(chair))
    ) == ["ADMISSIONS_025"]
    id = told.apply(rounds.modern, told.koperasi(party=own.pk), by=people.look(chair))
    assert not Application.objects.get(pk=id).assisted
    assert len(queries.own_receipts(people.look(chair))) == 1


def test_what_was_applied_decided_and_said_is_never_changed(rounds: Rounds) -> None:
    id = told.apply(rounds.modern, told.koperasi())
    for table in ("application", "applicationdocument"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM admissions_{table}")
    assert Application.objects.filter(pk=id).exists()
