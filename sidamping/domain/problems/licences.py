"""Errors of legal standing: papers with versions, figures with their source."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "LICENCES_001": Entry(
        "Koperasi ini tidak ada, atau suratnya bukan Anda yang menyimpan. Buka lagi dari daftar koperasi.",
        "There is no such cooperative, or its papers are not yours to keep. Open it again from the list.",
    ),
    "LICENCES_002": Entry(
        "Surat {seen} tidak ada dalam daftar. Pilih surat dari halaman izin koperasi.",
        "There is no paper {seen} in the list. Choose one on the page of the cooperative's licences.",
    ),
    "LICENCES_003": Entry(
        "Tanggal {day} sesudah hari ini, {today}. Tulis tanggal hari ini atau sebelumnya.",
        "The day {day} is after today, {today}. Give today or a day before.",
    ),
    "LICENCES_004": Entry(
        "Berlaku sampai {expires} mendahului tanggal terbit {issued}. Periksa kedua tanggalnya.",
        "The end {expires} is before the day of issue {issued}. Check both days.",
    ),
    "LICENCES_005": Entry(
        "Isian {seen} tidak dapat dipakai. Tulis rupiah bulat, pilih wilayahnya, atau jawab ya atau tidak.",
        "{seen} cannot be used. Give whole rupiah, choose how wide it reaches, or answer yes or no.",
    ),
    "LICENCES_006": Entry(
        "Pengenal kiriman ini sudah dipakai untuk catatan lain. Muat ulang halaman lalu kirim lagi.",
        "This identifier was used for another record. Reload the page and send again.",
    ),
    "LICENCES_007": Entry(
        "{label} terlalu panjang: {seen} huruf, paling banyak {most}. Ringkas isinya.",
        "{label} is too long: {seen} characters, at most {most}. Shorten it.",
    ),
}
