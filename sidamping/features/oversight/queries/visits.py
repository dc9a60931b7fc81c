"""Visits of a month with their confirmations: what is there, what is missing, what speaks against; shares per mentor.

Nothing is scored: whatever is missing is named, and every share stands with its denominator (B10).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sidamping.domain.cohorts.confirmations import AGAINST, CONFIRMED, Triangulated, coverage, triangulate
from sidamping.domain.cohorts.shares import Share
from sidamping.domain.cohorts.whereabouts import by_day, near
from sidamping.domain.periods import Month
from sidamping.features.fieldwork.queries import VisitFilter, VisitLine, points_of, visit_line, visits_of
from sidamping.features.oversight.models import VisitCheck
from sidamping.features.oversight.queries.sampling import sample_of
from sidamping.features.papers.queries import acknowledged_between
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments.store import fresh_pictures

ASKED = ("attendance", "photo", "place", "time", "paper", "spot_call", "office_visit")
"""The codes of lists/visit-confirmations that records of this system can tell."""
ON_SITE = frozenset({"photo", "place", "office_visit"})
OUTSIDE = ("photo", "place", "paper", "spot_call", "office_visit")
"""Confirmations that do not rest on the mentor's own words."""
WAYS = {"call": "spot_call", "visit": "office_visit", "spot_check": "spot_call"}
NEAR_KM = 5.0
"""Within so many kilometres of where the mentee is usually met; our own reading, shown as 'contoh'."""
EARLIEST, LATEST = time(5), time(22)
WEAK, SAMPLED, AGAINST_IT = "kurang", "sampel", "bertentangan"
MOST = 10_000


@dataclass(frozen=True)
class CheckLine:
    """A check of a visit: how, with what result, when, by whom."""

    way: str
    result: str
    checked_on: date
    note: str
    by: str
    sample: str


@dataclass(frozen=True)
class Evidence:
    """A visit with what confirms it."""

    visit: VisitLine
    told: Triangulated
    sampled: bool
    checks: tuple[CheckLine, ...]

    @property
    def outside(self) -> bool:
        """Whether anything besides the mentor's own words confirms it."""
        return any(one in self.told.confirmed for one in OUTSIDE)

    @property
    def weak(self) -> bool:
        return not self.outside or bool(self.told.against)

    @property
    def states(self) -> tuple[tuple[str, str], ...]:
        """Each confirmation asked for, with its state."""
        told = {**dict.fromkeys(self.told.confirmed, CONFIRMED), **dict.fromkeys(self.told.against, AGAINST)}
        return tuple((one, told.get(one, "missing")) for one in asked_of(self.visit))


@dataclass(frozen=True)
class MentorShare:
    """Of how many visits of a mentor there is a confirmation from outside, none, something against; and per kind."""

    mentor_id: UUID
    mentor: str
    outside: Share
    against: int
    checked: Share
    each: Mapping[str, Share]


@dataclass(frozen=True)
class EvidenceMonth:
    """The visits of a month that the viewer may see, with the shares per mentor."""

    month: Month
    rows: tuple[Evidence, ...]
    mentors: tuple[MentorShare, ...]
    whole: Share
    drawn: Share


def asked_of(visit: VisitLine) -> tuple[str, ...]:
    """Which confirmations can be asked for: a telephone call has no place and no photo."""
    met = visit.mode in ("onsite", "group")
    return tuple(one for one in ASKED if met or one not in ON_SITE)


def evidence_of(viewer: Viewer, month: Month, *, mentor: UUID | None = None) -> EvidenceMonth:
    """All visits of the month with their confirmations, oldest proofless first."""
    wanted = VisitFilter(month=month, mentor=mentor)
    visits = visits_of(viewer, wanted, size=MOST).rows
    rows = _evidence(visits, month)
    groups: dict[tuple[str, UUID], list[Evidence]] = defaultdict(list)
    for one in rows:
        groups[one.visit.mentor_name, one.visit.mentor_id].append(one)
    mentors = tuple(_share(id, name, own) for (name, id), own in sorted(groups.items()))
    drawn = [one for one in rows if one.sampled]
    return EvidenceMonth(
        month, rows, mentors, Share(sum(one.outside for one in rows), len(rows)),
        Share(sum(any(check.sample for check in one.checks) for one in drawn), len(drawn)),
    )


