"""The meetings of a cooperative with the deadlines of its years, a new one, and one meeting at one sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import time
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.meetings import queries, services
from sidamping.features.meetings.forms import MeetingForm
from sidamping.features.meetings.queries import DecisionLine, MeetingCard
from sidamping.features.meetings.views.answers import READERS, done, found_book, found_meeting, own_meeting, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, tell_faults
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

MORNING = time(9)
PARTS = ("before", "during", "after")
EXPECTED = (services.ACCOUNTABILITY, "supervisor_accountability", queries.SURPLUS, "programme")
"""What an annual meeting decides."""


@allow(*READERS)
@require_safe
def meetings(request: HttpRequest, book: UUID) -> HttpResponse:
    """The deadlines of the year that is due, and every meeting."""
    found = found_book(request, book)
    last = request.today.year - 1
    years = [year for year in (last, last + 1) if year >= found.starts.year]
    calendars = [queries.year_calendar(request.viewer, found, year) for year in years]
    context = {"book": found, "rows": queries.meetings_of(request.viewer, book), "calendars": calendars}
    return page(request, "meetings.html", context)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_add(request: HttpRequest, book: UUID) -> HttpResponse:
    """Call a meeting."""
    found = found_book(request, book)
    if not found.may_write:
        raise Http404
    asked = request.GET.get("tahun", "")
    last, first = request.today.year - 1, found.starts.year
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else max(last, first)
    years = range(max(last + 1, first), first - 1, -1)
    form = MeetingForm(request.POST or None, years=years, initial={"kind": "annual", "year": year, "begins": MORNING})
    context = {"book": found, "form": form, "first": first if first > last else None}
    if request.method != "POST" or not form.is_valid():
        return page(request, "meeting_add.html", context)
    id = form.cleaned_data["id"]
    try:
        services.call_meeting(by=request.viewer, id=id, book=book, draft=form.draft(), now=request.now)
    except Refused as refused:
        return page(request, "meeting_add.html", context, refused.problems)
    messages.success(request, _("Rapat dijadwalkan. Siapkan panitia, bahan dan undangan."))
    tell_faults(request, queries.too_soon(request.viewer, found, form.cleaned_data["day"]))
    return go(reverse("member_meeting", args=[id]))


@allow(*READERS)
@require_safe
def meeting(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """One meeting: how far it has come, what is to do now, what was decided."""
    card = found_meeting(request, assembly)
    ticked = queries.ticked(card)
    checks = queries.checklist(card.head.kind, ticked)
    decisions = queries.decisions(card)
    polls = queries.polls(card) if card.opened_at else ()
    of_year = decisions if card.head.year is not None else ()
    approved = any(one.subject == services.ACCOUNTABILITY and one.carried for one in of_year)
    shared = any(one.shares_surplus for one in of_year)
    context = {
        "card": card, "book": card.book, "head": card.head, "decisions": decisions, "shared": shared,
        "ready": sum(one.code in ticked for one in checks), "checks": len(checks),
        "report": queries.report_line(card, request.today),
        "polls": polls, "today": request.today, "approved": approved,
        "frozen_on": queries.frozen_on(card) if approved else None,
        "lacking": () if card.opened_at else queries.lacking(card),
        "early": request.today == card.head.day and request.now.time() < card.begins,
        "undecided": _undecided(card, decisions), "unseated": queries.unseated(card, polls) if card.may_decide else (),
    }  # fmt: skip
    return page(request, "meeting.html", context)


def _undecided(card: MeetingCard, decisions: Iterable[DecisionLine]) -> list[str]:
    """What an annual meeting that is going on should decide and has not, in words."""
    if card.head.kind != "annual" or not card.may_decide:
        return []
    words, decided = labels("decision-subjects", reader_language()), {one.subject for one in decisions}
    return [words[subject] for subject in EXPECTED if subject not in decided]


@allow(*roles.BOARD)
@require_POST
def meeting_act(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """Open the meeting, close it, or lock the books of its year."""
    own_meeting(request, assembly)
    acts: Mapping[str, Callable[..., None]] = {
        "open": services.open_meeting, "close": services.close_meeting, "freeze": services.freeze_year,
    }  # fmt: skip
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        return go(reverse("member_meeting", args=[assembly]))
    return done(request, partial(act, by=request.viewer, meeting=assembly, now=request.now), "member_meeting", assembly)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def meeting_checklist(request: HttpRequest, assembly: UUID) -> HttpResponse:
    """What is done before, during and after; the board ticks it."""
    card = found_meeting(request, assembly)
    if request.method == "POST":
        own_meeting(request, assembly)
        code, is_done = request.POST.get("code", ""), "done" in request.POST
        return done(
            request,
            partial(services.tick, by=request.viewer, meeting=assembly, code=code, done=is_done, now=request.now),
            "meeting_checklist", assembly,
        )  # fmt: skip
    return page(request, "checklist.html", {"card": card, "book": card.book, "parts": _parts(card)})


def _parts(card: MeetingCard) -> list[tuple[str, list[tuple[Any, str, bool]]]]:
    ticked, language = queries.ticked(card), reader_language()
    checks = queries.checklist(card.head.kind, ticked)
    return [
        (part, [(one, one.text(language), one.code in ticked) for one in checks if one.parent == part])
        for part in PARTS
    ]

