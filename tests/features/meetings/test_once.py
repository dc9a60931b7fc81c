"""What is sent twice happens once and is told once; what was agreed at the invitation binds the meeting (E1, E2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.test import Client
from django.urls import reverse

from sidamping.features.books.models import YearApproval
from sidamping.features.meetings import services
from sidamping.features.meetings.models import CommitteeSeat, Decision, Voter
from sidamping.features.meetings.services import PollDraft, Ruling
from sidamping.features.parties.models import BoardTerm
from sidamping.features.registers import services as registers
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import closed_until, refused_by_database
from tests.features.meetings.meeting import CALLED_ON, DAY, Called, agreed, at, begun, called, polled, said
from tests.people import Cast

LAST = date(2032, 3, 19)
"""The last day of five years from the meeting on."""


def told(action: str) -> int:
    return Activity.objects.filter(action=f"meetings.{action}").count()


def elected(made: Called) -> UUID:
    """A counted ballot in which the second of two candidates became secretary."""
    draft = PollDraft("election", "Sekretaris", "paper", "management", "secretary", 1, tuple(made.electors()[:2]))
    poll = services.make_poll(by=made.chair(), id=uuid7(), meeting=made.meeting, draft=draft)
    services.hand_out(by=made.chair(), poll=poll, electors=made.electors())
    services.count_paper(by=made.chair(), poll=poll, votes={"c1": 1, "c2": 4})
    return poll


def seat(made: Called, poll: UUID, ends: date = LAST, id: UUID | None = None) -> Callable[[], UUID]:
    return lambda: services.seat_elected(
        by=made.chair(), id=id or uuid7(), poll=poll, choice="c2", starts=DAY, ends=ends
    )


def clause(made: Called, key: str, value: int) -> None:
    registers.set_clause(by=made.chair(), id=uuid7(), book=made.book, key=key, value=value, since=date(2027, 1, 1),
                         article="AD Pasal 20", now=at(DAY))  # fmt: skip


def test_one_who_is_elected_is_entered_once_and_told_once(cast: Cast) -> None:
    made = begun(cast)
    poll, id = elected(made), uuid7()
    for _twice in range(2):
        assert said(seat(made, poll, id=id)) == []
    assert BoardTerm.objects.filter(position="secretary").count() == told("elected") == 1


def test_the_same_person_with_the_same_duty_sits_on_the_committee_once(cast: Cast) -> None:
    made = called(cast)
    for id in (uuid7(), uuid7()):
        services.seat_committee(by=made.chair(CALLED_ON), id=id, meeting=made.meeting, name="Martha", duty="head")
    assert CommitteeSeat.objects.count() == told("seated") == 1


def test_the_books_of_a_year_are_locked_once_and_told_once(cast: Cast) -> None:
    made = begun(cast)
    closed_until(made.chair(), made.book, 12, at(DAY))
    agreed(made, "board_accountability")
    for _twice in range(2):
        services.freeze_year(by=made.chair(), meeting=made.meeting, now=at(DAY))
    assert YearApproval.objects.count() == told("year_frozen") == 1


def test_who_was_handed_a_slip_stays_on_the_list_once_the_urn_is_open(cast: Cast) -> None:
    made = begun(cast)
    poll = polled(made)
    services.hand_out(by=made.chair(), poll=poll, electors=made.electors())
    services.open_the_urn(by=made.chair(), poll=poll)
    gone = ("DELETE FROM meetings_voter WHERE poll_id = %s", [poll])
    assert refused_by_database(gone) == "voter_stays"
    services.count_slips(by=made.chair(), poll=poll)
    assert refused_by_database(gone) == "voter_stays" and Voter.objects.count() == 5
    assert refused_by_database(("TRUNCATE meetings_voter", [])) == "sealed"


def test_who_may_vote_stays_on_the_list_once_the_meeting_is_open(cast: Cast) -> None:
    made = begun(cast, 5, 4)
    absent = made.electors()[4]
    assert refused_by_database(("DELETE FROM meetings_elector WHERE id = %s", [absent])) == "elector_stays"
    other = ("UPDATE meetings_elector SET delivered_on = '2027-03-01', delivered_by = 'hand' WHERE id = %s", [absent])
    assert refused_by_database(other) == "elector_stays"


def test_whoever_votes_late_is_told_kindly_that_voting_is_over(cast: Cast) -> None:
    made = begun(cast)
    poll = polled(made)
    codes = services.hand_out(by=made.chair(), poll=poll, electors=made.electors())
    address, guest = reverse("vote", args=[poll]), Client()
    early = guest.get(address)
    assert early.status_code == 200 and "belum dibuka" in early.content.decode()
    services.open_the_urn(by=made.chair(), poll=poll)
    cast_one = guest.post(address, {"code": codes[0], "choice": "yes"})
    services.count_slips(by=made.chair(), poll=poll)
    after = guest.get(cast_one["Location"])
    assert after.status_code == 200 and "Suara Anda sudah masuk" in after.content.decode()
    assert "sudah selesai" in guest.get(address).content.decode()
    late = guest.post(address, {"code": codes[1], "choice": "yes"})
    assert late.status_code == 422 and "sudah selesai" in late.content.decode()
    assert guest.get(reverse("vote", args=[uuid7()])).status_code == 404


def test_a_clause_set_later_leaves_a_running_meeting_as_it_was(cast: Cast) -> None:
    made = begun(cast, 9, kind="extraordinary")
    clause(made, "extraordinary-approval", 100)
    ruling = Ruling("merger", "Bergabung", "open", "approved", yes=6, no=3)
    services.decide(by=made.chair(), id=uuid7(), meeting=made.meeting, ruling=ruling, now=at(DAY))
    assert Decision.objects.get().needed == 6  # two thirds of nine, as on the day of the invitation


def test_a_term_is_no_longer_than_the_articles_allow(cast: Cast) -> None:
    made = begun(cast)
    clause(made, "management", 3)
    poll = elected(made)
    assert said(seat(made, poll, LAST)) == ["MEETINGS_037"]
    assert said(seat(made, poll, date(2030, 3, 19))) == []