def narrowed(rows: Iterable[Evidence], what: str) -> tuple[Evidence, ...]:
    """Those lacking proof, drawn, with something against them, or without one kind of confirmation."""
    tests = {
        WEAK: lambda one: one.weak, SAMPLED: lambda one: one.sampled, AGAINST_IT: lambda one: bool(one.told.against)
    }
    test = tests.get(what) or (lambda one: not what or what in one.told.missing)
    return tuple(one for one in rows if test(one))


def visit_within(viewer: Viewer, visit: UUID) -> tuple[VisitLine, UUID] | None:
    """A visit the viewer may see, and the first of its mentees that is the viewer's to see; None for a stranger."""
    found = visit_line(viewer, visit)
    if found is None or not found.mentees:
        return None
    return found, found.mentees[0].engagement_id


def evidence_for(viewer: Viewer, visit: UUID) -> Evidence | None:
    """One visit with its confirmations; None for a stranger."""
    found = visit_within(viewer, visit)
    return _evidence((found[0],), Month.of(found[0].visited_on))[0] if found else None


def _evidence(visits: tuple[VisitLine, ...], month: Month) -> tuple[Evidence, ...]:
    if not visits:
        return ()
    hosts = {met.engagement_id for one in visits for met in one.mentees}
    points = points_of(hosts, month.end)
    photos = fresh_pictures(one.id for one in visits)
    signed = acknowledged_between(hosts, month.start, month.end)
    checks = _checks(one.id for one in visits)
    drawn = sample_of(month, {one.village_code[:5] for one in visits})
    found = []
    for one in visits:
        own = checks.get(one.id, ())
        told = triangulate(str(one.id), asked_of(one), {**_seen(one, points, photos, signed), **_answers(own)})
        found.append(Evidence(one, told, one.id in drawn, own))
    return tuple(sorted(found, key=lambda one: (one.visit.visited_on, one.visit.starts_at), reverse=True))


def _seen(
    visit: VisitLine, points: Mapping[UUID, Mapping[UUID, tuple[float, float]]], photos: Mapping[UUID, bool],
    signed: frozenset[UUID],
) -> dict[str, bool | None]:
    """What the records themselves say; None where they say nothing."""
    own = None if visit.latitude is None or visit.longitude is None else (float(visit.latitude), float(visit.longitude))
    met = [one.engagement_id for one in visit.mentees]
    others = [point for host in met for id, point in points.get(host, {}).items() if id != visit.id]
    return {
        "attendance": any(one.attendees for one in visit.mentees) or None,
        "photo": photos.get(visit.id),
        "place": near(own, others, NEAR_KM),
        "time": by_day(visit.starts_at, visit.ends_at, EARLIEST, LATEST),
        "paper": any(host in signed for host in met) or None,
    }


def _answers(checks: tuple[CheckLine, ...]) -> dict[str, bool | None]:
    """What the last call and the last visit of the office said; nobody reached says nothing."""
    told: dict[str, bool | None] = {}
    for one in checks:
        if one.result != "unreached":
            told[WAYS.get(one.way, "spot_call")] = one.result == "confirmed"
    return told


def _checks(visits: Iterable[UUID]) -> dict[UUID, tuple[CheckLine, ...]]:
    rows = VisitCheck.objects.filter(visit_id__in=list(visits)).select_related("by").order_by("checked_on", "id")
    found: dict[UUID, list[CheckLine]] = defaultdict(list)
    for row in rows:
        line = CheckLine(row.way, row.result, row.checked_on, row.note, str(row.by), row.sample)
        found[row.visit_id].append(line)
    return {visit: tuple(lines) for visit, lines in found.items()}


def _share(id: UUID, name: str, own: list[Evidence]) -> MentorShare:
    each = {
        code: coverage([one.told for one in own if code in asked_of(one.visit)], [code])[code] for code in ASKED
    }
    checked = Share(sum(bool(one.checks) for one in own), len(own))
    outside = Share(sum(one.outside for one in own), len(own))
    return MentorShare(id, name, outside, sum(bool(one.told.against) for one in own), checked, each)
