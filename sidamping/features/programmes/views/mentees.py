"""The list of mentees, the page of one engagement, and a step on its path."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.parties import queries as parties
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.forms import FilterForm, StepForm
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import label, pinned_programme

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS, roles.ASSESSOR)
OVERRIDERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO)
STEPPERS = (roles.MENTOR, *OVERRIDERS)


@allow(*READERS)
@require_safe
def mentees(request: HttpRequest) -> HttpResponse:
    """A mentor's own mentees as cards; for overseers and assessors a list of the area with filters."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*roles.OVERSEERS, roles.ASSESSOR):
        return render(request, "programmes/mentees.html", {"cards": queries.cards(viewer)})
    loads = [(str(one.mentor_id), one.name) for one in queries.mentor_loads(viewer)]
    form = FilterForm(request.GET, viewer=viewer, mentors=loads, areas=queries.places_of(viewer))
    page = queries.engagement_page(viewer, form.wanted(), request.GET.get("after", ""))
    return render(request, "programmes/mentee_list.html", {"page": page, "form": form})


@allow(*READERS)
@require_safe
def engagement(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """One mentoring: facts, path, board, who carried it, history; field work and papers load beside it."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = queries.known_card(viewer, engagement)
    if card is None:
        raise Http404
    board = parties.board_on(card.mentee_id, viewer.on) if card.mentee_kind == "cooperative" else ()
    context = {
        "card": card,
        "facts": _facts(card),
        "board": board,
        "assignments": queries.assignments_of(card.id),
        "moments": queries.history_of(card),
        "reads_records": queries.reads_records(viewer, card.id),
        "may_step": viewer.has(*STEPPERS),
        "may_assess": viewer.has(roles.MENTOR),
        "may_evaluate": card.mentor_id is not None and card.mentee_id in viewer.subjects(roles.CHAIR),
        "may_assign": queries.manages(viewer, card.programme, card.village_code),
    }
    return render(request, "programmes/engagement.html", context)


@allow(*STEPPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def step_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Record a step of the path."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = _card_or_404(request, engagement)
    start = {"step": card.next_stop.code if card.next_stop else "", "done_on": viewer.on}
    may_override = viewer.has(*OVERRIDERS)
    form = StepForm(request.POST or None, initial=start, card=card, may_override=may_override)
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.record_step(by=viewer, engagement=card.id, **form.cleaned_data)
            messages.success(request, _("Langkah tercatat."))
            return redirect("engagement", card.id)
        except Refused as refused:
            problems = refused.problems
    context = {"card": card, "form": form, "problems": problems}
    return render(request, "programmes/step.html", context, status=422 if request.method == "POST" else 200)


def _card_or_404(request: HttpRequest, engagement: UUID) -> queries.EngagementCard:
    card = queries.engagement_card(request.viewer, engagement)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card


def _facts(card: queries.EngagementCard) -> list[tuple[str, object]]:
    language = reader_language()
    book = pinned_programme(card.pinned)
    return [
        (_("Program"), book.title.text(language)),
        (_("Tempat"), ", ".join(part for part in (card.village, card.district, card.regency) if part)),
        (_("Pendamping"), card.mentor_name or _("belum ada")),
        (_("Prioritas"), label("priority-levels", str(card.priority), language)),
    ]
