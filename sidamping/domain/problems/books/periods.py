"""Errors of months and years: what keeps one from being closed, reopened or approved."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
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
    "BOOKS_026": Entry(
        "Bulan {period} belum berakhir. Tutup sesudah {day}.",
        "The month {period} is not over yet. Close it after {day}.",
    ),
    "BOOKS_030": Entry(
        "Bulan {period} tidak ada dalam buku ini. Pilih bulan sejak {starts}.",
        "The month {period} is not in this book. Choose a month since {starts}.",
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
}
