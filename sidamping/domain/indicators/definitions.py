"""What an indicator is: whom it counts among whom, over which months, and how it stands to other indicators.

Every engine reads these definitions; the files are in `rulebook/indicators`.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

MONTH, SPAN, LATEST, EVER = "month", "span", "latest", "ever"
OVERS = (MONTH, SPAN, LATEST, EVER)
"""A value of the month itself, the sum of the last `months`, the newest one up to it, the sum of all up to it."""
RUNNING, BEGUN = "running", "begun"
POPULATIONS = (RUNNING, BEGUN)
"""Mentorings that run in the month; all that have begun by its end, ended ones too."""
ZERO, UNREPORTED = "zero", "unreported"
ABSENCES = (ZERO, UNREPORTED)
"""What it means that nothing is written: none happened, or nobody reported."""
MENTEES, RECORDS = "mentees", "records"
COUNTED = (MENTEES, RECORDS)
"""Mentees of whom something is true; or records summed over them, such as papers on time among papers sent."""
PART_OF, INTERSECTION_OF, COMPLEMENTS = "part_of", "intersection_of", "complements"

STARTED, ENDED, VISITS, CONTACTS = "started", "ended", "visits", "contacts"
TURNOVER, RECORDS_KEPT, WORKERS_PAID = "turnover", "records_kept", "workers_paid"
PAPERS, PAPERS_ON_TIME, PAPERS_ACCEPTED = "papers", "papers_on_time", "papers_accepted"
HEALTH, GRADUATED = "health", "graduated"
SECTOR, TECHNOLOGY = "sector", "technology"
"""The place of the code in its list; what the profile of a participant says (C1)."""
COUNTABLE = (
    STARTED, ENDED, VISITS, CONTACTS, TURNOVER, RECORDS_KEPT, WORKERS_PAID, PAPERS, PAPERS_ON_TIME, PAPERS_ACCEPTED,
    HEALTH, GRADUATED, SECTOR, TECHNOLOGY,
)  # fmt: skip
"""Measures the database counts from its own rows, whoever wrote them."""
INTENSITY, GREW, KEPT, ADDED, ALL_THREE = "intensity", "turnover_grew", "records_enough", "workers_added", "all_three"
JUDGED = (INTENSITY, GREW, KEPT, ADDED, ALL_THREE)
"""Measures a rule of the rulebook decides; they stand for each month of a mentoring as it stood at the month's end."""
MEASURES = (*COUNTABLE, *JUDGED)


@dataclass(frozen=True)
class Part:
    """Of which measure, over which months, between which values a mentee belongs to the numerator."""

    measure: str
    over: str
    least: int | None = None
    most: int | None = None
    months: int = 1
    absent: str = UNREPORTED

    @property
    def one_value(self) -> bool:
        """Whether the value is a code, of which one counts: whoever has it is told 'yes', not a number."""
        return self.least is not None and self.least == self.most

    def holds(self, value: int) -> bool:
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


@dataclass(frozen=True)
class Relations:
    """Indicators this one is a part of, the intersection of, and those it makes a whole with."""

    part_of: tuple[str, ...] = ()
    intersection_of: tuple[str, ...] = ()
    complements: tuple[str, ...] = ()


COUNTING = 2
"""The version of the counting itself: one more whenever the same definition gives another number, or more is kept."""


@dataclass(frozen=True)
class Definition:
    """An indicator: the numerator, and whom it is counted among. `whole` is the measure summed for records.

    `mentee_kinds`: of whom alone it can be asked; none = of everybody.
    """

    code: str
    part: Part
    population: str
    counted: str = MENTEES
    whole: str = ""
    programmes: tuple[str, ...] = ()
    mentee_kinds: tuple[str, ...] = ()
    relations: Relations = Relations()

    @property
    def meaning(self) -> str:
        """The same for definitions that count the same, whatever they are called."""
        told = (COUNTING, self.part, self.population, self.counted, self.whole, self.programmes, self.mentee_kinds)
        return sha256(repr(told).encode()).hexdigest()[:16]
