"""What founders hold and agree: meetings, savings and shares, the opening balance, the articles part by part."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.founding.gaps import BLANK
from sidamping.domain.founding.steps import GATHERINGS
from sidamping.features.founding import queries, services
from sidamping.features.founding.forms import GatheringForm, OpeningForm, PartForm, TermsForm
from sidamping.features.founding.queries import KEEPERS, READERS, FoundingCard
from sidamping.features.founding.views.answers import answered, found_founding, own_founding, page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import listing
from sidamping.rules.founding import article_parts

BEGUN = {"board_years": 5, "supervisors_years": 5}


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_gathering(request: HttpRequest, founding: UUID, gathering: str) -> HttpResponse:
    """A meeting of founders, recorded or told again; the last telling counts."""
    if gathering not in GATHERINGS:
        raise Http404
    card = own_founding(request, founding)
    last = queries.gathering(founding, gathering)
    initial = {**asdict(last), "came": [str(one) for one in last.came]} if last else {"day": request.today}
    people = queries.founders(founding)
    form = GatheringForm(request.POST or None, kind=gathering, people=people, initial=initial)
    words = next(one for one in listing("founding-steps") if one.code == gathering)
    level = next(one for one in listing("founding-levels") if one.code == card.level)
    language = reader_language()
    context = {
        "card": card, "form": form, "kind": gathering, "title": words.text(language), "cite": words.cite,
        "hint": words.hint.text(language) if words.hint else "", "last": last,
        "official": level.hint.text(language) if level.hint else "", "rule": queries.needed(card, request.today),
    }  # fmt: skip
    return answered(
        request, "gathering.html", context,
        lambda: services.record_gathering(
            by=request.viewer, id=form.cleaned_data["id"], founding=founding, draft=form.draft(), now=request.now,
        ),
        _("Rapat dicatat."), reverse("founding", args=[founding]),
    )  # fmt: skip


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_terms(request: HttpRequest, founding: UUID) -> HttpResponse:
    """Savings, terms of office and shares of the surplus."""
    card = own_founding(request, founding)
    form = TermsForm(request.POST or None, initial=_terms(card))
    return answered(
        request, "terms.html", {"card": card, "form": form},
        lambda: services.set_terms(
            by=request.viewer, id=form.cleaned_data["id"], founding=founding, draft=form.draft(), now=request.now,
        ),
        _("Simpanan dan pembagian SHU dicatat."), reverse("founding", args=[founding]),
    )  # fmt: skip


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_opening(request: HttpRequest, founding: UUID) -> HttpResponse:
    """The opening balance; begun with what the founders' savings come to."""
    card = own_founding(request, founding)
    form = OpeningForm(request.POST or None, initial=_opening(card, len(queries.founders(founding))))
    return answered(
        request, "opening_balance.html", {"card": card, "form": form},
        lambda: services.set_opening(
            by=request.viewer, id=form.cleaned_data["id"], founding=founding, balance=form.balance(), now=request.now,
        ),
        _("Neraca awal dicatat."), reverse("founding", args=[founding]),
    )  # fmt: skip


@allow(*READERS)
@require_safe
def founding_articles(request: HttpRequest, founding: UUID) -> HttpResponse:
    """The ten required parts: written, with a blank, or still to write."""
    card = found_founding(request, founding)
    texts, language = queries.part_texts(founding), reader_language()
    parts, cited = article_parts(request.today, card.village_code)
    rows = [(one, one.label.text(language), one.hint.text(language), texts.get(one.code, "")) for one in parts]
    return page(request, "articles_draft.html", {"card": card, "rows": rows, "cite": cited.cite, "blank": BLANK})


@allow(*KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_part(request: HttpRequest, founding: UUID, article_part: str) -> HttpResponse:
    """One part, begun with a text to edit."""
    card, language = own_founding(request, founding), reader_language()
    parts = article_parts(request.today, card.village_code)[0]
    part = next((one for one in parts if one.code == article_part), None)
    if part is None:
        raise Http404
    text = queries.part_texts(founding).get(article_part)
    begins = text or queries.starter(part, card, queries.founders(founding), language)
    form = PartForm(request.POST or None, initial={"text": begins})
    context = {"card": card, "form": form, "title": part.label.text(language), "hint": part.hint.text(language),
               "cite": part.cite, "begun": text is None, "blank": BLANK}  # fmt: skip
    return answered(
        request, "article_part.html", context,
        lambda: services.write_part(
            by=request.viewer, id=form.cleaned_data["id"], founding=founding, code=article_part,
            text=form.cleaned_data["text"], now=request.now,
        ),
        _("Bagian anggaran dasar dicatat."), reverse("founding_articles", args=[founding]),
    )  # fmt: skip


def _terms(card: FoundingCard) -> dict[str, Any]:
    if card.terms is None:
        return BEGUN
    shares = {f"share-{code}": share for code, share in card.terms.shares.items()}
    return {**asdict(card.terms), **shares}


def _opening(card: FoundingCard, people: int) -> dict[str, Any]:
    if card.opening is not None:
        return asdict(card.opening)
    nothing = dict.fromkeys(("bank", "stock", "equipment", "grants", "debts"), 0)
    if card.terms is None:
        return {**nothing, "mandatory": 0}
    principal, mandatory = people * card.terms.principal, people * card.terms.mandatory
    return {**nothing, "cash": principal + mandatory, "principal": principal, "mandatory": mandatory}
