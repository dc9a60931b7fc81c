"""Opening a round in two steps: whom to assess, then with which rule as of which day. Each rule says what it asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sidamping.domain.problems import Problem, Refused
from sidamping.domain.scoring.sheet import YESNO, sheet
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.forms import OpenForm, SubjectForm
from sidamping.features.assessments.forms.filling import words
from sidamping.features.assessments.queries import Baseline, EngagedAs, InstrumentHead, SubjectName
from sidamping.features.assessments.services import AssessmentDraft
from sidamping.features.assessments.views.answers import READERS
from sidamping.features.assessments.views.shown import KINDS, STATUSES
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language

MOST_SHOWN = 20
MENTOR, TOPIC = "mentor", "topic"
OFFICIAL = "resmi"


@dataclass(frozen=True)
class Offer:
    """An instrument one may open, with its status told plainly and what it will ask, section by section."""

    head: InstrumentHead
    look: str
    status: str
    sections: tuple[tuple[str, int, int], ...]

    @property
    def amounts(self) -> int:
        return sum(amounts for _label, amounts, _questions in self.sections)

    @property
    def questions(self) -> int:
        return sum(questions for _label, _amounts, questions in self.sections)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def assessment_add(request: HttpRequest) -> HttpResponse:
    """`?pihak=` names a party or mentor of `?jenis=`, `?tanggal=` the day; without a subject it is chosen first.

    `?dampingan=` names the mentoring that the round is for.
    """
    viewer: Viewer = request.viewer
    subject = _subject(request, viewer)
    if subject is None:
        return _choose(request, viewer)
    on = _day(request)
    engaged = _engaged(request, viewer)
    heads = sorted(queries.available(viewer, on, subject.kind), key=lambda one: (one.status != OFFICIAL, one.title))
    offers = [_offer(one) for one in heads]
    pairs = queries.open_baselines(viewer, subject.id) if subject.id else ()
    form = _form(request, subject, offers, pairs, on, engaged)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.open_assessment(by=viewer, draft=_draft(form, subject, engaged), on=request.today)
        except Refused as refused:
            return _show(request, subject, offers, form, on, engaged, refused.problems)
        messages.success(request, _("Penilaian dibuka. Isi bagian demi bagian; setiap bagian tersimpan sendiri."))
        return go(reverse("fill", args=[made]))
    return _show(request, subject, offers, form, on, engaged)


def _kinds(viewer: Viewer) -> list[str]:
    """What the viewer may assess today, in the order of the form."""
    found = {one.subject for one in queries.available(viewer, viewer.on)}
    return [kind for kind in KINDS if kind in found]


def _subject(request: HttpRequest, viewer: Viewer) -> SubjectName | None:
    """Whom the address names; None when nobody is named yet; 404 for somebody out of reach."""
    kind, named = request.GET.get("jenis", "cooperative"), request.GET.get("pihak", "")
    if kind == TOPIC and TOPIC in _kinds(viewer):
        return SubjectName(TOPIC, None, str(_("Topik")))
    if not named:
        return None
    wanted = read_id(named)
    if wanted is None:
        raise Http404
    found = queries.subject_named(viewer, kind, wanted)
    if found is None:
        raise Http404
    return found


def _engaged(request: HttpRequest, viewer: Viewer) -> EngagedAs | None:
    """The mentoring the address names; 404 for one out of reach."""
    named = request.GET.get("dampingan", "")
    if not named:
        return None
    try:
        found = queries.engaged_as(viewer, UUID(named), request.GET.get("instrumen", ""))
    except ValueError:
        raise Http404 from None
    if found is None:
        raise Http404
    return found


def _choose(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    kinds = _kinds(viewer)
    form = SubjectForm(request.GET, kinds)
    found = queries.subjects_to_choose(viewer, form.kind, form.text, MOST_SHOWN + 1) if form.kind else ()
    context = {
        "form": form, "kind": form.kind, "kinds": [(kind, KINDS[kind]) for kind in kinds],
        "found": found[:MOST_SHOWN], "more": len(found) > MOST_SHOWN, "text": form.text,
        "instrument": request.GET.get("instrumen", ""),
    }  # fmt: skip
    return render(request, "assessments/choose.html", context)


def _form(
    request: HttpRequest, subject: SubjectName, offers: list[Offer], pairs: Iterable[Baseline], on: date,
    engaged: EngagedAs | None,
) -> OpenForm:
    heads = [one.head for one in offers]
    data = request.POST if request.method == "POST" else None
    pair, wished = request.GET.get("pasangan", ""), request.GET.get("instrumen", "")
    initial = {
        "instrument": wished or (heads[0].name if len(heads) == 1 else ""), "pair_id": pair,
        "purpose": "final" if pair else (engaged.purpose if engaged else "") or "single",
    }  # fmt: skip
    return OpenForm(heads, list(pairs), data, kind=subject.kind, on=on, initial=initial)


def _draft(form: OpenForm, subject: SubjectName, engaged: EngagedAs | None) -> AssessmentDraft:
    mentor = subject.id if subject.kind == MENTOR else None
    party = subject.id if subject.kind not in (MENTOR, TOPIC) else None
    host = engaged.id if engaged else None
    return AssessmentDraft(party_id=party, mentor_id=mentor, engagement_id=host, **form.asked())


def _show(
    request: HttpRequest, subject: SubjectName, offers: list[Offer], form: OpenForm, on: date,
    engaged: EngagedAs | None, problems: Iterable[Problem] = (),
) -> HttpResponse:
    found = tuple(problems)
    chosen = str(form["instrument"].value() or "")
    context = {
        "subject": subject, "kind": KINDS[subject.kind], "offers": offers, "chosen": chosen, "form": form, "on": on,
        "problems": found, "engaged": engaged,
    }  # fmt: skip
    wrong = found or (form.is_bound and form.errors)
    return render(request, "assessments/add.html", context, status=422 if wrong else 200)


def _offer(head: InstrumentHead) -> Offer:
    language = reader_language()
    instrument = queries.instrument_for(head.version, head.name)
    look, status = STATUSES[head.status]
    sections = tuple(
        (words(one.label, language), sum(item.kind != YESNO for item in one.items),
         sum(item.kind == YESNO for item in one.items))
        for one in sheet(instrument)
    )  # fmt: skip
    return Offer(head, look, str(status), sections)


def _day(request: HttpRequest) -> date:
    """The day the address or the form names; today where none can be read."""
    named = request.POST.get("as_of") or request.GET.get("tanggal", "")
    try:
        return date.fromisoformat(named)
    except ValueError:
        return request.today
