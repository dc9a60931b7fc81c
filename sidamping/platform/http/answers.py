"""Answers that every room gives alike: a page, going on after a write, a file handed in, a file made to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from sidamping.domain.problems import Problem
from sidamping.platform.http.language import reader_language


def room_page(
    room: str, request: HttpRequest, template: str, context: Mapping[str, Any], problems: Iterable[Problem] = (), *,
    wrong: bool = False,
) -> HttpResponse:
    """A page of a room: 422 with problems, when the form that was sent has faults, or when the caller says `wrong`.

    The form keeps its input. What an address asks for, a filter say, is shown as far as it can be read.
    """
    told, form = tuple(problems), context.get("form")
    faulty = request.method == "POST" and isinstance(form, BaseForm) and form.is_bound and bool(form.errors)
    status = 422 if told or wrong or faulty else 200
    return render(request, f"{room}/{template}", {**context, "problems": told}, status=status)


def tell_faults(request: HttpRequest, problems: Iterable[Problem]) -> None:
    """Faults that did not stop the write, for the top of the next page."""
    for fault in problems:
        messages.error(request, f"{fault.text(reader_language())} ({fault.code})")


def go(address: str) -> HttpResponse:
    """See other: the page after a write, so that reloading does not write again."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def kept_file(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A picture or PDF that was handed in: the browser only shows it, never runs it; its bytes never change."""
    headers = {
        "Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox", "Cache-Control": "private, max-age=86400, immutable",
    }  # fmt: skip
    return HttpResponse(content, content_type=media_type, headers=headers)


def made_file(content: bytes, media_type: str, name: str, *, inline: bool = True) -> HttpResponse:
    """A paper or workbook made for the reader, which nobody in between keeps."""
    way = "inline" if inline else "attachment"
    headers = {"Content-Disposition": f'{way}; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=media_type, headers=headers)
