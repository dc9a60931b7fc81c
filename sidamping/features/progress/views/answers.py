"""What the pages of progress share: who may look, the mentee or 404, the answer to a form."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.features.progress import queries
from sidamping.features.progress.queries import LISTS as LISTS
from sidamping.features.progress.services import Photo
from sidamping.platform.access import roles
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.attachments.pictures import LARGEST_FILE
from sidamping.platform.http.answers import room_page

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
"""Roles that read about a mentee; which mentees, the queries decide."""
WRITERS = (roles.MENTOR, roles.COORDINATOR, roles.SECRETARIAT)

page = partial(room_page, "progress")
"""The answer to a form or an address."""


def found_card(request: HttpRequest, engagement: UUID) -> EngagementCard:
    """The mentee; a stranger is told that there is none."""
    card = engagement_card(request.viewer, engagement, walked=False)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card


def own_card(request: HttpRequest, engagement: UUID) -> EngagementCard:
    """The mentee for somebody who writes about it."""
    card = found_card(request, engagement)
    if not queries.writes(request.viewer, card):  # type: ignore[attr-defined]  # set by middleware
        raise Http404
    return card


def writes_here(viewer: Viewer, card: EngagementCard) -> bool:
    """Whether the pages that write are open to the person: no button leads to a refusal."""
    return viewer.has(*WRITERS) and queries.writes(viewer, card)


def sent_photo(request: HttpRequest) -> Photo | None:
    """The picture that came with a form, read no further than a picture may be."""
    file = request.FILES.get("photo")
    if file is None:
        return None
    return Photo(file.name or "foto.jpg", file.read(LARGEST_FILE + 1), file.size)
