"""Errors of members' savings: interest, products, receipts, withdrawals, time deposits."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "SAVINGS_001": Entry(
        "{key}: hari {seen} tidak ada dalam bulan yang {days} hari. Perbaiki tanggal mutasi atau days_in_month.",
        "{key}: there is no day {seen} in a month of {days} days. Correct the day or days_in_month.",
    ),
    "SAVINGS_002": Entry(
        "{key}: hari {seen} tertulis dua kali. Tulis saldo akhir hari itu sekali.",
        "{key}: the day {seen} stands twice. Write the closing balance of that day once.",
    ),
    "SAVINGS_003": Entry(
        "Suku bunga belum jelas: {seen}. Tulis salah satu, rate_pct (persen setahun) atau rate_per_month_pct (persen"
        " sebulan).",
        "The interest rate is not clear: {seen}. Give one of rate_pct (percent a year) or rate_per_month_pct "
        "(percent a month).",
    ),
    "SAVINGS_004": Entry(
        "Belum ada saldo. Tulis balances (hari: saldo), lowest_balance, atau nominal untuk simpanan berjangka.",
        "There is no balance yet. Write balances (day: balance), lowest_balance, or nominal for a time deposit.",
    ),
    "SAVINGS_005": Entry(
        "Cara {method} memerlukan {missing}. Tambahkan, atau pilih cara lain.",
        "The method {method} needs {missing}. Add it, or choose another method.",
    ),
    "SAVINGS_006": Entry(
        "Saldo sebelum hari {day} tidak disebut dan dihitung nol. Tulis saldo hari 1 bila rekening sudah berisi.",
        "The balance before day {day} is not given and counts as zero. Write the balance of day 1 if there was one.",
    ),
    "SAVINGS_007": Entry(
        "Pajak bunga tidak dihitung: tanggal tidak disebut. Tulis --on TTTT-BB-HH, atau tax_pct bila tarifnya sudah "
        "ditentukan.",
        "Tax on the interest is not computed: no date is given. Write --on YYYY-MM-DD, or tax_pct if the rate is "
        "set.",
    ),
    "SAVINGS_008": Entry(
        "Rata-rata menurut mutasi mengabaikan lamanya saldo mengendap; hasilnya {printed}, sedangkan rata-rata "
        "harian {weighted}. Sebutkan cara yang dipakai dalam aturan simpanan.",
        "The average by mutations ignores how long a balance stood; it gives {printed}, the daily average "
        "{weighted}. Name the method used in the savings rules.",
    ),
    "SAVINGS_009": Entry(
        "Aturan {kind} yang berlaku pada {day} belum ada. Buka Produk simpanan, lalu tulis aturannya.",
        "There are no terms for {kind} in force on {day}. Open Savings products and write them.",
    ),
    "SAVINGS_010": Entry(
        "{label} {seen} tidak masuk akal. Tulis angka dari {least} sampai {most}.",
        "{label} {seen} makes no sense. Write a number from {least} to {most}.",
    ),
    "SAVINGS_011": Entry(
        "{kind} berbunga {rate} persen, tetapi cara menghitungnya belum dipilih. Pilih satu cara.",
        "{kind} bears {rate} percent, but no way of computing it is chosen. Choose one.",
    ),
    "SAVINGS_012": Entry(
        "Akun {seen} tidak dapat memuat {kind}, atau sudah dipakai produk lain. Pilih akun simpanan yang dicatat per "
        "anggota.",
        "The account {seen} cannot hold {kind}, or another product uses it. Choose a savings account that is kept per "
        "member.",
    ),
    "SAVINGS_013": Entry(
        "Belum ada jumlah. Isi simpanan pokok, banyaknya bulan simpanan wajib, atau simpanan sukarela.",
        "There is no amount yet. Fill in principal savings, months of mandatory savings, or voluntary savings.",
    ),
    "SAVINGS_014": Entry(
        "Orang ini bukan anggota pada {day}. Pilih anggota dari daftar, atau periksa tanggalnya.",
        "This person is no member on {day}. Choose a member of the list, or check the day.",
    ),
    "SAVINGS_015": Entry(
        "{name}: diminta {seen}, sedangkan simpanan sukarelanya {balance} dan {waiting} di antaranya menunggu "
        "dibukukan. Bayarkan paling banyak {most}.",
        "{name}: {seen} is asked for, but voluntary savings are {balance} and {waiting} of it waits to be posted. Pay "
        "out {most} at most.",
    ),
    "SAVINGS_016": Entry(
        "Jasa simpanan {month} sudah dibuat dalam bukti {voucher}. Buka bukti itu; bila keliru, hapus drafnya atau "
        "balik buktinya, lalu hitung lagi.",
        "The interest of {month} is made already, in voucher {voucher}. Open it; if it is wrong, delete the draft or "
        "reverse the voucher, then compute again.",
    ),
    "SAVINGS_017": Entry(
        "Bulan {month} belum berakhir. Hitung jasanya sesudah {day}.",
        "The month {month} is not over. Credit its interest after {day}.",
    ),
    "SAVINGS_018": Entry(
        "Tidak ada jasa yang dapat dibukukan untuk {month}. Periksa aturan produk dan saldo anggota bulan itu.",
        "There is no interest to credit for {month}. Check the terms of the products and the balances of that month.",
    ),
    "SAVINGS_019": Entry(
        "{name} masih mempunyai {what}. Selesaikan dahulu, baru bayarkan simpanan pokok dan wajibnya.",
        "{name} still has {what}. Settle that first, then pay back principal and mandatory savings.",
    ),
    "SAVINGS_020": Entry(
        "{name} tidak mempunyai simpanan yang dibayarkan kembali. Catat keluarnya pada kartu anggota.",
        "{name} has no savings to be paid back. Record the leaving on the member's card.",
    ),
    "SAVINGS_021": Entry(
        "Belum ada anggota yang dipilih, atau kelebihannya sudah dipindahkan. Centang anggota dalam daftar.",
        "No member is chosen, or what was above is moved already. Tick members of the list.",
    ),
    "SAVINGS_022": Entry(
        "Simpanan berjangka nomor {number} belum dibukukan, sedang dibayarkan atau sudah dibayarkan. Buka buktinya.",
        "Time deposit number {number} is not posted yet, is being paid back or is paid back. Open its voucher.",
    ),
    "SAVINGS_023": Entry(
        "Tanggal {day} lebih awal daripada pembukaannya, {opened}. Pakai {opened} atau sesudahnya.",
        "The day {day} is before it was opened, {opened}. Use {opened} or a later day.",
    ),
    "SAVINGS_024": Entry(
        "{name}: draf {vouchers} masih menunggu dibukukan. Minta draf itu dibukukan atau dihapus dahulu, baru bayarkan "
        "semua simpanannya.",
        "{name}: a draft still waits to be posted, {vouchers}. Have it posted or deleted first, then pay back all "
        "savings.",
    ),
}
