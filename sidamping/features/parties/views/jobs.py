"""The page of long work: how far it is, and where its result stands; only its owner sees it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sidamping.platform.access.guard import signed_in
from sidamping.platform.jobs.queries import job_card
from sidamping.platform.jobs.running import again, problems_of

RESULTS = {"parties.import": "import_preview", "placements.propose": "placement_computed"}
"""Where the result of a kind of work is shown."""


@signed_in
@never_cache
@require_safe
def job(request: HttpRequest, job: UUID) -> HttpResponse:
    """Progress while it runs; then the result, or that it failed and what to do."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = job_card(viewer, job)
    if card is None:
        raise Http404
    asked_by_page = bool(getattr(request, "htmx", False))
    if card.state == "done" and card.kind in RESULTS:
        return _go(reverse(RESULTS[card.kind], args=[job])) if asked_by_page else redirect(RESULTS[card.kind], job)
    if card.finished and asked_by_page:
        return _go(reverse("job", args=[job]))
    context = {"card": card, "problems": problems_of(card.result.get("problems", []))}
    return render(request, "parties/job_state.html" if asked_by_page else "parties/job.html", context)


@signed_in
@require_POST
def job_again(request: HttpRequest, job: UUID) -> HttpResponse:
    """Hand the owner's failed work to the worker once more; asked twice it happens once."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if job_card(viewer, job) is None:
        raise Http404
    again(by=viewer, job_id=job)
    return redirect("job", job)


def _go(url: str) -> HttpResponse:
    """Tells the page that polls to move on."""
    return HttpResponse(headers={"HX-Redirect": url})
