"""F1: a phone holds what its owner may know, twelve months back, and is told what changed since it last asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sidamping.domain.fieldwork import PresenceDraft
from sidamping.edges.sync.changes import Changes, changes_for
from sidamping.features.fieldwork import services
from sidamping.platform.database.ids import uuid7
from sidamping.platform.territory.models import Area
from tests import people, places
from tests.features.assessments import rounds
from tests.features.fieldwork.writing import (
    observation_draft,
    plan_draft,
    problem_with_alternatives,
    promise,
    visit_draft,
)
from tests.features.programmes import rounds as modern
from tests.people import Cast, look


def told(cast: Cast, since: int = 0, who: str = "ratna", **asked: Any) -> Changes:
    return changes_for(look(getattr(cast, who)), since=since, **asked)


def bodies(made: Changes) -> dict[str, Any]:
    return {one.key: one.body for one in made.documents}


def visited(cast: Cast, now: datetime, **changes: Any) -> Any:
    draft = visit_draft(cast.engagement, **changes)
    services.record_visit(by=look(cast.ratna), draft=draft, on=people.TODAY, now=now)
    return draft


def test_a_phone_gets_the_mentees_their_visits_work_and_plan(cast: Cast, now: datetime) -> None:
    draft = visited(cast, now, follow_ups=(promise(cast.engagement),))
    problem, first, _second = problem_with_alternatives(look(cast.ratna), cast.engagement)
    services.record_observation(by=look(cast.ratna), draft=observation_draft(cast.engagement), on=people.TODAY)
    services.plan_activity(by=look(cast.ratna), draft=plan_draft(cast.engagement), on=people.TODAY)
    held, engagement = bodies(told(cast)), cast.engagement.pk
    mentee, work = held[f"mentee:{engagement}"], held[f"work:{engagement}"]
    [visit] = held[f"visits:{engagement}:2026-11"]["visits"]
    assert (mentee["name"], mentee["village"], mentee["last_visit"]) == ("Merah Putih", places.BOLOK, "2026-11-04")
    assert (visit["id"], visit["own"], visit["starts_at"], visit["number"]) == (str(draft.id), True, "09:00", 1)
    assert visit["presences"][0]["attendees"] == ["Ujang Mantap", "Bendahara"]
    assert [one["text"] for one in work["follow_ups"]] == ["Menyalin buku kas November"]
    assert (work["problems"][0]["id"], work["problems"][0]["alternatives"][0]["id"]) == (str(problem), str(first))
    assert [one["planned_on"] for one in held["plan:2026-11"]["items"]] == ["2026-11-18"]
    assert {"id", "en"} < set(held["me"]["lists"]["visit-modes"][0])


def test_every_list_that_a_form_chooses_from_is_on_the_phone(cast: Cast, now: datetime) -> None:
    told = changes_for(look(cast.ratna), since=0, budget=2_000_000).documents
    held: dict[str, Any] = {one.key: one.body for one in told}
    forms = [body for key, body in held.items() if key.startswith("form:")]
    fields = [field for form in forms for section in form["sections"] for field in section["fields"]]
    named = {field["list"] for field in fields if field.get("list")}
    assert "record-proofs" in named and named <= set(held["me"]["lists"])


def test_nothing_is_told_twice_and_a_change_is_told_once(cast: Cast, now: datetime) -> None:
    first = told(cast)
    assert told(cast, first.next).documents == ()
    visited(cast, now)
    second = told(cast, first.next)
    engagement = cast.engagement.pk
    assert set(bodies(second)) == {f"mentee:{engagement}", f"visits:{engagement}:2026-11"}
    assert all(one.seq > first.next for one in second.documents)
    assert bodies(told(cast, 0)) == {**bodies(first), **bodies(second)}


def test_what_is_no_longer_the_mentors_is_forgotten(cast: Cast, now: datetime) -> None:
    first = told(cast)
    cast.engagement.assignments.update(ends=date(2026, 11, 1))
    gone = bodies(told(cast, first.next))
    assert gone[f"mentee:{cast.engagement.pk}"] is None
    assert f"mentee:{cast.engagement.pk}" not in bodies(told(cast, 0))


def test_a_budget_cuts_the_answer_and_the_phone_asks_on(cast: Cast, now: datetime) -> None:
    visited(cast, now)
    whole, since, found, calls = bodies(told(cast)), 0, {}, 0
    while True:
        part = told(cast, since, budget=1)
        found |= bodies(part)
        since, calls = part.next, calls + 1
        if not part.more:
            break
    assert found == whole
    assert calls == len(whole)


def test_a_phone_is_told_what_a_visit_and_a_plan_of_a_mentee_wait_for(cast: Cast) -> None:
    """FIELDWORK_037 is no surprise after the sync."""
    begun = modern.begin(cast)
    host = modern.accepted(begun)
    told_of = {key: body["waits"] for key, body in bodies(told(cast)).items() if key.startswith("mentee:")}
    assert set(told_of[f"mentee:{host}"]) == {"visit", "plan"}
    assert set(told_of[f"mentee:{host}"]["visit"]) == {"steps", "who"}
    assert told_of[f"mentee:{cast.engagement.pk}"] == {"observation": True}


def test_visits_reach_twelve_months_back_and_no_further(cast: Cast, now: datetime) -> None:
    long = people.engagement(people.cooperative("Lama", places.BOLOK).party, cast.ratna, starts=date(2025, 1, 1))
    for day in (date(2025, 12, 1), date(2025, 11, 30)):
        draft = visit_draft(long, visited_on=day)
        services.record_visit(by=look(cast.ratna), draft=draft, on=people.TODAY, now=now)
    keys = {key for key in bodies(told(cast)) if key.startswith("visits:")}
    assert keys == {f"visits:{long.pk}:2025-12"}


def test_a_stranger_and_the_wrong_territory_get_no_mentee(cast: Cast, now: datetime) -> None:
    visited(cast, now)
    for who in ("maria", "yosef", "ujang"):
        assert not [key for key in bodies(told(cast, who=who)) if str(cast.engagement.pk) in key]


def test_who_else_was_met_in_anothers_group_visit_stays_untold(cast: Cast, now: datetime) -> None:
    """Ratna takes over one of the two mentees of a group visit: she reads the visit, but not the other's name."""
    other = people.user("lukas", "Lukas Bani")
    people.appoint(other, "mentor", area=places.KUPANG)
    area = Area.objects.get(code=places.BOLOK)
    mine, theirs = (people.cooperative(name, area.code).party for name in ("Sinar Laut", "Karang Indah"))
    first, second = people.engagement(mine, other), people.engagement(theirs, other)
    draft = visit_draft(first, presences=(PresenceDraft(first.pk), PresenceDraft(second.pk)), follow_ups=())
    services.record_visit(by=look(other), draft=draft, on=people.TODAY, now=now)
    first.assignments.update(mentor=cast.ratna)
    [visit] = bodies(told(cast))[f"visits:{first.pk}:2026-11"]["visits"]
    assert [one["mentee"] for one in visit["presences"]] == ["Sinar Laut"]
    assert visit["own"] is False


