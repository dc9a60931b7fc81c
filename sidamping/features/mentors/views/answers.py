"""What the pages of mentors share: the profile or 404, a page, a form that is written."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.features.mentors import queries
from sidamping.platform.http.answers import form_page, room_page, there

page = partial(room_page, "mentors")
answered = partial(form_page, "mentors")


def found_profile(request: HttpRequest, mentor: UUID) -> queries.ProfileCard:
    """The profile; a stranger is told that there is none."""
    return there(queries.profile(request.viewer, mentor))


def kept_profile(request: HttpRequest, mentor: UUID) -> queries.ProfileCard:
    """The profile for those who write its official part."""
    found = found_profile(request, mentor)
    if not found.may_keep:
        raise Http404
    return found
