"""After the mentoring: the schedule of follow-ups, what was found, who carries it on; and the list of what is due."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.outcomes import queries, services
from sidamping.features.outcomes.forms import ContinuationForm, LookBackForm
from sidamping.features.outcomes.queries import READERS
from sidamping.features.outcomes.queries.scope import CONTINUED
from sidamping.features.outcomes.views.answers import answered, card_to_do, found_card, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

LOOKERS = (roles.MENTOR, *roles.OVERSEERS)
CARRIERS = (roles.PMO, roles.DINAS_REGENCY, roles.DINAS_PROVINCE, roles.COORDINATOR, roles.SECRETARIAT)


@allow(*READERS)
@require_safe
def after(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The follow-ups of one mentoring and who carries it on."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = found_card(request, engagement)
    continues = queries.step_of(card, CONTINUED) is not None
    verdict = queries.verdict_on(card)
    context = {
        "card": card, "occasions": queries.occasions_of(card, viewer.on), "looks": queries.looks_back(viewer, card),
        "continued": queries.continuations_of(card), "verdict": verdict,
        "may_continue": continues and queries.may(viewer, card, CONTINUED) and not (verdict and verdict.graduates),
        "rule": queries.book_of(card).follow_up,
    }  # fmt: skip
    return page(request, "after.html", context)


@allow(*LOOKERS)
@require_http_methods(["GET", "HEAD", "POST"])
def look_back_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Record what was found after so many months."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = found_card(request, engagement)
    rule = queries.book_of(card).follow_up
    step = queries.step_of(card, rule.step) if rule else None
    if step is None:
        raise Http404
    if not queries.looks_back(viewer, card):
        raise PermissionDenied("ACCESS_001")
    data = request.POST if request.method == "POST" else None
    start = {"on": viewer.on, "month": request.GET.get("bulan", "")}
    form = LookBackForm(data, outcomes=step.outcomes, initial=start)

    def write() -> None:
        indicators, faults = form.indicators_read()
        told: list[Problem] = list(faults)
        if told:
            raise Refused(told)
        said = {name: form.cleaned_data[name] for name in ("id", "month", "outcome", "on", "note")}
        services.look_back(by=viewer, engagement=engagement, indicators=indicators, **said)

    return answered(
        request, "look_back.html", {"card": card, "form": form, "month": form["month"].value()}, write,
        _("Tindak lanjut tercatat."), reverse("after", args=[engagement]),
    )


@allow(*CARRIERS)
@require_http_methods(["GET", "HEAD", "POST"])
def continuation_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Another office carries the mentoring on."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = card_to_do(request, engagement, CONTINUED)
    book, words = queries.book_of(card), labels("roles", reader_language())
    owners = [
        (one, book.role(one, reader_language()) if one in book.roles else words[one]) for one in book.continues
    ]
    data = request.POST if request.method == "POST" else None
    form = ContinuationForm(data, owners=owners, initial={"starts": viewer.on})

    def write() -> None:
        said = {name: form.cleaned_data[name] for name in ("id", "owner", "starts", "why")}
        services.carry_on(by=viewer, engagement=engagement, **said)

    return answered(
        request, "continue.html", {"card": card, "form": form}, write, _("Lanjutan pendampingan tercatat."),
        reverse("after", args=[engagement]),
    )


@allow(*LOOKERS)
@require_safe
def look_backs(request: HttpRequest) -> HttpResponse:
    """What the viewer should look into, the longest overdue first."""
    lines = queries.due_look_backs(request.viewer)  # type: ignore[attr-defined]  # set by middleware
    return page(request, "look_backs.html", {"lines": lines})
