"""Officers read applications: the list in queue order, one application whole, a file (B1, D5)."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sidamping.features.admissions import queries, services
from sidamping.features.admissions.forms import ApplicationFilterForm
from sidamping.features.admissions.forms.filters import STATES
from sidamping.features.admissions.queries import ANY, REFUSED, ApplicationCard
from sidamping.features.admissions.queries.intake import intake_of, stages_of
from sidamping.features.parties.queries import places_in_sight
from sidamping.features.programmes.queries import CohortCard, cohorts_to_choose
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import stored_file, there
from sidamping.platform.http.language import reader_language


@allow(*queries.READERS)
@require_safe
def applications(request: HttpRequest) -> HttpResponse:
    """The applications of one round or of all, those that wait on top, each with its place in the queue and why."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = filter_form(request)
    board = queries.applications_board(viewer, form.wanted(), request.GET.get("after", "")) if form.cohorts else None
    context = {"form": form, "board": board, "chosen": form.chosen,
               "steps": _steps(form.chosen, board) if board else ()}
    return render(request, "admissions/applications.html", context)


@allow(*queries.READERS)
@require_safe
def application(request: HttpRequest, application: UUID) -> HttpResponse:
    """One application with everything it is decided on."""
    card = card_or_404(request, application)
    return render(request, "admissions/application.html", {
        "card": card, "letter": _letter_of(card), "preferred": _preferred(card),
    })


@allow(*queries.READERS)
@require_safe
def application_file(request: HttpRequest, application: UUID, attached: UUID) -> HttpResponse:
    """One file that was handed in."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    found = there(queries.application_file(viewer, application, attached))
    return stored_file(found, f"permohonan-{found.sha256[:8]}", stays=False)


def card_or_404(request: HttpRequest, application: UUID) -> ApplicationCard:
    """The application, for whoever may read it."""
    found = queries.application_card(request.viewer, application)  # type: ignore[attr-defined]  # set by middleware
    if found is None:
        raise Http404
    return found


def filter_form(request: HttpRequest) -> ApplicationFilterForm:
    """The filter with the rounds and places of the viewer."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return ApplicationFilterForm(request.GET, cohorts=cohorts_to_choose(viewer), areas=places_in_sight(viewer))


def _preferred(card: ApplicationCard) -> list[str]:
    """The priorities of the programme that the applicant says to meet, in the programme's order (D5)."""
    intake, language = intake_of(card.pinned), reader_language()
    return [one.label.text(language) for one in intake.priorities if one.code in card.priorities] if intake else []


def _letter_of(card: ApplicationCard) -> UUID | None:
    """The letter the application ended with."""
    made = card.standing.made
    if card.standing.state == REFUSED and made:
        return services.letter_id(made[-1].record, services.REFUSED)
    return services.letter_id(card.engagement_id, services.ACCEPTED) if card.engagement_id else None


def _steps(chosen: CohortCard | None, board: queries.Board) -> list[tuple[str, str, int]]:
    """Code, words and count of every state that holds somebody; of one round also of every stage."""
    language = reader_language()
    stages = stages_of(chosen.pinned) if chosen else ()
    words = {**{one.code: one.label.text(language) for one in stages}, **STATES}
    return [(code, str(word), board.counts[code]) for code, word in words.items()
            if code != ANY and board.counts.get(code)]
