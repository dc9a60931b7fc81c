"""What anybody may open: the calls, one call, the application form (B1). Nothing of other applicants is shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.admissions import queries, services
from sidamping.features.admissions.forms import ApplyForm, posted_files
from sidamping.features.admissions.queries import Call
from sidamping.features.parties.queries import party_names
from sidamping.platform.access import roles
from sidamping.platform.access.guard import public
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.limits import SEARCHES, SENDINGS, WINDOW_MINUTES, spent
from sidamping.platform.territory import queries as territory

VILLAGE = 4
ALREADY_THERE = "PROGRAMMES_048"


@public
@require_safe
def open_calls(request: HttpRequest) -> HttpResponse:
    """The calls that are open today; whoever is signed in finds the own applications too."""
    own = queries.own_receipts(request.viewer) if request.viewer else ()  # type: ignore[attr-defined]  # middleware
    found = queries.calls(request.today)  # type: ignore[attr-defined]  # the calendar sets it
    return render(request, "admissions/calls.html", {"calls": found, "own": own})


@public
@require_safe
def open_call(request: HttpRequest, cohort: UUID) -> HttpResponse:
    """What the programme offers, what it asks, who may apply, until when."""
    return render(request, "admissions/call.html", {"call": _call_or_404(request, cohort)})


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def apply(request: HttpRequest, cohort: UUID) -> HttpResponse:
    """The form for one kind of applicant; what was written stays on a refusal, files have to be chosen again."""
    call = _call_or_404(request, cohort)
    kind = request.GET.get("jenis", "")
    if kind not in call.kinds:
        kind = next(iter(call.kinds))
    party = queries.own_cooperative(request.viewer) if kind == "cooperative" else None
    if request.method != "POST" or not call.open:
        status = 200 if call.open else 409
        return _page(request, call, ApplyForm(call=call, kind=kind, assisted=_assists(request),
                                              initial=_known(party)), (), status)
    form = ApplyForm(request.POST, request.FILES, call=call, kind=kind, assisted=_assists(request))
    if spent(request, "apply", SENDINGS):
        return _page(request, call, form, [problem("ADMISSIONS_017", minutes=WINDOW_MINUTES)], 429)
    if faults := form.trap_faults():
        return _page(request, call, form, faults, 422)
    return _sent(request, call, form, party)


def _sent(request: HttpRequest, call: Call, form: ApplyForm, party: UUID | None) -> HttpResponse:
    codes = [one.code for one in call.documents]
    files = posted_files(request.FILES, codes)
    try:
        token = services.submit_application(
            by=request.viewer or None, id=_named(form), cohort=call.id,  # type: ignore[attr-defined]  # middleware
            draft=form.draft(party), documents=files, now=request.now,  # type: ignore[attr-defined]  # the calendar
        )
    except Refused as refused:
        names = ", ".join(one.name for one in files)
        again = [problem("ADMISSIONS_023", names=names)] if files else []
        return _page(request, call, form, [*refused.problems, *again], 422)
    messages.success(request, _("Permohonan diterima. Simpan tautan halaman ini."))
    return redirect("applied", token=token)


@public
@require_safe
def apply_places(request: HttpRequest, cohort: UUID) -> HttpResponse:
    """Villages for the picker, within the area of the call; area names are public facts."""
    call = _call_or_404(request, cohort)
    if spent(request, "places", SEARCHES):
        return JsonResponse({"results": []}, status=429)
    within = [call.area] if call.area else []
    hits = territory.search(request.GET.get("q", "").strip()[:80], VILLAGE, within)
    rows = [{"code": hit.code, "name": hit.name, "level": hit.level, "path": hit.above} for hit in hits]
    return JsonResponse({"results": rows})


def _page(
    request: HttpRequest, call: Call, form: ApplyForm, problems: list[Problem] | tuple[()], status: int
) -> HttpResponse:
    context: dict[str, Any] = {"call": call, "form": form, "problems": problems, "assisted": _assists(request),
                               "kind_word": call.kinds[form.kind], "earlier": _earlier(request, problems)}
    return render(request, "admissions/apply.html", context, status=status)


def _earlier(request: HttpRequest, problems: list[Problem] | tuple[()]) -> tuple[tuple[UUID, str, str], ...]:
    """The application that stands already, for an officer who may read it; nobody else is told of one at all."""
    viewer: Viewer | None = request.viewer  # type: ignore[attr-defined]  # set by middleware
    numbers = [str(one.values["other"]) for one in problems if one.code == ALREADY_THERE]
    return queries.numbered(viewer, numbers) if viewer and numbers else ()


def _call_or_404(request: HttpRequest, cohort: UUID) -> Call:
    found = queries.call(cohort, request.today)  # type: ignore[attr-defined]  # the calendar sets it
    if found is None:
        raise Http404
    return found


def _named(form: ApplyForm) -> UUID:
    """The id the page was made with; without a sound one the page is stale."""
    id = read_id(form.data.get("id", ""))
    if id is None:
        raise Refused(problem("GENERAL_003"))
    return id


def _assists(request: HttpRequest) -> bool:
    viewer: Viewer | None = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return bool(viewer) and not viewer.has(roles.CHAIR)  # type: ignore[union-attr]  # asked first


def _known(party: UUID | None) -> dict[str, Any]:
    """What the register says already of a chair's cooperative."""
    found = party_names([party]).get(party) if party else None
    return {"name": found.name, "village": found.village_code, "contact_position": _("Ketua")} if found else {}
