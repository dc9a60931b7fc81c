"""Errors of outcomes: mid-term, final, graduation and follow-up."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "OUTCOMES_001": Entry(
        "Pencatatan dengan nomor ini sudah ada dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "A record with this id exists with other content. Reload the page and try again.",
    ),
    "OUTCOMES_002": Entry(
        "\"{what}\" dicatat oleh {owners}. Minta peran itu mencatatnya.",
        "\"{what}\" is recorded by {owners}. Ask that role to do it.",
    ),
    "OUTCOMES_003": Entry(
        "Tanggal {day} di luar {first} sampai {last}. Pilih hari di antaranya.",
        "The day {day} lies outside {first} to {last}. Choose a day between them.",
    ),
    "OUTCOMES_004": Entry(
        "Pertemuan tiga pihak belum lengkap; belum ada nama dari: {missing}. Tulis siapa yang hadir dari tiap pihak.",
        "The meeting of three parties is not complete; there is no name from: {missing}. Write who attended.",
    ),
    "OUTCOMES_005": Entry(
        "Konfirmasi kinerja dilakukan tanpa pendamping. Kosongkan nama pendamping ({names}).",
        "The performance is confirmed without the mentor. Leave out the mentor's name ({names}).",
    ),
    "OUTCOMES_006": Entry(
        "Paparan hasil belum disertai berkasnya. Pilih berkas PDF atau fotonya.",
        "The presentation of results comes without its file. Choose the PDF or a photo of it.",
    ),
    "OUTCOMES_007": Entry(
        "Program ini tidak memakai \"{what}\". Kembali ke halaman hasil.",
        "This programme has no \"{what}\". Go back to the page of the result.",
    ),
    "OUTCOMES_008": Entry(
        "Pilihan \"{seen}\" tidak dikenal pada \"{label}\". Pilih salah satu: {known}.",
        "The choice \"{seen}\" is not known at \"{label}\". Choose one of: {known}.",
    ),
    "OUTCOMES_009": Entry(
        "Koperasi ini sudah dinyatakan layak wisuda pada {day}. Putusan itu tidak diganti.",
        "This cooperative was declared ready to graduate on {day}. That verdict is not replaced.",
    ),
    "OUTCOMES_010": Entry(
        "Bulan ke-{month} tidak ada dalam jadwal tindak lanjut program ({months}), atau belum waktunya. "
        "Pilih dari daftar.",
        "Month {month} is not in the programme's schedule of follow-ups ({months}), or not due yet. "
        "Choose from the list.",
    ),
    "OUTCOMES_011": Entry(
        "Tindak lanjut bulan ke-{month} sudah dicatat pada {day}. Buka catatan itu.",
        "The follow-up of month {month} was recorded on {day}. Open that record.",
    ),
    "OUTCOMES_012": Entry(
        "Isian indikator \"{line}\" tidak terbaca. Tulis seperti \"Anggota aktif: 120 -> 145\".",
        "The indicator \"{line}\" cannot be read. Write it like \"Active members: 120 -> 145\".",
    ),
    "OUTCOMES_013": Entry(
        "Pendampingan ini sudah dibawa {owner} sejak {day}. Pilih pemilik lain, atau hari sesudahnya.",
        "This mentoring is already carried by {owner} since {day}. Choose another owner, or a later day.",
    ),
    "OUTCOMES_014": Entry(
        "Tembusan laporan belum dikirim. Minta PMO atau pendamping mengirimkannya dahulu.",
        "The copy of the report was not sent yet. Ask the PMO or the mentor to send it first.",
    ),
    "OUTCOMES_015": Entry(
        "Tembusan laporan sudah dikirim pada {day}. Buka suratnya di daftar surat.",
        "The copy of the report was sent on {day}. Open the letter in the list of letters.",
    ),
    "OUTCOMES_016": Entry(
        "Catatan pertemuan ini tidak ada atau sudah diganti. Muat ulang halaman.",
        "This record of a meeting does not exist or was replaced. Reload the page.",
    ),
    "OUTCOMES_017": Entry(
        "Isian \"{label}\" {length} huruf, paling banyak {limit}. Persingkat.",
        "\"{label}\" has {length} letters, at most {limit}. Shorten it.",
    ),
    "OUTCOMES_018": Entry(
        "Hasil pendampingan sudah dinilai pada {day}. Lanjutkan dengan putusan wisuda.",
        "The result of the mentoring was judged on {day}. Go on with the verdict on graduation.",
    ),
}
