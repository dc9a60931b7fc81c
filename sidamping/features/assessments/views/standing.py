"""The page of a round: where it stands as a picture, who fills it in, acts with remarks, the one thing to do next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.assessments import queries, services
from sidamping.features.assessments.forms import ActForm, InviteForm
from sidamping.features.assessments.forms.acting import DECIDE, RETURN, WITHDRAW
from sidamping.features.assessments.queries import AssessmentCard, EvidenceLine
from sidamping.features.assessments.render.sources import source_of
from sidamping.features.assessments.views.answers import READERS, found_card, instrument_of
from sidamping.features.assessments.views.desk import Desk
from sidamping.features.assessments.views.shown import KINDS, LOOKS, PARTS, PURPOSES, STATUSES, moments, stations
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import reader_language

SERVICES: dict[str, Callable[..., Any]] = {
    DECIDE: services.decide,
    RETURN: services.send_back,
    WITHDRAW: services.withdraw,
}
NEEDED = {DECIDE: "decide", RETURN: "return", WITHDRAW: "withdraw"}
DONE = {
    DECIDE: gettext_lazy("Hasil diputuskan dan terkunci."),
    RETURN: gettext_lazy("Dikembalikan dengan catatan."),
    WITHDRAW: gettext_lazy("Penilaian ditarik."),
}


@allow(*READERS)
@require_safe
def assessment(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """The round as the viewer may read it."""
    return standing_page(request, found_card(request, assessment))


@allow(*READERS)
@require_POST
def assessment_act(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """Decide or return what the actor saw, or withdraw the own round."""
    card = found_card(request, assessment)
    form = ActForm(request.POST)
    if not form.is_valid():
        raise Http404
    said = form.cleaned_data
    seen = {} if said["tindakan"] == WITHDRAW else {"seen_ordinal": said["seen"]}
    try:
        SERVICES[said["tindakan"]](
            by=request.viewer, assessment=assessment, now=request.now, remark=said["remark"].strip(), **seen
        )
    except Refused as refused:
        return standing_page(request, card, refused.problems, tried=form)
    messages.success(request, str(DONE[said["tindakan"]]))
    return go(reverse("assessment", args=[assessment]))


@allow(*READERS)
@require_POST
def assessment_invite(request: HttpRequest, assessment: UUID) -> HttpResponse:
    """Ask a second assessor to score blind, or the subject to give its own view."""
    card = found_card(request, assessment)
    form = _inviting(request, card, request.POST)
    if not form.is_valid():
        return standing_page(request, card, inviting=form)
    try:
        part, person = form.asked()
        services.invite(by=request.viewer, assessment=assessment, part=part, user_id=person)
    except Refused as refused:
        return standing_page(request, card, refused.problems, inviting=form)
    messages.success(request, _("Diundang. Bagiannya muncul di daftar asesmennya."))
    return go(reverse("assessment", args=[assessment]))


def standing_page(
    request: HttpRequest, card: AssessmentCard, problems: Iterable[Problem] = (), *, tried: ActForm | None = None,
    inviting: InviteForm | None = None,
) -> HttpResponse:
    """The page; with problems it keeps the remark and answers 422."""
    found, language = tuple(problems), reader_language()
    instrument = instrument_of(card)
    look, word = LOOKS[card.head.state]
    behind = queries.evidence_behind(card)
    if inviting is None and "undang" in request.GET and "invite" in card.may:
        inviting = _inviting(request, card)
    context = {
        "card": card, "head": card.head, "look": look, "word": word, "stations": stations(card),
        "status": STATUSES[card.head.status], "source": source_of(instrument.cite, language),
        "people": [_person(card, one, instrument, language, behind.get(one.id, {})) for one in card.fillings],
        "moments": moments(card), "acts": _acts(card, tried), "returned": _returned(card),
        "inviting": inviting, "may_invite": "invite" in card.may,
        "beside": _beside(card), "facts": _facts(card),
        "problems": found, "form": inviting or tried, "hidden": instrument.hidden_from_subject,
    }  # fmt: skip
    wrong = found or (inviting is not None and inviting.errors)
    return render(request, "assessments/assessment.html", context, status=422 if wrong else 200)


def _beside(card: AssessmentCard) -> list[dict[str, Any]]:
    """The lead's filling beside the blind second's and beside the subject's own: first where the two differ."""
    pairs = [
        ("sepakat", _("Dua penilai, berdampingan"), queries.agreement(card)),
        ("diri", _("Penilaian diri, berdampingan"), queries.self_view(card)),
    ]
    return [
        {"id": id, "title": title, "pair": pair,
         "differing": [one for one in pair.components if one.lead != one.other],
         "same": [one for one in pair.components if one.lead == one.other]}
        for id, title, pair in pairs if pair is not None
    ]  # fmt: skip


def _facts(card: AssessmentCard) -> list[tuple[Any, ...]]:
    head = card.head
    return [
        (KINDS[head.subject.kind], head.subject.name, head.subject.place),
        (_("Untuk apa"), PURPOSES[head.purpose]),
        (_("Cara"), _("tabel peraturan") if card.method == "table" else _("bunyi peraturan per persen")),
        (_("Versi aturan"), head.version),
    ]


def _person(
    card: AssessmentCard, filling: Any, instrument: Any, language: str, behind: Mapping[str, tuple[EvidenceLine, ...]]
) -> dict[str, Any]:
    """One filling that the viewer may read: whose, how far, how many files stand behind it."""
    desk = Desk(card, filling, instrument, language)
    return {
        "filling": filling, "part": PARTS[filling.part], "given": desk.given, "count": desk.count,
        "files": sum(len(held) for held in behind.values()), "own": filling.part == card.head.mine,
        "read": desk.read(behind),
    }  # fmt: skip


def _acts(card: AssessmentCard, tried: ActForm | None) -> dict[str, dict[str, Any]]:
    """The forms of what the viewer may do; the one that was refused keeps its remark."""
    made = {}
    for act, needed in NEEDED.items():
        if needed not in card.may:
            continue
        mine = tried is not None and tried.data.get("tindakan") == act
        remark = tried.data.get("remark", "") if tried is not None and mine else ""
        initial = {"tindakan": act, "seen": len(card.steps), "remark": remark}
        made[needed] = {"form": ActForm(initial=initial, auto_id=f"{act}_%s"), "tried": mine}
    return made


def _inviting(request: HttpRequest, card: AssessmentCard, data: Any = None) -> InviteForm:
    free = queries.to_invite(request.viewer, card.head.id)
    parts = [(part, str(PARTS[part]), [(one.user_id, one.name) for one in people]) for part, people in free.items()]
    return InviteForm(parts, data)


def _returned(card: AssessmentCard) -> str:
    """The remark with which the round came back to whoever fills it in."""
    last = card.steps[-1] if card.steps else None
    return last.remark if last and last.act == queries.RETURNED and card.head.mine else ""
