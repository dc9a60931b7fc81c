"""The page on which a person makes and revokes the passwords of standard clients."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sidamping.domain.problems import Problem, Refused
from sidamping.edges.exchange.forms import PasswordForm
from sidamping.edges.exchange.openrosa.passwords import make_password, passwords_of, revoke_password
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow


@allow(*roles.AFIELD)
@require_http_methods(["GET", "HEAD", "POST"])
def device_passwords(request: HttpRequest) -> HttpResponse:
    """The passwords there are, and a new one, which is shown this once."""
    if request.method != "POST":
        return _page(request, PasswordForm())
    label = request.POST.get("label", "")
    try:
        secret = make_password(by=request.viewer, label=label, now=request.now)  # type: ignore[attr-defined]  # set by middleware
    except Refused as refused:
        return _page(request, PasswordForm(initial={"label": label}), problems=refused.problems)
    return _page(request, PasswordForm(), secret=secret)


@allow(*roles.AFIELD)
@require_POST
def device_password_revoke(request: HttpRequest, device_password: UUID) -> HttpResponse:
    """From now on this device is refused."""
    if not revoke_password(by=request.viewer, id=device_password, now=request.now):  # type: ignore[attr-defined]  # set by middleware
        raise Http404
    messages.success(request, _("Sandi dicabut. Perangkat itu ditolak sekarang; yang sudah dikirim tetap ada."))
    return redirect("device_passwords")


def _page(
    request: HttpRequest, form: PasswordForm, *, secret: str = "", problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    context = {
        "form": form, "secret": secret, "problems": problems, "server": request.build_absolute_uri("/openrosa"),
        "passwords": passwords_of(request.viewer),  # type: ignore[attr-defined]  # set by middleware
        "user_name": request.user.get_username(),
    }  # fmt: skip
    answer = render(request, "exchange/passwords.html", context, status=422 if problems else 200)
    answer.headers["Cache-Control"] = "no-store"
    return answer
