"""What the pages of meetings share: the meeting or 404, the way back after a write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sidamping.domain.problems import Refused
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.meetings import queries
from sidamping.features.meetings.queries import MeetingCard
from sidamping.platform.http.answers import form_page, go, room_page, tell_faults, there

READERS = books.READERS
page = partial(room_page, "meetings")
answered = partial(form_page, "meetings")


def found_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book; a stranger is told that there is none."""
    return there(books.kept_book(request.viewer, book))


def found_meeting(request: HttpRequest, meeting: UUID) -> MeetingCard:
    """The meeting; a stranger is told that there is none."""
    return there(queries.meeting(request.viewer, meeting))


def own_meeting(request: HttpRequest, meeting: UUID) -> MeetingCard:
    """The meeting when the viewer is of the cooperative's board."""
    found = found_meeting(request, meeting)
    if not found.book.may_write:
        raise Http404
    return found


def done(request: HttpRequest, act: Callable[[], Any], name: str, key: UUID) -> HttpResponse:
    """After a button: on to the page, with what was wrong at its top."""
    try:
        act()
    except Refused as refused:
        tell_faults(request, refused.problems)
    return go(reverse(name, args=[key]))
