"""Baselines of a subject that a final round may close: what stands, was not withdrawn and has no final yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from sidamping.domain.scoring.instrument import Instrument
from sidamping.features.assessments.models import Assessment, Step
from sidamping.features.assessments.queries.instruments import instrument_for, said
from sidamping.features.assessments.queries.lines import WITHDRAWN
from sidamping.features.assessments.queries.opening import decides_in, opens_in
from sidamping.features.assessments.queries.scope import visible
from sidamping.platform.access.viewer import Viewer

ASSESSOR = "assessor"
"""Who answers an instrument unless it names somebody else."""


@dataclass(frozen=True)
class Baseline:
    """A first round as a choice: which instrument, as of which day."""

    id: UUID
    instrument: str
    title: str
    as_of: date


def open_baselines(viewer: Viewer, subject: UUID) -> tuple[Baseline, ...]:
    """The baselines about a party or mentor which the viewer may see and may close, the newest first.

    Nobody has closed them; a rehearsal is closed by a rehearsal, an assessor's round by an assessor's.
    """
    about = Q(party=subject) | Q(mentor=subject)
    withdrawn = Step.objects.filter(act=WITHDRAWN).values("assessment")
    closed = Exists(Assessment.objects.filter(pair=OuterRef("pk")).exclude(pk__in=withdrawn))
    rows = visible(viewer).filter(about, ~closed, purpose=Assessment.Purpose.BASELINE).exclude(pk__in=withdrawn)
    found = ((row, instrument_for(row.version, row.instrument)) for row in rows.order_by("-as_of", "-id"))
    return tuple(
        Baseline(row.pk, row.instrument, said(made.title), row.as_of) for row, made in found
        if row.simulated == rehearses(viewer, made, row.area_id)
    )


def rehearses(viewer: Viewer, instrument: Instrument, area: str) -> bool:
    """Whether what the viewer opens there is a mentor's rehearsal: an assessor's instrument led by no decider."""
    leads = instrument.respondent == ASSESSOR and opens_in(viewer, instrument.subject, area)
    return leads and not decides_in(viewer, area)


def has_final(baseline: UUID) -> bool:
    """Whether the baseline has a final that was not withdrawn."""
    withdrawn = Step.objects.filter(act=WITHDRAWN).values("assessment")
    return Assessment.objects.filter(pair=baseline).exclude(pk__in=withdrawn).exists()
