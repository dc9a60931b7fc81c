"""Declared interests, and conflicts of interest: asking to let one in, and deciding about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.features.mentors import queries, services
from sidamping.features.mentors.forms import AskForm, DecideForm, EndForm, InterestForm
from sidamping.features.mentors.views.answers import answered, found_profile, kept_profile, page
from sidamping.features.parties import queries as parties
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id

KINDS = ("cooperative", "business", "person")


@allow(roles.MENTOR, *queries.KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def interest_add(request: HttpRequest, mentor: UUID) -> HttpResponse:
    """Find the party by name, then say what binds the mentor to it."""
    card = found_profile(request, mentor)
    if not (card.own or card.may_keep):
        raise Http404
    party = _party(request)
    if party is None:
        return page(request, "interest_search.html", {"card": card, **_hits(request)})
    form = InterestForm(request.POST or None, initial={"starts": request.viewer.on})
    return answered(
        request, "interest_add.html", {"card": card, "party": party, "form": form},
        lambda: services.declare_interest(by=request.viewer, user=mentor, party=party.id, **form.cleaned_data),
        _("Kepentingan tercatat."), reverse("mentor_profile", args=[mentor]),
    )  # fmt: skip


@allow(*queries.KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def interest_end(request: HttpRequest, mentor: UUID, interest: UUID) -> HttpResponse:
    """The last day of an interest, and why it is over."""
    card = kept_profile(request, mentor)
    line = next((one for one in queries.interests_of(request.viewer, mentor) if one.id == interest), None)
    if line is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"ends": request.viewer.on})
    return answered(
        request, "interest_end.html", {"card": card, "line": line, "form": form},
        lambda: services.end_interest(by=request.viewer, interest=interest, **form.cleaned_data),
        _("Kepentingan diakhiri."), reverse("mentor_profile", args=[mentor]),
    )  # fmt: skip


@allow(*queries.DECIDERS)
@require_safe
def conflicts(request: HttpRequest) -> HttpResponse:
    """Requests that wait for another person, and what was decided."""
    decided = queries.decisions_page(request.viewer, request.GET.get("after", ""))
    return page(request, "conflicts.html", {"waiting": queries.open_requests(request.viewer), "page": decided})


@allow(*queries.DECIDERS)
@require_http_methods(["GET", "HEAD", "POST"])
def waiver_ask(request: HttpRequest, mentor: UUID, party: UUID) -> HttpResponse:
    """Ask another person to let the conflict of a mentor with a mentee in."""
    mentee = parties.party_names([party]).get(party)
    if mentee is None or not queries.decides(request.viewer, mentee.village_code, mentor):
        raise Http404
    context = _pair(request, mentor, party, mentee.name)
    form = AskForm(request.POST or None)
    return answered(
        request, "waiver_ask.html", {**context, "form": form},
        lambda: services.ask_waiver(by=request.viewer, user=mentor, party=party, **form.cleaned_data),
        _("Permintaan izin terkirim kepada rekan yang berwenang."), reverse("conflicts"),
    )  # fmt: skip


@allow(*queries.DECIDERS)
@require_http_methods(["GET", "HEAD", "POST"])
def waiver_decide(request: HttpRequest, waiver_request: UUID) -> HttpResponse:
    """Let a conflict in, or refuse to, with a reason; never the one who asked."""
    line = queries.request_line(request.viewer, waiver_request)
    if line is None:
        raise Http404
    context = {**_pair(request, line.user_id, line.party_id, line.mentee), "line": line}
    form = DecideForm(request.POST or None)
    return answered(
        request, "waiver_decide.html", {**context, "form": form},
        lambda: services.waive_conflict(
            by=request.viewer, user=line.user_id, party=line.party_id, request=line.id, **form.decision()
        ),
        _("Putusan tersimpan."), reverse("conflicts"),
    )  # fmt: skip


def _pair(request: HttpRequest, mentor: UUID, party: UUID, mentee: str) -> dict[str, Any]:
    """What the mentor and the mentee are called and on which grounds they are bound; 404 for a mentor out of sight."""
    name = queries.mentor_name(request.viewer, mentor)
    if name is None:
        raise Http404
    found = queries.conflicts_of([mentor], [party], request.viewer.on)
    return {"mentor": name, "mentee": mentee, "conflict": found[0] if found else None}


def _party(request: HttpRequest) -> parties.PartyName | None:
    """The party chosen in the address, if the viewer may see it."""
    id = read_id(request.GET.get("pihak", ""))
    if id is None:
        return None
    if id not in parties.names_in_sight(request.viewer, [id]):
        raise Http404
    return parties.party_names([id]).get(id)


def _hits(request: HttpRequest) -> dict[str, Any]:
    text = request.GET.get("cari", "").strip()
    if not text:
        return {"text": "", "found": ()}
    hits = [hit for kind in KINDS for hit in parties.found_by_name(request.viewer, kind, text)]
    return {"text": text, "found": hits}
