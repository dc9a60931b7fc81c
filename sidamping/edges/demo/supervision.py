"""The office examines three cooperatives, one is warned twice; and the papers of a cooperative, one of them run out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import viewer
from sidamping.edges.demo.registers import chair_account, cooperative_id
from sidamping.edges.demo.story import chapter, named
from sidamping.features.licences import services as licences
from sidamping.features.licences.services import PaperDraft, StatementDraft
from sidamping.features.supervision import queries, services
from sidamping.features.supervision.queries import Heading
from sidamping.features.supervision.services import ExaminationDraft, FindingDraft, SanctionDraft, TeamDraft

MENDED_WITHIN = timedelta(days=30)


def tell_supervision(anchor: date) -> None:
    """Examinations of the office, then the papers of the cooperative whose book is told."""
    told = chapter("supervision")
    _head_letters(told, anchor)
    for one in told["examinations"]:
        _examine(one, told["office"], anchor)
    planned = told["planned"]
    day = anchor + timedelta(days=planned["in_days"])
    _open(planned, named("examination", "planned"), told["office"], anchor, day)
    _file_papers(told, anchor)


def _head_letters(told: dict[str, Any], anchor: date) -> None:
    """Before the first examination: how the office heads its letters and who signs them."""
    first = anchor - timedelta(days=max(one["days_ago"] for one in told["examinations"]))
    by = viewer(told["office"], first)
    for one in queries.offices_of(by):
        services.head_letters(by=by, office=one.role, area=one.area, heading=Heading(**told["letterhead"]),
                              now=moment(first))  # fmt: skip


def _examine(one: dict[str, Any], office: str, anchor: date) -> None:
    """From the letter of assignment to the report; then what the board answered, and the warnings."""
    id, day = named("examination", one["key"]), anchor - timedelta(days=one["days_ago"])
    _open(one, id, office, day, day)
    by = viewer(office, day)
    services.assign(by=by, examination=id, team=[TeamDraft(**member) for member in one["team"]])
    for at, found in enumerate(one["findings"], 1):
        words = {name: value for name, value in found.items() if name != "within"}
        draft = FindingDraft(**words, due=day + timedelta(days=found["within"]))
        services.write_finding(by=by, id=_finding(one, at), examination=id, draft=draft, now=moment(day))
    services.report(by=by, examination=id, summary=one["summary"], now=moment(day))
    for answer in one["answers"]:
        _answer(one, answer, office, anchor)
    for at, days_ago in enumerate(one["warnings_days_ago"]):
        warned = anchor - timedelta(days=days_ago)
        services.give_sanction(
            by=viewer(office, warned), id=named("sanction", one["key"], at), examination=id, now=moment(warned),
            draft=SanctionDraft("warning", warned + MENDED_WITHIN),
        )  # fmt: skip


def _answer(one: dict[str, Any], answer: dict[str, Any], office: str, anchor: date) -> None:
    day, finding = anchor - timedelta(days=answer["days_ago"]), _finding(one, answer["finding"])
    id = named("answer", one["key"], answer["finding"])
    board = viewer(chair_account(one["cooperative"]), day)
    services.answer_finding(by=board, id=id, finding=finding, text=answer["text"], now=moment(day))
    if "settled" in answer:
        services.judge_answer(by=viewer(office, day), answer=id, settled=answer["settled"], remark=answer["remark"],
                              now=moment(day))  # fmt: skip


def _open(one: dict[str, Any], id: UUID, office: str, on: date, starts: date) -> None:
    way, timing, purpose = one["kinds"]
    draft = ExaminationDraft(way, timing, purpose, one["matter"], starts, starts)
    services.open_examination(
        by=viewer(office, on), id=id, cooperative=_cooperative(one["cooperative"]), draft=draft, now=moment(on)
    )


def _file_papers(told: dict[str, Any], anchor: date) -> None:
    """Kept by the chair of the cooperative whose book is told."""
    key = chapter("books")["cooperative"]
    keys = [one["key"] for one in chapter("cooperatives")["cooperatives"]]
    by, party = viewer(chair_account(keys.index(key)), anchor), cooperative_id(key)
    for one in told["papers"]:
        ends = anchor + timedelta(days=one["ends_in_days"]) if "ends_in_days" in one else None
        issued = date(anchor.year - one["years_ago"], 3, 2)
        draft = PaperDraft(one["number"], issued, one["issuer"], ends)
        licences.file_paper(by=by, id=named("paper", one["kind"]), cooperative=party, kind=one["kind"], draft=draft,
                            now=moment(anchor))  # fmt: skip
    for one in told["statements"]:
        since = anchor - timedelta(days=one["days_ago"])
        stated = StatementDraft(one["key"], one["value"], since, one["source"])
        licences.state(by=by, id=named("statement", one["key"]), cooperative=party, draft=stated, now=moment(anchor))


def _finding(one: dict[str, Any], number: int) -> UUID:
    return named("finding", one["key"], number)


def _cooperative(place: int) -> UUID:
    return cooperative_id(chapter("cooperatives")["cooperatives"][place]["key"])
