"""What the pages of books share: who may look, the book or 404, the answer to a form."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest

from sidamping.features.books import queries
from sidamping.features.books.queries import BookCard
from sidamping.platform.http.answers import form_page, room_page, there

READERS = queries.READERS

page = partial(room_page, "books")
"""The answer to a form or an address."""
answered = partial(form_page, "books")
"""The same for a form that writes, and goes on to another page then."""


def found_book(request: HttpRequest, book: UUID) -> BookCard:
    """The book; a stranger is told that there is none."""
    return there(queries.book(request.viewer, book))


def own_book(request: HttpRequest, book: UUID) -> BookCard:
    """The book when the viewer keeps it."""
    found = found_book(request, book)
    if not found.may_write:
        raise Http404
    return found
