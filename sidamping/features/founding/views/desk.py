"""The foundings in sight, a new one, and one at one sight: how far it has come and what lacks."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.founding import gaps
from sidamping.domain.founding.steps import GATHERINGS
from sidamping.domain.problems import Problem
from sidamping.features.founding import queries, services
from sidamping.features.founding.forms import FoundingForm, LevelForm
from sidamping.features.founding.queries import KEEPERS, READERS, FoundingCard
from sidamping.features.founding.views.answers import answered, found_founding, page
from sidamping.features.parties import queries as parties
from sidamping.features.parties import services as registers
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import there
from sidamping.platform.http.language import reader_language
from sidamping.rules.citing import told

ROOMS = {
    gaps.FOUNDERS: "founding_founders", gaps.OFFICERS: "founding_officers", gaps.PARTS: "founding_articles",
    gaps.TERMS: "founding_terms", gaps.OPENING: "founding_opening", gaps.PIECES: "founding_pieces",
    gaps.STEPS: "founding_steps",
}  # fmt: skip
"""Where a gap is written → the name of that page."""


@allow(*READERS)
@require_safe
def foundings(request: HttpRequest) -> HttpResponse:
    """The foundings in sight, the latest first."""
    text = request.GET.get("q", "")[:80]
    rows = queries.foundings_page(request.viewer, text, request.GET.get("after", ""))
    context = {"page": rows, "text": text, "writes": request.viewer.has(*registers.WRITERS)}
    return page(request, "foundings.html", context)


@allow(*registers.WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def founding_add(request: HttpRequest) -> HttpResponse:
    """Begin a founding, of a new group or of the pra-koperasi the address names."""
    party = read_id(request.GET.get("koperasi", ""))
    group = there(parties.cooperative(request.viewer, party)) if party else None
    form = (LevelForm if group else FoundingForm)(request.POST or None)

    return answered(
        request, "founding_add.html", {"form": form, "group": group},
        lambda: services.begin_founding(
            by=request.viewer, id=form.cleaned_data["id"], draft=form.draft(party), now=request.now,
            keep=form.cleaned_data.get("keep", False),
        ),
        _("Pendirian dimulai; kelompoknya tercatat sebagai pra-koperasi. Tambah para pendiri."),
        lambda: reverse("founding_founders", args=[form.cleaned_data["id"]]),
    )  # fmt: skip


@allow(*READERS)
@require_safe
def founding(request: HttpRequest, founding: UUID) -> HttpResponse:
    """One founding: its way, what lacks with where to write it, what one should know."""
    card = found_founding(request, founding)
    people, said = queries.founders(founding), queries.steps(founding)
    texts, pieces = queries.part_texts(founding), queries.piece_kinds(founding)
    lacking = queries.lacking(card, people, said, texts, pieces, request.today)
    context = {
        "card": card, "people": len(people), "rule": queries.needed(card, request.today), "texts": len(texts),
        "stations": queries.way(said, request.today),
        "said": said, "lacking": [(told(one, reader_language()), one.code, _address(card, one)) for one in lacking],
        "warnings": tuple(queries.warnings(card, len(people), request.today)),
        "writes": card.may_write and request.viewer.has(*KEEPERS),
    }  # fmt: skip
    return page(request, "founding.html", context)


def _address(card: FoundingCard, gap: Problem) -> str:
    if gap.where in GATHERINGS:
        return reverse("founding_gathering", args=[card.id, gap.where])
    return reverse(ROOMS[gap.where], args=[card.id])
