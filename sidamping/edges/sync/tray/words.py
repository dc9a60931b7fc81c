"""Records in people's words: what kinds are called, what casts doubt on a clock, the fields of one or two contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sidamping.domain.sync import Difference, Doubt
from sidamping.edges.sync.tray.values import NOTHING, UNSHOWN, Reading

KINDS: dict[str, Any] = {
    "fieldwork.visit": gettext_lazy("Kunjungan"),
    "fieldwork.visit_revision": gettext_lazy("Perbaikan kunjungan"),
    "fieldwork.problem": gettext_lazy("Masalah"),
    "fieldwork.alternative": gettext_lazy("Alternatif"),
    "fieldwork.choice": gettext_lazy("Pilihan dampingan"),
    "fieldwork.outcome": gettext_lazy("Hasil pilihan"),
    "fieldwork.follow_up": gettext_lazy("Janji"),
    "fieldwork.follow_up_closed": gettext_lazy("Janji selesai"),
    "fieldwork.plan_item": gettext_lazy("Rencana kegiatan"),
    "fieldwork.observation": gettext_lazy("Pengamatan awal"),
    "fieldwork.evaluation": gettext_lazy("Evaluasi bersama"),
    "deliverables.sheet": gettext_lazy("Lembar kerja"),
    "assessments.answers": gettext_lazy("Jawaban asesmen"),
    "progress.month": gettext_lazy("Angka bulanan"),
    "books.small": gettext_lazy("Buku kas"),
    "papers.draft": gettext_lazy("Uraian laporan"),
    "oversight.seal": gettext_lazy("Tanda tangan"),
    "openrosa.form": gettext_lazy("Formulir dari aplikasi lain"),
}
DOUBTS: dict[str, Any] = {
    Doubt.UNREADABLE: gettext_lazy("jam HP tidak terbaca"),
    Doubt.AHEAD: gettext_lazy("jam HP mendahului server"),
    Doubt.BEHIND: gettext_lazy("jam HP mundur dari jam server yang terakhir dilihatnya"),
    Doubt.UNWITNESSED: gettext_lazy("HP belum pernah melihat jam server"),
    Doubt.IMPOSSIBLE: gettext_lazy("jam server menurut HP belum terjadi"),
    Doubt.JUMPED: gettext_lazy("jam HP diubah di antara dua catatan"),
}
OWN = (*UNSHOWN, "visit", "reason")
"""What a content says of itself; nobody chooses between these."""


@dataclass(frozen=True)
class Cell:
    """A field with its label; `other` where two contents are compared."""

    field: str
    label: str
    value: str
    other: str = ""


def kind_word(kind: str) -> str:
    """A kind in words; one that the server does not know says so."""
    return str(KINDS[kind]) if kind in KINDS else _("Catatan jenis lain ({kind})").format(kind=kind)


def doubt_words(doubts: Iterable[str]) -> str:
    """Why the time is in doubt; '' when it is not."""
    return "; ".join(str(DOUBTS.get(one, one)) for one in doubts)


def cells(content: Mapping[str, Any], reading: Reading) -> tuple[Cell, ...]:
    """What a record says, field by field; what it leaves empty is not shown."""
    return tuple(
        Cell(name, reading.label(name), reading.value(name, value)) for name, value in content.items()
        if name not in UNSHOWN and value not in NOTHING
    )


def compared(found: tuple[Difference, ...], reading: Reading) -> tuple[Cell, ...]:
    """The fields that two contents tell differently; an empty list and nothing at all read alike."""
    told = (
        Cell(
            one.field, reading.label(one.field), reading.value(one.field, one.kept),
            reading.value(one.field, one.other),
        )
        for one in found
    )  # fmt: skip
    return tuple(one for one in told if one.field not in OWN and one.value != one.other)
