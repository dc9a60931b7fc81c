"""The month as a grid, and the same plan as an iCalendar feed behind a secret address."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.domain.fieldwork.icalendar import Event, feed
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.queries import PlanLine, VisitFilter
from sidamping.features.fieldwork.views.answers import page
from sidamping.features.fieldwork.views.months import month_or_404, place_on_page, weeks_of
from sidamping.features.fieldwork.views.plans import state_on
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow, public
from sidamping.platform.http.answers import go

FEED_BEFORE, FEED_AFTER = timedelta(days=92), timedelta(days=366)


@allow(roles.MENTOR)
def calendar(request: HttpRequest) -> HttpResponse:
    """The month's plans and visits; the address for the phone's own calendar is made and renewed here."""
    if request.method == "POST":
        services.renew_feed(by=request.viewer)
        messages.success(request, _("Alamat kalender baru siap. Alamat lama tidak berlaku lagi."))
        return go(request.get_full_path())
    month = month_or_404(request.GET.get("bulan", ""), request.today)
    items = [one for one in queries.plan_of(request.viewer, month) if one.mentor_id == request.viewer.user_id]
    made = queries.visits_of(request.viewer, VisitFilter(month=month, mentor=request.viewer.user_id), size=200).rows
    token = queries.feed_token(request.viewer)
    address = settings.PUBLIC_URL.rstrip("/") + reverse("calendar_feed", args=[token]) if token else ""
    days = queries.days_of(month, items, [one.visited_on for one in made], request.today, place_on_page)
    context = {"month": month, "weeks": weeks_of(month, days), "agenda": _agenda(items, made, request), "feed": address,
               "weekdays": [WEEKDAYS[number] for number in range(7)]}
    return page(request, "calendar.html", context)


@public
@require_safe
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The owner's plan from three months back to a year ahead; anybody with the address reads it
    while the owner is a mentor."""
    owner = queries.feed_owner(token, request.today)
    if owner is None:
        raise Http404
    items = queries.plan_between([owner], request.today - FEED_BEFORE, request.today + FEED_AFTER, dropped=True)
    host = settings.PUBLIC_URL.partition("://")[2].partition("/")[0].partition(":")[0] or "sidamping"
    text = feed((_event(one) for one in items), name=_("Rencana kerja SiDamping"), zone=settings.TIME_ZONE, host=host)
    headers = {"Content-Disposition": 'inline; filename="sidamping.ics"', "Cache-Control": "private, no-cache",
               "X-Robots-Tag": "noindex"}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


def _agenda(items: list[PlanLine], made: Any, request: HttpRequest) -> list[dict[str, Any]]:
    """What happens on each day that has something, in order."""
    days: dict[Any, dict[str, Any]] = defaultdict(lambda: {"items": [], "visits": []})
    for item in items:
        if not item.dropped_on and not item.realised:
            days[item.planned_on]["items"].append((item, state_on(item, request.today)))
    for line in made:
        days[line.visited_on]["visits"].append(line)
    return [{"on": day, **found} for day, found in sorted(days.items())]


def _event(item: PlanLine) -> Event:
    id: UUID = item.id
    notes = "\n".join(part for part in (item.concern, item.purpose, item.target) if part)
    return Event(
        id=id, on=item.planned_on, starts_at=item.starts_at, minutes=item.minutes,
        title=f"{item.activity} — {item.mentee_name}", place=item.place, notes=notes,
        cancelled=item.dropped_on is not None, sequence=item.revised, stamp=item.created_at,
    )
