"""The list of mentees and the page of one engagement, with its path as a picture."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sidamping.features.parties import queries as parties
from sidamping.features.programmes import queries
from sidamping.features.programmes.forms import FilterForm
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import label, pinned_programme

READERS = (roles.MENTOR, roles.CHAIR, *roles.OVERSEERS, roles.ASSESSOR)


@allow(*READERS)
@require_safe
def mentees(request: HttpRequest) -> HttpResponse:
    """A mentor's own mentees as cards; for overseers and assessors a list of the area with filters."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if not viewer.has(*roles.OVERSEERS, roles.ASSESSOR):
        context = {"cards": queries.cards(viewer), "carries": viewer.has(roles.MENTOR)}
        return render(request, "programmes/mentees.html", context)
    form = FilterForm(request.GET, viewer=viewer)
    page = queries.engagement_page(viewer, form.wanted(), request.GET.get("after", ""))
    return render(request, "programmes/mentee_list.html", {"page": page, "form": form})


@allow(*READERS)
@require_safe
def engagement(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """One mentoring: facts, path, board, who carried it, history; field work and papers load beside it."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = queries.known_card(viewer, engagement)
    if card is None:
        raise Http404
    board = parties.board_on(card.mentee_id, viewer.on) if card.mentee_kind == "cooperative" else ()
    assignments, reads = queries.assignments_of(card.id), queries.reads_records(viewer, card.id)
    carries = viewer.user_id in {line.mentor_id for line in assignments}
    context = {
        "card": card,
        "facts": _facts(card),
        "board": board,
        "assignments": assignments,
        "moments": queries.history_of(card, reasons=reads, selection=viewer.has(*roles.OVERSEERS)),
        "reads_records": reads,
        "view": queries.engagement_view(viewer, card, carries=carries, reads=reads),
        "may_assess": viewer.has(roles.MENTOR),
        "may_watch": viewer.has(roles.PMO, roles.SECRETARIAT, roles.DINAS_REGENCY, roles.DINAS_PROVINCE),
        "reads_codes": card.mentee_id in viewer.subjects(roles.CHAIR) or (
            viewer.has(*roles.OVERSEERS) and card.mentor_id != viewer.user_id
        ),
        "reads_watch": viewer.has(roles.MENTOR, *roles.OVERSEERS),
        "may_evaluate": card.mentor_id is not None and card.mentee_id in viewer.subjects(roles.CHAIR),
        "may_assign": queries.manages(viewer, card.programme, card.village_code),
    }
    return render(request, "programmes/engagement.html", context)


def _facts(card: queries.EngagementCard) -> list[tuple[str, object]]:
    language = reader_language()
    book = pinned_programme(card.pinned)
    return [
        (_("Program"), book.title.text(language)),
        (_("Tempat"), ", ".join(part for part in (card.village, card.district, card.regency) if part)),
        (_("Pendamping"), card.mentor_name or _("belum ada")),
        (_("Prioritas"), label("priority-levels", str(card.priority), language)),
    ]
