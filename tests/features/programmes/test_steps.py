"""The path of a mentoring: gates, overrides with a name and a reason, steps that field work marks."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from sidamping.domain.problems import Refused
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.models import StepRecord
from sidamping.platform.activity.models import Activity
from tests import people, places
from tests.people import Cast, look

SOURCE = UUID("0190e7a0-0000-7000-8000-000000000009")
ID = UUID("0190e7a0-0000-7000-8000-000000000008")
DAY = date(2026, 11, 2)


def record(cast: Cast, who: str, step: str, **more: object) -> UUID:
    values = {"engagement": cast.engagement.id, "step": step, "done_on": DAY, **more}
    return services.record_step(by=look(getattr(cast, who)), **values)  # type: ignore[arg-type]


def states(cast: Cast) -> dict[str, str]:
    card = queries.engagement_card(look(cast.ratna), cast.engagement.id)
    assert card is not None
    return {stop.code: stop.state for stop in card.path}


def test_a_step_opens_the_gate_of_the_next(cast: Cast) -> None:
    assert states(cast)["terms"] == "waiting"
    record(cast, "ratna", "observe")
    assert states(cast)["observe"] == "done" and states(cast)["terms"] == "next"


def test_a_shut_gate_is_refused_and_overridden_only_by_a_named_role_with_a_reason(cast: Cast) -> None:
    for who, why, code in (("ratna", "", "PROGRAMMES_012"), ("yosef", " ", "PROGRAMMES_012")):
        with pytest.raises(Refused) as caught:
            record(cast, who, "organise", override_why=why)
        assert caught.value.codes == [code]
    with pytest.raises(Refused) as caught:
        record(cast, "ratna", "organise", override_why="Sudah dibahas")
    assert caught.value.codes == ["PROGRAMMES_012", "PROGRAMMES_015"]
    record(cast, "yosef", "organise", override_why="Observasi dilakukan TPK lama")
    told = Activity.objects.get(action="programmes.step_recorded")
    assert (told.why, told.data["overridden"]) == ("Observasi dilakukan TPK lama", True)


def test_a_coordinator_elsewhere_overrides_nothing_here(cast: Cast) -> None:
    people.appoint(cast.dominggus, "coordinator", area=places.TTS)
    with pytest.raises(Refused) as caught:
        record(cast, "dominggus", "organise", override_why="Sudah dibahas")
    assert set(caught.value.codes) == {"PROGRAMMES_012", "PROGRAMMES_014", "PROGRAMMES_015"}


def test_every_fault_of_a_step_is_told_at_once(cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        record(cast, "ratna", "menari", done_on=date(2027, 1, 1))
    assert set(caught.value.codes) == {"PROGRAMMES_011", "PROGRAMMES_013"}
    with pytest.raises(Refused) as caught:
        record(cast, "ratna", "observe", done_on=date(2026, 1, 4))
    assert set(caught.value.codes) == {"PROGRAMMES_010", "PROGRAMMES_014"}


@pytest.mark.parametrize("who", ["maria", "agnes", "anton"])
def test_a_stranger_finds_no_engagement_to_record_on(cast: Cast, who: str) -> None:
    with pytest.raises(Refused) as caught:
        record(cast, who, "observe")
    assert caught.value.codes == ["PROGRAMMES_001"]


def test_a_step_sent_twice_happens_once(cast: Cast) -> None:
    assert record(cast, "ratna", "observe", id=ID) == record(cast, "ratna", "observe", id=ID) == ID
    assert record(cast, "ratna", "observe") == ID
    assert (StepRecord.objects.count(), Activity.objects.filter(action="programmes.step_recorded").count()) == (1, 1)
    with pytest.raises(Refused) as caught:
        record(cast, "ratna", "report", id=ID)
    assert caught.value.codes == ["PROGRAMMES_018"]


def test_field_work_marks_its_step_once_and_leaves_a_shut_gate_alone(cast: Cast) -> None:
    by, at = look(cast.ratna), {"engagement": cast.engagement.id, "done_on": DAY, "source_id": SOURCE}
    services.step_done(by=by, action="fieldwork.visit_recorded", **at)  # type: ignore[arg-type]
    assert not StepRecord.objects.exists()
    for _ in range(2):
        services.step_done(by=by, action="fieldwork.observed", **at)  # type: ignore[arg-type]
    row = StepRecord.objects.get()
    assert (row.step, row.source_id) == ("observe", SOURCE)


def test_what_a_plan_waits_for_is_named(cast: Cast) -> None:
    gate = "fieldwork.activity_planned"
    assert queries.missing_steps(cast.engagement.id, gate, DAY) == ("Observasi awal",)
    record(cast, "ratna", "observe")
    assert queries.missing_steps(cast.engagement.id, gate, DAY) == ()


def test_the_database_refuses_to_change_or_delete_a_step(cast: Cast) -> None:
    record(cast, "ratna", "observe")
    for change in (lambda rows: rows.update(step="report"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(StepRecord.objects.all())
