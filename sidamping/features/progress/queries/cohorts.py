"""Success of a cohort from raw records: each indicator with its denominator, and intensity against outcome (C4, C5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sidamping.domain.cohorts.contacts import HIGH, LOW, MIDDLE
from sidamping.domain.cohorts.shares import Row, Share, cross, shares
from sidamping.domain.cohorts.success import ALL, RECORDS, TURNOVER, WORKERS, CohortSuccess, Success, cohort_success
from sidamping.features.progress.queries.lines import Standing
from sidamping.features.progress.queries.participants import ParticipantFilter, every_participant
from sidamping.platform.access.viewer import Viewer
from sidamping.rules.books import pinned_programme
from sidamping.rules.in_force import NotInForce
from sidamping.rules.programme_rules import limits_of
from sidamping.rules.trace import RuleRef

INDICATORS = (TURNOVER, RECORDS, WORKERS, ALL)
BANDS = (LOW, MIDDLE, HIGH)


@dataclass(frozen=True)
class SuccessRow:
    """A participant with what was found."""

    standing: Standing
    success: Success

    @property
    def missing(self) -> tuple[str, ...]:
        """Indicators that cannot be told yet."""
        return tuple(key for key, reached in self.success.outcomes.items() if reached is None)


@dataclass(frozen=True)
class CohortSheet:
    """The result of the participants chosen: counts, cross-table, bands, and each one behind them."""

    on: date
    success: CohortSuccess
    rule: RuleRef
    cross: tuple[Row, ...]
    bands: dict[str, Share]
    rows: tuple[SuccessRow, ...]
    months_told: int
    months_verified: int

    def of(self, indicator: str, reached: str) -> tuple[SuccessRow, ...]:
        """The participants behind a figure: 'yes', 'no', 'unknown' of an indicator, or 'known' for its whole."""
        if reached == "known":
            return tuple(row for row in self.rows if row.success.outcomes[indicator] is not None)
        meant = {"yes": True, "no": False}.get(reached)
        return tuple(row for row in self.rows if row.success.outcomes[indicator] is meant)


def cohort_sheet(viewer: Viewer, wanted: ParticipantFilter) -> CohortSheet | None:
    """The participants the viewer sees, as of the day; None where none of them has a programme with indicators."""
    found = [one for one in every_participant(viewer, wanted) if one.success is not None]
    if not found:
        return None
    first = found[0].card
    try:
        limits, rule = limits_of(pinned_programme(first.pinned), on=viewer.on, area=first.regency_code)
    except NotInForce:
        return None
    rows = tuple(SuccessRow(one, one.success) for one in found if one.success is not None)
    pairs = [(one.band, one.success.outcomes) for one in found if one.success is not None]
    counted = shares({band: sum(one.band == band for one in found) for band in BANDS})
    return CohortSheet(
        viewer.on, cohort_success(limits, [one.success for one in rows]), rule, cross(pairs, BANDS, INDICATORS),
        counted, rows, sum(len(one.series) for one in found), sum(one.verified for one in found),
    )
