"""What the sample sheets are built of: people we know, their acts, tables, chapters and drawn photos."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from sidamping.features.papers.render.sheet import Sheet, Stamp

WITA = timezone(timedelta(hours=8))
LETTERHEAD = [
    "PEMERINTAH PROVINSI NUSA TENGGARA TIMUR",
    "DINAS KOPERASI DAN USAHA KECIL MENENGAH",
    "SEKRETARIAT PENDAMPING KOPERASI DESA MANDIRI ANGGUR MERAH",
]
CHAIR = {"slot": "chair", "label": "Mengetahui, Ketua Koperasi", "name": "Ujang Mantap", "nip": ""}
COORDINATOR = {
    "slot": "coordinator",
    "label": "Mengetahui, Koordinator TPK",
    "name": "Yosef Nubatonis, S.E.",
    "nip": "197505122003121004",
}
MENTOR = {"slot": "mentor", "label": "Petugas TPK", "name": "Ratna Tefa", "nip": ""}
COPIES = [
    "Kepala Dinas Koperasi, Tenaga Kerja dan Transmigrasi Provinsi Nusa Tenggara Timur",
    "Kepala Dinas Koperasi dan UKM Kabupaten Kupang",
    "Arsip petugas TPK",
]
SUBMITTED = Stamp("mentor", "submitted", "Ratna Tefa", "", "Pendamping", datetime(2026, 11, 5, 8, 12, tzinfo=WITA))
SEEN = Stamp("chair", "acknowledged", "Ujang Mantap", "", "Ketua koperasi", datetime(2026, 11, 5, 16, 40, tzinfo=WITA))
PASSED = Stamp(
    "coordinator",
    "passed",
    "Yosef Nubatonis, S.E.",
    "197505122003121004",
    "Koordinator",
    datetime(2026, 11, 7, 9, 3, tzinfo=WITA),
    "Lengkap dan sesuai buku kas koperasi.",
)
RECEIVED = Stamp(
    "", "received", "Sarlin Ndoen", "198806172011012006", "Sekretariat", datetime(2026, 11, 9, 10, tzinfo=WITA)
)
VISITS = [
    (
        "Pembenahan buku kas harian",
        "Buku kas tersusun dan saldo cocok dengan uang di tangan",
        "Cara mencatat kas masuk dan keluar, menutup kas tiap sore",
        "Kas tercatat sampai 30 September; selisih Rp15.000 ditemukan dan dijelaskan",
        "Bendahara masih mencatat dua hari sekali",
        "Catat setiap hari; ketua memeriksa setiap Sabtu",
    ),
    (
        "Pendampingan rapat pengurus",
        "Pengurus sepakat tentang jadwal RAT",
        "Persiapan RAT: undangan, laporan pengurus, tata tertib",
        "RAT disepakati minggu ketiga Februari; panitia terdiri dari lima orang",
        "Dua pengawas belum hadir",
        "Kirim undangan tertulis tujuh hari sebelumnya",
    ),
    (
        "Penagihan pinjaman bersama pengurus",
        "Angsuran macet berkurang",
        "Cara menyusun daftar tunggakan dan kesepakatan bayar",
        "Tiga dari tujuh anggota menyanggupi bayar sampai Desember",
        "Anggota petani menunggu panen jagung",
        "Sesuaikan jadwal angsuran dengan musim panen, tuangkan dalam berita acara",
    ),
    (
        "Pelatihan perhitungan SHU",
        "Pengurus dapat menghitung SHU bagian anggota",
        "Pembagian SHU menurut anggaran dasar",
        "Contoh perhitungan tahun 2025 selesai dikerjakan",
        "",
        "Ulangi dengan data tahun 2026",
    ),
]


def sheet_of(content: dict[str, Any], **more: Any) -> Sheet:
    """A passed paper, unless told otherwise."""
    given = {
        "number": "012/LBK-TPK/53.01/XI/2026",
        "revision": 1,
        "state": "passed",
        "state_label": "Disetujui koordinator",
        "stamps": (SUBMITTED, PASSED),
        "sha256": "9f2c41d7a0b85e63" * 4,
        "check_url": "https://sidamping.nttprov.go.id/cek/h7Qm2xW9rT4kLd8sVb3nYc6p/",
        "draft": False,
    }
    return Sheet(content=content, **{**given, **more})


def content_of(kind: str, title: str, sections: list[Any], signers: Sequence[Any], **more: Any) -> dict[str, Any]:
    """The frame of frozen content; a month in landscape unless told otherwise."""
    return {
        "kind": kind,
        "format": {"name": kind, "from": "2018-07-23", "sha256": "0" * 64},
        "title": title,
        "subtitle": "",
        "period": {"start": "2026-10-01", "end": "2026-10-31", "label": "Oktober 2026"},
        "letterhead": LETTERHEAD,
        "heading": [["Nama TPK", "Ratna Tefa"], ["Bulan", "Oktober 2026"]],
        "sections": sections,
        "signers": [dict(one) for one in signers],
        "place": "Kupang",
        "notes": [],
        "orientation": "landscape",
        "copies": [{"no": no, "recipient": one, "roles": []} for no, one in enumerate(COPIES, 1)],
        **more,
    }


def table(columns: str, rows: Sequence[Sequence[Any]], title: str = "") -> dict[str, Any]:
    """A table from 'key:Label:align:width | …' and rows of cells in that order."""
    heads = [
        dict(zip(("key", "label", "align", "width"), one.strip().split(":"), strict=True)) for one in columns.split("|")
    ]
    keys = [head["key"] for head in heads]
    lines = [{"cells": dict(zip(keys, row, strict=True)), "sources": []} for row in rows]
    return {"type": "table", "key": "rows", "title": title, "columns": heads, "rows": lines}


def text(heading: str, *paragraphs: str, level: int = 2) -> dict[str, Any]:
    return {
        "type": "text",
        "key": heading.split(" ")[0],
        "heading": heading,
        "level": level,
        "paragraphs": list(paragraphs),
    }


def rupiah(amount: int) -> dict[str, Any]:
    return {"text": f"Rp{amount:,}".replace(",", "."), "value": amount}


def photo_section(title: str, count: int) -> dict[str, Any]:
    items = [
        {
            "attachment": f"00000000-0000-7000-8000-00000000000{no}",
            "sha256": "0" * 64,
            "sources": [],
            "caption": f"{VISITS[no % 4][0]}, 1{no} Okt 2026",
        }
        for no in range(count)
    ]
    return {"type": "photos", "key": "documentation", "title": title, "items": items}


def pictures(count: int) -> dict[str, bytes]:
    return {f"00000000-0000-7000-8000-00000000000{no}": picture(no) for no in range(count)}


def picture(no: int) -> bytes:
    """A drawn landscape instead of a photo: sky, hill and a house, another colour for every number."""
    image = Image.new("RGB", (1000, 720 if no % 2 else 1300), (176, 205, 214))
    pen = ImageDraw.Draw(image)
    height = image.height
    pen.polygon(
        [(0, height), (0, height // 2), (400, height // 3), (1000, height // 2 + 60), (1000, height)],
        (92, 128 + 20 * no, 88),
    )
    pen.rectangle([420, height // 2, 640, height // 2 + 170], (198, 150 - 15 * no, 96))
    out = BytesIO()
    image.save(out, "JPEG", quality=85)
    return out.getvalue()
