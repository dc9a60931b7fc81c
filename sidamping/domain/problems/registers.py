"""Errors of registers: mandatory books, entries, and what the articles ask."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "REGISTERS_001": Entry(
        "Daftar ini tidak ada atau bukan milik koperasi Anda. Buka lagi dari halaman kelembagaan koperasi.",
        "There is no such register, or it is not your cooperative's. Open it again from the cooperative's page.",
    ),
    "REGISTERS_002": Entry(
        "{seen} bukan buku yang ditulis di sini. Pilih buku dari daftar buku wajib.",
        "{seen} is no book that is written here. Choose a book of the list of mandatory books.",
    ),
    "REGISTERS_003": Entry(
        "Tanggal {day} sesudah hari ini, {today}. Tulis tanggal hari ini atau sebelumnya.",
        "The day {day} is after today, {today}. Give today or a day before.",
    ),
    "REGISTERS_004": Entry(
        "{label}: {seen} tidak dapat dipakai di lajur ini. Tulis angka bulat mulai nol, atau kata-kata, "
        "sesuai lajurnya.",
        "{label}: {seen} cannot be used in this column. Give a whole number from zero on, or words, as the "
        "column asks.",
    ),
    "REGISTERS_005": Entry(
        "Buku yang tidak ada tidak dapat terisi sampai suatu tanggal. Kosongkan tanggalnya, atau tandai bukunya ada.",
        "A book that is not there cannot be filled in until a day. Leave the day empty, or mark the book as present.",
    ),
    "REGISTERS_006": Entry(
        "Ketentuan {seen} tidak dapat diatur anggaran dasar di sini. Pilih ketentuan dari daftar.",
        "{seen} is nothing the articles can set here. Choose one of the list.",
    ),
    "REGISTERS_007": Entry(
        "Nilai {seen} lebih longgar dari aturan atau di luar batas. Tulis {least} sampai {most} ({cite}).",
        "The value {seen} is looser than the rule or out of bounds. Give {least} to {most} ({cite}).",
    ),
}
