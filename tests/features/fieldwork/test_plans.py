"""The work plan: after the observation, inside the assignment, repeated, changed with a trace; also as a feed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client

from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.models import PlanItem
from sidamping.platform.access import services as access
from sidamping.platform.access.models import User
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests import people
from tests.features.fieldwork.test_visit_services import codes
from tests.features.fieldwork.writing import observation_draft, plan_draft, visit_draft
from tests.people import Cast, look

SignIn = Callable[[User], Client]
TODAY = people.TODAY


@pytest.fixture
def observed(cast: Cast) -> Cast:
    services.record_observation(by=look(cast.ratna), draft=observation_draft(cast.engagement), on=TODAY)
    return cast


def plan(cast: Cast, draft: Any, **more: Any) -> Any:
    return services.plan_activity(by=look(cast.ratna), draft=draft, on=TODAY, **more)


def test_the_real_condition_is_seen_before_it_is_planned(cast: Cast) -> None:
    assert codes(lambda: plan(cast, plan_draft(cast.engagement))) == ["FIELDWORK_018"]


def test_a_plan_sent_twice_is_kept_once(observed: Cast) -> None:
    draft = plan_draft(observed.engagement)
    assert plan(observed, draft) == plan(observed, draft)
    assert PlanItem.objects.count() == 1
    assert codes(lambda: plan(observed, replace(draft, target="Lain"))) == ["FIELDWORK_024"]


def test_a_plan_outside_the_assignment_is_refused(observed: Cast) -> None:
    early = plan_draft(observed.engagement, planned_on=date(2025, 12, 1))
    assert codes(lambda: plan(observed, early)) == ["FIELDWORK_022"]
    assert codes(lambda: plan(observed, plan_draft(observed.foreign_engagement))) == ["FIELDWORK_022"]


def test_repetition_makes_an_item_for_each_time(observed: Cast) -> None:
    made = plan(observed, plan_draft(observed.engagement), repeat="weekly", until=date(2026, 12, 9))
    days = [one.planned_on for one in queries.plan_between([observed.ratna.pk], date(2026, 11, 1), date(2026, 12, 31))]
    assert len(made) == 4
    assert days == [date(2026, 11, 18), date(2026, 11, 25), date(2026, 12, 2), date(2026, 12, 9)]
    assert Activity.objects.filter(action="fieldwork.activity_planned").count() == 1


def test_repetition_needs_a_reachable_end(observed: Cast) -> None:
    draft = plan_draft(observed.engagement)
    assert codes(lambda: plan(observed, draft, repeat="weekly")) == ["FIELDWORK_020"]
    assert codes(lambda: plan(observed, draft, repeat="weekly", until=date(2028, 1, 1))) == ["FIELDWORK_021"]


def test_a_change_leaves_its_trace_and_an_old_view_is_told(observed: Cast) -> None:
    draft = plan_draft(observed.engagement)
    plan(observed, draft)
    changed = replace(draft, planned_on=date(2026, 11, 20))
    for _ in range(1):
        services.change_plan_item(by=look(observed.ratna), seen=0, draft=changed, reason="Hujan", on=TODAY)
    trail = Activity.objects.get(action="fieldwork.plan_changed")
    assert (trail.why, trail.data["changes"]) == ("Hujan", {"planned_on": ["2026-11-18", "2026-11-20"]})
    assert codes(
        lambda: services.change_plan_item(by=look(observed.ratna), seen=0, draft=draft, on=TODAY)
    ) == ["GENERAL_003"]


def test_a_dropped_item_stays_readable_and_a_realised_one_stands(observed: Cast, now: datetime) -> None:
    ratna = look(observed.ratna)
    dropped, done = plan_draft(observed.engagement), plan_draft(observed.engagement, planned_on=date(2026, 11, 4))
    plan(observed, dropped)
    plan(observed, done)
    for _ in range(2):
        services.drop_plan_item(by=ratna, item_id=dropped.id, reason="Ketua sakit", on=TODAY)
    visit = visit_draft(observed.engagement, plan_item=done.id)
    services.record_visit(by=ratna, draft=visit, on=TODAY, now=now)
    assert queries.plan_item(ratna, dropped.id).state == "dropped"
    assert codes(
        lambda: services.drop_plan_item(by=ratna, item_id=done.id, reason="x", on=TODAY)
    ) == ["FIELDWORK_030"]
    assert codes(
        lambda: services.change_plan_item(by=ratna, seen=1, draft=dropped, on=TODAY)
    ) == ["FIELDWORK_029"]
    assert codes(
        lambda: services.drop_plan_item(by=look(observed.maria), item_id=done.id, reason="x", on=TODAY)
    ) == ["FIELDWORK_035"]


def form(cast: Cast, **changes: Any) -> dict[str, str]:
    plain = {
        "id": str(uuid7()), "engagement": str(cast.engagement.pk), "planned_on": "2026-11-18", "starts_at": "09:00",
        "minutes": "90", "problem": "", "concern": "Buku kas", "activity": "Pembukuan", "purpose": "Rapi",
        "target": "1 buku", "method": "on_the_job", "place": "Kantor", "agreed_by": "Ujang", "repeat": "", "until": "",
    }
    return plain | changes


def test_the_plan_is_written_and_changed_on_its_pages(observed: Cast, sign_in: SignIn, at_most_queries: Any) -> None:
    client, sent = sign_in(observed.ratna), form(observed)
    assert client.get("/rencana/butir/baru/").status_code == 200
    assert client.post("/rencana/butir/baru/", form(observed, method="sulap", target="")).status_code == 422
    assert [client.post("/rencana/butir/baru/", sent).status_code for _ in range(2)] == [303, 303]
    with at_most_queries(10):
        assert "Pembukuan" in client.get("/rencana/2026-11/").content.decode()
    address = f"/rencana/butir/{sent['id']}/"
    assert client.get(address).status_code == 200
    assert client.post(address, {**sent, "seen": "0", "reason": "", "place": "Rumah ketua"}).status_code == 303
    assert client.post(address, {**sent, "seen": "0", "reason": ""}).status_code == 422
    assert client.post(address, {"aksi": "batal", "reason": ""}).status_code == 422
    assert client.post(address, {"aksi": "batal", "reason": "Hujan"}).status_code == 303
    assert "Hujan" in client.get("/rencana/2026-11/").content.decode()
    assert sign_in(observed.maria).get(address).status_code == 404
    assert sign_in(observed.yosef).get("/rencana/").status_code == 403
    assert client.get("/rencana/kacau/").status_code == 404


def test_the_calendar_page_and_its_feed(observed: Cast, sign_in: SignIn, client: Client) -> None:
    plan(observed, plan_draft(observed.engagement, place="Kantor; lantai 2, \\ kanan\nmasuk"))
    ratna = sign_in(observed.ratna)
    assert ratna.get("/kalender/").status_code == 200
    assert ratna.post("/kalender/").status_code == 303
    old = queries.feed_token(look(observed.ratna))
    answer = client.get(f"/kalender/{old}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    event = events(answer.content.decode())[0]
    assert event["DTSTART"] == "20261118T010000Z" and event["DTEND"] == "20261118T023000Z"
    assert event["LOCATION"] == "Kantor\\; lantai 2\\, \\\\ kanan\\nmasuk"
    assert event["UID"].startswith(str(PlanItem.objects.get().pk))
    ratna.post("/kalender/")
    assert client.get(f"/kalender/{old}.ics").status_code == 404
    assert client.get("/kalender/tebakan.ics").status_code == 404


def test_the_feed_ends_with_the_account_and_with_the_role(observed: Cast, sign_in: SignIn, client: Client) -> None:
    sign_in(observed.ratna).post("/kalender/")
    address = f"/kalender/{queries.feed_token(look(observed.ratna))}.ics"
    assert client.get(address).status_code == 200
    access.deactivate_user(by=None, user=observed.ratna.pk, on=TODAY)
    assert client.get(address).status_code == 404
    access.activate_user(by=None, user=observed.ratna.pk, on=TODAY)
    assert client.get(address).status_code == 200, "today is the last day of the role"
    observed.ratna.appointments.update(ends=TODAY - timedelta(days=1))
    assert client.get(address).status_code == 404


def events(text: str) -> list[dict[str, str]]:
    """The events of a feed, unfolded; every line ends with CRLF and holds at most 75 octets."""
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""]
    assert max(len(line.encode()) for line in lines) <= 75
    whole = text.replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in whole:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name.partition(";")[0], value)
    return found


def test_suggestions_say_why(observed: Cast, now: datetime) -> None:
    ratna = look(observed.ratna)
    (one,) = queries.next_visits(ratna)
    assert [reason.code for reason in one.reasons] == ["never"]
    services.record_visit(by=ratna, draft=visit_draft(observed.engagement, starts_at=time(9)), on=TODAY, now=now)
    assert queries.next_visits(ratna) == ()
