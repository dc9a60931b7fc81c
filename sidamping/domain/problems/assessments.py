"""Errors of assessments: opening, filling, second scoring, deciding, comparing, outside results."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "ASSESSMENTS_001": Entry(
        "Penilaian ini bukan bagian Anda, jadi Anda tidak dapat {act}. Minta yang berwenang di wilayahnya.",
        "This assessment is not yours, so you cannot {act}. Ask whoever is in charge of its area.",
    ),
    "ASSESSMENTS_002": Entry(
        "Peran Anda tidak dapat membuka penilaian {title} untuk {subject}. Pilih pihak di wilayah Anda, atau "
        "instrumen lain.",
        "Your role cannot open the assessment {title} for {subject}. Choose somebody in your area, or another "
        "instrument.",
    ),
    "ASSESSMENTS_003": Entry(
        "Instrumen {title} menilai {wanted}, sedangkan yang dipilih {seen}. Pilih {wanted}, atau instrumen lain.",
        "The instrument {title} judges a {wanted}, but a {seen} was chosen. Choose a {wanted}, or another instrument.",
    ),
    "ASSESSMENTS_004": Entry(
        "Pilih tepat satu yang dinilai: koperasi, usaha, orang, pendamping, atau satu topik. Terpilih: {count}.",
        "Choose exactly one to be judged: a cooperative, a business, a person, a mentor, or a topic. Chosen: {count}.",
    ),
    "ASSESSMENTS_005": Entry(
        "Hari keadaan {day} belum tiba. Pilih hari ini ({today}) atau sebelumnya.",
        "The day {day} has not come yet. Choose today ({today}) or an earlier day.",
    ),
    "ASSESSMENTS_006": Entry(
        "Penilaian akhir membutuhkan penilaian awal yang sudah ada: instrumen dan pihak yang sama, tidak ditarik, "
        "hari keadaan tidak lebih lambat, sama-sama simulasi atau sama-sama hasil penilai. Pilih penilaian awalnya.",
        "A final assessment needs its baseline: the same instrument and subject, not withdrawn, its day not later, "
        "both rehearsals or both of assessors. Choose the baseline.",
    ),
    "ASSESSMENTS_007": Entry(
        "Penilaian awal ini sudah mempunyai penilaian akhir. Buka yang sudah ada, atau batalkan dahulu.",
        "This baseline has a final assessment already. Open that one, or withdraw it first.",
    ),
    "ASSESSMENTS_008": Entry(
        "Nomor penilaian ini sudah dipakai untuk penilaian lain. Buka formulir baru, lalu isi lagi.",
        "This assessment number is used for another assessment. Open a new form, then fill it in again.",
    ),
    "ASSESSMENTS_009": Entry(
        "Isian ini sudah disimpan oleh {name} pada {at} sejak Anda membukanya. Isian Anda tetap di layar: bandingkan "
        "dengan yang tersimpan, lalu simpan lagi.",
        "This filling was saved by {name} at {at} after you opened it. What you typed stays on the screen: compare it "
        "with what is kept, then save again.",
    ),
    "ASSESSMENTS_010": Entry(
        "Isian ini sudah diserahkan dan tidak dapat diubah. Minta penilaian dikembalikan bila ada yang keliru.",
        "This filling is handed in and cannot be changed. Ask for the assessment to be returned if something is wrong.",
    ),
    "ASSESSMENTS_011": Entry(
        "Penilaian ini {state}, jadi tidak dapat {act} lagi. Muat ulang halaman untuk melihat keadaannya.",
        "This assessment is {state}, so you cannot {act} any more. Reload the page to see where it stands.",
    ),
    "ASSESSMENTS_012": Entry(
        "Butir \"{seen}\" tidak ada dalam instrumen ini. Muat ulang formulir, lalu isi lagi.",
        "There is no item \"{seen}\" in this instrument. Reload the form, then fill it in again.",
    ),
    "ASSESSMENTS_013": Entry(
        "Anda ikut mengisi atau dinilai di sini, jadi Anda tidak dapat {act}. Minta orang lain memutuskan.",
        "You filled in or are judged here, so you cannot {act}. Ask somebody else to decide.",
    ),
    "ASSESSMENTS_014": Entry(
        "Sudah ada tindakan lain sejak Anda membuka halaman ini: {act} oleh {name} pada {at}. Muat ulang, lalu "
        "putuskan.",
        "Something happened after you opened this page: {act} by {name} at {at}. Reload, then decide.",
    ),
    "ASSESSMENTS_015": Entry(
        "Baru {coverage} persen bobot yang dapat dinilai. Kembalikan agar dilengkapi, atau putuskan dengan alasan "
        "pada catatan.",
        "Only {coverage} percent of the weight could be scored. Return it to be completed, or decide with a reason in "
        "the remark.",
    ),
    "ASSESSMENTS_016": Entry(
        "Belum semua menyerahkan: {names}. Tunggu, atau putuskan dengan alasan pada catatan.",
        "Not everybody has handed in: {names}. Wait, or decide with a reason in the remark.",
    ),
    "ASSESSMENTS_017": Entry(
        "Tulis alasannya pada catatan: apa yang harus diperbaiki, atau mengapa.",
        "Write the reason in the remark: what has to be put right, or why.",
    ),
    "ASSESSMENTS_018": Entry(
        "Orang ini tidak dapat diminta sebagai {part}: pilih orang yang berperan di wilayahnya dan belum ikut mengisi.",
        "This person cannot be asked as {part}: choose somebody with a role in the area who has not filled in here.",
    ),
    "ASSESSMENTS_019": Entry(
        "Bagian {part} sudah diisi oleh {name}. Satu bagian hanya untuk satu orang; buka penilaian lain bila perlu.",
        "The part {part} is filled in by {name} already. A part is for one person; open another assessment if need be.",
    ),
    "ASSESSMENTS_020": Entry(
        "Hitung ulang butuh versi atau cara yang lain daripada yang diputuskan ({version}, {method}). Pilih yang lain.",
        "Scoring again needs another version or method than the decided one ({version}, {method}). Choose another.",
    ),
    "ASSESSMENTS_021": Entry(
        "Sudah ada {seen} berkas pada isian ini; batasnya {limit}. Hapus yang tidak perlu, lalu tambahkan lagi.",
        "There are {seen} files on this filling already; the limit is {limit}. Remove what is not needed, then add "
        "again.",
    ),
    "ASSESSMENTS_022": Entry(
        "Berkas bukti ini tidak ada pada isian Anda. Muat ulang halaman untuk melihat berkas yang ada.",
        "This evidence is not on your filling. Reload the page to see the files that are there.",
    ),
    "ASSESSMENTS_023": Entry(
        "Belum dapat dibandingkan: {missing} belum diputuskan. Putuskan dahulu, lalu buka lagi.",
        "Cannot be compared yet: {missing} is not decided. Decide it first, then open this again.",
    ),
    "ASSESSMENTS_024": Entry(
        "Hasil dari {issuer} nomor {number} sudah tercatat untuk pihak ini. Buka yang sudah ada; bila keliru, catat "
        "sebagai pengganti.",
        "The result of {issuer} number {number} is on record for this party. Open that one; if it is wrong, record "
        "its replacement.",
    ),
    "ASSESSMENTS_025": Entry(
        "Masa berlaku berakhir {until}, sebelum terbit {issued}. Perbaiki salah satu tanggal.",
        "It ends to be valid on {until}, before it was issued on {issued}. Correct one of the days.",
    ),
    "ASSESSMENTS_026": Entry(
        "Hasil yang diganti tidak ditemukan pada pihak ini, atau sudah diganti. Muat ulang halaman, lalu pilih lagi.",
        "The result to be replaced is not on record for this party, or is replaced already. Reload, then choose again.",
    ),
    "ASSESSMENTS_027": Entry(
        "Isian {label} terlalu panjang: {length} huruf, batasnya {limit}. Pendekkan.",
        "{label} is too long: {length} letters, at most {limit}. Shorten it.",
    ),
    "ASSESSMENTS_028": Entry(
        "{title} membandingkan pilihan dan tidak dibuka sebagai penilaian. Buka lab kebijakan untuk memakainya.",
        "{title} compares alternatives and is not opened as an assessment. Open the policy lab to use it.",
    ),
    "ASSESSMENTS_029": Entry(
        "Penilaian ini terundi untuk penilai kedua yang tidak melihat isian pertama. Undang penilai kedua, atau "
        "putuskan dengan alasan pada catatan.",
        "This assessment is drawn for a second assessor who does not see the first filling. Invite one, or decide "
        "with a reason in the remark.",
    ),
    "ASSESSMENTS_030": Entry(
        "Penilaian awal hanya dipasangkan dengan penilaian akhir. Pilih tujuan penilaian akhir, atau kosongkan "
        "pasangannya.",
        "A baseline is paired with a final assessment only. Choose the purpose final, or leave the pair empty.",
    ),
    "ASSESSMENTS_031": Entry(
        "Berkas instrumen {version} bukan lagi berkas saat penilaian ini dibuka, jadi belum dapat diputuskan. Minta "
        "pengelola memulihkan berkasnya dan menjalankan sidamping rulebook check.",
        "The file of {version} is not the one this assessment was opened on, so it cannot be decided. Ask the operator "
        "to restore it and to run sidamping rulebook check.",
    ),
    "ASSESSMENTS_032": Entry(
        "Penilaian awal ini mempunyai penilaian akhir yang masih berlaku, jadi belum dapat ditarik. Tarik dahulu "
        "penilaian akhirnya.",
        "This baseline has a final assessment that still stands, so it cannot be withdrawn yet. Withdraw the final "
        "first.",
    ),
    "ASSESSMENTS_033": Entry(
        "Penilaian ini terundi atau sudah mempunyai penilai kedua, jadi hanya pengawas wilayah yang menariknya. "
        "Minta koordinator atau dinas.",
        "This assessment is drawn for or has a second assessor, so only an overseer of the area withdraws it. Ask the "
        "coordinator or the office.",
    ),
    "ASSESSMENTS_034": Entry(
        "Dampingan yang disebut bukan milik yang dinilai, atau tidak terbuka bagi Anda. Buka penilaian dari halaman "
        "pertemuan dampingan itu, atau kosongkan dampingannya.",
        "The mentoring named does not belong to whom is assessed, or is not open to you. Open the assessment from the "
        "meetings page of that mentoring, or leave the mentoring empty.",
    ),
}
