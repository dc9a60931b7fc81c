"""Errors of placements: proposals of who mentors whom."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "PLACEMENTS_001": Entry(
        "Usulan penugasan ini tidak ada, atau bukan di wilayah tugas Anda. Pilih dari daftar usulan.",
        "This proposal does not exist, or is not in your area. Choose one from the list of proposals.",
    ),
    "PLACEMENTS_002": Entry(
        "Program {programme} tidak menyebut aturan penugasan, jadi tidak dapat diusulkan. Tugaskan satu per satu.",
        "The programme {programme} names no rule of assignment, so nothing can be proposed. Assign one by one.",
    ),
    "PLACEMENTS_003": Entry(
        "Wilayah {seen} di luar wilayah tugas Anda. Pilih salah satu dari daftar.",
        "The area {seen} lies outside your own. Choose one from the list.",
    ),
    "PLACEMENTS_004": Entry(
        "{mentee} tidak lagi menunggu pendamping. Hitung ulang usulannya.",
        "{mentee} does not wait for a mentor any more. Compute the proposal again.",
    ),
    "PLACEMENTS_005": Entry(
        "Belum ada pasangan yang dipilih. Centang sedikitnya satu, lalu terapkan.",
        "No pair is chosen yet. Tick at least one, then apply.",
    ),
    "PLACEMENTS_006": Entry(
        "Usulan ini berubah sejak dihitung. Hitung ulang, periksa, lalu terapkan.",
        "This proposal changed after it was computed. Compute it again, look at it, then apply.",
    ),
    "PLACEMENTS_007": Entry(
        "Kiriman dengan nomor ini sudah diterima dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "An entry with this id was received with other content. Reload the page and try again.",
    ),
    "PLACEMENTS_008": Entry(
        "{mentor} tidak ditunjuk sebagai pendamping untuk wilayah {mentee}. Pilih pendamping lain.",
        "{mentor} is not appointed as mentor for the area of {mentee}. Choose another mentor.",
    ),
}
