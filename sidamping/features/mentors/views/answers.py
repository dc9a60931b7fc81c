"""What the pages of mentors share: the profile or 404, the answer to a form, the answer after a write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from sidamping.domain.problems import Problem, Refused
from sidamping.features.mentors import queries
from sidamping.platform.http.answers import go, room_page

page = partial(room_page, "mentors")
"""The answer to a form or an address."""


def found_profile(request: HttpRequest, mentor: UUID) -> queries.ProfileCard:
    """The profile; a stranger is told that there is none."""
    found = queries.profile(request.viewer, mentor)
    if found is None:
        raise Http404
    return found


def kept_profile(request: HttpRequest, mentor: UUID) -> queries.ProfileCard:
    """The profile for those who write its official part."""
    found = found_profile(request, mentor)
    if not found.may_keep:
        raise Http404
    return found


def acted(
    request: HttpRequest, template: str, context: dict[str, Any], form: forms.Form, act: Callable[[], object],
    words: str, onward: str,
) -> HttpResponse:
    """Show a form, or do what it asks and go on; a refusal shows it again with every problem."""
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, words)
            return go(onward)
    return page(request, template, {**context, "form": form}, problems)
