"""Errors of instruments that come and go as XLSForm workbooks."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "EXCHANGE_001": Entry(
        "Berkas {name} tidak punya lembar \"{sheet}\". Tambahkan lembar itu, atau mulai dari templat.",
        "The file {name} has no sheet \"{sheet}\". Add that sheet, or start from the template.",
    ),
    "EXCHANGE_002": Entry(
        "Lembar {sheet}, baris 1: kolom \"{column}\" tidak ada. Tambahkan kolom itu.",
        "Sheet {sheet}, row 1: there is no column \"{column}\". Add that column.",
    ),
    "EXCHANGE_003": Entry(
        "Lembar {sheet}, baris {row}, kolom {column}: \"{seen}\" tidak didukung. Kosongkan kolom itu; yang dibaca "
        "hanya {known}.",
        "Sheet {sheet}, row {row}, column {column}: \"{seen}\" is not supported. Empty that column; only {known} are "
        "read.",
    ),
    "EXCHANGE_004": Entry(
        "Lembar {sheet}, baris {row}, kolom type: jenis \"{seen}\" tidak didukung. Pakai begin_group, end_group, "
        "select_one, integer, decimal atau note, atau hapus baris itu.",
        "Sheet {sheet}, row {row}, column type: the type \"{seen}\" is not supported. Use begin_group, end_group, "
        "select_one, integer, decimal or note, or delete that row.",
    ),
    "EXCHANGE_005": Entry(
        "Lembar {sheet}, baris {row}, kolom type: \"{seen}\" tidak berpasangan. Beri setiap begin_group satu "
        "end_group.",
        "Sheet {sheet}, row {row}, column type: \"{seen}\" has no counterpart. Give each begin_group one end_group.",
    ),
    "EXCHANGE_006": Entry(
        "Lembar {sheet}, baris {row}: kelompok \"{seen}\" terlalu dalam. Susun paling banyak dua tingkat: aspek, "
        "lalu kelompok pertanyaan.",
        "Sheet {sheet}, row {row}: the group \"{seen}\" lies too deep. Use at most two levels: an aspect, then a "
        "group of questions.",
    ),
    "EXCHANGE_007": Entry(
        "Lembar {sheet}, baris {row}: \"{seen}\" berada di luar kelompok. Pindahkan ke dalam begin_group dan "
        "end_group suatu aspek.",
        "Sheet {sheet}, row {row}: \"{seen}\" stands outside of a group. Move it between begin_group and end_group "
        "of an aspect.",
    ),
    "EXCHANGE_008": Entry(
        "Lembar {sheet}, baris {row}, kolom {column}: nama \"{seen}\" tidak dapat dipakai. Mulai dengan huruf, lalu "
        "huruf, angka, _ atau -, paling panjang {limit} huruf.",
        "Sheet {sheet}, row {row}, column {column}: the name \"{seen}\" cannot be used. Begin with a letter, then "
        "letters, digits, _ or -, at most {limit} signs.",
    ),
    "EXCHANGE_009": Entry(
        "Lembar {sheet}, baris {row}, kolom name: \"{seen}\" sudah dipakai pada baris {other}. Beri nama lain.",
        "Sheet {sheet}, row {row}, column name: \"{seen}\" is already used in row {other}. Give another name.",
    ),
    "EXCHANGE_010": Entry(
        "Lembar {sheet}, baris {row}, kolom {column}: \"{seen}\" belum punya teks Indonesia. Isi kolom itu.",
        "Sheet {sheet}, row {row}, column {column}: \"{seen}\" has no Indonesian text yet. Fill in that column.",
    ),
    "EXCHANGE_011": Entry(
        "Lembar {sheet}, baris {row}, kolom type: daftar pilihan \"{seen}\" tidak ada di lembar choices. Tambahkan "
        "pilihannya, atau perbaiki namanya.",
        "Sheet {sheet}, row {row}, column type: the list \"{seen}\" is not on the sheet choices. Add its choices, or "
        "correct its name.",
    ),
    "EXCHANGE_012": Entry(
        "Lembar {sheet}, baris {row}: daftar pilihan \"{list}\" memuat \"{seen}\" yang tidak dapat dinilai. Pakai ya "
        "dan tidak saja, atau beri setiap pilihan angka yang berbeda pada kolom score.",
        "Sheet {sheet}, row {row}: the list \"{list}\" holds \"{seen}\", which cannot be scored. Use yes and no "
        "alone, or give every choice a number of its own in the column score.",
    ),
    "EXCHANGE_013": Entry(
        "Lembar {sheet}, baris {row}, kolom constraint: \"{seen}\" tidak dipahami. Tulis batas bawah dan atas, mis. "
        "\". >= 0 and . <= 100\".",
        "Sheet {sheet}, row {row}, column constraint: \"{seen}\" is not understood. Write a lower and an upper "
        "limit, e.g. \". >= 0 and . <= 100\".",
    ),
    "EXCHANGE_014": Entry(
        "Lembar {sheet}, baris {row}, kolom constraint: angka \"{seen}\" tanpa batas tidak dapat dinilai. Tulis "
        "batas bawah dan atas, mis. \". >= 0 and . <= 100\".",
        "Sheet {sheet}, row {row}, column constraint: the number \"{seen}\" has no limits and cannot be scored. "
        "Write a lower and an upper limit, e.g. \". >= 0 and . <= 100\".",
    ),
    "EXCHANGE_015": Entry(
        "Lembar {sheet}, baris {row}, kolom {column}: \"{seen}\" bukan angka nol atau lebih. Tulis angka saja, mis. "
        "2,5.",
        "Sheet {sheet}, row {row}, column {column}: \"{seen}\" is not a number of zero or more. Write a number "
        "alone, e.g. 2.5.",
    ),
    "EXCHANGE_016": Entry(
        "Lembar {sheet}, baris {row}, kolom weight: \"{seen}\" belum berbobot. Tulis bobotnya, atau 0 bila hanya "
        "dicatat.",
        "Sheet {sheet}, row {row}, column weight: \"{seen}\" has no weight yet. Write its weight, or 0 if it is only "
        "recorded.",
    ),
    "EXCHANGE_017": Entry(
        "Lembar {sheet}, baris {row}, kolom weight: bobot isi kelompok \"{name}\" berjumlah {seen}, bobot "
        "kelompoknya {wanted}. Samakan keduanya.",
        "Sheet {sheet}, row {row}, column weight: the weights inside the group \"{name}\" add up to {seen}, the "
        "group has {wanted}. Make them equal.",
    ),
    "EXCHANGE_018": Entry(
        "Lembar {sheet}, baris {row}: kelompok \"{seen}\" tidak berisi pertanyaan. Isi, atau hapus kelompok itu.",
        "Sheet {sheet}, row {row}: the group \"{seen}\" holds no question. Fill it, or delete that group.",
    ),
    "EXCHANGE_019": Entry(
        "Lembar {sheet}, baris {row}, kolom version: \"{seen}\" tidak diawali tanggal. Tulis hari mulai berlakunya "
        "sebagai TTTT-BB-HH, mis. 2026-01-31.",
        "Sheet {sheet}, row {row}, column version: \"{seen}\" does not begin with a day. Write the day from which it "
        "holds as YYYY-MM-DD, e.g. 2026-01-31.",
    ),
    "EXCHANGE_020": Entry(
        "Lembar {sheet}, baris {row}, kolom {column}: \"{seen}\" tidak dikenal. Pilih salah satu: {known}.",
        "Sheet {sheet}, row {row}, column {column}: \"{seen}\" is not known. Choose one of: {known}.",
    ),
    "EXCHANGE_021": Entry(
        "Lembar {sheet}, baris {row}: isian kedua tidak dibaca. Sisakan satu baris di bawah judul kolom.",
        "Sheet {sheet}, row {row}: a second entry is not read. Keep a single row below the headings.",
    ),
    "EXCHANGE_022": Entry(
        "Lembar {sheet}, baris {row}, kolom cite: sumber \"{seen}\" tidak ada di buku aturan. Tulis sumber#pasal "
        "yang ada, atau kosongkan.",
        "Sheet {sheet}, row {row}, column cite: the source \"{seen}\" is not in the rulebook. Write a known "
        "source#article, or leave it empty.",
    ),
    "EXCHANGE_023": Entry(
        "Lembar {sheet}, baris {row}, kolom {column}: sel berisi kesalahan rumus Excel ({seen}). Tulis nilainya "
        "langsung.",
        "Sheet {sheet}, row {row}, column {column}: the cell holds an Excel formula error ({seen}). Write the value "
        "itself.",
    ),
    "EXCHANGE_024": Entry(
        "Lembar {sheet} berisi lebih dari {limit} baris. Bagi formulir menjadi beberapa instrumen.",
        "The sheet {sheet} has more than {limit} rows. Split the form into several instruments.",
    ),
    "EXCHANGE_025": Entry(
        "Berkas {name} berukuran {size} MB; batas formulir {limit} MB. Hapus gambar dan lembar yang tidak perlu.",
        "The file {name} has {size} MB; a form may have {limit} MB. Delete pictures and sheets that are not needed.",
    ),
    "EXCHANGE_026": Entry(
        "Lembar {sheet}, baris {row}, kolom {column}: rujukan ke jawaban lain ({seen}) tidak didukung. Tulis teksnya "
        "langsung.",
        "Sheet {sheet}, row {row}, column {column}: a reference to another answer ({seen}) is not supported. Write "
        "the text itself.",
    ),
    "EXCHANGE_027": Entry(
        "{count} pertanyaan bertanda wajib (kolom required). Tanda itu tidak disimpan: yang kosong terhitung belum "
        "dilaporkan. Tidak perlu diubah.",
        "{count} questions are marked as required (column required). The mark is not kept: what stays empty counts "
        "as not reported. Nothing needs to change.",
    ),
    "EXCHANGE_028": Entry(
        "{count} teks belum punya bahasa Inggris, mulai baris {row}; teks Indonesia dipakai. Isi kolom "
        "label::English (en) bila perlu.",
        "{count} texts have no English, from row {row} on; the Indonesian text is used. Fill in label::English (en) "
        "if needed.",
    ),
    "EXCHANGE_029": Entry(
        "Nama instrumen \"{seen}\" sudah dipakai buku aturan. Beri form_id lain pada lembar settings, lalu unggah "
        "lagi.",
        "The name \"{seen}\" belongs to an instrument of the rulebook. Give another form_id on the sheet settings, "
        "then upload again.",
    ),
    "EXCHANGE_030": Entry(
        "Instrumen \"{name}\" versi {date} sudah tersimpan dengan isi lain. Tulis hari lain pada kolom version, lalu "
        "unggah lagi; versi lama tetap ada.",
        "The instrument \"{name}\" of {date} is already kept with other content. Write another day in the column "
        "version, then upload again; the old version stays.",
    ),
    "EXCHANGE_031": Entry(
        "Lembar {sheet}, baris {row}: \"{seen}\" bukan pertanyaan ya/tidak. Pindahkan langsung ke bawah aspeknya; "
        "kelompok di dalam aspek hanya memuat pertanyaan ya/tidak.",
        "Sheet {sheet}, row {row}: \"{seen}\" is not a yes/no question. Move it directly under its aspect; a group "
        "inside of an aspect holds yes/no questions alone.",
    ),
    "EXCHANGE_032": Entry(
        "Lembar {sheet}, baris {row}, kolom weight: pertanyaan di dalam kelompok \"{name}\" tidak berbobot sendiri. "
        "Tulis bobotnya pada baris kelompok.",
        "Sheet {sheet}, row {row}, column weight: a question inside of the group \"{name}\" has no weight of its "
        "own. Write the weight in the row of the group.",
    ),
    "EXCHANGE_033": Entry(
        "Tidak satu pun aspek berbobot lebih dari 0, jadi tidak ada yang dapat dijumlahkan. Isi kolom weight pada "
        "lembar survey.",
        "No aspect weighs more than 0, so nothing can be added up. Fill in the column weight on the sheet survey.",
    ),
    "EXCHANGE_034": Entry(
        "Lembar \"{sheet}\" tidak didukung. Hapus lembar itu; yang dibaca hanya survey, choices dan settings.",
        "The sheet \"{sheet}\" is not supported. Delete it; only survey, choices and settings are read.",
    ),
    "EXCHANGE_035": Entry(
        "Lembar {sheet}, baris 1: judul kolom \"{column}\" berdiri dua kali. Sisakan satu.",
        "Sheet {sheet}, row 1: the heading \"{column}\" stands twice. Keep one.",
    ),
    "EXCHANGE_036": Entry(
        "Lembar {sheet} berisi lebih dari {limit} kolom. Hapus kolom yang tidak dipakai.",
        "The sheet {sheet} has more than {limit} columns. Delete those that are not used.",
    ),
    "EXCHANGE_037": Entry(
        "Nama perangkat berisi {length} huruf; tulis 1 sampai {limit} huruf, misalnya 'ODK Collect di Samsung A10'.",
        "The device's name has {length} letters; write 1 to {limit}, for example 'ODK Collect on a Samsung A10'.",
    ),
    "EXCHANGE_038": Entry(
        "Formulir {seen} tidak ada lagi untuk Anda. Ambil daftar formulir lagi di aplikasi, lalu isi yang baru.",
        "There is no form {seen} for you any more. Fetch the list of forms again in the app and fill in the new one.",
    ),
    "EXCHANGE_039": Entry(
        "Kiriman ini tidak terbaca sebagai formulir ({seen}). Isian tetap di HP; hubungi koordinator.",
        "This submission cannot be read as a form ({seen}). It stays on the phone; ask the coordinator.",
    ),
    "EXCHANGE_040": Entry(
        "Kiriman tidak membawa instanceID berupa UUID ({seen}). Isi ulang dengan formulir yang diambil dari sini.",
        "The submission carries no instanceID that is a UUID ({seen}). Fill in a form fetched from here.",
    ),
    "EXCHANGE_041": Entry(
        "Sandi perangkat hanya berlaku lewat HTTPS. Ganti alamat server di aplikasi menjadi https://.",
        "A device password works over HTTPS only. Change the server's address in the app to https://.",
    ),
}
