"""Errors of numbered documents and PDFs."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "DOCUMENTS_001": Entry(
        "Teks {seen} memuat huruf yang tidak ada dalam huruf cetak. Ganti huruf itu pada isian, lalu cetak lagi.",
        "The text {seen} has a letter the printing font does not hold. Change that letter in the form, then "
        "print again.",
    ),
    "DOCUMENTS_002": Entry(
        "Berkas cetak {template} tidak dapat disusun: {seen}. Isi laporan tetap tersimpan; kirim pesan ini "
        "kepada admin.",
        "The document {template} could not be composed: {seen}. The paper itself is kept; send this message to an "
        "administrator.",
    ),
    "DOCUMENTS_003": Entry(
        "Berkas cetak {template} belum selesai setelah {limit} detik dan dihentikan. Coba lagi; bila berulang, kurangi "
        "jumlah foto.",
        "The document {template} was not finished after {limit} seconds and was stopped. Try again; if it "
        "happens again, "
        "use fewer pictures.",
    ),
    "DOCUMENTS_004": Entry(
        "Pola nomor {pattern} memuat bagian {seen} yang tidak dikenal. Pakai salah satu dari: {known}.",
        "The number pattern {pattern} has the unknown part {seen}. Use one of: {known}.",
    ),
    "DOCUMENTS_005": Entry(
        "Foto {seen} tidak dapat dibaca untuk dicetak. Unggah ulang foto itu pada kunjungannya.",
        "The picture {seen} cannot be read for printing. Upload it again at its visit.",
    ),
}
