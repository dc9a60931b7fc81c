"""Calls of the own area: the list, one with its candidates by stage, opening and changing it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.selection.intake import reason_counts
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.forms import CallForm
from sidamping.features.recruitment.queries import RECRUITERS, CallCard, CandidateLine
from sidamping.features.recruitment.views.answers import found_call, page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go

LOOKS = {"open": "waiting", "refused": "returned", "withdrawn": "ended", "chosen": "decided", "appointed": "done"}
WORDS = {
    "open": gettext_lazy("Diseleksi"), "refused": gettext_lazy("Tidak lolos"), "withdrawn": gettext_lazy("Mundur"),
    "chosen": gettext_lazy("Terpilih"), "appointed": gettext_lazy("Ditetapkan"),
}  # fmt: skip


@allow(*RECRUITERS)
@require_safe
def recruitments(request: HttpRequest) -> HttpResponse:
    """The calls of the area."""
    found = queries.calls_page(request.viewer, request.GET.get("after", ""))
    return page(request, "calls.html", {"page": found, "today": request.today})


@allow(*RECRUITERS)
@require_safe
def recruitment(request: HttpRequest, call: UUID) -> HttpResponse:
    """A call with its candidates grouped by the stage at which they stand."""
    card = found_call(request, call)
    lines = queries.candidates_of(request.viewer, call)
    book = queries.book_of(card.pinned)
    assert book is not None  # a call is only opened where the programme chooses mentors
    context = {
        "call": card, "groups": _groups(lines, book), "count": len(lines), "interviews": book.interviews,
        "open": card.is_open(request.today), "chosen": sum(one.state == "chosen" for one in lines),
        "appointed": sum(one.state == "appointed" for one in lines),
        "reasons": reason_counts(one.reasons for one in lines if one.reasons).items(),
    }  # fmt: skip
    return page(request, "call.html", context)


@allow(*RECRUITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def call_open(request: HttpRequest) -> HttpResponse:
    """Open the call of a cohort that has none yet."""
    found = queries.cohorts_without_call(request.viewer)
    choices = [(str(one.id), f"{one.name} · {one.title}") for one in found]
    needs = queries.needs_by_theme(found[0].id) if len(found) == 1 else {}
    data = request.POST if request.method == "POST" else None
    form = CallForm(data, cohorts=choices, needs=needs)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data
        try:
            id = services.open_call(
                by=request.viewer, id=seen["id"], cohort=UUID(seen["cohort"]), draft=form.draft(), on=request.today,
                override_why=seen["override_why"],
            )
        except Refused as refused:
            return _form(request, form, None, refused.problems)
        messages.success(request, _("Lowongan dibuka."))
        return go(reverse("recruitment", args=[id]))
    return _form(request, form, None)


@allow(*RECRUITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def call_change(request: HttpRequest, call: UUID) -> HttpResponse:
    """Change days, requirements and positions of a call."""
    card = found_call(request, call)
    start = {"opens": card.opens, "closes": card.closes, "requirements": card.requirements}
    needs = queries.needs_by_theme(card.cohort_id)
    if request.method != "POST":
        return _form(request, CallForm(known=card, needs=needs, initial=start), card)
    form = CallForm(request.POST, known=card, needs=needs)
    if not form.is_valid():
        return _form(request, form, card)
    try:
        services.change_call(by=request.viewer, call=call, draft=form.draft(), why=form.cleaned_data["why"])
    except Refused as refused:
        return _form(request, form, card, refused.problems)
    messages.success(request, _("Lowongan diubah."))
    return go(reverse("recruitment", args=[call]))


def look(line: CandidateLine) -> tuple[str, str]:
    """How the state of a candidate is shown."""
    return LOOKS[line.state], str(WORDS[line.state])


def _groups(lines: Iterable[CandidateLine], book: Any) -> list[dict[str, Any]]:
    """Candidates by the stage that waits for a decision, then those chosen, appointed, and those who are out."""
    rows = list(lines)
    found = [
        {"code": code, "label": book.label(code), "rows": [one for one in rows if one.open and one.stage == code]}
        for code in book.stages
    ]
    found += [
        {"code": state, "label": str(WORDS[state]), "rows": [one for one in rows if one.state == state]}
        for state in ("chosen", "appointed", "refused", "withdrawn")
    ]
    return [
        {**one, "rows": [(row, *look(row)) for row in one["rows"]]} for one in found if one["rows"]
    ]


def _form(
    request: HttpRequest, form: CallForm, card: CallCard | None, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    return page(request, "call_form.html", {"form": form, "call": card}, problems)
