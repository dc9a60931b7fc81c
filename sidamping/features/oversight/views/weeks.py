"""The daily journal per mentor and week."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from sidamping.features.oversight.queries.weeks import journal_weeks as lines_of
from sidamping.features.oversight.queries.weeks import monday_of
from sidamping.features.oversight.views.answers import page
from sidamping.features.programmes.queries import where_of
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow


@allow(*roles.OVERSEERS)
@require_safe
def journal_weeks(request: HttpRequest) -> HttpResponse:
    """Which working days of a week have no entry, per mentor; ?minggu= names a day of the week."""
    start = monday_of(_day(request.GET.get("minggu", ""), request.today))
    where = where_of(request.viewer, request.GET.get("wilayah", ""))
    rows = () if where.asked else lines_of(request.viewer, start, where.area)
    later = start + timedelta(days=7)
    asked = [one for one in rows if one.daily]
    context = {
        "rows": rows, "where": where, "start": start, "end": start + timedelta(days=6),
        "earlier": start - timedelta(days=7), "later": later if later <= request.today else None,
        "days": [start + timedelta(days=n) for n in range(7)],
        "missing": sum(one.missing for one in asked), "whole": sum(one.expected for one in asked),
    }
    return page(request, "journal_weeks.html", context)


def _day(text: str, otherwise: date) -> date:
    """The day of the address; whoever wrote an impossible one sees this week."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return otherwise
    return found if date(2000, 1, 1) <= found <= date(2100, 1, 1) else otherwise
