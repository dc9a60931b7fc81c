"""Errors of a bank's statement."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "BOOKS_061": Entry(
        "Berkas \"{name}\" tidak terbaca sebagai CSV rekening koran: {seen}. Unduh lagi dari bank sebagai CSV.",
        "The file \"{name}\" does not read as a CSV bank statement: {seen}. Download it from the bank again as "
        "CSV.",
    ),
    "BOOKS_062": Entry(
        "Rekening koran baris {row}: tanggal \"{seen}\" tidak terbaca. Periksa kolom tanggal yang Anda pilih.",
        "Bank statement, row {row}: the day \"{seen}\" cannot be read. Check which column you chose for the "
        "day.",
    ),
    "BOOKS_063": Entry(
        "Rekening koran baris {row}: jumlah \"{seen}\" tidak terbaca sebagai rupiah bulat. Periksa kolom jumlah"
        " yang Anda pilih.",
        "Bank statement, row {row}: the amount \"{seen}\" does not read as whole rupiah. Check which columns "
        "you chose for the amount.",
    ),
    "BOOKS_064": Entry(
        "Baris rekening koran {day} {amount} sudah dibuatkan draf. Lanjutkan draf itu.",
        "The line of {day}, {amount}, has a draft already. Go on with that draft.",
    ),
    "BOOKS_072": Entry(
        "Baris rekening koran {day} berjumlah {amount}, tetapi bukti ini mencatat {seen} pada akun {account}. "
        "Samakan jumlahnya.",
        "The line of {day} on the bank statement says {amount}, but this voucher has {seen} on account {account}. "
        "Make the amounts equal.",
    ),
    "BOOKS_082": Entry(
        "Pilih satu kolom jumlah, atau kolom uang masuk dan kolom uang keluar, bukan ketiganya.",
        "Choose one column of amounts, or a column of money in and one of money out, not all three.",
    ),
    "BOOKS_084": Entry(
        "Berkas \"{name}\" besarnya {seen} kB, paling besar {most} kB. Unduh dari bank untuk rentang yang lebih "
        "pendek.",
        "The file \"{name}\" has {seen} kB, {most} kB at most. Download a shorter span from the bank.",
    ),
}
