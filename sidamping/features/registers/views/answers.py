"""What the pages of registers share: the book or 404, and whether the viewer keeps it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest

from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.platform.http.answers import form_page, room_page, there

READERS = books.READERS
page = partial(room_page, "registers")
answered = partial(form_page, "registers")


def found_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book; a stranger is told that there is none."""
    return there(books.kept_book(request.viewer, book))


def own_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book when the viewer is of its board."""
    return there(books.own_kept_book(request.viewer, book))
