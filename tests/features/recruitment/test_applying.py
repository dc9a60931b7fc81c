"""Calls for mentors and applications with documents and a receipt, also from contract staff (B3, E18)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from sidamping.domain.problems import Refused
from sidamping.features.programmes.queries import path_stations
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.models import Candidacy, CandidateDocument
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.recruitment import calling
from tests.features.recruitment.calling import CLOSES, OPENS, at, look
from tests.people import Cast

NIK = "5301051204870004"


def test_a_call_is_opened_once_and_marks_the_step_of_the_cohort(cast: Cast) -> None:
    calling.offices(cast)
    host, id = calling.cohort(cast), uuid7()
    for _ in range(2):
        services.open_call(by=look(cast.paulus, OPENS), id=id, cohort=host, draft=calling.call_draft(), on=OPENS)
    done = {one.code for one in path_stations(host, OPENS) if one.passed}
    assert "call_mentors" in done
    assert Activity.objects.filter(action="recruitment.call_opened").count() == 1
    card = queries.public_call(id)
    assert card is not None and (card.places, [one.label for one in card.positions]) == (
        2, ["Akuntansi keuangan", "Manajemen pemasaran"]
    )


def test_a_second_call_of_the_cohort_is_refused(cast: Cast) -> None:
    call = calling.called(cast)
    host = queries.public_call(call).cohort_id  # type: ignore[union-attr]  # just opened
    with pytest.raises(Refused) as refusal:
        services.open_call(by=look(cast.paulus), id=uuid7(), cohort=host, draft=calling.call_draft(), on=OPENS)
    assert refusal.value.codes == ["RECRUITMENT_032"]


def test_a_call_with_faults_tells_all_of_them(cast: Cast) -> None:
    calling.offices(cast)
    host = calling.cohort(cast)
    draft = calling.call_draft(closes=OPENS - timedelta(days=1), positions=(services.PositionDraft("weaving", 1),))
    with pytest.raises(Refused) as refusal:
        services.open_call(by=look(cast.paulus), id=uuid7(), cohort=host, draft=draft, on=OPENS)
    assert refusal.value.codes == ["RECRUITMENT_003", "RECRUITMENT_005"]
    with pytest.raises(Refused) as refusal:
        services.open_call(by=look(cast.yosef), id=uuid7(), cohort=host, draft=calling.call_draft(), on=OPENS)
    assert refusal.value.codes == ["RECRUITMENT_001"]


def test_a_position_somebody_applied_for_stays(cast: Cast) -> None:
    call = calling.called(cast)
    calling.applied(call)
    fewer = calling.call_draft(positions=(services.PositionDraft("marketing", 1),))
    with pytest.raises(Refused) as refusal:
        services.change_call(by=look(cast.paulus), call=call, draft=fewer, why="Satu saja")
    assert refusal.value.codes == ["RECRUITMENT_029"]
    more = calling.call_draft(closes=CLOSES + timedelta(days=7))
    services.change_call(by=look(cast.paulus), call=call, draft=more, why="Pelamar masih sedikit")
    assert queries.public_call(call).closes == CLOSES + timedelta(days=7)  # type: ignore[union-attr]  # there


def test_an_application_begins_the_path_of_a_mentor_and_gives_a_receipt(cast: Cast) -> None:
    call = calling.called(cast)
    id = uuid7()
    draft = calling.application(call)
    secret = services.apply(by=None, id=id, call=call, draft=draft, now=at(OPENS), on=OPENS)
    again = services.apply(by=None, id=id, call=call, draft=draft, now=at(OPENS), on=OPENS)
    assert secret == again and len(secret) >= 32
    assert (Candidacy.objects.count(), CandidateDocument.objects.count()) == (1, 2)
    receipt = queries.receipt_of(secret, OPENS)
    assert receipt is not None
    assert (receipt.state, receipt.stage_label, len(receipt.documents)) == ("open", "Seleksi administratif TPKM", 2)
    assert [one.code for one in path_stations(id, OPENS) if one.state == "done" and one.code == "mentor_apply"]
    assert queries.receipt_of("tidak-dikenal", OPENS) is None


def test_nobody_learns_from_applying_whether_a_nik_is_known(cast: Cast) -> None:
    """B3: a stranger who tries out a NIK is answered as ever; the recruiter sees both and passes one of them."""
    call = calling.called(cast)
    first, second = calling.applied(call), calling.applied(call, "5301 0512 0487 0004", name="Orang lain")
    by = look(cast.paulus)
    card = queries.candidate_card(by, second)
    assert card is not None and [one.id for one in card.twins] == [first]
    assert {one.twins for one in queries.candidates_of(by, call)} == {1}
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.paulus, first, "administrative", on=OPENS)
    assert refusal.value.codes == ["RECRUITMENT_035"]
    calling.decided(cast.paulus, second, "administrative", on=OPENS, passed=False, reasons=("twice",))
    assert calling.decided(cast.paulus, first, "administrative", on=OPENS)


def test_a_recruiter_who_helps_is_told_of_the_earlier_application(cast: Cast) -> None:
    call = calling.called(cast)
    calling.applied(call)
    with pytest.raises(Refused) as refusal:
        calling.applied(call, by=look(cast.paulus, OPENS), own=False)
    assert refusal.value.codes == ["RECRUITMENT_034"]


def test_whoever_helps_is_named_and_does_not_become_the_candidate(cast: Cast) -> None:
    call = calling.called(cast)
    row = Candidacy.objects.get(pk=calling.applied(call, by=look(cast.paulus, OPENS), own=False))
    assert (row.user_id, row.path.person_id, row.assisted_by_id) == (None, None, cast.paulus.pk)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE recruitment_candidacy SET user_id = %s WHERE id = %s", [cast.paulus.pk, row.pk])


def test_too_many_documents_are_refused_not_dropped(cast: Cast) -> None:
    call = calling.called(cast)
    draft = calling.application(call)
    many = replace(draft, documents=(draft.documents[0], *[draft.documents[1]] * 12))
    with pytest.raises(Refused) as refusal:
        services.apply(by=None, id=uuid7(), call=call, draft=many, now=at(OPENS), on=OPENS)
    assert refusal.value.codes == ["RECRUITMENT_036"]


def test_every_fault_of_an_application_is_told_at_once(cast: Cast) -> None:
    call = calling.called(cast)
    wrong = calling.application(
        call, "53010512", consent=False, village="99", education="guru", origin="contract", name="", documents=()
    )
    late = CLOSES + timedelta(days=1)
    with pytest.raises(Refused) as refusal:
        services.apply(by=None, id=uuid7(), call=call, draft=wrong, now=at(late), on=late)
    assert refusal.value.codes == [
        "RECRUITMENT_007", "GENERAL_001", "PARTIES_001", "AREAS_001", "GENERAL_002", "RECRUITMENT_012",
        "RECRUITMENT_011", "RECRUITMENT_009",
    ]


def test_a_file_that_is_no_document_is_refused_with_its_code(cast: Cast) -> None:
    call = calling.called(cast)
    draft = calling.application(call)
    rotten = replace(draft.documents[0], content=b"bukan berkas")
    with pytest.raises(Refused) as refusal:
        services.apply(by=None, id=uuid7(), call=call, draft=replace(draft, documents=(rotten,)), now=at(OPENS),
                       on=OPENS)
    assert refusal.value.codes == ["FILES_005"]


def test_contract_staff_and_people_with_an_account_apply_too(cast: Cast) -> None:
    call = calling.called(cast)
    by = look(cast.ratna, OPENS)
    id = calling.applied(call, by=by, origin="contract", employer="Dinas Koperasi Kabupaten Kupang")
    row = Candidacy.objects.get(pk=id)
    assert (row.user_id, row.path.person_id, row.origin) == (cast.ratna.pk, cast.ratna.pk, "contract")
    with pytest.raises(Refused) as refusal:
        calling.applied(call, "5301056111910005", by=by)
    assert refusal.value.codes == ["RECRUITMENT_008"]


def test_a_recruiter_is_blind_to_the_own_application(cast: Cast) -> None:
    call = calling.called(cast)
    id = calling.applied(call, by=look(cast.paulus, OPENS))
    assert queries.candidate_card(look(cast.paulus), id) is None
    with pytest.raises(Refused) as refusal:
        calling.decided(cast.paulus, id, "administrative", on=OPENS)
    assert refusal.value.codes == ["RECRUITMENT_015"]


def test_an_application_stays_as_it_was_sent(cast: Cast) -> None:
    from django.db import DatabaseError

    call = calling.called(cast)
    id = calling.applied(call)
    with pytest.raises(DatabaseError), transaction.atomic():
        Candidacy.objects.filter(pk=id).update(name="Orang lain")
    with pytest.raises(DatabaseError), transaction.atomic():
        CandidateDocument.objects.filter(candidacy_id=id).delete()
