"""The codes of field work that are in use, and the labels of its fields. Codes come from `rulebook/lists`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from sidamping.domain.fieldwork import Vocabulary
from sidamping.platform.http.language import reader_language
from sidamping.rules.books import codes_of, labels
from sidamping.rules.books import listing as codes_with_hints

LISTS = (
    "visit-modes",
    "mentoring-topics",
    "mentor-roles",
    "mentoring-methods",
    "follow-up-owners",
    "entry-sources",
    "observation-topics",
    "problem-sides",
    "problem-categories",
    "priority-levels",
)
LABELS = {
    "visited_on": _("Tanggal"),
    "starts_at": _("Jam mulai"),
    "ends_at": _("Jam selesai"),
    "mode": _("Cara"),
    "village": _("Desa"),
    "place": _("Tempat"),
    "plan_item": _("Kegiatan rencana"),
    "activity": _("Kegiatan"),
    "purpose": _("Tujuan"),
    "material": _("Materi"),
    "materials": _("Materi pustaka"),
    "topics": _("Topik"),
    "roles": _("Peran pendamping"),
    "result": _("Hasil"),
    "obstacles": _("Kendala"),
    "advice": _("Saran"),
    "cost": _("Biaya"),
    "remarks": _("Keterangan"),
    "source": _("Asal catatan"),
    "attendees": _("Nama yang hadir"),
    "headcount": _("Jumlah hadir"),
    "presences": _("Dampingan"),
    "reason": _("Alasan perubahan"),
    "text": _("Isi"),
    "owner_side": _("Tugas siapa"),
    "owner_name": _("Nama penanggung jawab"),
    "due": _("Batas waktu"),
    "closed_note": _("Catatan penyelesaian"),
    "closed_on": _("Tanggal selesai"),
    "replaces": _("Versi yang diperbaiki"),
    "observed_on": _("Tanggal pengamatan"),
    "findings": _("Temuan"),
    "title": _("Masalah"),
    "side": _("Sisi masalah"),
    "category": _("Jenis masalah"),
    "priority": _("Prioritas"),
    "found_on": _("Tanggal ditemukan"),
    "causes": _("Penyebab"),
    "consequences": _("Akibatnya"),
    "chosen_by": _("Yang memutuskan"),
    "chosen_on": _("Tanggal diputuskan"),
    "capacity": _("Jabatan"),
    "meeting": _("Pertemuan"),
    "seen_on": _("Tanggal dilihat"),
    "concern": _("Masalah atau potensi"),
    "target": _("Sasaran"),
    "method": _("Metode"),
    "planned_on": _("Tanggal rencana"),
    "minutes": _("Lama (menit)"),
    "agreed_by": _("Disepakati dengan"),
    "held_on": _("Tanggal evaluasi"),
    "mentee_name": _("Nama wakil dampingan"),
    "went_well": _("Yang berjalan baik"),
    "difficulties": _("Kesulitan"),
    "mentee_view": _("Pandangan dampingan"),
    "mentor_view": _("Pandangan pendamping"),
    "next_plan": _("Rencana berikutnya"),
}


def vocabulary() -> Vocabulary:
    """The codes that may be written today; retired ones stay readable but are not taken."""
    return Vocabulary({name: frozenset(codes_of(name)) for name in LISTS}, LABELS)


def in_words(listing: str, code: str) -> str:
    """The label of a code in the reader's language; a code that left its list stands for itself."""
    return labels(listing, reader_language()).get(code, code)


def choices(listing: str) -> list[tuple[str, str]]:
    """The codes one may choose, with their labels in the reader's language."""
    known = labels(listing, reader_language())
    return [(code, known[code]) for code in codes_of(listing)]


def hints(listing: str) -> dict[str, str]:
    """What to look at for each code, in the reader's language."""
    return {one.code: one.hint.text(reader_language()) for one in codes_with_hints(listing) if one.hint}

