"""The attendance list as a sheet: every member with a voice, and room to sign."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from sidamping.domain.ledger.sheets import LINE, TEXT, Cell, Column, Row, Sheet
from sidamping.features.meetings.queries import ElectorLine


def attendance_sheet(lines: Iterable[ElectorLine]) -> Sheet:
    """Every member with a voice, and room to sign."""
    columns = tuple(Column(word, word, TEXT) for word in (_("Kehadiran"), _("Tanda tangan")))
    rows = tuple(_row(one) for one in lines)
    title, first = _("Daftar hadir"), _("Anggota")
    return Sheet("attendance", title, title, columns, rows, first=Column(first, first, TEXT))


def _row(one: ElectorLine) -> Row:
    words, there = f"{one.number} · {one.name}", _("hadir") if one.present else ""
    return Row(LINE, str(one.id), words, words, (Cell(there), Cell("................")))
