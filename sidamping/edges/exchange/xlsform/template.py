"""The workbook to start from: a small form that is sound as it stands, and a sheet that explains its columns."""

from __future__ import annotations

from sidamping.edges.exchange.xlsform.columns import CHOICES, LANGUAGES, SETTINGS, SURVEY
from sidamping.edges.exchange.xlsform.write import ANSWERS, YES_NO, Cells, written

SCALE = "mutu"
SAMPLE: dict[str, list[Cells]] = {
    SURVEY: [
        {"type": "note", "name": "catatan", "label.id": "Contoh: ganti semua baris ini dengan isi Anda.",
         "label.en": "Sample: replace all these rows by your own."},
        {"type": "begin_group", "name": "pelayanan", "label.id": "Pelayanan", "label.en": "Service", "weight": "60"},
        {"type": f"select_one {YES_NO}", "name": "jam_buka", "label.id": "Jam buka tertulis dan ditepati",
         "label.en": "Opening hours are posted and kept", "hint.id": "Lihat papan di depan kantor",
         "hint.en": "Look at the board at the entrance", "weight": "20"},
        {"type": f"select_one {SCALE}", "name": "keramahan", "label.id": "Keramahan petugas",
         "label.en": "Friendliness of the staff", "weight": "20"},
        {"type": "decimal", "name": "kepuasan", "label.id": "Kepuasan anggota, 0 sampai 100",
         "label.en": "Satisfaction of members, 0 to 100", "constraint": ". >= 0 and . <= 100", "weight": "20"},
        {"type": "end_group"},
        {"type": "begin_group", "name": "tertib", "label.id": "Tertib administrasi", "label.en": "Orderly records",
         "weight": "40"},
        {"type": f"select_one {YES_NO}", "name": "buku_kas", "label.id": "Buku kas diisi setiap hari",
         "label.en": "The cash book is kept daily"},
        {"type": f"select_one {YES_NO}", "name": "kuitansi", "label.id": "Kuitansi bernomor urut",
         "label.en": "Receipts are numbered"},
        {"type": "end_group"},
    ],
    CHOICES: [
        *({"list_name": YES_NO, "name": name, "label.id": id_, "label.en": en, "score": score}
          for name, id_, en, score in ANSWERS),
        {"list_name": SCALE, "name": "kurang", "label.id": "Kurang", "label.en": "Poor", "score": "1"},
        {"list_name": SCALE, "name": "cukup", "label.id": "Cukup", "label.en": "Fair", "score": "2"},
        {"list_name": SCALE, "name": "baik", "label.id": "Baik", "label.en": "Good", "score": "3"},
    ],
    SETTINGS: [
        {"form_title": "Contoh penilaian pelayanan", "form_title_en": "Sample assessment of a service",
         "form_id": "contoh-pelayanan", "version": "2026-01-01", "default_language": LANGUAGES["id"],
         "subject": "cooperative", "respondent": "assessor"},
    ],
}
GUIDE = (
    ("survey: type", "begin_group dan end_group (aspek), select_one, integer, decimal, note. Jenis lain ditolak."),
    ("survey: name", "Nama tetap, huruf dan angka tanpa spasi. Jawaban disimpan dengan nama ini."),
    ("survey: label", "Pertanyaan dalam bahasa Indonesia (wajib) dan Inggris."),
    ("survey: hint", "Penjelasan di bawah pertanyaan."),
    ("survey: constraint", "Batas bawah dan atas angka, mis. . >= 0 and . <= 100. Wajib untuk integer dan decimal."),
    ("survey: weight", "Bobot. Kelompok: jumlah isinya. Pertanyaan ya/tidak tanpa bobot berbagi bobot kelompoknya."),
    ("survey: cite", "Sumber di buku aturan, mis. permenkop-21-2015#aspek. Boleh kosong."),
    ("choices: score", "Angka tiap pilihan. Daftar ya dan tidak tidak memerlukannya."),
    ("settings: form_id", "Nama instrumen, huruf kecil, tidak boleh sama dengan instrumen buku aturan."),
    ("settings: version", "Hari mulai berlaku, TTTT-BB-HH. Versi yang tersimpan tidak dapat diganti; pakai hari lain."),
    ("settings: total", "Jumlah nilai penuh. Kosong berarti jumlah bobot aspek."),
    ("settings: subject", "Yang dinilai: cooperative, business, person, mentor atau topic."),
    ("settings: respondent", "Yang mengisi: assessor, chair, mentor atau mentee."),
)


def template() -> bytes:
    """The workbook; the same bytes every time."""
    return written(SAMPLE, guide=GUIDE)
