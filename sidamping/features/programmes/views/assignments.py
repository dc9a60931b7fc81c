"""Who carries whom: the list, a new mentoring, another mentor, the end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.mentors.queries import DECIDERS
from sidamping.features.parties import queries as parties
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.forms import (
    AssignForm,
    EndForm,
    EngagementForm,
    FilterForm,
    PriorityForm,
    ReplaceForm,
)
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id

MANAGERS = (roles.COORDINATOR, roles.SECRETARIAT, roles.PMO, roles.ADMIN)


@allow(*MANAGERS)
@require_safe
def assignments(request: HttpRequest) -> HttpResponse:
    """Every running mentoring of the area with its mentor, and how many each mentor carries."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = FilterForm(request.GET, viewer=viewer)
    page = queries.administered_page(viewer, form.wanted(), request.GET.get("after", ""))
    context = {"page": page, "form": form, "judges": viewer.has(*DECIDERS)}
    return render(request, "programmes/assignments.html", context)


@allow(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def engagement_add(request: HttpRequest) -> HttpResponse:
    """Find the mentee by name, then say programme, mentor, day and letter."""
    mentee = _mentee(request)
    if mentee is None:
        return render(request, "programmes/mentee_search.html", _found(request))
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    mentors = queries.mentors_for(viewer, mentee.village_code)
    form = EngagementForm(request.POST or None, initial={"starts": viewer.on}, viewer=viewer, mentors=mentors)
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.open_engagement(by=viewer, mentee_id=mentee.id, **_engagement_values(form))
            messages.success(request, _("Pendampingan %(name)s dibuka.") % {"name": mentee.name})
            return redirect("assignments")
        except Refused as refused:
            problems = refused.problems
    context = {"mentee": mentee, "form": form, "problems": problems}
    return render(request, "programmes/engagement_add.html", context, status=_status(request))


@allow(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def assignment_change(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Replace the mentor, or assign one where nobody carries the mentoring."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = _card_or_404(request, engagement)
    mentors = queries.mentors_for(viewer, card.village_code, card.programme)
    form = _mentor_form(request, card, mentors)
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            act = services.replace_mentor if card.mentor_id else services.assign
            values = {**form.cleaned_data, "mentor": UUID(form.cleaned_data["mentor"])}
            act(by=viewer, engagement=card.id, **values)
            messages.success(request, _("Pendamping %(name)s tercatat.") % {"name": card.mentee_name})
            return redirect("assignments")
        except Refused as refused:
            problems = refused.problems
    asks_later = "keep_later" in request.POST or any(getattr(one, "where", "") == "keep_later" for one in problems)
    context = {"card": card, "form": form, "problems": problems, "lines": queries.assignments_of(card.id)}
    context |= {"asks_later": asks_later, "fitness": queries.fitness_of(card, _offered(card, mentors), viewer.on)}
    return render(request, "programmes/assignment_change.html", context, status=_status(request))


@allow(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def engagement_end(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """End the mentoring with its last day and the reason; its records stay readable."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = _card_or_404(request, engagement)
    form = EndForm(request.POST or None, initial={"ends": viewer.on})
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.end_engagement(by=viewer, engagement=card.id, **form.cleaned_data)
            messages.success(request, _("Pendampingan %(name)s diakhiri.") % {"name": card.mentee_name})
            return redirect("assignments")
        except Refused as refused:
            problems = refused.problems
    context = {"card": card, "form": form, "problems": problems}
    return render(request, "programmes/engagement_end.html", context, status=_status(request))


@allow(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def engagement_priority(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Change the priority a mentoring works on, with the reason."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = _card_or_404(request, engagement)
    form = PriorityForm(request.POST or None, initial={"priority": str(card.priority)})
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            services.set_priority(by=viewer, engagement=card.id, priority=int(said["priority"]), why=said["why"])
            messages.success(request, _("Prioritas %(name)s tersimpan.") % {"name": card.mentee_name})
            return redirect("assignments")
        except Refused as refused:
            problems = refused.problems
    context = {"card": card, "form": form, "problems": problems}
    return render(request, "programmes/engagement_priority.html", context, status=_status(request))


def _mentee(request: HttpRequest) -> parties.PartyName | None:
    """The mentee chosen in the address, if the viewer may open a mentoring in its village."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    id = read_id(request.GET.get("dampingan", ""))
    if id is None:
        return None
    found = parties.party_names([id]).get(id)
    if found is None or not any(found.village_code.startswith(area) for area in viewer.areas(*MANAGERS)):
        raise Http404
    return found


def _found(request: HttpRequest) -> dict[str, Any]:
    text = request.GET.get("cari", "").strip()
    if not text:
        return {"text": "", "found": ()}
    viewer, wanted = request.viewer, parties.Filters(text=text)  # type: ignore[attr-defined]  # set by middleware
    pages = (parties.cooperatives(viewer, wanted, size=10), parties.businesses(viewer, wanted, size=10))
    return {"text": text, "found": [line for page in pages for line in page.rows]}


def _engagement_values(form: forms.Form) -> dict[str, Any]:
    values = dict(form.cleaned_data)
    mentor = values.pop("mentor")
    return {**values, "priority": int(values["priority"]), "mentor_id": UUID(mentor) if mentor else None}


def _mentor_form(request: HttpRequest, card: queries.EngagementCard, mentors: tuple[Any, ...]) -> forms.Form:
    on = request.today  # type: ignore[attr-defined]  # set by middleware
    if card.mentor_id is None:
        return AssignForm(request.POST or None, initial={"starts": max(on, card.starts)}, mentors=mentors)
    others = tuple(one for one in mentors if one.user_id != card.mentor_id)
    return ReplaceForm(request.POST or None, initial={"last_day": on}, mentors=others)


def _offered(card: queries.EngagementCard, mentors: tuple[Any, ...]) -> list[UUID]:
    """The mentors one may choose, without the present one."""
    return [one.user_id for one in mentors if one.user_id != card.mentor_id]


def _card_or_404(request: HttpRequest, engagement: UUID) -> queries.EngagementCard:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = queries.administered_card(viewer, engagement)
    if card is None or not queries.manages(viewer, card.programme, card.village_code):
        raise Http404
    return card


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200
