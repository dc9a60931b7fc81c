"""What a mentoring is measured by: fixed once at the start, measured later, shown before and after (A11)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.oversight.forms import decimal
from sidamping.features.oversight.views.answers import found_engagement, page
from sidamping.features.papers import queries, services
from sidamping.features.papers.queries import IndicatorLine
from sidamping.features.programmes.queries import carried_by
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
PLACES = range(1, 6)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def indicators(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The indicators with start, now and change; the mentor in charge fixes them once, then measures."""
    card = found_engagement(request, engagement)
    rows = queries.indicators_of(request.viewer, engagement)
    last = min(request.today, card.ends or request.today)
    writes = carried_by(engagement, request.viewer.user_id, last)
    problems: list[Problem] = []
    if request.method == "POST":
        problems = _write(request, engagement, rows)
        if not problems:
            messages.success(request, _("Indikator tersimpan."))
            return go(reverse("indicators", args=[engagement]))
    typed = {name: request.POST.get(name, "") for name in request.POST}
    context = {
        "card": card, "rows": [(one, typed.get(f"value-{one.id}", "")) for one in rows], "writes": writes,
        "over": last < request.today,
        "places": [(at, *(typed.get(f"{name}-{at}", "") for name in ("name", "unit", "value"))) for at in PLACES],
        "token": typed.get("token") or str(uuid7()), "day": typed.get("measured_on") or f"{last:%Y-%m-%d}",
    }
    return page(request, "indicators.html", context, problems)


def _write(request: HttpRequest, engagement: UUID, rows: tuple[IndicatorLine, ...]) -> list[Problem]:
    """Fix or measure; `token` names what is written, so that the same page sent twice writes once."""
    sent, by, on = request.POST, request.viewer, request.today
    token = read_id(sent.get("token", "")) or uuid7()
    try:
        if "measured_on" not in sent:
            filled = [at for at in PLACES if sent.get(f"name-{at}", "").strip() or sent.get(f"value-{at}", "").strip()]
            drafts = [
                services.IndicatorDraft(
                    uuid5(token, str(at)), sent.get(f"name-{at}", ""), sent.get(f"unit-{at}", ""),
                    decimal(sent.get(f"value-{at}", "")), sent.get(f"value-{at}", ""),
                )
                for at in filled
            ]
            services.fix_indicators(by=by, engagement=engagement, drafts=drafts, on=on)
            return []
        day = _day(sent.get("measured_on", ""))
        if day is None:
            return [problem("GENERAL_004", "measured_on", label=_("Tanggal"), seen=sent["measured_on"][:40],
                            example="21/11/2026")]
        values = [(one, sent.get(f"value-{one.id}", "")) for one in rows]
        measured = [
            services.MeasurementDraft(uuid5(token, str(one.id)), one.id, decimal(typed), typed)
            for one, typed in values if typed.strip()
        ]
        services.measure(by=by, engagement=engagement, drafts=measured, measured_on=day, on=on)
    except Refused as refused:
        return list(refused.problems)
    return []


def _day(text: str) -> date | None:
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), shape).date()
        except ValueError:
            continue
    return None
