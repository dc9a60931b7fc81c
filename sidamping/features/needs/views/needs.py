"""The needs of a mentee: what is in force, what stood before, the referrals; and determining them anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.needs import queries, services
from sidamping.features.needs.forms import NeedForm
from sidamping.features.needs.queries import FIELDS, KEEPERS, READERS, NeedLine
from sidamping.features.needs.views.answers import found_card, page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels, pinned_programme


@allow(*READERS)
@require_safe
def needs(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The needs in force, older determinations and the referrals."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = found_card(request, engagement)
    versions = queries.needs_of(viewer, engagement)
    context = {
        "card": card, "versions": [(one, parts(one)) for one in versions], "may_determine": False, "may_refer": False,
        "referrals": queries.referrals_of(viewer, engagement),
    }  # fmt: skip
    if viewer.has(*KEEPERS):
        context["may_determine"] = queries.may_determine(viewer, card)
        context["may_refer"] = queries.may_refer(viewer, card)
    return page(request, "needs.html", context)


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def need_determine(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Determine the needs; the form begins with what stands."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = found_card(request, engagement)
    if not queries.may_determine(viewer, card):
        raise PermissionDenied("ACCESS_001")
    last = queries.need_of(viewer, engagement)
    stop = next((one for one in card.path if one.code == queries.STEP), None)
    shut = stop is not None and stop.done_on is None and bool(stop.waits_for)
    offered = queries.choices(pinned_programme(card.pinned))
    data = request.POST if request.method == "POST" else None
    form = NeedForm(offered, data, last=last, today=viewer.on, priority=card.priority, shut=shut)
    context = {"card": card, "form": form, "last": last, "stop": stop}
    if data is None:
        return page(request, "determine.html", context)
    if not form.is_valid():
        return page(request, "determine.html", context, wrong=True)
    try:
        services.determine(by=viewer, engagement=engagement, **form.said())
    except Refused as refused:
        return page(request, "determine.html", context, refused.problems)
    messages.success(request, _("Kebutuhan ditetapkan."))
    return go(reverse("needs", args=[engagement]))


def parts(need: NeedLine) -> list[tuple[str, list[str]]]:
    """What a determination says, part by part, in words."""
    language = reader_language()
    found: list[tuple[str, Any]] = [
        (services.part_word(part), [labels(name, language).get(code, code) for code in getattr(need, part)])
        for part, name in FIELDS.items()
    ]
    level = labels("priority-levels", language)[str(need.priority)]
    return [one for one in [*found[:2], (_("Prioritas"), [level]), *found[2:]] if one[1]]
