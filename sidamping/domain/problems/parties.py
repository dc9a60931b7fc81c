"""Errors of the registers of cooperatives, persons and businesses."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "PARTIES_001": Entry(
        "NIK harus 16 angka; yang tertulis {count} tanda. Salin lagi dari KTP, atau kosongkan bila belum ada.",
        "A NIK has 16 digits; {count} characters were given. Copy it again from the card, or leave it empty.",
    ),
    "PARTIES_002": Entry(
        "NIB harus 13 angka; yang tertulis {count} tanda. Salin lagi dari OSS, atau kosongkan.",
        "A NIB has 13 digits; {count} characters were given. Copy it again from OSS, or leave it empty.",
    ),
    "PARTIES_003": Entry(
        "NPWP harus 15 atau 16 angka; yang tertulis {count} tanda. Perbaiki atau kosongkan.",
        "An NPWP has 15 or 16 digits; {count} characters were given. Correct it or leave it empty.",
    ),
    "PARTIES_004": Entry(
        "Nomor induk koperasi harus 10 sampai 16 angka; yang tertulis {count} tanda. Salin lagi dari sertifikat NIK.",
        "A cooperative's registration number has 10 to 16 digits; {count} characters were given. Copy it again.",
    ),
    "PARTIES_005": Entry(
        "Nomor badan hukum \"{seen}\" tidak lengkap. Tulis seperti pada surat, mis. 518/BH/XXI.3/2016.",
        "Legal number \"{seen}\" is incomplete. Write it as on the letter, e.g. 518/BH/XXI.3/2016.",
    ),
    "PARTIES_006": Entry(
        "Nomor telepon harus 8 sampai 15 angka, boleh diawali tanda +. Perbaiki atau kosongkan.",
        "A telephone number has 8 to 15 digits, a + in front is allowed. Correct it or leave it empty.",
    ),
    "PARTIES_007": Entry(
        "NIK ini sudah tercatat atas nama {name}. Buka data itu; satu orang dicatat satu kali.",
        "This NIK is already recorded for {name}. Open that record; a person is recorded once.",
    ),
    "PARTIES_008": Entry(
        "Nomor induk koperasi ini sudah tercatat atas nama {name}. Buka data itu, atau periksa nomornya.",
        "This cooperative number is already recorded for {name}. Open that record, or check the number.",
    ),
    "PARTIES_009": Entry(
        "Nomor badan hukum {seen} sudah tercatat atas nama {name}. Buka data itu, atau periksa nomornya.",
        "Legal number {seen} is already recorded for {name}. Open that record, or check the number.",
    ),
    "PARTIES_010": Entry(
        "Kiriman ini sudah diterima dengan isi lain. Buka data yang tersimpan dan ubah di sana.",
        "This entry was already received with other content. Open the stored record and change it there.",
    ),
    "PARTIES_011": Entry(
        "Mungkin sudah tercatat di desa yang sama: {found}. Bila memang berbeda, tekan 'Tetap simpan'.",
        "Perhaps already recorded in the same village: {found}. If it is a different one, press 'Save anyway'.",
    ),
    "PARTIES_012": Entry(
        "Masa jabatan sampai {ends} lebih dari {years} tahun ({cite}). Tulis paling lambat {latest}.",
        "A term until {ends} is longer than {years} years ({cite}). Write {latest} at the latest.",
    ),
    "PARTIES_013": Entry(
        "Masa jabatan berakhir {ends}, tidak sesudah mulainya {starts}. Perbaiki salah satu tanggal.",
        "The term ends {ends}, not after its start {starts}. Correct one of the dates.",
    ),
    "PARTIES_014": Entry(
        "{name} sudah menjabat {position} pada {starts} sampai {ends}. Akhiri masa itu dahulu, "
        "atau pilih tanggal lain.",
        "{name} already holds {position} from {starts} to {ends}. End that term first, or choose other dates.",
    ),
    "PARTIES_015": Entry(
        "Tanggal {seen} belum terjadi. Tulis tanggal yang sudah lewat atau hari ini.",
        "The date {seen} lies in the future. Write a past date or today.",
    ),
    "PARTIES_016": Entry(
        "Tulis alasan membuka data ini, sedikitnya {least} huruf; alasan Anda dicatat.",
        "Write why you open this value, at least {least} letters; your reason is recorded.",
    ),
    "PARTIES_017": Entry(
        "Data ini kosong atau tidak dapat dibuka. Kembali ke kartunya.",
        "This value is empty or cannot be opened. Go back to the card.",
    ),
    "PARTIES_018": Entry(
        "Pemilik \"{seen}\" tidak ditemukan dalam daftar orang. Catat orangnya dahulu, lalu pilih.",
        "Owner \"{seen}\" is not in the register of persons. Record the person first, then choose.",
    ),
    "PARTIES_019": Entry(
        "Koperasi \"{seen}\" tidak ditemukan dalam daftar koperasi. Catat koperasinya dahulu, atau kosongkan.",
        "Cooperative \"{seen}\" is not in the register. Record the cooperative first, or leave it empty.",
    ),
    "PARTIES_020": Entry(
        "Isian {label} terlalu panjang: {count} huruf, paling banyak {most}. Persingkat.",
        "{label} is too long: {count} letters, {most} at most. Make it shorter.",
    ),
    "PARTIES_021": Entry(
        "Peran Anda tidak boleh menulis daftar ini. Minta pendamping atau koordinator wilayahnya mencatat.",
        "Your role may not write in this register. Ask the mentor or coordinator of the area to record it.",
    ),
    "PARTIES_022": Entry(
        "Baris {row} dan baris {other} berisi data yang sama. Hapus salah satu.",
        "Row {row} and row {other} hold the same record. Delete one of them.",
    ),
    "PARTIES_023": Entry(
        "Orang yang dipilih tidak ditemukan di wilayah Anda. Cari dan pilih dari daftar orang.",
        "The chosen person was not found in your area. Search and choose from the register of persons.",
    ),
    "PARTIES_024": Entry(
        "Mungkin sudah tercatat di desa yang sama: {found}. Bila memang berbeda, centang pilihan mencatatnya juga.",
        "Perhaps already recorded in the same village: {found}. If it is a different one, tick the box to keep it too.",
    ),
    "PARTIES_025": Entry(
        "Alasan perubahan masa jabatan belum ditulis. Tulis mengapa tanggalnya berubah; tanggal lama tetap terbaca.",
        "The reason for the changed term is missing. Write why the dates change; the earlier dates stay readable.",
    ),
    "PARTIES_026": Entry(
        "Jabatan \"{position}\" ada pada {right}, bukan pada {organ}. Pilih lagi perangkat atau jabatannya.",
        "The office \"{position}\" belongs to: {right}, not to: {organ}. Choose the organ or the office again.",
    ),
}
