"""A meeting is called, invited to in time, opened with its quorum, decides what its votes say, and is reported (E2)."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from sidamping.features.books import services as books
from sidamping.features.books.models import YearApproval
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.models import Decision, Item, Meeting, Presence
from sidamping.features.meetings.services import Delay, MeetingDraft, Ruling
from sidamping.features.registers import services as registers
from sidamping.platform.activity.models import Activity
from sidamping.platform.database.ids import uuid7
from tests.features.books.keeping import refused_by_database
from tests.features.meetings.meeting import (
    CALLED_ON,
    DAY,
    INVITED_ON,
    Called,
    agreed,
    at,
    begun,
    called,
    finished,
    invited,
    said,
)
from tests.people import Cast, look


def decide(made: Called, **ruling: object) -> list[str]:
    wanted = {"subject": "programme", "text": "RAPBK 2027", "way": "open", "outcome": "approved", **ruling}
    return said(lambda: services.decide(
        by=made.chair(), id=uuid7(), meeting=made.meeting, ruling=Ruling(**wanted), now=at(DAY),  # type: ignore[arg-type]  # fields by name
    ))  # fmt: skip


def test_a_year_has_one_annual_meeting_after_its_end(cast: Cast) -> None:
    made = called(cast)
    by = made.chair(CALLED_ON)

    def again(year: int | None, day: date = DAY, id: object = None) -> list[str]:
        draft = MeetingDraft("annual", day, time(9), "Aula", year)
        return said(lambda: services.call_meeting(by=by, id=uuid7(), book=made.book, draft=draft, now=at(CALLED_ON)))

    assert again(2026) == ["MEETINGS_002"]
    assert again(2027) == ["MEETINGS_003"] and again(None) == ["MEETINGS_003"]
    assert again(2025) == ["MEETINGS_003"]  # before the book
    assert again(2026, date(2027, 2, 19)) == ["MEETINGS_004", "MEETINGS_002"]
    assert Meeting.objects.count() == 1


def test_whoever_is_registered_on_the_day_of_the_invitation_has_a_voice(cast: Cast) -> None:
    made = called(cast, 20)
    register = books.admit_member
    register(by=look(cast.ujang, INVITED_ON), id=uuid7(), book=made.book, joined=INVITED_ON, name="Datang", keep=True)
    services.invite(by=made.chair(INVITED_ON), meeting=made.meeting, on=INVITED_ON)
    late = date(2027, 3, 14)
    register(by=look(cast.ujang, late), id=uuid7(), book=made.book, joined=late, name="Terlambat", keep=True)
    card = queries.meeting(made.chair(), made.meeting)
    assert card is not None and (card.registered, card.quorum) == (21, 11)
    assert "Terlambat" not in [one.name for one in queries.electors(card)]


def test_an_invitation_six_days_before_is_too_late_and_seven_days_before_is_in_time(cast: Cast) -> None:
    made = called(cast)
    six = date(2027, 3, 14)
    assert said(lambda: services.invite(by=made.chair(six), meeting=made.meeting, on=six)) == ["MEETINGS_006"]
    assert services.invite(by=made.chair(INVITED_ON), meeting=made.meeting, on=INVITED_ON) == 5
    first, second = made.electors()[:2]
    services.deliver(by=made.chair(INVITED_ON), meeting=made.meeting, electors=[first], on=INVITED_ON, way="hand")
    services.deliver(by=made.chair(six), meeting=made.meeting, electors=[second], on=six, way="message")
    card = queries.meeting(made.chair(), made.meeting)
    assert card is not None and (card.delivered, card.late, card.deliver_by) == (2, 4, INVITED_ON)  # three got none


def test_stricter_articles_ask_for_earlier_papers_and_a_higher_quorum(cast: Cast) -> None:
    made, by = called(cast, 20), look(cast.ujang, CALLED_ON)
    for key, value in (("invitation", 14), ("quorum", 75)):
        registers.set_clause(by=by, id=uuid7(), book=made.book, key=key, value=value, since=date(2027, 1, 1),
                             article="AD Pasal 20", now=at(CALLED_ON))  # fmt: skip
    assert said(lambda: services.invite(by=made.chair(INVITED_ON), meeting=made.meeting, on=INVITED_ON)) == [
        "MEETINGS_006"
    ]
    earlier = date(2027, 3, 6)
    services.invite(by=made.chair(earlier), meeting=made.meeting, on=earlier)
    assert Meeting.objects.get().quorum == 15


def test_without_a_quorum_a_meeting_is_not_opened_and_is_put_off_with_notice(cast: Cast) -> None:
    made = invited(cast, 20)
    services.attend(by=made.chair(), meeting=made.meeting, electors=made.electors()[:10], way="list")
    assert said(lambda: services.open_meeting(by=made.chair(), meeting=made.meeting, now=at(DAY))) == ["MEETINGS_009"]
    delay = Delay(date(2027, 4, 3), "Belum kuorum", DAY, DAY, "Dinas Koperasi Kabupaten Kupang")
    id = uuid7()
    for _twice in range(2):
        services.postpone(by=made.chair(), id=id, meeting=made.meeting, delay=delay, now=at(DAY))
    row = Meeting.objects.get()
    assert (row.day, Presence.objects.count(), row.postponements.count()) == (date(2027, 4, 3), 0, 1)


def test_a_delay_says_why_and_who_was_told(cast: Cast) -> None:
    made = invited(cast)
    empty = Delay(DAY, " ", date(2027, 4, 1), DAY, "")
    assert said(lambda: services.postpone(by=made.chair(), id=uuid7(), meeting=made.meeting, delay=empty, now=at(DAY)))
    assert Meeting.objects.get().postponements.count() == 0


def test_a_meeting_is_not_brought_forward_and_nobody_was_told_before_it_was_called(cast: Cast) -> None:
    made = invited(cast)
    by = made.chair(INVITED_ON)

    def put_off(now_on: date, told: date = INVITED_ON) -> list[str]:
        delay = Delay(now_on, "Panen", told, told, "Dinas Koperasi")
        return said(lambda: services.postpone(
            by=by, id=uuid7(), meeting=made.meeting, delay=delay, now=at(INVITED_ON)
        ))  # fmt: skip

    assert put_off(date(2027, 3, 14)) == ["MEETINGS_033"]
    assert put_off(DAY) == ["MEETINGS_033"]
    assert put_off(date(2027, 3, 12)) == ["MEETINGS_004"]
    assert put_off(date(2027, 3, 21), date(2027, 2, 19)) == ["MEETINGS_027", "MEETINGS_027"]
    assert put_off(date(2027, 3, 21), CALLED_ON) == []


def test_a_meeting_is_not_opened_after_its_day(cast: Cast) -> None:
    made = invited(cast)
    services.attend(by=made.chair(), meeting=made.meeting, electors=made.electors(), way="list")
    after = date(2027, 3, 21)
    assert said(lambda: services.open_meeting(by=made.chair(after), meeting=made.meeting, now=at(after))) == [
        "MEETINGS_034"
    ]


def test_whoever_got_no_papers_counts_as_late_once_the_last_day_is_past(cast: Cast) -> None:
    made = invited(cast)
    first = made.electors()[0]
    services.deliver(by=made.chair(INVITED_ON), meeting=made.meeting, electors=[first], on=INVITED_ON, way="hand")
    after = date(2027, 3, 14)
    cards = [queries.meeting(made.chair(day), made.meeting) for day in (INVITED_ON, after)]
    assert [one and one.late for one in cards] == [0, 4]
    line = queries.electors(cards[1])[1] if cards[1] else None
    assert line is not None and not line.late(DAY, 7, INVITED_ON) and line.late(DAY, 7, after)


def test_a_delivery_keeps_its_first_day_and_proof_and_holds_the_list(cast: Cast) -> None:
    made = called(cast, 3)
    early, by = date(2027, 3, 12), made.chair(INVITED_ON)
    services.invite(by=by, meeting=made.meeting, on=early)
    electors = made.electors()
    assert services.invite(by=by, meeting=made.meeting, on=early) == 3
    assert made.electors() == electors  # invited twice on a day, the list stays
    deliver = lambda on, proof, who: services.deliver(  # noqa: E731 — a word for the test alone
        by=by, meeting=made.meeting, electors=who, on=on, way="hand", proof=proof
    )
    assert deliver(early, "Halaman 1", electors[:1]) == 1
    assert deliver(INVITED_ON, "Halaman 2", electors[:2]) == 1
    card = queries.meeting(by, made.meeting)
    lines = queries.electors(card) if card else ()
    assert [(one.delivered_on, one.proof) for one in lines] == [
        (early, "Halaman 1"), (INVITED_ON, "Halaman 2"), (None, ""),
    ]  # fmt: skip
    assert said(lambda: services.invite(by=by, meeting=made.meeting, on=INVITED_ON)) == ["MEETINGS_035"]
    assert services.invite(by=by, meeting=made.meeting, on=early) == 3 and made.electors() == electors


def test_a_meeting_is_opened_on_its_day_with_just_the_quorum(cast: Cast) -> None:
    made = invited(cast, 20)
    services.attend(by=made.chair(), meeting=made.meeting, electors=made.electors()[:11], way="list")
    before = date(2027, 3, 19)
    assert said(lambda: services.open_meeting(by=made.chair(before), meeting=made.meeting, now=at(before))) == [
        "MEETINGS_030"
    ]
    services.open_meeting(by=made.chair(), meeting=made.meeting, now=at(DAY))
    assert Meeting.objects.get().opened_at == at(DAY)


def test_before_its_day_only_groups_have_met(cast: Cast) -> None:
    made = invited(cast, 4)
    early, electors = made.chair(date(2027, 3, 19)), made.electors()
    attend = partial(services.attend, by=early, meeting=made.meeting, electors=electors[:1])
    assert said(lambda: attend(way="list")) == ["MEETINGS_030"]
    assert said(lambda: services.arrive(by=early, elector=electors[0])) == ["MEETINGS_030"]
    assert attend(way="group", group="Dusun Bolok") == 1


def test_a_code_scanned_twice_is_one_member_and_paper_lists_may_be_mended_until_the_opening(cast: Cast) -> None:
    made = invited(cast, 5)
    electors = made.electors()
    for _twice in range(2):
        services.arrive(by=made.chair(), elector=electors[0])
    services.attend(by=made.chair(), meeting=made.meeting, electors=electors[:3], way="list")
    services.attend(by=made.chair(), meeting=made.meeting, electors=electors[:2], way="list", shown=electors[:3])
    assert Presence.objects.count() == 2
    assert Presence.objects.get(pk=electors[0]).way == "qr"


def test_saving_a_list_takes_nobody_off_who_came_after_the_page_was_opened(cast: Cast) -> None:
    made = invited(cast, 5)
    electors = made.electors()
    services.attend(by=made.chair(), meeting=made.meeting, electors=electors[:2], way="list")
    services.arrive(by=made.chair(), elector=electors[3])
    services.attend(by=made.chair(), meeting=made.meeting, electors=electors[:1], way="list", shown=electors[:2])
    assert set(Presence.objects.values_list("pk", flat=True)) == {electors[0], electors[3]}


def test_nothing_is_decided_before_the_opening_or_after_the_end(cast: Cast) -> None:
    assert decide(invited(cast)) == ["MEETINGS_010"]
    assert not Decision.objects.exists()


def test_votes_are_those_present_and_the_outcome_is_what_they_say(cast: Cast) -> None:
    made = begun(cast, 20, 11)
    assert decide(made, yes=6, no=4) == ["MEETINGS_013"]
    assert decide(made, yes=6, no=5, abstained=1) == ["MEETINGS_013"]
    assert decide(made, yes=12, no=0, abstained=-1) == ["MEETINGS_013"]
    assert decide(made, yes=5, no=5, abstained=1) == ["MEETINGS_014"]
    assert decide(made, yes=6, no=4, abstained=1, outcome="rejected") == ["MEETINGS_014"]
    assert decide(made, yes=6, no=4, abstained=1, outcome="approved_with_notes") == ["MEETINGS_015"]
    assert decide(made, yes=11, way="secret") == ["MEETINGS_016"]
    assert not Decision.objects.exists()
    assert decide(made, yes=6, no=4, abstained=1) == []
    assert decide(made, yes=5, no=5, abstained=1, outcome="rejected") == []
    assert list(Decision.objects.order_by("number").values_list("number", "outcome", "needed")) == [
        (1, "approved", 6), (2, "rejected", 6),
    ]  # fmt: skip


def test_an_extraordinary_meeting_needs_two_thirds_of_all_registered(cast: Cast) -> None:
    made = begun(cast, 12, 10, "extraordinary")
    assert Meeting.objects.get().quorum == 8
    assert decide(made, yes=7, no=3, subject="articles") == ["MEETINGS_014"]
    assert decide(made, yes=8, no=2, subject="articles") == []


def test_the_eighteen_items_are_taken_in_order_and_some_only_as_needed(cast: Cast) -> None:
    made = begun(cast)
    done = partial(finished, made)
    assert done("anthem") == ["MEETINGS_012"]
    order = list(queries.agenda("annual"))
    for code in order[:18]:
        assert done(code) == []
    assert said(lambda: services.close_meeting(by=made.chair(), meeting=made.meeting, now=at(DAY, 15))) == [
        "MEETINGS_025"
    ]
    for code in ("election", "decisions_read", "signed", "minutes_read", "closing", "closing"):
        assert done(code) == []
    assert Item.objects.count() == 23
    for _twice in range(2):
        services.close_meeting(by=made.chair(), meeting=made.meeting, now=at(DAY, 15))
    assert decide(made) == ["MEETINGS_011"]


def test_whoever_leads_the_session_is_named_and_no_one_is_both(cast: Cast) -> None:
    made = begun(cast)
    for code in list(queries.agenda("annual"))[:8]:
        assert finished(made, code) == []
    assert finished(made, "chair", chair=" ", secretary="") == ["GENERAL_001", "GENERAL_001"]
    assert finished(made, "chair", secretary="ujang  mantap") == ["MEETINGS_046"]
    assert finished(made, "chair") == []
    lead = partial(services.lead_session, by=made.chair(), meeting=made.meeting)
    for _twice in range(2):
        lead(chair="Maria Nona", secretary="Wati Tefa")
    card = queries.meeting(made.chair(), made.meeting)
    assert card is not None and (card.chair, card.secretary) == ("Maria Nona", "Wati Tefa")
    led = Activity.objects.filter(action="meetings.led").order_by("at", "id")
    assert [(one.data["chair_before"], one.data["chair"]) for one in led] == [
        ("", "Ujang Mantap"), ("Ujang Mantap", "Maria Nona"),
    ]  # fmt: skip
    for code in list(queries.agenda("annual"))[9:]:
        assert finished(made, code) == []
    services.close_meeting(by=made.chair(), meeting=made.meeting, now=at(DAY, 15))
    assert said(lambda: lead(chair="Orang lain", secretary="Wati Tefa")) == ["MEETINGS_011"]
    assert refused_by_database(("UPDATE meetings_meeting SET chair = 'x'", []))


def test_a_meeting_that_nobody_leads_is_not_closed(cast: Cast) -> None:
    """As one whose leaders were elected before the system asked for their names."""
    made = begun(cast, kind="extraordinary")
    close = partial(services.close_meeting, by=made.chair(), meeting=made.meeting, now=at(DAY, 15))
    assert said(close) == ["MEETINGS_025", "MEETINGS_048"]
    for code in queries.agenda("extraordinary"):
        assert finished(made, code) == []
    Meeting.objects.update(chair="", secretary="")
    assert said(close) == ["MEETINGS_048"]
    services.lead_session(by=made.chair(), meeting=made.meeting, chair="Maria Nona", secretary="Wati Tefa")
    assert said(close) == []


def test_the_head_of_a_committee_is_given_over_until_the_meeting_is_opened(cast: Cast) -> None:
    made = invited(cast)
    by = made.chair()
    seat = partial(services.seat_committee, by=by, meeting=made.meeting, duty="head")
    first, second = uuid7(), uuid7()
    seat(id=first, name="Marai Nona")
    for _twice in range(2):
        services.unseat_committee(by=by, meeting=made.meeting, seat=first)
    assert said(lambda: seat(id=second, name="Maria Nona")) == []
    gone = Activity.objects.get(action="meetings.unseated")
    assert (gone.data["name"], gone.data["duty"]) == ("Marai Nona", "head")
    services.attend(by=by, meeting=made.meeting, electors=made.electors(), way="list")
    services.open_meeting(by=by, meeting=made.meeting, now=at(DAY))
    late = partial(services.unseat_committee, by=by, meeting=made.meeting, seat=second)
    assert said(late) == ["MEETINGS_005"]


def test_a_committee_has_one_head(cast: Cast) -> None:
    made = called(cast)
    seat = partial(services.seat_committee, by=made.chair(CALLED_ON), meeting=made.meeting, duty="head")
    for _twice in range(2):
        seat(id=uuid7(), name="Maria Nona")
    assert said(lambda: seat(id=uuid7(), name="Wati Tefa")) == ["MEETINGS_045"]
    assert refused_by_database((
        "INSERT INTO meetings_committeeseat (id, meeting_id, name, duty) VALUES (gen_random_uuid(), %s, 'x', 'head')",
        [made.meeting],
    )) == "committee_has_one_head"  # fmt: skip


def test_only_an_annual_meeting_prepares_reports_and_plans(cast: Cast) -> None:
    made = called(cast, kind="extraordinary")
    tick = partial(services.tick, by=made.chair(CALLED_ON), meeting=made.meeting, done=True, now=at(CALLED_ON))
    assert said(lambda: tick(code="board_report")) == ["MEETINGS_021"]
    assert said(lambda: tick(code="room")) == []
    reports = {"board_report", "supervisor_report", "programme", "last_minutes"}
    codes = {kind: [one.code for one in queries.checklist(kind, ())] for kind in ("annual", "extraordinary")}
    assert set(codes["annual"]) - set(codes["extraordinary"]) == reports
    assert codes["annual"][2:6] == ["board_report", "supervisor_report", "programme", "last_minutes"]  # as cited


def test_results_are_reported_after_the_end_with_the_deadline_of_a_month(cast: Cast) -> None:
    made = begun(cast)
    told = {"meeting": made.meeting, "on": DAY, "to": "Dinas Koperasi"}
    assert said(lambda: services.report(by=made.chair(), **told)) == ["MEETINGS_026"]  # type: ignore[arg-type]  # fields by name
    Meeting.objects.update(closed_at=at(DAY, 15))
    card = queries.meeting(made.chair(), made.meeting)
    due = queries.report_line(card, date(2027, 4, 20)) if card else None
    assert due is not None and (due.deadline.due, due.state) == (date(2027, 4, 20), "near")
    late = date(2027, 4, 21)
    services.report(by=made.chair(late), meeting=made.meeting, on=late, to="Dinas Koperasi")
    card = queries.meeting(made.chair(late), made.meeting)
    due = queries.report_line(card, late) if card else None
    assert card is not None and card.head.state == "reported" and due is not None and due.state == "missed"


def test_the_books_of_a_year_are_locked_by_the_approved_accountability_alone(cast: Cast) -> None:
    made = begun(cast)
    freeze = lambda: services.freeze_year(by=made.chair(), meeting=made.meeting, now=at(DAY))  # noqa: E731 — as above
    agreed(made, "programme")
    assert said(freeze) == ["MEETINGS_028"]
    agreed(made, "board_accountability")
    assert said(freeze) == ["BOOKS_057"]  # December is still open
    assert not YearApproval.objects.exists()


def test_a_stranger_calls_and_decides_nothing(cast: Cast) -> None:
    made = begun(cast)
    stranger = look(cast.ratna, DAY)
    ruling = Ruling("programme", "x", "consensus", "approved")
    assert said(lambda: services.decide(
        by=stranger, id=uuid7(), meeting=made.meeting, ruling=ruling, now=at(DAY)
    )) == ["MEETINGS_001"]  # fmt: skip
    assert queries.meeting(look(cast.maria, DAY), made.meeting) is None


def test_each_step_waits_for_the_one_before(cast: Cast) -> None:
    made = called(cast, 0)
    by, id = made.chair(INVITED_ON), made.meeting
    assert said(lambda: services.invite(by=by, meeting=id, on=INVITED_ON)) == ["MEETINGS_007"]  # nobody is registered
    assert said(lambda: services.attend(by=by, meeting=id, electors=[], way="list")) == ["MEETINGS_008"]
    assert said(lambda: services.deliver(by=by, meeting=id, electors=[], on=INVITED_ON, way="hand")) == ["MEETINGS_008"]
    assert said(lambda: services.open_meeting(by=made.chair(), meeting=id, now=at(DAY))) == ["MEETINGS_008"]
    assert said(lambda: services.tick(by=by, meeting=id, code="nothing", done=True, now=at(DAY))) == ["MEETINGS_021"]
    early = date(2027, 2, 19)
    assert said(lambda: services.invite(by=by, meeting=id, on=early)) == ["MEETINGS_027", "MEETINGS_007"]


def test_what_was_prepared_stays_once_the_meeting_is_open(cast: Cast) -> None:
    made = begun(cast)
    seat = said(lambda: services.seat_committee(
        by=made.chair(), id=uuid7(), meeting=made.meeting, name="Domi", duty="head"
    ))  # fmt: skip
    assert seat == ["MEETINGS_005"]
    assert said(lambda: services.invite(by=made.chair(), meeting=made.meeting, on=DAY)) == ["MEETINGS_005"]


def test_a_meeting_before_any_rule_is_told_so(cast: Cast) -> None:
    made = called(cast)
    before = date(2018, 7, 22)
    by = made.chair(CALLED_ON)
    assert said(lambda: services.invite(by=by, meeting=made.meeting, on=before)) == ["MEETINGS_029"]
