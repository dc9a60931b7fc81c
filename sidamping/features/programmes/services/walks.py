"""A path taken up for writing: locked, with whose it is, which roles the writer has there, and what stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from sidamping.domain import workflow
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.programmes.models import Assignment, Cohort, Engagement, Path, StepRecord
from sidamping.features.programmes.queries import engagement_ids
from sidamping.features.programmes.queries.acting import roles_over
from sidamping.features.programmes.queries.facts import Facts, facts_of
from sidamping.features.programmes.queries.records import Told, records_of
from sidamping.features.programmes.queries.words import Words, words_of
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme
from sidamping.rules.programme_forms import Programme, Step


@dataclass(frozen=True)
class Walk:
    """One path with its surroundings; `held` are the writer's roles over it."""

    path: Path
    host: Engagement | None
    led: Cohort | None
    area: str
    held: frozenset[str]
    book: Programme
    words: Words

    @property
    def subject(self) -> UUID:
        """What the trail speaks of: the mentoring, the cohort, else the path itself."""
        found = self.host or self.led
        return found.pk if found else self.path.pk

    @property
    def regency(self) -> str:
        return self.host.regency if self.host else self.area[:5]

    def last_day(self, step: Step) -> date | None:
        """Until when a step may be done; steps of the last stage may follow after the end."""
        last = self.book.stages[-1].code if self.book.stages else ""
        return self.host.ends if self.host and not (last and step.stage == last) else None

    def records(self, on: date) -> tuple[Told, ...]:
        return records_of([self.path], on)[self.path.pk]

    def facts(self) -> Facts:
        """What is known of the mentee, where the programme asks for it."""
        asked = any(step.applies for step in self.book.steps)
        return facts_of([self.path.pk])[self.path.pk] if asked else {}

    def carried(self, by: Viewer, on: date) -> bool:
        """Whether the writer carries the mentee on the day, or carried it to its end."""
        if self.host is None:
            return self.path.person_id == by.user_id
        day = min(on, self.host.ends) if self.host.ends else on
        rows = Assignment.objects.filter(Q(ends__isnull=True) | Q(ends__gte=day), starts__lte=day)
        return rows.filter(engagement=self.host, mentor=by.user_id).exists()


def walk_of(by: Viewer | None, path: UUID | None, engagement: UUID | None, village: str, trusted: bool) -> Walk:
    """The path, locked so that two writers take turns; refused outside the writer's reach unless it was checked."""
    wanted = Q(pk=path) if path else Q(engagement=engagement)
    row = Path.objects.select_for_update(of=("self",)).select_related("cohort__path").filter(wanted).first()
    if row is None:
        raise Refused(_unknown(engagement))
    host = Engagement.objects.filter(path=row).first()
    led = Cohort.objects.filter(path=row).first() if row.subject == Path.Subject.COHORT else None
    area = host.village_id if host else led.area if led else village or (row.cohort.area if row.cohort else "")
    held = roles_over(by, row, host, area) if by else frozenset()
    if not trusted and not _reached(by, host, held):
        raise Refused(_unknown(engagement))
    book = pinned_programme(row.pinned)
    return Walk(row, host, led, area, held, book, words_of(book))


def behind(walk: Walk, step: str, on: date) -> list[workflow.Record]:
    """Records of other paths that stand on a step of this one: of a cohort's mentees, of a mentor's."""
    later = [one.code for one in walk.book.steps if step in one.needs]
    if walk.path.subject == Path.Subject.MENTEE or not later:
        return []
    rows = StepRecord.objects.filter(step__in=later, taken_back_by__isnull=True, done_on__lte=on)
    rows = rows.exclude(kind=StepRecord.Kind.REVERSED).exclude(path=walk.path)
    return [workflow.Record(code, day) for code, day in rows.filter(_dependent(walk)).values_list("step", "done_on")]


def mentorings_behind(walk: Walk) -> tuple[Engagement, ...]:
    """The mentorings whose gates a step of this path opens: its own, its cohort's, those its mentor carries."""
    if walk.path.subject == Path.Subject.MENTEE:
        return (walk.host,) if walk.host else ()
    rows = Engagement.objects.order_by("pk")
    if walk.led is not None:
        return tuple(rows.filter(path__cohort=walk.led))
    carried = Assignment.objects.filter(mentor=walk.path.person_id).values("engagement")
    return tuple(rows.filter(path__cohort=walk.path.cohort_id, pk__in=carried))


def _dependent(walk: Walk) -> Q:
    if walk.led is not None:
        return Q(path__cohort=walk.led)
    carried = Assignment.objects.filter(mentor=walk.path.person_id).values("engagement__path")
    return Q(path__cohort=walk.path.cohort_id, path__in=carried)


def _reached(by: Viewer | None, host: Engagement | None, held: frozenset[str]) -> bool:
    if by is None:
        return False
    return engagement_ids(by).filter(pk=host.pk).exists() if host else bool(held)


def _unknown(engagement: UUID | None) -> Problem:
    return problem("PROGRAMMES_001", "engagement") if engagement else problem("PROGRAMMES_069", "path")
