"""Errors of the sheets a mentor makes with the mentee."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "DELIVERABLES_001": Entry(
        "Lembar \"{seen}\" tidak dikenal atau tidak dipakai untuk dampingan ini. Pilih dari daftar lembar.",
        "The sheet \"{seen}\" is not known or not meant for this mentee. Choose one from the list.",
    ),
    "DELIVERABLES_002": Entry(
        "Hanya pendamping yang bertugas yang mengisi lembar ini. Minta koordinator memeriksa penugasan.",
        "Only the mentor in charge fills in this sheet. Ask the coordinator to check the assignment.",
    ),
    "DELIVERABLES_003": Entry(
        "Lembar ini sudah disimpan {name} sesudah Anda buka. Isian Anda masih di layar: salin, muat ulang, simpan.",
        "{name} saved this sheet after you opened it. Your entries are still on the screen: copy, reload, save again.",
    ),
    "DELIVERABLES_004": Entry(
        "Bagian \"{seen}\" tidak ada pada lembar ini. Pakai nama bagian yang tertulis pada lembar.",
        "There is no part \"{seen}\" on this sheet. Use the names of the parts on the sheet.",
    ),
    "DELIVERABLES_005": Entry(
        "Bagian {cell} masih kosong. Isi bagian itu, lalu serahkan lagi.",
        "The part {cell} is still empty. Fill it in, then hand the sheet in again.",
    ),
    "DELIVERABLES_006": Entry(
        "{cell}: {seen} huruf terlalu panjang untuk satu lembar. Ringkas sampai {most} huruf.",
        "{cell}: {seen} letters are too many for one sheet. Shorten it to {most} letters.",
    ),
    "DELIVERABLES_007": Entry(
        "{cell}: {seen} baris tidak muat di satu lembar. Sisakan paling banyak {most} baris.",
        "{cell}: {seen} lines do not fit on one sheet. Keep at most {most} lines.",
    ),
    "DELIVERABLES_008": Entry(
        "{cell}, baris {row}: kolom {column} kosong. Isi kolom itu, atau kosongkan seluruh barisnya.",
        "{cell}, row {row}: the column {column} is empty. Fill it in, or empty the whole row.",
    ),
    "DELIVERABLES_009": Entry(
        "{cell}, baris {row}, kolom {column}: \"{seen}\" terlalu panjang. Ringkas menjadi satu kalimat.",
        "{cell}, row {row}, column {column}: \"{seen}\" is too long. Shorten it to one sentence.",
    ),
    "DELIVERABLES_010": Entry(
        "{cell}, baris {row}, kolom {column}: \"{seen}\" bukan bilangan bulat. Tulis angka saja, misalnya 1.250.000.",
        "{cell}, row {row}, column {column}: \"{seen}\" is not a whole number. Write digits only, such as 1.250.000.",
    ),
    "DELIVERABLES_011": Entry(
        "{cell}, baris {row}, kolom {column}: \"{seen}\" di luar 1 sampai 5. Pilih angka 1 (kecil) sampai 5 (besar).",
        "{cell}, row {row}, column {column}: \"{seen}\" is outside 1 to 5. Choose from 1 (small) to 5 (large).",
    ),
    "DELIVERABLES_012": Entry(
        "{cell}, baris {row}, kolom {column}: \"{seen}\" tidak ada dalam pilihan. Pilih dari daftarnya.",
        "{cell}, row {row}, column {column}: \"{seen}\" is not among the choices. Choose from the list.",
    ),
    "DELIVERABLES_013": Entry(
        "{cell}, baris {row}, kolom {column}: \"{seen}\" bukan tanggal. Pilih tanggal dari kalender.",
        "{cell}, row {row}, column {column}: \"{seen}\" is not a day. Choose it from the calendar.",
    ),
    "DELIVERABLES_014": Entry(
        "Lembar ini sedang {state}; {act} tidak mungkin sekarang. Muat ulang untuk melihat keadaannya.",
        "This sheet is {state} now; it cannot be {act}. Reload to see how it stands.",
    ),
    "DELIVERABLES_015": Entry(
        "Tulis apa yang perlu diperbaiki sebelum mengembalikan lembar.",
        "Say what needs to be mended before you return the sheet.",
    ),
    "DELIVERABLES_016": Entry(
        "Bukan Anda yang memeriksa lembar ini. Yang memeriksa: koordinator, dinas, sekretariat, atau PMO wilayahnya.",
        "You do not check this sheet. The coordinator, office, secretariat or PMO of its area does.",
    ),
    "DELIVERABLES_017": Entry(
        "Foto {seen} tidak ada pada lembar ini. Unggah fotonya lagi.",
        "The photo {seen} is not on this sheet. Upload the photo again.",
    ),
    "DELIVERABLES_018": Entry(
        "Lembar dengan nomor yang sama sudah ada dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "A sheet with the same identifier is there with other content. Reload the page and try again.",
    ),
    "DELIVERABLES_019": Entry(
        "Isi lembar masih sama dengan versi terakhir. Ubah isinya dahulu, lalu serahkan.",
        "The sheet still says what its last version says. Change it first, then hand it in.",
    ),
    "DELIVERABLES_020": Entry(
        "Nama lembar {seen} huruf, paling banyak {most}. Ringkas namanya.",
        "The sheet's name has {seen} letters, at most {most}. Shorten the name.",
    ),
    "DELIVERABLES_021": Entry(
        "Belum dicentang: {cell}. Pastikan berkas Anda memuatnya, centang, lalu serahkan lagi.",
        "Not ticked yet: {cell}. Make sure that your file contains it, tick it, then hand it in again.",
    ),
    "DELIVERABLES_022": Entry(
        "Bukti {cell} belum ada. Unggah fotonya atau berkasnya, lalu serahkan lagi.",
        "The proof of {cell} is missing. Upload its photo or file, then hand it in again.",
    ),
    "DELIVERABLES_023": Entry(
        "Berkas {seen} tidak ada pada lembar ini. Unggah berkasnya lagi.",
        "The file {seen} is not on this sheet. Upload the file again.",
    ),
    "DELIVERABLES_024": Entry(
        "\"{seen}\" bukan bulan yang dapat ditulis. Pilih bulan dari {first} sampai {last}.",
        "\"{seen}\" is no month that can be written about. Choose one from {first} to {last}.",
    ),
    "DELIVERABLES_025": Entry(
        "Lembar ini sudah disimpan {name} sesudah HP membacanya. Kiriman itu tersimpan: pilih isinya di Kiriman HP.",
        "{name} saved this sheet after the phone read it. What the phone sent is kept: choose in Sent from phones.",
    ),
}
