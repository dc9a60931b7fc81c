"""The list of mentors, a profile, its changes, and opening the NIK once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.mentors import queries, services
from sidamping.features.mentors.forms import FilterForm, OwnForm, ProfileForm, RevealForm
from sidamping.features.mentors.views.answers import answered, found_profile, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow

OWN = ("phone", "address", "languages", "themes", "sectors")
OFFICE = (*OWN, "nik", "education", "capacity", "capacity_why", "note")


@allow(*queries.READERS)
@require_safe
def mentors(request: HttpRequest) -> HttpResponse:
    """The mentors of the area by name, with where they live and what they can."""
    form = FilterForm(request.GET)
    found = queries.mentors_page(request.viewer, **form.wanted(), after=request.GET.get("after", ""))
    return page(request, "mentors.html", {"page": found, "form": form, "keeps": request.viewer.has(*queries.KEEPERS)})


@allow(roles.MENTOR)
@require_safe
def own_profile(request: HttpRequest) -> HttpResponse:
    """The mentor's own profile."""
    return _shown(request, request.viewer.user_id)


@allow(*queries.VISITORS)
@require_safe
def mentor_profile(request: HttpRequest, mentor: UUID) -> HttpResponse:
    """One mentor: what is known, certificates with their state, declared interests, decided conflicts."""
    return _shown(request, mentor)


def _shown(request: HttpRequest, mentor: UUID) -> HttpResponse:
    card = found_profile(request, mentor)
    viewer = request.viewer
    context = {
        "card": card, "certificates": queries.certificates_of([mentor], viewer.on).get(mentor, ()),
        "interests": queries.interests_declared(mentor), "decisions": queries.decisions_about(mentor),
    }
    return page(request, "profile.html", context)


@allow(roles.MENTOR, *queries.KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def mentor_profile_change(request: HttpRequest, mentor: UUID) -> HttpResponse:
    """Mentors change their contact, themes and languages; the office the whole profile."""
    card = found_profile(request, mentor)
    form = _form(request, card)
    return answered(
        request, "profile_change.html", {"card": card, "form": form}, lambda: _keep(request, card, form),
        _("Profil %(name)s tersimpan.") % {"name": card.name}, reverse("mentor_profile", args=[mentor]),
    )


@allow(roles.MENTOR, *queries.KEEPERS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mentor_nik(request: HttpRequest, mentor: UUID) -> HttpResponse:
    """Asks why; with a reason shows the NIK on this answer only."""
    card = found_profile(request, mentor)
    if not (card.own or card.may_keep):
        raise Http404
    form = RevealForm(request.POST or None)
    value, problems = "", tuple[Problem, ...]()
    if request.method == "POST" and form.is_valid():
        try:
            value = services.reveal_nik(by=request.viewer, user=mentor, why=form.cleaned_data["why"])
        except Refused as refused:
            problems = refused.problems
    answer = page(request, "nik.html", {"card": card, "form": form, "value": value}, problems)
    answer.status_code = 200 if value or request.method != "POST" else 422
    return answer


def _form(request: HttpRequest, card: queries.ProfileCard) -> OwnForm:
    initial: dict[str, Any] = {name: getattr(card, name) for name in OWN} | {"seen": card.revised}
    if not card.may_keep:
        if not card.own:
            raise Http404
        return OwnForm(request.POST or None, initial=initial)
    initial |= {name: getattr(card, name) for name in OFFICE} | {"village": card.village_code}
    areas = request.viewer.areas(*queries.KEEPERS)
    return ProfileForm(request.POST or None, initial=initial, areas=() if "" in areas else areas)


def _keep(request: HttpRequest, card: queries.ProfileCard, form: forms.Form) -> None:
    seen = form.cleaned_data["seen"]
    if isinstance(form, ProfileForm):
        services.keep_profile(by=request.viewer, user=card.user_id, draft=form.draft(), seen=seen)
    elif isinstance(form, OwnForm):
        services.keep_own_profile(by=request.viewer, draft=form.own_draft(), seen=seen)
