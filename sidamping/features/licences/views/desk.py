"""The legal standing of a cooperative at one sight; a new version of a paper, a figure stated with its source."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.licences import queries, services
from sidamping.features.licences.forms import KEYS, LEVEL_WORDS, PaperForm, StatementForm, words_of
from sidamping.features.licences.queries import KEEPERS, PAPERS, READERS
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import form_page, go, room_page, stored_file, there
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, label

page = partial(room_page, "licences")
answered = partial(form_page, "licences")
CHECKS = "closed-loop-checks"


@allow(*READERS)
@require_safe
def licence(request: HttpRequest, cooperative: UUID) -> HttpResponse:
    """Papers, what the licence asks, thresholds with their law and day, tax, signs of an open loop."""
    sheet = there(queries.sheet(request.viewer, cooperative, request.today))
    levels = dict(LEVEL_WORDS)
    context = {
        "sheet": sheet, "of": sheet.standing, "figures": sheet.figures, "level": levels.get(sheet.figures.level, ""),
        "book_source": queries.BOOK, "licence_papers": (sheet.licence,),
        "warnings": [one for one in sheet.signs if one.warns],
    }  # fmt: skip
    return page(request, "licence.html", context)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def licence_paper(request: HttpRequest, cooperative: UUID, licence_kind: str) -> HttpResponse:
    """Every version of a paper; who keeps the papers files the next one."""
    of = there(queries.found(request.viewer, cooperative))
    if licence_kind not in codes_of(PAPERS):
        raise Http404
    sent = request.method == "POST"
    form = PaperForm(request.POST if sent else None, request.FILES if sent else None, kind=licence_kind)
    context = {
        "of": of, "form": form, "name": label(PAPERS, licence_kind, reader_language()),
        "rows": queries.versions(cooperative, licence_kind, request.today),
    }  # fmt: skip
    if not sent:
        return page(request, "paper.html", context)
    there(queries.kept(request.viewer, cooperative))
    if not form.is_valid():
        return page(request, "paper.html", context)
    try:
        services.file_paper(
            by=request.viewer, id=form.cleaned_data["id"], cooperative=cooperative, kind=licence_kind,
            draft=form.draft(), now=request.now,
        )  # fmt: skip
    except Refused as refused:
        return page(request, "paper.html", context, refused.problems)
    messages.success(request, _("Surat tersimpan sebagai versi baru."))
    return go(reverse("licence", args=[cooperative]))


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def licence_state(request: HttpRequest, cooperative: UUID, licence_key: str) -> HttpResponse:
    """State a figure or an answer that no book here knows."""
    of = there(queries.kept(request.viewer, cooperative))
    if licence_key not in KEYS and licence_key not in codes_of(CHECKS):
        raise Http404
    form = StatementForm(request.POST or None, key=licence_key, initial={"since": request.today})
    context = {"of": of, "form": form, "name": words_of(licence_key)}
    return answered(
        request, "state.html", context,
        lambda: services.state(
            by=request.viewer, id=form.cleaned_data["id"], cooperative=cooperative, draft=form.draft(),
            now=request.now,
        ),
        _("Keterangan dicatat dengan sumbernya."), reverse("licence", args=[cooperative]),
    )  # fmt: skip


@allow(*KEEPERS)
@require_safe
def licence_file(request: HttpRequest, licence_paper: UUID) -> HttpResponse:
    """The photo or PDF of a version, for whoever keeps the papers."""
    found = there(queries.paper_file(request.viewer, licence_paper))
    return stored_file(found, f"surat-{licence_paper}", stays=False)
