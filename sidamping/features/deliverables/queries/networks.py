"""The business network as an indicator: contacts per mentee and function, from the newest accepted list (A9).

One query behind every figure: the mentee's page, the board, and the reports of monitoring tell the same count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.deliverables.networks import KIND, by_function
from sidamping.domain.papers.facts import NetworkFact
from sidamping.features.deliverables.models import Version
from sidamping.features.programmes.queries import engagement_ids
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import listing

LIST = "network-functions"


@dataclass(frozen=True)
class MenteeNetwork:
    """The contacts of one mentee by function, and the accepted lists they stand in."""

    engagement_id: UUID
    mentee: str
    names: Mapping[str, tuple[str, ...]]
    sheets: tuple[UUID, ...]

    @property
    def count(self) -> int:
        return sum(len(names) for names in self.names.values())

    @property
    def lines(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every function with its contacts, none left out."""
        return tuple((label, self.names.get(code, ())) for code, label in functions())


@dataclass(frozen=True)
class FunctionCount:
    """A function: how many contacts, and which mentees have at least one, of how many asked for."""

    code: str
    label: str
    contacts: int
    mentees: tuple[UUID, ...]
    share: Share


@dataclass(frozen=True)
class Networks:
    """The functions in their order, and the mentees behind them by name."""

    functions: tuple[FunctionCount, ...]
    mentees: tuple[MenteeNetwork, ...]

    @property
    def contacts(self) -> int:
        return sum(one.contacts for one in self.functions)

    def having(self, function: str) -> tuple[MenteeNetwork, ...]:
        """The mentees with at least one contact of a function; with a list at all where none is named."""
        return tuple(one for one in self.mentees if not function or one.names.get(function))


def networks(viewer: Viewer, among: Collection[UUID]) -> Networks:
    """The networks of chosen mentorings within the viewer's scope, as they stand on the day of looking."""
    rows = _accepted(viewer.on).filter(sheet__engagement_id__in=among)
    found = _by_mentee(rows.filter(sheet__engagement_id__in=engagement_ids(viewer)))
    return Networks(tuple(_count(code, label, found, len(set(among))) for code, label in functions()), found)


def network_facts(engagement: UUID, start: date, end: date) -> tuple[NetworkFact, ...]:
    """What a report tells of a period: each function before its first day and at its end. Unscoped.

    Nothing for a mentee without an accepted list.
    """
    before, now = (_by_mentee(_accepted(day).filter(sheet__engagement_id=engagement))
                   for day in (start - timedelta(days=1), end))  # fmt: skip
    if not now:
        return ()
    earlier = before[0].names if before else {}
    return tuple(
        NetworkFact(label, len(earlier.get(code, ())), len(now[0].names.get(code, ())), now[0].names.get(code, ()),
                    now[0].sheets)
        for code, label in functions("id")
    )


def functions(language: str = "") -> tuple[tuple[str, str], ...]:
    """The functions counted, in the order of the list: code and label."""
    said = language or reader_language()
    return tuple((one.code, one.text(said)) for one in listing(LIST) if not one.parent)


@cache
def _parts() -> dict[str, str]:
    return {one.code: one.parent for one in listing(LIST) if one.parent}


def _accepted(until: date) -> QuerySet[Version]:
    """The newest version of each list handed in up to a day that was accepted since."""
    rows = Version.objects.filter(sheet__kind=KIND, review__verdict="accepted", at__date__lte=until)
    return rows.select_related("sheet__engagement__mentee").order_by("sheet_id", "-number").distinct("sheet_id")


def _by_mentee(rows: Iterable[Any]) -> tuple[MenteeNetwork, ...]:
    grouped: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.sheet.engagement_id].append(row)
    made = (
        MenteeNetwork(
            id, own[0].sheet.engagement.mentee.name, by_function((one.content for one in own), _parts()),
            tuple(one.sheet_id for one in own),
        )
        for id, own in grouped.items()
    )
    return tuple(sorted(made, key=lambda one: (one.mentee.casefold(), str(one.engagement_id))))


def _count(code: str, label: str, found: tuple[MenteeNetwork, ...], whole: int) -> FunctionCount:
    having = tuple(one.engagement_id for one in found if one.names.get(code))
    contacts = sum(len(one.names.get(code, ())) for one in found)
    return FunctionCount(code, label, contacts, having, Share(len(having), whole))
