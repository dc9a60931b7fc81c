"""Errors of indicators: contradictions between counts, and figures published elsewhere."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "INDICATORS_001": Entry(
        "{part}: {seen} lebih besar daripada keseluruhannya ({whole}). Periksa kedua angka pada sumbernya.",
        "{part}: {seen} is more than the whole ({whole}). Check both figures in the source.",
    ),
    "INDICATORS_002": Entry(
        "{part} ({seen}) tidak mungkin lebih banyak daripada {whole} ({count}), karena yang pertama adalah bagian dari "
        "yang kedua. Minta sumbernya menjelaskan.",
        "{part} ({seen}) cannot be more than {whole} ({count}), for the first is a part of the second. Ask the source.",
    ),
    "INDICATORS_003": Entry(
        "{part} ({seen}) terlalu sedikit: bagian-bagiannya begitu besar sehingga paling sedikit {least} harus memenuhi "
        "semuanya. Minta sumbernya menjelaskan.",
        "{part} ({seen}) is too few: its parts are so large that at least {least} must be in all. Ask the source.",
    ),
    "INDICATORS_004": Entry(
        "{parts} saling melengkapi, tetapi jumlahnya {seen}, bukan {whole}. Cari yang terhitung dua kali atau hilang.",
        "{parts} make up the whole, but add up to {seen}, not {whole}. Look for what was counted twice or left out.",
    ),
    "INDICATORS_005": Entry(
        "{part}: {percent} % dari {whole} bukan {seen}. Periksa pembilang dan penyebutnya pada sumbernya.",
        "{part}: {percent} % of {whole} is not {seen}. Check numerator and denominator in the source.",
    ),
    "INDICATORS_006": Entry(
        "{part}: tidak ada jumlah bulat yang memberi {percent} % dari {whole}. Periksa penyebutnya pada sumbernya.",
        "{part}: no whole count gives {percent} % of {whole}. Check the denominator in the source.",
    ),
    "INDICATORS_007": Entry(
        "{part}: satu sumber menyebut {first} dan juga {second} untuk keseluruhan yang sama. Minta sumbernya memilih.",
        "{part}: one source says {first} and also {second} of the same whole. Ask the source to choose.",
    ),
    "INDICATORS_008": Entry(
        "Belum ada angka. Isi sedikitnya satu baris: indikator dan jumlah atau persennya.",
        "There is no figure yet. Fill in at least one line: an indicator and its count or percentage.",
    ),
    "INDICATORS_009": Entry(
        "Angka luar dicatat dan ditarik oleh Dinas, sekretariat, atau PMO program itu. Minta salah satunya.",
        "Outside figures are entered and withdrawn by the office, secretariat or PMO of the programme. Ask "
        "one of them.",
    ),
    "INDICATORS_010": Entry(
        "Bagian ini masih kosong. Tulis judul, sumber, dan tentang siapa angka itu, agar dapat diperiksa.",
        "This is still empty. Write title, source and of whom the figures tell, so that others can check them.",
    ),
    "INDICATORS_011": Entry(
        "Tanggal terbit kosong atau belum tiba. Tulis tanggal pada terbitannya.",
        "The day of publication is missing or has not come. Write the day printed on it.",
    ),
    "INDICATORS_012": Entry(
        "Baris {row}: indikator {seen} belum ada pada tanggal terbit. Pilih dari daftar.",
        "Line {row}: the indicator {seen} does not exist on the day of publication. Choose from the list.",
    ),
    "INDICATORS_013": Entry(
        "Baris {row}: tulis jumlahnya, persennya, atau keduanya seperti tercetak.",
        "Line {row}: write the count, the percentage, or both as printed.",
    ),
    "INDICATORS_014": Entry(
        "Tulis mengapa angka ini ditarik. Catatannya tetap dapat dibaca.",
        "Write why these figures are withdrawn. The entry stays readable.",
    ),
    "INDICATORS_015": Entry(
        "Baris {row}: {seen} bukan persen. Tulis seperti tercetak, misalnya 37,43.",
        "Line {row}: {seen} is no percentage. Write it as printed, for example 37,43.",
    ),
    "INDICATORS_016": Entry(
        "Nama {seen} sudah Anda pakai untuk tampilan lain. Pilih nama lain, atau hapus tampilan yang lama.",
        "You already use the name {seen} for another view. Choose another name, or delete the old view.",
    ),
    "INDICATORS_017": Entry(
        "Baris {row}: {seen} terlalu besar untuk sebuah jumlah. Periksa angkanya pada sumbernya, lalu tulis lagi.",
        "Line {row}: {seen} is too large for a count. Check the figure in the source and write it again.",
    ),
    "INDICATORS_018": Entry(
        "Kode wilayah {seen} tidak dikenal. Tulis kode provinsi atau kabupaten/kota, misalnya 53 atau 53.01, atau "
        "kosongkan untuk seluruh Indonesia.",
        "The area code {seen} is not known. Write the code of a province or regency, such as 53 or 53.01, or leave it "
        "empty for all of Indonesia.",
    ),
    "INDICATORS_019": Entry(
        "Formulir ini sudah dipakai untuk catatan lain. Buka formulir baru, lalu isi dan simpan lagi.",
        "This form was already used for another record. Open a new form, fill it in and save again.",
    ),
    "INDICATORS_020": Entry(
        "Tampilan ini bukan papan Anda. Buka papan angka, simpan tampilannya, lalu minta kiriman bulanannya.",
        "This view is no board of yours. Open the board of figures, keep a view, then ask for it by e-mail.",
    ),
    "INDICATORS_021": Entry(
        "{seen} bukan alamat surel. Tulis seperti nama@contoh.id.",
        "{seen} is no e-mail address. Write it like name@example.org.",
    ),
    "INDICATORS_022": Entry(
        "Tampilan ini belum bernama. Tulis nama yang singkat, misalnya Kupang tiap bulan.",
        "This view has no name yet. Write a short one, for example Kupang every month.",
    ),
    "INDICATORS_023": Entry(
        "Nama tampilan terlalu panjang: {seen} huruf, paling banyak {most}. Singkatkan namanya.",
        "The name of the view is too long: {seen} letters, at most {most}. Make it shorter.",
    ),
    "INDICATORS_024": Entry(
        "Alamat yang disimpan bukan papan angka, atau pilihannya terlalu banyak. Buka lagi papannya, kurangi "
        "pilihannya, lalu simpan.",
        "The address to keep is no board of figures, or sets too much. Open the board again, choose less, then save.",
    ),
    "INDICATORS_025": Entry(
        "Alamat surel masih kosong. Tulis ke mana papan ini dikirim, seperti nama@contoh.id.",
        "The e-mail address is still empty. Write where this board is sent, like name@example.org.",
    ),
    "INDICATORS_026": Entry(
        "Baris {row}: indikatornya belum dipilih. Pilih dari daftar, atau kosongkan seluruh barisnya.",
        "Line {row}: no indicator is chosen. Choose one from the list, or empty the whole line.",
    ),
}
