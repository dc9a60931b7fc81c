"""Filling in: one section of the sheet on a page, what two balance sheets propose, and what is missing at the end.

Nobody sees another one's open answers here: the pages show the viewer's own filling and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.forms import SectionForm
from sidamping.features.assessments.forms.filling import anchor_of
from sidamping.features.assessments.views.answers import READERS, found_card, instrument_of
from sidamping.features.assessments.views.desk import REVIEW, Desk
from sidamping.platform.access.guard import allow
from sidamping.platform.attachments.pictures import LARGEST_FILE
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language

CHANGED = frozenset({"ASSESSMENTS_009"})
"""Refusals because somebody saved in between: the input stays and is laid beside what is stored."""


@allow(*READERS)
@require_safe
def fill(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """To the first section that is not complete; to the check at the end when all are."""
    desk = desk_of(request, assessment)
    return go(reverse("fill_section", args=[assessment, desk.first_open]))


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def fill_section(request: HttpRequest, assessment: UUID, section: str) -> HttpResponse:
    """One section of the viewer's own filling; after the last comes the check."""
    desk = desk_of(request, assessment)
    if section == REVIEW:
        return review_page(request, desk)
    form = desk.form(section, request.POST, request.FILES) if request.method == "POST" else desk.form(section)
    if form is None:
        raise Http404
    if request.method != "POST":
        return section_page(request, desk, form)
    try:
        accepted = request.POST.get("terima", "")
        save_section(request, desk, form, accepted)
        attach_brought(request, desk, form)
    except Refused as refused:
        return section_page(request, desk_of(request, assessment), form, refused.problems)
    if accepted:
        messages.success(request, _("Usulan diterima sebagai jawaban Anda."))
        return go(f"{reverse('fill_section', args=[assessment, section])}#{anchor_of(accepted)}")
    messages.success(request, _("Tersimpan."))
    onward = section if "simpan" in request.POST else desk.after(section)
    return go(reverse("fill_section", args=[assessment, onward]))


@allow(*READERS)
@require_POST
def assessment_submit(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """Hand in the own filling; what keeps it from being handed in is told at the check."""
    desk = desk_of(request, assessment)
    try:
        services.submit_filling(by=request.viewer, assessment=assessment, now=request.now)
    except Refused as refused:
        return review_page(request, desk, refused.problems)
    messages.success(request, _("Isian diserahkan dan terkunci."))
    return go(reverse("assessment", args=[assessment]))


def desk_of(request: HttpRequest, assessment: UUID) -> Desk:
    """What the viewer fills in; 404 for whoever has nothing to fill in here."""
    card = found_card(request, assessment)
    if card.own is None or "fill" not in card.may:
        raise Http404
    return Desk(card, card.own, instrument_of(card), reader_language())


def save_section(request: HttpRequest, desk: Desk, form: SectionForm, accepted: str = "") -> None:
    """Keep what was typed in the section; an accepted proposal becomes the person's own answer."""
    proposed = desk.proposals.get(accepted)
    values = form.values()
    if proposed is not None and proposed.said:
        values[accepted] = proposed.said
    services.save_filling(
        by=request.viewer, assessment=desk.card.head.id, values=values, notes=form.notes(), seen=form.revision,
        now=request.now, answered_by=form.answerer(),
    )  # fmt: skip


def attach_brought(request: HttpRequest, desk: Desk, form: SectionForm) -> None:
    """Keep the files that came with the section; all that is wrong with them is told at once."""
    faults: list[Problem] = []
    for item, note, file in form.brought():
        try:
            services.attach_evidence(
                by=request.viewer, assessment=desk.card.head.id, item=item, name=file.name or "",
                content=file.read(LARGEST_FILE + 1), note=note,
            )  # fmt: skip
        except Refused as refused:
            faults += [Problem(one.code, f"berkas.{item}", one.values) for one in refused.problems]
    if faults:
        raise Refused(faults)


def section_page(
    request: HttpRequest, desk: Desk, form: SectionForm, problems: Iterable[Problem] = ()
) -> HttpResponse:
    """The section; with problems the input stays and the answer is 422."""
    found = tuple(desk.labelled(one) for one in problems)
    stored = desk.values if any(one.code in CHANGED for one in found) else {}
    if form.is_bound and form.revision != desk.own.revised:
        form = form.with_seen(desk.own.revised)
    rows = desk.rows(form, queries.evidence_behind(desk.card).get(desk.own.id, {}), stored)
    helpers = [one for one in rows if one.helper]
    faulty = {one.where for one in found}
    context = {
        "desk": desk, "card": desk.card, "head": desk.card.head, "form": form, "section": form.section,
        "rows": [one for one in rows if not one.helper], "helpers": helpers, "problems": found,
        "helpers_open": any(one.line.item.key in faulty or one.stored is not None for one in helpers),
        "stations": desk.stations(form.section.key),
        "here": next(one for one in desk.stations(form.section.key) if one.here),
    }  # fmt: skip
    return render(request, "assessments/fill.html", context, status=422 if found else 200)


def review_page(request: HttpRequest, desk: Desk, problems: Iterable[Problem] = ()) -> HttpResponse:
    """What is filled in and what is missing, before the filling is handed in."""
    found = tuple(problems)
    evidence = queries.evidence_behind(desk.card).get(desk.own.id, {})
    context = {
        "desk": desk, "card": desk.card, "head": desk.card.head, "problems": found, "stations": desk.stations(REVIEW),
        "missing": desk.missing(), "files": sum(len(held) for held in evidence.values()),
        "may_submit": "submit" in desk.card.may,
    }  # fmt: skip
    return render(request, "assessments/review.html", context, status=422 if found else 200)
