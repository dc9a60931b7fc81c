"""Errors of mentors: profile, certificates, declared interests, waivers of conflicts."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "MENTORS_001": Entry(
        "Pendamping ini tidak ada, atau bukan di wilayah tugas Anda. Pilih dari daftar pendamping.",
        "This mentor does not exist, or is not in your area. Choose one from the list of mentors.",
    ),
    "MENTORS_002": Entry(
        "NIK ini sudah tercatat untuk {name}. Periksa KTP-nya, lalu tulis NIK yang benar.",
        "This NIK is already recorded for {name}. Check the identity card, then write the right NIK.",
    ),
    "MENTORS_003": Entry(
        "NIK ini berbeda dari NIK {name} pada daftar orang. Perbaiki salah satunya agar sama.",
        "This NIK differs from that of {name} in the register of persons. Correct one of them.",
    ),
    "MENTORS_004": Entry(
        "Batas dampingan {seen} tidak dapat dipakai. Tulis bilangan 1 sampai {most}, atau kosongkan.",
        "The limit of {seen} mentees cannot be used. Write a number from 1 to {most}, or leave it empty.",
    ),
    "MENTORS_005": Entry(
        "Batas dampingan sendiri belum beralasan. Tulis alasannya, atau kosongkan batasnya.",
        "The own limit of mentees gives no reason. Write it, or leave the limit empty.",
    ),
    "MENTORS_006": Entry(
        "Sertifikat ini tidak ada, atau bukan di wilayah tugas Anda. Buka lagi profil pendampingnya.",
        "This certificate does not exist, or is not in your area. Open the profile of the mentor again.",
    ),
    "MENTORS_007": Entry(
        "Tanggal terbit {day} belum tiba. Tulis tanggal yang tercetak pada sertifikat.",
        "The day of issue {day} has not come yet. Write the day that is printed on the certificate.",
    ),
    "MENTORS_008": Entry(
        "Sertifikat habis {ends}, sebelum terbit {starts}. Perbaiki salah satu tanggalnya.",
        "The certificate ends on {ends}, before its issue on {starts}. Correct one of the days.",
    ),
    "MENTORS_009": Entry(
        "Sertifikat \"{scheme}\" nomor {number} sudah tercatat untuk pendamping ini. Buka yang sudah ada.",
        "The certificate \"{scheme}\" number {number} is recorded for this mentor already. Open that one.",
    ),
    "MENTORS_010": Entry(
        "Sertifikat ini sudah ditarik pada {day}. Tidak ada yang perlu diubah lagi.",
        "This certificate was withdrawn on {day} already. Nothing needs to be changed.",
    ),
    "MENTORS_011": Entry(
        "Pihak yang dipilih tidak ada dalam daftar Anda. Cari lagi namanya, lalu pilih dari hasilnya.",
        "The party chosen is not in your registers. Search its name again and choose from what is found.",
    ),
    "MENTORS_012": Entry(
        "Kepentingan ini tidak ada, atau bukan di wilayah tugas Anda. Buka lagi profil pendampingnya.",
        "This interest does not exist, or is not in your area. Open the profile of the mentor again.",
    ),
    "MENTORS_013": Entry(
        "Kepentingan yang sama sudah dinyatakan mulai {starts}. Akhiri dahulu yang itu bila keadaannya berubah.",
        "The same interest is declared from {starts} on. End that one first if things have changed.",
    ),
    "MENTORS_014": Entry(
        "Tanggal akhir {ends} mendahului tanggal mulai {starts}. Perbaiki salah satunya.",
        "The end {ends} lies before the start {starts}. Correct one of them.",
    ),
    "MENTORS_015": Entry(
        "Tulis alasan membuka NIK ini, sedikitnya {least} huruf; alasan Anda dicatat.",
        "Write why you open this NIK, at least {least} letters; your reason is recorded.",
    ),
    "MENTORS_016": Entry(
        "NIK {name} belum tercatat. Minta koordinator mencatatnya dari KTP.",
        "The NIK of {name} is not recorded yet. Ask the coordinator to record it from the identity card.",
    ),
    "MENTORS_017": Entry(
        "{mentor} dan {mentee} tidak berbenturan kepentingan pada {day}. Langsung tugaskan saja.",
        "{mentor} and {mentee} have no conflict of interest on {day}. Assign right away.",
    ),
    "MENTORS_018": Entry(
        "Permintaan izin ini tidak ada, atau bukan di wilayah tugas Anda. Buka lagi daftar permintaan izin.",
        "This request does not exist, or is not in your area. Open the list of requests again.",
    ),
    "MENTORS_019": Entry(
        "Permintaan ini sudah diputus {name} pada {day}. Buka lagi daftarnya.",
        "This request was decided by {name} on {day} already. Open the list again.",
    ),
    "MENTORS_020": Entry(
        "Kiriman dengan nomor ini sudah diterima dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "An entry with this id was received with other content. Reload the page and try again.",
    ),
    "MENTORS_021": Entry(
        "{label} terlalu panjang: {seen} huruf, paling banyak {most}. Singkatkan.",
        "{label} is too long: {seen} letters, at most {most}. Make it shorter.",
    ),
    "MENTORS_022": Entry(
        "Peran Anda tidak memutus benturan di wilayah dan program ini. Minta koordinator, sekretariat, atau PMO.",
        "Your role decides no conflicts in this area and programme. Ask the coordinator, secretariat or PMO.",
    ),
    "MENTORS_023": Entry(
        "Kepentingan ini sudah diakhiri pada {day}. Bila masih berlaku, nyatakan lagi dengan tanggal mulai yang baru.",
        "This interest was ended on {day}. If it still holds, declare it anew with a new first day.",
    ),
}
