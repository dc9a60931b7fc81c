"""Errors of the material library: what an office adds, changes, retires."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "MATERIALS_001": Entry(
        "{label} {length} huruf; paling banyak {limit}. Pendekkan, atau bagi menjadi dua materi.",
        "{label} has {length} letters; at most {limit} fit. Shorten it, or make two materials of it.",
    ),
    "MATERIALS_002": Entry(
        "Materi ini belum berisi apa-apa. Tulis isinya, atau lampirkan berkasnya.",
        "There is nothing in this material yet. Write its content, or attach its file.",
    ),
    "MATERIALS_003": Entry(
        "Ada tabel dengan {seen} kolom; paling banyak {limit} muat di telepon. Bagi tabelnya menjadi dua.",
        "A table has {seen} columns; at most {limit} fit on a phone. Make two tables of it.",
    ),
    "MATERIALS_004": Entry(
        "Anda tidak menambah atau mengubah materi untuk wilayah itu. Minta koordinator, sekretariat, atau PMO-nya.",
        "You do not add or change materials for that area. Ask its coordinator, secretariat or PMO.",
    ),
    "MATERIALS_005": Entry(
        "{name} sudah memperbaiki materi ini sesudah Anda buka. Isian Anda masih di bawah: bandingkan, lalu simpan"
        " lagi.",
        "{name} corrected this material after you opened it. Your entries are still below: compare, then save again.",
    ),
    "MATERIALS_006": Entry(
        "Materi dengan tanda pengenal ini sudah ada dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "A material with this identifier exists with other content. Reload the page and try again.",
    ),
    "MATERIALS_007": Entry(
        "Materi ini sudah ditarik pada {day}: {why}. Pakai lagi dahulu, baru dapat diubah.",
        "This material was retired on {day}: {why}. Take it up again first, then it can be changed.",
    ),
}
