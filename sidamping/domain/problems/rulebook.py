"""Errors of rule files."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "RULEBOOK_001": Entry(
        "Berkas {file} tidak sesuai tata letak buku aturan. Namai jenis/nama/TTTT-BB-HH[.wilayah][+N].yaml atau "
        "jenis/nama.yaml.",
        "The file {file} does not fit the layout of the rulebook. Name it kind/name/YYYY-MM-DD[.area][+N].yaml or "
        "kind/name.yaml.",
    ),
    "RULEBOOK_002": Entry(
        "Berkas {file} bukan YAML yang dapat dibaca: {seen}. Perbaiki pada baris itu.",
        "The file {file} is not readable YAML: {seen}. Correct it in that line.",
    ),
    "RULEBOOK_003": Entry(
        "Berkas {file}, kunci {key}: kunci \"{seen}\" tidak dikenal. Hapus, atau perbaiki ejaannya.",
        "File {file}, key {key}: the key \"{seen}\" is not known. Delete it or correct its spelling.",
    ),
    "RULEBOOK_004": Entry(
        "Berkas {file}: kunci {key} belum ada. Tambahkan nilainya.",
        "File {file}: the key {key} is missing. Add its value.",
    ),
    "RULEBOOK_005": Entry(
        "Berkas {file}, kunci {key}: nilai \"{seen}\" salah bentuk. Lihat contoh di berkas lain sejenis.",
        "File {file}, key {key}: the value \"{seen}\" has the wrong form. Compare another file of the same kind.",
    ),
    "RULEBOOK_006": Entry(
        "Berkas {file}, kunci {key}: rujukan {seen} tidak ada di rulebook/sources. Tambahkan sumber atau pasalnya.",
        "File {file}, key {key}: the citation {seen} is not in rulebook/sources. Add the source or its article.",
    ),
    "RULEBOOK_007": Entry(
        "Berkas {file}, kunci {key}: \"{seen}\" tidak ditemukan di {kind}. Perbaiki namanya atau tambahkan di sana.",
        "File {file}, key {key}: \"{seen}\" is not found in {kind}. Correct the name or add it there.",
    ),
    "RULEBOOK_008": Entry(
        "Berkas {file}, kunci {key}: \"{seen}\" tertulis dua kali. Sisakan satu.",
        "File {file}, key {key}: \"{seen}\" stands twice. Keep one.",
    ),
    "RULEBOOK_009": Entry(
        "Berkas {file} adalah koreksi (+N) tetapi tidak menyebut alasan. Tambahkan kunci reason.",
        "The file {file} is a correction (+N) but gives no reason. Add the key reason.",
    ),
    "RULEBOOK_010": Entry(
        "Aturan {rule} tidak berlaku pada {date} di {area}. Periksa tanggalnya, atau tambahkan berkas aturan untuk "
        "hari dan wilayah itu.",
        "The rule {rule} is not in force on {date} in {area}. Check the date, or add a rule file for that day and "
        "area.",
    ),
    "RULEBOOK_011": Entry(
        "Contoh hitung {case} dalam {file}: seharusnya {expected}, hasilnya {seen}. Perbaiki berkas aturan atau "
        "contohnya.",
        "Worked example {case} in {file}: expected {expected}, got {seen}. Correct the rule file or the example.",
    ),
    "RULEBOOK_012": Entry(
        "Berkas {file} sudah diterbitkan dan kini berubah. Kembalikan isinya, lalu buat berkas baru atau koreksi +N.",
        "The file {file} is published and has changed. Restore it, then make a new file or a +N correction.",
    ),
    "RULEBOOK_013": Entry(
        "Berkas {file} sudah diterbitkan tetapi tidak ada lagi. Kembalikan berkas itu.",
        "The file {file} is published but is gone. Restore it.",
    ),
    "RULEBOOK_014": Entry(
        "Berkas {file} belum disegel. Jalankan: sidamping rulebook seal.",
        "The file {file} is not sealed yet. Run: sidamping rulebook seal.",
    ),
    "RULEBOOK_015": Entry(
        "Daftar {list} tidak mempunyai kode \"{seen}\". Pilih kode dari daftar itu.",
        "The list {list} has no code \"{seen}\". Choose a code of that list.",
    ),
    "RULEBOOK_016": Entry(
        "Contoh hitung {case} dalam {file} meminta hitungan \"{seen}\" yang tidak dikenal. Pakai salah satu: {known}.",
        "Worked example {case} in {file} asks for the calculation \"{seen}\", which is not known. Use one of: "
        "{known}.",
    ),
    "RULEBOOK_017": Entry(
        "Aturan {rule} belum punya contoh hitung di rulebook/cases. Tambahkan sehari sebelum dan hari mulai "
        "berlakunya.",
        "The rule {rule} has no worked example in rulebook/cases. Add the day before and the day it takes effect.",
    ),
    "RULEBOOK_018": Entry(
        "Berkas {file}, kunci {key}: pita {seen} menyisakan celah. Sambungkan ujungnya, agar setiap nilai punya satu "
        "pita.",
        "File {file}, key {key}: the bands {seen} leave a gap. Let their ends meet, so that every value has one band.",
    ),
    "RULEBOOK_019": Entry(
        "Berkas {file}, kunci {key}: pita {seen} bertumpang tindih. Buka salah satu ujungnya dengan kurung biasa.",
        "File {file}, key {key}: the bands {seen} overlap. Open one of the ends with a round bracket.",
    ),
    "RULEBOOK_020": Entry(
        "Berkas {file}, kunci {key}: bobot berjumlah {seen}, seharusnya {wanted}. Perbaiki bobotnya, atau sebutkan "
        "jumlah sebenarnya pada declared dengan weights: normalised.",
        "File {file}, key {key}: the weights add up to {seen}, not {wanted}. Correct the weights, or state the real "
        "sum in declared with weights: normalised.",
    ),
    "RULEBOOK_021": Entry(
        "Aturan \"{seen}\" tidak ada. Mungkin maksudnya: {known}. Daftar lengkap: sidamping rulebook coverage.",
        "There is no rule \"{seen}\". Perhaps: {known}. The whole list: sidamping rulebook coverage.",
    ),
    "RULEBOOK_022": Entry(
        "Nama \"{seen}\" ada pada beberapa jenis: {kinds}. Tambahkan --kind dengan salah satunya.",
        "The name \"{seen}\" exists in several kinds: {kinds}. Add --kind with one of them.",
    ),
}
