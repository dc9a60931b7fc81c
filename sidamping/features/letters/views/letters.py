"""The list of letters, one letter, its PDF, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.letters import queries, services
from sidamping.features.letters.forms import FilterForm
from sidamping.features.letters.queries import LetterCard
from sidamping.features.letters.render.pdf import pdf_of
from sidamping.features.letters.views.answers import inline
from sidamping.features.programmes.queries import role_name
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS)
"""Roles that read letters; which of them, the queries decide."""


@allow(*READERS)
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """What waits for the viewer first, then every letter."""
    form = FilterForm(request.GET, request.viewer)
    first = not request.GET.get("after")
    context = {
        "page": queries.letters_page(request.viewer, form.wanted(), request.GET.get("after", "")), "form": form,
        "waiting": queries.waiting_letters(request.viewer) if first else (),
        "filtered": any(request.GET.get(name) for name in form.fields),
        "words": request.viewer.has(*roles.OVERSEERS) and queries.words_letters(request.viewer),
    }
    return render(request, "letters/letters.html", context)


@allow(*READERS)
@require_safe
def letter(request: HttpRequest, letter: UUID) -> HttpResponse:
    """The letter as it prints, with its acknowledgements."""
    return _show(request, _found(request, letter))


@allow(*READERS)
@require_safe
def letter_pdf(request: HttpRequest, letter: UUID) -> HttpResponse:
    """The letter as PDF/A; the same letter gives the same bytes."""
    card = _found(request, letter)
    return inline(pdf_of(queries.sheet_of(card)), f"surat-{card.line.number}")


@allow(*roles.OVERSEERS)
@require_POST
def letter_acknowledge(request: HttpRequest, letter: UUID) -> HttpResponse:
    """The office says that it holds the letter."""
    remark = request.POST.get("remark", "")
    return _act(request, letter, _("Penerimaan surat tercatat."),
                lambda: services.acknowledge(by=request.viewer, letter=letter, now=request.now, remark=remark))


@allow(*roles.OVERSEERS, roles.MENTOR)
@require_POST
def letter_void(request: HttpRequest, letter: UUID) -> HttpResponse:
    """Declare the letter void, with the reason."""
    why = request.POST.get("why", "")
    return _act(request, letter, _("Surat dibatalkan. Nomornya tidak dipakai lagi."),
                lambda: services.declare_void(by=request.viewer, letter=letter, why=why, now=request.now))


def _act(request: HttpRequest, letter: UUID, told: str, act: Callable[[], object]) -> HttpResponse:
    card = _found(request, letter)
    try:
        act()
    except Refused as refused:
        return _show(request, card, refused.problems)
    messages.success(request, told)
    return go(reverse("letter", args=[letter]))


def _found(request: HttpRequest, letter: UUID) -> LetterCard:
    card = queries.letter_card(request.viewer, letter)
    if card is None:
        raise Http404
    return card


def _show(request: HttpRequest, card: LetterCard, problems: Iterable[Problem] = ()) -> HttpResponse:
    wrong = tuple(problems)
    context: dict[str, Any] = {"card": card, "content": card.content, "problems": wrong}
    context["check"] = queries.check_of(card)
    context["awaited"] = [role_name(role, card.line.programme, card.line.on) for role in card.line.awaited]
    context |= {"why": request.POST.get("why", ""), "remark": request.POST.get("remark", "")}
    return render(request, "letters/letter.html", context, status=422 if wrong else 200)
