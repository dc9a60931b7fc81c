"""What the pages of foundings share: the founding or 404, a page, a form that is written."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.features.founding import queries
from sidamping.features.founding.queries import FoundingCard
from sidamping.platform.http.answers import form_page, room_page, there

page = partial(room_page, "founding")
answered = partial(form_page, "founding")


def found_founding(request: HttpRequest, founding: UUID) -> FoundingCard:
    """The founding; a stranger is told that there is none."""
    return there(queries.founding(request.viewer, founding))


def own_founding(request: HttpRequest, founding: UUID) -> FoundingCard:
    """The founding when the viewer writes about it."""
    found = found_founding(request, founding)
    if not found.may_write:
        raise Http404
    return found
