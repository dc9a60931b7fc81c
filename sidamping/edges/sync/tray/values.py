"""What a record says, as people read it: codes in words, days and money in the reader's form, names in place of ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sidamping.edges.web import formats
from sidamping.features.fieldwork.queries.revisions import CODED as OF_VISITS
from sidamping.features.fieldwork.queries.vocabulary import LABELS as OF_FIELD_WORK
from sidamping.features.progress.services import LABELS as OF_PROGRESS
from sidamping.features.progress.services import LISTS as OF_MONTHS
from sidamping.platform.database.ids import read_id
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import labels

OWN: dict[str, Any] = {
    "engagement": gettext_lazy("Dampingan"), "visit": gettext_lazy("Kunjungan"), "problem": gettext_lazy("Masalah"),
    "alternative": gettext_lazy("Alternatif"), "follow_up": gettext_lazy("Janji"),
    "follow_ups": gettext_lazy("Janji"), "paper": gettext_lazy("Laporan"), "kind": gettext_lazy("Jenis"),
    "period": gettext_lazy("Masa"), "words": gettext_lazy("Uraian"), "was": gettext_lazy("Semula"),
    "name": gettext_lazy("Nama"), "content": gettext_lazy("Isi"), "hand_in": gettext_lazy("Diserahkan"),
    "assessment": gettext_lazy("Asesmen"), "values": gettext_lazy("Jawaban"), "notes": gettext_lazy("Catatan"),
    "answered_by": gettext_lazy("Yang menjawab"), "photo": gettext_lazy("Foto menyusul"),
    "file": gettext_lazy("Berkas"), "book": gettext_lazy("Buku kas"), "day": gettext_lazy("Tanggal"),
    "purse": gettext_lazy("Tempat uang"), "amount": gettext_lazy("Jumlah uang"), "solved": gettext_lazy("Selesai"),
    "dialogue": gettext_lazy("Pembicaraan"), "potentials": gettext_lazy("Potensi"),
    "needs": gettext_lazy("Kebutuhan pendampingan"), "latitude": gettext_lazy("Lintang"),
    "longitude": gettext_lazy("Bujur"), "accuracy_m": gettext_lazy("Ketelitian tempat (meter)"),
    "key": gettext_lazy("Bagian"), "signer": gettext_lazy("Penanda tangan"), "strokes": gettext_lazy("Tanda tangan"),
}  # fmt: skip
"""Fields that only records have, or that a form has another word for."""
LISTS = {
    **OF_VISITS, **OF_MONTHS, "side": "problem-sides", "category": "problem-categories",
    "priority": "priority-levels", "method": "mentoring-methods", "owner_side": "follow-up-owners",
    "capacity": "signer-capacities", "findings": "observation-topics",
}  # fmt: skip
"""Fields whose values, or whose names within, are codes of a list."""
SIDES = {"in": gettext_lazy("Uang masuk"), "out": gettext_lazy("Uang keluar")}
MONEY, TIMES, MONTHS = ("cost", "amount", "turnover"), ("starts_at", "ends_at"), ("month",)
UNSHOWN: tuple[str, ...] = ("xml", "sha256", "code", "seen")
"""The form of a standard client as it came, and what only machines read; it is kept, but nobody reads it."""
NOTHING: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class Reading:
    """How one record is read: names of the ids in it, and the labels of the form it was written in."""

    names: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)

    def label(self, name: str) -> str:
        """A field as its form or the pages call it; its own name where they do not know it."""
        told = self.asked.get(name) or OWN.get(name) or OF_FIELD_WORK.get(name) or OF_PROGRESS.get(name)
        return str(told or self.names.get(name, name))

    def value(self, name: str, value: Any) -> str:
        """A value of a field in words; what it is made of stands on lines of its own."""
        if value in NOTHING:
            return _("(kosong)")
        if isinstance(value, bool):
            return _("ya") if value else _("tidak")
        if name == "strokes" and isinstance(value, list):
            return ngettext("digambar di HP, {n} garis", "digambar di HP, {n} garis", len(value)).format(n=len(value))
        if isinstance(value, Mapping):
            return "\n".join(self._told(value, LISTS.get(name, "")))
        if isinstance(value, list):
            rows = any(isinstance(one, Mapping) for one in value)
            return "\n".join(map(self._row, value)) if rows else ", ".join(self.value(name, one) for one in value)
        return self._plain(name, value)

    def _row(self, row: Any) -> str:
        """One of several, in a line: 'Merah Putih; Nama yang hadir: Ujang Mantap'."""
        return "; ".join(self._told(row)) if isinstance(row, Mapping) else str(row)

    def _told(self, fields: Mapping[str, Any], listing: str = "") -> list[str]:
        words = labels(listing, reader_language()) if listing else {}
        return [
            self._named(words.get(name) or self.label(name), name, one) for name, one in fields.items()
            if name not in UNSHOWN and one not in NOTHING and not (name == "id" and str(one) not in self.names)
        ]

    def _named(self, label: str, name: str, value: Any) -> str:
        """A value with its label; whom it is about needs none."""
        told = self.value(name, value)
        return told if name == "engagement" else f"{label}: {told}"

    def _plain(self, name: str, value: Any) -> str:
        text = str(value)
        if isinstance(value, str) and value in self.names:
            return self.names[value]
        if isinstance(value, str) and read_id(value) and name == "engagement":
            return _("dampingan di luar penglihatan Anda")
        if isinstance(value, str) and read_id(value):
            return formats.short_id(value)
        if name in MONEY and isinstance(value, int):
            return formats.rupiah(value)
        if name == "side" and text in SIDES:
            return str(SIDES[text])
        if name in LISTS:
            return labels(LISTS[name], reader_language()).get(text, text)
        return _moment(name, text)


def _moment(name: str, text: str) -> str:
    """Days, times and months in the reader's form; any other text, and what cannot be one, as it stands."""
    try:
        if name in TIMES:
            return formats.clock(time.fromisoformat(text))
        if name in MONTHS:
            return formats.month(text)
        return formats.day(date.fromisoformat(text)) if len(text) == len("2026-11-04") else text
    except (ValueError, OverflowError):
        return text
