"""What the pages of books share: who may look, the book or 404, the answer to a form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sidamping.domain.problems import Problem
from sidamping.features.books import queries
from sidamping.features.books.queries import BookCard

READERS = queries.READERS


def found_book(request: HttpRequest, book: UUID) -> BookCard:
    """The book; a stranger is told that there is none."""
    found = queries.book(request.viewer, book)
    if found is None:
        raise Http404
    return found


def own_book(request: HttpRequest, book: UUID) -> BookCard:
    """The book when the viewer keeps it."""
    found = found_book(request, book)
    if not found.may_write:
        raise Http404
    return found


def page(
    request: HttpRequest, template: str, context: dict[str, Any], problems: Iterable[Problem] = (), wrong: bool = False
) -> HttpResponse:
    """A page; with problems, or a form that is wrong, it keeps the input and answers 422."""
    told = tuple(problems)
    status = 422 if told or wrong else 200
    return render(request, f"books/{template}", {**context, "problems": told}, status=status)
