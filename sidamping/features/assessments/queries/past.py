"""Decided results of a party over the years, and the official results of others beside them, never mixed up (E16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sidamping.features.assessments.models import Assessment, OutsideResult
from sidamping.features.assessments.queries.heads import heads, number, with_result
from sidamping.features.assessments.queries.instruments import instrument_for, said
from sidamping.features.assessments.queries.lines import DECIDED, AssessmentHead, OutsideLine
from sidamping.features.assessments.queries.scope import visible, with_state
from sidamping.features.parties import queries as parties
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments import store

MOST = 100


@dataclass(frozen=True)
class LatestResult:
    """The newest decided result of a party by one instrument."""

    assessment_id: UUID
    party_id: UUID
    instrument: str
    instrument_title: str
    version: str
    status: str
    as_of: date
    total: Decimal | None
    category: str
    coverage: Decimal | None
    simulated: bool


def history_of_party(viewer: Viewer, party_id: UUID, instrument: str = "") -> tuple[AssessmentHead, ...]:
    """Decided rounds about the party that the viewer may see, oldest first; of one instrument or of all."""
    rows = visible(viewer).filter(party=party_id, state=DECIDED).select_related("party", "mentor")
    rows = rows.filter(instrument=instrument) if instrument else rows
    newest = list(with_result(rows).order_by("-as_of", "-id")[:MOST])
    return heads(viewer, reversed(newest))


def latest_of_parties(party_ids: Iterable[UUID]) -> dict[UUID, tuple[LatestResult, ...]]:
    """Party → its newest decided result by each instrument; unscoped, for features that have scoped already."""
    rows = with_state(Assessment.objects.filter(party__in=set(party_ids))).filter(state=DECIDED)
    newest = with_result(rows).order_by("party", "instrument", "-as_of", "-id").distinct("party", "instrument")
    found: dict[UUID, tuple[LatestResult, ...]] = {}
    for row in newest:
        found[row.party_id] = (*found.get(row.party_id, ()), _latest(row))
    return found


def outside_of_party(viewer: Viewer, party_id: UUID) -> tuple[OutsideLine, ...]:
    """Official results of others about a party the viewer may see, newest first, with what each one corrected."""
    if not parties.visible(viewer).filter(pk=party_id).exists():
        return ()
    rows = list(OutsideResult.objects.filter(party=party_id).select_related("by").order_by("-issued_on", "-id"))
    held, replaced = {row.pk: row for row in rows}, {row.replaces_id for row in rows}
    current = [row for row in rows if row.pk not in replaced][:MOST]
    return tuple(replace(outside_line(row), before=tuple(_corrected(row, held))) for row in current)


def _corrected(row: Any, held: Mapping[UUID, Any]) -> Iterator[OutsideLine]:
    """What a record replaced, and what that one had replaced."""
    while row.replaces_id is not None:
        row = held[row.replaces_id]
        yield outside_line(row)


def outside_file(viewer: Viewer, id: UUID) -> store.Kept | None:
    """The paper of an official result; None where there is none or the viewer may not see the party."""
    row = OutsideResult.objects.filter(pk=id, attachment__isnull=False).first()
    if row is None or not parties.visible(viewer).filter(pk=row.party_id).exists():
        return None
    return next(iter(store.kept([row.attachment] if row.attachment else []).values()))


def outside_line(row: Any) -> OutsideLine:
    return OutsideLine(
        row.pk, row.party_id, row.instrument, row.issuer, row.number, row.issued_on, row.valid_until, row.predicate,
        row.total, row.attachment, row.note, str(row.by), row.at,
    )


def _latest(row: Any) -> LatestResult:
    instrument = instrument_for(row.version, row.instrument)
    return LatestResult(
        row.pk, row.party_id, row.instrument, said(instrument.title), row.version, instrument.status, row.as_of,
        number(row.decided_total), row.decided_category or "", number(row.decided_coverage), row.simulated,
    )
