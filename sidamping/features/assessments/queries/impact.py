"""What an amendment would change: rounds that stand on another file than the one now in force on their day.

Reads only; a decided result stays as it is (house rule 15). Unscoped, for the operator's command.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from sidamping.domain.problems import Refused
from sidamping.domain.scoring.instrument import Instrument
from sidamping.features.assessments.models import Assessment, Filling, Result
from sidamping.features.assessments.queries.heads import number, subject_of
from sidamping.features.assessments.queries.instruments import instrument_for, instrument_on
from sidamping.features.assessments.queries.lines import WITHDRAWN, ImpactLine
from sidamping.features.assessments.queries.outcomes import is_filled, live_outcome
from sidamping.features.assessments.queries.reading import LEAD
from sidamping.features.assessments.queries.scope import with_state

CHUNK = 500


def impact(name: str) -> tuple[ImpactLine, ...]:
    """The rounds of an instrument whose total or category would be another one, oldest first."""
    return tuple(_differing(name))


def _differing(name: str) -> Iterator[ImpactLine]:
    current = Filling.objects.filter(replaced_by__isnull=True, part=LEAD)
    rows = with_state(Assessment.objects.filter(instrument=name)).exclude(state=WITHDRAWN)
    rows = rows.select_related("party", "mentor").order_by("as_of", "id").prefetch_related(
        Prefetch("fillings", queryset=current, to_attr="leads"),
        Prefetch("results", queryset=Result.objects.filter(decided=True), to_attr="sealed"),
    )
    for row in rows.iterator(chunk_size=CHUNK):
        holding = _holding(row)
        if holding is not None and holding.sha256 != row.sha256:
            line = _line(row, holding)
            if line is not None:
                yield line


def _holding(row: Any) -> Instrument | None:
    """The file in force on the round's day; none where the newer rulebook has withdrawn it."""
    try:
        return instrument_on(row.instrument, row.as_of)
    except Refused:
        return None


def _line(row: Any, holding: Instrument) -> ImpactLine | None:
    data = row.sealed[0].given if row.sealed else next((one.data for one in row.leads), {})
    if not is_filled(data):
        return None
    old = row.sealed[0].outcome if row.sealed else _scored(row, instrument_for(row.version, row.instrument), data)
    new = _scored(row, holding, data)
    before, after = (_verdict(one) for one in (old, new))
    if before == after and "why" not in new:
        return None
    return ImpactLine(
        row.pk, subject_of(row, {}).name, row.as_of, row.state, row.version, *before, holding.version,
        *after, new.get("why", ""),
    )


def _scored(row: Any, instrument: Instrument, data: Any) -> dict[str, Any]:
    """The outcome as plain values; or why the file cannot score this filling."""
    try:
        return live_outcome(instrument, data, on=row.as_of, method=row.method).plain()
    except Refused as refused:
        return {"why": "; ".join(str(one) for one in refused.problems)}


def _verdict(made: dict[str, Any]) -> tuple[Decimal | None, str]:
    return number(made.get("total")), made.get("category") or ""
