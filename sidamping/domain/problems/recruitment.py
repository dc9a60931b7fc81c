"""Errors of recruitment: calls for mentors, selection and induction."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "RECRUITMENT_001": Entry(
        "Lowongan ini tidak ada di wilayah Anda. Buka lagi daftar rekrutmen, lalu pilih dari sana.",
        "There is no such call in your area. Open the list of recruitments again and choose from there.",
    ),
    "RECRUITMENT_002": Entry(
        "Program {programme} tidak memuat rekrutmen pendamping. Pilih angkatan dari program lain.",
        "The programme {programme} has no recruitment of mentors. Choose a cohort of another programme.",
    ),
    "RECRUITMENT_003": Entry(
        "Lowongan ditutup {closes}, sebelum dibuka {opens}. Perbaiki salah satu tanggalnya.",
        "The call closes on {closes}, before it opens on {opens}. Correct one of the dates.",
    ),
    "RECRUITMENT_004": Entry(
        "Belum ada posisi yang dicari. Isi jumlah pada sedikitnya satu tema.",
        "No position is sought yet. Give a number for at least one theme.",
    ),
    "RECRUITMENT_005": Entry(
        "Tema \"{seen}\" tidak dikenal atau tertulis dua kali. Pilih tiap tema sekali.",
        "The theme \"{seen}\" is not known or stands there twice. Choose each theme once.",
    ),
    "RECRUITMENT_006": Entry(
        "Nomor ini sudah dipakai untuk isian lain. Muat ulang halaman, lalu kirim lagi.",
        "This number was used for another entry. Reload the page, then send again.",
    ),
    "RECRUITMENT_007": Entry(
        "Lowongan ini menerima lamaran {opens} sampai {closes}. Lihat lowongan lain yang masih dibuka.",
        "This call takes applications from {opens} to {closes}. Look at other calls that are open.",
    ),
    "RECRUITMENT_008": Entry(
        "Anda sudah melamar pada lowongan ini. Buka tanda terimanya dari halaman lowongan.",
        "You have applied for this call already. Open the receipt from the page of the call.",
    ),
    "RECRUITMENT_009": Entry(
        "Berkas {kind} belum dilampirkan. Pilih berkas PDF atau fotonya, lalu kirim lagi.",
        "The file for {kind} is missing. Choose its PDF or photo, then send again.",
    ),
    "RECRUITMENT_010": Entry(
        "Sertifikat \"{title}\" berakhir {expires}, sebelum diterbitkan {issued}. Perbaiki tanggalnya.",
        "The certificate \"{title}\" ends on {expires}, before its issue on {issued}. Correct the dates.",
    ),
    "RECRUITMENT_011": Entry(
        "Pernyataan setuju belum dicentang. Centang bila Anda setuju data ini dipakai untuk seleksi.",
        "The consent is not ticked. Tick it if you agree that this data is used for the selection.",
    ),
    "RECRUITMENT_012": Entry(
        "Tenaga kontrak menyebut instansi tempat bekerja. Tulis nama instansinya.",
        "Contract staff name the office they work for. Write the name of that office.",
    ),
    "RECRUITMENT_013": Entry(
        "Posisi ini bukan bagian dari lowongan. Pilih posisi dari daftar.",
        "This position does not belong to the call. Choose a position from the list.",
    ),
    "RECRUITMENT_014": Entry(
        "Tahap \"{stage}\" diputuskan oleh {owners}. Minta peran itu memutuskannya.",
        "The stage \"{stage}\" is decided by {owners}. Ask that role to decide.",
    ),
    "RECRUITMENT_015": Entry(
        "Calon ini tidak ada di wilayah Anda. Buka lagi daftar calon, lalu pilih dari sana.",
        "There is no such candidate in your area. Open the list of candidates again and choose from there.",
    ),
    "RECRUITMENT_016": Entry(
        "{name} tidak dapat mewawancarai di sini: bukan pewawancara wilayah ini, atau calon itu sendiri. Pilih orang "
        "lain.",
        "{name} cannot interview here: no interviewer of this area, or the candidate. Choose another person.",
    ),
    "RECRUITMENT_017": Entry(
        "{name} sudah menyerahkan nilai, jadi tidak dapat dilepas. Biarkan namanya dalam daftar.",
        "{name} has handed in marks and cannot be taken off. Leave the name in the list.",
    ),
    "RECRUITMENT_018": Entry(
        "Nilai Anda untuk calon ini sudah diserahkan dan terkunci. Buka hasil wawancaranya.",
        "Your marks for this candidate are handed in and locked. Open the result of the interview.",
    ),
    "RECRUITMENT_019": Entry(
        "Belum dinilai: {missing}. Isi semua aspek, lalu serahkan.",
        "Not marked yet: {missing}. Mark every aspect, then hand in.",
    ),
    "RECRUITMENT_020": Entry(
        "Anda bukan pewawancara calon ini. Minta PMO menambahkan Anda bila seharusnya ikut.",
        "You are not an interviewer of this candidate. Ask the PMO to add you if you should be.",
    ),
    "RECRUITMENT_021": Entry(
        "Putusan menyimpang dari peringkat: {name} di peringkat {rank} dari {places} yang dicari. Tulis alasannya.",
        "The decision departs from the ranking: {name} ranks {rank}, {places} are sought. Write the reason.",
    ),
    "RECRUITMENT_022": Entry(
        "{name} belum lulus semua tahap, jadi belum dapat ditetapkan. Putuskan tahap \"{stage}\" dahulu.",
        "{name} has not passed every stage and cannot be appointed. Decide the stage \"{stage}\" first.",
    ),
    "RECRUITMENT_023": Entry(
        "Belum ada calon yang dipilih. Centang sedikitnya satu calon.",
        "No candidate is chosen. Tick at least one.",
    ),
    "RECRUITMENT_024": Entry(
        "Sesi \"{seen}\" bukan bagian dari pembekalan program ini. Pilih sesi dari daftar.",
        "The session \"{seen}\" is not part of the induction of this programme. Choose one from the list.",
    ),
    "RECRUITMENT_025": Entry(
        "Sesi belum bertempat. Tulis tempatnya, atau tautan pertemuan daring.",
        "The session has no place. Write where it is, or the link of the online meeting.",
    ),
    "RECRUITMENT_026": Entry(
        "Sesi ini baru berlangsung {day}. Catat kehadiran pada hari itu atau sesudahnya.",
        "This session takes place on {day}. Record attendance on that day or later.",
    ),
    "RECRUITMENT_027": Entry(
        "{name} tidak termasuk peserta pembekalan ini. Muat ulang halaman, lalu centang lagi.",
        "{name} does not take part in this induction. Reload the page and tick again.",
    ),
    "RECRUITMENT_028": Entry(
        "Kehadiran {name} sudah menjadi dasar langkah \"{step}\". Tarik dahulu langkah itu, lalu hapus centangnya.",
        "The attendance of {name} is the ground of the step \"{step}\". Take that step back, then clear the tick.",
    ),
    "RECRUITMENT_029": Entry(
        "Posisi \"{theme}\" sudah dilamar {count} orang, jadi tidak dapat dihapus. Biarkan posisinya.",
        "{count} people have applied for the position \"{theme}\", so it cannot be removed. Leave it there.",
    ),
    "RECRUITMENT_030": Entry(
        "NIK {name} tercatat pada akun {username}, bukan pada akun pelamar. Periksa siapa orangnya, lalu ulangi.",
        "The NIK of {name} belongs to the account {username}, not to the applicant's. Find out who it is, then repeat.",
    ),
    "RECRUITMENT_031": Entry(
        "Alasan penolakan \"{seen}\" tidak dikenal. Pilih dari daftar.",
        "The reason for refusal \"{seen}\" is not known. Choose one from the list.",
    ),
    "RECRUITMENT_032": Entry(
        "Lowongan untuk angkatan {cohort} sudah ada. Buka lowongan itu dan ubah di sana.",
        "There is a call for the cohort {cohort} already. Open that call and change it there.",
    ),
    "RECRUITMENT_033": Entry(
        "Isian {label} terlalu panjang: {length} huruf, paling banyak {limit}. Ringkaslah.",
        "{label} is too long: {length} letters, at most {limit}. Shorten it.",
    ),
    "RECRUITMENT_034": Entry(
        "NIK ini sudah ada pada lamaran {name}, {day}. Buka lamaran itu dari daftar calon, dan lengkapi di sana.",
        "This NIK is there already in the application of {name}, {day}. Open it from the list and complete it there.",
    ),
    "RECRUITMENT_035": Entry(
        "NIK {name} juga ada pada lamaran lain ({others}). Putuskan dahulu yang keliru, atau tulis alasannya.",
        "The NIK of {name} is in another application too ({others}). First decide the wrong one, or write a remark.",
    ),
    "RECRUITMENT_036": Entry(
        "Ada {count} berkas, paling banyak {most}. Gabungkan beberapa lembar menjadi satu PDF, lalu kirim lagi.",
        "There are {count} files, at most {most}. Join several sheets in one PDF, then send again.",
    ),
}
