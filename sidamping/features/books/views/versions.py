"""Whether the papers of a whole year are those before the annual meeting or those it approved (C15).

Before the approval the figures of a year are version 1; the approval locks the books, and what is printed since is
version 2, with who approved when.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sidamping.domain.periods import Year, long_day
from sidamping.features.books import queries
from sidamping.platform.http.language import reader_language


def version_of(book: UUID, at: date) -> str:
    """The line under the title of a paper of a whole year; empty within a year. The caller has scoped the book."""
    if at != Year.of(at).end:
        return ""
    found = queries.approval(book, at.year)
    if found is None:
        return _("Versi 1, belum disahkan Rapat Anggota Tahunan")
    told = {"day": long_day(found.on, reader_language()), "note": found.note or "–", "by": found.by}
    return _("Versi 2, disahkan Rapat Anggota Tahunan %(day)s: %(note)s (dicatat %(by)s)") % told


def is_simulated(book: UUID, at: date) -> bool:
    """Whether shares up to a day are a simulation: of a part of the year, or of one that no meeting approved."""
    return queries.approval_at(book, at) is None
