"""Errors of progress: progress of businesses: series, contact budget, success."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "PROGRESS_001": Entry(
        "Dampingan ini tidak ada, atau bukan dampingan Anda. Pilih dari daftar dampingan Anda.",
        "This mentee does not exist, or is not yours. Choose one from your own list.",
    ),
    "PROGRESS_002": Entry(
        "Isian kosong: tidak ada satu pun angka atau pilihan. Isi sedikitnya satu, atau tinggalkan halaman ini.",
        "Nothing is filled in. Fill in at least one figure or choice, or leave this page.",
    ),
    "PROGRESS_003": Entry(
        "{label}: \"{seen}\" tidak ada dalam daftar. Pilih salah satu yang ditawarkan.",
        "{label}: \"{seen}\" is not in the list. Choose one of those offered.",
    ),
    "PROGRESS_004": Entry(
        "{label}: {seen} di luar {least} sampai {most}. Periksa angkanya.",
        "{label}: {seen} is outside {least} to {most}. Check the figure.",
    ),
    "PROGRESS_005": Entry(
        "Tanggal {day} belum tiba. Tulis keadaan pada hari ini atau sebelumnya.",
        "The day {day} has not come yet. Tell how things stood today or earlier.",
    ),
    "PROGRESS_006": Entry(
        "Bulan {month} belum dimulai atau lebih dari {most} bulan sebelum pendampingan. Pilih bulan lain.",
        "The month {month} has not begun, or lies more than {most} months before the mentoring. Choose another month.",
    ),
    "PROGRESS_007": Entry(
        "Bulan {month} sudah tercatat oleh {name}. Buka catatan itu dan perbaiki dengan alasan.",
        "The month {month} is recorded already by {name}. Open that record and correct it with a reason.",
    ),
    "PROGRESS_008": Entry(
        "Catatan ini sudah diperbaiki orang lain. Muat ulang halaman, lalu perbaiki catatan yang terbaru.",
        "This record was corrected by somebody else. Reload the page, then correct the newest one.",
    ),
    "PROGRESS_009": Entry(
        "Perbaikan belum beralasan. Tulis apa yang keliru, lalu simpan lagi.",
        "The correction gives no reason. Write what was wrong, then save again.",
    ),
    "PROGRESS_010": Entry(
        "Anda sendiri yang mencatat bulan ini. Minta koordinator atau rekan memeriksanya.",
        "You recorded this month yourself. Ask the coordinator or a colleague to verify it.",
    ),
    "PROGRESS_011": Entry(
        "Bukti pencatatan ditulis foto, tetapi fotonya tidak ada. Tambahkan foto, atau pilih bukti lain.",
        "The proof is said to be a photo, but there is none. Add the photo, or choose another proof.",
    ),
    "PROGRESS_012": Entry(
        "Asal catatan \"disalin dari kertas\" memerlukan foto lembarnya. Tambahkan foto, atau pilih asal lain.",
        "What is transcribed from paper needs a photo of the sheet. Add the photo, or choose another source.",
    ),
    "PROGRESS_013": Entry(
        "Tautan ini tidak berlaku lagi. Minta tautan baru kepada pendamping Anda.",
        "This link is no longer valid. Ask your mentor for a new one.",
    ),
    "PROGRESS_014": Entry(
        "Penilaian mandiri lewat tautan ini sudah dikirim. Tidak ada lagi yang perlu diisi; terima kasih.",
        "The self-assessment of this link has been sent. Nothing is left to fill in; thank you.",
    ),
    "PROGRESS_015": Entry(
        "Masa berlaku tautan {seen} hari, paling lama {most} hari. Pilih hari yang lebih dekat.",
        "The link would hold for {seen} days, {most} at most. Choose an earlier day.",
    ),
    "PROGRESS_016": Entry(
        "Penilaian mandiri hanya untuk peserta yang punya usaha. Dampingan ini bukan usaha.",
        "The self-assessment is for participants with a business. This mentee is not one.",
    ),
    "PROGRESS_017": Entry(
        "Program {programme} tidak mengatur perpanjangan. Akhiri dan buka pendampingan baru bila perlu.",
        "The programme {programme} has no rule for extensions. End it and open a new mentoring if needed.",
    ),
    "PROGRESS_018": Entry(
        "Catatan dengan nomor ini sudah ada dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "A record with this id exists with other content. Reload the page and try again.",
    ),
    "PROGRESS_019": Entry(
        "Tulis bagaimana Anda memeriksanya, misalnya buku kas dilihat di tempat usaha.",
        "Write how you verified it, for instance that you saw the cash book at the business.",
    ),
    "PROGRESS_020": Entry(
        "Angka bulan ini sudah diperiksa oleh {name}. Perbaiki catatannya bila ternyata keliru.",
        "This month's figures were verified by {name} already. Correct the record if it turns out wrong.",
    ),
    "PROGRESS_021": Entry(
        "Bulan {month} sudah tercatat. Bila angkanya keliru, minta pendamping Anda memperbaikinya.",
        "The month {month} is recorded already. If the figures are wrong, ask your mentor to correct them.",
    ),
}
