"""Errors of budgets: lines, sums and the months they are compared with."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "BUDGETS_001": Entry(
        "Anggaran ini tidak ada atau bukan milik koperasi Anda. Buka lagi dari halaman buku.",
        "There is no such budget, or it is not your cooperative's. Open it again from the page of the book.",
    ),
    "BUDGETS_002": Entry(
        "Anggaran tahun {year} sudah disahkan dan tidak berubah lagi. Buat perubahan anggaran, lalu ubah di sana.",
        "The budget of {year} is approved and changes no more. Make a revision and change that.",
    ),
    "BUDGETS_003": Entry(
        "Akun {seen} tidak ada di buku ini. Pilih akun dari daftar.",
        "Account {seen} is not in this book. Choose an account of the list.",
    ),
    "BUDGETS_004": Entry(
        "Anggaran tahun {year} belum berisi satu baris pun. Tambah baris, lalu sahkan.",
        "The budget of {year} has no line yet. Add a line, then approve.",
    ),
    "BUDGETS_005": Entry(
        "Hanya ketua yang mengesahkan anggaran. Minta ketua membukanya dari halaman ini.",
        "Only the chair approves a budget. Ask the chair to open this page.",
    ),
    "BUDGETS_006": Entry(
        "Tahun {year} di luar buku ini. Pilih tahun {first} sampai {last}.",
        "The year {year} is outside this book. Choose a year from {first} to {last}.",
    ),
    "BUDGETS_007": Entry(
        "Anggaran tahun {year} masih berupa rancangan. Lanjutkan rancangan itu, atau sahkan dahulu.",
        "The budget of {year} is still a draft. Go on with that draft, or have it approved first.",
    ),
    "BUDGETS_008": Entry(
        "{where}: {seen} tidak dapat dipakai. Isi banyaknya lebih dari nol, harga tidak kurang dari nol, jumlahnya "
        "paling banyak {most}.",
        "{where}: {seen} cannot be used. Give a quantity above zero and a price not below zero, {most} in all at most.",
    ),
    "BUDGETS_009": Entry(
        "Akun {seen} sudah dipakai baris {line}; realisasinya akan terhitung dua kali. Hapus centang akun ini, atau "
        "gabungkan kedua baris.",
        "Account {seen} is used by the line {line} already; its realisation would count twice. Untick the account, or "
        "make the two lines one.",
    ),
    "BUDGETS_010": Entry(
        "Catatan {seen} tidak menghitung rencana. Pilih catatan dari daftar, atau kosongkan.",
        "The record {seen} counts no plan. Choose one of the list, or none.",
    ),
    "BUDGETS_011": Entry(
        "Anggaran tahun {year} belum disahkan, jadi belum ada yang dievaluasi. Sahkan dahulu.",
        "The budget of {year} is not approved, so there is nothing to evaluate yet. Approve it first.",
    ),
    "BUDGETS_012": Entry(
        "Kala {seen} tidak ada. Pilih bulan, triwulan, semester atau setahun dari halaman anggaran.",
        "There is no span {seen}. Choose a month, quarter, half-year or the year from the page of the budget.",
    ),
    "BUDGETS_013": Entry(
        "Kala {seen} tahun {year} belum mulai. Tulis evaluasi sesudah kala itu berjalan.",
        "The span {seen} of {year} has not begun. Write its evaluation once it has.",
    ),
}
