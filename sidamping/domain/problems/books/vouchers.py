"""Errors of vouchers: what keeps one from being written, changed, posted or reversed."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "BOOKS_001": Entry(
        "Bukti {voucher}: baru {count} baris. Tulis paling sedikit dua, dari mana dan ke mana uangnya. Bukti "
        "tetap draf.",
        "Voucher {voucher}: only {count} lines. Write at least two, where the money comes from and where it goes. "
        "The voucher stays a draft.",
    ),
    "BOOKS_002": Entry(
        "Bukti {voucher}, baris {line}: jumlahnya nol. Tulis jumlahnya, atau hapus baris itu.",
        "Voucher {voucher}, line {line}: the amount is zero. Write the amount, or delete the line.",
    ),
    "BOOKS_003": Entry(
        "Bukti {voucher}, baris {line}: akun \"{seen}\" tidak ada dalam bagan akun. Pilih akun dari bagan.",
        "Voucher {voucher}, line {line}: the account \"{seen}\" is not in the chart. Choose an account of the chart.",
    ),
    "BOOKS_004": Entry(
        "Bukti {voucher}: debit {debit}, kredit {credit}. Tambah {difference} di sisi kredit atau perbaiki salah "
        "satu baris. Bukti tetap draf.",
        "Voucher {voucher}: debit {debit}, credit {credit}. Add {difference} on the credit side or correct a line. "
        "The voucher stays a draft.",
    ),
    "BOOKS_005": Entry(
        "Bukti {voucher}: debit {debit}, kredit {credit}. Tambah {difference} di sisi debit atau perbaiki salah "
        "satu baris. Bukti tetap draf.",
        "Voucher {voucher}: debit {debit}, credit {credit}. Add {difference} on the debit side or correct a line. "
        "The voucher stays a draft.",
    ),
    "BOOKS_007": Entry(
        "Bukti {voucher}, baris {line}: jumlahnya lebih dari {most}. Periksa banyaknya angka nol.",
        "Voucher {voucher}, line {line}: the amount is more than {most}. Count the zeros.",
    ),
    "BOOKS_008": Entry(
        "Bukti {voucher}: bulan {period} sudah ditutup. Pakai tanggal dalam bulan yang terbuka sebagai koreksi, "
        "atau minta bulan itu dibuka lagi. Bukti tetap draf.",
        "Voucher {voucher}: the month {period} is closed. Use a day of an open month as a correction, or ask for the"
        " month to be reopened. The voucher stays a draft.",
    ),
    "BOOKS_009": Entry(
        "Bukti {voucher} sudah dibalik oleh {other}. Satu bukti hanya dibalik sekali; buat bukti baru bila "
        "perlu.",
        "Voucher {voucher} is reversed by {other} already. A voucher is reversed once; make a new one if need be.",
    ),
    "BOOKS_010": Entry(
        "Bukti {voucher} adalah pembalik dari {other} dan tidak dibalik lagi. Catat ulang transaksinya sebagai "
        "bukti baru.",
        "Voucher {voucher} reverses {other} and is not reversed again. Record the transaction anew as another "
        "voucher.",
    ),
    "BOOKS_012": Entry(
        "Bukti {voucher}: {account} dicatat per anggota, dan anggotanya belum dipilih. Ubah drafnya, lalu pilih "
        "anggotanya.",
        "Voucher {voucher}: {account} is kept per member, and no member is chosen. Change the draft and choose the "
        "member.",
    ),
    "BOOKS_014": Entry(
        "Bukti {voucher}, baris {line}: anggota \"{seen}\" tidak ada dalam daftar. Pilih anggota dari daftar.",
        "Voucher {voucher}, line {line}: the member \"{seen}\" is not in the register. Choose a member of the "
        "register.",
    ),
    "BOOKS_015": Entry(
        "Bukti {voucher}: tanggal {day} belum tiba. Pakai hari ini ({today}) atau hari sebelumnya.",
        "Voucher {voucher}: the day {day} has not come yet. Use today ({today}) or a day before.",
    ),
    "BOOKS_016": Entry(
        "Bukti {voucher}: keterangannya kosong. Tulis untuk apa uangnya.",
        "Voucher {voucher}: it does not say what for. Write what the money is for.",
    ),
    "BOOKS_018": Entry(
        "Buku ini hanya ditulis oleh pengurus koperasinya. Minta ketua atau bendahara mencatatnya.",
        "Only the board of the cooperative writes in this book. Ask the chair or the treasurer to record it.",
    ),
    "BOOKS_019": Entry(
        "Bukti {voucher} sudah diubah oleh {name} sejak Anda membukanya. Muat ulang, lalu ulangi perubahan "
        "Anda.",
        "Voucher {voucher} was changed by {name} after you opened it. Reload it, then make your change again.",
    ),
    "BOOKS_020": Entry(
        "Nomor kiriman {seen} sudah dipakai untuk bukti lain. Buat bukti baru dengan nomor kiriman sendiri.",
        "The id {seen} belongs to another voucher already. Make a new voucher with an id of its own.",
    ),
    "BOOKS_021": Entry(
        "Bukti {voucher} sudah dibukukan dan tidak berubah lagi. Balik bukti itu, lalu buat yang benar.",
        "Voucher {voucher} is posted and does not change any more. Reverse it, then make the right one.",
    ),
    "BOOKS_027": Entry(
        "Pembalik bertanggal {day}, sedangkan bukti {voucher} bertanggal {original}. Pakai {original} atau "
        "sesudahnya.",
        "The reversal is dated {day}, but voucher {voucher} is of {original}. Use {original} or a later day.",
    ),
    "BOOKS_028": Entry(
        "Bukti {voucher} masih draf; draf tidak dibalik. Ubah atau hapus draf itu.",
        "Voucher {voucher} is still a draft; drafts are not reversed. Change or delete the draft.",
    ),
    "BOOKS_029": Entry(
        "Bukti {voucher}: jenis \"{seen}\" tidak dikenal. Pilih salah satu dari: {known}.",
        "Voucher {voucher}: the kind \"{seen}\" is not known. Choose one of: {known}.",
    ),
    "BOOKS_038": Entry(
        "Bukti {voucher} Anda tulis atau ubah sendiri. Minta {others} memeriksa dan membukukannya.",
        "You wrote or changed voucher {voucher} yourself. Ask {others} to check and post it.",
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
    "BOOKS_067": Entry(
        "Bukti ini sudah memuat {count} foto atau berkas, paling banyak {most}. Hapus satu dahulu.",
        "This voucher has {count} photos or files already, {most} at most. Remove one first.",
    ),
    "BOOKS_073": Entry(
        "Bukti {voucher} membuat {account} atas nama {name} kurang {short} pada {day}: yang tidak ada tidak dapat "
        "diambil. Kurangi jumlahnya, atau bukukan dahulu penerimaannya.",
        "Voucher {voucher} leaves {account} of {name} {short} short on {day}: what is not there cannot be taken. Lower "
        "the amount, or post what came in first.",
    ),
    "BOOKS_076": Entry(
        "Draf {voucher} dibuat dari halaman simpanan atau pinjaman dan tidak diubah di sini. Hapus draf ini, lalu buat "
        "lagi dari halaman itu.",
        "The draft {voucher} was made on a page of savings or loans and is not changed here. Delete it, then make it "
        "anew on that page.",
    ),
    "BOOKS_081": Entry(
        "Isi draf {voucher} dihitung di halaman lain dan tidak diubah di sini. Ubah di halaman itu, atau hapus draf "
        "ini lalu buat lagi.",
        "What the draft {voucher} says was reckoned on another page and is not changed here. Change it on that page, "
        "or delete the draft and make it anew.",
    ),
}
