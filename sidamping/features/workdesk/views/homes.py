"""The first page of each role, and the homes of mentor and chair."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from sidamping.features.workdesk import queries
from sidamping.features.workdesk.views.pictures import month_strip
from sidamping.features.workdesk.views.sharing import day_text
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow, signed_in

HOMES = {
    roles.MENTOR: "today",
    roles.CHAIR: "chair_home",
    roles.TREASURER: "books",
    roles.COORDINATOR: "queue",
    roles.SECRETARIAT: "reception",
    roles.DINAS_REGENCY: "board",
    roles.DINAS_PROVINCE: "board",
    roles.PMO: "board",
    roles.ASSESSOR: "assessments",
    roles.ADMIN: "users",
}


@signed_in
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Go to the home of the main role; a person without a role in force is told whom to ask."""
    role = request.viewer.main_role  # type: ignore[attr-defined]  # set by middleware
    return redirect(HOMES[role]) if role else render(request, "workdesk/no_role.html")


@allow(roles.MENTOR)
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Hari ini: visits, promises, papers due; suggestions load beside it."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    day = queries.mentor_day(viewer)
    context = {"day": day, "days": month_strip(day.month_plan, viewer.on), "share": day_text(day)}
    return render(request, "workdesk/today.html", context)


@allow(roles.MENTOR)
@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Whom to visit next and why; a fragment beside 'Hari ini', a page of its own without scripts."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    name = "workdesk/suggestions.html" if request.htmx else "workdesk/suggestions_page.html"
    places = [(grant.programme, grant.area) for grant in viewer.holding(roles.MENTOR) if grant.programme]
    suggested = queries.suggested_visits(viewer)
    rules = queries.contact_rules(places, viewer.on) if any(one.by_rule for one in suggested) else ()
    return render(request, name, {"suggested": suggested, "rules": rules})


@allow(roles.CHAIR)
@require_safe
def chair_home(request: HttpRequest) -> HttpResponse:
    """Big choices for a chair: papers to acknowledge, what was promised, assessments to fill in."""
    day = queries.chair_day(request.viewer)  # type: ignore[attr-defined]  # set by middleware
    return render(request, "workdesk/chair_home.html", {"day": day})


@signed_in
@require_safe
def more(request: HttpRequest) -> HttpResponse:
    """Every place of the roles held, for the small bar of a phone."""
    return render(request, "workdesk/more.html")
