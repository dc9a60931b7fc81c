"""Pages of the monthly work plan: the month with its strip of days, one item, a new item."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.forms import AddPlanForm, ChangePlanForm, DropForm
from sidamping.features.fieldwork.queries import PlanLine, ProblemHead, VisitFilter
from sidamping.features.fieldwork.views.answers import page
from sidamping.features.fieldwork.views.months import month_or_404, place_on_page
from sidamping.features.programmes.queries import EngagementCard, mentor_engagements
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.answers import go

CELLS = (
    "planned_on", "starts_at", "minutes", "concern", "activity", "purpose", "target", "method", "place", "agreed_by",
)


@allow(roles.MENTOR)
def plan(request: HttpRequest, month: str = "") -> HttpResponse:
    """The month's plan: what is planned, what was done, what was not planned but done."""
    wanted = month_or_404(month, request.today)
    items = [one for one in queries.plan_of(request.viewer, wanted) if one.mentor_id == request.viewer.user_id]
    filters = VisitFilter(month=wanted, mentor=request.viewer.user_id)
    made = queries.visits_of(request.viewer, filters, size=200).rows
    listed = {one.planned_on for one in items}
    context = {
        "month": wanted,
        "items": [(one, state_on(one, request.today)) for one in items],
        "days": queries.days_of(
            wanted, items, [one.visited_on for one in made], request.today,
            lambda day: place_on_page(day) if day in listed else "",
        ),
        "unplanned": [line for line in made if line.plan_item_id is None],
        "standing": sum(1 for one in items if not one.dropped_on),
        "realised": sum(1 for one in items if one.realised),
    }
    return page(request, "plan.html", context)


@allow(roles.MENTOR)
def plan_add(request: HttpRequest) -> HttpResponse:
    """A new activity; weekly or monthly repetition makes several items."""
    cards = mentor_engagements(request.viewer.user_id, request.today)
    options: dict[str, Any] = {"cards": cards, "problems": queries.unsolved_problems([card.id for card in cards])}
    form = AddPlanForm(request.POST, **options) if request.method == "POST" else AddPlanForm(
        initial=_fresh(request, cards, options["problems"]), **options
    )
    problems: Any = form.problems
    if form.is_bound and not problems:
        draft, data = form.draft(), form.cleaned_data
        try:
            made = services.plan_activity(
                by=request.viewer, draft=draft, on=request.today, repeat=data["repeat"], until=data["until"]
            )
            messages.success(request, _("%(count)s kegiatan direncanakan.") % {"count": len(made)})
            return go(reverse("plan", args=[str(Month.of(draft.planned_on))]))
        except Refused as refused:
            problems = refused.problems
    observed = queries.observed([card.id for card in cards])
    unobserved = [card for card in cards if card.id not in observed]
    return page(request, "plan_add.html", {"form": form, "cards": cards, "unobserved": unobserved}, problems)


@allow(roles.MENTOR)
def plan_item(request: HttpRequest, item: UUID) -> HttpResponse:
    """One item: change it, drop it with a reason, or record the visit that carries it out."""
    line = queries.plan_item(request.viewer, item)
    if line is None or line.mentor_id != request.viewer.user_id:
        raise Http404
    cards = mentor_engagements(request.viewer.user_id, line.planned_on)
    options: dict[str, Any] = {"cards": cards, "problems": queries.unsolved_problems([line.engagement_id])}
    form = ChangePlanForm(initial=_as_planned(line), **options)
    drop = DropForm(auto_id="batal_%s")
    problems: Any = ()
    if request.method == "POST" and request.POST.get("aksi") == "batal":
        drop = DropForm(request.POST, auto_id="batal_%s")
        problems = drop.problems or _dropped(request, line, drop)
    elif request.method == "POST":
        form = ChangePlanForm(request.POST, **options)
        problems = form.problems or _changed(request, line, form)
    if request.method == "POST" and not problems:
        return go(reverse("plan", args=[str(Month.of(line.planned_on))]))
    (drop if drop.is_bound else form).shown = problems
    context = {"line": line, "state": state_on(line, request.today), "form": form, "drop": drop,
               "month": Month.of(line.planned_on), "open": not line.realised and not line.dropped_on}
    return page(request, "plan_item.html", context, problems)


def state_on(line: PlanLine, on: date) -> str:
    """As shown on a day: a planned item whose day has passed is late."""
    return "late" if line.state == "planned" and line.planned_on < on else line.state


def _fresh(
    request: HttpRequest, cards: tuple[EngagementCard, ...], problems: tuple[ProblemHead, ...]
) -> dict[str, Any]:
    wanted = request.GET.get("dampingan", "")
    day = request.GET.get("tanggal", "")
    initial: dict[str, Any] = {"id": uuid7(), "minutes": 90, "method": "on_the_job", "planned_on": day or request.today}
    if any(str(card.id) == wanted for card in cards):
        initial["engagement"] = wanted
    elif len(cards) == 1:
        initial["engagement"] = str(cards[0].id)
    about = next((one for one in problems if str(one.id) == request.GET.get("masalah")), None)
    return initial | ({"problem": str(about.id), "concern": about.title} if about else {})


def _as_planned(line: PlanLine) -> dict[str, Any]:
    initial = {name: getattr(line, name) for name in CELLS}
    initial |= {"id": line.id, "engagement": str(line.engagement_id)}
    return initial | {"problem": line.problem_id, "seen": line.revised}


def _changed(request: HttpRequest, line: PlanLine, form: ChangePlanForm) -> Any:
    data = form.cleaned_data
    data["id"], data["engagement"] = line.id, str(line.engagement_id)
    try:
        services.change_plan_item(
            by=request.viewer, seen=data["seen"], draft=form.draft(), reason=data["reason"], on=request.today
        )
    except Refused as refused:
        return refused.problems
    messages.success(request, _("Rencana diubah. Isi lama tersimpan di riwayat."))
    return ()


def _dropped(request: HttpRequest, line: PlanLine, form: DropForm) -> Any:
    try:
        services.drop_plan_item(
            by=request.viewer, item_id=line.id, reason=form.cleaned_data["reason"], on=request.today
        )
    except Refused as refused:
        return refused.problems
    messages.success(request, _("Kegiatan dibatalkan. Alasannya tetap tertulis."))
    return ()
