"""Writes what a mentoring is measured by: fixed once with the start values, then measured again and again (A11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sidamping.domain.problems import Problem, Refused, problem, refuse_if
from sidamping.features.papers.models import Indicator, Measurement
from sidamping.features.programmes.queries import EngagementCard, carried_by, engagement_card
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.activity import journal
from sidamping.platform.database.locks import take_turns

MOST = 8
HIGHEST = Decimal("999999999999.99")


@dataclass(frozen=True)
class IndicatorDraft:
    """One indicator: `value` None where `typed` could not be read."""

    id: UUID
    name: str
    unit: str
    value: Decimal | None
    typed: str = ""


@dataclass(frozen=True)
class MeasurementDraft:
    """A later value of one indicator."""

    id: UUID
    indicator: UUID
    value: Decimal | None
    typed: str = ""
    note: str = ""


@transaction.atomic
def fix_indicators(*, by: Viewer, engagement: UUID, drafts: Sequence[IndicatorDraft], on: date) -> None:
    """Fix the indicators of a mentoring with today's values. The same again is a success; others are refused."""
    card = _own(by, engagement, on)
    take_turns(engagement)
    held = list(Indicator.objects.filter(engagement_id=engagement).select_related("by").order_by("position"))
    if held:
        if [(one.pk, one.name, one.start_value) for one in held] == [(one.id, one.name.strip(), one.value)
                                                                     for one in drafts]:
            return
        raise Refused(problem("PAPERS_037", "", name=str(held[0].by), day=held[0].fixed_on))
    refuse_if([*_set_faults(drafts), *(fault for at, one in enumerate(drafts, 1) for fault in _faults(at, one))])
    Indicator.objects.bulk_create(
        Indicator(
            id=one.id, engagement_id=engagement, position=at, name=one.name.strip(), unit=one.unit.strip(),
            start_value=one.value or Decimal(0), fixed_on=on, by_id=by.user_id,
        )
        for at, one in enumerate(drafts, 1)
    )
    told = {"count": str(len(drafts))}
    journal.record("papers.indicators_fixed", by=by.user_id, subject=engagement, regency=card.regency_code, **told)


@transaction.atomic
def measure(*, by: Viewer, engagement: UUID, drafts: Sequence[MeasurementDraft], measured_on: date, on: date) -> None:
    """Later values of some indicators on one day, all or none. Sent twice, they are kept once.

    Once the mentoring is over, who carried it on the day of measuring still writes down what was measured then.
    """
    card = _own(by, engagement, on, measured_on)
    take_turns(engagement)
    known = {one.pk: one for one in Indicator.objects.filter(engagement_id=engagement)}
    faults: list[Problem] = []
    for one in drafts:
        row = known.get(one.indicator)
        if row is None:
            seen = str(one.indicator)[-8:]
            faults.append(problem("GENERAL_002", "indicator", label=_("Indikator"), seen=seen))
        elif not _sound(one.value):
            faults.append(problem("PAPERS_039", f"value-{row.pk}", label=row.name, seen=one.typed))
    starts = min((one.fixed_on for one in known.values()), default=on)
    if not starts <= measured_on <= on:
        faults.append(problem("PAPERS_041", "measured_on", day=measured_on, starts=starts))
    refuse_if(faults)
    if not drafts or Measurement.objects.filter(pk__in=[one.id for one in drafts]).exists():
        return
    Measurement.objects.bulk_create(
        Measurement(
            id=one.id, indicator_id=one.indicator, value=one.value or Decimal(0), measured_on=measured_on,
            note=one.note.strip()[:240], by_id=by.user_id,
        )
        for one in drafts
    )
    told = {"count": str(len(drafts)), "measured_on": str(measured_on)}
    journal.record("papers.indicators_measured", by=by.user_id, subject=engagement, regency=card.regency_code, **told)


def _own(by: Viewer, engagement: UUID, on: date, measured_on: date | None = None) -> EngagementCard:
    card = engagement_card(by, engagement)
    over = card is not None and card.ends is not None and card.ends < on
    day = measured_on if over and measured_on is not None else on
    if card is None or not carried_by(engagement, by.user_id, day):
        raise Refused(problem("PAPERS_038", "engagement"))
    return card


def _set_faults(drafts: Sequence[IndicatorDraft]) -> list[Problem]:
    names = [one.name.strip().casefold() for one in drafts]
    good = 1 <= len(drafts) <= MOST and len(set(names)) == len(names)
    return [] if good else [problem("PAPERS_040", "name-1", most=MOST, seen=len(drafts))]


def _faults(at: int, one: IndicatorDraft) -> list[Problem]:
    faults = []
    for field, label, text, limit in (
        (f"name-{at}", _("Indikator"), one.name, 120), (f"unit-{at}", _("Satuan"), one.unit, 40),
    ):
        if not text.strip():
            faults.append(problem("GENERAL_001", field, label=label))
        elif len(text.strip()) > limit:
            faults.append(problem("PAPERS_040", field, most=MOST, seen=len(text.strip())))
    if not _sound(one.value):
        faults.append(problem("PAPERS_039", f"value-{at}", label=one.name.strip() or _("Nilai awal"), seen=one.typed))
    return faults


def _sound(value: Decimal | None) -> bool:
    return value is not None and value.is_finite() and 0 <= value <= HIGHEST and value == round(value, 2)
