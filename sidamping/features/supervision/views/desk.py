"""The examinations of an office, a new one, and one at one sight: team, findings, report, sanctions."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import problem
from sidamping.features.assessments import queries as assessments
from sidamping.features.supervision import queries, services
from sidamping.features.supervision.forms import (
    ClosingForm,
    ExaminationForm,
    FilterForm,
    LetterheadForm,
    ReportForm,
    SearchForm,
    TeamForm,
)
from sidamping.features.supervision.queries import OFFICES, READERS
from sidamping.features.supervision.views.answers import answered, found_examination, own_examination, page
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go, tell_faults, there

WEEK = timedelta(days=7)


@allow(*READERS)
@require_safe
def examinations(request: HttpRequest) -> HttpResponse:
    """Those of the own office; a board sees the reported ones of its cooperative."""
    form = FilterForm(request.GET or None)
    given = form.cleaned_data if form.is_bound and form.is_valid() else {}
    state, text = given.get("keadaan", ""), given.get("q", "")
    rows = queries.examinations_page(request.viewer, state=state, text=text, after=request.GET.get("after", ""))
    context = {"page": rows, "form": form, "keeps": request.viewer.has(*OFFICES), "filtered": bool(state or text),
               "waiting": queries.to_judge(request.viewer), "unheaded": queries.unheaded(request.viewer)}
    return page(request, "examinations.html", context)


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def examination_add(request: HttpRequest) -> HttpResponse:
    """Plan an examination: first of whom, looked up by name, then what and when."""
    if "koperasi" not in request.GET:
        return _choose(request)
    cooperative = there(queries.supervised(request.viewer, there(read_id(request.GET["koperasi"]))))
    if request.method != "POST" and not cooperative.founded:
        tell_faults(request, [problem("SUPERVISION_025", name=cooperative.name)])
        return go(reverse("examination_add"))
    begin = {
        "starts": request.today + WEEK, "ends": request.today + WEEK, "way": "active", "timing": "routine",
        "purpose": "preventive",
    }  # fmt: skip
    form = ExaminationForm(request.POST or None, initial=begin)
    return answered(
        request, "examination_add.html", {"form": form, "cooperative": cooperative},
        lambda: services.open_examination(
            by=request.viewer, id=form.cleaned_data["id"], cooperative=cooperative.id, draft=form.draft(),
            now=request.now,
        ),
        _("Pemeriksaan direncanakan. Terbitkan surat tugasnya."),
        lambda: reverse("examination", args=[form.cleaned_data["id"]]),
    )  # fmt: skip


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def letterhead(request: HttpRequest) -> HttpResponse:
    """How the office heads and signs its letters; whoever serves several offices picks one."""
    offices = queries.offices_of(request.viewer)
    asked = request.GET.get("kantor", "")
    office = there(next((one for one in offices if asked in ("", one.key)), None))
    head = queries.heading_of(office.role, office.area)
    begin = asdict(head) if head is not None else {"government": f"Pemerintah {office.region}"}
    form = LetterheadForm(request.POST or None, initial=begin)
    return answered(
        request, "letterhead.html", {"form": form, "office": office, "offices": offices},
        lambda: services.head_letters(
            by=request.viewer, office=office.role, area=office.area, heading=form.heading(), now=request.now
        ),
        _("Kop surat disimpan. Surat berikutnya memakainya."), reverse("examinations"),
    )  # fmt: skip


@allow(*READERS)
@require_safe
def examination(request: HttpRequest, examination: UUID) -> HttpResponse:
    """One examination: how far it has come and what is to do now."""
    card = found_examination(request, examination)
    context = {
        "card": card, "line": card.line, "steps": queries.steps(card, request.today) if card.report_on else None,
        "outside": assessments.outside_of_party(request.viewer, card.line.cooperative_id) if card.keeps else (),
    }  # fmt: skip
    return page(request, "examination.html", context)


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def examination_assign(request: HttpRequest, examination: UUID) -> HttpResponse:
    """Name the team and issue its letter of assignment."""
    card, form = own_examination(request, examination), TeamForm(request.POST or None)
    return answered(
        request, "assign.html", {"card": card, "form": form},
        lambda: services.assign(by=request.viewer, examination=examination, team=form.team()),
        _("Surat tugas terbit."), reverse("examination", args=[examination]),
    )  # fmt: skip


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def examination_report(request: HttpRequest, examination: UUID) -> HttpResponse:
    """Issue the report; from then on the cooperative reads its findings."""
    card, form = own_examination(request, examination), ReportForm(request.POST or None)
    return answered(
        request, "report.html", {"card": card, "form": form},
        lambda: services.report(
            by=request.viewer, examination=examination, summary=form.cleaned_data["summary"], now=request.now
        ),
        _("Laporan terbit. Koperasi dapat membaca temuannya."), reverse("examination", args=[examination]),
    )  # fmt: skip


@allow(*OFFICES)
@require_http_methods(["GET", "HEAD", "POST"])
def examination_close(request: HttpRequest, examination: UUID) -> HttpResponse:
    """Close the examination."""
    card, form = own_examination(request, examination), ClosingForm(request.POST or None)
    return answered(
        request, "close.html", {"card": card, "form": form},
        lambda: services.close_examination(
            by=request.viewer, examination=examination, why=form.cleaned_data["why"], now=request.now
        ),
        _("Pemeriksaan ditutup."), reverse("examination", args=[examination]),
    )  # fmt: skip


def _choose(request: HttpRequest) -> HttpResponse:
    """The cooperatives in the office's area, and those whose name holds a text."""
    form = SearchForm(request.GET)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    found = queries.cooperatives_to_choose(request.viewer, text=text, after=request.GET.get("after", ""))
    return page(request, "choose.html", {"form": form, "page": found, "text": text})
