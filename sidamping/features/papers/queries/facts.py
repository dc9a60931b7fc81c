"""Turns records of field work into the facts a paper is composed from. Unscoped: the caller has scoped the paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sidamping.domain.papers import words
from sidamping.domain.papers.facts import (
    EvaluationFact,
    ObservationFact,
    PhotoFact,
    PlanFact,
    ProblemFact,
    Records,
    SignerFact,
    Subject,
    VisitFact,
)
from sidamping.features.fieldwork import queries as fieldwork
from sidamping.features.fieldwork.queries import EvaluationLine, PlanLine, ProblemLine, VisitLine
from sidamping.features.papers.models import Paper
from sidamping.features.papers.queries import chain
from sidamping.features.papers.queries.indicators import indicator_facts
from sidamping.features.papers.queries.networks import networks_told
from sidamping.features.papers.queries.scope import cooperative_of
from sidamping.features.parties.queries import chair_on
from sidamping.features.programmes.queries import coordinator_for, mentor_engagements
from sidamping.platform.territory.queries import names_of
from sidamping.rules.books import label, programme

NAMES = ("mentor", "engagement__mentee__business", "engagement__village__parent__parent")
"""What a paper is joined with before facts are gathered."""
EVALUATED = frozenset({"monev-usaha-anggota", "monev-triwulan-usaha-anggota", "akhir-usaha-anggota"})
"""Reports of monitoring and evaluation: indicators and the business network count in them."""


def subject_of(paper: Paper) -> Subject:
    """Whom and where the paper is about."""
    title = programme(paper.programme, paper.period_end).title.id
    if paper.engagement is None:
        return Subject(str(paper.mentor), names_of([paper.regency]).get(paper.regency, ""), title)
    mentee, village = paper.engagement.mentee, paper.engagement.village
    district = village.parent
    regency = district.parent.name if district and district.parent else ""
    return Subject(
        str(paper.mentor), regency, title, mentee.name, mentee.address, village.name,
        district.name if district else "", cooperative_of(paper) is not None,
    )


def records_of(paper: Paper, on: date) -> Records:
    """Everything recorded for the paper's period, and who signs on the day; figures have sources of their own."""
    start, end = paper.period_start, paper.period_end
    engagement = paper.engagement_id
    if paper.kind == chain.KIND:
        return Records(signers=signers_of(paper, on))
    visits = _visits(paper)
    wanted = [engagement] if engagement else _carried(paper)
    plan = fieldwork.plan_between([paper.mentor_id], start, end, engagement_ids=wanted)
    evaluated = paper.kind in EVALUATED
    chaptered = evaluated or paper.kind == "lap-tahunan"
    return Records(
        visits=tuple(_visit(one, engagement) for one in visits),
        plan=tuple(_plan(one) for one in plan),
        problems=_problems(engagement, end) if engagement and chaptered else (),
        evaluations=_evaluations(engagement, start, end) if engagement and chaptered else (),
        observations=_observations(engagement, end) if engagement and chaptered else (),
        photos=_photos(visits) if chaptered else (),
        signers=signers_of(paper, on),
        indicators=indicator_facts(engagement, end) if engagement and evaluated else (),
        networks=networks_told(engagement, start, end) if engagement and evaluated else (),
    )


def signers_of(paper: Paper, on: date) -> tuple[SignerFact, ...]:
    """The names to print: chair and coordinator in office on the day, and the mentor."""
    found = [SignerFact("mentor", str(paper.mentor), paper.mentor.nip)]
    official = coordinator_for(paper.programme, paper.regency, on)
    if official:
        found.append(SignerFact("coordinator", official.name, official.nip))
    cooperative = cooperative_of(paper)
    chair = chair_on(cooperative, on) if cooperative else None
    if chair:
        found.append(SignerFact("chair", chair.name))
    return tuple(found)


