"""What officers do with an application: decide a stage, note a call, enrol, add documents, withdraw, open a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sidamping.domain.problems import Problem, Refused
from sidamping.features.admissions import queries, services
from sidamping.features.admissions.forms import (
    AcceptForm,
    ContactForm,
    DecisionForm,
    ReasonForm,
    WithdrawForm,
    posted_files,
)
from sidamping.features.admissions.queries import ApplicationCard
from sidamping.features.admissions.queries.intake import intake_of, reasons_of, stage_of
from sidamping.features.admissions.services import DecisionDraft
from sidamping.features.admissions.views.applications import card_or_404
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer

WORDS = {"nik": gettext_lazy("NIK"), "phone": gettext_lazy("Telepon")}
METHODS = ["GET", "HEAD", "POST"]


@allow(*queries.READERS)
@require_http_methods(METHODS)
def application_decide(request: HttpRequest, application: UUID) -> HttpResponse:
    """The stage that waits now, with what speaks for and against."""
    card = card_or_404(request, application)
    stage = next((one for one in card.stages if one.code == request.POST.get("step")), card.next_stage)
    step, intake = stage_of(card.pinned, stage.code) if stage else None, intake_of(card.pinned)
    if stage is None or step is None or intake is None or not (stage.may or request.method == "POST"):
        return redirect("application", application=card.id)
    form = DecisionForm(
        request.POST or None, request.FILES or None, stage=stage, reasons=reasons_of(intake), evidence=step.evidence,
        initial={"step": stage.code, "on": _today(request), "reasons": card.screening.reasons},
    )
    return _act(request, card, form, "decide.html", lambda: _decide(request, card, form), stage=stage)


def _decide(request: HttpRequest, card: ApplicationCard, form: DecisionForm) -> str:
    said = form.cleaned_data
    draft = DecisionDraft(
        said["step"], said["outcome"], said["on"], tuple(said["reasons"]), said["note"], form.evidence(),
        said.get("instead", ""),
    )
    by = _viewer(request)
    services.decide_stage(by=by, id=said["id"], application=card.id, draft=draft)
    return _("Putusan tercatat.")


@allow(*queries.READERS)
@require_http_methods(METHODS)
def application_take_back(request: HttpRequest, application: UUID, record: UUID) -> HttpResponse:
    """Take a decision back with a reason; it stays readable in the trail."""
    card = card_or_404(request, application)
    form = ReasonForm(request.POST or None)

    def act() -> str:
        services.take_back_decision(
            by=_viewer(request), application=card.id, record=record,
            why=form.cleaned_data["why"], on=_today(request),
        )
        return _("Putusan ditarik kembali.")

    return _act(request, card, form, "take_back.html", act)


@allow(*queries.REVEALERS)
@require_http_methods(METHODS)
def application_contact(request: HttpRequest, application: UUID) -> HttpResponse:
    """Note a call: when, with whom, what came of it."""
    card = card_or_404(request, application)
    form = ContactForm(request.POST or None, initial={"called_on": _today(request)})

    def act() -> str:
        said = dict(form.cleaned_data)
        said["on"] = said.pop("called_on")
        services.log_contact(by=_viewer(request), application=card.id, **said)
        return _("Catatan tersimpan.")

    return _act(request, card, form, "contact.html", act)


@allow(*queries.ENROLLERS)
@require_http_methods(METHODS)
def application_accept(request: HttpRequest, application: UUID) -> HttpResponse:
    """Enrol whoever passed every stage: link a record or make a new one, and open the mentoring."""
    found = queries.enrolment_desk(_viewer(request), application)
    if found is None:
        raise Http404
    card, matches = found
    form = AcceptForm(
        request.POST or None, matches=matches, business=card.identity.kind == "business",
        initial={"on": _today(request), "sector": card.identity.sector},
    )

    def act() -> str:
        said = dict(form.cleaned_data)
        party = said.pop("party", "")
        services.accept(
            by=_viewer(request), application=card.id, party=UUID(party) if party else None, **said,
        )
        return _("%(name)s diterima; pendampingannya dibuka.") % {"name": card.identity.name}

    return _act(request, card, form, "accept.html", act, matches=matches)


@allow(*queries.REVEALERS)
@require_http_methods(METHODS)
def application_documents(request: HttpRequest, application: UUID) -> HttpResponse:
    """Add documents for the applicant, as brought to the office."""
    card = card_or_404(request, application)

    def act() -> str:
        files = posted_files(request.FILES, [one.need.code for one in card.documents])
        services.add_documents(by=_viewer(request), application=card.id, documents=files, on=_today(request))
        return _("Dokumen ditambahkan.")

    return _act(request, card, forms.Form(request.POST or None), "documents.html", act)


@allow(*queries.REVEALERS)
@require_http_methods(METHODS)
def application_withdraw(request: HttpRequest, application: UUID) -> HttpResponse:
    """Note that the applicant no longer wants it."""
    card = card_or_404(request, application)
    form = WithdrawForm(request.POST or None)

    def act() -> str:
        said = form.cleaned_data
        services.withdraw(by=_viewer(request), application=card.id, on=_today(request), **said)
        return _("Permohonan ditarik.")

    return _act(request, card, form, "withdraw.html", act)


@allow(*queries.REVEALERS)
@never_cache
@require_http_methods(METHODS)
def application_reveal(request: HttpRequest, application: UUID, field: str) -> HttpResponse:
    """Asks why; with a reason shows the number on this answer only."""
    card = card_or_404(request, application)
    if field not in WORDS or not getattr(card.identity, field):
        raise Http404
    form, value = ReasonForm(request.POST or None), ""
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            why = request.POST.get("why", "")[:240]
            value = services.reveal(by=_viewer(request), application=card.id, field=field, why=why)
        except Refused as refused:
            problems = refused.problems
    context = {"card": card, "form": form, "value": value, "problems": problems, "word": WORDS[field]}
    status = 422 if request.method == "POST" and not value else 200
    return render(request, "admissions/reveal.html", context, status=status)


def _act(
    request: HttpRequest, card: ApplicationCard, form: forms.Form, template: str, act: Callable[[], str], **more: Any
) -> HttpResponse:
    """The page of an act; done, it goes back to the application with a word."""
    problems: tuple[Problem, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act())
            return redirect("application", application=card.id)
        except Refused as refused:
            problems = refused.problems
    status = 422 if request.method == "POST" else 200
    context = {"card": card, "form": form, "problems": problems, **more}
    return render(request, f"admissions/{template}", context, status=status)


def _viewer(request: HttpRequest) -> Viewer:
    found: Viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return found


def _today(request: HttpRequest) -> date:
    day: date = request.today  # type: ignore[attr-defined]  # the calendar sets it
    return day
