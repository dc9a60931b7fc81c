"""Joint liability groups: the list, and one group with its members, loans and arrears."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sidamping.domain.problems import Problem, Refused
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.loans import queries, services
from sidamping.features.loans.forms import GroupForm, JoinForm, LeaveForm
from sidamping.features.loans.queries import GroupCard
from sidamping.features.loans.views.answers import NAMERS, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.answers import go, tell_faults


@allow(*NAMERS)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_groups(request: HttpRequest, book: UUID) -> HttpResponse:
    """Every group; the board forms a new one."""
    at = own_book(request, book) if request.method == "POST" else found_book(request, book)
    form = GroupForm(request.POST or None, initial={"formed": request.today})
    context = {"book": at, "groups": queries.groups(request.viewer, book), "form": form}
    if request.method != "POST" or not form.is_valid():
        return page(request, "groups.html", context)
    try:
        id = services.form_group(by=request.viewer, book=book, now=request.now, **form.cleaned_data)
    except Refused as refused:
        return page(request, "groups.html", context, refused.problems)
    messages.success(request, _("Kelompok dibentuk. Masukkan anggotanya."))
    return go(reverse("loan_group", args=[id]))


@allow(*NAMERS)
@require_http_methods(["GET", "HEAD", "POST"])
def loan_group(request: HttpRequest, group: UUID) -> HttpResponse:
    """Members, who stands in for whom, loans and arrears; the board lets a member join."""
    card = _found(request, group)
    at = card.at
    if request.method == "POST" and not at.may_write:
        raise Http404
    form = _join_form(request, at, card)
    if request.method != "POST" or not form.is_valid():
        return _shown(request, card, form)
    seen = form.cleaned_data
    try:
        services.join_group(
            by=request.viewer, id=seen["id"], group=group, member=UUID(seen["member"]), since=seen["since"],
            stands_for=read_id(seen["stands_for"]),
        )  # fmt: skip
    except Refused as refused:
        return _shown(request, card, form, refused.problems)
    messages.success(request, _("Anggota kelompok dicatat."))
    return go(reverse("loan_group", args=[group]))


@allow(*roles.BOARD)
@require_POST
def loan_group_leave(request: HttpRequest, group: UUID) -> HttpResponse:
    """A member leaves the group."""
    card = _found(request, group)
    if not card.at.may_write:
        raise Http404
    row, form = read_id(request.POST.get("row", "")), LeaveForm(request.POST)
    try:
        if form.is_valid() and row in {one.id for one in card.members}:
            services.leave_group(by=request.viewer, member=row, until=form.cleaned_data["until"])
            messages.success(request, _("Keluarnya anggota kelompok dicatat."))
    except Refused as refused:
        tell_faults(request, refused.problems)
    return go(reverse("loan_group", args=[group]))


def _found(request: HttpRequest, group: UUID) -> GroupCard:
    found = queries.group(request.viewer, group, request.today)
    if found is None:
        raise Http404
    return found


def _join_form(request: HttpRequest, at: KeptBook, card: GroupCard) -> JoinForm:
    held = {str(one.party_id): one.name for one in card.present}
    known = books.members_to_choose(request.viewer, at.id, request.today) if at.may_write else ()
    members = [one for one in known if one[0] not in held]
    return JoinForm(request.POST or None, initial={"since": request.today}, members=members, present=held.items())


def _shown(
    request: HttpRequest, card: GroupCard, form: JoinForm, problems: Iterable[Problem] = ()
) -> HttpResponse:
    context = {"book": card.at, "group": card, "form": form, "leave": LeaveForm(initial={"until": request.today})}
    return page(request, "group.html", context, problems)
