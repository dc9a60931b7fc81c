"""What services refuse, the tables refuse too: void decisions, late electors, a meeting without a quorum (E2)."""

from __future__ import annotations

from typing import Any

import pytest

from sidamping.features.meetings import services
from sidamping.features.meetings.models import Decision, Meeting
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import refused_by_database
from tests.features.meetings.meeting import Called, agreed, begun, invited
from tests.people import Cast

DECISION = (
    "INSERT INTO meetings_decision (id, meeting_id, number, subject, text, way, registered, quorum, present, yes, no,"
    " abstained, needed, outcome, notes, decided_by_id, decided_at) VALUES (gen_random_uuid(), %s, 9, 'programme', 'x',"
    " 'open', %s, %s, %s, %s, 0, 0, 1, %s, '', %s, now())"
)


def decided(made: Called, **other: Any) -> str:
    """The guard that refuses a decision by four of five, all for it, with something wrong about it."""
    seen = {"registered": 5, "quorum": 3, "present": 4, "yes": 4, "outcome": "approved", **other}
    values = [seen[key] for key in ("registered", "quorum", "present", "yes", "outcome")]
    return refused_by_database((DECISION, [made.meeting, *values, made.cast.ujang.pk]))


@pytest.fixture
def made(cast: Cast) -> Called:
    return begun(cast, 5, 4)


def test_a_decision_without_its_quorum_is_no_row(made: Called) -> None:
    assert decided(made, present=2, yes=2) == "decision_of_those_present"
    assert decided(made, quorum=1) == "decision_of_those_present"
    assert decided(made, yes=3) == "decision_votes_are_those_present"
    assert decided(made, outcome="rejected") == "decision_follows_the_votes"
    assert not Decision.objects.exists()


def test_a_decision_before_the_opening_is_no_row(cast: Cast) -> None:
    made = invited(cast, 5)
    services.attend(by=made.chair(), meeting=made.meeting, electors=made.electors()[:4], way="list")
    assert decided(made) == "decision_in_an_open_meeting"
    came = made.electors()[:4]
    services.attend(by=made.chair(), meeting=made.meeting, electors=came[:2], way="list", shown=came)
    opened = "UPDATE meetings_meeting SET opened_at = now() WHERE id = %s"
    assert refused_by_database((opened, [made.meeting])) == "meeting_opened_with_a_quorum"


def test_what_was_opened_and_decided_stays_as_it_is(made: Called) -> None:
    agreed(made)
    lower = "UPDATE meetings_meeting SET quorum = 1 WHERE id = %s"
    elector = (
        "INSERT INTO meetings_elector (id, meeting_id, member_id, delivered_by, proof) VALUES (%s, %s, %s, '', '')"
    )
    row = Meeting.objects.get()
    member = row.electors.order_by("pk").values_list("member_id", flat=True)[0]
    assert refused_by_database((elector, [uuid7(), made.meeting, member])) == "elector_before_the_meeting"
    for sql, values in (
        (lower, [made.meeting]), ("UPDATE meetings_decision SET yes = 0", []), ("DELETE FROM meetings_decision", []),
        ("UPDATE meetings_meeting SET opened_at = NULL WHERE id = %s", [made.meeting]),
    ):
        refused_by_database((sql, values))
    assert refused_by_database(("DELETE FROM meetings_presence", [])) == "presence_stays"
    assert Meeting.objects.get().quorum == 3
