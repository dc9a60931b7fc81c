"""Certificates: the list of those that run out, adding one with its file, withdrawing one."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.features.mentors import queries, services
from sidamping.features.mentors.forms import CertificateForm, WithdrawForm
from sidamping.features.mentors.views.answers import answered, found_profile, kept_profile, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import stored_file, there
from sidamping.rules.assigning import certificate_warning


@allow(roles.MENTOR, *queries.KEEPERS)
@require_safe
def certificates(request: HttpRequest) -> HttpResponse:
    """Certificates that have run out or soon will, the nearest first, and the rule that says how soon."""
    viewer = request.viewer
    days, rule = certificate_warning(viewer.on)
    lines = queries.expiring_certificates(viewer, viewer.on)
    return page(request, "certificates.html", {"lines": lines, "days": days, "rule": rule})


@allow(roles.MENTOR, *queries.KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_add(request: HttpRequest, mentor: UUID) -> HttpResponse:
    """A new certificate of the mentor, with its photo or PDF."""
    card = found_profile(request, mentor)
    if not (card.own or card.may_keep):
        raise Http404
    form = CertificateForm(request.POST or None, request.FILES or None)
    return answered(
        request, "certificate_add.html", {"card": card, "form": form},
        lambda: services.add_certificate(
            by=request.viewer, id=form.cleaned_data["id"], user=mentor, draft=form.draft()
        ),
        _("Sertifikat tersimpan."), reverse("mentor_profile", args=[mentor]),
    )  # fmt: skip


@allow(*queries.KEEPERS)
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_withdraw(request: HttpRequest, certificate: UUID) -> HttpResponse:
    """Take a certificate out of force, with the reason; it stays readable."""
    line = queries.certificate_line(request.viewer, certificate)
    if line is None:
        raise Http404
    card = kept_profile(request, line.user_id)
    form = WithdrawForm(request.POST or None, initial={"on": request.viewer.on})
    return answered(
        request, "certificate_withdraw.html", {"card": card, "line": line, "form": form},
        lambda: services.withdraw_certificate(by=request.viewer, certificate=certificate, **form.cleaned_data),
        _("Sertifikat ditarik."), reverse("mentor_profile", args=[line.user_id]),
    )  # fmt: skip


@allow(*queries.VISITORS)
@require_safe
def certificate_file(request: HttpRequest, certificate: UUID) -> HttpResponse:
    """The photo or PDF of a certificate, for whoever may see the profile."""
    kept = there(queries.certificate_file(request.viewer, certificate))
    return stored_file(kept, f"sertifikat-{kept.sha256[:8]}", stays=False)
