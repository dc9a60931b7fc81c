"""What the pages of registers share: the book or 404, and whether the viewer keeps it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.platform.http.answers import room_page

READERS = books.READERS
page = partial(room_page, "registers")


def found_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book; a stranger is told that there is none."""
    found = books.kept_book(request.viewer, book)
    if found is None:
        raise Http404
    return found


def own_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book when the viewer is of its board."""
    found = found_book(request, book)
    if not found.may_write:
        raise Http404
    return found
