"""Baselines of a subject that a final round may close: what stands, was not withdrawn and has no final yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from sidamping.features.assessments.models import Assessment, Step
from sidamping.features.assessments.queries.instruments import instrument_for, said
from sidamping.features.assessments.queries.lines import WITHDRAWN
from sidamping.features.assessments.queries.scope import visible
from sidamping.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Baseline:
    """A first round as a choice: which instrument, as of which day."""

    id: UUID
    instrument: str
    title: str
    as_of: date


def open_baselines(viewer: Viewer, subject: UUID) -> tuple[Baseline, ...]:
    """The baselines about a party or mentor which the viewer may see and nobody has closed, the newest first."""
    about = Q(party=subject) | Q(mentor=subject)
    withdrawn = Step.objects.filter(act=WITHDRAWN).values("assessment")
    closed = Exists(Assessment.objects.filter(pair=OuterRef("pk")).exclude(pk__in=withdrawn))
    rows = visible(viewer).filter(about, ~closed, purpose=Assessment.Purpose.BASELINE).exclude(pk__in=withdrawn)
    found = rows.order_by("-as_of", "-id").values_list("id", "instrument", "version", "as_of")
    return tuple(
        Baseline(id, name, said(instrument_for(version, name).title), as_of) for id, name, version, as_of in found
    )


def has_final(baseline: UUID) -> bool:
    """Whether the baseline has a final that was not withdrawn."""
    withdrawn = Step.objects.filter(act=WITHDRAWN).values("assessment")
    return Assessment.objects.filter(pair=baseline).exclude(pk__in=withdrawn).exists()
