"""The list of plans, one with its proposal, settling a mentee by hand, computing and applying."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.placements import queries, services
from sidamping.features.placements.forms import PairForm, PlanForm
from sidamping.features.placements.queries import KIND, PLANNERS
from sidamping.features.placements.services import AT_ONCE
from sidamping.features.placements.views.words import left_sentence, sentence
from sidamping.features.programmes import queries as programmes
from sidamping.platform.access.guard import allow, signed_in
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go, room_page
from sidamping.platform.http.language import reader_language
from sidamping.platform.jobs.queries import job_card
from sidamping.platform.jobs.running import start
from sidamping.platform.territory import queries as territory
from sidamping.rules import books

_page = partial(room_page, "placements")
SHOWN = 100
"""Pairs on one page."""


@allow(*PLANNERS)
@require_safe
def placements(request: HttpRequest) -> HttpResponse:
    """Every plan of the area, the newest first."""
    found = queries.plans_page(request.viewer, request.GET.get("after", ""))
    return render(request, "placements/plans.html", {"page": found})


@allow(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def placement_add(request: HttpRequest) -> HttpResponse:
    """A new plan; its proposal is computed right away."""
    form = _plan_form(request)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        values = form.values()
        try:
            plan = services.make_plan(by=request.viewer, **_named(values))
            return _computed(request, plan)
        except Refused as refused:
            problems = refused.problems
    return _page(request, "plan_add.html", {"form": form}, problems)


@allow(*PLANNERS)
@require_safe
def placement(request: HttpRequest, plan: UUID) -> HttpResponse:
    """The proposal: each pair with its reasons and the next best, who is left over and why."""
    return _show(request, plan)


@allow(*PLANNERS)
@require_POST
def placement_compute(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Compute anew; large ones in the background."""
    _card_or_404(request, plan)
    try:
        return _computed(request, plan)
    except Refused as refused:
        return _show(request, plan, refused.problems)


@allow(*PLANNERS)
@require_POST
def placement_apply(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Turn the ticked pairs into assignments, all or none."""
    _card_or_404(request, plan)
    chosen = [id for one in request.POST.getlist("chosen") if (id := read_id(one))]
    try:
        id = read_id(request.POST.get("id", "")) or uuid7()
        letter = request.POST.get("letter", "").strip()[:120]
        count = services.apply_plan(by=request.viewer, id=id, plan=plan, chosen=chosen, now=request.now, letter=letter)
    except Refused as refused:
        return _show(request, plan, refused.problems)
    messages.success(request, _("%(count)s pendamping ditugaskan.") % {"count": count})
    return go(reverse("placement", args=[plan]))


@allow(*PLANNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def placement_pair(request: HttpRequest, plan: UUID, engagement: UUID) -> HttpResponse:
    """Everything about one mentee: every mentor with what speaks for and against, and what people settle."""
    desk = _desk_or_404(request, plan, engagement)
    initial: dict[str, Any] = {
        "theme": desk.theme, "sector": desk.sector, "language": desk.language, "priority": str(desk.priority),
    }  # fmt: skip
    initial |= {"mentor": desk.told.get("mentor", ""), "out": bool(desk.told.get("out"))}
    form = PairForm(request.POST or None, initial=initial, options=desk.options)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.settle(by=request.viewer, plan=plan, engagement=engagement, told=form.told())
            return _computed(request, plan)
        except Refused as refused:
            problems = refused.problems
    options = [(one, [sentence(part.code, part.values) for part in one.because]) for one in desk.options]
    context = {"plan": plan, "desk": desk, "form": form, "options": options}
    return _page(request, "pair.html", context, problems)


@signed_in
@require_safe
def placement_computed(request: HttpRequest, job: UUID) -> HttpResponse:
    """From the finished work back to its plan."""
    card = job_card(request.viewer, job)
    if card is None or card.kind != KIND:
        raise Http404
    return go(reverse("placement", args=[card.arguments["plan"]]))


def _computed(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Compute while the page waits, or in the background when there is much to compute."""
    if services.size_of(request.viewer, plan) > AT_ONCE:
        return go(reverse("job", args=[start(KIND, by=request.viewer, arguments={"plan": str(plan)})]))
    count = services.compute(by=request.viewer, plan=plan, now=request.now)
    messages.success(request, _("Usulan dihitung: %(count)s pasangan.") % {"count": count})
    return go(reverse("placement", args=[plan]))


def _show(request: HttpRequest, plan: UUID, problems: Iterable[Problem] = ()) -> HttpResponse:
    card, wrong = _card_or_404(request, plan), tuple(problems)
    chosen = set(request.POST.getlist("chosen"))
    faults = {one.where: one.text(reader_language()) for one in wrong}
    rows = [_row(one, chosen, faults, request.method == "POST") for one in card.pairs[:SHOWN]]
    left = [(one, left_sentence(one.code, one.values)) for one in (*card.left, *card.out)]
    few = [(one, left_sentence(one.code, one.values)) for one in card.few]
    context = {"card": card, "rows": rows, "left": left, "few": few, "id": request.POST.get("id") or uuid7(),
               "hidden": max(len(card.pairs) - SHOWN, 0), "letter": request.POST.get("letter", "")}
    return _page(request, "plan.html", context, wrong)


def _row(one: queries.PairRow, chosen: set[str], faults: dict[str, str], posted: bool) -> dict[str, Any]:
    key = str(one.engagement_id)
    because = [sentence(part.code, part.values) for part in one.because]
    return {"pair": one, "because": because, "ticked": key in chosen or not posted, "fault": faults.get(f"pair-{key}")}


def _plan_form(request: HttpRequest) -> PlanForm:
    viewer = request.viewer
    cohorts = [one for one in programmes.cohorts_to_choose(viewer) if _plannable(one.pinned)]
    found = [one for one in books.programmes(viewer.on) if one.assignment and _holds(viewer, one)]
    titles = [(one.code, one.title.text(reader_language())) for one in found]
    held = viewer.areas(*PLANNERS)
    names = territory.names_of(area for area in held if area)
    areas = [(area, names.get(area, _("Seluruh Indonesia"))) for area in held]
    initial = {"starts": viewer.on, "scope": f"cohort:{request.GET.get('angkatan', '')}"}
    return PlanForm(request.POST or None, initial=initial, cohorts=cohorts, programmes=titles, areas=areas)


def _plannable(pinned: str) -> bool:
    return bool(books.pinned_programme(pinned).assignment)


def _holds(viewer: Any, book: Any) -> bool:
    return any(grant.programme in ("", book.code) for grant in viewer.holding(*programmes.assigners(book)))


def _named(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "cohort": UUID(values["cohort"])} if "cohort" in values else values


def _desk_or_404(request: HttpRequest, plan: UUID, engagement: UUID) -> queries.PairDesk:
    """The mentee's desk; a programme that names no rule of assignment has none."""
    try:
        desk = queries.pair_desk(request.viewer, plan, engagement)
    except Refused:
        raise Http404 from None
    if desk is None:
        raise Http404
    return desk


def _card_or_404(request: HttpRequest, plan: UUID) -> queries.PlanCard:
    card = queries.plan_card(request.viewer, plan)
    if card is None:
        raise Http404
    return card
