"""Errors of the books: what keeps an entry from being posted, a month from being closed, a book from being opened."""

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
    "BOOKS_006": Entry(
        "Bukti {voucher}, baris {line}: {seen} adalah judul kelompok akun. Pilih akun di bawahnya.",
        "Voucher {voucher}, line {line}: {seen} is the heading of a group. Choose an account below it.",
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
    "BOOKS_011": Entry(
        "Bagan akun tidak mempunyai akun untuk {role}. Tambahkan akun dengan peran itu.",
        "The chart has no account for {role}. Add an account with that role.",
    ),
    "BOOKS_012": Entry(
        "Bukti {voucher}: {account} dicatat per anggota, dan anggotanya belum dipilih. Ubah drafnya, lalu pilih "
        "anggotanya.",
        "Voucher {voucher}: {account} is kept per member, and no member is chosen. Change the draft and choose the "
        "member.",
    ),
    "BOOKS_013": Entry(
        "Penyesuaian {kind}: {seen} tidak masuk akal dengan {other}. Periksa kedua angka itu.",
        "Adjustment {kind}: {seen} makes no sense with {other}. Check both figures.",
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
    "BOOKS_017": Entry(
        "Bukti {voucher}: buku baru mulai bulan {starts}, sedangkan tanggalnya {day}. Masukkan saldo sebelum "
        "itu sebagai saldo awal.",
        "Voucher {voucher}: the book begins with {starts}, but the day is {day}. Enter what was before as the "
        "opening balance.",
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
        "Bulan {period} tidak dapat dibuka lagi: hanya bulan tertutup yang terakhir ({last}) dapat dibuka. Catat "
        "pembetulan di bulan yang terbuka sebagai koreksi.",
        "The month {period} is not reopened: only the last closed month ({last}) can be. Record a correction in a "
        "month that is open.",
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
    "BOOKS_049": Entry(
        "Tidak ada yang perlu disesuaikan: buku sudah sama dengan keadaan yang Anda tulis. Periksa angkanya, "
        "atau lanjutkan.",
        "There is nothing to adjust: the books already say what you wrote. Check the figures, or go on.",
    ),
    "BOOKS_050": Entry(
        "Tutup tahun {year}: bulan {months} masih terbuka. Tutup bulan-bulan itu dahulu; Desember tetap "
        "terbuka.",
        "Closing {year}: the months {months} are still open. Close them first; December stays open.",
    ),
    "BOOKS_051": Entry(
        "Tutup tahun {year}: masih ada {count} draf. Bukukan atau hapus dahulu, lalu ulangi.",
        "Closing {year}: {count} drafts are left. Post or delete them, then try again.",
    ),
    "BOOKS_052": Entry(
        "Tahun {year} belum dapat ditutup: baru berakhir {day}. Tutup sesudah hari itu.",
        "The year {year} cannot be closed yet: it ends on {day}. Close it afterwards.",
    ),
    "BOOKS_053": Entry(
        "Tahun {year} sudah ditutup dengan {voucher}. Balik bukti itu dahulu bila tutup tahunnya harus "
        "diulang.",
        "The year {year} is closed by {voucher} already. Reverse that voucher first if the closing has to be "
        "made anew.",
    ),
    "BOOKS_054": Entry(
        "Tahun {year} tidak punya pendapatan atau beban untuk ditutup. Periksa tahunnya.",
        "The year {year} has no income or expenses to close. Check the year.",
    ),
    "BOOKS_055": Entry(
        "Bulan {period} tidak dibuka lagi: Rapat Anggota sudah mengesahkan tahun {year} pada {day}. Catat "
        "pembetulan di bulan yang terbuka.",
        "The month {period} is not reopened: the annual meeting approved {year} on {day}. Record a correction"
        " in a month that is open.",
    ),
    "BOOKS_056": Entry(
        "Permintaan membuka bulan {period} Anda tulis sendiri. Minta {others} menyetujuinya.",
        "You asked yourself to reopen {period}. Ask {others} to agree.",
    ),
    "BOOKS_057": Entry(
        "Tahun {year} belum dapat disahkan: Desember belum ditutup. Tutup Desember {year} dahulu.",
        "The year {year} cannot be approved yet: December is not closed. Close December {year} first.",
    ),
    "BOOKS_058": Entry(
        "Tanggal pengesahan {day} tidak cocok: Rapat Anggota tahun buku {year} diadakan sesudah 31 Desember "
        "{year} dan paling lambat hari ini ({today}).",
        "The day of approval, {day}, does not fit: the annual meeting on {year} is held after 31 December "
        "{year} and no later than today ({today}).",
    ),
    "BOOKS_059": Entry(
        "Nomor akun {seen} sudah dipakai untuk {account}. Pilih nomor lain.",
        "The account number {seen} belongs to {account} already. Choose another number.",
    ),
    "BOOKS_060": Entry(
        "Nomor akun \"{seen}\" tidak cocok di bawah {account}. Mulai dengan {prefix} dan tambah angka, misalnya"
        " {example}.",
        "The account number \"{seen}\" does not fit below {account}. Begin with {prefix} and add digits, such "
        "as {example}.",
    ),
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
    "BOOKS_065": Entry(
        "Buku kas usaha ini hanya ditulis oleh pemiliknya atau pendamping yang sedang mendampinginya. Minta "
        "salah satu dari mereka mencatat.",
        "Only the owner and the mentor who carries this business write in its cash book. Ask one of them.",
    ),
    "BOOKS_066": Entry(
        "Saldo awal, {place}: {account} sudah diisi di {first}. Gabungkan menjadi satu baris.",
        "Opening balance, {place}: {account} stands in {first} already. Put both into one row.",
    ),
    "BOOKS_067": Entry(
        "Bukti ini sudah memuat {count} foto atau berkas, paling banyak {most}. Hapus satu dahulu.",
        "This voucher has {count} photos or files already, {most} at most. Remove one first.",
    ),
    "BOOKS_068": Entry(
        "Pembalik bertanggal {day}, tetapi {voucher} membuka buku atau menutup tahun pada {original}. Pakai tanggal "
        "{original}.",
        "The reversal is dated {day}, but {voucher} opens the book or closes the year on {original}. Date it "
        "{original}.",
    ),
    "BOOKS_069": Entry(
        "Tahun {year} belum dapat disahkan: akun pendapatan atau beban masih bersaldo. Buka lagi Desember, bukukan "
        "jurnal penutup {year}, lalu tutup Desember.",
        "The year {year} cannot be approved yet: accounts of income or expense still hold a balance. Reopen December, "
        "post the closing voucher of {year}, then close December.",
    ),
    "BOOKS_070": Entry(
        "Jurnal penutup {voucher} tidak lagi sama dengan buku tahun {year}. Buat ulang draf jurnal penutup {year}.",
        "The closing voucher {voucher} no longer fits the books of {year}. Make the closing draft of {year} anew.",
    ),
    "BOOKS_071": Entry(
        "Akun {account} sudah punya draf penyesuaian {voucher} dari {name}. Bukukan atau hapus draf itu dahulu.",
        "Account {account} has an adjusting draft, {voucher}, by {name} already. Post or delete that draft first.",
    ),
    "BOOKS_072": Entry(
        "Baris rekening koran {day} berjumlah {amount}, tetapi bukti ini mencatat {seen} pada akun {account}. "
        "Samakan jumlahnya.",
        "The line of {day} on the bank statement says {amount}, but this voucher has {seen} on account {account}. "
        "Make the amounts equal.",
    ),
    "BOOKS_073": Entry(
        "Bukti {voucher} membuat {account} atas nama {name} kurang {short} pada {day}: yang tidak ada tidak dapat "
        "diambil. Kurangi jumlahnya, atau bukukan dahulu penerimaannya.",
        "Voucher {voucher} leaves {account} of {name} {short} short on {day}: what is not there cannot be taken. Lower "
        "the amount, or post what came in first.",
    ),
    "BOOKS_074": Entry(
        "Jumlah orang {seen} bukan 0 sampai {most}. Hitung orangnya; 0 bila tidak ada.",
        "A count of {seen} people is not 0 to {most}. Count heads; 0 where there are none.",
    ),
    "BOOKS_075": Entry(
        "Tanggal hitung {seen} harus antara {first}, hari pertama buku, dan hari ini, {today}. Periksa tanggalnya.",
        "The day of counting {seen} must lie between {first}, the first day of the book, and today, {today}. Check the "
        "day.",
    ),
    "BOOKS_076": Entry(
        "Draf {voucher} dibuat dari halaman simpanan atau pinjaman dan tidak diubah di sini. Hapus draf ini, lalu buat "
        "lagi dari halaman itu.",
        "The draft {voucher} was made on a page of savings or loans and is not changed here. Delete it, then make it "
        "anew on that page.",
    ),
    "BOOKS_077": Entry(
        "Templat bernama \"{name}\" sudah ada. Pilih nama lain, atau ubah templat yang itu.",
        "There is a template called \"{name}\" already. Choose another name, or change that one.",
    ),
    "BOOKS_078": Entry(
        "Templat \"{name}\": akun {seen} tidak dapat dipakai di sini. Pilih dari daftar di formulir.",
        "Template \"{name}\": account {seen} cannot be used here. Choose from the list of the form.",
    ),
    "BOOKS_079": Entry(
        "Templat \"{name}\" sudah dihapus atau milik buku lain. Buat templat baru.",
        "The template \"{name}\" was dropped or belongs to another book. Make a new one.",
    ),
    "BOOKS_080": Entry(
        "Sudah ada {most} templat, lebih dari itu sulit dicari. Hapus yang tidak dipakai lagi.",
        "There are {most} templates already; more are hard to find. Drop those that are not used any more.",
    ),
    "BOOKS_081": Entry(
        "Isi draf {voucher} dihitung di halaman lain dan tidak diubah di sini. Ubah di halaman itu, atau hapus draf "
        "ini lalu buat lagi.",
        "What the draft {voucher} says was reckoned on another page and is not changed here. Change it on that page, "
        "or delete the draft and make it anew.",
    ),
    "BOOKS_082": Entry(
        "Pilih satu kolom jumlah, atau kolom uang masuk dan kolom uang keluar, bukan ketiganya.",
        "Choose one column of amounts, or a column of money in and one of money out, not all three.",
    ),
}
