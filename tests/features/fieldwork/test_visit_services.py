"""A visit is recorded once, corrected with a trace, and refused with its code when it cannot be true."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction

from sidamping.domain.fieldwork import PresenceDraft
from sidamping.domain.problems import Refused
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.models import Arrival, FollowUp, Visit, VisitRevision
from sidamping.features.programmes.models import Assignment, StepRecord
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people, places
from tests.features.fieldwork.writing import observation_draft, plan_draft, promise, visit_draft
from tests.people import Cast, look


def record(cast: Cast, draft: Any, now: datetime, on: date = people.TODAY) -> Any:
    return services.record_visit(by=look(cast.ratna), draft=draft, on=on, now=now)


def codes(call: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.codes


def test_a_visit_is_written_with_its_follow_ups_and_one_activity(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement, follow_ups=(promise(cast.engagement),))
    assert record(cast, draft, now) == draft.id
    line = queries.visit(look(cast.ratna), draft.id).line
    assert (line.names, line.where, line.minutes, line.cost) == ("Merah Putih", "Kantor koperasi, Bolok", 90, 50_000)
    assert [one.owner_name for one in queries.open_follow_ups(look(cast.ratna))] == ["Ujang Mantap"]
    assert Activity.objects.filter(action="fieldwork.visit_recorded", subject_id=draft.id).count() == 1


def test_sent_twice_it_is_kept_once(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement, follow_ups=(promise(cast.engagement),))
    assert record(cast, draft, now) == record(cast, draft, now)
    assert (Visit.objects.count(), VisitRevision.objects.count(), FollowUp.objects.count()) == (1, 1, 1)


def test_the_same_uuid_with_other_content_is_a_told_conflict(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement)
    record(cast, draft, now)
    other = replace(draft, result="Lain sama sekali")
    assert codes(lambda: record(cast, other, now)) == ["FIELDWORK_024"]
    assert queries.visit(look(cast.ratna), draft.id).line.result == draft.result


def test_all_faults_are_told_at_once(cast: Cast, now: datetime) -> None:
    draft = visit_draft(
        cast.engagement, visited_on=date(2026, 11, 6), ends_at=time(8), mode="kapal", village="53.99", purpose=" ",
        cost=-1, presences=(PresenceDraft(cast.engagement.pk), PresenceDraft(cast.foreign_engagement.pk)),
    )
    found = codes(lambda: record(cast, draft, now))
    assert sorted(found) == [
        "AREAS_001", "FIELDWORK_004", "FIELDWORK_005", "FIELDWORK_009", "FIELDWORK_022", "GENERAL_001", "GENERAL_002",
    ]
    assert not Arrival.objects.exists(), "a refused visit may be sent again"


def test_a_visit_outside_the_assignment_is_refused(cast: Cast, now: datetime) -> None:
    early = visit_draft(cast.engagement, visited_on=date(2026, 1, 4))
    assert codes(lambda: record(cast, early, now)) == ["FIELDWORK_022"]


@pytest.mark.parametrize("with_own", [False, True])
def test_a_village_to_be_that_of_a_mentee_out_of_reach_is_no_fault_of_its_own(
    cast: Cast, now: datetime, *, with_own: bool
) -> None:
    met = (PresenceDraft(cast.foreign_engagement.pk), *([PresenceDraft(cast.engagement.pk)] if with_own else []))
    draft = visit_draft(cast.engagement, presences=met, village="")
    assert codes(lambda: record(cast, draft, now)) == ["FIELDWORK_022"]


def test_a_late_entry_of_an_ended_assignment_is_still_taken(cast: Cast, now: datetime) -> None:
    Assignment.objects.filter(engagement=cast.engagement).update(ends=date(2026, 6, 30))
    record(cast, visit_draft(cast.engagement, visited_on=date(2026, 6, 30)), now)
    after = visit_draft(cast.engagement, visited_on=date(2026, 7, 1))
    assert codes(lambda: record(cast, after, now)) == ["FIELDWORK_022"]
    assert Visit.objects.count() == 1


def test_a_strangers_mentee_is_refused_without_a_name(cast: Cast, now: datetime) -> None:
    with pytest.raises(Refused) as refused:
        record(cast, visit_draft(cast.foreign_engagement), now)
    assert refused.value.codes == ["FIELDWORK_022"]
    assert "Kuatae" not in str(refused.value)


def test_an_overlapping_visit_names_the_other_one(cast: Cast, now: datetime) -> None:
    record(cast, visit_draft(cast.engagement), now)
    with pytest.raises(Refused) as refused:
        record(cast, visit_draft(cast.engagement, starts_at=time(10), ends_at=time(11)), now)
    (fault,) = refused.value.problems
    assert (fault.code, fault.values["mentee"], fault.values["starts"]) == ("FIELDWORK_023", "Merah Putih", "09.00")


def test_visits_may_touch(cast: Cast, now: datetime) -> None:
    record(cast, visit_draft(cast.engagement), now)
    record(cast, visit_draft(cast.engagement, starts_at=time(10, 30), ends_at=time(11)), now)
    assert Visit.objects.count() == 2


def test_a_visit_realises_its_plan_item_and_moves_the_path(cast: Cast, now: datetime) -> None:
    ratna = look(cast.ratna)
    services.record_observation(by=ratna, draft=observation_draft(cast.engagement), on=people.TODAY)
    planned = plan_draft(cast.engagement, planned_on=date(2026, 11, 4))
    services.plan_activity(by=ratna, draft=planned, on=date(2026, 11, 1))
    record(cast, visit_draft(cast.engagement, plan_item=planned.id), now)
    (line,) = queries.plan_between([cast.ratna.pk], date(2026, 11, 1), date(2026, 11, 30))
    assert (line.state, line.realised_on) == ("done", date(2026, 11, 4))
    steps = StepRecord.objects.filter(path=cast.engagement.path_id).values_list("step", flat=True)
    assert set(steps) == {"observe", "organise", "carry_out"}


def test_a_plan_item_of_another_is_refused(cast: Cast, now: datetime) -> None:
    assert codes(lambda: record(cast, visit_draft(cast.engagement, plan_item=uuid7()), now)) == ["FIELDWORK_032"]


def revise(cast: Cast, draft: Any, now: datetime, **more: Any) -> Any:
    seen = more.pop("seen", None) or queries.visit(look(cast.ratna), draft.id).line.revision_id
    return services.revise_visit(
        by=look(more.pop("who", cast.ratna)), revision=more.pop("revision", uuid7()), seen=seen, draft=draft,
        reason=more.pop("reason", "Salah tulis biaya"), on=people.TODAY, now=now,
    )


def test_late_edit_keeps_both_versions(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement)
    record(cast, draft, now)
    revise(cast, replace(draft, cost=75_000), now)
    found = queries.visit(look(cast.ratna), draft.id)
    assert [(one.line.number, one.line.cost) for one in found.revisions] == [(2, 75_000), (1, 50_000)]
    assert [(one.before, one.after) for one in found.revisions[0].differences] == [(50_000, 75_000)]


def test_a_revision_sent_twice_is_kept_once(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement)
    record(cast, draft, now)
    seen, name = queries.visit(look(cast.ratna), draft.id).line.revision_id, uuid7()
    for _ in range(2):
        revise(cast, replace(draft, cost=1), now, seen=seen, revision=name)
    assert VisitRevision.objects.count() == 2


def test_revising_an_old_state_is_refused_and_nothing_is_lost(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement)
    record(cast, draft, now)
    old = queries.visit(look(cast.ratna), draft.id).line.revision_id
    revise(cast, replace(draft, cost=75_000), now)
    assert codes(lambda: revise(cast, replace(draft, cost=1), now, seen=old)) == ["FIELDWORK_025"]
    assert queries.visit(look(cast.ratna), draft.id).line.cost == 75_000


def test_only_the_writer_revises_and_says_why(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement)
    record(cast, draft, now)
    seen = queries.visit(look(cast.ratna), draft.id).line.revision_id
    assert codes(lambda: revise(cast, draft, now, who=cast.maria, seen=seen)) == ["FIELDWORK_026"]
    assert codes(lambda: revise(cast, draft, now, reason=" ")) == ["GENERAL_001"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fieldwork_visit SET regency = '53.02'",
        "UPDATE fieldwork_visitrevision SET result = 'x'",
        "DELETE FROM fieldwork_presence",
        "UPDATE fieldwork_followup SET due = due + 1",
        "DELETE FROM fieldwork_arrival",
    ],
)
def test_the_database_refuses_to_change_the_logbook(cast: Cast, now: datetime, statement: str) -> None:
    record(cast, visit_draft(cast.engagement, follow_ups=(promise(cast.engagement),)), now)
    with pytest.raises(DatabaseError, match="SEALED"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fieldwork_visitrevision SET superseded_at = NULL WHERE number = 1",
        "UPDATE fieldwork_visitrevision SET superseded_at = now() WHERE number = 1",
        "UPDATE fieldwork_followup SET closed_on = NULL",
        "UPDATE fieldwork_followup SET closed_note = 'Lain'",
    ],
)
def test_what_was_superseded_or_closed_stays_so_in_the_database(cast: Cast, now: datetime, statement: str) -> None:
    one = promise(cast.engagement)
    draft = visit_draft(cast.engagement, follow_ups=(one,))
    record(cast, draft, now)
    revise(cast, replace(draft, follow_ups=(), cost=75_000), now)
    services.close_follow_up(by=look(cast.ratna), follow_up_id=one.id, note="Sudah", on=people.TODAY)
    with pytest.raises(DatabaseError, match="SEALED"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_who_sees_which_visit(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement)
    record(cast, draft, now)
    seen = {name: queries.visit(look(getattr(cast, name)), draft.id) is not None
            for name in ("ratna", "ujang", "yosef", "dominggus", "sarlin", "maria", "anton", "agnes")}
    assert seen == {"ratna": True, "ujang": True, "yosef": True, "dominggus": True, "sarlin": True,
                    "maria": False, "anton": False, "agnes": False}
    assert [line.id for line in queries.visits_of(look(cast.yosef)).rows] == [draft.id]
    assert queries.visits_of(look(cast.maria)).rows == ()


def test_the_chair_sees_only_the_own_cooperative_in_a_group_visit(cast: Cast, now: datetime) -> None:
    second = people.engagement(people.cooperative("Tablolong Jaya", places.TABLOLONG).party, cast.ratna)
    draft = visit_draft(
        cast.engagement, mode="group", presences=(PresenceDraft(cast.engagement.pk), PresenceDraft(second.pk))
    )
    record(cast, draft, now)
    assert queries.visit(look(cast.ujang), draft.id).line.names == "Merah Putih"
    assert queries.visit(look(cast.ratna), draft.id).line.names == "Merah Putih, Tablolong Jaya"
    assert queries.last_seen([second.pk]) == {second.pk: date(2026, 11, 4)}


def at_once(*calls: Any) -> list[str]:
    """Run the calls on connections of their own, started together; 'ok' or the codes of each, sorted."""
    start, results = threading.Barrier(len(calls)), []

    def run(call: Any) -> None:
        start.wait()
        try:
            call()
            results.append("ok")
        except Refused as refused:
            results.append(",".join(refused.codes))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(results)


@pytest.mark.django_db(transaction=True)
def test_of_two_overlapping_visits_at_once_one_wins(now: datetime) -> None:
    cast = people.gather()
    drafts = [visit_draft(cast.engagement), visit_draft(cast.engagement, result="Lain")]
    results = at_once(*(lambda draft=draft: record(cast, draft, now) for draft in drafts))
    assert results == ["FIELDWORK_023", "ok"]
    assert Visit.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_visit_sent_twice_at_once_is_kept_once(now: datetime) -> None:
    cast = people.gather()
    draft = visit_draft(cast.engagement)
    assert at_once(*[lambda: record(cast, draft, now)] * 2) == ["ok", "ok"]
    assert Visit.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_revisions_at_once_one_wins_and_the_other_is_told(now: datetime) -> None:
    cast = people.gather()
    draft = visit_draft(cast.engagement)
    record(cast, draft, now)
    seen = queries.visit(look(cast.ratna), draft.id).line.revision_id
    calls = [lambda cost=cost: revise(cast, replace(draft, cost=cost), now, seen=seen) for cost in (1, 2)]
    assert at_once(*calls) == ["FIELDWORK_025", "ok"]
    assert VisitRevision.objects.filter(superseded_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_database_itself_refuses_an_overlap(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    from sidamping.features.fieldwork.services import visits

    cast = people.gather()
    record(cast, visit_draft(cast.engagement), now)
    monkeypatch.setattr(visits, "overlapping", lambda draft, taken: None)
    with pytest.raises(Refused), transaction.atomic():
        record(cast, visit_draft(cast.engagement), now)
    assert Visit.objects.count() == 1


def test_a_search_does_not_betray_a_mentee_hidden_in_a_group_visit(cast: Cast, now: datetime) -> None:
    second = people.engagement(people.cooperative("Tablolong Jaya", places.TABLOLONG).party, cast.ratna)
    met = (PresenceDraft(cast.engagement.pk), PresenceDraft(second.pk))
    draft = visit_draft(cast.engagement, mode="group", presences=met)
    services.record_visit(by=look(cast.ratna), draft=draft, on=people.TODAY, now=now)
    asked = [queries.VisitFilter(text="tablolong"), queries.VisitFilter(engagement=second.pk)]
    assert [len(queries.visits_of(look(cast.ujang), one).rows) for one in asked] == [0, 0]
    assert [len(queries.visits_of(look(cast.ratna), one).rows) for one in asked] == [1, 1]
    assert len(queries.visits_of(look(cast.ujang), queries.VisitFilter(text="merah putih")).rows) == 1


def test_a_photo_for_somebody_elses_visit_is_refused_before_it_is_decoded(cast: Cast, now: datetime) -> None:
    draft = visit_draft(cast.engagement)
    services.record_visit(by=look(cast.ratna), draft=draft, on=people.TODAY, now=now)
    with pytest.raises(Refused) as caught:
        services.add_photo(by=look(cast.maria), visit_id=draft.id, name="foto.jpg", content=b"bukan gambar")
    assert caught.value.codes == ["FIELDWORK_026"]
