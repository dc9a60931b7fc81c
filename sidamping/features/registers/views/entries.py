"""A register that is written here: its lines, a new one in the columns of the template, one struck out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.money import rupiah
from sidamping.domain.problems import Refused
from sidamping.features.registers import queries, services
from sidamping.features.registers.forms import EntryForm, StrikeForm
from sidamping.features.registers.queries import EntryLine
from sidamping.features.registers.views.answers import READERS, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language
from sidamping.rules.meetings import BookForm, Column

MONEY = "money"


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, book: UUID, register: str) -> HttpResponse:
    """The lines of a register, the latest first; its board adds one."""
    found = found_book(request, book)
    wanted = queries.form_of(register, request.today, found.village_code)
    if wanted is None or not wanted.columns or not (found.sees_names or register in queries.FOR_ALL):
        raise Http404
    form = EntryForm(request.POST or None, book=wanted, initial={"day": request.today})
    context = {"book": found, "form": form, **_shown(request, book, wanted)}
    if request.method != "POST":
        return page(request, "register.html", context)
    if not found.may_write:
        raise Http404
    if not form.is_valid():
        return page(request, "register.html", context)
    given = form.cleaned_data
    try:
        services.write_entry(
            by=request.viewer, id=given["id"], book=book, register=register, day=given["day"], facts=form.facts(),
            now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "register.html", context, refused.problems)
    messages.success(request, _("Tercatat di %(name)s.") % {"name": wanted.label.text(reader_language())})
    return go(reverse("register", args=[book, register]))


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def entry_strike(request: HttpRequest, register_entry: UUID) -> HttpResponse:
    """Strike a wrong line out and say why; it stays readable."""
    line = queries.entry(request.viewer, register_entry)
    if line is None:
        raise Http404
    found = own_book(request, line.book)
    wanted = queries.form_of(line.register, request.today, found.village_code)
    if wanted is None:
        raise Http404
    form = StrikeForm(request.POST or None)
    context = {"book": found, "line": line, "form": form, "cells": _cells(line, wanted),
               "name": wanted.label.text(reader_language())}
    if request.method != "POST" or not form.is_valid():
        return page(request, "strike.html", context)
    services.strike_entry(by=request.viewer, entry=register_entry, why=form.cleaned_data["why"], now=request.now)
    messages.success(request, _("Baris nomor %(number)s dicoret.") % {"number": line.number})
    return go(reverse("register", args=[line.book, line.register]))


def _shown(request: HttpRequest, book: UUID, wanted: BookForm) -> dict[str, Any]:
    text = request.GET.get("q", "")[:80]
    shown, after = [one.key for one in wanted.columns], request.GET.get("after", "")
    rows = queries.entries_page(request.viewer, book, wanted.code, text=text, shown=shown, after=after)
    language = reader_language()
    return {
        "page": rows, "text": text, "name": wanted.label.text(language), "register": wanted.code,
        "columns": [(one.label.text(language), one.kind == MONEY) for one in wanted.columns],
        "fields": shown,
        "rows": [(one, _cells(one, wanted)) for one in rows.rows],
    }  # fmt: skip


def _cells(line: EntryLine, wanted: BookForm) -> list[tuple[str, str]]:
    """Heading and words of each column; what an earlier template asked for is left out."""
    language = reader_language()
    return [(one.label.text(language), _said(one, line.facts.get(one.key))) for one in wanted.columns]


def _said(column: Column, value: Any) -> str:
    if value in (None, ""):
        return "–"
    return rupiah(value) if column.kind == MONEY else str(value)
