"""A finding: written and struck by the office, answered by the board with proof, judged by the office."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.features.supervision import queries, services
from sidamping.features.supervision.forms import AnswerForm, FindingForm, VerdictForm, WhyForm
from sidamping.features.supervision.queries import OFFICES, READERS
from sidamping.features.supervision.views.answers import answered, own_examination, page
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import stored_file, there
from sidamping.rules.supervision import answer_days


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def finding_add(request: HttpRequest, examination: UUID) -> HttpResponse:
    """Write down a finding with who mends it by when."""
    card = own_examination(request, examination)
    days, cited = answer_days(request.today, card.village_code)
    form = FindingForm(request.POST or None, initial={"due": request.today + timedelta(days=days)})
    return answered(
        request, "finding_add.html", {"card": card, "days": days, "cited": cited, "form": form},
        lambda: services.write_finding(
            by=request.viewer, id=form.cleaned_data["id"], examination=examination, draft=form.draft(), now=request.now
        ),
        _("Temuan dicatat."), reverse("examination", args=[examination]),
    )  # fmt: skip


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest, finding: UUID) -> HttpResponse:
    """A finding with everything said about it; its board answers."""
    card, line = there(queries.finding_of(request.viewer, finding))
    context = {"card": card, "line": line, "verdict": VerdictForm()}
    if request.method != "POST":
        return page(request, "finding.html", {**context, "form": AnswerForm()})
    if not card.answers:
        raise Http404
    form = AnswerForm(request.POST, request.FILES)
    return answered(
        request, "finding.html", {**context, "form": form},
        lambda: services.answer_finding(
            by=request.viewer, id=form.cleaned_data["id"], finding=finding, text=form.cleaned_data["text"],
            file=form.proof(), now=request.now,
        ),
        _("Tindak lanjut terkirim. Kantor akan menilainya."), reverse("finding", args=[finding]),
    )  # fmt: skip


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def finding_strike(request: HttpRequest, finding: UUID) -> HttpResponse:
    """Strike a wrong finding before the report, with the reason."""
    card, line = _kept(request, finding)
    form = WhyForm(request.POST or None)
    return answered(
        request, "reason.html", {"card": card, "act": _("Coret temuan"), "lead": line.text, "form": form},
        lambda: services.strike_finding(
            by=request.viewer, finding=finding, why=form.cleaned_data["why"], now=request.now
        ),
        _("Temuan dicoret."), reverse("examination", args=[card.line.id]),
    )  # fmt: skip


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_judge(request: HttpRequest, answer: UUID) -> HttpResponse:
    """Say whether an answer settles its finding."""
    examination = there(queries.examination_of_answer(request.viewer, answer))
    card = own_examination(request, examination)
    line = next(one for one in card.findings if any(said.id == answer for said in one.answers))
    said = next(one for one in line.answers if one.id == answer)
    form = VerdictForm(request.POST or None)
    return answered(
        request, "judge.html", {"card": card, "line": line, "said": said, "form": form},
        lambda: services.judge_answer(
            by=request.viewer, answer=answer, settled=form.cleaned_data["settled"] == "yes",
            remark=form.cleaned_data["remark"], now=request.now,
        ),
        _("Penilaian dicatat."), reverse("finding", args=[line.id]),
    )  # fmt: skip


@allow(*READERS)
@require_safe
def answer_file(request: HttpRequest, answer: UUID) -> HttpResponse:
    """The proof of an answer."""
    found = there(queries.answer_file(request.viewer, answer))
    return stored_file(found, f"tindak-lanjut-{answer}", stays=False)


def _kept(request: HttpRequest, finding: UUID) -> tuple[Any, Any]:
    """The finding when the viewer's office carries its examination out."""
    card, line = there(queries.finding_of(request.viewer, finding))
    if not card.keeps:
        raise Http404
    return card, line
