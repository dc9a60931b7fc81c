"""Needs and referrals as other rooms see them: frozen values, no model instances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sidamping.features.needs.models import Need, Referral


@dataclass(frozen=True)
class NeedLine:
    """The needs of an engagement as determined on a day, in codes of the lists."""

    id: UUID
    engagement_id: UUID
    number: int
    determined_on: date
    types: tuple[str, ...]
    themes: tuple[str, ...]
    priority: int
    areas: tuple[str, ...]
    objectives: tuple[str, ...]
    strategies: tuple[str, ...]
    methods: tuple[str, ...]
    remark: str
    by: str

    @property
    def theme(self) -> str:
        """The first theme: the one deliverables and mentors are chosen by."""
        return self.themes[0]


@dataclass(frozen=True)
class ClosedLine:
    """A referral with what came of it."""

    kind: str
    provider: str
    closed_on: date
    result: str


@dataclass(frozen=True)
class ReferralLine:
    """Help sought elsewhere; `days_over` counts the days since it was due, 0 once it is closed."""

    id: UUID
    engagement_id: UUID
    mentee_name: str
    kind: str
    topic: str
    wanted: str
    provider: str
    referred_on: date
    due: date
    by: str
    closed_on: date | None
    result: str
    closed_by: str
    days_over: int

    @property
    def state(self) -> str:
        if self.closed_on:
            return "done"
        return "overdue" if self.days_over else "open"


def need_line(row: Need) -> NeedLine:
    return NeedLine(
        row.pk, row.engagement_id, row.number, row.determined_on, tuple(row.types), tuple(row.themes), row.priority,
        tuple(row.areas), tuple(row.objectives), tuple(row.strategies), tuple(row.methods), row.remark, str(row.by),
    )


def referral_line(row: Any, on: date) -> ReferralLine:
    row_: Referral = row
    over = 0 if row_.closed_on else max(0, (on - row_.due).days)
    return ReferralLine(
        row_.pk, row_.engagement_id, row_.engagement.mentee.name, row_.kind, row_.topic, row_.wanted, row_.provider,
        row_.referred_on, row_.due, str(row_.by), row_.closed_on, row_.result,
        str(row_.closed_by) if row_.closed_by else "", over,
    )
