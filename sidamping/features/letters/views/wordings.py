"""The texts of an office's letters: the list, one text to edit with its preview, the preview as PDF."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.letters.forms import LetterText
from sidamping.domain.problems import Problem, Refused
from sidamping.features.letters import queries, services
from sidamping.features.letters.forms import WordingForm
from sidamping.features.letters.queries import Office, WordingCard
from sidamping.features.letters.queries.scope import KEEPERS
from sidamping.features.letters.render.pdf import pdf_of
from sidamping.features.letters.views.answers import inline
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go


@allow(*KEEPERS)
@require_safe
def wordings(request: HttpRequest) -> HttpResponse:
    """Every kind of letter with the text in use, for one of the viewer's offices."""
    offices = queries.offices_of(request.viewer)
    office = _chosen(request, offices)
    lines = queries.wordings_page(request.viewer, office) if office else ()
    return render(request, "letters/wordings.html", {"offices": offices, "office": office, "lines": lines})


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def wording(request: HttpRequest, programme: str, letter_kind: str) -> HttpResponse:
    """One text: edited, looked at, saved, or given up for the standard."""
    card = _found(request, programme, letter_kind)
    if request.method != "POST":
        return _show(request, card, WordingForm(initial=WordingForm.told(card.text)))
    if "standard" in request.POST:
        return _back_to_standard(request, card)
    form = WordingForm(request.POST)
    text = form.text()
    if "preview" in request.POST:
        return _show(request, card, form, text=text)
    try:
        services.save_template(
            by=request.viewer, programme=programme, kind=letter_kind, area=card.office.area, text=text,
            now=request.now, seen=_seen(request),
        )
    except Refused as refused:
        return _show(request, card, form, refused.problems, text)
    messages.success(request, _("Naskah tersimpan dan dipakai mulai surat berikutnya."))
    return go(_address(card))


@allow(*KEEPERS)
@require_safe
def wording_pdf(request: HttpRequest, programme: str, letter_kind: str) -> HttpResponse:
    """The text in use, printed with sample facts."""
    card = _found(request, programme, letter_kind)
    sheet = queries.preview(request.viewer, card.office, letter_kind, card.text)
    return inline(pdf_of(sheet), f"naskah-{programme}-{letter_kind}")


def _back_to_standard(request: HttpRequest, card: WordingCard) -> HttpResponse:
    try:
        services.use_standard(
            by=request.viewer, programme=card.office.programme, kind=card.form.name, area=card.office.area,
            now=request.now, seen=_seen(request),
        )
    except Refused as refused:
        return _show(request, card, WordingForm(initial=WordingForm.told(card.text)), refused.problems)
    messages.success(request, _("Naskah baku dipakai lagi."))
    return go(_address(card))


def _show(
    request: HttpRequest, card: WordingCard, form: WordingForm, problems: Iterable[Problem] = (),
    text: LetterText | None = None,
) -> HttpResponse:  # fmt: skip
    wrong, drawn = tuple(problems), None
    try:
        drawn = queries.preview(request.viewer, card.office, card.form.name, text or card.text)
    except Refused as refused:
        wrong = wrong or refused.problems
    seen = request.POST.get("seen", card.revision)
    context: dict[str, Any] = {"card": card, "form": form, "problems": wrong, "drawn": drawn, "seen": seen}
    return render(request, "letters/wording.html", context, status=422 if wrong else 200)


def _found(request: HttpRequest, programme: str, kind: str) -> WordingCard:
    offices = [one for one in queries.offices_of(request.viewer) if one.programme == programme]
    office = next((one for one in offices if one.area == _area(request)), next(iter(offices), None))
    card = queries.wording_card(request.viewer, programme, kind, office.area) if office else None
    if card is None:
        raise Http404
    return card


def _chosen(request: HttpRequest, offices: tuple[Office, ...]) -> Office | None:
    asked = (request.GET.get("program", ""), _area(request))
    found = next((one for one in offices if (one.programme, one.area) == asked), None)
    return found or next((one for one in offices if one.programme == asked[0]), next(iter(offices), None))


def _area(request: HttpRequest) -> str:
    return request.GET.get("wilayah", "")


def _seen(request: HttpRequest) -> int:
    said = request.POST.get("seen", "")
    return int(said) if said.isdecimal() and len(said) < 7 else -1


def _address(card: WordingCard) -> str:
    address = reverse("letter_wording", args=[card.office.programme, card.form.name])
    return f"{address}?wilayah={card.office.area}"
