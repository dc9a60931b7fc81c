"""Whether a mentee may be given to a mentor: appointed, with room, without a conflict that nobody let in (A13, C13).

Two who assign the same mentor at once take turns, so that the ratio holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.matching.conflicts import Waiver, waiver_faults
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.domain.selection.readiness import Wish, assignment_faults
from sidamping.features.mentors import queries as mentors
from sidamping.features.programmes.models import Engagement, Path
from sidamping.features.programmes.queries import officials
from sidamping.features.programmes.queries.assigning import ASSIGN, limit_of, loads_of
from sidamping.features.programmes.services.steps import open_steps, record_step
from sidamping.platform.access import roles
from sidamping.platform.access.queries import user_names
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.locks import take_turns
from sidamping.rules.books import pinned_programme

UNLIMITED = 10_000
"""Stands for no limit where a programme sets none."""


@dataclass(frozen=True)
class Taking:
    """Somebody is to carry a mentee from a day on; `over` is the reason for one more than the ratio allows."""

    host: Engagement
    mentor: UUID
    starts: date
    ends: date | None = None
    over: str = ""
    where: str = "mentor"


Stretch = tuple[str, date, date | None]
"""Programme, first and last day of an assignment that is wished for."""


@dataclass(frozen=True)
class _Ground:
    """What the checks of any number of pairs stand on, read once."""

    names: Mapping[UUID, str]
    mentees: Mapping[UUID, str]
    clashes: Mapping[tuple[UUID, UUID], mentors.PairConflict]
    known: Mapping[UUID, mentors.MentorFacts]
    loads: Mapping[Stretch, Mapping[UUID, int]]
    appointed: Mapping[tuple[str, str, date], frozenset[UUID]]

    def name(self, user: UUID) -> str:
        return self.names.get(user, "?")


def lock_mentors(users: Collection[UUID]) -> None:
    """Wait until nobody else assigns one of the mentors; always in the same order, so that nobody waits for ever."""
    for user in sorted(set(users), key=str):
        take_turns(user)


def taking_faults(by: Viewer | None, wanted: Sequence[Taking]) -> list[Problem]:
    """Everything against the pairs, each at its own field; those of one mentor count together."""
    lock_mentors([one.mentor for one in wanted])
    ground = _ground(wanted)
    taken: dict[tuple[UUID, str], int] = {}
    faults: list[Problem] = []
    for one in wanted:
        key = (one.mentor, one.host.programme)
        faults += [*_appointed(one, ground), *_limits(one, ground, taken.get(key, 0)), *_let_in(by, one, ground)]
        taken[key] = taken.get(key, 0) + 1
    return faults


def mark_assigned(by: Viewer | None, host: Engagement, on: date, source: UUID) -> None:
    """Do the step of assigning, where the programme has it; while its gate is shut it is left for the people."""
    book = pinned_programme(host.pinned)
    path = Path.objects.get(pk=host.path_id)
    day = min(on, by.on) if by else on
    if ASSIGN not in {step.code for step in book.steps_of(path.subject)} or ASSIGN not in open_steps(path, day):
        return
    try:
        record_step(by=by, path=path.pk, step=ASSIGN, done_on=day, source_id=source, trusted=True)
    except Refused as refused:
        if set(refused.codes) - {"PROGRAMMES_010", "PROGRAMMES_012", "PROGRAMMES_068"}:
            raise


def _ground(wanted: Sequence[Taking]) -> _Ground:
    users = {one.mentor for one in wanted}
    mentees = {one.host.mentee_id: one.host.mentee.name for one in wanted}
    hosts = [one.host.pk for one in wanted]
    clashes = {
        (found.mentor_id, found.mentee_id): found for day in {one.starts for one in wanted}
        for found in mentors.conflicts_of(users, mentees, day)
    }
    stretches = {(one.host.programme, one.starts, one.ends) for one in wanted}
    loads = {stretch: loads_of(users, *stretch, hosts) for stretch in stretches}
    places = {(one.host.programme, one.host.village_id, one.starts) for one in wanted}
    appointed = {place: _mentors_of(*place) for place in places}
    return _Ground(user_names(users), mentees, clashes, mentors.profiles_of(users), loads, appointed)


def _mentors_of(programme: str, village: str, on: date) -> frozenset[UUID]:
    return frozenset(found.user_id for found in officials(programme, roles.MENTOR, village, on))


def _appointed(one: Taking, ground: _Ground) -> Iterable[Problem]:
    """The mentor must be appointed in the programme and area on the day the assignment starts."""
    if one.mentor not in ground.appointed[one.host.programme, one.host.village_id, one.starts]:
        yield problem("PROGRAMMES_007", one.where, name=ground.name(one.mentor), day=one.starts)


def _limits(one: Taking, ground: _Ground, taken: int) -> list[Problem]:
    """Over the ratio of the programme, or over the mentor's own limit, only with a reason."""
    limit = limit_of(pinned_programme(one.host.pinned), on=one.starts, area=one.host.village_id)
    own = ground.known[one.mentor].capacity if one.mentor in ground.known else None
    most = own if own is not None else limit.most
    load = ground.loads[one.host.programme, one.starts, one.ends][one.mentor] + taken
    mentee = ground.mentees[one.host.mentee_id]
    wish = Wish(ground.name(one.mentor), mentee, load, UNLIMITED if most is None else most, why_over=one.over)
    return [Problem(fault.code, one.where, fault.values) for fault in assignment_faults(wish)]


def _let_in(by: Viewer | None, one: Taking, ground: _Ground) -> list[Problem]:
    """A conflict must have been let in, by neither who assigns nor the mentor."""
    clash = ground.clashes.get((one.mentor, one.host.mentee_id))
    if clash is None:
        return []
    told = {"mentor": ground.name(one.mentor), "mentee": ground.mentees[one.host.mentee_id]}
    if clash.decision is None or not clash.waived:
        return [problem("PROGRAMMES_059", one.where, **told)]
    waiver = Waiver(str(one.mentor), str(one.host.mentee_id), str(clash.decision.by), clash.decision.why)
    asks = str(by.user_id) if by else ""
    return [
        Problem(fault.code, one.where, fault.values)
        for fault in waiver_faults(waiver, proposer=asks, mentor_user=str(one.mentor))
    ]
