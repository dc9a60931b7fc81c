"""What a proposal stands on, read once: mentors with room, mentees who wait, who may not go together, the costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.matching.conflicts import Conflict
from sidamping.domain.matching.pairs import Costs, Mentee, Mentor
from sidamping.domain.matching.places import Place
from sidamping.domain.problems import Refused, problem
from sidamping.features.mentors import queries as guides
from sidamping.features.needs import queries as needs
from sidamping.features.parties import queries as parties
from sidamping.features.placements.models import Plan
from sidamping.features.programmes import queries as programmes
from sidamping.platform.access import roles
from sidamping.platform.access.models import Appointment, in_force
from sidamping.platform.access.viewer import Viewer
from sidamping.rules import books
from sidamping.rules.assigning import PairCosts, pair_costs
from sidamping.rules.programme_forms import Programme

UNLIMITED = 10_000
"""Stands for no limit where a programme sets none."""
ELSEWHERE = "elsewhere"
"""The mentor is not appointed where the mentee lives."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Ground:
    """Mentors and mentees as the optimisation takes them, pairs that are out and why, and what costs what."""

    book: Programme
    mentors: tuple[Mentor, ...]
    mentees: tuple[Mentee, ...]
    waiting: Mapping[str, programmes.Unplaced]
    fitness: Mapping[str, programmes.Fitness]
    barred: tuple[Conflict, ...]
    bound: Mapping[Pair, guides.PairConflict]
    fixed: tuple[Pair, ...]
    costs: Costs
    source: PairCosts
    least: int | None

    def reason_out(self, mentor: str, mentee: str) -> str:
        """Why the pair is out: 'elsewhere' or a conflict; '' when it may be proposed."""
        found = next((one for one in self.barred if (one.mentor, one.mentee) == (mentor, mentee)), None)
        return found.kinds[0] if found else ""


def ground_of(viewer: Viewer, plan: Plan) -> Ground:
    """Everything a proposal needs; refused when the programme names no rule of assignment."""
    book = books.pinned_programme(plan.pinned)
    source = pair_costs(book, on=plan.starts, area=plan.area)
    if source is None:
        raise Refused(problem("PLACEMENTS_002", "programme", programme=book.title.text()))
    waiting = programmes.unplaced(viewer, book, plan.starts, cohort=plan.cohort_id, area=plan.area)
    kept = [one for one in waiting if not _told(plan, one.engagement_id).get("out")]
    reach = _appointed(plan.programme, plan.starts)
    people = programmes.mentors_to_choose(viewer, plan.programme)
    fitness = programmes.fitness([one.user_id for one in people], book, on=plan.starts, area=plan.area)
    able = [one for one in fitness if one.mentor_id in reach]
    clashes = guides.conflicts_of([one.mentor_id for one in able], [one.mentee_id for one in kept], plan.starts)
    mentees = _mentees(plan, kept)
    return Ground(
        book, _mentors(able), mentees, {str(one.engagement_id): one for one in kept},
        {str(one.mentor_id): one for one in able}, _barred(able, kept, reach, clashes, viewer),
        _bound(kept, clashes), _fixed(plan, able, mentees), _costs(source), source,
        programmes.limit_of(book, on=plan.starts, area=plan.area).least,
    )


def _told(plan: Plan, engagement: UUID) -> dict[str, str]:
    found = plan.told.get(str(engagement), {})
    return dict(found)


def _mentees(plan: Plan, kept: Sequence[programmes.Unplaced]) -> tuple[Mentee, ...]:
    """What the needs and the register say of each mentee, unless somebody settled it otherwise for this plan."""
    determined = needs.needs_by_engagement([one.engagement_id for one in kept])
    sectors = parties.sectors_of([one.mentee_id for one in kept])
    made = []
    for one in kept:
        told, need = _told(plan, one.engagement_id), determined.get(one.engagement_id)
        theme = told.get("theme", need.theme if need else "")
        sector = told.get("sector", sectors.get(one.mentee_id, ""))
        priority = int(told.get("priority") or one.priority)
        made.append(Mentee(str(one.engagement_id), Place(one.village_code), theme, sector, priority, one.name,
                           told.get("language", "")))
    return tuple(made)


def _mentors(able: Sequence[programmes.Fitness]) -> tuple[Mentor, ...]:
    known = guides.profiles_of([one.mentor_id for one in able])
    return tuple(
        Mentor(str(one.mentor_id), Place(known[one.mentor_id].village_code), _most(one), one.carries,
               known[one.mentor_id].themes, known[one.mentor_id].sectors, one.name, known[one.mentor_id].languages)
        for one in able
    )


def _most(one: programmes.Fitness) -> int:
    return UNLIMITED if one.most is None else one.most


def _appointed(programme: str, on: date) -> dict[UUID, tuple[str, ...]]:
    """Mentor → prefixes of the areas of the appointments in force on the day."""
    rows = Appointment.objects.filter(
        in_force(on), role=roles.MENTOR, programme__in=("", programme), subject_id__isnull=True
    )
    found: dict[UUID, list[str]] = {}
    for user, area in rows.values_list("user_id", "area_id"):
        found.setdefault(user, []).append(area or "")
    return {user: tuple(areas) for user, areas in found.items()}


def _barred(
    able: Sequence[programmes.Fitness], kept: Sequence[programmes.Unplaced], reach: Mapping[UUID, tuple[str, ...]],
    clashes: Sequence[guides.PairConflict], viewer: Viewer,
) -> tuple[Conflict, ...]:
    """Pairs that are out: appointed elsewhere, or in a conflict that nobody else has let in."""
    by_mentee = {one.mentee_id: str(one.engagement_id) for one in kept}
    out = [Conflict(str(one.mentor_id), by_mentee[one.mentee_id], one.kinds) for one in clashes
           if not _let_in(one, viewer)]
    for mentor in able:
        areas = reach[mentor.mentor_id]
        if "" not in areas:
            out += [Conflict(str(mentor.mentor_id), str(one.engagement_id), (ELSEWHERE,)) for one in kept
                    if not one.village_code.startswith(areas)]
    return tuple(out)


def _let_in(clash: guides.PairConflict, viewer: Viewer) -> bool:
    """Whoever applies the plan may not be the one who let the conflict in."""
    return clash.waived and clash.decision is not None and clash.decision.by != viewer.user_id


def _bound(
    kept: Sequence[programmes.Unplaced], clashes: Sequence[guides.PairConflict]
) -> dict[Pair, guides.PairConflict]:
    by_mentee = {one.mentee_id: str(one.engagement_id) for one in kept}
    return {(str(one.mentor_id), by_mentee[one.mentee_id]): one for one in clashes}


def _fixed(
    plan: Plan, able: Sequence[programmes.Fitness], mentees: Sequence[Mentee]
) -> tuple[Pair, ...]:
    """Fixed pairs of mentees who still wait; the domain says what is wrong with the others."""
    waiting = {one.id for one in mentees}
    told = ((str(said.get("mentor", "")), engagement) for engagement, said in plan.told.items())
    return tuple((mentor, mentee) for mentor, mentee in told if mentor and mentee in waiting)


def _costs(source: PairCosts) -> Costs:
    return Costs(
        source.theme_missing, source.sector_missing, source.each_km, source.each_mentee, source.unplaced,
        source.by_area, source.language_missing,
    )
