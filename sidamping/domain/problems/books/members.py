"""Errors of the members in a book: joining and leaving."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "BOOKS_032": Entry(
        "Tanggal masuk {day} belum tiba. Pakai hari ini ({today}) atau hari sebelumnya.",
        "The day of joining, {day}, has not come yet. Use today ({today}) or a day before.",
    ),
    "BOOKS_033": Entry(
        "Orang ini tidak ada dalam daftar. Cari lagi namanya, atau tulis nama baru.",
        "This person is not in the register. Search the name again, or write a new one.",
    ),
    "BOOKS_034": Entry(
        "Orang ini sudah menjadi anggota. Buka kartunya dari daftar anggota.",
        "This person is a member already. Open the card from the list of members.",
    ),
    "BOOKS_035": Entry(
        "Nomor anggota {seen} tidak dapat dipakai. Nomor berikutnya yang kosong: {free}.",
        "The member number {seen} cannot be used. The next free one is {free}.",
    ),
    "BOOKS_036": Entry(
        "Tanggal keluar {day} tidak cocok: masuk {joined}, hari ini {today}. Pilih hari di antaranya.",
        "The day of leaving, {day}, does not fit: joined {joined}, today {today}. Choose a day between.",
    ),
    "BOOKS_037": Entry(
        "{name} belum dapat keluar, masih ada: {what}. Bayarkan simpanannya dan lunasi pinjamannya dahulu.",
        "{name} cannot leave yet, there is still: {what}. Pay out the savings and settle the loan first.",
    ),
}
