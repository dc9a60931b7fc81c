"""Errors of supervision: examinations, findings, answers, sanctions in their order."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "SUPERVISION_001": Entry(
        "Pemeriksaan ini tidak ada, atau bukan milik kantor Anda. Buka lagi dari daftar pengawasan.",
        "There is no such examination, or it is not your office's. Open it again from the list of supervision.",
    ),
    "SUPERVISION_002": Entry(
        "Koperasi ini di luar wilayah kantor Anda. Pilih koperasi dari daftar.",
        "This cooperative lies outside your office's area. Choose one of the list.",
    ),
    "SUPERVISION_003": Entry(
        "Selesai {ends} mendahului mulai {starts}. Tulis tanggal selesai yang sama atau sesudahnya.",
        "The end {ends} is before the start {starts}. Give the same day or a later one.",
    ),
    "SUPERVISION_004": Entry(
        "Jenis {seen} tidak ada dalam pasangannya. Pilih satu dari daftar.",
        "There is no kind {seen} in its pair. Choose one of the list.",
    ),
    "SUPERVISION_005": Entry(
        "Tim belum lengkap: {seen} ketua tim. Tulis tepat satu ketua tim dengan namanya.",
        "The team is not complete: {seen} heads. Name exactly one head of the team.",
    ),
    "SUPERVISION_006": Entry(
        "Surat tugas {number} sudah terbit. Tim tidak dapat diubah lagi; buka pemeriksaan baru bila timnya lain.",
        "Assignment {number} is already issued. The team cannot change any more; open a new examination for "
        "another team.",
    ),
    "SUPERVISION_007": Entry(
        "Surat tugas belum terbit. Terbitkan surat tugas sebelum mencatat temuan.",
        "There is no letter of assignment yet. Issue it before writing findings.",
    ),
    "SUPERVISION_008": Entry(
        "Laporan pemeriksaan sudah terbit {day}. Temuan baru dicatat dalam pemeriksaan baru.",
        "The report was issued on {day}. Write new findings in a new examination.",
    ),
    "SUPERVISION_009": Entry(
        "Batas waktu {day} tidak sesudah hari ini, {today}. Tulis tanggal sesudah hari ini.",
        "The deadline {day} is not after today, {today}. Give a later day.",
    ),
    "SUPERVISION_010": Entry(
        "Laporan belum terbit. Terbitkan laporan pemeriksaan sebelum menjatuhkan sanksi.",
        "The report is not issued yet. Issue it before giving a sanction.",
    ),
    "SUPERVISION_011": Entry(
        "Temuan nomor {number} sudah selesai. Tidak perlu ditanggapi lagi.",
        "Finding number {number} is settled. It need not be answered again.",
    ),
    "SUPERVISION_012": Entry(
        "Tanggapan sebelumnya atas temuan nomor {number} belum dinilai kantor. Tunggu penilaiannya.",
        "The office has not judged the last answer to finding number {number}. Wait for it.",
    ),
    "SUPERVISION_013": Entry(
        "Tidak ada temuan yang lewat batas waktu dan belum selesai. Sanksi dijatuhkan hanya untuk temuan seperti itu.",
        "No finding is past its deadline and unsettled. A sanction is given only for such findings.",
    ),
    "SUPERVISION_014": Entry(
        "Sanksi ini mendahului urutan: baru {seen} teguran tertulis yang berlaku, diperlukan paling sedikit "
        "{needed}. Sampaikan teguran tertulis lebih dahulu.",
        "This sanction comes before its turn: {seen} written warnings stand, at least {needed} are needed. "
        "Give a written warning first.",
    ),
    "SUPERVISION_015": Entry(
        "Sanksi terakhir disampaikan {last}; jedanya {interval} hari. Sampaikan sanksi berikutnya mulai {first}.",
        "The last sanction was given on {last}; {interval} days must pass. Give the next from {first} on.",
    ),
    "SUPERVISION_016": Entry(
        "Jenis sanksi {seen} tidak ada. Pilih dari daftar sanksi.",
        "There is no sanction {seen}. Choose one of the list.",
    ),
    "SUPERVISION_017": Entry(
        "Tanggapan ini sudah dinilai {day}. Buka lagi halaman temuannya.",
        "This answer was judged on {day}. Open the page of the finding again.",
    ),
    "SUPERVISION_018": Entry(
        "Pemeriksaan ini sudah ditutup {day}. Buka pemeriksaan baru bila perlu.",
        "This examination was closed on {day}. Open a new one if need be.",
    ),
    "SUPERVISION_019": Entry(
        "Masih ada {seen} temuan yang belum selesai. Selesaikan lebih dahulu, atau tulis alasan menutupnya.",
        "There are {seen} findings not settled. Settle them first, or say why the examination is closed.",
    ),
    "SUPERVISION_020": Entry(
        "Pengenal kiriman ini sudah dipakai untuk catatan lain. Muat ulang halaman lalu kirim lagi.",
        "This identifier was used for another record. Reload the page and send again.",
    ),
    "SUPERVISION_021": Entry(
        "{label} terlalu panjang: {seen} huruf, paling banyak {most}. Ringkas isinya.",
        "{label} is too long: {seen} characters, at most {most}. Shorten it.",
    ),
    "SUPERVISION_022": Entry(
        "Teguran terakhir memberi waktu memperbaiki sampai {until}, dan hari itu belum lewat. Sampaikan sanksi "
        "berikutnya mulai {first}.",
        "The last warning gives time to mend until {until}, and that day has not passed. Give the next sanction from "
        "{first} on.",
    ),
    "SUPERVISION_023": Entry(
        "Kop surat dan penandatangan kantor Anda di {area} belum diisi, jadi suratnya belum dapat terbit. Isi dahulu "
        "di Pengawasan → Kop surat.",
        "Your office's letterhead and signer in {area} are not filled in, so its letter cannot be issued. Fill them in "
        "first under Supervision → Letterhead.",
    ),
    "SUPERVISION_024": Entry(
        "NIP \"{seen}\" bukan 18 angka. Tulis NIP seperti pada kartu pegawainya.",
        "The NIP \"{seen}\" is not 18 digits. Write the NIP as on the employee card.",
    ),
    "SUPERVISION_025": Entry(
        "{name} masih pra-koperasi: belum berbadan hukum, jadi belum diperiksa. Dampingi pendiriannya sampai disahkan, "
        "atau pilih koperasi lain.",
        "{name} is still a pre-cooperative without legal standing, so it is not examined yet. See its founding "
        "through, or choose another cooperative.",
    ),
}
