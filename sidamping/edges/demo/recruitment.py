"""The mentors of the modern cooperatives: six apply, two are appointed, one of whom attended the whole induction.

The call of the next round is open on the day of the story, with two who have just applied.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from sidamping.edges.demo.cohorts import LEADER, MODERN, NEXT, begins, cohort_id
from sidamping.edges.demo.diary import moment
from sidamping.edges.demo.people import user_id, viewer
from sidamping.edges.demo.story import chapter, named
from sidamping.features.recruitment import services
from sidamping.features.recruitment.queries import public_call

STAGES = ("administrative", "competence")
CRITERIA = {
    "administrative": ("complete", "compliant", "basic"),
    "competence": ("education", "experience", "certificates", "fit"),
}
CALL, NEXT_CALL = named("call", MODERN), named("call", NEXT)


def tell_recruitment(starts: date, anchor: date) -> None:
    """Call, applications, stages, interviews with a tie, letters, and two sessions of the induction."""
    story, first = chapter("recruitment"), begins(MODERN, starts)
    _open(CALL, MODERN, story, _day(story, first, "opens"), _day(story, first, "closes"))
    for row in story["candidates"]:
        _apply(CALL, row, first + timedelta(days=row["day"]))
    interviewed = [row for row in story["candidates"] if _select(story, row, first)]
    for row in interviewed:
        _interview(story, row, first)
    for row in interviewed:
        _decide(row, "interview", _day(story, first, "decided"), "account" in row, reasons=("rank",))
    _appoint(story, [row for row in interviewed if "account" in row], first)
    for row in story["sessions"]:
        _hold(row, first)
    _tell_next(story["next"], anchor)


def _tell_next(story: dict[str, Any], anchor: date) -> None:
    opens = anchor - timedelta(days=story["opens_ago"])
    _open(NEXT_CALL, NEXT, story, opens, anchor + timedelta(days=story["closes_in"]))
    for row in story["candidates"]:
        _apply(NEXT_CALL, row, anchor - timedelta(days=row["ago"]))


def _open(call: UUID, round_key: str, story: dict[str, Any], opens: date, closes: date) -> None:
    positions = tuple(services.PositionDraft(**one) for one in story["positions"])
    draft = services.CallDraft(opens, closes, positions, story["requirements"])
    services.open_call(by=viewer(LEADER, opens), id=call, cohort=cohort_id(round_key), draft=draft, on=opens)


def _apply(call: UUID, row: dict[str, Any], day: date) -> None:
    card = public_call(call)
    assert card is not None  # opened above
    position = next(one.id for one in card.positions if one.theme == row["theme"])
    draft = services.ApplicationDraft(
        position, row["name"], row["nik"], row["phone"], row["village"], row["education"], row["experience"],
        origin="contract" if "employer" in row else "public", employer=row.get("employer", ""),
        training_alumni=row.get("alumni", False), consent=True, documents=tuple(_documents(row)),
    )
    by = viewer(row["account"], day) if "account" in row else None
    services.apply(by=by, id=_candidate(row), call=call, draft=draft, now=moment(day, 10), on=day)


def _documents(row: dict[str, Any]) -> list[services.DocumentDraft]:
    found = [services.DocumentDraft("cv", "cv.pdf", _paper("CV", row["key"]))]
    if told := row.get("certificate"):
        found.append(services.DocumentDraft(
            "certificate", "sertifikat.pdf", _paper("Sertifikat", row["key"]), told["title"], told["issuer"],
            told["number"], told["issued"], told["expires"],
        ))
    return found


def _select(story: dict[str, Any], row: dict[str, Any], first: date) -> bool:
    """Administrative and competence; whether the candidate came to the interview."""
    refused = row.get("refused", {})
    for stage in STAGES:
        passed = refused.get("stage") != stage
        _decide(row, stage, _day(story, first, stage), passed, refused.get("reasons", ()), refused.get("remark", ""))
        if not passed:
            return False
    return True


def _interview(story: dict[str, Any], row: dict[str, Any], first: date) -> None:
    day, people = _day(story, first, "interview"), [user_id(name) for name in story["interviewers"]]
    services.set_panel(by=viewer(LEADER, day), candidacy=_candidate(row), people=people, on=day, place=story["place"])
    for name, marks in zip(story["interviewers"], row["marks"], strict=True):
        services.hand_in_marks(by=viewer(name, day), candidacy=_candidate(row), marks=marks, now=moment(day, 14))


def _decide(
    row: dict[str, Any], stage: str, day: date, passed: bool, reasons: Any = (), remark: str = ""
) -> None:
    met = {code: passed for code in CRITERIA.get(stage, ())}
    draft = services.DecisionDraft(stage, passed, day, met, () if passed else tuple(reasons), remark)
    id = named("decision", row["key"], stage)
    services.decide(by=viewer(LEADER, day), id=id, candidacy=_candidate(row), draft=draft)


def _appoint(story: dict[str, Any], rows: list[dict[str, Any]], first: date) -> None:
    day = _day(story, first, "appointed")
    services.appoint(
        by=viewer(LEADER, day), call=CALL, chosen=[services.AppointmentDraft(_candidate(row)) for row in rows], on=day,
        starts=day, ends=_day(story, first, "ends"), place="Kupang", area="53.01",
    )


def _hold(row: dict[str, Any], first: date) -> None:
    day, id = first + timedelta(days=row["day"]), named("session", row["key"])
    draft = services.SessionDraft(row["code"], day, time(9), row.get("place", ""), row.get("link", ""))
    by = viewer(LEADER, day)
    services.schedule_session(by=by, id=id, cohort=cohort_id(MODERN), draft=draft)
    present = {named("candidate", key) for key in row["present"]}
    services.record_attendance(by=by, session=id, present=present, on=day)


def _candidate(row: dict[str, Any]) -> UUID:
    return named("candidate", row["key"])


def _day(story: dict[str, Any], first: date, key: str) -> date:
    return first + timedelta(days=story[key])


def _paper(kind: str, key: str) -> bytes:
    """A small PDF that stands for a paper handed in."""
    return f"%PDF-1.4 1 0 obj<<>>endobj % {kind} {key}\ntrailer<<>> %%EOF".encode()
