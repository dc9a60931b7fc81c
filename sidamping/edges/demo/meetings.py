"""The cooperative whose book is told as an institution: registers, a special meeting held, the annual one prepared."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from sidamping.domain.meetings.votes import SECRET
from sidamping.edges.demo.diary import moment, month_before
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.registers import chair_account
from sidamping.edges.demo.story import chapter, named
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.models import Elector
from sidamping.features.meetings.services import MeetingDraft, PollDraft, Ruling
from sidamping.features.registers import services as registers
from sidamping.features.registers.services import Seen

MORNING = time(9)
OFFICE = "Dinas Koperasi dan UKM kabupaten"


def tell_meetings(anchor: date) -> None:
    """Written by the chair: registers first, for the articles say how many make a quorum."""
    told, kept = chapter("meetings"), chapter("books")
    keys = [one["key"] for one in chapter("cooperatives")["cooperatives"]]
    chair, book = chair_account(keys.index(kept["cooperative"])), named("book", kept["cooperative"])
    _write_registers(told, chair, book, anchor)
    _hold(told["special"], chair, book, anchor)
    _prepare(told["annual"], chair, book, anchor)


def _write_registers(told: dict[str, Any], chair: str, book: UUID, anchor: date) -> None:
    by, now = viewer(chair, anchor), moment(anchor)
    registers.set_clause(by=by, id=named("clause", "quorum"), book=book, now=now, **told["clause"])
    for at, one in enumerate(told["entries"]):
        day = anchor - timedelta(days=one["days_ago"])
        registers.write_entry(by=by, id=named("entry", str(at)), book=book, register=one["register"], day=day,
                              facts=one["facts"], now=now)  # fmt: skip
    for one in told["sightings"]:
        until = month_before(anchor, one["months_ago"]).end if one["present"] else None
        registers.see_book(by=by, id=named("sighting", one["register"]), book=book, register=one["register"],
                           seen=Seen(one["present"], until, one["note"]), now=now)  # fmt: skip


def _hold(one: dict[str, Any], chair: str, book: UUID, anchor: date) -> None:
    """Called, invited to, opened with its quorum, voted in secret, decided, closed and reported."""
    called, invited, held = (
        anchor - timedelta(days=one[f"{word}_days_ago"]) for word in ("called", "invited", "held")
    )  # fmt: skip
    id = _call(one, chair, book, MeetingDraft("special", held, MORNING, one["place"], None, one["purpose"]), called)
    services.invite(by=viewer(chair, invited), meeting=id, on=invited)
    electors = list(Elector.objects.filter(meeting_id=id).order_by("member__number").values_list("pk", flat=True))
    services.deliver(by=viewer(chair, invited), meeting=id, electors=electors, on=invited, way="hand",
                     proof="Tanda terima halaman 1")  # fmt: skip
    by = viewer(chair, held)
    services.attend(by=by, meeting=id, electors=electors[one["absent"] :], way="list")
    services.open_meeting(by=by, meeting=id, now=moment(held, 9))
    poll = _vote(one["ballot"], chair, id, electors[one["absent"] :], held)
    for at, said in enumerate(one["decisions"]):
        ruling = Ruling(**said, poll=poll if said["way"] == SECRET else None)
        services.decide(by=by, id=named("decision", str(at)), meeting=id, ruling=ruling, now=moment(held, 11))
    for code in queries.agenda("special"):
        note, chosen = one["notes"].get(code, ""), one["leaders"] if code == services.ELECTED_LEADERS else {}
        services.finish_item(by=by, meeting=id, code=code, note=note, now=moment(held, 12), **chosen)
    services.close_meeting(by=by, meeting=id, now=moment(held, 13))
    services.report(by=viewer(chair, anchor), meeting=id, on=anchor, to=OFFICE)


def _vote(ballot: dict[str, Any], chair: str, meeting: UUID, electors: list[UUID], held: date) -> UUID:
    by = viewer(chair, held)
    draft = PollDraft("matter", ballot["question"], "paper")
    poll = services.make_poll(by=by, id=named("poll", "computer"), meeting=meeting, draft=draft)
    services.hand_out(by=by, poll=poll, electors=electors)
    services.count_paper(by=by, poll=poll, votes=ballot["votes"])
    return poll


def _prepare(one: dict[str, Any], chair: str, book: UUID, anchor: date) -> None:
    """The annual meeting about the running year, next spring; the committee has begun, so has the book."""
    day = date(anchor.year + 1, one["month"], one["day"])
    id = _call(one, chair, book, MeetingDraft("annual", day, MORNING, one["place"], anchor.year), anchor)
    for code in one["ticked"]:
        services.tick(by=viewer(chair, anchor), meeting=id, code=code, done=True, now=moment(anchor))
    for part, text in one["passages"].items():
        services.write_passage(by=viewer(chair, anchor), id=named("passage", part), meeting=id, part=part, text=text,
                               now=moment(anchor))  # fmt: skip


def _call(one: dict[str, Any], chair: str, book: UUID, draft: MeetingDraft, called: date) -> UUID:
    by, id = viewer(chair, called), named("meeting", draft.kind)
    services.call_meeting(by=by, id=id, book=book, draft=draft, now=moment(called))
    for seat in one["committee"]:
        services.seat_committee(by=by, id=named("seat", draft.kind, seat["name"]), meeting=id, **seat)
    return id
