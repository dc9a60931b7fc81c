"""Pages of the first observation, the problem log and the joint evaluation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sidamping.domain.problems import Problem, Refused
from sidamping.features.fieldwork import queries, services
from sidamping.features.fieldwork.forms import (
    AlternativeForm,
    ChoiceForm,
    EvaluationForm,
    ObservationForm,
    OutcomeForm,
    ProblemChangeForm,
    ProblemForm,
)
from sidamping.features.fieldwork.queries import ObservationLine, ProblemLine
from sidamping.features.fieldwork.queries.vocabulary import in_words
from sidamping.features.fieldwork.views.answers import READERS, page
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.http.answers import go


@allow(*READERS)
def observation(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The first observation: its mentor writes it, others read it."""
    card = _card(request, engagement)
    current = queries.observation_of(engagement)
    if not _mine(request, card):
        return page(request, "observation_read.html", {"card": card, "current": current, "found": _found(current)})
    sent = request.POST if request.method == "POST" else None
    form = ObservationForm(sent, initial=_observed(request, current))
    problems: Any = form.problems
    if form.is_bound and not problems:
        try:
            services.record_observation(by=request.viewer, draft=form.draft(engagement), on=request.today)
            messages.success(request, _("Pengamatan tersimpan. Rencana kerja kini dapat disusun."))
            return go(reverse("engagement", args=[engagement]))
        except Refused as refused:
            problems = refused.problems
    return page(request, "observation.html", {"card": card, "form": form, "current": current}, problems)


@allow(roles.MENTOR)
def problem_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """A problem with the ladder of whys down to its root."""
    card = _card(request, engagement)
    initial = {"id": uuid7(), "found_on": request.today}
    form = ProblemForm(request.POST) if request.method == "POST" else ProblemForm(initial=initial)
    problems: Any = form.problems
    if form.is_bound and not problems:
        try:
            id = services.log_problem(by=request.viewer, draft=form.draft(engagement), on=request.today)
            messages.success(request, _("Masalah tersimpan. Susun jalan keluarnya bersama dampingan."))
            return go(reverse("problem", args=[id]))
        except Refused as refused:
            problems = refused.problems
    return page(request, "problem_add.html", {"card": card, "form": form}, problems)


@allow(*READERS)
def problem(request: HttpRequest, problem: UUID) -> HttpResponse:
    """From the causes over the alternatives and the mentee's choice to the outcome."""
    line = queries.problem(request.viewer, problem)
    if line is None:
        raise Http404
    card = _card(request, line.engagement_id)
    forms = _forms(request, line)
    if request.method != "POST":
        return _show_problem(request, line, card, forms)
    step = request.POST.get("aksi", "")
    if step not in forms:
        raise Http404
    form = forms[step]
    problems: Any = form.problems
    if not problems:
        try:
            STEPS[step](by=request.viewer, draft=form.draft(line.id), on=request.today)
            messages.success(request, _("Tersimpan."))
            return go(reverse("problem", args=[line.id]))
        except Refused as refused:
            problems = refused.problems
    return _show_problem(request, line, card, forms, problems, step)


@allow(roles.MENTOR)
def problem_change(request: HttpRequest, problem: UUID) -> HttpResponse:
    """The problem's own words put right, by the mentor who carries it."""
    line = queries.problem(request.viewer, problem)
    card = _card(request, line.engagement_id) if line else None
    if line is None or card is None or not _mine(request, card):
        raise Http404
    form = ProblemChangeForm(request.POST) if request.method == "POST" else ProblemChangeForm(initial=_logged(line))
    problems: Any = form.problems
    if form.is_bound and not problems:
        try:
            services.change_problem(by=request.viewer, change=form.change(line.id), on=request.today)
            messages.success(request, _("Perubahan masalah tersimpan."))
            return go(reverse("problem", args=[line.id]))
        except Refused as refused:
            problems = refused.problems
    return page(request, "problem_change.html", {"card": card, "line": line, "form": form}, problems)


