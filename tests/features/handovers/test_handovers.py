"""Estafet: the dossier of a change of mentor, live, then frozen, then read; the month's papers have one author each."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.handovers import queries, services
from sidamping.features.handovers.models import Dossier, Reading, Remark
from sidamping.features.papers.queries import due_papers
from sidamping.features.papers.queries.duties import answers_for
from sidamping.features.programmes import services as programmes
from sidamping.platform.access import roles
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.people import Cast, look

ID = UUID("0190e7a0-0000-7000-8000-0000000000c1")
NOTE = UUID("0190e7a0-0000-7000-8000-0000000000c2")
LAST = date(2026, 11, 10)


@pytest.fixture
def passed(cast: Cast) -> Cast:
    """Merah Putih goes from Ratna to Agnes in the middle of November."""
    people.appoint(cast.agnes, roles.MENTOR, area=places.KUPANG)
    programmes.replace_mentor(
        by=look(cast.yosef), engagement=cast.engagement.id, mentor=cast.agnes.id, last_day=LAST, why="Cuti", id=ID
    )
    return cast


def codes(caught: pytest.ExceptionInfo[Refused]) -> set[str]:
    return set(caught.value.codes)


def test_a_replacement_in_mid_month_is_a_handover_both_mentors_and_the_coordinator_see(passed: Cast) -> None:
    for who, waits in ((passed.ratna, True), (passed.agnes, False), (passed.yosef, False)):
        assert [line.state for line in queries.handovers(look(who))] == ["open"]
        assert bool(queries.handovers_to_do(look(who))) == waits
    for who in (passed.maria, passed.ujang):
        assert queries.handovers(look(who)) == ()
    assert queries.handover(look(passed.maria), ID) is None


def test_the_dossier_tells_contacts_dates_and_who_writes_the_papers_of_the_split_month(passed: Cast) -> None:
    card = queries.handover(look(passed.agnes), ID)
    assert card and card.content["contacts"] == [{"name": "Ujang Mantap", "position": "chair"}]
    assert card.content["chain"] == {"month": "2026-11", "split": True, "papers_by": "Agnes Bria"}
    month = Month.parse("2026-11")
    end = date(2026, 12, 1)
    assert answers_for(passed.engagement.id, passed.agnes.id, month, end)
    assert not answers_for(passed.engagement.id, passed.ratna.id, month, end)


def test_both_mentors_of_a_split_month_owe_their_own_journal(passed: Cast) -> None:
    for who in (passed.ratna, passed.agnes):
        owed = due_papers(look(who, date(2026, 12, 1)), date(2026, 12, 1))
        own = [one for one in owed if one.engagement_id is None and one.period_key == "2026-11"]
        assert own, who.full_name
    leaving = due_papers(look(passed.ratna, date(2026, 12, 1)), date(2026, 12, 1))
    assert not [one for one in leaving if one.engagement_id and one.period_key == "2026-11"]


def test_the_leaving_mentor_sends_first_then_hands_over_and_the_new_one_confirms(
    passed: Cast, now: datetime
) -> None:
    for _ in range(2):
        services.add_remark(by=look(passed.ratna), id=NOTE, handover=ID, text="Temui bendahara dahulu.", now=now)
    with pytest.raises(Refused) as caught:
        services.hand_over(by=look(passed.ratna), handover=ID, now=now)
    assert codes(caught) == {"HANDOVERS_003"}
    with pytest.raises(Refused) as caught:
        services.confirm_reading(by=look(passed.ratna), handover=ID, now=now)
    assert codes(caught) == {"HANDOVERS_005", "HANDOVERS_006"}
    hashes = {services.hand_over(by=look(passed.ratna), handover=ID, now=now, sent=True) for _ in range(2)}
    assert len(hashes) == 1 and Remark.objects.count() == 1
    assert queries.handovers_to_do(look(passed.agnes))[0].state == "handed"
    for _ in range(2):
        services.confirm_reading(by=look(passed.agnes), handover=ID, now=now, remark="Jelas.")
    card = queries.handover(look(passed.yosef), ID)
    assert card and (card.state, card.read_remark) == ("read", "Jelas.")
    assert card.content["remarks"][0]["text"] == "Temui bendahara dahulu."
    done = Activity.objects.filter(action__startswith="handovers.").values_list("action", flat=True)
    assert sorted(done) == ["handovers.handed_over", "handovers.read", "handovers.remarked"]


def test_what_was_handed_over_takes_no_more_remarks(passed: Cast, now: datetime) -> None:
    services.hand_over(by=look(passed.ratna), handover=ID, now=now, sent=True)
    with pytest.raises(Refused) as caught:
        services.add_remark(by=look(passed.ratna), id=NOTE, handover=ID, text="Lagi", now=now)
    assert codes(caught) == {"HANDOVERS_002"}


def test_the_office_hands_over_for_a_mentor_who_is_gone_and_says_why(passed: Cast, now: datetime) -> None:
    with pytest.raises(Refused) as caught:
        services.hand_over(by=look(passed.yosef), handover=ID, now=now, sent=True)
    assert codes(caught) == {"HANDOVERS_004"}
    services.hand_over(by=look(passed.yosef), handover=ID, now=now, why="Pindah kerja")
    assert Dossier.objects.get().why == "Pindah kerja"


@pytest.mark.parametrize("who", ["agnes", "maria", "dominggus", "ujang"])
def test_nobody_else_hands_over(passed: Cast, now: datetime, who: str) -> None:
    with pytest.raises(Refused) as caught:
        services.hand_over(by=look(getattr(passed, who)), handover=ID, now=now, sent=True, why="Saja")
    assert codes(caught) == {"HANDOVERS_001"}


def test_dossier_and_reading_are_sealed_by_the_database(passed: Cast, now: datetime) -> None:
    services.hand_over(by=look(passed.ratna), handover=ID, now=now, sent=True)
    services.confirm_reading(by=look(passed.agnes), handover=ID, now=now)
    for table in ("handovers_dossier", "handovers_reading"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table}")
    assert Reading.objects.count() == 1


def test_the_page_and_its_pdf_open_for_both_and_for_no_stranger(passed: Cast, sign_in, now: datetime) -> None:  # type: ignore[no-untyped-def]
    client: Client = sign_in(passed.ratna)
    page = client.get(f"/estafet/{ID}/")
    assert page.status_code == 200 and "Kirim dahulu, baru serahkan." in page.content.decode()
    assert client.get(f"/estafet/{ID}/pdf").content.startswith(b"%PDF")
    refused = client.post(f"/estafet/{ID}/serahkan/", {})
    assert refused.status_code == 422 and "HANDOVERS_003" in refused.content.decode()
    assert client.post(f"/estafet/{ID}/serahkan/", {"sent": "on"}).status_code == 303
    assert sign_in(passed.agnes).post(f"/estafet/{ID}/baca/", {"remark": ""}).status_code == 303
    assert sign_in(passed.maria).get(f"/estafet/{ID}/").status_code == 404


def test_the_dossier_takes_a_bounded_number_of_queries(passed: Cast, at_most_queries) -> None:  # type: ignore[no-untyped-def]
    with at_most_queries(60):
        queries.handover(look(passed.agnes), ID)
