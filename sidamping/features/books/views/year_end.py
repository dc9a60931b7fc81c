"""The end of a book year: what is left to do, what the closing moves, its draft, and the approval of the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.problems import Problem, Refused
from sidamping.features.books import services
from sidamping.features.books.forms.year_end import ApprovalForm
from sidamping.features.books.queries import BookCard, named, posting_words
from sidamping.features.books.queries.year_end import year_end
from sidamping.features.books.views.answers import READERS, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.database.ids import read_id, uuid7
from sidamping.platform.http.answers import go


@allow(*READERS)
@require_safe
def book_year(request: HttpRequest, book: UUID, year: int) -> HttpResponse:
    """The checklist and the preview of a year's closing."""
    return _shown(request, found_book(request, book), year, ApprovalForm(initial={"approved_on": request.today}))


@allow(*roles.BOARD)
@require_POST
def year_close(request: HttpRequest, book: UUID, year: int) -> HttpResponse:
    """Draft the voucher that closes the year."""
    found = own_book(request, book)
    id = read_id(request.POST.get("id", "")) or uuid7()
    try:
        made = services.draft_closing(by=request.viewer, id=id, book=book, year=year, now=request.now)
    except Refused as refused:
        return _shown(request, found, year, ApprovalForm(initial={"approved_on": request.today}), refused.problems)
    said, then = _("Draf jurnal penutup dibuat."), _("Sesudah itu tutup Desember.")
    messages.success(request, f"{said} {posting_words(request.viewer, found.party_id)} {then}")
    return go(reverse("voucher", args=[made]))


@allow(*roles.BOARD)
@require_POST
def year_approve(request: HttpRequest, book: UUID, year: int) -> HttpResponse:
    """Record on which day the annual meeting approved the year."""
    found, form = own_book(request, book), ApprovalForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, year, form)
    try:
        services.approve_year(by=request.viewer, book=book, year=year, now=request.now, **form.cleaned_data)
    except Refused as refused:
        return _shown(request, found, year, form, refused.problems)
    messages.success(request, _("Pengesahan dicatat. Bulan-bulan tahun itu tidak dibuka lagi."))
    return go(reverse("book_year", args=[book, year]))


def _shown(
    request: HttpRequest, found: BookCard, year: int, form: ApprovalForm, problems: Iterable[Problem] = ()
) -> HttpResponse:
    state = year_end(request.viewer, found.id, year) if 1900 < year < 2999 else None
    if state is None:
        raise Http404
    moved = [(one.code, named(one), amount, one.group == "income") for one, amount in state.moved]
    return page(request, "year.html", {
        "book": found, "state": state, "moved": moved, "form": form, "id": uuid7(),
    }, problems)  # fmt: skip
