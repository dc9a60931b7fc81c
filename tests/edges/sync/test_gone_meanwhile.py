"""What a phone writes on was taken away meanwhile: a plan was dropped, a choice left its list; nothing is lost (F1)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from sidamping.domain.problems import Refused
from sidamping.edges.sync import services, sweeping
from sidamping.edges.sync.models import Open, Record
from sidamping.features.assessments.models import Assessment, Filling
from sidamping.features.fieldwork import services as fieldwork
from sidamping.features.fieldwork.models import PlanItem, Problem, Visit
from sidamping.features.fieldwork.queries import vocabulary
from sidamping.rules.books import codes_of
from tests import people
from tests.edges.sync.phones import Phone, changed, problem_body, visit_body
from tests.features.assessments import rounds
from tests.features.assessments.test_amendments import NEW, OLD, amend  # noqa: F401  # a fixture asked for by name
from tests.features.fieldwork.writing import observation_draft, plan_draft
from tests.people import Cast, look

MOST_RECORDS = 40
"""Records in one sending of the field app."""


def test_a_plan_dropped_on_the_server_and_carried_out_on_the_phone_keeps_both(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    ratna, draft = look(cast.ratna), plan_draft(cast.engagement)
    fieldwork.record_observation(by=ratna, draft=observation_draft(cast.engagement), on=people.TODAY)
    fieldwork.plan_activity(by=ratna, draft=draft, on=people.TODAY)
    visit = phone.seal("fieldwork.visit", visit_body(cast.engagement, plan_item=str(draft.id)))
    fieldwork.drop_plan_item(by=ratna, item_id=draft.id, reason="Hujan", on=people.TODAY)
    [told] = phone.send(visit, now=now)
    assert (told["state"], [one["code"] for one in told["problems"]]) == ("attention", ["FIELDWORK_032"])
    assert Record.objects.get().body == visit["body"] and PlanItem.objects.get().dropped_why == "Hujan"
    assert phone.send(changed(visit, plan_item=None), now=now)[0]["state"] == "accepted"
    assert Visit.objects.count() == 1 and not Open.objects.exists()


def test_an_edit_of_a_plan_that_was_dropped_is_kept_beside_it_and_does_not_bring_it_back(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    ratna, on = look(cast.ratna), people.TODAY
    fieldwork.record_observation(by=ratna, draft=observation_draft(cast.engagement), on=on)
    draft = plan_draft(cast.engagement)
    names = ("concern", "activity", "purpose", "target", "method", "place", "minutes")
    body: dict[str, object] = {name: getattr(draft, name) for name in names}
    body |= {"engagement": str(cast.engagement.pk), "planned_on": draft.planned_on.isoformat()}
    planned = phone.seal("fieldwork.plan_item", body)
    assert phone.send(planned, now=now)[0]["state"] == "accepted"
    fieldwork.drop_plan_item(by=ratna, item_id=UUID(planned["id"]), reason="Hujan", on=on)
    edit = changed(planned, activity="Menutup buku")
    assert phone.send(edit, now=now)[0]["state"] == "conflict"
    [variant] = Record.objects.get().variants.all()
    with pytest.raises(Refused) as refused:
        services.choose(
            by=ratna, record=UUID(planned["id"]), variant=variant.pk, choice="taken", why="Jadi", now=now
        )
    assert refused.value.codes == ["FIELDWORK_029"] and variant.body == edit["body"]
    assert (PlanItem.objects.get().dropped_why, PlanItem.objects.get().activity) == ("Hujan", draft.activity)


def test_a_choice_that_left_its_list_is_kept_named_and_goes_through_when_it_is_back(
    cast: Cast, phone: Phone, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = phone.seal("fieldwork.problem", problem_body(cast.engagement))
    with monkeypatch.context() as patch:
        patch.setattr(vocabulary, "codes_of", lambda name: tuple(set(codes_of(name)) - {"marketing"}))
        [told, other] = phone.send(left, phone.seal("fieldwork.visit", visit_body(cast.engagement)), now=now)
        assert (told["state"], other["state"]) == ("attention", "accepted")
        assert "marketing" in told["problems"][0]["message"] and not Problem.objects.exists()
    sweeping.sweep(now=now, seconds=30, again=True)
    assert phone.send(left, now=now)[0]["state"] == "accepted"
    assert Problem.objects.get().category == "marketing"


def test_an_assessment_begun_on_an_older_version_is_taken_in_on_that_one(
    cast: Cast, now: datetime, request: pytest.FixtureRequest
) -> None:
    agnes = rounds.agnes(cast)
    begun = rounds.opened(agnes, cast.merah_putih.pk)
    phone = Phone(cast.agnes).known(now)
    body = {"assessment": str(begun), "seen": 0, "values": rounds.AMOUNTS, "hand_in": True}
    filled = phone.seal("assessments.answers", body)
    request.getfixturevalue("amend")()
    later = rounds.opened(agnes, cast.merah_putih.pk)
    strange = phone.seal("assessments.answers", body | {"assessment": str(later), "values": {"inputs.hapus": "1"}})
    told, other = phone.send(filled, strange, now=now)
    assert (told["state"], other["state"]) == ("accepted", "attention")
    assert [one["code"] for one in other["problems"]] == ["ASSESSMENTS_012"]
    versions = dict(Assessment.objects.values_list("pk", "version"))
    assert versions == {begun: OLD, later: NEW}
    assert Filling.objects.get(assessment=begun).submitted_at == now


def test_240_visits_to_one_mentee_that_waited_for_a_signal_arrive_once_each(
    cast: Cast, phone: Phone, now: datetime
) -> None:
    slots = [(f"2026-10-{day:02}", f"{hour:02}") for day in range(5, 25) for hour in range(7, 19)]
    days = [visit_body(cast.engagement, visited_on=day, starts_at=f"{at}:00", ends_at=f"{at}:30") for day, at in slots]
    queue = [phone.seal("fieldwork.visit", body) for body in days]
    parts = [queue[first : first + MOST_RECORDS] for first in range(0, len(queue), MOST_RECORDS)]
    told = [one for part in parts for one in phone.send(*part, now=now)]
    assert len(parts) == 6 and {one["state"] for one in told} == {"accepted"}
    assert len({one["receipt"] for one in told}) == Visit.objects.count() == Record.objects.count() == 240
    assert phone.send(*parts[-1], now=now) == told[-MOST_RECORDS:]
