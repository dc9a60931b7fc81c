"""Errors of foundings: founders, meetings, articles, money, papers, steps, and becoming a living cooperative."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "FOUNDING_001": Entry(
        "Pendirian ini tidak ada atau bukan di wilayah Anda. Buka lagi dari daftar pendirian.",
        "There is no such founding, or it is not in your area. Open it again from the list of foundings.",
    ),
    "FOUNDING_002": Entry(
        "{name} sudah berbadan hukum dan hidup sejak {day}; berkas pendiriannya tidak diubah lagi. Lanjutkan di "
        "kartu koperasi.",
        "{name} has been a living legal entity since {day}; its founding is not changed any more. Go on from the "
        "cooperative's card.",
    ),
    "FOUNDING_003": Entry(
        "{name} sudah mempunyai pendirian di sini. Buka yang sudah ada dari daftar pendirian.",
        "{name} has a founding here already. Open the one there is from the list of foundings.",
    ),
    "FOUNDING_004": Entry(
        "{name} berkedudukan {standing}, bukan pra-koperasi. Pilih pra-koperasi, atau mulai dengan nama baru.",
        "{name} has the standing {standing}; it is no pre-cooperative. Choose a pre-cooperative, or begin with a "
        "new name.",
    ),
    "FOUNDING_005": Entry(
        "Tanggal {day} sesudah hari ini, {today}. Tulis tanggal hari ini atau sebelumnya.",
        "The day {day} is after today, {today}. Give today or a day before.",
    ),
    "FOUNDING_006": Entry(
        "NIK itu sudah dipakai pendiri nomor {number}. Seorang hanya sekali menjadi pendiri; periksa NIK-nya.",
        "That identity number is founder number {number}'s already. A person founds once; check the number.",
    ),
    "FOUNDING_007": Entry(
        "Pendiri koperasi sekunder mewakili koperasi berbadan hukum. Tidak ada koperasi di daftar dengan nomor "
        "badan hukum {seen}: periksa nomornya, atau catat koperasinya dahulu di Koperasi.",
        "A founder of a secondary cooperative represents a registered one. No cooperative of the register has the"
        " legal number {seen}: check the number, or record that cooperative first.",
    ),
    "FOUNDING_008": Entry(
        "{name} sudah diwakili pendiri nomor {number}. Satu koperasi diwakili satu orang.",
        "{name} is represented by founder number {number} already. One person represents a cooperative.",
    ),
    "FOUNDING_009": Entry(
        "Rapat pembentukan dihadiri {count} pendiri, aturan pada {day} meminta paling sedikit {needed} ({cite}). "
        "Tandai pendiri lain yang hadir, atau adakan rapat lagi; isian Anda tetap tersimpan di sini.",
        "{count} founders came to the formation meeting; the rule on {day} asks for at least {needed} ({cite}). "
        "Tick other founders who came, or hold the meeting again; what you wrote is kept here.",
    ),
    "FOUNDING_010": Entry(
        "Belum ada aturan jumlah pendiri yang berlaku pada {day}. Periksa tanggal rapatnya.",
        "No rule about the number of founders was in force on {day}. Check the day of the meeting.",
    ),
    "FOUNDING_011": Entry(
        "Simpanan {seen} rupiah di luar batas. Tulis jumlah bulat mulai {least}.",
        "Savings of {seen} rupiah are out of bounds. Give a whole amount from {least} on.",
    ),
    "FOUNDING_012": Entry(
        "Masa jabatan {seen} tahun di luar batas. Tulis 1 sampai {most} tahun.",
        "A term of {seen} years is out of bounds. Give 1 to {most} years.",
    ),
    "FOUNDING_013": Entry(
        "Pembagian SHU berjumlah {seen} persen, seharusnya {whole}, tanpa angka di bawah nol. Ubah salah satu "
        "pos.",
        "The shares of the surplus add up to {seen} percent instead of {whole}, none below zero. Change one of "
        "the pots.",
    ),
    "FOUNDING_014": Entry(
        "Jumlah {seen} tidak dapat dipakai. Tulis rupiah bulat mulai nol.",
        "The amount {seen} cannot be used. Give whole rupiah from zero on.",
    ),
    "FOUNDING_015": Entry(
        "Neraca awal belum seimbang: yang ada {assets}, asalnya {claims}, selisih {difference}. Perbaiki salah "
        "satu sisi.",
        "The opening balance does not balance: there is {assets}, it comes from {claims}, the difference is "
        "{difference}. Correct one of the sides.",
    ),
    "FOUNDING_016": Entry(
        "Nama {name} mempunyai {count} kata sesudah 'Koperasi' dan jenisnya, aturan meminta paling sedikit "
        "{least} ({cite}). Tambah katanya, misalnya 'Koperasi Produsen Tenun Sonbai Indah'.",
        "The name {name} has {count} words after 'Koperasi' and its kind, the rule asks for at least {least} "
        "({cite}). Add words, such as 'Koperasi Produsen Tenun Sonbai Indah'.",
    ),
    "FOUNDING_017": Entry(
        "{step} tidak dapat dicatat pada {day}: {missing}. Catat langkah sebelumnya dahulu, atau perbaiki "
        "tanggalnya.",
        "{step} cannot be recorded on {day}: {missing}. Record the step before it first, or correct the day.",
    ),
    "FOUNDING_018": Entry(
        "{seen} bukan pilihan di sini. Pilih dari daftar.",
        "{seen} is no choice here. Choose from the list.",
    ),
    "FOUNDING_019": Entry(
        "Ada dua pendiri dengan jabatan Ketua: nomor {first} dan {second}. Pilih satu.",
        "Two founders have the office of chair: number {first} and {second}. Choose one.",
    ),
    "FOUNDING_020": Entry(
        "Pendiri baru {count}, aturan meminta paling sedikit {needed} ({cite}). Tambah di Pendiri.",
        "There are {count} founders, the rule asks for at least {needed} ({cite}). Add them under Founders.",
    ),
    "FOUNDING_021": Entry(
        "Rapat persiapan belum dicatat. Catat di Rapat persiapan.",
        "The preparation meeting is not recorded. Record it under Preparation meeting.",
    ),
    "FOUNDING_022": Entry(
        "Penyuluhan perkoperasian belum dicatat. Minta kepada dinas, lalu catat di Penyuluhan.",
        "The outreach is not recorded. Ask the office for it, then record it under Outreach.",
    ),
    "FOUNDING_023": Entry(
        "Rapat pembentukan belum dicatat. Catat di Rapat pembentukan.",
        "The formation meeting is not recorded. Record it under Formation meeting.",
    ),
    "FOUNDING_024": Entry(
        "{label} belum dipilih. Pilih di Pengurus dan kuasa.",
        "{label} is not chosen. Choose under Officers and proxies.",
    ),
    "FOUNDING_025": Entry(
        "Belum ada pendiri yang diberi kuasa menghadap notaris. Tandai di Pengurus dan kuasa.",
        "No founder is empowered to go to the notary. Tick one under Officers and proxies.",
    ),
    "FOUNDING_026": Entry(
        "{label} belum diunggah. Unggah di Berkas.",
        "{label} is not handed in. Hand it in under Papers.",
    ),
    "FOUNDING_027": Entry(
        "Persetujuan nama belum dicatat. Catat di Langkah ke pengesahan.",
        "The approval of the name is not recorded. Record it under Steps to ratification.",
    ),
    "FOUNDING_028": Entry(
        "Bagian anggaran dasar '{label}' belum ditulis. Tulis di Anggaran dasar.",
        "The part '{label}' of the articles is not written. Write it under Articles.",
    ),
    "FOUNDING_029": Entry(
        "Bagian anggaran dasar '{label}' masih berisi tempat kosong {blank}. Lengkapi di Anggaran dasar.",
        "The part '{label}' of the articles still holds a blank {blank}. Complete it under Articles.",
    ),
    "FOUNDING_030": Entry(
        "Simpanan, masa jabatan dan pembagian SHU belum ditetapkan. Tulis di Simpanan dan SHU.",
        "Savings, terms of office and shares of the surplus are not set. Write them under Savings and surplus.",
    ),
    "FOUNDING_031": Entry(
        "Neraca awal belum ditulis. Tulis di Neraca awal.",
        "The opening balance is not written. Write it under Opening balance.",
    ),
    "FOUNDING_032": Entry(
        "Simpanan pokok di neraca awal {seen}, seharusnya {wanted} untuk {count} pendiri, dan simpanan wajib sama"
        " untuk setiap pendiri. Perbaiki di Neraca awal atau di Pendiri.",
        "Principal savings in the opening balance are {seen}, they should be {wanted} for {count} founders, and "
        "mandatory savings alike for each. Correct the opening balance or the founders.",
    ),
    "FOUNDING_033": Entry(
        "Pengesahan belum dicatat. Catat nomor dan tanggalnya di Langkah ke pengesahan, lalu hidupkan "
        "koperasinya.",
        "The ratification is not recorded. Record its number and day under Steps to ratification, then bring the "
        "cooperative to life.",
    ),
    "FOUNDING_034": Entry(
        "Nomor badan hukum {seen} sudah dipakai koperasi lain. Periksa nomornya di surat pengesahan.",
        "The legal number {seen} is another cooperative's. Check it on the letter of ratification.",
    ),
    "FOUNDING_035": Entry(
        "Hanya pendamping, koordinator, sekretariat atau admin di wilayah ini yang menghidupkan koperasi.",
        "Only the mentor, coordinator, secretariat or administrator of this area brings a cooperative to life.",
    ),
    "FOUNDING_036": Entry(
        "Alasan terlalu pendek. Tulis paling sedikit {least} huruf.",
        "The reason is too short. Write at least {least} letters.",
    ),
    "FOUNDING_037": Entry(
        "Pendiri {count} sudah cukup menurut aturan ({needed}, {cite}), tetapi {office} meminta {asked}. Tambah "
        "pendiri, atau tanyakan dasarnya; pendirian tetap boleh diteruskan.",
        "{count} founders are enough by the rule ({needed}, {cite}), yet {office} asks for {asked}. Add founders,"
        " or ask what it rests on; the founding may go on.",
    ),
    "FOUNDING_038": Entry(
        "Modal sendiri {seen}, sedangkan izin simpan pinjam meminta paling sedikit {needed} ({cite}). Tambah "
        "modalnya sebelum meminta izin; pendirian tetap boleh diteruskan.",
        "Own capital is {seen}, while the savings-and-loan licence asks for at least {needed} ({cite}). Raise it "
        "before asking for the licence; the founding may go on.",
    ),
}
