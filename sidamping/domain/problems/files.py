"""Errors of uploaded files."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "FILES_001": Entry(
        "Berkas {name} bukan foto yang dapat dibaca. Kirim JPG, PNG atau WebP.",
        "The file {name} is not a readable picture. Send JPG, PNG or WebP.",
    ),
    "FILES_002": Entry(
        "Berkas {name} berukuran {size} MB; batasnya {limit} MB. Perkecil dahulu atau kirim foto lain.",
        "The file {name} has {size} MB; the limit is {limit} MB. Make it smaller first or send another picture.",
    ),
    "FILES_003": Entry(
        "Foto {name} memuat lebih dari {limit} juta titik, terlalu besar untuk diolah. Kirim foto biasa dari ponsel.",
        "The picture {name} has more than {limit} million pixels, too many to process. Send an ordinary phone picture.",
    ),
    "FILES_004": Entry(
        "Berkas {name} kosong. Pilih fotonya lagi.",
        "The file {name} is empty. Choose the picture again.",
    ),
    "FILES_005": Entry(
        "Berkas {name} bukan PDF utuh dan bukan foto yang dapat dibaca. Kirim PDF, JPG, PNG atau WebP.",
        "The file {name} is neither a whole PDF nor a readable picture. Send a PDF, JPG, PNG or WebP.",
    ),
    "FILES_006": Entry(
        "PDF {name} memuat bagian yang dapat berjalan sendiri ({seen}). Cetak ulang menjadi PDF biasa, lalu kirim.",
        "The PDF {name} holds a part that acts by itself ({seen}). Print it to a plain PDF, then send it again.",
    ),
    "FILES_007": Entry(
        "Berkas {name} bukan PDF, DOCX, XLSX, atau foto yang utuh. Simpan ulang dari aplikasinya, lalu kirim.",
        "The file {name} is no whole PDF, DOCX, XLSX or picture. Save it again from its application, then send it.",
    ),
    "FILES_008": Entry(
        "Berkas {name} memuat bagian yang dapat berjalan sendiri ({seen}). Simpan tanpa makro, lalu kirim.",
        "The file {name} holds a part that acts by itself ({seen}). Save it without macros, then send it.",
    ),
}
