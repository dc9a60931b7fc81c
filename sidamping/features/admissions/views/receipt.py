"""The applicant's own page at a secret address: how it stands, what is missing, adding documents, withdrawing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.features.admissions import queries, services
from sidamping.features.admissions.forms import WithdrawForm, posted_files
from sidamping.features.admissions.queries import ENROLLED, REFUSED, Receipt
from sidamping.features.letters.queries import letter_file
from sidamping.platform.access.guard import public
from sidamping.platform.http.answers import made_file
from sidamping.platform.http.limits import SENDINGS, WINDOW_MINUTES, spent


@public
@never_cache
@require_safe
def applied(request: HttpRequest, token: str) -> HttpResponse:
    """How the application stands. Never indexed, and the address is told to no other site."""
    return _page(request, _receipt_or_404(request, token), WithdrawForm())


@public
@never_cache
@require_POST
def applied_documents(request: HttpRequest, token: str) -> HttpResponse:
    """Files for documents that were missing, or newer ones."""
    found = _receipt_or_404(request, token)
    if spent(request, "documents", SENDINGS):
        return _page(request, found, WithdrawForm(), [problem("ADMISSIONS_017", minutes=WINDOW_MINUTES)], 429)
    files = posted_files(request.FILES, [one.need.code for one in found.documents])
    try:
        count = services.add_documents(
            by=request.viewer or None, token=token, documents=files,  # type: ignore[attr-defined]  # middleware
            on=request.today,  # type: ignore[attr-defined]  # the calendar sets it
        )
    except Refused as refused:
        names = ", ".join(one.name for one in files)
        again = [problem("ADMISSIONS_023", names=names)] if files else []
        return _page(request, found, WithdrawForm(), [*refused.problems, *again], 422)
    messages.success(request, ngettext("%(n)s dokumen diterima.", "%(n)s dokumen diterima.", count) % {"n": count})
    return redirect("applied", token=token)


@public
@never_cache
@require_POST
def applied_withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """The applicant no longer wants it, for a coded reason."""
    found = _receipt_or_404(request, token)
    form = WithdrawForm(request.POST)
    try:
        services.withdraw(
            by=request.viewer or None, token=token, on=request.today,  # type: ignore[attr-defined]  # middleware
            reason=request.POST.get("reason", ""), note=request.POST.get("note", ""),
        )
    except Refused as refused:
        return _page(request, found, form, refused.problems, 422)
    messages.success(request, _("Permohonan ditarik. Terima kasih sudah memberi tahu."))
    return redirect("applied", token=token)


@public
@never_cache
@require_safe
def applied_letter(request: HttpRequest, token: str) -> HttpResponse:
    """The letter of refusal or acceptance, for whoever holds the secret address."""
    content = letter_file(_letter_of(_receipt_or_404(request, token)))
    if content is None:
        raise Http404
    return made_file(content, "application/pdf", "surat.pdf")


def _letter_of(found: Receipt) -> Any:
    """Which letter belongs to the state the application ended in."""
    if found.standing.state == REFUSED and found.standing.made:
        return services.letter_id(found.standing.made[-1].record, services.REFUSED)
    if found.standing.state == ENROLLED and found.engagement_id:
        return services.letter_id(found.engagement_id, services.ACCEPTED)
    raise Http404


def _receipt_or_404(request: HttpRequest, token: str) -> Receipt:
    found = queries.receipt(token[:43], request.today)  # type: ignore[attr-defined]  # the calendar sets it
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, found: Receipt, form: WithdrawForm, problems: Iterable[Problem] = (), status: int = 200
) -> HttpResponse:
    link = request.build_absolute_uri(request.path.split("/dokumen/")[0].split("/mundur/")[0].rstrip("/") + "/")
    context = {"found": found, "form": form, "problems": tuple(problems), "link": link}
    answer = render(request, "admissions/applied.html", context, status=status)
    answer["X-Robots-Tag"], answer["Referrer-Policy"] = "noindex, nofollow", "same-origin"
    return answer
