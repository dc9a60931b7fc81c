"""Errors of interest on savings."""

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
}
