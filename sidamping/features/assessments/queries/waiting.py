"""What waits for the viewer: fillings to hand in, handed-in rounds to decide. The first page of a role begins here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from sidamping.features.assessments.models import Filling
from sidamping.features.assessments.queries.cards import filling_line
from sidamping.features.assessments.queries.heads import head, with_result
from sidamping.features.assessments.queries.lines import SUBMITTED, AssessmentHead, FillingLine
from sidamping.features.assessments.queries.reading import OPEN, Standing
from sidamping.features.assessments.queries.scope import visible
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.territory import queries as territory

MOST = 50


@dataclass(frozen=True)
class OpenFilling:
    """A round with the viewer's own answers, not handed in yet."""

    head: AssessmentHead
    filling: FillingLine


@dataclass(frozen=True)
class OwnForm:
    """What a person fills in about a party: the instrument, the day, the answers so far and how often they changed."""

    id: UUID
    instrument: str
    version: str
    as_of: date
    party_id: UUID
    party: str
    data: Mapping[str, Any]
    revised: int


def waiting_for(viewer: Viewer) -> tuple[AssessmentHead, ...]:
    """Up to 50 rounds, those the viewer fills in before those the viewer may decide, the oldest day first."""
    filled = Filling.objects.filter(assessment=OuterRef("pk"), by=viewer.user_id)
    mine = Exists(filled.filter(submitted_at=None, replaced_by__isnull=True))
    to_decide = Q(state=SUBMITTED) & ~Exists(filled) & ~Q(opened_by=viewer.user_id)
    rows = visible(viewer).annotate(mine=mine).filter(Q(mine=True) | to_decide, state__in=OPEN)
    held = list(with_result(rows).select_related("party", "mentor").order_by("-mine", "as_of", "id")[:MOST])
    found = [one for one in _standings(viewer, held) if {"fill", "decide"} & one.may()]
    places = territory.path_of(one.row.area_id for one in found)
    return tuple(head(one, places) for one in found)


def open_fillings(viewer: Viewer) -> tuple[OpenFilling, ...]:
    """The rounds that the viewer still fills in, with the answers so far."""
    heads = {one.id: one for one in waiting_for(viewer) if one.mine_open}
    own = Filling.objects.filter(assessment__in=heads, by=viewer.user_id, submitted_at=None, replaced_by__isnull=True)
    lines = {row.assessment_id: filling_line(row) for row in own.select_related("by")}
    return tuple(OpenFilling(one, lines[one.id]) for one in heads.values() if one.id in lines)


def own_form(viewer: Viewer, assessment: UUID) -> OwnForm | None:
    """The form of a round that the viewer has begun and not handed in; None for everybody else."""
    of = visible(viewer).filter(pk=assessment, state__in=OPEN).select_related("party").first()
    own = Filling.objects.filter(assessment=assessment, by=viewer.user_id, submitted_at=None, replaced_by__isnull=True)
    row = own.first() if of is not None else None
    if of is None or of.party is None or row is None:
        return None
    return OwnForm(of.pk, of.instrument, of.version, of.as_of, of.party.pk, of.party.name, row.data, row.revised)


def own_count(viewer: Viewer, assessment: UUID) -> int:
    """How often the viewer's own filling of a round was changed; 0 without one."""
    own = Filling.objects.filter(assessment=assessment, by=viewer.user_id, replaced_by__isnull=True)
    return own.values_list("revised", flat=True).first() or 0


def _standings(viewer: Viewer, rows: list[Any]) -> list[Standing]:
    fillings: dict[Any, list[Filling]] = {row.pk: [] for row in rows}
    for one in Filling.objects.filter(assessment__in=rows).select_related("by").defer("data"):
        fillings[one.assessment_id].append(one)
    return [Standing(viewer, row, fillings[row.pk]) for row in rows]
