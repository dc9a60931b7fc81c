"""A path as a picture, a step recorded on it, a record taken back, the proof of a step."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.programmes import queries, services
from sidamping.features.programmes.forms import StepForm, TakeBackForm
from sidamping.features.programmes.queries import PathView
from sidamping.features.programmes.queries.seats import PathPlace
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import stored_file, there

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS, roles.ASSESSOR, roles.ADMIN)
STEPPERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS, roles.ASSESSOR)
"""Whoever a programme file may name for a step; which steps they are is decided by the file and the territory."""


@allow(*READERS)
@require_safe
def path_page(request: HttpRequest, path: UUID) -> HttpResponse:
    """The path of a candidate, an applicant or a cohort; that of a mentoring opens the mentoring."""
    view = _view_or_404(request, path)
    place = view.place
    if place.engagement_id or place.cohort_led:
        return redirect(*_home(place))
    return render(request, "programmes/path.html", {"view": view, "place": place})


@allow(*STEPPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def step_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Record a step of a mentoring."""
    view = queries.mentoring_view(request.viewer, engagement)  # type: ignore[attr-defined]  # set by middleware
    if view is None:
        raise Http404
    return _step(request, view)


@allow(*STEPPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def path_step_add(request: HttpRequest, path: UUID) -> HttpResponse:
    """Record a step of a candidate's or a cohort's path."""
    return _step(request, _view_or_404(request, path))


@allow(*STEPPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def step_take_back(request: HttpRequest, step_record: UUID) -> HttpResponse:
    """Take a record of a step back, with the reason."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    record = step_record
    view = queries.view_of_record(viewer, record)
    stop = next((one for one in view.stops if one.record == record), None) if view else None
    if view is None or stop is None or record not in view.reversible:
        raise Http404
    place = view.place
    form = TakeBackForm(request.POST or None)
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.take_back(by=viewer, record=record, on=viewer.on, **form.cleaned_data)
            messages.success(request, _("Catatan langkah ditarik; langkahnya terbuka lagi."))
            return redirect(*_home(place))
        except Refused as refused:
            problems = refused.problems
    context = {"form": form, "problems": problems, "stop": stop, "place": place,
               "back": reverse(_home(place)[0], args=[_home(place)[1]])}
    return render(request, "programmes/step_take_back.html", context, status=422 if request.method == "POST" else 200)


@allow(*READERS)
@require_safe
def step_file(request: HttpRequest, proof: UUID) -> HttpResponse:
    """The file of a proof, for who sees the step."""
    kept = there(queries.proof_file(request.viewer, proof))  # type: ignore[attr-defined]  # set by middleware
    return stored_file(kept, f"bukti-{kept.sha256[:8]}", stays=False)


def _step(request: HttpRequest, view: PathView) -> HttpResponse:
    """First which step, then its form; refused input stays in the fields."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    name, back = view.place.name, reverse(_home(view.place)[0], args=[_home(view.place)[1]])
    code = request.POST.get("step") or request.GET.get("langkah", "")
    doable = view.step(code)
    if request.method != "POST" and doable is None:
        return render(request, "programmes/step_choose.html", {"view": view, "name": name, "back": back})
    start = {"step": code, "done_on": viewer.on}
    form = StepForm(request.POST or None, request.FILES or None, initial=start, doable=doable)
    problems: tuple[object, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.record_step(by=viewer, path=view.id, **form.wanted())
            messages.success(request, _("Langkah tercatat."))
            return redirect(back)
        except Refused as refused:
            problems = refused.problems
    context = {"view": view, "doable": doable, "name": name, "back": back, "form": form, "problems": problems}
    return render(request, "programmes/step.html", context, status=422 if request.method == "POST" else 200)


def _view_or_404(request: HttpRequest, path: UUID) -> PathView:
    view = queries.path_view(request.viewer, path)  # type: ignore[attr-defined]  # set by middleware
    if view is None:
        raise Http404
    return view


def _home(place: PathPlace) -> tuple[str, UUID]:
    """The address where a path is shown."""
    if place.engagement_id:
        return "engagement", place.engagement_id
    return ("cohort", place.cohort_led) if place.cohort_led else ("path", place.path_id)
