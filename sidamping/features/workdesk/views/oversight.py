"""Homes of those who look over a territory: queue, reception, compliance of mentors, mentees unseen."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from sidamping.domain.periods import Month
from sidamping.features.papers.queries import to_receive
from sidamping.features.programmes.queries import where_of
from sidamping.features.workdesk import queries
from sidamping.features.workdesk.views.pictures import profile_tables
from sidamping.features.workdesk.views.sharing import reminder_text
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id


@allow(roles.COORDINATOR)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Papers that wait for the coordinator at the left; the sheet opened at the right where there is room."""
    day = queries.coordinator_day(request.viewer)  # type: ignore[attr-defined]  # set by middleware
    return render(request, "workdesk/queue.html", {"day": day})


@allow(roles.SECRETARIAT)
@require_safe
def reception(request: HttpRequest) -> HttpResponse:
    """Papers passed on that the secretariat is to receive."""
    waiting = to_receive(request.viewer)  # type: ignore[attr-defined]  # set by middleware
    return render(request, "workdesk/reception.html", {"waiting": waiting})


@allow(*roles.OVERSEERS)
@require_safe
def compliance(request: HttpRequest) -> HttpResponse:
    """How punctual each mentor is with the papers of a month, and how many mentees are unseen."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    month = _month(request, Month.of(viewer.on).previous)
    where = where_of(viewer, request.GET.get("wilayah", ""))
    rows = () if where.asked else queries.mentor_rows(viewer, month, where.area)
    label = month.label(get_language() or "id")
    later = month.next if month.start < Month.of(viewer.on).start else None
    context = {
        "rows": rows, "where": where, "month": label, "shown": str(month.start)[:7],
        "earlier": str(month.previous.start)[:7],
        "later": str(later.start)[:7] if later else "", "reminder": reminder_text(rows, label),
    }
    return render(request, "workdesk/compliance.html", context)


@allow(*roles.OVERSEERS)
@require_safe
def unseen(request: HttpRequest) -> HttpResponse:
    """Mentees unseen beyond the rule of their programme, longest first."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    mentor = read_id(request.GET.get("pendamping", ""))
    where = where_of(viewer, request.GET.get("wilayah", ""))
    asked = where.asked and mentor is None
    found = () if asked else queries.unseen_mentees(viewer, where.area, mentor)
    rules = sorted({one.rule for one in found}, key=lambda rule: rule.programme)
    context = {"shown": found[: queries.SHOWN], "rules": rules, "where": where, "asked": asked}
    return render(request, "workdesk/unseen.html", context)


@allow(roles.MENTOR, *roles.OVERSEERS)
@require_safe
def mentor(request: HttpRequest, user: UUID) -> HttpResponse:
    """How a mentor works: roles played, topics, ways of meeting, hours, over the last twelve months."""
    found = queries.mentor_profile(request.viewer, user)  # type: ignore[attr-defined]  # set by middleware
    if found is None:
        raise Http404
    return render(request, "workdesk/mentor.html", {"found": found, "tables": profile_tables(found)})


def _month(request: HttpRequest, otherwise: Month) -> Month:
    try:
        return Month.parse(request.GET.get("bulan", ""))
    except ValueError:
        return otherwise
