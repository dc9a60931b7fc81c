"""One participant: how things stand, the profile, an extension, links for the participant."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.programmes.queries import EngagementCard, manages
from sidamping.features.progress import queries, services
from sidamping.features.progress.forms import ExtendForm, LinkForm, ProfileForm
from sidamping.features.progress.views.answers import READERS, WRITERS, found_card, own_card, page, writes_here
from sidamping.features.progress.views.drawing import chart
from sidamping.features.progress.views.telling import finding_rows, month_rows, profile_rows
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import uuid7
from sidamping.platform.documents.qr import qr_svg
from sidamping.platform.http.answers import go
from sidamping.platform.http.language import day_text

MONEY = ("capital", "turnover", "loan_plafond")
NUMBERS = ("cycle_months", "workers_full", "workers_part", "workers_family", "loan_tenor")
"""Fields of the profile that hold an amount or a count, and are drawn narrow."""
EXTENDERS = (roles.COORDINATOR, roles.SECRETARIAT)


@allow(*READERS)
@require_safe
def progress(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """Everything about one participant's progress, each figure with where it comes from."""
    card = found_card(request, engagement)
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    history, links = queries.profile_history(card.id), queries.links_of(card.id)
    standing = queries.standing_of(card, viewer.on, history)
    context = {
        "card": card, "standing": standing, "chart": chart(standing), "months": month_rows(standing.series),
        "profile": profile_rows(history), "profiles": len(history), "writes": writes_here(viewer, card),
        "extends": _extends(request, card), "views": queries.self_views(viewer, card, links),
        "links": links, "findings": finding_rows(standing),
    }  # fmt: skip
    return page(request, "progress.html", context)


@allow(*WRITERS)
def profile_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """The profile as of a day; what stood before is offered and stays readable."""
    card = own_card(request, engagement)
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    if request.method != "POST":
        newest = queries.profiles_of([card.id]).get(card.id)
        told = {name: getattr(newest, name) for name in ProfileForm.base_fields if hasattr(newest, name)}
        initial = {**told, "id": uuid7(), "as_of": viewer.on, "source": "typed"}
        return _show_profile(request, card, ProfileForm(initial=initial))
    form = ProfileForm(request.POST)
    problems = form.problems
    if not problems:
        try:
            services.record_profile(by=viewer, engagement=card.id, draft=form.draft(), on=viewer.on)
            messages.success(request, _("Profil tersimpan. Profil sebelumnya tetap dapat dibaca."))
            return go(reverse("progress", args=[card.id]))
        except Refused as refused:
            problems = list(refused.problems)
    return _show_profile(request, card, form, problems)


@allow(*EXTENDERS)
def extension_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """A longer mentoring with its reason."""
    card = found_card(request, engagement)
    if not _extends(request, card):
        raise Http404
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = ExtendForm(request.POST if request.method == "POST" else None, initial={"id": uuid7()})
    problems = form.problems if request.method == "POST" else []
    if request.method == "POST" and not problems:
        try:
            services.extend(by=viewer, engagement=card.id, on=viewer.on, **form.cleaned_data)
            messages.success(request, _("Masa pendampingan diperpanjang."))
            return go(reverse("progress", args=[card.id]))
        except Refused as refused:
            problems = list(refused.problems)
    context = {"card": card, "form": form, "standing": queries.standing_of(card, viewer.on)}
    return page(request, "extension_add.html", context, problems)


@allow(*WRITERS)
def link_add(request: HttpRequest, engagement: UUID) -> HttpResponse:
    """A link for the participant: for monthly figures or for the self-assessment."""
    card = own_card(request, engagement)
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = LinkForm(request.POST if request.method == "POST" else None, initial={"id": uuid7(), "purpose": "figures"})
    problems = form.problems if request.method == "POST" else []
    if request.method == "POST" and not problems:
        try:
            made = services.make_link(by=viewer, engagement=card.id, on=viewer.on, **form.cleaned_data)
            return go(reverse("link", args=[made]))
        except Refused as refused:
            problems = list(refused.problems)
    return page(request, "link_add.html", {"card": card, "form": form}, problems)


@allow(*WRITERS)
@require_safe
def link(request: HttpRequest, link: UUID) -> HttpResponse:
    """The link to hand over: as text for a message, as a code to scan, or on this phone."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    found = queries.link(viewer, link)
    if found is None:
        raise Http404
    card = own_card(request, found.engagement_id)
    path = reverse("participant_form", args=[queries.signed(found.id)])
    address = f"{settings.PUBLIC_URL.rstrip('/')}{path}"
    context: dict[str, Any] = {
        "card": card, "link": found, "open": found.is_open(viewer.on), "path": path, "qr": qr_svg(address),
        "text": _message(card, found, address),
    }  # fmt: skip
    return page(request, "link.html", context)


@allow(*WRITERS)
@require_POST
def link_revoke(request: HttpRequest, link: UUID) -> HttpResponse:
    """Close a link."""
    found = queries.link(request.viewer, link)  # type: ignore[attr-defined]  # set by middleware
    if found is None:
        raise Http404
    own_card(request, found.engagement_id)
    services.revoke_link(by=request.viewer, link=link, now=request.now)  # type: ignore[attr-defined]  # middleware
    messages.success(request, _("Tautan dicabut. Siapa pun yang masih menyimpannya tidak dapat memakainya lagi."))
    return go(reverse("progress", args=[found.engagement_id]))


def _message(card: EngagementCard, link: queries.LinkLine, address: str) -> str:
    words = {"name": card.mentee_name, "until": day_text(link.until), "address": address}
    if link.purpose == "figures":
        return _("Salam, %(name)s. Kirim omzet bulan ini lewat tautan ini (sampai %(until)s): %(address)s") % words
    return _("Salam, %(name)s. Mohon isi penilaian mandiri lewat tautan ini (sampai %(until)s): %(address)s") % words


def _extends(request: HttpRequest, card: EngagementCard) -> bool:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    return viewer.has(*EXTENDERS) and manages(viewer, card.programme, card.village_code)


def _show_profile(request: HttpRequest, card: EngagementCard, form: ProfileForm, problems: Any = ()) -> HttpResponse:
    parts = form.parts({one.where for one in problems})
    context = {"card": card, "form": form, "parts": parts, "money": MONEY, "numbers": NUMBERS}
    return page(request, "profile_add.html", context, problems)
