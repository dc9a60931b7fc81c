"""What the pages of supervision share: the examination or 404, and a form that is sent, refused or done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse

from sidamping.domain.problems import Refused
from sidamping.features.supervision import queries
from sidamping.features.supervision.queries import ExaminationCard
from sidamping.platform.http.answers import go, room_page, there

page = partial(room_page, "supervision")


def found_examination(request: HttpRequest, examination: UUID) -> ExaminationCard:
    """The examination; a stranger is told that there is none."""
    return there(queries.examination(request.viewer, examination))


def own_examination(request: HttpRequest, examination: UUID) -> ExaminationCard:
    """The examination when the viewer's office carries it out."""
    return there(queries.kept_examination(request.viewer, examination))


def acted(
    request: HttpRequest, template: str, context: Mapping[str, Any], form: Form, act: Callable[[], Any], said: str,
    address: str,
) -> HttpResponse:  # fmt: skip
    """The form, with what was wrong; after the write a word and the next page."""
    shown = {**context, "form": form}
    if request.method != "POST" or not form.is_valid():
        return page(request, template, shown)
    try:
        act()
    except Refused as refused:
        return page(request, template, shown, refused.problems)
    messages.success(request, said)
    return go(address)
