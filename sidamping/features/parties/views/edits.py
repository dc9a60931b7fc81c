"""Adding and changing a record, and a term of office; a record that looks alike asks before it is kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.problems import Problem, Refused
from sidamping.features.parties import queries, services
from sidamping.features.parties.forms import PartyForm, TermDatesForm, TermForm
from sidamping.features.parties.views.registers import COOPERATIVES, REGISTERS, Register
from sidamping.platform.access.guard import allow

ALIKE = "PARTIES_011"


@allow(*services.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty form, or the new record."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    of = REGISTERS[kind]
    form = of.form(request.POST or None, viewer=viewer, initial=_wished(request))
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            draft, keep = form.draft_given(), "keep" in request.POST
            party = of.add(by=viewer, draft=draft, party_id=form.cleaned_data["party"], keep=keep)
            messages.success(request, _("%(name)s tercatat.") % {"name": draft.name})
            return redirect(of.card, party)
        except Refused as refused:
            problems = refused.problems
    return _form_page(request, of, form, problems, of.adding, reverse(of.list))


@allow(*services.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, kind: str, party: UUID) -> HttpResponse:
    """The record's form with what is stored, or the change."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    of = REGISTERS[kind]
    stored = services.stored_draft(by=viewer, party_id=party, kind=kind)
    if stored is None:
        raise Http404
    draft, revised = stored
    initial = {**vars(draft), "party": party, "seen": revised}
    form = of.form(request.POST or None, viewer=viewer, initial=initial)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            seen, keep = form.cleaned_data["seen"], "keep" in request.POST
            of.change(by=viewer, party_id=party, draft=form.draft_given(), seen=seen, keep=keep)
            messages.success(request, _("Perubahan %(name)s tersimpan.") % {"name": form.cleaned_data["name"]})
            return redirect(of.card, party)
        except Refused as refused:
            problems = refused.problems
    title = _("Ubah data %(name)s") % {"name": draft.name}
    return _form_page(request, of, form, problems, title, reverse(of.card, args=[party]))


@allow(*services.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def board(request: HttpRequest, party: UUID) -> HttpResponse:
    """A new term of office in a cooperative."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = queries.cooperative(viewer, party)
    if card is None or not services.may_write(viewer, card.village_code):
        raise Http404
    form = TermForm(request.POST or None, viewer=viewer)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            term = form.cleaned_data["term"]
            services.add_term(by=viewer, cooperative_id=party, draft=form.draft_given(), term_id=term)
            messages.success(request, _("Masa jabatan tercatat."))
            return redirect("cooperative", party)
        except Refused as refused:
            problems = refused.problems
    title = _("Catat pengurus %(name)s") % {"name": card.name}
    return _form_page(request, COOPERATIVES, form, problems, title, reverse("cooperative", args=[party]))


@allow(*services.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def board_term(request: HttpRequest, party: UUID, term: UUID) -> HttpResponse:
    """Other dates of a recorded term, with the reason."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = queries.cooperative(viewer, party)
    held = next((one for one in card.board if one.term_id == term), None) if card else None
    if card is None or held is None or not services.may_write(viewer, card.village_code):
        raise Http404
    initial = {"starts": held.starts, "ends": held.ends, "seen": services.days_of(held.starts, held.ends)}
    form = TermDatesForm(request.POST or None, initial=initial)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            services.change_term(by=viewer, cooperative_id=party, term_id=term, **form.dates())
            messages.success(request, _("Masa jabatan %(name)s tersimpan.") % {"name": held.name})
            return redirect("cooperative", party)
        except Refused as refused:
            problems = refused.problems
    title = _("Ubah masa jabatan %(name)s") % {"name": held.name}
    return _form_page(request, COOPERATIVES, form, problems, title, reverse("cooperative", args=[party]))


def _form_page(
    request: HttpRequest, of: Register, form: Any, problems: tuple[Problem, ...], title: object, back: str
) -> HttpResponse:
    alike: tuple[queries.LookAlike, ...] = ()
    if [one.code for one in problems] == [ALIKE] and isinstance(form, PartyForm):
        given = form.cleaned_data
        alike = queries.look_alikes(of.kind, given["name"], given["village"], given["party"])
    context = {
        "register": of, "form": form, "problems": problems, "title": title, "back_url": back, "alike": alike,
        "card_url": of.card,
    }
    return render(request, "parties/edit.html", context, status=422 if request.method == "POST" else 200)


def _wished(request: HttpRequest) -> dict[str, Any]:
    """What a link may fill in beforehand: ?owner= and ?cooperative= of a new business, ?name=."""
    return {name: request.GET[name] for name in ("owner", "cooperative", "name") if request.GET.get(name)}
