"""Faults of units that keep accounts of their own within a book."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "UNITS_001": Entry(
        "Bukti {voucher}: akun unit {unit} tidak seimbang, selisih {apart}. Simpan draf ini lagi agar rekening "
        "antarunitnya ditambahkan.",
        "Voucher {voucher}: the accounts of unit {unit} do not balance, {apart} apart. Save this draft again, so that "
        "its inter-unit accounts are added.",
    ),
    "UNITS_002": Entry(
        "Bukti {voucher}: rekening antara induk dan unit {unit} tidak saling menghapus, selisih {apart}. Tulis kedua "
        "sisinya sama besar, atau pakai 'Pindah uang' dan 'Modal unit'.",
        "Voucher {voucher}: the accounts between the cooperative and unit {unit} do not cancel, {apart} apart. Write "
        "the same amount on both sides, or use 'Move money' and 'Capital of the unit'.",
    ),
    "UNITS_003": Entry(
        "Singkatan unit {seen} tidak dapat dipakai. Tulis 2 sampai 6 huruf besar, misalnya USP atau TOKO.",
        "The short name {seen} cannot be used. Write 2 to 6 capital letters, such as USP or TOKO.",
    ),
    "UNITS_004": Entry(
        "Unit {seen} sudah ada pada buku ini. Pakai singkatan lain.",
        "This book has a unit {seen} already. Choose another short name.",
    ),
    "UNITS_005": Entry(
        "Buku ini sudah mempunyai bagan simpan pinjam pada {where}. Satu koperasi hanya menjalankan satu unit simpan "
        "pinjam; catat pinjaman dan simpanan di sana.",
        "This book keeps savings and loans in {where} already. A cooperative runs one savings unit only; record loans "
        "and savings there.",
    ),
    "UNITS_006": Entry(
        "Rekening antara induk dan unit {unit} tersisa {apart} dalam laporan gabungan. Laporan ini belum boleh "
        "dipakai; minta pengelola memeriksa buku.",
        "The accounts between the cooperative and unit {unit} leave {apart} in the consolidated statement. Do not use "
        "it yet; ask the operator to check the book.",
    ),
    "UNITS_007": Entry(
        "Unit {seen} tidak ada pada buku ini. Pilih salah satu unitnya.",
        "This book has no unit {seen}. Choose one of its units.",
    ),
    "UNITS_008": Entry(
        "Modal unit {unit} saat ini {held}; yang ditarik kembali {amount}. Tarik paling banyak {held}.",
        "The capital of unit {unit} is {held} now; {amount} would be taken back. Take back {held} at most.",
    ),
    "UNITS_009": Entry(
        "{seen} tidak dapat meminjam dari dirinya sendiri. Pilih dua unit yang berbeda.",
        "{seen} cannot borrow from itself. Choose two different units.",
    ),
    "UNITS_010": Entry(
        "Pokok {base} dengan jasa {rate}% selama {months} bulan menghasilkan {made}. Isi pokok, persen dan bulan yang "
        "memberi paling sedikit Rp1 dan paling banyak {most}.",
        "{base} at {rate}% for {months} months makes {made}. Give an amount, a percentage and months that make between "
        "Rp1 and {most}.",
    ),
}
