"""Whose accounts a page of a book with units is about: what the address says, and the ways to the others."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from sidamping.domain.ledger.units import HEAD
from sidamping.features.books.forms.units import COOPERATIVE
from sidamping.features.books.queries import BESIDE_EACH_OTHER, BookCard


def asked_unit(request: HttpRequest, book: BookCard) -> str | None:
    """The unit of the address, HEAD for the cooperative, BESIDE_EACH_OTHER; None for all of them together."""
    said = request.GET.get("unit", "")
    known = {COOPERATIVE: HEAD, BESIDE_EACH_OTHER: BESIDE_EACH_OTHER, **{code: code for code, _name in book.units}}
    return known.get(said) if book.units else None


def entered_unit(request: HttpRequest, book: BookCard) -> str:
    """The unit whose money is written down: that of the address, else the cooperative."""
    said = request.GET.get("unit", "")
    return said if said in dict(book.units) else HEAD


def entry_ways(request: HttpRequest, book: BookCard) -> list[tuple[str, str, bool]]:
    """The cooperative and its units with their words and whether they are open; nothing for a book without units."""
    chosen = entered_unit(request, book)
    ways = [(HEAD, str(_("Induk"))), *book.units] if book.units else []
    return [(code, word, code == chosen) for code, word in ways]


def unit_words(book: BookCard) -> dict[str, str]:
    """What the address may say, in words; '' is all of them together."""
    units = {code: name for code, name in book.units}
    return {"": _("Gabungan"), BESIDE_EACH_OTHER: _("Per unit dan eliminasi"), COOPERATIVE: _("Induk"), **units}


def unit_ways(request: HttpRequest, book: BookCard) -> list[tuple[str, str, bool]]:
    """Each of them with its words and whether it is open; nothing for a book without units."""
    if not book.units:
        return []
    words = unit_words(book)
    said = request.GET.get("unit", "")
    open_now = said if said in words else ""
    return [(value, word, value == open_now) for value, word in words.items()]
