"""Errors of loans: terms that make no schedule, applications that may not be decided, payments that do not fit."""

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
        "Pembayaran {amount} pada {day} melebihi sisa pinjaman: pokok {principal} dan jasa {interest}. Terima paling "
        "banyak {owed}, atau periksa jumlahnya.",
        "The payment of {amount} on {day} is more than what is left of the loan: principal {principal} and interest "
        "{interest}. Take at most {owed}, or check the amount.",
    ),
    "LOANS_004": Entry(
        "Pembayaran {amount} pada {day} bukan jumlah yang dapat diterima. Tulis jumlah lebih dari nol; pembayaran "
        "yang keliru dibalik, bukan dikurangi.",
        "The payment of {amount} on {day} is no amount that can be taken. Write more than zero; a wrong payment is "
        "reversed, not taken off.",
    ),
    "LOANS_005": Entry(
        "{name} bukan anggota koperasi pada {day}. Pilih anggota dari daftar anggota.",
        "{name} is not a member of the cooperative on {day}. Choose a member of the register.",
    ),
    "LOANS_006": Entry(
        "Produk \"{product}\" belum mempunyai ketentuan pada {day}. Pakai tanggal sejak {starts}, atau catat "
        "ketentuannya.",
        "The product \"{product}\" has no terms on {day} yet. Use a day from {starts} on, or record its terms.",
    ),
    "LOANS_007": Entry(
        "Pinjaman {amount} melebihi plafon {allowed}, lebihnya {over} (batas: {limit}). Setujui paling banyak "
        "{allowed}.",
        "The loan of {amount} is over the ceiling of {allowed} by {over} (limit: {limit}). Approve {allowed} at "
        "most.",
    ),
    "LOANS_008": Entry(
        "Syarat belum terpenuhi: {conditions}. Lengkapi jawabannya dengan permohonan baru, tolak, atau centang "
        "bahwa tetap disetujui dan tulis alasannya.",
        "Conditions are not met: {conditions}. Answer them in a new application, refuse, or tick that it is "
        "approved all the same and say why.",
    ),
    "LOANS_009": Entry(
        "Permohonan ini ditulis oleh Anda sendiri. Minta {others} memutuskannya.",
        "You wrote this application yourself. Ask {others} to decide on it.",
    ),
    "LOANS_010": Entry(
        "Ini permohonan pinjaman Anda sendiri. Minta orang lain memutuskannya.",
        "This is an application for your own loan. Ask another person to decide on it.",
    ),
    "LOANS_011": Entry(
        "Ada benturan kepentingan: {grounds}. Minta orang lain mengizinkannya dengan alasan, atau serahkan "
        "keputusan kepada orang yang tidak terkait.",
        "There is a conflict of interest: {grounds}. Ask another person to let it in with a reason, or leave the "
        "decision to somebody who is not bound.",
    ),
    "LOANS_012": Entry(
        "Anda menulis permohonan ini atau terkait dengan peminjam, sehingga tidak dapat mengizinkan benturan "
        "kepentingannya. Minta kantor yang membina atau pengurus lain.",
        "You wrote this application or are bound to the borrower, so you cannot let the conflict of interest in. "
        "Ask the office above or another board member.",
    ),
    "LOANS_013": Entry(
        "Permohonan ini sudah diputuskan: {outcome} oleh {name}. Buat permohonan baru bila perlu.",
        "This application is decided already: {outcome} by {name}. Make a new one if need be.",
    ),
    "LOANS_014": Entry(
        "Permohonan ini belum disetujui. Cairkan sesudah ada keputusan setuju.",
        "This application is not approved. Hand the money out after it is approved.",
    ),
    "LOANS_015": Entry(
        "Pinjaman dari permohonan ini sudah dicairkan: {loan}. Buka pinjaman itu.",
        "The loan of this application was handed out already: {loan}. Open that loan.",
    ),
    "LOANS_016": Entry(
        "Masih ada draf bukti {voucher} untuk pinjaman ini. Bukukan atau hapus draf itu dahulu.",
        "There is still a draft {voucher} for this loan. Post or delete the draft first.",
    ),
    "LOANS_017": Entry(
        "Pinjaman {loan} belum dicairkan pada {day}. Bukukan pencairannya dahulu, atau pakai tanggal sesudahnya.",
        "Loan {loan} is not handed out on {day} yet. Post its disbursement first, or use a later day.",
    ),
    "LOANS_018": Entry(
        "Tanggal {day} belum tiba atau sebelum {first}. Pakai tanggal antara {first} dan {today}.",
        "The day {day} has not come yet or is before {first}. Use a day between {first} and {today}.",
    ),
    "LOANS_019": Entry(
        "Tanggal bayar {day} sebelum jadwal yang berlaku sekarang, yang disusun {since}. Pakai tanggal sejak "
        "{since}; pembayaran sebelumnya masuk saat menyusun ulang jadwal.",
        "The day of payment {day} is before the schedule now in force, made on {since}. Use a day from {since} "
        "on; earlier payments belong into a new schedule.",
    ),
    "LOANS_020": Entry(
        "Pinjaman {loan} tidak mempunyai selisih antara jadwal dan buku. Tidak ada yang perlu dikoreksi.",
        "Loan {loan} has no difference between schedule and books. There is nothing to correct.",
    ),
    "LOANS_021": Entry(
        "Nomor kiriman {seen} sudah dipakai untuk catatan lain. Muat ulang halaman, lalu kirim lagi.",
        "The id {seen} belongs to another record already. Reload the page, then send again.",
    ),
    "LOANS_022": Entry(
        "Denda {amount} berbeda dari hitungan {due}. Tulis alasannya di catatan, atau pakai {due}.",
        "The fine of {amount} differs from the {due} reckoned. Say why in the note, or use {due}.",
    ),
    "LOANS_023": Entry(
        "Cadangan sudah sebesar kebutuhan per {day}, {needed}. Tidak ada yang perlu dibukukan.",
        "The allowance is what is needed on {day} already, {needed}. There is nothing to post.",
    ),
    "LOANS_024": Entry(
        "Jangka {months} bulan lebih lama dari paling lama {most} bulan menurut produk \"{product}\". Pilih "
        "jangka yang lebih pendek.",
        "{months} months are longer than the {most} months at most of \"{product}\". Choose a shorter term.",
    ),
    "LOANS_025": Entry(
        "Angsuran pertama {first} sebelum tanggal {day}. Pilih {day} atau sesudahnya.",
        "The first instalment {first} is before {day}. Choose {day} or later.",
    ),
    "LOANS_026": Entry(
        "{name} masih menjadi anggota kelompok \"{group}\". Keluarkan dahulu dari kelompok itu.",
        "{name} still belongs to the group \"{group}\". Let the member leave that group first.",
    ),
    "LOANS_027": Entry(
        "{name} bukan anggota kelompok tanggung renteng yang sama pada {day}. Pilih orang dari kelompok itu.",
        "{name} is not of the same joint liability group on {day}. Choose a person of the group.",
    ),
    "LOANS_028": Entry(
        "Bukti {voucher} memuat angsuran {amount}, sedangkan sisa kewajiban {loan} tinggal {owed}. Balik bukti "
        "itu dan catat yang benar.",
        "Voucher {voucher} holds a payment of {amount}, but {loan} has only {owed} left to pay. Reverse the "
        "voucher and record the right one.",
    ),
    "LOANS_029": Entry(
        "Tidak ada benturan kepentingan pada permohonan ini. Langsung putuskan.",
        "There is no conflict of interest in this application. Decide on it at once.",
    ),
    "LOANS_030": Entry(
        "Pinjaman {loan} sudah lunas atau belum dicairkan, jadi tidak ada yang disusun ulang.",
        "Loan {loan} is paid back or not handed out, so there is nothing to reschedule.",
    ),
    "LOANS_031": Entry(
        "{name} mempunyai {amount} di akun pinjaman pada {day}, bukan jumlah yang dapat diambil alih. Periksa "
        "bukti saldo awalnya.",
        "{name} has {amount} on the account of loans on {day}, which cannot be taken over. Check the voucher of "
        "the opening balance.",
    ),
    "LOANS_032": Entry(
        "Nama \"{name}\" sudah dipakai. Pilih nama lain.",
        "The name \"{name}\" is taken already. Choose another name.",
    ),
    "LOANS_033": Entry(
        "Ketentuan produk ini mulai {day} sudah ada. Pakai tanggal mulai yang lain.",
        "This product has terms from {day} on already. Use another first day.",
    ),
    "LOANS_034": Entry(
        "Tulis nilai agunan {missing}. Bila tidak ada agunan, kosongkan keduanya.",
        "Write the {missing} of the collateral. Without collateral leave both empty.",
    ),
    "LOANS_035": Entry(
        "Jumlah yang disetujui {amount} melebihi yang diminta, {asked}. Setujui paling banyak {asked}.",
        "{amount} is more than was asked for, {asked}. Approve {asked} at most.",
    ),
    "LOANS_036": Entry(
        "Masih ada draf bukti cadangan {voucher}. Bukukan atau hapus draf itu, lalu hitung lagi.",
        "There is still a draft {voucher} for the allowance. Post or delete the draft, then reckon again.",
    ),
    "LOANS_037": Entry(
        "{label} {seen} persen terlalu tinggi. Tulis paling banyak {most} persen.",
        "{label} of {seen} percent is too high. Write {most} percent at most.",
    ),
    "LOANS_038": Entry(
        "{name} sudah keluar dari kelompok \"{group}\" pada {day}, dan tanggal itu tetap. Muat ulang halaman ini.",
        "{name} left the group \"{group}\" on {day} already, and that day stays. Load this page again.",
    ),
    "LOANS_039": Entry(
        "Angsuran {loan} dari sebelum jadwal yang berlaku sudah dibalik, sehingga jadwal itu tidak cocok lagi. "
        "Susun ulang jadwalnya.",
        "A payment of {loan} from before its present schedule was turned back, so that the schedule no longer fits. "
        "Make the schedule anew.",
    ),
    "LOANS_040": Entry(
        "Jadwal baru ini Anda usulkan sendiri. Minta {others} memutuskannya.",
        "You proposed this schedule yourself. Ask {others} to decide on it.",
    ),
    "LOANS_041": Entry(
        "Masih ada usul jadwal baru dari {name} yang menunggu putusan. Putuskan usul itu dahulu.",
        "A new schedule proposed by {name} still waits. Decide on that one first.",
    ),
    "LOANS_042": Entry(
        "Usul jadwal ini sudah diputuskan oleh {name}. Buka lagi pinjamannya untuk melihat hasilnya.",
        "This schedule was decided on by {name} already. Open the loan again to see the outcome.",
    ),
    "LOANS_043": Entry(
        "Anda terkait dengan peminjam, {name}. Serahkan putusan jadwal baru kepada pengurus lain.",
        "You are bound to the borrower, {name}. Leave the decision on the schedule to another board member.",
    ),
    "LOANS_044": Entry(
        "Uang {amount} lebih dari seluruh yang masih harus dibayar, {owed} dengan dendanya. Terima paling banyak "
        "jumlah itu.",
        "{amount} is more than everything still to be paid, {owed} with the fines. Take no more than that.",
    ),
    "LOANS_045": Entry(
        "Uang {amount} habis sebelum sampai ke {loans}; denda semuanya {fines}. Terima angsuran per pinjaman, atau "
        "tambah uangnya.",
        "{amount} runs out before it reaches {loans}; all fines come to {fines}. Take the payments loan by loan, or "
        "take more.",
    ),
    "LOANS_046": Entry(
        "Anggota ini tidak mempunyai pinjaman lain yang berjalan. Terima angsuran dari halaman pinjamannya.",
        "This member has no other running loan. Take the payment on the page of the loan.",
    ),
    "LOANS_047": Entry(
        "Tidak ada buku yang dapat dibaca untuk isian ini. Isi angkanya dari neraca yang diserahkan koperasi.",
        "There is no book to read for this form. Fill in the amounts from the balance sheet that was handed in.",
    ),
    "LOANS_048": Entry(
        "Bukti {voucher} menerima {short} lebih banyak daripada yang masih dipinjam {name} ({account}) pada {day}. "
        "Kurangi angsurannya sebanyak itu, atau bukukan dahulu pencairan pinjamannya.",
        "Voucher {voucher} takes {short} more than {name} still owes ({account}) on {day}. Lower the payment by that "
        "much, or post the loan that was handed out first.",
    ),
    "LOANS_049": Entry(
        "Bukti ini bukan angsuran dari pinjaman yang berjalan, atau anggotanya punya lebih dari satu. Terima angsuran "
        "dari halaman pinjamannya.",
        "This voucher is no payment for a running loan, or its member has more than one. Take payments on the page of "
        "the loan.",
    ),
}
