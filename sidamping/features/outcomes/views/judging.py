"""The result in words and the verdict on graduation, each beside the conditions as they stand."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.features.outcomes import queries, services
from sidamping.features.outcomes.forms import ResultForm, VerdictForm
from sidamping.features.outcomes.queries import OFFICES
from sidamping.features.outcomes.queries.scope import RESULT, VERDICT
from sidamping.features.outcomes.views.answers import answered, card_to_do, is_shut
from sidamping.platform.access.guard import allow


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def outcome_judge(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The result of the mentoring."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = card_to_do(request, engagement, RESULT)
    found = queries.explanation(card, viewer)
    if found is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = ResultForm(data, shut=is_shut(card, RESULT), initial={"on": viewer.on})
    context = {"card": card, "form": form, "found": found, "stop": queries.stop_of(card, RESULT)}
    return answered(
        request, "judge.html", context,
        lambda: services.judge_result(
            by=viewer, id=form.cleaned_data["id"], engagement=engagement, summary=form.cleaned_data["summary"],
            on=form.cleaned_data["on"], override_why=form.override,
        ),
        _("Hasil dinilai. Tindak lanjut dijadwalkan sejak hari itu."), reverse("outcome", args=[engagement]),
    )


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def outcome_verdict(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The verdict on graduation."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = card_to_do(request, engagement, VERDICT)
    found = queries.explanation(card, viewer)
    if found is None:
        raise Http404
    versions = queries.criteria_versions(found.criteria)
    data = request.POST if request.method == "POST" else None
    start = {"on": viewer.on, "criteria": found.seen.pair.version if found.seen.pair else ""}
    form = VerdictForm(data, verdicts=found.verdicts, versions=versions, shut=is_shut(card, VERDICT), initial=start)
    context = {"card": card, "form": form, "found": found, "stop": queries.stop_of(card, VERDICT)}

    def write() -> None:
        said = {name: form.cleaned_data[name] for name in ("id", "verdict", "criteria", "on", "reason", "carried_by")}
        services.decide_verdict(by=viewer, engagement=engagement, override_why=form.override, **said)

    return answered(
        request, "verdict.html", context, write, _("Predikat diputuskan."), reverse("outcome", args=[engagement])
    )
