"""The register of members: list, one member with balances, joining and leaving."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.features.books import queries, services
from sidamping.features.books.forms import LeaveForm, MemberForm
from sidamping.features.books.queries import NAMERS, MemberLine, named
from sidamping.features.books.views.answers import answered, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow


@allow(*NAMERS)
@require_safe
def members(request: HttpRequest, book: UUID) -> HttpResponse:
    """The register by number, each with savings and loan."""
    found, text = found_book(request, book), request.GET.get("q", "")[:80]
    rows = queries.members_page(request.viewer, book, at=request.today, text=text, after=request.GET.get("after", ""))
    return page(request, "members.html", {"book": found, "page": rows, "text": text})


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def member_add(request: HttpRequest, book: UUID) -> HttpResponse:
    """Take a member in."""
    found = own_book(request, book)
    form = MemberForm(request.POST or None, initial={"joined": request.today})
    context = {"book": found, "form": form}
    return answered(
        request, "member_add.html", context,
        lambda: services.admit_member(by=request.viewer, book=book, **form.cleaned_data),
        _("Anggota dicatat."), reverse("members", args=[book]),
        lambda seen: services.joining_faults(request.viewer, book, seen.get("joined"), seen.get("number")),
    )  # fmt: skip


@allow(*NAMERS)
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, member: UUID) -> HttpResponse:
    """One member: balances by account, each opening its ledger; the board records leaving."""
    book_id, line = _found(request, member)
    found = found_book(request, book_id)
    form = LeaveForm(request.POST if request.method == "POST" else None, initial={"left": request.today})
    held = [(account.code, named(account), amount) for account, amount in line.held]
    context = {"book": found, "member": line, "form": form, "held": held}
    if request.method == "POST" and not found.may_write:
        raise Http404
    return answered(
        request, "member.html", context,
        lambda: services.release_member(by=request.viewer, id=member, **form.cleaned_data),
        _("Keluarnya anggota dicatat."), reverse("member", args=[member]),
        lambda seen: services.leaving_faults(request.viewer, member, seen.get("left")),
    )  # fmt: skip


def _found(request: HttpRequest, member: UUID) -> tuple[UUID, MemberLine]:
    found = queries.member(request.viewer, member, request.today)
    if found is None:
        raise Http404
    return found
