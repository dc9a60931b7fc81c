"""Errors of the books: what keeps an entry from being posted."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "BOOKS_001": Entry(
        "Voucher {voucher}: baru {count} baris. Tulis paling sedikit dua, dari mana dan ke mana uangnya. Voucher "
        "tetap draf.",
        "Voucher {voucher}: only {count} lines. Write at least two, where the money comes from and where it goes. "
        "The voucher stays a draft.",
    ),
    "BOOKS_002": Entry(
        "Voucher {voucher}, baris {line}: jumlahnya nol. Tulis jumlahnya, atau hapus baris itu.",
        "Voucher {voucher}, line {line}: the amount is zero. Write the amount, or delete the line.",
    ),
    "BOOKS_003": Entry(
        "Voucher {voucher}, baris {line}: akun \"{seen}\" tidak ada dalam bagan akun. Pilih akun dari bagan.",
        "Voucher {voucher}, line {line}: the account \"{seen}\" is not in the chart. Choose an account of the chart.",
    ),
    "BOOKS_004": Entry(
        "Voucher {voucher}: debit {debit}, kredit {credit}. Tambah {difference} di sisi kredit atau perbaiki salah "
        "satu baris. Voucher tetap draf.",
        "Voucher {voucher}: debit {debit}, credit {credit}. Add {difference} on the credit side or correct a line. "
        "The voucher stays a draft.",
    ),
    "BOOKS_005": Entry(
        "Voucher {voucher}: debit {debit}, kredit {credit}. Tambah {difference} di sisi debit atau perbaiki salah "
        "satu baris. Voucher tetap draf.",
        "Voucher {voucher}: debit {debit}, credit {credit}. Add {difference} on the debit side or correct a line. "
        "The voucher stays a draft.",
    ),
    "BOOKS_006": Entry(
        "Voucher {voucher}, baris {line}: {seen} adalah judul kelompok akun. Pilih akun di bawahnya.",
        "Voucher {voucher}, line {line}: {seen} is the heading of a group. Choose an account below it.",
    ),
    "BOOKS_007": Entry(
        "Voucher {voucher}, baris {line}: jumlahnya lebih dari {most}. Periksa banyaknya angka nol.",
        "Voucher {voucher}, line {line}: the amount is more than {most}. Count the zeros.",
    ),
    "BOOKS_008": Entry(
        "Voucher {voucher}: bulan {period} sudah ditutup. Pakai tanggal dalam bulan yang terbuka sebagai koreksi, "
        "atau minta bulan itu dibuka lagi. Voucher tetap draf.",
        "Voucher {voucher}: the month {period} is closed. Use a day of an open month as a correction, or ask for the"
        " month to be reopened. The voucher stays a draft.",
    ),
    "BOOKS_009": Entry(
        "Voucher {voucher} sudah dibalik oleh {other}. Satu voucher hanya dibalik sekali; buat voucher baru bila "
        "perlu.",
        "Voucher {voucher} is reversed by {other} already. A voucher is reversed once; make a new one if need be.",
    ),
    "BOOKS_010": Entry(
        "Voucher {voucher} adalah pembalik dari {other} dan tidak dibalik lagi. Catat ulang transaksinya sebagai "
        "voucher baru.",
        "Voucher {voucher} reverses {other} and is not reversed again. Record the transaction anew as another "
        "voucher.",
    ),
    "BOOKS_011": Entry(
        "Bagan akun tidak mempunyai akun untuk {role}. Tambahkan akun dengan peran itu.",
        "The chart has no account for {role}. Add an account with that role.",
    ),
    "BOOKS_012": Entry(
        "Voucher {voucher}, baris {line}: akun {account} dicatat per anggota. Pilih anggotanya.",
        "Voucher {voucher}, line {line}: the account {account} is kept per member. Choose the member.",
    ),
    "BOOKS_013": Entry(
        "Penyesuaian {kind}: {seen} tidak masuk akal dengan {other}. Periksa kedua angka itu.",
        "Adjustment {kind}: {seen} makes no sense with {other}. Check both figures.",
    ),
}
