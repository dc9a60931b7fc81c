"""What a participant sees through the own link: a form without an account, on any phone, and thanks (C9, C10)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.features.assessments.queries import instrument_on
from sidamping.features.programmes.queries import EngagementCard
from sidamping.features.progress import queries, services
from sidamping.features.progress.forms import MonthForm, SelfForm
from sidamping.features.progress.queries import LinkLine
from sidamping.features.progress.services.selfview import INSTRUMENT, SOURCE
from sidamping.features.progress.views.answers import page, sent_photo
from sidamping.platform.access.guard import public
from sidamping.platform.database.ids import uuid7

MONTHS = 6
OFFICE_ONLY = ("source", "proof", "note", "days_recorded")
"""What the mentor or an office says of a month; a participant is not asked."""


@public
def participant_form(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a link; what is over says so and whom to ask."""
    link = queries.open_link(token)
    if link is None:
        raise Http404
    try:
        _by, card = services.participant_of(link, request.today)  # type: ignore[attr-defined]  # set by middleware
    except Refused as refused:
        return page(request, "guest_closed.html", {"done": "PROGRESS_014" in refused.codes}, refused.problems)
    if link.purpose == "figures":
        return _figures(request, link, card)
    return _self_view(request, link, card)


def _figures(request: HttpRequest, link: LinkLine, card: EngagementCard) -> HttpResponse:
    on = request.today  # type: ignore[attr-defined]  # set by middleware
    if request.method != "POST":
        return _show_figures(request, card, _month_form(initial={"id": uuid7(), "month": str(Month.of(on))}, on=on))
    form = _month_form(request.POST, request.FILES, on=on)
    problems = form.problems
    if not problems:
        try:
            photo = sent_photo(request)
            form.cleaned_data |= {"proof": "photo" if photo else "", "note": "", "days_recorded": None}
            services.send_month(link=link, draft=form.draft(SOURCE), on=on, photo=photo)
            return page(request, "guest_thanks.html", {"card": card, "again": True})
        except Refused as refused:
            problems = list(refused.problems)
    return _show_figures(request, card, form, problems)


def _self_view(request: HttpRequest, link: LinkLine, card: EngagementCard) -> HttpResponse:
    on = request.today  # type: ignore[attr-defined]  # set by middleware
    instrument = instrument_on(INSTRUMENT, on)
    sent = request.POST if request.method == "POST" else None
    form = SelfForm(sent, instrument=instrument, name=card.mentee_name)
    problems = form.problems if sent is not None else []
    if sent is not None and not problems:
        try:
            services.send_self_view(
                link=link, values=form.values(), name=form.cleaned_data["name"], on=on,
                now=request.now,  # type: ignore[attr-defined]  # set by middleware
            )
            return page(request, "guest_thanks.html", {"card": card, "again": False})
        except Refused as refused:
            problems = list(refused.problems)
    context = {"card": card, "form": form, "parts": form.parts(), "link": link, "status": instrument.status}
    return page(request, "guest_self.html", context, problems)


def _month_form(*args: Any, on: Any, **kwargs: Any) -> MonthForm:
    form = MonthForm(*args, until=Month.of(on), months=MONTHS, **kwargs)
    for name in OFFICE_ONLY:
        del form.fields[name]
    return form


def _show_figures(
    request: HttpRequest, card: EngagementCard, form: MonthForm, problems: list[Problem] | None = None
) -> HttpResponse:
    return page(request, "guest_figures.html", {"card": card, "form": form}, problems or ())
