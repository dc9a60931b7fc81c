"""Errors of guided adjustments."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "BOOKS_013": Entry(
        "Penyesuaian {kind}: {seen} tidak masuk akal dengan {other}. Periksa kedua angka itu.",
        "Adjustment {kind}: {seen} makes no sense with {other}. Check both figures.",
    ),
    "BOOKS_049": Entry(
        "Tidak ada yang perlu disesuaikan: buku sudah sama dengan keadaan yang Anda tulis. Periksa angkanya, "
        "atau lanjutkan.",
        "There is nothing to adjust: the books already say what you wrote. Check the figures, or go on.",
    ),
    "BOOKS_071": Entry(
        "Akun {account} sudah punya draf penyesuaian {voucher} dari {name}. Bukukan atau hapus draf itu dahulu.",
        "Account {account} has an adjusting draft, {voucher}, by {name} already. Post or delete that draft first.",
    ),
}
