"""Whether a mentor may take one mentee more: load against the ratio, certificates, induction, conflicts (A13, C2, C13).

Everything is counted for the day asked, and says the rule it comes from. Unscoped: callers have looked up the mentee.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from sidamping.features.mentors import queries as mentors
from sidamping.features.programmes.models import Assignment, StepRecord
from sidamping.features.programmes.queries.cards import EngagementCard
from sidamping.features.programmes.queries.scope import MANAGERS
from sidamping.platform.access.reach import covers
from sidamping.platform.access.viewer import Viewer
from sidamping.rules import books
from sidamping.rules.assigning import LoadLimit, load_limit
from sidamping.rules.in_force import NotInForce
from sidamping.rules.programme_forms import Programme
from sidamping.rules.trace import RuleRef

ASSIGN = "assign"
"""The step that giving a mentee to a mentor does, in programmes that have it."""
HELD, MISSING, NONE = "held", "missing", ""


@dataclass(frozen=True)
class Fitness:
    """What speaks for and against one mentor: `most` None where nothing limits; `most_why` when the profile sets it.

    `certificate` is the best state held, `induction` held or missing; both are empty where nothing asks for them.
    """

    mentor_id: UUID
    name: str
    carries: int
    most: int | None
    source: RuleRef | None
    most_why: str
    certificate: str
    certificate_until: date | None
    induction: str
    conflict: mentors.PairConflict | None = None

    @property
    def full(self) -> bool:
        return self.most is not None and self.carries >= self.most

    @property
    def barred(self) -> bool:
        """Whether a conflict of interest keeps the mentor out today."""
        return self.conflict is not None and not self.conflict.waived


def assigners(book: Programme) -> tuple[str, ...]:
    """Roles that assign mentors in a programme: those that manage everywhere, and those its step names."""
    own = next((step for step in book.steps if step.code == ASSIGN), None)
    return tuple(dict.fromkeys((*MANAGERS, *((*own.owners, *own.override) if own else ()))))


def assigns(viewer: Viewer, pinned: str, village: str) -> bool:
    """Whether the viewer may give a mentee of the village to a mentor, in the pinned programme."""
    book = books.pinned_programme(pinned)
    return any(covers(grant, book.code, village) for grant in viewer.holding(*assigners(book)))


def limit_of(book: Programme, *, on: date, area: str) -> LoadLimit:
    """The ratio of the programme on a day; none where its rule does not hold yet."""
    try:
        return load_limit(book, on=on, area=area)
    except NotInForce:
        return LoadLimit()


def loads_of(
    users: Collection[UUID], programme: str, starts: date, ends: date | None = None, besides: Iterable[UUID] = ()
) -> dict[UUID, int]:
    """How many mentees of the programme each mentor carries at any time from the day on; zero when none."""
    rows = Assignment.objects.filter(Q(ends__isnull=True) | Q(ends__gte=starts), mentor_id__in=set(users))
    rows = rows.filter(starts__lte=ends) if ends else rows
    rows = rows.filter(engagement__programme=programme).exclude(engagement_id__in=list(besides))
    counted = rows.values_list("mentor_id").annotate(count=Count("engagement", distinct=True))
    return {user: 0 for user in users} | dict(counted)


def fitness_of(card: EngagementCard, users: Collection[UUID], on: date) -> tuple[Fitness, ...]:
    """Everything about each mentor for one mentee, those who are free and unbound first."""
    book = books.pinned_programme(card.pinned)
    inducted = inductions_of(users, book, card.cohort_id)
    clashes = {one.mentor_id: one for one in mentors.conflicts_of(users, [card.mentee_id], on)}
    made = fitness(users, book, on=on, area=card.village_code, besides=[card.id])
    whole = (_with(one, inducted.get(one.mentor_id, NONE), clashes.get(one.mentor_id)) for one in made)
    return tuple(sorted(whole, key=lambda one: (one.barred, one.full, one.carries, one.name)))


def fitness(
    users: Collection[UUID], book: Programme, *, on: date, area: str, besides: Iterable[UUID] = ()
) -> tuple[Fitness, ...]:
    """Load and certificates of the mentors in a programme on a day, without any mentee in mind."""
    limit, known = limit_of(book, on=on, area=area), mentors.profiles_of(users)
    loads = loads_of(users, book.code, on, besides=besides)
    papers = mentors.certificates_of(users, on)
    return tuple(_one(facts, loads[user], limit, papers.get(user, ())) for user, facts in known.items())


def inductions_of(users: Collection[UUID], book: Programme, cohort: UUID | None) -> Mapping[UUID, str]:
    """Whether each mentor has done the induction of the cohort; nothing where the programme asks for none."""
    if not book.induction_step or cohort is None:
        return {}
    steps = StepRecord.objects.filter(path__subject="mentor", path__cohort=cohort, path__person__in=users)
    done = steps.filter(step=book.induction_step, taken_back_by__isnull=True).exclude(kind="reversed")
    held = set(done.values_list("path__person_id", flat=True))
    return {user: HELD if user in held else MISSING for user in users}


def _one(
    facts: mentors.MentorFacts, carries: int, limit: LoadLimit, papers: tuple[mentors.CertificateLine, ...]
) -> Fitness:
    own = facts.capacity is not None
    best = next((one for state in ("valid", "expiring", "expired") for one in papers if one.state == state), None)
    return Fitness(
        facts.user_id, facts.name, carries, facts.capacity if own else limit.most, None if own else limit.source,
        facts.capacity_why if own else "", best.state if best else NONE, best.expires if best else None, NONE,
    )


def _with(one: Fitness, induction: str, conflict: mentors.PairConflict | None) -> Fitness:
    return Fitness(
        one.mentor_id, one.name, one.carries, one.most, one.source, one.most_why, one.certificate,
        one.certificate_until, induction, conflict,
    )