@allow(*READERS)
def evaluation_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The evaluation held together, both sides named: its mentor writes, others read the earlier ones."""
    card = _card(request, engagement)
    initial = {"id": uuid7(), "held_on": request.today}
    form = EvaluationForm(request.POST) if request.method == "POST" else EvaluationForm(initial=initial)
    problems: Any = form.problems
    if form.is_bound and not problems:
        try:
            services.record_evaluation(by=request.viewer, draft=form.draft(engagement), on=request.today)
            messages.success(request, _("Evaluasi bersama tersimpan."))
            return go(reverse("engagement", args=[engagement]))
        except Refused as refused:
            problems = refused.problems
    context = {"card": card, "form": form, "earlier": queries.evaluations_of(engagement),
               "writes": _mine(request, card)}
    return page(request, "evaluation.html", context, problems)


STEPS: dict[str, Callable[..., UUID]] = {
    "alternatif": services.add_alternative,
    "pilihan": services.record_choice,
    "hasil": services.record_outcome,
}


def _card(request: HttpRequest, engagement: UUID) -> EngagementCard:
    card = engagement_card(request.viewer, engagement)
    if card is None:
        raise Http404
    return card


def _mine(request: HttpRequest, card: EngagementCard) -> bool:
    return card.mentor_id == request.viewer.user_id


def _logged(line: ProblemLine) -> dict[str, Any]:
    """What stands now."""
    causes = {f"cause-{number}": cause for number, cause in enumerate(line.causes, start=1)}
    return {"seen": line.revised, "title": line.title, "category": line.category, "priority": str(line.priority),
            "dialogue": line.dialogue, **causes}  # fmt: skip


def _observed(request: HttpRequest, current: ObservationLine | None) -> dict[str, Any]:
    """What stands now, to be corrected; the first time an empty form."""
    initial: dict[str, Any] = {"id": uuid7(), "observed_on": request.today}
    if current:
        initial |= {"replaces": current.id, "observed_on": current.observed_on}
        initial |= {"potentials": current.potentials, "needs": current.needs}
        initial |= {f"finding-{topic}": text for topic, text in current.findings.items()}
    return initial


def _found(current: ObservationLine | None) -> list[tuple[str, str]]:
    if current is None:
        return []
    return [(in_words("observation-topics", topic), text) for topic, text in current.findings.items()]


def _forms(request: HttpRequest, line: ProblemLine) -> dict[str, Any]:
    """The form of each step; the one that was sent is bound."""
    step = request.POST.get("aksi", "")
    chair = request.viewer.name if request.viewer.has(roles.CHAIR) else ""
    day = {"chosen_on": request.today, "seen_on": request.today, "chosen_by": chair}

    def made(name: str, form: type[Any], **more: Any) -> Any:
        if step == name:
            return form(request.POST, auto_id=f"{name}_%s", **more)
        return form(initial={"id": uuid7(), **day}, auto_id=f"{name}_%s", **more)

    return {
        "alternatif": made("alternatif", AlternativeForm),
        "pilihan": made("pilihan", ChoiceForm, alternatives=line.alternatives),
        "hasil": made("hasil", OutcomeForm),
    }


def _show_problem(
    request: HttpRequest, line: ProblemLine, card: EngagementCard, forms: dict[str, Any],
    problems: tuple[Problem, ...] | list[Problem] = (), step: str = "",
) -> HttpResponse:
    writes = _mine(request, card) or card.mentee_id in request.viewer.subjects(roles.CHAIR)
    if step:
        forms[step].shown = problems
    facts = [
        (_("Sisi"), in_words("problem-sides", line.side)),
        (_("Jenis"), in_words("problem-categories", line.category)),
        (_("Prioritas"), in_words("priority-levels", str(line.priority))),
        (_("Dicatat oleh"), line.written_by),
    ]
    context = {
        "line": line, "card": card, "facts": facts, "writes": writes, "step": step, "form": forms.get(step),
        "own": _mine(request, card),
        "alternative": forms["alternatif"], "choice": forms["pilihan"], "outcome": forms["hasil"],
        "lacking": max(0, 2 - len(line.alternatives)),
    }
    return page(request, "problem.html", context, problems)
