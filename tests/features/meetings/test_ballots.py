"""One member, one vote, and no path from voter to vote: told by services, refused by tables (E2, decision 0034)."""

from __future__ import annotations

import secrets
from datetime import date
from uuid import UUID

import pytest
from django.db import connection

from sidamping.domain.problems import Refused
from sidamping.features.meetings import services
from sidamping.features.meetings.models import Count, Decision, Poll, Slip, Voter
from sidamping.features.meetings.services import PollDraft, Ruling
from sidamping.features.parties.models import BoardTerm
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import refused_by_database
from tests.features.meetings.meeting import DAY, Called, at, begun, polled, said
from tests.people import Cast

TABLES = ("meetings_voter", "meetings_slip", "meetings_count")
COLUMNS = """
SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_name = ANY(%s)
ORDER BY table_name, ordinal_position
"""
REFERENCES = """
SELECT c.conrelid::regclass::text, c.confrelid::regclass::text FROM pg_constraint c
WHERE c.contype = 'f' AND (c.conrelid::regclass::text = ANY(%s) OR c.confrelid::regclass::text = ANY(%s)) ORDER BY 1, 2
"""


@pytest.fixture
def made(cast: Cast) -> Called:
    return begun(cast, 7, 6)


def rows(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def handed(made: Called, poll: UUID, count: int = 6, again: bool = False) -> list[str]:
    """The codes as they lie in the box."""
    codes = list(services.hand_out(by=made.chair(), poll=poll, electors=made.electors()[:count], again=again))
    secrets.SystemRandom().shuffle(codes)
    return codes


@pytest.mark.django_db
def test_no_table_of_votes_names_a_person_or_a_time() -> None:
    columns = [(table, name) for table, name, _kind in rows(COLUMNS, list(TABLES))]
    assert columns == [
        ("meetings_count", "id"), ("meetings_count", "choice"), ("meetings_count", "votes"),
        ("meetings_count", "poll_id"),
        ("meetings_slip", "id"), ("meetings_slip", "print"), ("meetings_slip", "choice"), ("meetings_slip", "poll_id"),
        ("meetings_voter", "id"), ("meetings_voter", "elector_id"), ("meetings_voter", "poll_id"),
    ]  # fmt: skip
    assert not [kind for _table, _name, kind in rows(COLUMNS, [*TABLES, "meetings_poll"]) if "time" in str(kind)]
    assert rows(REFERENCES, list(TABLES), list(TABLES)) == [
        ("meetings_count", "meetings_poll"), ("meetings_slip", "meetings_poll"), ("meetings_voter", "meetings_elector"),
        ("meetings_voter", "meetings_poll"),
    ]  # fmt: skip


def test_nothing_of_a_person_is_written_while_votes_come_in(made: Called) -> None:
    poll = polled(made)
    codes = handed(made, poll)
    services.open_the_urn(by=made.chair(), poll=poll)
    people = "SELECT ctid::text, xmin::text, id, elector_id FROM meetings_voter ORDER BY id"
    before, trail = rows(people), Activity.objects.count()
    assert len({xmin for _place, xmin, *_rest in before}) == 1  # all voters at once
    assert [elector for *_rest, elector in before] == made.electors()[:6]  # in the order of the register
    for code, choice in zip(codes, ("yes", "no", "yes", "yes", "blank"), strict=False):
        services.cast(poll=poll, code=code.lower(), choice=choice)
    assert rows(people) == before and Activity.objects.count() == trail


def test_counting_keeps_totals_and_throws_the_slips_away(made: Called) -> None:
    poll = polled(made)
    codes = handed(made, poll)
    assert not Slip.objects.filter(print__in=codes).exists()  # a code is not kept
    services.open_the_urn(by=made.chair(), poll=poll)
    for code, choice in zip(codes, ("yes", "no", "yes", "yes"), strict=False):
        services.cast(poll=poll, code=code, choice=choice)
    for _twice in range(2):
        counted = services.count_slips(by=made.chair(), poll=poll)
        assert counted == {"yes": 3, "no": 1, "blank": 2}
    assert (Slip.objects.count(), Voter.objects.count()) == (0, 6)
    ruling = Ruling("programme", "RAPBK 2027", "secret", "approved", poll=poll)
    services.decide(by=made.chair(), id=uuid7(), meeting=made.meeting, ruling=ruling, now=at(DAY))
    row = Decision.objects.get()
    assert (row.yes, row.no, row.abstained, row.present) == (3, 1, 2, 6)


def test_a_code_votes_once_and_only_while_the_urn_is_open(made: Called) -> None:
    poll = polled(made)
    codes = handed(made, poll)
    assert said(lambda: handed(made, poll)) == ["MEETINGS_036"]  # the codes in the box are not made void unasked
    again = handed(made, poll, again=True)  # printed anew: the earlier codes are void
    assert said(lambda: services.cast(poll=poll, code=again[0], choice="yes")) == ["MEETINGS_020"]
    services.open_the_urn(by=made.chair(), poll=poll)
    assert said(lambda: handed(made, poll)) == ["MEETINGS_018"]
    assert said(lambda: services.cast(poll=poll, code=codes[0], choice="yes")) == ["MEETINGS_020"]
    assert said(lambda: services.cast(poll=poll, code=again[0], choice="maybe")) == ["MEETINGS_021"]
    services.cast(poll=poll, code=again[0], choice="yes")
    assert said(lambda: services.cast(poll=poll, code=again[0], choice="no")) == ["MEETINGS_020"]
    services.count_slips(by=made.chair(), poll=poll)
    assert said(lambda: services.cast(poll=poll, code=again[1], choice="no")) == ["MEETINGS_020"]


def test_slips_are_for_those_present_and_for_three_at_least(made: Called) -> None:
    poll = polled(made)
    absent = made.electors()[6]
    assert said(lambda: services.open_the_urn(by=made.chair(), poll=poll)) == ["MEETINGS_019"]
    assert said(lambda: services.hand_out(by=made.chair(), poll=poll, electors=[absent])) == ["MEETINGS_017"]
    assert said(lambda: handed(made, poll, 2)) == ["MEETINGS_031"]


def test_paper_slips_are_counted_whole(made: Called) -> None:
    poll = polled(made, "paper")
    count = services.count_paper
    assert said(lambda: count(by=made.chair(), poll=poll, votes={"yes": 1})) == ["MEETINGS_019"]
    assert handed(made, poll) == []
    assert said(lambda: services.open_the_urn(by=made.chair(), poll=poll)) == ["MEETINGS_032"]
    assert said(lambda: count(by=made.chair(), poll=poll, votes={"yes": 4, "no": 1})) == ["MEETINGS_022"]
    assert said(lambda: count(by=made.chair(), poll=poll, votes={"yes": 7, "no": -1})) == ["MEETINGS_022"]
    count(by=made.chair(), poll=poll, votes={"yes": 4, "no": 1, "blank": 1})
    assert Poll.objects.get().counted and sum(Count.objects.values_list("votes", flat=True)) == 6


def test_the_database_refuses_a_second_vote_a_late_voter_and_wrong_totals(made: Called) -> None:
    poll = polled(made)
    handed(made, poll, 4)
    vote = "UPDATE meetings_slip SET choice = 'yes' WHERE poll_id = %s"
    assert refused_by_database((vote, [poll])) == "slip_voted_once"  # the urn is not open
    services.open_the_urn(by=made.chair(), poll=poll)
    late = "INSERT INTO meetings_voter (poll_id, elector_id) VALUES (%s, %s)"
    assert refused_by_database((late, [poll, made.electors()[5]])) == "voter_present_and_in_time"
    assert refused_by_database((vote, [poll]), (vote, [poll])) == "slip_voted_once"
    extra = "INSERT INTO meetings_slip (poll_id, print) VALUES (%s, 'x')"
    assert refused_by_database((extra, [poll])) == "slip_empty_at_first"
    assert refused_by_database(("DELETE FROM meetings_slip WHERE poll_id = %s", [poll])) == "slip_kept_until_counted"
    total = "INSERT INTO meetings_count (poll_id, choice, votes) VALUES (%s, 'yes', 5)"
    close = "UPDATE meetings_poll SET urn_open = false, counted = true WHERE id = %s"
    assert refused_by_database((total, [poll]), (close, [poll])) == "poll_a_vote_for_each_voter"
    services.count_slips(by=made.chair(), poll=poll)
    assert refused_by_database((total.replace("'yes'", "'z'"), [poll])) == "count_before_the_end"
    again = "UPDATE meetings_poll SET counted = false WHERE id = %s"
    assert refused_by_database((again, [poll])) == "poll_counted_once"


def test_those_elected_enter_the_register_and_a_chair_hands_over(made: Called) -> None:
    draft = PollDraft("election", "Ketua 2027-2032", "paper", "management", "chair", 1, tuple(made.electors()[:2]))
    poll = services.make_poll(by=made.chair(), id=uuid7(), meeting=made.meeting, draft=draft)
    handed(made, poll)
    services.count_paper(by=made.chair(), poll=poll, votes={"c1": 2, "c2": 4})
    term = {"starts": DAY, "ends": date(2032, 3, 19)}

    def seat(choice: str, **days: date) -> list[str]:
        return said(lambda: services.seat_elected(
            by=made.chair(), id=uuid7(), poll=poll, choice=choice, **{**term, **days},  # type: ignore[arg-type]  # days
        ))  # fmt: skip

    assert seat("c1") == ["MEETINGS_024"]
    assert seat("c2", ends=date(2032, 3, 20)) == ["PARTIES_012"]
    assert BoardTerm.objects.get().ends == date(2028, 12, 31)  # nothing of a refused entry stays
    assert seat("c2") == []
    before, after = BoardTerm.objects.order_by("starts")
    assert (before.ends, after.person.party.name) == (date(2027, 3, 19), "Anggota 02")


def test_one_candidate_is_no_choice(made: Called) -> None:
    draft = PollDraft("election", "Ketua", "paper", "management", "chair", 1, tuple(made.electors()[:1]))
    with pytest.raises(Refused) as refused:
        services.make_poll(by=made.chair(), id=uuid7(), meeting=made.meeting, draft=draft)
    assert refused.value.codes == ["MEETINGS_023"]
