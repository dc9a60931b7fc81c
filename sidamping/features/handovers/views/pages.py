"""The list of handovers, one with its dossier, and the PDF; handing over, adding, confirming."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.papers.words import day
from sidamping.domain.problems import Problem, Refused
from sidamping.features.handovers import queries, services
from sidamping.features.handovers.forms import HandOverForm, ReadingForm, RemarkForm
from sidamping.features.handovers.queries import READERS
from sidamping.features.handovers.render import pdf_of
from sidamping.features.handovers.views.telling import chain_words, day_of, sections
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, made_file, plain
from sidamping.platform.http.language import reader_language


@allow(*READERS)
@require_safe
def handovers(request: HttpRequest) -> HttpResponse:
    """Every change of mentor that concerns the viewer, with how far its dossier is."""
    return render(request, "handovers/handovers.html", {"lines": queries.handovers(request.viewer)})


@allow(*READERS)
@require_safe
def handover(request: HttpRequest, handover: UUID) -> HttpResponse:
    """The dossier, live until it is handed over."""
    return _show(request, _card_or_404(request, handover))


@allow(*READERS)
@require_POST
def handover_remark(request: HttpRequest, handover: UUID) -> HttpResponse:
    """Add what no record says."""
    form = RemarkForm(request.POST)
    return _acted(request, handover, "remark", form, _("Pesan tersimpan."), lambda: services.add_remark(
        by=request.viewer, handover=handover, now=request.now, **form.cleaned_data))  # fmt: skip


@allow(*READERS)
@require_POST
def handover_give(request: HttpRequest, handover: UUID) -> HttpResponse:
    """Freeze the dossier and hand it over."""
    card = _card_or_404(request, handover)
    form = HandOverForm(request.POST, for_another=card.for_another)
    return _acted(request, handover, "give", form, _("Berkas estafet diserahkan."), lambda: services.hand_over(
        by=request.viewer, handover=handover, now=request.now, **form.cleaned_data))  # fmt: skip


@allow(*READERS)
@require_POST
def handover_confirm(request: HttpRequest, handover: UUID) -> HttpResponse:
    """The new mentor has read it."""
    form = ReadingForm(request.POST)
    return _acted(request, handover, "reading", form, _("Terima kasih, bacaan Anda tercatat."),
                  lambda: services.confirm_reading(
        by=request.viewer, handover=handover, now=request.now, **form.cleaned_data))  # fmt: skip


@allow(*READERS)
@require_safe
def handover_pdf(request: HttpRequest, handover: UUID) -> HttpResponse:
    """The dossier on one or two pages; DRAF across until it is handed over."""
    card = _card_or_404(request, handover)
    name = f"{plain(f'estafet-{card.one.mentee}')}.pdf"
    return made_file(pdf_of(_printed(card), card.handed_at), "application/pdf", name)


def _acted(
    request: HttpRequest, handover: UUID, name: str, form: forms.Form, words: str, act: Callable[[], object]
) -> HttpResponse:
    """Do what a form of the page asks; a refusal shows the page again with every problem."""
    card = _card_or_404(request, handover)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            act()
            messages.success(request, words)
            return go(reverse("handover", args=[handover]))
        except Refused as refused:
            problems = refused.problems
    return _show(request, card, {name: form}, problems)


def _show(
    request: HttpRequest, card: queries.HandoverCard, sent: dict[str, forms.Form] | None = None,
    problems: Iterable[Problem] = (),
) -> HttpResponse:
    own: dict[str, Any] = {
        "remark": RemarkForm(), "give": HandOverForm(for_another=card.for_another), "reading": ReadingForm()
    }
    context = {
        "card": card, "sections": sections(card), "chain": chain_words(card.content), "problems": tuple(problems),
        "form": next(iter(sent.values())) if sent else None, **own, **(sent or {}),
    }  # fmt: skip
    return render(request, "handovers/handover.html", context, status=422 if sent else 200)


def _printed(card: queries.HandoverCard) -> dict[str, Any]:
    told = card.content
    facts = [
        [_("Dampingan"), f"{told['mentee']}, {told['place']}"], [_("Program"), told["programme"]],
        [_("Pendamping lama"), f"{told['leaving']}, {_('sampai')} {day_of(told['last_day'])}"],
        [_("Pendamping baru"), f"{told['arriving']}, {_('mulai')} {day_of(told['first_day'])}"],
    ]
    remarks = [{"text": one.text, "by": f"{one.by}, {day(one.at.date())}"} for one in card.remarks]
    parts = [{"title": one.title, "lines": [list(line) for line in one.lines], "nothing": one.nothing}
             for one in sections(card)]
    words = {"draft": _("DRAF"), "page": _("Halaman"), "of": _("dari"), "remarks": _("Pesan pendamping lama")}
    return {
        "title": _("Berkas estafet"), "author": told["leaving"], "language": reader_language(),
        "draft": card.state == queries.OPEN, "facts": facts, "notes": list(chain_words(told)), "sections": parts,
        "remarks": remarks, "words": words, "small": _small(card),
    }  # fmt: skip


def _small(card: queries.HandoverCard) -> str:
    if card.handed_at is None:
        return _("Draf, belum diserahkan; keadaan pada %(day)s.") % {"day": day_of(card.content["as_of"])}
    told = {"by": card.handed_by, "day": day(card.handed_at.date()), "hash": card.sha256[:16]}
    words = _("Diserahkan %(by)s, %(day)s. Sidik isi %(hash)s.") % told
    if card.read_at is None:
        return words
    return words + " " + _("Dibaca %(by)s, %(day)s.") % {"by": card.one.arriving, "day": day(card.read_at.date())}


def _card_or_404(request: HttpRequest, handover: UUID) -> queries.HandoverCard:
    found = queries.handover(request.viewer, handover)
    if found is None:
        raise Http404
    return found
