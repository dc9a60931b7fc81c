"""Takes in what a field phone recorded: reads the body, builds the draft, calls the service that the pages call too.

`by` is the owner on the day that counts for the record; a repetition is a success, and every fault is told at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sidamping.domain.problems import Refused, problem
from sidamping.domain.sync import Facts
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.forms.bodies import (
    AlternativeIn,
    ChoiceIn,
    EvaluationIn,
    FollowUpClosedIn,
    LaterFollowUpIn,
    ObservationIn,
    OutcomeIn,
    PlanItemIn,
    ProblemIn,
    VisitIn,
    VisitRevisionIn,
)
from sidamping.features.fieldwork.queries.vocabulary import LABELS
from sidamping.features.programmes.queries import engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.bodies import read_body

Body = Mapping[str, Any]
V = TypeVar("V", bound=VisitIn)
CONFLICTS = frozenset({"FIELDWORK_024", "FIELDWORK_025", "FIELDWORK_027", "FIELDWORK_031", "GENERAL_003"})
"""Refusals that say: somebody was here before. Both contents are kept and people choose."""

TEXTS = (
    "visited_on", "mode", "place", "activity", "purpose", "material", "result", "obstacles", "advice", "remarks",
    "source",
)
SEVERAL = ("topics", "roles")


def visit(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    """A logbook entry; chosen over the one in force, it becomes a correction of that."""
    sent = _with_village(by, read_body(VisitIn, {"village": "", **body}, id=facts.id))
    if facts.instead:
        return _correct(by, facts.instead, sent, facts.why, now)
    return services.record_visit(by=by, draft=sent.draft(), on=by.on, now=now)


def visit_revision(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    """A corrected entry; forced without the entry itself, it becomes the entry."""
    sent = _with_village(by, read_body(VisitRevisionIn, {"village": "", **body}, id=body.get("visit")))
    if facts.instead:
        return _correct(by, facts.instead, sent, facts.why or sent.reason, now)
    if facts.forced and not queries.visit_stands(sent.id):
        return services.record_visit(by=by, draft=sent.draft(), on=by.on, now=now)
    if facts.replaces is None:
        raise Refused(problem("GENERAL_001", "replaces", label=LABELS["replaces"]))
    services.revise_visit(
        by=by, revision=facts.id, seen=queries.state_meant(sent.id, facts.replaces), draft=sent.draft(facts.id),
        reason=sent.reason, on=by.on, now=now,
    )  # fmt: skip
    return sent.id


def visit_in_force(by: Viewer, id: UUID, body: Body) -> dict[str, Any] | None:
    """The visit as it stands, in the fields in which a phone writes it; None when there is none of the owner's."""
    found = queries.own_visit(by, read_id(str(body.get("visit", id))) or id)
    if found is None:
        return None
    told = {name: str(getattr(found, name)) for name in TEXTS} | {name: list(getattr(found, name)) for name in SEVERAL}
    met = [
        {"engagement": str(one.engagement_id), "attendees": list(one.attendees), "headcount": one.headcount}
        for one in found.mentees
    ]
    times = {name: f"{getattr(found, name):%H:%M}" for name in ("starts_at", "ends_at")}
    kept = {
        "village": found.village_code, "cost": found.cost, "plan_item": found.plan_item_id and str(found.plan_item_id),
        "latitude": found.latitude and str(found.latitude), "longitude": found.longitude and str(found.longitude),
        "accuracy_m": found.accuracy_m, "materials": [one.code for one in found.materials],
    }  # fmt: skip
    return {**told, **times, **kept, "presences": met}


def visit_photo(by: Viewer, subject: UUID, name: str, content: bytes) -> UUID:
    """A photo of a visit that is on record."""
    return services.add_photo(by=by, visit_id=subject, name=name, content=content)


def logged_problem(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    draft = read_body(ProblemIn, body, id=facts.id).draft()
    if facts.instead:
        return services.take_problem(by=by, draft=draft, why=facts.why, on=by.on)
    return services.log_problem(by=by, draft=draft, on=by.on)


def alternative(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    draft = read_body(AlternativeIn, body, id=facts.id).draft()
    if facts.instead:
        return services.take_alternative(by=by, draft=draft, instead=facts.instead, on=by.on)
    return services.add_alternative(by=by, draft=draft, on=by.on)


def choice(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    return services.record_choice(by=by, draft=read_body(ChoiceIn, body, id=facts.id).draft(), on=by.on)


def outcome(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    draft = read_body(OutcomeIn, body, id=facts.id).draft()
    if facts.instead:
        return services.take_outcome(by=by, draft=draft, instead=facts.instead, on=by.on)
    return services.record_outcome(by=by, draft=draft, on=by.on)


def plan_item(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    draft = read_body(PlanItemIn, body, id=facts.id).draft()
    if facts.instead:
        return services.take_plan_item(by=by, draft=draft, why=facts.why, on=by.on)
    return services.plan_activity(by=by, draft=draft, on=by.on)[0]


def observation(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    sent = read_body(ObservationIn, body, id=facts.id, replaces=facts.replaces)
    if facts.instead:
        return services.take_observation(by=by, draft=sent.draft(), instead=facts.instead, on=by.on)
    return services.record_observation(by=by, draft=sent.draft(), on=by.on)


def evaluation(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    draft = read_body(EvaluationIn, body, id=facts.id).draft()
    if facts.instead:
        return services.take_evaluation(by=by, draft=draft, instead=facts.instead, on=by.on)
    return services.record_evaluation(by=by, draft=draft, on=by.on)


def follow_up(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    sent = read_body(LaterFollowUpIn, body, id=facts.id)
    draft, about = sent.draft(facts.id), {"visit_id": sent.visit, "problem_id": sent.problem}
    if facts.instead:
        return services.take_follow_up(by=by, draft=draft, instead=facts.instead, on=by.on, **about)
    return services.add_follow_up(by=by, draft=draft, on=by.on, **about)


def follow_up_closed(by: Viewer, facts: Facts, body: Body, now: datetime) -> UUID:
    """A promise kept, on the day told, which has come by the day that counts."""
    sent = read_body(FollowUpClosedIn, body)
    day = sent.closed_on or by.on
    if day > by.on:
        label = LABELS["closed_on"]
        raise Refused(problem("FIELDWORK_002", "closed_on", label=label, day=day, latest=by.on))
    return services.close_follow_up(by=by, follow_up_id=sent.follow_up, note=sent.note, on=day)


def _correct(by: Viewer, revision: UUID, sent: VisitIn, reason: str, now: datetime) -> UUID:
    """The content over the state in force, whichever that is by now."""
    current = queries.state_in_force(sent.id)
    if current is None:
        return services.record_visit(by=by, draft=sent.draft(), on=by.on, now=now)
    draft = sent.draft(revision)
    services.revise_visit(by=by, revision=revision, seen=current, draft=draft, reason=reason, on=by.on, now=now)
    return sent.id


def _with_village(by: Viewer, sent: V) -> V:
    """Left empty, the village is that of the first mentee met."""
    if sent.village or not sent.presences:
        return sent
    card = engagement_card(by, sent.presences[0].engagement, walked=False)
    return sent.model_copy(update={"village": card.village_code}) if card else sent
