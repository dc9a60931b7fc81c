"""Errors of the books: what keeps an entry from being posted, a month from being closed, a book from being opened."""

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
    "BOOKS_014": Entry(
        "Voucher {voucher}, baris {line}: anggota \"{seen}\" tidak ada dalam daftar. Pilih anggota dari daftar.",
        "Voucher {voucher}, line {line}: the member \"{seen}\" is not in the register. Choose a member of the "
        "register.",
    ),
    "BOOKS_015": Entry(
        "Voucher {voucher}: tanggal {day} belum tiba. Pakai hari ini ({today}) atau hari sebelumnya.",
        "Voucher {voucher}: the day {day} has not come yet. Use today ({today}) or a day before.",
    ),
    "BOOKS_016": Entry(
        "Voucher {voucher}: keterangannya kosong. Tulis untuk apa uangnya.",
        "Voucher {voucher}: it does not say what for. Write what the money is for.",
    ),
    "BOOKS_017": Entry(
        "Voucher {voucher}: buku baru mulai bulan {starts}, sedangkan tanggalnya {day}. Masukkan saldo sebelum "
        "itu sebagai saldo awal.",
        "Voucher {voucher}: the book begins with {starts}, but the day is {day}. Enter what was before as the "
        "opening balance.",
    ),
    "BOOKS_018": Entry(
        "Buku ini hanya ditulis oleh pengurus koperasinya. Minta ketua atau bendahara mencatatnya.",
        "Only the board of the cooperative writes in this book. Ask the chair or the treasurer to record it.",
    ),
    "BOOKS_019": Entry(
        "Voucher {voucher} sudah diubah oleh {name} sejak Anda membukanya. Muat ulang, lalu ulangi perubahan "
        "Anda.",
        "Voucher {voucher} was changed by {name} after you opened it. Reload it, then make your change again.",
    ),
    "BOOKS_020": Entry(
        "Nomor kiriman {seen} sudah dipakai untuk voucher lain. Buat voucher baru dengan nomor kiriman sendiri.",
        "The id {seen} belongs to another voucher already. Make a new voucher with an id of its own.",
    ),
    "BOOKS_021": Entry(
        "Voucher {voucher} sudah dibukukan dan tidak berubah lagi. Balik voucher itu, lalu buat yang benar.",
        "Voucher {voucher} is posted and does not change any more. Reverse it, then make the right one.",
    ),
    "BOOKS_022": Entry(
        "Bulan {period} belum dapat ditutup: bulan {earlier} masih terbuka. Tutup {earlier} lebih dahulu.",
        "The month {period} cannot be closed yet: {earlier} is still open. Close {earlier} first.",
    ),
    "BOOKS_023": Entry(
        "Bulan {period} masih memuat {count} draf. Bukukan, pindahkan tanggalnya, atau hapus draf itu, lalu "
        "tutup bulannya.",
        "The month {period} still holds {count} drafts. Post them, change their day or delete them, then close "
        "the month.",
    ),
    "BOOKS_024": Entry(
        "Bulan {period} sudah ditutup dan tidak dibuka lagi. Catat pembetulan di bulan yang terbuka sebagai "
        "koreksi.",
        "The month {period} is closed and is not reopened. Record a correction in a month that is open.",
    ),
    "BOOKS_025": Entry(
        "Koperasi ini sudah mempunyai buku. Lanjutkan buku itu.",
        "This cooperative has a book already. Go on with that book.",
    ),
    "BOOKS_026": Entry(
        "Bulan {period} belum berakhir. Tutup sesudah {day}.",
        "The month {period} is not over yet. Close it after {day}.",
    ),
    "BOOKS_027": Entry(
        "Pembalik bertanggal {day}, sedangkan voucher {voucher} bertanggal {original}. Pakai {original} atau "
        "sesudahnya.",
        "The reversal is dated {day}, but voucher {voucher} is of {original}. Use {original} or a later day.",
    ),
    "BOOKS_028": Entry(
        "Voucher {voucher} masih draf; draf tidak dibalik. Ubah atau hapus draf itu.",
        "Voucher {voucher} is still a draft; drafts are not reversed. Change or delete the draft.",
    ),
    "BOOKS_029": Entry(
        "Voucher {voucher}: jenis \"{seen}\" tidak dikenal. Pilih salah satu dari: {known}.",
        "Voucher {voucher}: the kind \"{seen}\" is not known. Choose one of: {known}.",
    ),
    "BOOKS_030": Entry(
        "Bulan {period} tidak ada dalam buku ini. Pilih bulan sejak {starts}.",
        "The month {period} is not in this book. Choose a month since {starts}.",
    ),
    "BOOKS_031": Entry(
        "Buku dimulai bulan {period} yang belum tiba. Pakai bulan ini atau bulan sebelumnya.",
        "The book would begin with {period}, which has not come yet. Use this month or one before.",
    ),
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
    "BOOKS_038": Entry(
        "Voucher {voucher} Anda buat sendiri. Minta {others} memeriksa dan membukukannya.",
        "You made voucher {voucher} yourself. Ask {others} to check and post it.",
    ),
    "BOOKS_039": Entry(
        "Belum ada jumlah uang. Pilih untuk apa uangnya dan tulis jumlahnya, paling sedikit satu baris.",
        "There is no amount yet. Choose what the money is for and write how much, one row at least.",
    ),
    "BOOKS_040": Entry(
        "Baris {line}: {missing} belum diisi. Lengkapi baris itu, atau kosongkan seluruhnya.",
        "Row {line}: {missing} is missing. Complete the row, or empty it altogether.",
    ),
    "BOOKS_041": Entry(
        "Uang dipindahkan ke tempat yang sama. Pilih dua tempat yang berbeda.",
        "The money would move to where it is. Choose two different places.",
    ),
}
