"""Makes a plan, settles pairs by hand, computes the proposal, and turns chosen pairs into assignments, all or none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.matching.pairs import Left, Pair
from sidamping.domain.matching.proposal import propose
from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.placements.models import Applied, Plan
from sidamping.features.placements.queries.ground import ELSEWHERE, Ground, ground_of
from sidamping.features.placements.queries.plans import may_plan, plan_row
from sidamping.features.programmes import queries as programmes
from sidamping.features.programmes import services as assigning
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns
from sidamping.rules import books
from sidamping.rules.in_force import NotInForce

AT_ONCE = 20_000
"""Mentors times mentees up to which a plan takes under 300 ms and is computed while somebody waits."""
LISTS = {
    "theme": ("mentoring-themes", _("Tema")), "sector": ("business-sectors", _("Bidang usaha")),
    "language": ("languages", _("Bahasa yang diperlukan")), "priority": ("priority-levels", _("Prioritas")),
}  # fmt: skip
"""What may be settled besides the mentor: its list of codes, and what it is called."""
SETTLED = ("mentor", "theme", "sector", "language", "priority", "out")


@transaction.atomic
def make_plan(
    *, by: Viewer, id: UUID, programme: str, starts: date, cohort: UUID | None = None, area: str = ""
) -> UUID:
    """A plan for a cohort, or for a programme in an area, from a day on. Sent twice, at once too, it is there once."""
    take_turns(id)
    if earlier := Plan.objects.filter(pk=id).first():
        if (earlier.programme, earlier.cohort_id, earlier.starts) != (programme, cohort, starts):
            raise Refused(problem("PLACEMENTS_007"))
        return earlier.pk
    pinned = _version(programme, cohort, starts)
    if not may_plan(by, pinned, area):
        raise Refused(problem("PLACEMENTS_003", "area", seen=area or "Indonesia"))
    if not books.pinned_programme(pinned).assignment:
        raise Refused(problem("PLACEMENTS_002", "programme", programme=programme))
    row = Plan(id=id, programme=programme, pinned=pinned, cohort_id=cohort, area=area, starts=starts)
    row.made_by_id = by.user_id
    row.save(force_insert=True)
    said = {"programme": programme, "cohort": str(cohort or ""), "area": area}
    journal.record("placements.planned", by=by.user_id, subject=id, regency=area[:5], **said)
    return id


@transaction.atomic
def settle(*, by: Viewer, plan: UUID, engagement: UUID, told: Mapping[str, str]) -> None:
    """Settle a mentee of the plan by hand: a fixed mentor, other facts, or left out of it. Empty means not settled."""
    row = _locked(by, plan)
    said = {name: told[name] for name in SETTLED if told.get(name)}
    before = row.told.get(str(engagement), {})
    if said == before:
        return
    changed = {**row.told, str(engagement): said}
    row.told = {key: value for key, value in changed.items() if value}
    ground = ground_of(by, row)
    waiting = {one.engagement_id: one.name for one in programmes.unplaced(
        by, ground.book, row.starts, cohort=row.cohort_id, area=row.area)}  # fmt: skip
    if engagement not in waiting:
        raise Refused(problem("PLACEMENTS_004", "mentor", mentee="?"))
    refuse_if([*_unknown_faults(said), *_fixed_faults(ground, str(engagement), said.get("mentor", ""))])
    row.revised += 1
    row.save(update_fields=["told", "revised"])
    data = {"engagement": str(engagement), **said}
    journal.record("placements.settled", by=by.user_id, subject=plan, regency=row.area[:5], **data)


@transaction.atomic
def compute(*, by: Viewer, plan: UUID, now: datetime) -> int:
    """Compute the proposal and keep it; the number of its pairs."""
    row = _locked(by, plan)
    ground = ground_of(by, row)
    let_in = [pair for pair in ground.bound if not ground.reason_out(*pair)]
    made = propose(
        ground.mentors, ground.mentees, ground.costs, conflicts=ground.barred, let_in=let_in, fixed=ground.fixed,
        least=ground.least,
    )
    left_out = [engagement for engagement, said in row.told.items() if said.get("out")]
    row.proposal = {
        "pairs": [_pair(one, ground) for one in made.pairs],
        "left": [_left(one, ground) for one in made.unplaced],
        "few": [{"id": one.id, "name": ground.fitness[one.id].name, "village": "", "code": one.code,
                 "values": dict(one.values)} for one in made.few],
        "out": _named_out(by, row, ground, left_out),
        "cost": made.cost, "mentors": len(ground.mentors),
        "source": f"{ground.source.source.name}, {ground.source.source.cite}", "status": ground.source.source.status,
    }
    row.computed_at, row.computed_from = now, row.revised
    row.save(update_fields=["proposal", "computed_at", "computed_from"])
    journal.record("placements.computed", by=by.user_id, subject=plan, regency=row.area[:5], pairs=len(made.pairs))
    return len(made.pairs)


@transaction.atomic
def apply_plan(
    *, by: Viewer, id: UUID, plan: UUID, chosen: Collection[UUID], now: datetime, letter: str = ""
) -> int:
    """Turn the chosen pairs into assignments in one go, or none of them, with every fault at its pair."""
    row = _locked(by, plan)
    if earlier := Applied.objects.filter(pk=id).first():
        if earlier.plan_id != plan:
            raise Refused(problem("PLACEMENTS_007"))
        return len(earlier.pairs)
    pairs = [one for one in (row.proposal or {}).get("pairs", ()) if UUID(one["engagement"]) in set(chosen)]
    refuse_if([*_choice_faults(row, pairs), *_gone_faults(by, row, pairs)])
    wanted = [
        assigning.Wanted(uuid5(id, one["engagement"]), UUID(one["engagement"]), UUID(one["mentor"]), letter,
                         where=f"pair-{one['engagement']}")
        for one in pairs
    ]
    assigning.assign_many(by=by, wanted=wanted, starts=row.starts)
    Applied.objects.create(id=id, plan=row, pairs=pairs, by_id=by.user_id, at=now)
    rest = [one for one in row.proposal["pairs"] if one not in pairs] if row.proposal else []
    row.proposal = {**(row.proposal or {}), "pairs": rest}
    row.save(update_fields=["proposal"])
    journal.record("placements.applied", by=by.user_id, subject=plan, regency=row.area[:5], pairs=len(pairs))
    return len(pairs)


def size_of(by: Viewer, plan: UUID) -> int:
    """Mentors times mentees: how much there is to compute."""
    row = plan_row(by, plan)
    if row is None:
        raise Refused(problem("PLACEMENTS_001", "plan"))
    book = books.pinned_programme(row.pinned)
    waiting = programmes.unplaced(by, book, row.starts, cohort=row.cohort_id, area=row.area)
    return len(waiting) * len(programmes.mentors_to_choose(by, row.programme))


def _version(programme: str, cohort: UUID | None, starts: date) -> str:
    if cohort is not None:
        card = programmes.cohort_by_id(cohort)
        if card is None or card.programme != programme:
            raise Refused(problem("PROGRAMMES_069", "cohort"))
        return card.pinned
    try:
        return books.programme(programme, starts).version
    except NotInForce as error:
        raise Refused(problem("PROGRAMMES_002", "programme", seen=programme, day=starts)) from error


def _locked(by: Viewer, plan: UUID) -> Plan:
    if plan_row(by, plan) is None:
        raise Refused(problem("PLACEMENTS_001", "plan"))
    return Plan.objects.select_for_update().get(pk=plan)


def _unknown_faults(said: Mapping[str, str]) -> list[Problem]:
    return [
        problem("GENERAL_002", name, label=label, seen=said[name][:40]) for name, (listed, label) in LISTS.items()
        if name in said and said[name] not in books.codes_of(listed)
    ]


def _fixed_faults(ground: Ground, engagement: str, mentor: str) -> list[Problem]:
    if not mentor or engagement not in ground.waiting:
        return []
    name = ground.fitness[mentor].name if mentor in ground.fitness else "?"
    mentee = ground.waiting[engagement].name
    if mentor not in ground.fitness or ground.reason_out(mentor, engagement) == ELSEWHERE:
        return [problem("PLACEMENTS_008", "mentor", mentor=name, mentee=mentee)]
    if ground.reason_out(mentor, engagement):
        return [problem("PROGRAMMES_059", "mentor", mentor=name, mentee=mentee)]
    return []


def _choice_faults(row: Plan, pairs: list[dict[str, Any]]) -> list[Problem]:
    if row.computed_from != row.revised:
        return [problem("PLACEMENTS_006")]
    return [] if pairs else [problem("PLACEMENTS_005", "chosen")]


def _gone_faults(by: Viewer, row: Plan, pairs: list[dict[str, Any]]) -> list[Problem]:
    """Whoever got a mentor in between is told at the own pair."""
    book = books.pinned_programme(row.pinned)
    waiting = {str(one.engagement_id) for one in programmes.unplaced(
        by, book, row.starts, cohort=row.cohort_id, area=row.area)}  # fmt: skip
    return [problem("PLACEMENTS_004", f"pair-{one['engagement']}", mentee=one["mentee"])
            for one in pairs if one["engagement"] not in waiting]


def _pair(one: Pair, ground: Ground) -> dict[str, Any]:
    bound, mentee = ground.bound.get((one.mentor, one.mentee)), ground.waiting[one.mentee]
    instead, more = one.instead or ("", 0)
    return {
        "engagement": one.mentee, "mentee": mentee.name, "village": mentee.village, "mentor": one.mentor,
        "mentor_name": ground.fitness[one.mentor].name, "fixed": one.fixed,
        "because": [{"code": part.code, "cost": part.cost, "values": dict(part.values)} for part in one.parts],
        "instead": ground.fitness[instead].name if instead else "", "instead_more": more,
        "let_in": bound.decision.by_name if bound and bound.decision else "",
    }


def _left(one: Left, ground: Ground) -> dict[str, Any]:
    """Nobody is appointed there is told apart from a conflict of interest."""
    mentee = ground.waiting[one.id]
    kinds = {ground.reason_out(mentor.id, one.id) for mentor in ground.mentors}
    code = ELSEWHERE if kinds == {ELSEWHERE} else one.code
    named = [ground.fitness[mentor].name for mentor in _mentors(one)][:5]
    return {"id": one.id, "name": mentee.name, "village": mentee.village, "code": code, "values": {"mentors": named}}


def _mentors(one: Left) -> list[str]:
    found = one.values.get("mentors", ())
    return list(found) if isinstance(found, tuple) else []


def _named_out(by: Viewer, row: Plan, ground: Ground, ids: list[str]) -> list[dict[str, Any]]:
    waiting = programmes.unplaced(by, ground.book, row.starts, cohort=row.cohort_id, area=row.area)
    known = {str(one.engagement_id): one for one in waiting}
    return [{"id": id, "name": known[id].name, "village": known[id].village, "code": "out", "values": {}}
            for id in ids if id in known]
