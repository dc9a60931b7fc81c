"""The figures of a month: recorded, corrected with a reason, verified by somebody else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.periods import Month
from sidamping.domain.problems import Problem, Refused
from sidamping.features.programmes.queries import EngagementCard
from sidamping.features.progress import queries, services
from sidamping.features.progress.forms import CorrectForm, MonthForm
from sidamping.features.progress.queries import MonthLine
from sidamping.features.progress.views.answers import (
    READERS,
    WRITERS,
    found_card,
    own_card,
    page,
    sent_photo,
    writes_here,
)
from sidamping.features.progress.views.telling import month_rows
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.answers import go, stored_file, there

VERIFIERS = (roles.MENTOR, *roles.OVERSEERS)
SMALL = "kecil"
AS_TOLD = (
    "turnover", "days_recorded", "daily_kept", "monthly_kept", "proof", "workers_full", "workers_part",
    "workers_family", "note", "source",
)


@allow(*WRITERS)
def month_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """A month nobody has told yet; from a paper sheet with its photo, ?lembar=1."""
    card = own_card(request, engagement)
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    until, paper = Month.of(viewer.on), "lembar" in request.GET
    if request.method != "POST":
        first = {"id": uuid7(), "month": request.GET.get("bulan", str(until)), "source": "typed"}
        paper_first = {"source": "transcribed", "proof": "photo", "daily_kept": True}
        form = MonthForm(initial={**first, **(paper_first if paper else {})}, until=until)
        return _show_add(request, card, form, paper)
    form = MonthForm(request.POST, request.FILES, until=until)
    problems = form.problems
    if not problems:
        try:
            services.record_month(
                by=viewer, engagement=card.id, draft=form.draft(), on=viewer.on, photo=sent_photo(request)
            )
            messages.success(request, _("Angka bulan ini tersimpan."))
            return go(reverse("progress", args=[card.id]))
        except Refused as refused:
            problems = list(refused.problems)
    return _show_add(request, card, form, paper, problems)


@allow(*READERS)
@require_safe
def month(request: HttpRequest, record: UUID) -> HttpResponse:
    """A month with every version, its photos, and who verified it."""
    line = _found(request, record)
    return _show(request, line)


@allow(*WRITERS)
def month_correct(request: HttpRequest, record: UUID) -> HttpResponse:
    """A correction with its reason; the version before stays readable."""
    line = _found(request, record)
    card = own_card(request, line.engagement_id)
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if request.method != "POST":
        told = {name: getattr(line, name) for name in AS_TOLD}
        told["source"] = "assisted" if line.by_link else told["source"]
        form = CorrectForm(initial={**told, "id": uuid7(), "month": str(line.month)}, until=line.month, months=1)
        return page(request, "month_correct.html", {"card": card, "form": form, "line": line})
    form = CorrectForm(request.POST, request.FILES, until=line.month, months=1)
    problems = form.problems
    if not problems:
        try:
            made = services.correct_month(
                by=viewer, record=line.id, draft=form.draft(), why=form.cleaned_data["why"], on=viewer.on,
                photo=sent_photo(request),
            )
            messages.success(request, _("Perbaikan tersimpan. Versi lama tetap dapat dibaca di bawah."))
            return go(reverse("month", args=[made]))
        except Refused as refused:
            problems = list(refused.problems)
    return page(request, "month_correct.html", {"card": card, "form": form, "line": line}, problems)


@allow(*VERIFIERS)
@require_POST
def month_verify(request: HttpRequest, record: UUID) -> HttpResponse:
    """Somebody else saw the proof."""
    line = _found(request, record)
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    try:
        services.verify_month(by=viewer, record=line.id, how=request.POST.get("how", ""), on=viewer.on)
    except Refused as refused:
        return _show(request, line, refused.problems)
    messages.success(request, _("Pemeriksaan tersimpan."))
    return go(reverse("month", args=[record]))


@allow(*READERS)
@require_safe
def month_photo_file(request: HttpRequest, record: UUID, photo: UUID) -> HttpResponse:
    """A photo behind a month; ?ukuran=kecil for the thumbnail."""
    line = _found(request, record)
    kept = there(next((one for one in queries.photos_of(queries.versions_of(line)) if one.id == photo), None))
    return stored_file(kept, f"catatan-{kept.sha256[:8]}", small=request.GET.get("ukuran") == SMALL)


def _found(request: HttpRequest, record: UUID) -> MonthLine:
    line = queries.month_record(request.viewer, record)  # type: ignore[attr-defined]  # set by middleware
    if line is None:
        raise Http404
    return line


def _show_add(
    request: HttpRequest, card: EngagementCard, form: MonthForm, paper: bool, problems: Any = ()
) -> HttpResponse:
    return page(request, "month_add.html", {"card": card, "form": form, "paper": paper}, problems)


def _show(request: HttpRequest, line: MonthLine, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    card = found_card(request, line.engagement_id)
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    versions = queries.versions_of(line)
    newest = versions[0]
    verifiable = newest.id == line.id and line.verified_on is None and queries.verifies(viewer, card, line)
    context = {
        "card": card, "line": line, "row": month_rows([line])[0], "newest": newest,
        "versions": month_rows(versions[::-1]), "photos": queries.photos_of(versions), "verifies": verifiable,
        "writes": newest.id == line.id and writes_here(viewer, card), "how": request.POST.get("how", ""),
    }  # fmt: skip
    return page(request, "month.html", context, problems)
