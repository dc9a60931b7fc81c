"""What the pages of recruitment share: the call or candidate found or 404, pages with problems."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.features.recruitment import queries
from sidamping.features.recruitment.queries import CallCard, CandidateCard
from sidamping.platform.http.answers import room_page

page = partial(room_page, "recruitment")
"""The answer to a form or an address."""


def found_call(request: HttpRequest, call: UUID) -> CallCard:
    """The call; a stranger is told that there is none."""
    card = queries.call_card(request.viewer, call)
    if card is None:
        raise Http404
    return card


def found_candidate(request: HttpRequest, candidacy: UUID) -> CandidateCard:
    card = queries.candidate_card(request.viewer, candidacy)
    if card is None:
        raise Http404
    return card
