"""The contact budget of a mentee: visits and sessions per month of mentoring, warned of in the third week (C2, C5).

Every contact is counted raw; visits on site and all contacts are counted apart, for the sources ask for both (C7).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sidamping.domain.periods import after_months
from sidamping.domain.scoring.bands import Interval

ON_SITE = "onsite"
MET, OPEN, WARNED, BREACHED = "met", "open", "warned", "breached"
LOW, MIDDLE, HIGH = "low", "middle", "high"


@dataclass(frozen=True)
class Contact:
    """One contact with a mentee: the day, the mode of lists/visit-modes, and how long where it is known."""

    on: date
    mode: str
    minutes: int | None = None


@dataclass(frozen=True)
class Dose:
    """What a rule asks for. `warn_day` counts from the first day of a mentoring month; bands count whole periods."""

    visits_period: int
    visits_month: int
    sessions_least: int
    sessions_most: int
    warn_day: int
    bands: tuple[tuple[str, Interval], ...] = ()


@dataclass(frozen=True)
class MonthDose:
    """A month of mentoring: its days, what was counted, and whether the visits are met, open, warned of or breached."""

    number: int
    first: date
    last: date
    visits: int
    sessions: int
    visits_state: str
    sessions_state: str
    too_many: bool = False


@dataclass(frozen=True)
class PeriodDose:
    """The whole mentoring so far: its months, visits and contacts, and the band of intensity."""

    months: tuple[MonthDose, ...]
    visits: int
    contacts: int
    visits_wanted: int
    visits_state: str
    band: str

    @property
    def warnings(self) -> tuple[MonthDose, ...]:
        """Months that are short of contact, running or over."""
        short = {WARNED, BREACHED}
        return tuple(one for one in self.months if {one.visits_state, one.sessions_state} & short)


def dosage(dose: Dose, contacts: Iterable[Contact], *, starts: date, months: int, on: date) -> PeriodDose:
    """The budget as it stood on a day, for a mentoring of so many months; contacts outside it are not counted."""
    end = after_months(starts, months) - timedelta(days=1)
    held = [one for one in contacts if starts <= one.on <= min(end, on)]
    spans = [_span(starts, number) for number in range(months)]
    made = tuple(_month(dose, number, span, held, on) for number, span in enumerate(spans, 1) if span[0] <= on)
    visits = sum(one.mode == ON_SITE for one in held)
    state = MET if visits >= dose.visits_period else BREACHED if on > end else OPEN
    return PeriodDose(made, visits, len(held), dose.visits_period, state, band_of(dose.bands, len(held)))


def band_of(bands: Sequence[tuple[str, Interval]], count: int | Fraction) -> str:
    """The band a number of contacts, or a mean of them, falls into; '' where no bands are given."""
    return next((name for name, interval in bands if interval.holds(count)), "")


def _span(starts: date, number: int) -> tuple[date, date]:
    return after_months(starts, number), after_months(starts, number + 1) - timedelta(days=1)


def _month(dose: Dose, number: int, span: tuple[date, date], held: Sequence[Contact], on: date) -> MonthDose:
    """From the warning day on a month that is short warns; when it is over it is breached."""
    first, last = span
    own = [one for one in held if first <= one.on <= last]
    visits = sum(one.mode == ON_SITE for one in own)
    short = BREACHED if on > last else WARNED if (on - first).days + 1 >= dose.warn_day else OPEN
    return MonthDose(
        number, first, last, visits, len(own),
        MET if visits >= dose.visits_month else short,
        MET if len(own) >= dose.sessions_least else short,
        len(own) > dose.sessions_most,
    )