def _visits(paper: Paper) -> tuple[VisitLine, ...]:
    start, end = paper.period_start, paper.period_end
    if paper.engagement_id:
        return fieldwork.visits_between(start=start, end=end, engagement_ids=[paper.engagement_id])
    found = fieldwork.visits_between(start=start, end=end, mentor_id=paper.mentor_id)
    return tuple(one for one in found if one.programme == paper.programme)


def _visit(one: VisitLine, engagement: UUID | None) -> VisitFact:
    return VisitFact(
        one.id, one.visited_on, one.where, one.activity, one.purpose, one.result, one.starts_at, one.ends_at,
        one.material_told, one.obstacles, one.advice, one.remarks, _target(one, engagement),
        label("visit-modes", one.mode), _share(one, engagement), tuple(met.mentee_name for met in one.mentees),
    )


def _target(one: VisitLine, engagement: UUID | None) -> str:
    """Whom the visit was for: as planned, else who attended, else how many."""
    if one.plan_target:
        return one.plan_target
    met = [met for met in one.mentees if engagement in (None, met.engagement_id)]
    names = [name for part in met for name in part.attendees]
    counted = [part.headcount for part in met if part.headcount is not None]
    return ", ".join(names) or (f"{sum(counted)} orang" if counted else words.NOT_REPORTED)


def _share(one: VisitLine, engagement: UUID | None) -> int | None:
    """The cost of a visit, or this mentee's equal part of it; what does not divide falls on the first ones."""
    if engagement is None or one.cost is None:
        return one.cost
    met = sorted(str(part.engagement_id) for part in one.mentees)
    part, rest = divmod(one.cost, len(met))
    return part + (1 if met.index(str(engagement)) < rest else 0)


def _plan(one: PlanLine) -> PlanFact:
    return PlanFact(
        one.id, one.planned_on, one.concern, one.activity, one.purpose, one.target,
        label("mentoring-methods", one.method), one.place, one.starts_at, one.mentee_name,
    )


def _carried(paper: Paper) -> list[UUID]:
    """The engagements of a mentor's own paper: a mentor of two programmes writes a plan for each."""
    cards = mentor_engagements(paper.mentor_id, paper.period_start, paper.period_end)
    return [card.id for card in cards if card.programme == paper.programme]


def _problems(engagement: UUID, until: date) -> tuple[ProblemFact, ...]:
    return tuple(_problem(one, until) for one in fieldwork.problems_of(engagement) if one.found_on <= until)


def _problem(one: ProblemLine, until: date) -> ProblemFact:
    chosen = next((way.text for way in one.alternatives if way.chosen), "")
    seen = [outcome for outcome in one.outcomes if outcome.seen_on <= until]
    last = seen[-1].text if seen else ""
    cause = one.causes[-1] if one.causes else ""
    return ProblemFact(one.id, one.title, one.found_on, cause, chosen, last, any(outcome.solved for outcome in seen))


def _evaluations(engagement: UUID, start: date, end: date) -> tuple[EvaluationFact, ...]:
    found: Iterable[EvaluationLine] = reversed(fieldwork.evaluations_of(engagement))
    return tuple(
        EvaluationFact(one.id, one.held_on, one.went_well, one.difficulties, one.next_plan)
        for one in found
        if start <= one.held_on <= end
    )


def _observations(engagement: UUID, until: date) -> tuple[ObservationFact, ...]:
    one = fieldwork.observation_of(engagement)
    if one is None or one.observed_on > until:
        return ()
    findings = [f"{label('observation-topics', topic)}: {text}" for topic, text in one.findings.items() if text.strip()]
    return (ObservationFact(one.id, one.observed_on, (*findings, one.potentials, one.needs)),)


def _photos(visits: Iterable[VisitLine]) -> tuple[PhotoFact, ...]:
    lines = {one.id: one for one in visits}
    return tuple(
        PhotoFact(photo.id, photo.sha256, photo.caption or lines[visit].activity, visit)
        for visit, photos in sorted(fieldwork.photos_of(lines).items(), key=lambda pair: str(pair[0]))
        for photo in photos
    )
