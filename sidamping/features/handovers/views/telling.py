"""The dossier in words: sections with their lines, the same for page and PDF, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidamping.domain.papers.words import day
from sidamping.domain.periods import Month
from sidamping.features.handovers.queries import HandoverCard
from sidamping.platform.http.language import reader_language
from sidamping.rules import books

STATES = {
    "missing": gettext_lazy("Belum dibuat"), "draft": gettext_lazy("Draf"), "returned": gettext_lazy("Dikembalikan"),
    "submitted": gettext_lazy("Diserahkan"), "acknowledged": gettext_lazy("Diketahui ketua"),
    "accepted": gettext_lazy("Diterima"), "next": gettext_lazy("Berikutnya"), "late": gettext_lazy("Terlambat"),
}
"""The words of states in a dossier; an unknown state is told as it is written."""


@dataclass(frozen=True)
class Section:
    """A heading with its lines; `nothing` stands where there is none."""

    key: str
    title: str
    lines: tuple[tuple[str, str], ...]
    nothing: str


def sections(card: HandoverCard) -> tuple[Section, ...]:
    """Every part of the dossier, the most urgent first."""
    told = card.content
    return (
        Section("problems", _("Masalah yang terbuka"), tuple(_problems(told)), _("Tidak ada masalah yang terbuka.")),
        Section("promises", _("Janji dan tindak lanjut"), tuple(_promises(told)), _("Tidak ada janji yang terbuka.")),
        Section("dates", _("Tanggal berikutnya"), tuple(_dates(told)), _("Tidak ada kunjungan yang direncanakan.")),
        Section("path", _("Langkah program berikutnya"), tuple(_path(told)), _("Tidak ada langkah yang menunggu.")),
        Section("papers", _("Laporan"), tuple(_papers(told)), _("Tidak ada laporan yang tertunda.")),
        Section("rounds", _("Penilaian yang terbuka"), tuple(_rounds(told)), _("Tidak ada penilaian yang terbuka.")),
        Section("sheets", _("Lembar kerja"), tuple(_sheets(told)), _("Belum ada lembar kerja.")),
        Section("referrals", _("Rujukan yang terbuka"), tuple(_referrals(told)), _("Tidak ada rujukan.")),
        Section("contacts", _("Kontak"), tuple(_contacts(told)), _("Belum ada kontak yang tercatat.")),
    )


def chain_words(told: dict[str, Any]) -> tuple[str, ...]:
    """Who writes which paper of the month in which the mentor changes."""
    chain = told["chain"]
    month = Month.parse(chain["month"]).label(reader_language())
    names = {"month": month, "leaving": told["leaving"], "arriving": told["arriving"]}
    if not chain["split"]:
        return (_("Laporan dampingan %(month)s ditulis %(leaving)s; mulai bulan berikutnya %(arriving)s.") % names,)
    return (
        _("Laporan dampingan %(month)s ditulis %(arriving)s, yang membawa dampingan pada akhir bulan.") % names,
        _("Jurnal %(month)s ditulis keduanya, masing-masing untuk hari-harinya sendiri.") % names,
    )


def day_of(text: str) -> str:
    """A day as people write it; '' when there is none."""
    return day(date.fromisoformat(text)) if text else ""


def _problems(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told["problems"]:
        parts = [_("prioritas %(n)s, sejak %(day)s") % {"n": one["priority"], "day": day_of(one["found_on"])}]
        if one["chosen"]:
            names = {"text": one["chosen"], "by": one["chosen_by"], "day": day_of(one["chosen_on"])}
            parts.append(_("dipilih: %(text)s (%(by)s, %(day)s)") % names)
        elif one["alternatives"]:
            parts.append(_("pilihan yang dibahas: %(texts)s") % {"texts": "; ".join(one["alternatives"])})
        yield one["title"], ". ".join(parts)


def _promises(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told["promises"]:
        words = _("%(owner)s, jatuh tempo %(day)s") % {"owner": one["owner"], "day": day_of(one["due"])}
        over = _("lewat %(n)s hari") % {"n": one["days_over"]} if one["days_over"] else ""
        yield one["text"], ", ".join(part for part in (words, over) if part)


def _dates(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((day_of(one["day"]), ", ".join(part for part in (one["activity"], one["place"]) if part))
            for one in told["dates"])


def _path(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told["path"]:
        due = _("paling lambat %(day)s") % {"day": day_of(one["due"])} if one["due"] else ""
        yield one["step"], ", ".join(part for part in (_word(one["state"]), due) if part)


def _papers(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told["papers"]:
        due = _("jatuh tempo %(day)s") % {"day": day_of(one["due"])} if one["due"] else ""
        yield f"{one['title']} {one['period']}", ", ".join(p for p in (_word(one["state"]), one["by"], due) if p)


def _rounds(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told["rounds"]:
        yield one["title"], ", ".join((_word(one["state"]), day_of(one["as_of"]), one["lead"]))


def _sheets(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told["sheets"]:
        yield " ".join(part for part in (one["title"], one["name"]) if part), _word(one["state"])


def _referrals(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told["referrals"]:
        yield one["provider"], _("jatuh tempo %(day)s") % {"day": day_of(one["due"])}


def _contacts(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told["contacts"]:
        owner = one["position"] == "owner"
        yield one["name"], _("pemilik") if owner else books.label("board-positions", one["position"], reader_language())


def _word(state: str) -> str:
    return str(STATES.get(state, state)).lower()
