"""The fixed words printed around a paper's content, in the two languages a paper may be printed in."""

from __future__ import annotations

from datetime import datetime

from sidamping.domain.periods import long_day

WORDS = {
    "id": {
        "number": "Nomor", "no_number": "Belum bernomor", "revision": "Revisi", "state": "Status",
        "check": "Periksa keaslian", "page": "Halaman", "of": "dari", "month": "Bulan", "year": "Tahun",
        "copy": "Rangkap", "notes": "Catatan", "draft": "DRAF", "nothing": "Nihil", "acts": "Tindakan",
        "picture": "Gambar", "no_picture": "Foto tidak tersimpan di berkas ini", "qr": "Kode QR alamat periksa",
        "content": "Sidik isi SHA-256", "nip": "NIP.", "appendix": "Lampiran", "electronically": "secara elektronik",
        "submitted": "Diserahkan", "acknowledged": "Diketahui", "passed": "Disetujui",
        "returned": "Dikembalikan", "received": "Diterima", "by": "oleh",
        "on_paper": "Ditandatangani di atas kertas", "recorded": "dicatat oleh",
        "see": "Tabel ini ada di lembar", "cut": "… (teks lengkap ada di PDF)",
        "drawn_on": "digambar di HP", "draft_note": "draf, belum diserahkan",
    },
    "en": {
        "number": "Number", "no_number": "Not numbered yet", "revision": "Revision", "state": "State",
        "check": "Check it is genuine", "page": "Page", "of": "of", "month": "Month", "year": "Year",
        "copy": "Copy", "notes": "Notes", "draft": "DRAFT", "nothing": "None", "acts": "Act",
        "picture": "Picture", "no_picture": "Picture not kept in this file", "qr": "QR code of the check address",
        "content": "SHA-256 of the content", "nip": "NIP.", "appendix": "Appendix", "electronically": "electronically",
        "submitted": "Submitted", "acknowledged": "Acknowledged", "passed": "Approved",
        "returned": "Returned", "received": "Received", "by": "by",
        "on_paper": "Signed on paper", "recorded": "recorded by",
        "see": "This table is on the worksheet", "cut": "… (the full text is in the PDF)",
        "drawn_on": "drawn on the phone", "draft_note": "draft, not submitted yet",
    },
}  # fmt: skip
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def words(language: str) -> dict[str, str]:
    """The table of the language; anything but English prints Indonesian."""
    return WORDS["en" if language.startswith("en") else "id"]


def moment(at: datetime, language: str) -> str:
    """'5 November 2026, 14.05 WITA'; other zones print their offset."""
    offset = at.utcoffset()
    zone = ZONES.get(int(offset.total_seconds()) // 3600, at.strftime("UTC%z")) if offset is not None else ""
    return f"{long_day(at, language)}, {at:%H.%M} {zone}".rstrip()
