"""What the pages of foundings share: the founding or 404, a form shown, refused with its input, or done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.founding import queries
from sidamping.features.founding.queries import FoundingCard
from sidamping.platform.http.answers import go, room_page, there

page = partial(room_page, "founding")


def found_founding(request: HttpRequest, founding: UUID) -> FoundingCard:
    """The founding; a stranger is told that there is none."""
    return there(queries.founding(request.viewer, founding))


def own_founding(request: HttpRequest, founding: UUID) -> FoundingCard:
    """The founding when the viewer writes about it."""
    found = found_founding(request, founding)
    if not found.may_write:
        raise Http404
    return found


def written(
    request: HttpRequest, template: str, context: Mapping[str, Any], act: Callable[[dict[str, Any]], Any],
    after: tuple[str, UUID], said: str,
) -> HttpResponse:
    """The page with its form; once sent and sound, the act is done, and it goes on to the page `after`."""
    form = context["form"]
    if request.method != "POST" or not form.is_valid():
        return page(request, template, context)
    try:
        act(form.cleaned_data)
    except Refused as refused:
        return page(request, template, context, refused.problems)
    messages.success(request, said)
    return go(reverse(after[0], args=[after[1]]))
