"""How a state looks: its word, icon and tone. A state is never told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DRAFT, WAITING, RETURNED, DONE = "draft", "waiting", "returned", "done"


@dataclass(frozen=True)
class Look:
    """One state as shown."""

    word: str | Promise
    icon: str
    tone: str


LOOKS = {
    "draft": Look(_("Draf"), "pencil", DRAFT),
    "missing": Look(_("Belum dibuat"), "circle-dashed", DRAFT),
    "planned": Look(_("Direncanakan"), "calendar-event", DRAFT),
    "todo": Look(_("Belum"), "circle-dashed", DRAFT),
    "dropped": Look(_("Dibatalkan"), "ban", DRAFT),
    "cancelled": Look(_("Dibatalkan"), "ban", DRAFT),
    "ended": Look(_("Berakhir"), "circle-x", DRAFT),
    "retired": Look(_("Tidak berlaku"), "archive", DRAFT),
    "inactive": Look(_("Tidak aktif"), "circle-x", DRAFT),
    "skipped": Look(_("Dilewati"), "arrow-right", DRAFT),
    "queued": Look(_("Menunggu giliran"), "hourglass", WAITING),
    "running": Look(_("Sedang berjalan"), "loader", WAITING),
    "submitted": Look(_("Diserahkan"), "send", WAITING),
    "acknowledged": Look(_("Diketahui ketua"), "signature", WAITING),
    "open": Look(_("Terbuka"), "circle-dot", WAITING),
    "decided": Look(_("Sudah dipilih"), "hand-stop", WAITING),
    "due": Look(_("Jatuh tempo"), "clock", WAITING),
    "sent": Look(_("Terkirim"), "send", WAITING),
    "next": Look(_("Berikutnya"), "circle-dot", WAITING),
    "waiting": Look(_("Menunggu"), "hourglass", WAITING),
    "returned": Look(_("Dikembalikan"), "corner-up-left", RETURNED),
    "late": Look(_("Terlambat"), "clock-exclamation", RETURNED),
    "overdue": Look(_("Lewat waktu"), "clock-exclamation", RETURNED),
    "unseen": Look(_("Lama tak dikunjungi"), "eye-off", RETURNED),
    "failed": Look(_("Gagal"), "alert-triangle", RETURNED),
    "invalid": Look(_("Tidak sah"), "circle-x", RETURNED),
    "conflict": Look(_("Berbeda isi"), "files", RETURNED),
    "attention": Look(_("Perlu perhatian"), "alert-circle", RETURNED),
    "refused": Look(_("Ditolak"), "circle-x", RETURNED),
    "passed": Look(_("Disetujui koordinator"), "clipboard-check", DONE),
    "received": Look(_("Diterima"), "rubber-stamp", DONE),
    "accepted": Look(_("Diterima"), "circle-check", DONE),
    "done": Look(_("Selesai"), "circle-check", DONE),
    "solved": Look(_("Teratasi"), "circle-check", DONE),
    "closed": Look(_("Ditutup"), "circle-check", DONE),
    "active": Look(_("Aktif"), "circle-check", DONE),
    "valid": Look(_("Sah"), "shield-check", DONE),
    "on_time": Look(_("Tepat waktu"), "circle-check", DONE),
}


def look_of(code: str) -> Look:
    """The look of a state; an unknown code is a programming error."""
    return LOOKS[code]
