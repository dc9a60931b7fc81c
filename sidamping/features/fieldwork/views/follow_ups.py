"""What was promised: the overdue first, closed where it stands."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sidamping.domain.problems import Refused
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.forms import CloseForm
from sidamping.features.fieldwork.views.answers import READERS, WRITERS, page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go


@allow(*READERS)
def follow_ups(request: HttpRequest) -> HttpResponse:
    """Open promises by due day, or the kept ones with ?selesai=1."""
    return _show(request)


@require_POST
@allow(*WRITERS)
def follow_up_close(request: HttpRequest, follow_up: UUID) -> HttpResponse:
    """Close a promise with a note."""
    if queries.follow_up(request.viewer, follow_up) is None:
        raise Http404
    form = CloseForm(request.POST, auto_id=f"tutup-{follow_up}_%s")
    problems: Any = form.problems
    if not problems:
        try:
            services.close_follow_up(
                by=request.viewer, follow_up_id=follow_up, note=form.cleaned_data["closed_note"], on=request.today
            )
            messages.success(request, _("Tindak lanjut selesai."))
            return go(_back(request))
        except Refused as refused:
            problems = refused.problems
    return _show(request, form, follow_up, problems)


def _show(
    request: HttpRequest, sent: CloseForm | None = None, at: UUID | None = None, problems: Any = ()
) -> HttpResponse:
    closed = request.GET.get("selesai") == "1"
    found = queries.follow_up_page(request.viewer, closed=closed, after=request.GET.get("after", ""))
    rows = [(line, sent if line.id == at else CloseForm(auto_id=f"tutup-{line.id}_%s")) for line in found.rows]
    if sent is not None:
        sent.shown = problems
    context = {"page": found, "rows": rows, "closed": closed, "writes": request.viewer.has(*WRITERS), "form": sent,
               "faulty": at}
    return page(request, "follow_ups.html", context, problems)


def _back(request: HttpRequest) -> str:
    """Where the person came from, within this house."""
    wanted = request.POST.get("kembali", "")
    here = {request.get_host()}
    inside = url_has_allowed_host_and_scheme(wanted, allowed_hosts=here, require_https=request.is_secure())
    return wanted if inside else reverse("follow_ups")
