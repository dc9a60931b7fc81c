"""Visits of a month with their confirmations: what is there, what is missing, what speaks against; shares per mentor.

Nothing is scored: whatever is missing is named, and every share stands with its denominator (B10).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sidamping.domain.cohorts.confirmations import AGAINST, CONFIRMED, Triangulated, coverage, triangulate
from sidamping.domain.cohorts.shares import Share
from sidamping.domain.cohorts.whereabouts import by_day, near
from sidamping.domain.periods import Month
from sidamping.features.books.queries.days import Kept, book_told, days_kept, days_told
from sidamping.features.fieldwork.queries import VisitFilter, VisitLine, points_of, visit_line, visits_met
from sidamping.features.oversight.models import VisitCheck
from sidamping.features.oversight.queries.codes import agreed_told, carded_told
from sidamping.features.oversight.queries.sampling import sample_of
from sidamping.features.papers.queries import acknowledged_told
from sidamping.features.programmes.queries import told_each
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments.store import fresh_pictures

ASKED = (
    "mentee_code", "attendance", "photo", "place", "time", "book_entry", "paper", "spot_call", "office_visit",
)  # fmt: skip
"""The codes of lists/visit-confirmations that records of this system can tell."""
ON_SITE = frozenset({"photo", "place", "office_visit"})
OUTSIDE = ("mentee_code", "photo", "place", "book_entry", "paper", "spot_call", "office_visit")
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
    asked: tuple[str, ...]

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
        return tuple((one, told.get(one, "missing")) for one in self.asked)


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


@dataclass(frozen=True)
class _Traces:
    """What a mentee left behind in a month that the mentor did not write."""

    signed: bool
    booked: bool
    kept: Kept
    begun: date | None
    agreed: frozenset[UUID]

    def carded(self, day: date) -> bool:
        """Whether the mentee held a code for the day."""
        return self.begun is not None and self.begun <= day


def asked_of(visit: VisitLine, *, carded: bool = False, booked: bool = False) -> tuple[str, ...]:
    """Which confirmations can be asked for: a call has no place and no photo; not all have a card or keep books."""
    left_out = {"mentee_code": not carded, "book_entry": not booked}
    if visit.mode not in ("onsite", "group"):
        left_out |= dict.fromkeys(ON_SITE, True)
    return tuple(one for one in ASKED if not left_out.get(one))


def evidence_of(viewer: Viewer, month: Month, *, mentor: UUID | None = None) -> EvidenceMonth:
    """All visits of the month with their confirmations, oldest proofless first."""
    wanted = VisitFilter(month=month, mentor=mentor)
    visits = visits_met(viewer, wanted, MOST)
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
    traces = _traces(hosts, [one.id for one in visits], month)
    checks = _checks(one.id for one in visits)
    drawn = sample_of(month, {one.village_code[:5] for one in visits})
    found = []
    for one in visits:
        own, left = checks.get(one.id, ()), [traces[met.engagement_id] for met in one.mentees]
        asked = asked_of(one, carded=any(host.carded(one.visited_on) for host in left),
                         booked=any(host.booked for host in left))  # fmt: skip
        seen = {**_seen(one, points, photos), **_told(one, left), **_answers(own)}
        found.append(Evidence(one, triangulate(str(one.id), asked, seen), one.id in drawn, own, asked))
    return tuple(sorted(found, key=lambda one: (one.visit.visited_on, one.visit.starts_at), reverse=True))


def _seen(
    visit: VisitLine, points: Mapping[UUID, Mapping[UUID, tuple[float, float]]], photos: Mapping[UUID, bool]
) -> dict[str, bool | None]:
    """What the visit's own record says; None where it says nothing."""
    own = None if visit.latitude is None or visit.longitude is None else (float(visit.latitude), float(visit.longitude))
    met = [one.engagement_id for one in visit.mentees]
    others = [point for host in met for id, point in points.get(host, {}).items() if id != visit.id]
    return {
        "attendance": any(one.attendees for one in visit.mentees) or None,
        "photo": photos.get(visit.id),
        "place": near(own, others, NEAR_KM),
        "time": by_day(visit.starts_at, visit.ends_at, EARLIEST, LATEST),
    }


def _told(visit: VisitLine, left: Iterable[_Traces]) -> dict[str, bool | None]:
    """What the mentees left behind: papers, codes, and book entries that day by somebody but the mentor."""
    hosts = tuple(left)
    writers = (host.kept.get(visit.visited_on, frozenset()) for host in hosts)
    return {
        "paper": any(host.signed for host in hosts) or None,
        "mentee_code": any(visit.id in host.agreed for host in hosts) or None,
        "book_entry": any(who - {visit.mentor_id} for who in writers) or None,
    }


def _traces(hosts: Collection[UUID], visits: Iterable[UUID], month: Month) -> dict[UUID, _Traces]:
    """Per mentoring what was left behind in a month, in one query."""
    told = told_each(
        hosts, signed=acknowledged_told(month.start, month.end), booked=book_told(month.end),
        days=days_told(month.start, month.end), begun=carded_told(), agreed=agreed_told(visits),
    )
    return {
        host: _Traces(one["signed"], one["booked"], days_kept(one["days"]), one["begun"], frozenset(one["agreed"]))
        for host, one in told.items()
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
        code: coverage([one.told for one in own if code in one.asked], [code])[code] for code in ASKED
    }
    checked = Share(sum(bool(one.checks) for one in own), len(own))
    outside = Share(sum(one.outside for one in own), len(own))
    return MentorShare(id, name, outside, sum(bool(one.told.against) for one in own), checked, each)
