"""The institution at one sight: the sixteen books, who holds which office until when, and the articles' values."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sidamping.domain.problems import Refused
from sidamping.features.books.queries import KeptBook
from sidamping.features.parties import queries as parties
from sidamping.features.parties.queries import Officer
from sidamping.features.registers import queries, services
from sidamping.features.registers.forms import CLAUSES, ClauseForm, SightingForm
from sidamping.features.registers.queries import BookState
from sidamping.features.registers.views.answers import READERS, answered, found_book, own_book, page
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, stored_file, there
from sidamping.platform.http.language import reader_language

ROOMS = {
    "members": "members", "board": "officers", "savings": "savings", "meetings": "member_meetings", "cash": "cash_book",
}  # fmt: skip
"""Where a book that the system keeps itself is found."""
OF_NAMES = ("members",)
"""Rooms that only whoever sees single members may open."""


@allow(*READERS)
@require_safe
def institution(request: HttpRequest, book: UUID) -> HttpResponse:
    """The sixteen books with their state, offices that end soon, and the ways to meetings and articles."""
    found = found_book(request, book)
    states, cited = queries.book_states(book, request.today, found.village_code)
    officers = parties.board_on(found.party_id, request.today)
    context = {
        "book": found, "rows": [(one, one.form.label.text(reader_language()), _way(found, one)) for one in states],
        "cited": cited, "there": sum(one.state in queries.HERE for one in states), "all": len(states),
        "ending": [one for one in officers if one.expires_soon(request.today)], "officers": len(officers),
        "for_all": queries.FOR_ALL,
    }  # fmt: skip
    return page(request, "institution.html", context)


@allow(*roles.BOARD)
@require_http_methods(["GET", "HEAD", "POST"])
def book_sighting(request: HttpRequest, book: UUID, register: str) -> HttpResponse:
    """What the board saw of a mandatory book: there or not, filled in until when, with a photo."""
    found = own_book(request, book)
    wanted = queries.form_of(register, request.today, found.village_code)
    if wanted is None:
        raise Http404
    sent = request.method == "POST"
    form = SightingForm(request.POST if sent else None, request.FILES if sent else None)
    context = {"book": found, "form": form, "name": wanted.label.text(reader_language()), "register": register}
    return answered(
        request, "sighting.html", context,
        lambda: services.see_book(
            by=request.viewer, id=form.cleaned_data["id"], book=book, register=register, seen=form.seen(),
            now=request.now,
        ),
        _("Keadaan buku dicatat."), reverse("institution", args=[book]),
    )  # fmt: skip


@allow(*READERS)
@require_safe
def sighting_file(request: HttpRequest, sighting: UUID) -> HttpResponse:
    """The photo or PDF behind a sighting."""
    found = there(queries.sighting_file(request.viewer, sighting))
    return stored_file(found, f"buku-{sighting}", stays=False)


@allow(*READERS)
@require_safe
def officers(request: HttpRequest, book: UUID) -> HttpResponse:
    """Board, supervisors, managers and staff: who holds which office, and who held it before."""
    found = found_book(request, book)
    every = parties.board_of(found.party_id)
    beyond = queries.beyond_articles(book, every)
    now = [one for one in every if one.starts <= request.today and not one.expired(request.today)]
    context = {
        "book": found, "today": request.today, "organs": _organs(now, request),
        "past": [one for one in every if one.expired(request.today)],
        "coming": [one for one in every if one.starts > request.today],
        "beyond": [(one, beyond[one.term_id]) for one in now if one.term_id in beyond],
    }  # fmt: skip
    return page(request, "officers.html", context)


@allow(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def articles(request: HttpRequest, book: UUID) -> HttpResponse:
    """The rule's values beside those of the cooperative's own articles, which may be stricter."""
    found = found_book(request, book)
    values = queries.beside_the_rule(book, request.today, found.village_code)
    form = ClauseForm(request.POST or None, values=values, initial={"since": request.today})
    context = {"book": found, "form": form, "rows": [(CLAUSES[one.key], one) for one in values]}
    if request.method != "POST":
        return page(request, "articles.html", context)
    if not found.may_write:
        raise Http404
    if not form.is_valid():
        return page(request, "articles.html", context)
    try:
        services.set_clause(by=request.viewer, book=book, now=request.now, **form.cleaned_data)
    except Refused as refused:
        return page(request, "articles.html", context, refused.problems)
    messages.success(request, _("Ketentuan anggaran dasar dicatat."))
    return go(reverse("articles", args=[book]))


def _way(book: KeptBook, one: BookState) -> str:
    """The address where the book is kept or written; none for paper, and for what the viewer may not open."""
    if one.form.columns:
        open_here = book.sees_names or one.form.code in queries.FOR_ALL
        return reverse("register", args=[book.id, one.form.code]) if open_here else ""
    closed = one.form.kept in OF_NAMES and not book.sees_names
    return "" if closed or not one.form.kept else reverse(ROOMS[one.form.kept], args=[book.id])


def _organs(now: list[Officer], request: HttpRequest) -> list[tuple[str, list[tuple[Officer, bool]]]]:
    """The organs in their order, each with its officers and whether their term ends soon."""
    found: dict[str, list[tuple[Officer, bool]]] = {"management": [], "supervision": [], "executive": []}
    for one in sorted(now, key=lambda officer: officer.starts):
        found.setdefault(one.organ, []).append((one, one.expires_soon(request.today)))
    return list(found.items())
