"""The chain of months of a development report: whose closing figures a month starts from, and whether links hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sidamping.domain.papers import continuity
from sidamping.domain.papers.continuity import Opening, Value
from sidamping.domain.papers.states import ACCEPTED, RETURNED
from sidamping.domain.papers.yearly import Closing
from sidamping.domain.periods import Month
from sidamping.features.papers.models import Revision
from sidamping.features.papers.queries.states import acts_by_revision

KIND = "lap-perkembangan"
SHOWN_MONTHS = 6


@dataclass(frozen=True)
class Accepted:
    """The revision whose figures count for a month: the newest passed or received one, else the newest not returned."""

    paper_id: UUID
    revision_id: UUID
    month: date
    number: str
    state: str
    values: Mapping[str, Value]
    started: Mapping[str, Value]

    @property
    def opening(self) -> Opening:
        return Opening(self.values, self.revision_id, Month.of(self.month).label(), self.number)


@dataclass(frozen=True)
class Link:
    """One month of the chain as shown; `state` is '' for a month without a report; `holds` is False on a break."""

    month: date
    paper_id: UUID | None
    state: str
    holds: bool


def accepted_months(engagement_id: UUID, start: date, end: date) -> dict[date, Accepted]:
    """The figures that count for each month that starts between two days."""
    rows = Revision.objects.filter(
        paper__engagement_id=engagement_id, paper__kind=KIND, paper__period_start__range=(start, end)
    )
    by_month: dict[date, list[Revision]] = {}
    for row in rows.select_related("paper").order_by("-number"):
        by_month.setdefault(row.paper.period_start, []).append(row)
    acts = acts_by_revision(one.pk for group in by_month.values() for one in group)
    states = {revision: lines[-1].action for revision, lines in acts.items()}
    found = {month: _counting(group, states) for month, group in by_month.items()}
    return {month: one for month, one in found.items() if one is not None}


def unsettled(engagement_id: UUID, month: date, mentor_id: UUID) -> str:
    """The state of the month's report of the same mentor while nobody has approved it; '' when it is settled."""
    newest = Revision.objects.filter(
        paper__engagement_id=engagement_id, paper__kind=KIND, paper__period_start=month, paper__mentor_id=mentor_id
    )
    acts = acts_by_revision(newest.order_by("-number").values_list("pk", flat=True)[:1])
    state = next((lines[-1].action for lines in acts.values()), "")
    return "" if state in ACCEPTED else state


def accepted_before(engagement_id: UUID, start: date) -> Accepted | None:
    """The nearest earlier month whose figures count."""
    newest = Revision.objects.filter(
        paper__engagement_id=engagement_id, paper__kind=KIND, paper__period_start__lt=start
    )
    for month in newest.order_by("-paper__period_start").values_list("paper__period_start", flat=True).distinct():
        found = accepted_months(engagement_id, month, month).get(month)
        if found is not None:
            return found
    return None


def closings_of(engagement_id: UUID, start: date, end: date) -> tuple[Closing, ...]:
    """The closing figures of each month of a year, for the annex of the annual report."""
    months = accepted_months(engagement_id, start, end)
    return tuple(Closing(month, one.revision_id, one.values) for month, one in sorted(months.items()))


def links(engagement_id: UUID, until: date) -> tuple[Link, ...]:
    """The last months up to the one that starts on `until`, oldest first."""
    months = [Month.of(until)]
    while len(months) < SHOWN_MONTHS:
        months.insert(0, months[0].previous)
    accepted = accepted_months(engagement_id, months[0].previous.start, until)
    found = [_link(month, accepted) for month in months]
    first = next((place for place, link in enumerate(found) if link.state), len(found))
    return tuple(found[first:])


def _link(month: Month, accepted: Mapping[date, Accepted]) -> Link:
    one, before = accepted.get(month.start), accepted.get(month.previous.start)
    if one is None:
        return Link(month.start, None, "", True)
    holds = before is None or all(before.values.get(code) == value for code, value in one.started.items())
    return Link(month.start, one.paper_id, one.state, holds)


def _counting(group: list[Revision], states: Mapping[UUID, str]) -> Accepted | None:
    """Of a month's revisions, newest first: a passed one before one that merely waits."""
    ordered = [one for one in group if states[one.pk] in ACCEPTED] or [
        one for one in group if states[one.pk] != RETURNED
    ]
    if not ordered:
        return None
    row = ordered[0]
    values = continuity.closing(row.content)
    number = row.paper.number or ""
    started = continuity.started(row.content)
    return Accepted(row.paper_id, row.pk, row.paper.period_start, number, states[row.pk], values, started)
