"""Faults of statements: what a layout has no line for, and what does not agree. They are shown, never made to agree."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "STATEMENTS_001": Entry(
        "Akun {account} belum mempunyai pos dalam susunan ini, jadi jumlahnya tidak ikut. Pilih susunan lain, atau "
        "minta pengelola menambah posnya.",
        "Account {account} has no line in this layout, so its amount is left out. Choose another layout, or ask the "
        "operator to add the line.",
    ),
    "STATEMENTS_002": Entry(
        "Arus kas berakhir {made}, kas dalam buku {ledger}: berbeda {apart}. Buka akun kas dan periksa bukti dengan "
        "akun yang belum berpos; laporan ini belum boleh dipakai.",
        "The cash flow ends at {made}, the cash of the book is {ledger}: {apart} apart. Open the cash accounts and "
        "check vouchers on accounts without a line; do not use this statement yet.",
    ),
    "STATEMENTS_003": Entry(
        "Jumlah aset {assets}, jumlah kewajiban dan ekuitas {claims}: berbeda {apart}. Laporan ini belum boleh "
        "dipakai; periksa akun yang belum berpos.",
        "Assets are {assets}, liabilities and equity {claims}: {apart} apart. Do not use this statement yet; check the "
        "accounts without a line.",
    ),
    "STATEMENTS_004": Entry(
        "{where}: laporan ini menunjukkan {made}, neraca dan PHU {other}: berbeda {apart}. Minta pengelola "
        "memeriksa buku.",
        "{where}: this statement shows {made}, balance sheet and PHU {other}: {apart} apart. Ask the operator to check "
        "the book.",
    ),
    "STATEMENTS_005": Entry(
        "Hanya {most} bukti pertama yang ikut. Persempit tanggalnya, lalu unduh lagi.",
        "Only the first {most} vouchers are included. Narrow the days and download again.",
    ),
    "STATEMENTS_006": Entry(
        "Belum ada angka yang diisi. Isi paling sedikit satu angka, atau kembali ke halaman rasio.",
        "No figure is filled in yet. Fill in one at least, or go back to the ratios.",
    ),
    "STATEMENTS_007": Entry(
        "Angka {seen} kurang dari nol. Harga, penjualan dan SHU bagian anggota tidak boleh kurang dari nol; perbaiki.",
        "The figure {seen} is below zero. Prices, sales and the members' share may not be; correct it.",
    ),
}
