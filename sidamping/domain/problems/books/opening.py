"""Errors of opening a book and of the balances it begins with."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "BOOKS_017": Entry(
        "Bukti {voucher}: buku baru mulai bulan {starts}, sedangkan tanggalnya {day}. Masukkan saldo sebelum "
        "itu sebagai saldo awal.",
        "Voucher {voucher}: the book begins with {starts}, but the day is {day}. Enter what was before as the "
        "opening balance.",
    ),
    "BOOKS_025": Entry(
        "Koperasi ini sudah mempunyai buku. Lanjutkan buku itu.",
        "This cooperative has a book already. Go on with that book.",
    ),
    "BOOKS_031": Entry(
        "Buku dimulai bulan {period} yang belum tiba. Pakai bulan ini atau bulan sebelumnya.",
        "The book would begin with {period}, which has not come yet. Use this month or one before.",
    ),
    "BOOKS_042": Entry(
        "Saldo awal belum seimbang: harta {assets}, utang dan modal {claims}, selisih {difference}. Cari "
        "angka yang kurang atau tertukar; draf tetap tersimpan.",
        "The opening balance does not balance: assets {assets}, debts and capital {claims}, {difference} "
        "apart. Look for a figure that is missing or swapped; the draft is kept.",
    ),
    "BOOKS_043": Entry(
        "Saldo awal, {place}: akun \"{seen}\" tidak ada dalam bagan akun buku ini. Pakai nomor dari lembar "
        "contoh.",
        "Opening balance, {place}: the account \"{seen}\" is not in the chart of this book. Use a number of the"
        " template.",
    ),
    "BOOKS_044": Entry(
        "Saldo awal, {place}: {account} bukan harta, utang atau modal. Pendapatan dan beban mulai dari nol; "
        "keluarkan baris itu.",
        "Opening balance, {place}: {account} is no asset, debt or capital. Income and expenses begin at "
        "nothing; take the row out.",
    ),
    "BOOKS_045": Entry(
        "Saldo awal, {place}: Excel tidak dapat menghitung sel ini (\"{seen}\"). Perbaiki rumusnya, atau tulis "
        "angkanya.",
        "Opening balance, {place}: Excel could not reckon this cell (\"{seen}\"). Mend its formula, or write the "
        "figure.",
    ),
    "BOOKS_046": Entry(
        "Saldo awal, {place}: anggota nomor \"{seen}\" tidak ada dalam daftar. Catat anggotanya dahulu, atau "
        "perbaiki nomornya.",
        "Opening balance, {place}: there is no member number \"{seen}\" in the register. Record the member "
        "first, or correct the number.",
    ),
    "BOOKS_047": Entry(
        "Saldo awal, {place}: {account} dirinci per anggota. Tulis jumlahnya pada tiap anggota, bukan "
        "sekaligus.",
        "Opening balance, {place}: {account} is kept per member. Write the amount at each member, not as a "
        "whole.",
    ),
    "BOOKS_048": Entry(
        "Saldo awal sudah dibukukan sebagai {voucher} dan tidak berubah lagi. Balik bukti itu dahulu bila "
        "keliru.",
        "The opening balance is posted as {voucher} and does not change any more. Reverse that voucher first "
        "if it is wrong.",
    ),
    "BOOKS_066": Entry(
        "Saldo awal, {place}: {account} sudah diisi di {first}. Gabungkan menjadi satu baris.",
        "Opening balance, {place}: {account} stands in {first} already. Put both into one row.",
    ),
    "BOOKS_083": Entry(
        "\"{seen}\" bukan bulan. Tulis tahun dan bulannya, misalnya {example}.",
        "\"{seen}\" is no month. Write year and month, such as {example}.",
    ),
}
