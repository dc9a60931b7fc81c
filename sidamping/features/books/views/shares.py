"""The surplus before the annual meeting: a simulation by funds and members, slips, and the entry of it (E13)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sidamping.domain.periods import Year
from sidamping.domain.problems import Problem, Refused
from sidamping.domain.shu.distribution import Distribution
from sidamping.domain.shu.slips import slips
from sidamping.features.books import queries, services
from sidamping.features.books.forms import ShareForm
from sidamping.features.books.queries import NAMERS, BookCard, SurplusBasis
from sidamping.features.books.render.slips import SlipsPrint, slips_pdf
from sidamping.features.books.views.answers import READERS, found_book, own_book, page
from sidamping.features.books.views.versions import is_simulated, version_of
from sidamping.platform.access import roles
from sidamping.platform.access.guard import allow
from sidamping.platform.http.answers import go, made_file
from sidamping.platform.http.language import reader_language


@allow(*READERS)
@require_safe
def shares(request: HttpRequest, book: UUID) -> HttpResponse:
    """What each fund and each member would get; changes with the percentages typed, keeps nothing."""
    return _page(request, found_book(request, book), *_made(request, book, request.GET))


@allow(*NAMERS)
@require_safe
def shares_pdf(request: HttpRequest, book: UUID) -> HttpResponse:
    """A slip for each member."""
    found = found_book(request, book)
    if not found.sees_names:
        raise Http404
    form, basis, made, problems = _made(request, book, request.GET)
    if made is None or not made.shares:
        return _page(request, found, form, basis, made, problems)
    language = reader_language()
    simulated = is_simulated(book, basis.at)
    before = _("Simulasi sebelum Rapat Anggota; menjadi sah sesudah diputuskan rapat.")
    words = {
        "page": _("Halaman"), "of": _("dari"), "number": _("Nomor"), "name": _("Nama"), "total": _("Diterima"),
        "treasurer": _("Bendahara"), "receiver": _("Penerima"), "small": version_of(book, basis.at) or before,
        "stamp": _("SIMULASI, belum sah") if simulated else "",
    }  # fmt: skip
    title = _("Slip SHU tahun %(year)s") % {"year": basis.at.year}
    content = slips_pdf(SlipsPrint(found.name, title, language, words, tuple(slips(made))))
    return made_file(content, "application/pdf", f"slip-shu-{'simulasi-' * simulated}{basis.at.year}.pdf")


@allow(*roles.BOARD)
@require_POST
def shares_draft(request: HttpRequest, book: UUID) -> HttpResponse:
    """Draft the entry that the simulation shows."""
    found = own_book(request, book)
    form, basis, made, problems = _made(request, book, request.POST)
    if made is None:
        return _page(request, found, form, basis, made, problems)
    text = _("Pembagian SHU tahun %(year)s") % {"year": basis.at.year}
    try:
        id = services.draft_sharing(by=request.viewer, book=book, made=made, basis=basis, text=text, now=request.now)
    except Refused as refused:
        return _page(request, found, form, basis, made, refused.problems)
    said = _("Draf pembagian SHU dibuat.")
    messages.success(request, f"{said} {queries.posting_words(request.viewer, found.party_id)}")
    return go(reverse("voucher", args=[id]))


Made = tuple[ShareForm, SurplusBasis, Distribution | None, tuple[Problem, ...]]


def _made(request: HttpRequest, book: UUID, typed: Any) -> Made:
    """The form with what it comes to; the problems where it comes to nothing. The caller has found the book."""
    today = request.viewer.on
    usual = ShareForm.start(min(Year.of(today).end, today))
    form = ShareForm({**usual, **{key: typed[key] for key in usual if key in typed}})
    at = form.cleaned_data["per"] if form.is_valid() else today
    basis = queries.surplus_basis(book, at)
    if not form.is_valid() or basis.surplus <= 0:
        return form, basis, None, ()
    try:
        return form, basis, queries.share_out(basis, form.shares()), ()
    except Refused as refused:
        return form, basis, None, tuple(refused.problems)


def _page(
    request: HttpRequest, found: BookCard, form: ShareForm, basis: SurplusBasis, made: Distribution | None,
    problems: Iterable[Problem] = (),
) -> HttpResponse:
    funds = [(queries.FUND_WORDS.get(one.key, one.key), one.percent, one.amount) for one in made.funds] if made else []
    context = {
        "book": found, "form": form, "basis": basis, "made": made, "funds": funds,
        "simulated": is_simulated(found.id, basis.at), "version": version_of(found.id, basis.at),
        "query": form.data and "&".join(f"{key}={value}" for key, value in form.data.items()),
    }  # fmt: skip
    return page(request, "shares.html", context, problems, wrong=not form.is_valid())
