"""What the queries of progress hand out: frozen lines, never model instances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sidamping.domain.cohorts.contacts import PeriodDose
from sidamping.domain.cohorts.lengths import Length
from sidamping.domain.cohorts.success import Monthly, Success
from sidamping.domain.periods import Month
from sidamping.features.programmes.queries import EngagementCard


@dataclass(frozen=True)
class ProfileLine:
    """A participant as of a day."""

    id: UUID
    engagement_id: UUID
    as_of: date
    sector: str
    income: str
    technology: str
    devices: tuple[str, ...]
    signal: str
    cycle_months: int | None
    cycle_note: str
    workers_full: int | None
    workers_part: int | None
    workers_family: int | None
    education: str
    behaviour: str
    capital: int | None
    turnover: int | None
    track_record: str
    loan_plafond: int | None
    loan_tenor: int | None
    motivation: str
    source: str
    by: str = ""

    @property
    def facts(self) -> dict[str, str]:
        """What the path of the programme asks for."""
        told = {"sector": self.sector, "technology": self.technology, "income": self.income}
        return {fact: value for fact, value in told.items() if value}


@dataclass(frozen=True)
class MonthLine:
    """What holds of a month: the newest record, who told it, who verified it.

    `book` is the cash book behind it. A month that only the book knows is no record: nobody told it, `by_id` is None
    and `id` is that of the book. `booked_turnover` is set where somebody told other sales than the book.
    """

    id: UUID
    engagement_id: UUID
    month: Month
    turnover: int | None
    days_recorded: int | None
    daily_kept: bool | None
    monthly_kept: bool | None
    proof: str
    workers_full: int | None
    workers_part: int | None
    workers_family: int | None
    note: str
    source: str
    told_on: date
    by: str
    by_id: UUID | None
    by_link: bool
    replaces: UUID | None
    why: str
    verified_on: date | None = None
    verified_by: str = ""
    verified_how: str = ""
    book: UUID | None = None
    booked_turnover: int | None = None

    @property
    def told(self) -> bool:
        """Whether somebody told it, so that it has a page of its own."""
        return self.by_id is not None

    @property
    def records_kept(self) -> bool | None:
        """Kept with proof; None while it is not told, or said without proof."""
        said = {self.daily_kept, self.monthly_kept}
        if True in said:
            return True if self.proof in ("photo", "book") else None
        return False if False in said else None

    @property
    def paid_workers(self) -> int | None:
        """Full and part time; family that is not paid does not count. None = not told."""
        told = [one for one in (self.workers_full, self.workers_part) if one is not None]
        return sum(told) if told else None

    @property
    def monthly(self) -> Monthly:
        return Monthly(self.month, self.turnover, self.records_kept, self.paid_workers, self.source)

    @property
    def state(self) -> str:
        return "verified" if self.verified_on else "reported"


@dataclass(frozen=True)
class LinkLine:
    """A participant's link: for what, until when, and whether it is still open on the day asked."""

    id: UUID
    engagement_id: UUID
    purpose: str
    made_on: date
    until: date
    by: str
    by_id: UUID
    revoked_at: datetime | None
    used_at: datetime | None
    assessment: UUID | None

    def is_open(self, on: date) -> bool:
        used = self.used_at is not None and self.purpose != "figures"
        return self.revoked_at is None and not used and on <= self.until


@dataclass(frozen=True)
class ExtensionLine:
    """An extension with its reason."""

    until: date
    reason: str
    decided_on: date
    by: str


@dataclass(frozen=True)
class Standing:
    """A participant as a whole on a day: profile, length, contact budget, months, indicators of success."""

    card: EngagementCard
    profile: ProfileLine | None
    length: Length | None
    last: date | None
    extension: ExtensionLine | None
    dose: PeriodDose | None
    band: str
    series: tuple[MonthLine, ...]
    success: Success | None

    @property
    def seasonal(self) -> bool:
        """Whether the mentoring is longer for a long cycle, and months are compared with the year before."""
        return self.length is not None and bool(self.length.because)

    @property
    def verified(self) -> int:
        return sum(one.verified_on is not None for one in self.series)

    @property
    def contact_state(self) -> str:
        """breached, warned or '' of the month that runs; a past month that was short stays told in `dose`."""
        if self.dose is None or not self.dose.months:
            return ""
        now = self.dose.months[-1]
        states = {now.visits_state, now.sessions_state}
        return next((one for one in ("breached", "warned") if one in states), "")

    @property
    def latest_turnover(self) -> int | None:
        return next((one.turnover for one in reversed(self.series) if one.turnover is not None), None)
