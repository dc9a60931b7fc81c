"""What the pages of savings share: the book or 404, the way after a draft, words for kinds."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidamping.domain.savings.products import MANDATORY, PARTICIPATION, PRINCIPAL, TERM, VOLUNTARY
from sidamping.features.books import queries as books
from sidamping.features.books.queries import KeptBook
from sidamping.features.books.services import Drafted
from sidamping.platform.http.answers import go, room_page, tell_faults, there

READERS, NAMERS = books.READERS, books.NAMERS
KINDS: dict[str, str | Promise] = {
    PRINCIPAL: gettext_lazy("Simpanan pokok"), MANDATORY: gettext_lazy("Simpanan wajib"),
    PARTICIPATION: gettext_lazy("Modal penyertaan anggota"), VOLUNTARY: gettext_lazy("Simpanan sukarela"),
    TERM: gettext_lazy("Simpanan berjangka"),
}  # fmt: skip
page = partial(room_page, "savings")


def found_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book; a stranger is told that there is none."""
    return there(books.kept_book(request.viewer, book))


def own_book(request: HttpRequest, book: UUID) -> KeptBook:
    """The book when the viewer keeps it."""
    return there(books.own_kept_book(request.viewer, book))


def purses_of(book: UUID) -> dict[str, Any]:
    """The purses a form offers."""
    return {"purses": books.purses_to_choose(books.chart_of_book(book))}


def drafted(request: HttpRequest, found: KeptBook, voucher: UUID, kept: Drafted) -> HttpResponse:
    """On to the voucher, which says who posts it."""
    if kept.problems:
        messages.warning(request, _("Tersimpan sebagai draf. Ada yang perlu diperbaiki sebelum dibukukan."))
        tell_faults(request, kept.problems)
    else:
        said = _("Tersimpan sebagai draf.")
        messages.success(request, f"{said} {books.posting_words(request.viewer, found.party_id)}")
    return go(reverse("voucher", args=[voucher]))
