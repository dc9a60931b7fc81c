"""People who sign in and their roles: the list, one person, password, roles. Changed by administrators only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.parties import queries as parties
from sidamping.features.programmes import services
from sidamping.features.programmes.forms import AppointmentDatesForm, AppointmentForm, UserFilterForm, UserForm
from sidamping.features.programmes.queries import programme_name, role_name
from sidamping.platform.access import queries as access
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow

Problems = tuple[object, ...]


@allow(roles.ADMIN, roles.SECRETARIAT)
@require_safe
def users(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in, by name, with the roles in force."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    form = UserFilterForm(request.GET)
    page = access.users(viewer, **form.wanted(), after=request.GET.get("after", ""))
    lines = [(account, _roles(account.current, viewer.on)) for account in page.rows]
    context = {"lines": lines, "page": page, "form": form, "may_change": viewer.has(roles.ADMIN)}
    return render(request, "programmes/users.html", context)


@allow(roles.ADMIN)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def user_add(request: HttpRequest) -> HttpResponse:
    """Add a person; the one-time password is shown once, here. Sent again, the person's page offers a new one."""
    problems: Problems = ()
    form = UserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.add_user(by=request.viewer, **form.cleaned_data)  # type: ignore[attr-defined]  # middleware
            if made.one_time_password:
                return _password_page(request, made.id, made.one_time_password)
            return _done(request, made.id, _("Data pengguna tersimpan."))
        except Refused as refused:
            problems = refused.problems
    return _form_page(request, "programmes/user_add.html", form=form, problems=problems)


@allow(roles.ADMIN, roles.SECRETARIAT)
@require_safe
def user(request: HttpRequest, user: UUID) -> HttpResponse:
    """One person: who it is, roles now and before."""
    account = _account_or_404(request, user)
    led = parties.party_names(one.subject_id for one in account.appointments if one.subject_id)
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    named = _roles(account.appointments, viewer.on)
    held = [
        (one, name, programme_name(one.programme, viewer.on), led.get(one.subject_id) if one.subject_id else None)
        for one, name in named
    ]
    context = {"account": account, "held": held, "may_change": viewer.has(roles.ADMIN)}
    return render(request, "programmes/user.html", context)


@allow(roles.ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def user_change(request: HttpRequest, user: UUID) -> HttpResponse:
    """Change the name, NIP and phone."""
    account = _account_or_404(request, user)
    start = {"full_name": account.name, "nip": account.nip, "phone": account.phone}
    problems: Problems = ()
    form = UserForm(request.POST or None, initial=start, known=True)
    if request.method == "POST" and form.is_valid():
        problems = _refused(services.change_user, request, user=user, **form.cleaned_data)
        if not problems:
            return _done(request, user, _("Data pengguna tersimpan."))
    return _form_page(request, "programmes/user_change.html", account=account, form=form, problems=problems)


@allow(roles.ADMIN)
@never_cache
@require_POST
def user_password(request: HttpRequest, user: UUID) -> HttpResponse:
    """Make a one-time password and show it once; the person's sessions end."""
    _account_or_404(request, user)
    try:
        viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
        return _password_page(request, user, services.set_password(by=viewer, user=user, on=viewer.on))
    except Refused as refused:
        return _done(request, user, *refused.problems, refused=True)


@allow(roles.ADMIN)
@require_POST
def user_switch(request: HttpRequest, user: UUID) -> HttpResponse:
    """Switch an account on with `aktif=1`, else off; sent twice it stays as it was wanted."""
    _account_or_404(request, user)
    on = request.POST.get("aktif") == "1"
    act = services.activate_user if on else services.deactivate_user
    problems = _refused(act, request, user=user, why=request.POST.get("why", "")[:240])
    if problems:
        return _done(request, user, *problems, refused=True)
    return _done(request, user, _("Akun diaktifkan.") if on else _("Akun dinonaktifkan."))


@allow(roles.ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def appointment_add(request: HttpRequest, user: UUID) -> HttpResponse:
    """Give the person a role."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    account = _account_or_404(request, user)
    text = request.GET.get("koperasi", "").strip()
    page = parties.cooperatives(viewer, parties.Filters(text=text), size=200)
    led = [(str(line.id), f"{line.name} — {line.place}") for line in page.rows]
    start = {"starts": viewer.on}
    problems: Problems = ()
    form = AppointmentForm(request.POST or None, initial=start, viewer=viewer, cooperatives=led)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        values["subject_id"] = UUID(values["subject_id"]) if values["subject_id"] else None
        try:
            services.appoint(by=viewer, user=user, **values)
            return _done(request, user, _("Peran diberikan."))
        except Refused as refused:
            problems = refused.problems
    context = {"account": account, "form": form, "problems": problems, "more": page.next_key, "text": text}
    return _form_page(request, "programmes/appointment_add.html", **context)


@allow(roles.ADMIN)
@require_http_methods(["GET", "HEAD", "POST"])
def appointment_change(request: HttpRequest, appointment: UUID) -> HttpResponse:
    """Change the dates of a role; the last day ends it."""
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    found = access.appointment(viewer, appointment)
    if found is None:
        raise Http404
    account, held = found
    start = {"starts": held.starts, "ends": held.ends, "letter": held.letter}
    problems: Problems = ()
    form = AppointmentDatesForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_appointment(by=viewer, appointment=appointment, **form.cleaned_data)
            return _done(request, account.id, _("Masa peran tersimpan."))
        except Refused as refused:
            problems = refused.problems
    role = role_name(held.role, held.programme, viewer.on)
    programme = programme_name(held.programme, viewer.on)
    context = {
        "account": account, "held": held, "role": role, "programme": programme, "form": form, "problems": problems,
    }  # fmt: skip
    return _form_page(request, "programmes/appointment_change.html", **context)


def _roles(held: Iterable[access.Held], on: date) -> list[tuple[access.Held, str]]:
    """Each appointment with the name its programme gives to the role."""
    return [(one, role_name(one.role, one.programme, on)) for one in held]


def _account_or_404(request: HttpRequest, user: UUID) -> access.Account:
    account = access.user(request.viewer, user)  # type: ignore[attr-defined]  # set by middleware
    if account is None:
        raise Http404
    return account


def _refused(act: Any, request: HttpRequest, **values: Any) -> Problems:
    viewer = request.viewer  # type: ignore[attr-defined]  # set by middleware
    try:
        act(by=viewer, on=viewer.on, **values)
    except Refused as refused:
        return refused.problems
    return ()


def _done(request: HttpRequest, user: UUID, *texts: object, refused: bool = False) -> HttpResponse:
    for text in texts:
        (messages.error if refused else messages.success)(request, str(text))
    return redirect("user", user)


def _password_page(request: HttpRequest, user: UUID, password: str) -> HttpResponse:
    account = _account_or_404(request, user)
    return render(request, "programmes/password.html", {"account": account, "password": password})


def _form_page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, context, status=422 if request.method == "POST" else 200)
