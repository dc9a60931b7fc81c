"""Cohorts: the list, one with its steps, its call and its numbers, a new one, a changed one."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.forms import ChangeCohortForm, CohortFilterForm, CohortForm
from sidamping.features.programmes.queries.cohorts import LEADERS, READERS
from sidamping.features.programmes.services.cohorts import CHANGEABLE
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow

OPENERS = (*READERS, roles.MENTOR)


@allow(*OPENERS)
@require_safe
def cohorts(request: HttpRequest) -> HttpResponse:
    """The rounds of the own area, the newest first."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = CohortFilterForm(request.GET, viewer=viewer)
    page = queries.cohorts_page(viewer, **form.wanted(), after=request.GET.get("after", ""))
    return render(request, "programmes/cohorts.html", {"page": page, "form": form, "may_open": viewer.has(*LEADERS)})


@allow(*OPENERS)
@require_safe
def cohort(request: HttpRequest, cohort: UUID) -> HttpResponse:
    """One round: its own steps, its call, how many passed each step, who takes part."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = _card_or_404(request, cohort)
    context = {
        "card": card,
        "facts": _facts(card),
        "view": queries.cohort_view(viewer, card),
        "levels": queries.cohort_levels(card),
        "mentees": queries.cohort_mentees(viewer, card.id),
        "mentors": queries.cohort_mentors(card.id) if viewer.has(*READERS) else (),
        "call_open": card.call_is_open(viewer.on),
        "may_change": queries.leads_cohorts(viewer, card.programme, card.area),
        "reads_needs": viewer.has(*roles.OVERSEERS),
    }
    return render(request, "programmes/cohort.html", context)


@allow(*LEADERS)
@require_http_methods(["GET", "HEAD", "POST"])
def cohort_add(request: HttpRequest) -> HttpResponse:
    """Open a round of a programme."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = CohortForm(request.POST or None, initial={"starts": viewer.on}, viewer=viewer)
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            made = services.open_cohort(by=viewer, **form.cleaned_data)
            messages.success(request, _("Angkatan dibuka. Catat langkah pertamanya."))
            return redirect("cohort", made)
        except Refused as refused:
            problems = refused.problems
    context = {"form": form, "problems": problems}
    return render(request, "programmes/cohort_add.html", context, status=422 if request.method == "POST" else 200)


@allow(*LEADERS)
@require_http_methods(["GET", "HEAD", "POST"])
def cohort_change(request: HttpRequest, cohort: UUID) -> HttpResponse:
    """Other days, another call, other numbers, with the reason."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = _card_or_404(request, cohort)
    if not queries.leads_cohorts(viewer, card.programme, card.area):
        raise Http404
    form = ChangeCohortForm(request.POST or None, initial={key: getattr(card, key) for key in CHANGEABLE})
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.change_cohort(by=viewer, cohort=card.id, **form.cleaned_data)
            messages.success(request, _("Angkatan diubah."))
            return redirect("cohort", card.id)
        except Refused as refused:
            problems = refused.problems
    context = {"form": form, "problems": problems, "card": card}
    return render(request, "programmes/cohort_change.html", context, status=422 if request.method == "POST" else 200)


def _card_or_404(request: HttpRequest, cohort: UUID) -> queries.CohortCard:
    card = queries.cohort_card(request.viewer, cohort)  # type: ignore[attr-defined]  # set by middleware
    if card is None:
        raise Http404
    return card


def _facts(card: queries.CohortCard) -> list[tuple[str, object]]:
    return [
        (_("Program"), card.title),
        (_("Wilayah"), card.place or "Indonesia"),
        (_("Dampingan"), _("%(count)s dari target %(target)s") % {"count": card.mentees, "target": card.target}
            if card.target else card.mentees),
        (_("Sudah didampingi"), card.engaged),
        (_("Calon dan pendamping"), _("%(count)s, dicari %(wanted)s")
            % {"count": card.mentors, "wanted": card.mentors_wanted} if card.mentors_wanted else card.mentors),
    ]
