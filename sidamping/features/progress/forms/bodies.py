"""What programs and phones write of progress, as they write it: one shape for the API and for sync."""

from __future__ import annotations

from uuid import UUID

from ninja import Schema

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.features.progress.services import MonthDraft
from sidamping.features.progress.services.drafts import LABELS


class MonthIn(Schema):
    """The figures of a month; leave out what was not told. The same id sent twice is kept once."""

    id: UUID
    month: str
    turnover: int | None = None
    days_recorded: int | None = None
    daily_kept: bool | None = None
    monthly_kept: bool | None = None
    proof: str = ""
    workers_full: int | None = None
    workers_part: int | None = None
    workers_family: int | None = None
    note: str = ""
    source: str = "typed"

    def draft(self) -> MonthDraft:
        told = {name: getattr(self, name) for name in MonthIn.model_fields}
        return MonthDraft(**{**told, "month": _month(self.month)})


class CorrectionIn(MonthIn):
    """A month anew, and what was wrong before."""

    why: str


class MonthOfIn(MonthIn):
    """The figures of a month with whom they are about; `photo` says that a picture of the proof follows."""

    engagement: UUID
    photo: bool = False


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError as error:
        raise Refused(problem("GENERAL_002", "month", label=LABELS["month"], seen=text[:20])) from error
