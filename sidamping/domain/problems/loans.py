"""Errors of loans: terms that make no schedule."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "LOANS_001": Entry(
        "Suku bunga belum jelas: {seen}. Tulis salah satu, --rate-year (persen setahun) atau --rate-month (persen "
        "sebulan).",
        "The interest rate is not clear: {seen}. Give one of --rate-year (percent a year) or --rate-month (percent a"
        " month).",
    ),
    "LOANS_002": Entry(
        "Kelipatan pembulatan {step} terlalu besar untuk angsuran sekitar {instalment}. Pakai kelipatan yang lebih "
        "kecil, atau jangka yang lebih pendek.",
        "The rounding step {step} is too large for an instalment of about {instalment}. Use a smaller step, or a "
        "shorter term.",
    ),
    "LOANS_003": Entry(
        "Pembayaran {amount} pada {day} melebihi sisa pinjaman dan bunganya, {owed}. Terima paling banyak {owed}, "
        "atau periksa jumlahnya.",
        "The payment of {amount} on {day} is more than what is left of the loan and its interest, {owed}. Take at "
        "most {owed}, or check the amount.",
    ),
    "LOANS_004": Entry(
        "Pembayaran {amount} pada {day} bukan jumlah yang dapat diterima. Tulis jumlah lebih dari nol; pembayaran "
        "yang keliru dibalik, bukan dikurangi.",
        "The payment of {amount} on {day} is no amount that can be taken. Write more than zero; a wrong payment is "
        "reversed, not taken off.",
    ),
}