def test_an_open_round_brings_its_form_in_both_languages(cast: Cast) -> None:
    """A12: sections and fields, no weight and no band."""
    people.appoint(cast.ratna, "assessor", area=places.KUPANG)
    round_ = rounds.opened(look(cast.ratna), cast.engagement.mentee_id)
    rounds.saved(look(cast.ratna), round_)
    held = bodies(told(cast))
    [one] = held["rounds"]["rounds"]
    fields = {field["key"]: field for section in held[one["form"]]["sections"] for field in section["fields"]}
    assert (one["id"], one["seen"], one["values"]["inputs.total_aset"]) == (str(round_), 1, "1.000.000.000")
    assert fields["inputs.total_aset"]["type"] == "money"
    assert fields["answers.mu.1"]["type"] == "yes"
    shown = {"key", "type", "label", "help", "required", "signed", "cite", "min", "max"}
    assert all(set(field) <= shown for field in fields.values())


@pytest.mark.parametrize("mentees", [1, 4])
def test_more_mentees_ask_the_database_no_more(cast: Cast, now: datetime, mentees: int) -> None:
    for number in range(mentees):
        party = people.cooperative(f"Koperasi {number}", places.BOLOK).party
        met = people.engagement(party, cast.ratna)
        draft = replace(visit_draft(met), id=uuid7(), visited_on=date(2026, 10, number + 1))
        services.record_visit(by=look(cast.ratna), draft=draft, on=people.TODAY, now=now)
    with CaptureQueriesContext(connection) as asked:
        told(cast)
    assert len(asked) <= 40
