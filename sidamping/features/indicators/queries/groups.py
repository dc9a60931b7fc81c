"""By what mentorings are grouped, and narrowed to one group: their place, their mentor, what is measured of them.

Mentor and measures are asked as of the question's own month, so that a number and the list behind it always agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sidamping.domain.indicators.definitions import HEALTH, INTENSITY, LATEST, SECTOR, TECHNOLOGY, Definition, Part
from sidamping.domain.periods import Month
from sidamping.features.indicators.queries.statements import Sql, joined, mentors, values
from sidamping.features.programmes.queries.walks import cohorts_named
from sidamping.platform.access.queries import user_names
from sidamping.platform.http.language import reader_language
from sidamping.platform.territory.queries import names_of
from sidamping.rules import books
from sidamping.rules.indicators import indicators

PLACES = {"province": "left(p.regency, 2)", "regency": "p.regency", "cohort": "coalesce(p.cohort_id::text, '')",
          "programme": "p.programme"}
MENTOR = "mentor"
MEASURED = {"sector": SECTOR, "technology": TECHNOLOGY, "intensity": INTENSITY, "health": HEALTH}
CARRIED = {name: f"coalesce(p.{name}::text, '')" for name in MEASURED}
"""Of a row that carries what is measured of it."""
GROUPS = (*PLACES, MENTOR, *MEASURED)
"""The only words of an address that reach a statement."""
NOBODY: Literal["tanpa"] = "tanpa"
"""In place of a cohort or a mentor: mentorings that have none."""
Chosen = UUID | Literal["tanpa"] | None


@dataclass(frozen=True)
class Question:
    """An indicator at the end of a month."""

    definition: Definition
    month: Month


@dataclass(frozen=True)
class Among:
    """Whom a question is about, beyond what its asker may see; empty means no limit. `area`: a prefix of codes.

    `held`: (name of MEASURED, value) each must have; None = not reported. `regencies`: those alone.
    `few`: the statement's `people` are few, so that only their rows are looked up. `measured`: they carry what is
    measured of them in the one month that is asked.
    """

    programme: str = ""
    cohort: Chosen = None
    area: str = ""
    mentor: Chosen = None
    held: tuple[tuple[str, int | None], ...] = ()
    regencies: tuple[str, ...] = ()
    few: bool = False
    measured: bool = False

    @property
    def near(self) -> bool:
        """Whether the statement's `people` are not those of a nation."""
        return self.few or bool(self.area or self.regencies)

    @property
    def within(self) -> Sql:
        """The condition that a row of the summary stands there."""
        found = Sql(" AND regency LIKE %s", (f"{self.area}%",)) if self.area else Sql("")
        if self.regencies:
            found += Sql(" AND regency = ANY(%s)", (list(self.regencies),))
        return found + Sql(" AND engagement_id IN (SELECT engagement_id FROM people)") if self.few else found


def keys(by: Iterable[str], among: Among, month: Month) -> tuple[Sql, Sql]:
    """The columns of the groups of a row `p`, and the joins they need."""
    columns, joins = [], []
    for place, name in enumerate(by):
        column, found = _key(name, f"g{place}", among, month)
        columns.append(Sql(column))
        joins.append(found)
    return joined(columns, ", "), joined(joins, "")


def narrowed(among: Among, month: Month) -> Sql:
    """The condition on a row `p` that mentor and measures of the month set."""
    found = Sql("")
    if among.mentor == NOBODY:
        found += _without(mentors(month), "mentor_id")
    elif among.mentor:
        found += _with(mentors(month), "mentor_id", among.mentor)
    for name, value in among.held:
        asked = measured(name, among, month)
        found += _without(asked, "value") if value is None else _with(asked, "value", value)
    return found


def measured(name: str, among: Among, month: Month) -> Sql:
    """The newest value of a measured group by the month's end: (engagement_id, value)."""
    return values(Part(MEASURED[name], LATEST), month, among.within)


def group_names(by: str, found: Iterable[str], on: date) -> dict[str, str]:
    """What each group is called, by its key; a key without a name is left out."""
    wanted = [key for key in found if key]
    if by == "cohort":
        return {str(id): name for id, name in cohorts_named([UUID(key) for key in wanted])}
    if by == "programme":
        return {one.code: one.title.text(reader_language()) for one in books.programmes(on)}
    if by == MENTOR:
        return {str(id): name for id, name in user_names(UUID(key) for key in wanted).items()}
    return _measured_names(MEASURED[by], on) if by in MEASURED else names_of(wanted)


def _key(name: str, table: str, among: Among, month: Month) -> tuple[str, Sql]:
    if name in PLACES:
        return PLACES[name], Sql("")
    if name in MEASURED and among.measured:
        return CARRIED[name], Sql("")
    if name == MENTOR:
        asked, column = mentors(month), "mentor_id"
    else:
        asked, column = measured(name, among, month), "value"
    return (f"coalesce({table}.{column}::text, '')",
            Sql(" LEFT JOIN (") + asked + Sql(f") {table} ON {table}.engagement_id = p.engagement_id"))


def _with(asked: Sql, column: str, value: UUID | int) -> Sql:
    return (Sql(" AND p.engagement_id IN (SELECT n.engagement_id FROM (") + asked
            + Sql(f") n WHERE n.{column} = %s)", (value,)))


def _without(asked: Sql, column: str) -> Sql:
    return (Sql(" AND NOT EXISTS (SELECT FROM (") + asked
            + Sql(f") n WHERE n.engagement_id = p.engagement_id AND n.{column} IS NOT NULL)"))


def _measured_names(measure: str, on: date) -> dict[str, str]:
    """The value of a measure → the indicator that counts just those."""
    parts = ((one.definition.part, one.title.text(reader_language())) for one in indicators(on))
    return {str(part.least): title for part, title in parts if part.measure == measure and part.least == part.most}
