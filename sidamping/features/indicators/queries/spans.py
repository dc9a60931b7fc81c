"""Where participants began and where they ended: turnover and workers by the rule of their programme (C4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models.expressions import RawSQL

from sidamping.domain.cohorts.success import Limits, Success
from sidamping.domain.indicators.counts import NONE, Count
from sidamping.features.indicators.queries.asking import answers, closer, people
from sidamping.features.indicators.queries.groups import Question, narrowed
from sidamping.features.indicators.queries.statements import Sql
from sidamping.features.indicators.queries.wanted import Wanted, as_of
from sidamping.features.programmes.queries import EngagementFilter, engagement_page
from sidamping.features.progress.queries import successes
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.language import reader_language
from sidamping.platform.http.pages import Page
from sidamping.rules import books
from sidamping.rules.in_force import NotInForce
from sidamping.rules.indicators import Indicator, indicators
from sidamping.rules.programme_rules import limits_of

OUTCOME = "outcome"


@dataclass(frozen=True)
class Rule:
    """How a programme tells beginning and end on the board's day, and where that is written."""

    programme: str
    limits: Limits
    growth: int
    cite: str
    status: str
    version: str


@dataclass(frozen=True)
class Spans:
    """A page of participants with what each had reached at the month's end, the rules, and the counts of each."""

    rules: tuple[Rule, ...]
    counts: tuple[tuple[Indicator, Count], ...]
    page: Page
    reached: Mapping[UUID, Success | None]


def spans(viewer: Viewer, wanted: Wanted, after: str = "") -> Spans:
    """Of the programmes that set indicators of success; a participant of another is not measured."""
    day = as_of(viewer, wanted.month)
    defined = [one for one in indicators(day, wanted.programme) if one.group == OUTCOME]
    told = answers(viewer, wanted.among, [Question(one.definition, wanted.month) for one in defined])
    ruled = _rules(viewer, wanted)
    among = closer(viewer, wanted.among)
    asked = people(viewer, among, [wanted.month]) + Sql(
        " SELECT p.engagement_id FROM people p WHERE p.began <= %s AND p.programme = ANY(%s)",
        (wanted.month.start, [one for one, _rule in ruled]),
    ) + narrowed(among, wanted.month)
    chosen: Any = RawSQL(asked.text, asked.given)
    page = engagement_page(viewer, EngagementFilter(among=chosen, any_time=True, walked=False), after)
    return Spans(tuple(rule for _code, rule in ruled),
                 tuple((one, told.get((at, ""), NONE)) for at, one in enumerate(defined)),
                 page, successes(page.rows, day))


def _rules(viewer: Viewer, wanted: Wanted) -> list[tuple[str, Rule]]:
    day, found = as_of(viewer, wanted.month), []
    for book in books.programmes(day):
        if not book.success or wanted.programme not in ("", book.code):
            continue
        try:
            limits, ref = limits_of(book, on=day, area=wanted.area)
        except NotInForce:
            continue
        title, version = book.title.text(reader_language()), ref.path.removeprefix("rules/").removesuffix(".yaml")
        rule = Rule(title, limits, int(limits.growth_percent), ref.cite, ref.status, version)
        found.append((book.code, rule))
    return found
