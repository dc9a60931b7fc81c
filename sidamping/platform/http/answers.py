"""Answers that every room gives alike: a page, going on after a write, a file handed in, a file made to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from sidamping.domain.problems import Problem, Refused
from sidamping.platform.attachments import store
from sidamping.platform.attachments.documents import PDF
from sidamping.platform.attachments.store import ENDINGS, JPEG, Kept
from sidamping.platform.http.language import reader_language
from sidamping.rules.citing import told

T = TypeVar("T")
SHOWN = (JPEG, PDF)
"""Files handed in that the browser shows; the others are put on the reader's disk."""


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


def form_page(
    room: str, request: HttpRequest, template: str, context: Mapping[str, Any], act: Callable[[], object], said: str,
    after: str | Callable[[], str], judge: Callable[[Mapping[str, Any]], Iterable[Problem]] = lambda seen: (),
) -> HttpResponse:
    """The page of a room with its `form`; once sent and sound `act` writes, is `said` to be done, and `after` follows.

    Refused, the page comes again with every problem and the input kept. `after` is asked only once it is written.
    `judge` tells, beside the faults of the form, what would be refused of the fields that could be read.
    """
    if request.method != "POST":
        return room_page(room, request, template, context)
    form = context["form"]
    if not form.is_valid():  # nothing sent at all leaves a form unbound
        return room_page(room, request, template, context, judge(form.cleaned_data) if form.is_bound else ())
    try:
        act()
    except Refused as refused:
        return room_page(room, request, template, context, refused.problems)
    messages.success(request, said)
    return go(after if isinstance(after, str) else after())


def there(found: T | None) -> T:
    """What was found; who may not see it is told that there is none."""
    if found is None:
        raise Http404
    return found


def tell_faults(request: HttpRequest, problems: Iterable[Problem]) -> None:
    """Faults that did not stop the write, for the top of the next page."""
    for fault in problems:
        messages.error(request, f"{told(fault, reader_language())} ({fault.code})")


def go(address: str) -> HttpResponse:
    """See other: the page after a write, so that reloading does not write again."""
    answer = HttpResponseRedirect(address)
    answer.status_code = 303
    return answer


def kept_file(content: bytes, media_type: str, name: str, *, stays: bool = True) -> HttpResponse:
    """A file that was handed in, under the name and the ending of what it is: never run, a picture or PDF shown.

    Its bytes never change, so the reader's browser may keep them a day; not so (`stays`) papers about a person.
    """
    way = "inline" if media_type in SHOWN else "attachment"
    headers = {
        "Content-Disposition": f'{way}; filename="{plain(name)}{ENDINGS[media_type]}"',
        "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, max-age=86400, immutable" if stays else "private, no-store",
    }  # fmt: skip
    return HttpResponse(content, content_type=media_type, headers=headers)


def stored_file(kept: Kept, name: str, *, small: bool = False, stays: bool = True) -> HttpResponse:
    """A file on record (`small`: the thumbnail where it is a picture); 404 too where the files folder has lost it."""
    try:
        content = store.thumbnail_of(kept) if small and kept.media_type == JPEG else store.bytes_of(kept)
    except FileNotFoundError:
        raise Http404 from None
    return kept_file(content, kept.media_type, name, stays=stays)


def made_file(content: bytes, media_type: str, name: str, *, inline: bool = True) -> HttpResponse:
    """A paper or workbook made for the reader, which nobody in between keeps."""
    way = "inline" if inline else "attachment"
    headers = {"Content-Disposition": f'{way}; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=media_type, headers=headers)


def plain(name: str) -> str:
    """'estafet-kopdes-merah-putih': a name of a file in plain small letters, whatever the language or its signs."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:100]
