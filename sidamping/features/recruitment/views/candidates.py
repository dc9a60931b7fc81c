"""A candidate's page: documents, the way so far, the decision that waits; files; panels for several at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.selection.stages import INTERVIEW
from sidamping.features.letters.queries import letters_of
from sidamping.features.recruitment import queries, services
from sidamping.features.recruitment.forms import DecideForm, PanelForm
from sidamping.features.recruitment.queries import INTERVIEWERS, RECRUITERS, CandidateCard
from sidamping.features.recruitment.views.answers import found_call, found_candidate, page
from sidamping.features.recruitment.views.calls import look
from sidamping.features.recruitment.views.printing import shown_result
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, stored_file, there


@allow(*INTERVIEWERS)
@require_safe
def candidate(request: HttpRequest, candidacy: UUID) -> HttpResponse:
    """One candidate as the viewer may read it."""
    return _show(request, found_candidate(request, candidacy))


@allow(*RECRUITERS)
@require_POST
def candidate_decide(request: HttpRequest, candidacy: UUID) -> HttpResponse:
    """Decide the stage that waits, or record that the candidate leaves."""
    card = found_candidate(request, candidacy)
    form = DecideForm(request.POST, book=card.book, stage=request.POST.get("stage", ""))
    if not form.is_valid():
        return _show(request, card, form)
    try:
        services.decide(by=request.viewer, id=form.cleaned_data["id"], candidacy=candidacy, draft=form.draft())
    except Refused as refused:
        return _show(request, card, form, refused.problems)
    messages.success(request, _("Putusan tersimpan."))
    return go(reverse("candidate", args=[candidacy]))


@allow(*INTERVIEWERS)
@require_safe
def candidate_file(request: HttpRequest, candidacy: UUID, document: UUID) -> HttpResponse:
    """A document of an application."""
    kept = there(queries.document_file(request.viewer, candidacy, document))
    return stored_file(kept, PurePath(kept.name).stem, stays=False)


@allow(*RECRUITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def call_panel(request: HttpRequest, call: UUID) -> HttpResponse:
    """Name the interviewers of one or several candidates who reached the interview, with day and place."""
    card = found_call(request, call)
    lines = [one for one in queries.candidates_of(request.viewer, call) if one.open and one.stage == INTERVIEW]
    people = [(str(one.user_id), one.name) for one in queries.interviewers_for(request.viewer, card)]
    start = {"candidates": [request.GET.get("calon", "")], "on": request.today}
    if request.method != "POST":
        form = PanelForm(lines=lines, people=people, initial=start)
        return page(request, "panel.html", {"call": card, "form": form, "lines": lines})
    form = PanelForm(request.POST, lines=lines, people=people)
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        try:
            _set(request, form)
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, _("Pewawancara ditetapkan."))
            return go(reverse("recruitment", args=[call]))
    return page(request, "panel.html", {"call": card, "form": form, "lines": lines}, problems)


def _set(request: HttpRequest, form: PanelForm) -> None:
    seen = form.cleaned_data
    services.set_panels(
        by=request.viewer, candidacies=form.chosen("candidates"), people=form.chosen("people"), on=seen["on"],
        place=seen["place"], excused_why=seen["excused_why"],
    )


def _show(
    request: HttpRequest, card: CandidateCard, form: DecideForm | None = None, problems: Iterable[Problem] = ()
) -> HttpResponse:
    waiting = card.leads and card.line.open
    if form is None and waiting:
        start = {"on": request.today, "stage": card.line.stage}
        form = DecideForm(book=card.book, stage=card.line.stage, initial=start)
    met, word = look(card.line)
    context = {
        "card": card, "line": card.line, "look": met, "word": word, "form": form, "waiting": waiting,
        "letters": letters_of(request.viewer, path=card.line.path_id) if card.leads else (),
        "stations": card.stops, "result": shown_result(card.result),
        "at_interview": card.line.stage == INTERVIEW,
        "can_mark": card.seat is not None and card.seat.handed_at is None,
    }  # fmt: skip
    return page(request, "candidate.html", context, problems)
