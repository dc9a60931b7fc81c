"""Meetings about a mentoring: the list, one with its file, and recording each kind.

For the mentor there is no confirmation: not in the list, not as a page, not as a file.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.features.assessments.queries import opens_for
from sidamping.features.outcomes import queries, services
from sidamping.features.outcomes.forms import MeetingForm
from sidamping.features.outcomes.queries import READERS, MeetingLine
from sidamping.features.outcomes.views.answers import answered, card_to_do, found_card, is_shut, page
from sidamping.features.programmes.queries import EngagementCard, engagement_card
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.access.viewer import Viewer
from sidamping.platform.http.answers import stored_file, there
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

WRITERS = (roles.MENTOR, roles.PMO, roles.COORDINATOR, roles.SECRETARIAT)
ADDRESSES = {"three_party": "three_party_add", "confirmation": "confirmation_add", "presentation": "presentation_add"}


@allow(*READERS)
@require_safe
def meetings(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The meetings the viewer may read, and those that are still to be held."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    card = found_card(request, engagement)
    confidential = queries.reads_confidential(viewer, card)
    held = queries.meetings_of(viewer, card)
    parts = [
        _part(request, card, kind, code, tuple(one for one in held if one.kind == kind))
        for kind, code in services.STEPS.items()
        if queries.step_of(card, code) and (kind != "confirmation" or confidential)
    ]
    return page(request, "meetings.html", {"card": card, "parts": parts})


@allow(*READERS)
@require_safe
def meeting(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """One record."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    line = queries.meeting(viewer, meeting)
    card = engagement_card(viewer, line.engagement_id) if line else None
    if line is None or card is None:
        raise Http404
    context = {
        "line": line, "card": card, "title": title_of(line.kind), "attended": _attended(line),
        "may_correct": queries.may(viewer, card, services.STEPS[line.kind]),
        "correct_url": f"{reverse(ADDRESSES[line.kind], args=[card.id])}?ganti={line.id}",
    }
    return page(request, "meeting.html", context)


@allow(*READERS)
@require_safe
def meeting_file(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """The file kept with a meeting."""
    found = there(queries.meeting_file(request.viewer, meeting))  # type: ignore[attr-defined]  # set by middleware
    return stored_file(found.kept, f"pertemuan-{str(meeting)[-8:]}", stays=not found.confidential)


@allow(*WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def three_party_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The mid-term meeting of ministry, cooperative and mentor."""
    return _record(request, engagement, "three_party")


@allow(*WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def confirmation_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """What cooperative and ministry say of the mentor's performance, without the mentor."""
    return _record(request, engagement, "confirmation")


@allow(*WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def presentation_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The final presentation with its file."""
    return _record(request, engagement, "presentation")


def title_of(kind: str) -> str:
    """What a kind of meeting is called."""
    words = {
        "three_party": _("Evaluasi paruh waktu tiga pihak"), "confirmation": _("Konfirmasi kinerja tanpa pendamping"),
        "presentation": _("Paparan hasil dampingan"),
    }
    return words[kind]


def _record(request: HttpRequest, engagement: UUID, kind: str) -> HttpResponse:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    code = services.STEPS[kind]
    card = card_to_do(request, engagement, code)
    if kind == "confirmation" and not queries.reads_confidential(viewer, card):
        raise PermissionDenied("ACCESS_001")
    posted = request.method == "POST"
    data, files = (request.POST, request.FILES) if posted else (None, None)
    initial = {} if posted else _corrected(request, card, kind)
    form = MeetingForm(kind, data, files, today=viewer.on, shut=is_shut(card, code), initial=initial)
    context = {"card": card, "form": form, "title": title_of(kind), "kind": kind, "stop": queries.stop_of(card, code)}
    return answered(
        request, "meeting_add.html", context,
        lambda: services.record_meeting(by=viewer, draft=form.draft(engagement), file=form.sent()),
        _("Pertemuan tercatat."), reverse("meetings", args=[engagement]),
    )


def _corrected(request: HttpRequest, card: EngagementCard, kind: str) -> dict[str, Any]:
    """What the form begins with: the record to be corrected, or nothing."""
    known = queries.meetings_of(request.viewer, card, kind)  # type: ignore[attr-defined]  # set by middleware
    line = next((one for one in known if str(one.id) == request.GET.get("ganti", "")), None)
    if line is None:
        return {}
    attended = {f"attendees_{party}": "\n".join(names) for party, names in line.attendees.items()}
    plain = {name: getattr(line, name) for name in ("held_on", "place", "minutes", "findings", "agreements")}
    return {"replaces": line.id, **plain, **attended}


def _part(
    request: HttpRequest, card: EngagementCard, kind: str, code: str, lines: tuple[MeetingLine, ...]
) -> dict[str, Any]:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    step = queries.step_of(card, code)
    asks = next((use.name for use in step.forms if use.kind == "instrument"), "") if step else ""
    waits = bool(asks and lines and queries.instrument_decided(card, code) is None)
    stop = queries.stop_of(card, code)
    opens = _opens(viewer, card, asks) if asks and stop is not None and stop.done_on is None else ""
    return {
        "kind": kind, "title": title_of(kind), "stop": stop, "lines": lines,
        "url": reverse(ADDRESSES[kind], args=[card.id]), "may": queries.may(viewer, card, code),
        "instrument": asks, "waits": waits, "opens": opens,
    }


def _opens(viewer: Viewer, card: EngagementCard, instrument: str) -> str:
    """Where the step's instrument is opened for this very mentoring; '' where the viewer does not open it."""
    found = opens_for(viewer, card, instrument)
    if found is None:
        return ""
    said = {"jenis": found.kind, "pihak": found.id, "instrumen": instrument, "dampingan": card.id}
    return f"{reverse('assessment_add')}?{urlencode(said)}"


def _attended(line: MeetingLine) -> list[tuple[str, tuple[str, ...]]]:
    words = labels("meeting-parties", reader_language())
    return [(words.get(party, party), names) for party, names in line.attendees.items()]
