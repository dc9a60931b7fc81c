"""What the pages of assessments share: who may look, the round found or not found."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.domain.scoring.instrument import Instrument
from sidamping.features.assessments import queries
from sidamping.features.assessments.queries import AssessmentCard
from sidamping.platform.access import roles

READERS = (*roles.AFIELD, *roles.OVERSEERS)
"""Roles that read, open, fill in or act on rounds; which of them and how, queries and services decide."""


def found_card(request: HttpRequest, id: UUID) -> AssessmentCard:
    """The round as the viewer may see it; 404 for a stranger."""
    card = queries.assessment_card(request.viewer, id)
    if card is None:
        raise Http404
    return card


def instrument_of(card: AssessmentCard) -> Instrument:
    """The instrument in the version the round is pinned to."""
    return queries.instrument_for(card.head.version, card.head.instrument)
