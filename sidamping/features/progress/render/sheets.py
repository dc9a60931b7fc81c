"""Record sheets as PDF/A for writing by hand: big boxes, a line for each day or week, a code to find them again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from sidamping.domain.periods import Month
from sidamping.platform.documents.glyphs import printable
from sidamping.platform.documents.typst import compile_pdf
from sidamping.platform.http.language import reader_language

TEMPLATE = Path(__file__).parent / "records.typ"
DAILY, MONTHLY = "harian", "bulanan"
KINDS = (DAILY, MONTHLY)
WEEKS = 5


@dataclass(frozen=True)
class RecordSheet:
    """What stands on the sheet before anybody writes on it."""

    kind: str
    name: str
    place: str
    mentor: str
    month: Month
    code: bytes


def sheet_of(sheet: RecordSheet) -> bytes:
    """The PDF file."""
    daily = sheet.kind == DAILY
    title = _("Catatan kas harian") if daily else _("Catatan omzet bulanan")
    days = [str(day.day) for day in sheet.month.days()]
    data = {
        "title": title, "month": sheet.month.label(reader_language()), "name": printable(sheet.name),
        "place": printable(sheet.place), "mentor": printable(sheet.mentor), "language": reader_language(),
        "daily": daily, "rows": days if daily else [_("Minggu %(n)s") % {"n": n} for n in range(1, WEEKS + 1)],
        "words": _words(daily),
    }  # fmt: skip
    return compile_pdf(TEMPLATE, data, {"code.svg": sheet.code})


def _words(daily: bool) -> dict[str, object]:
    return {
        "heads": [_("Tgl"), _("Uang masuk (Rp)"), _("Uang keluar (Rp)"), _("Untuk apa")] if daily
        else [_("Minggu"), _("Penjualan (Rp)"), _("Belanja usaha (Rp)"), _("Keterangan")],
        "total": _("Jumlah"), "participant": _("Peserta"), "village": _("Tempat"), "mentor": _("Pendamping"),
        "workers": _("Pekerja bulan ini"), "full": _("penuh waktu"), "part": _("paruh waktu"),
        "family": _("keluarga tanpa upah"), "signature": _("Tanda tangan peserta"),
        "hint": _("Tulis setiap hari, walaupun nol. Kosong berarti lupa, nol berarti tidak ada.") if daily
        else _("Jumlahkan seluruh penjualan tiap minggu. Nol bila tidak ada yang terjual."),
        "scan": _("Pendamping: pindai kode ini untuk menyalin lembar."),
    }  # fmt: skip
