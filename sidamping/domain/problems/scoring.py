"""Errors of scoring: 001 to 020 refuse a filling, the others say why a score is missing or odd."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "SCORING_001": Entry(
        "Instrumen \"{seen}\" tidak ada. Pilih salah satu: {known}.",
        "There is no instrument \"{seen}\". Choose one of: {known}.",
    ),
    "SCORING_002": Entry(
        "Berkas {file} tidak dapat dibaca: {seen}. Tulis YAML atau JSON dengan kunci inputs, ratios atau answers.",
        "The file {file} cannot be read: {seen}. Write YAML or JSON with the keys inputs, ratios or answers.",
    ),
    "SCORING_003": Entry(
        "Isian tidak memuat apa pun yang dapat dinilai. Isi inputs (rupiah), ratios (persen) atau answers; kunci "
        "yang dilihat: {seen}.",
        "The filling has nothing that can be scored. Give inputs (rupiah), ratios (percent) or answers; keys seen: "
        "{seen}.",
    ),
    "SCORING_004": Entry(
        "{key}: \"{seen}\" bukan satu bilangan yang jelas. Di berkas tulis 1250000 atau 31.24, di formulir boleh juga "
        "1.250.000 atau 31,24; kosongkan bila tidak dilaporkan.",
        "{key}: \"{seen}\" is not clearly one number. In a file write 1250000 or 31.24, in a form also 1.250.000 or "
        "31,24; leave it out if it is not reported.",
    ),
    "SCORING_005": Entry(
        "{key}: {seen} kurang dari nol, padahal jumlah ini tidak dapat negatif. Periksa tandanya.",
        "{key}: {seen} is below zero, which this amount cannot be. Check its sign.",
    ),
    "SCORING_006": Entry(
        "{part} ({part_seen}) lebih besar daripada {whole} ({whole_seen}), padahal bagian darinya. Perbaiki salah "
        "satu.",
        "{part} ({part_seen}) is more than {whole} ({whole_seen}) although it is a part of it. Correct one of them.",
    ),
    "SCORING_007": Entry(
        "{key}: {seen} di luar rentang {within}. Perbaiki angkanya.",
        "{key}: {seen} is outside {within}. Correct the number.",
    ),
    "SCORING_008": Entry(
        "{key}: jawaban \"{seen}\" tidak dikenal. Tulis ya atau tidak (untuk kompetensi K atau BK), atau banyaknya "
        "jawaban ya.",
        "{key}: the answer \"{seen}\" is not known. Write ya or tidak (yes or no; K or BK for competence), or the "
        "count of yes.",
    ),
    "SCORING_009": Entry(
        "{key}: {seen} jawaban, sedangkan pertanyaannya {count}. Hapus kelebihannya.",
        "{key}: {seen} answers, but there are {count} questions. Remove what is too much.",
    ),
    "SCORING_010": Entry(
        "{key}: pertanyaan \"{seen}\" tidak ada. Pakai nomor 1 sampai {count}.",
        "{key}: there is no question \"{seen}\". Use the numbers 1 to {count}.",
    ),
    "SCORING_011": Entry(
        "{key}: \"{seen}\" bukan daftar yang diharapkan. Tulis {wanted}.",
        "{key}: \"{seen}\" is not the list that is expected. Write {wanted}.",
    ),
    "SCORING_012": Entry(
        "Cara \"{seen}\" tidak dikenal. Pilih table (tabel) atau text (bunyi peraturan).",
        "The method \"{seen}\" is not known. Choose table or text.",
    ),
    "SCORING_013": Entry(
        "Versi \"{seen}\" dari instrumen {name} tidak ditemukan. Pilih salah satu: {known}, atau berkas YAML.",
        "The version \"{seen}\" of the instrument {name} was not found. Choose one of: {known}, or a YAML file.",
    ),
    "SCORING_014": Entry(
        "Tanggal \"{seen}\" tidak dikenal. Tulis --on TTTT-BB-HH, mis. 2020-12-31.",
        "The date \"{seen}\" is not known. Write --on YYYY-MM-DD, e.g. 2020-12-31.",
    ),
    "SCORING_015": Entry(
        "{key}: butir \"{seen}\" tidak mempunyai bobot dalam instrumen ini. Pakai salah satu: {known}, atau tulis "
        "weight pada butir itu.",
        "{key}: the item \"{seen}\" has no weight in this instrument. Use one of: {known}, or give the item a weight.",
    ),
    "SCORING_016": Entry(
        "Kunci \"{seen}\" diisi dua kali dengan nama lain ({other}) dan angkanya berbeda. Sisakan satu.",
        "The key \"{seen}\" is given twice under another name ({other}) with different numbers. Keep one.",
    ),
    "SCORING_017": Entry(
        "Alternatif \"{name}\" belum dinilai menurut {missing}. Isi angka {within} untuk setiap kriteria.",
        "The alternative \"{name}\" is not judged by {missing}. Give a number in {within} for every criterion.",
    ),
    "SCORING_018": Entry(
        "Instrumen ini membandingkan alternatif. Isi kunci alternatives: nama alternatif, lalu angka untuk "
        "{criteria}.",
        "This instrument compares alternatives. Fill in the key alternatives: a name each, then numbers for "
        "{criteria}.",
    ),
    "SCORING_019": Entry(
        "Versi {first} dan {second} tidak dapat dibandingkan: penggarisnya berbeda. Hitung ulang keduanya dengan "
        "satu versi.",
        "The versions {first} and {second} cannot be compared: the ruler differs. Score both again with one version.",
    ),
    "SCORING_020": Entry(
        "{key}: bobot {seen} harus lebih besar dari nol. Perbaiki bobotnya, atau hapus kriterianya.",
        "{key}: the weight {seen} must be above zero. Correct the weight, or remove the criterion.",
    ),
    "SCORING_021": Entry(
        "Tidak dapat dihitung: {name} nol, sehingga rasionya tidak ada; peraturan tidak menyebut nilainya. Nilai "
        "komponen ini tidak ikut dijumlahkan.",
        "Not computable: {name} is zero, so there is no ratio; the regulation gives no value for it. The component "
        "is left out of the sum.",
    ),
    "SCORING_022": Entry(
        "Tidak dapat dihitung: {name} kurang dari nol (rugi atau defisit), sehingga rasionya tidak bermakna. Nilai "
        "komponen ini tidak ikut dijumlahkan.",
        "Not computable: {name} is below zero (a loss or deficit), so the ratio means nothing. The component is left "
        "out of the sum.",
    ),
    "SCORING_023": Entry(
        "Belum dilaporkan: {missing}. Isi jumlahnya pada inputs, atau persennya pada ratios.",
        "Not reported: {missing}. Give the amount in inputs, or the percentage in ratios.",
    ),
    "SCORING_024": Entry(
        "Belum dijawab: {missing} dari {count} pertanyaan. Jawab sisanya; yang belum dijawab tidak dihitung sebagai "
        "tidak.",
        "Not answered: {missing} of {count} questions. Answer the rest; what is not answered does not count as no.",
    ),
    "SCORING_025": Entry(
        "Nilai diambil dari isian dan tidak dihitung di sini. Isi jumlahnya agar dapat dihitung.",
        "The score was taken from the filling, not computed here. Give the amounts so that it can be computed.",
    ),
    "SCORING_026": Entry(
        "Penilaian belum lengkap: baru {coverage} persen bobot yang dapat dinilai, jadi jumlahnya sementara dan "
        "kategori tidak disebut. Kurang: {missing}.",
        "The assessment is not complete: only {coverage} percent of the weight could be scored, so the total is "
        "partial and no category is named. Missing: {missing}.",
    ),
    "SCORING_027": Entry(
        "Apa pun nilai komponen yang kurang, kategorinya antara {lowest} dan {highest}. Lengkapi isian untuk "
        "kepastian.",
        "Whatever the missing components score, the category lies between {lowest} and {highest}. Complete the "
        "filling to know.",
    ),
    "SCORING_028": Entry(
        "Kunci \"{seen}\" tidak dipakai instrumen ini{hint}. Periksa ejaannya.",
        "The key \"{seen}\" is not used by this instrument{hint}. Check its spelling.",
    ),
    "SCORING_029": Entry(
        "{key}: rasio yang diberikan {given} berbeda dari hasil hitung {computed}. Dipakai hasil hitung; periksa "
        "sumbernya.",
        "{key}: the given ratio {given} differs from the computed {computed}. The computed one is used; check the "
        "source.",
    ),
    "SCORING_030": Entry(
        "{key}: bobot pada isian {given} berbeda dari bobot instrumen {used}. Dipakai bobot instrumen; periksa "
        "lembarnya.",
        "{key}: the weight given, {given}, differs from the instrument's, {used}. The instrument's is used; check "
        "the sheet.",
    ),
    "SCORING_031": Entry(
        "Cara text diminta, tetapi bunyi dan tabelnya hanya berbeda pada: {keys}. Komponen lain memakai tabel.",
        "The method text was asked for, but text and table differ only in: {keys}. The other components use the "
        "table.",
    ),
    "SCORING_032": Entry(
        "Versi {used} dipakai atas permintaan; pada {date} berlaku {holding}. Sebutkan versi ini bila hasilnya "
        "dikutip.",
        "The version {used} is used as asked; on {date} {holding} was in force. Name this version when quoting the "
        "result.",
    ),
    "SCORING_033": Entry(
        "{key}: rasio {ratio} persen negatif (rugi) dan jatuh pada pita terendah menurut tabel. Pastikan memang rugi.",
        "{key}: the ratio {ratio} percent is negative (a loss) and falls into the lowest band. Make sure it is a "
        "loss.",
    ),
    "SCORING_034": Entry(
        "Jumlah {given} diambil dari isian, bukan dihitung di sini. Isi rincian agar dapat ditelusuri.",
        "The total {given} was taken from the filling, not computed here. Give the details so that it can be traced.",
    ),
    "SCORING_035": Entry(
        "Jumlah pada isian {given} tidak dipakai karena ada komponen yang dihitung. Bandingkan sendiri dengan "
        "hasilnya.",
        "The total in the filling, {given}, is not used because components were computed. Compare it with the result "
        "yourself.",
    ),
    "SCORING_036": Entry(
        "Status versi ini {status}: {title}. Jangan pakai hasilnya sebagai penilaian resmi.",
        "This version has the status {status}: {title}. Do not use the result as an official assessment.",
    ),
    "SCORING_037": Entry(
        "{key} berasal dari bobot yang belum dipastikan sumbernya ({cite}). Periksa sebelum dipakai.",
        "{key} comes from weights whose source is not certain ({cite}). Check before use.",
    ),
    "SCORING_038": Entry(
        "{key}: rasio {ratio} persen di luar yang lazim, {within}. Nilainya tetap mengikuti tabel; periksa angkanya.",
        "{key}: the ratio {ratio} percent is outside what is usual, {within}. The table is followed; check the figure.",
    ),
    "SCORING_039": Entry(
        "{name}: sumber mencetak jumlah {given}, padahal nilainya berjumlah {computed}. Dipakai hasil hitung.",
        "{name}: the source prints the total {given}, but its marks add up to {computed}. The computed total is used.",
    ),
    "SCORING_040": Entry(
        "Berkas menyebut aturan {seen}, sedangkan hasil ini memakai {used}. Bila perlu, sebut versi dengan --version.",
        "The file names the rule {seen}, but this result uses {used}. Name the version with --version if need be.",
    ),
    "SCORING_041": Entry(
        "Instrumen ini tidak menyebut kategori, jadi tidak ada kategori berikutnya. Bandingkan komponen satu per satu.",
        "This instrument names no categories, so there is no next one. Compare component by component.",
    ),
    "SCORING_042": Entry(
        "Langkah ke kategori berikutnya belum dapat disebut: baru {coverage} persen bobot yang dinilai. Lengkapi isian "
        "lebih dahulu.",
        "The steps to the next category cannot be told yet: only {coverage} percent of the weight is scored. Complete "
        "the filling first.",
    ),
    "SCORING_043": Entry(
        "Sudah pada kategori tertinggi: {category}. Pertahankan, dan lihat komponen yang belum bernilai penuh.",
        "Already in the highest category: {category}. Keep it, and look at the components below their full score.",
    ),
    "SCORING_044": Entry(
        "Hanya jumlah akhirnya yang diberikan, tanpa rincian. Isi jumlah, rasio dan jawaban agar langkahnya dapat "
        "dihitung.",
        "Only the total was given, without details. Give amounts, ratios and answers so that steps can be computed.",
    ),
    "SCORING_045": Entry(
        "Kategori {category} tidak tercapai dengan komponen yang dihitung saja; sisanya diberikan sebagai skor. Isi "
        "rinciannya.",
        "The category {category} is not within reach of the computed components alone; the others were given as "
        "scores. Give their details.",
    ),
    "SCORING_046": Entry(
        "{key}: {amounts} dipakai juga oleh {others}, jadi mengubahnya menggeser rasio itu. Hitung ulang dengan angka "
        "rencana sebelum memutuskan.",
        "{key}: {amounts} stands in {others} as well, so changing it moves those ratios. Score again with the planned "
        "figures before you decide.",
    ),
    "SCORING_047": Entry(
        "{key}: hasil hitung {ratio} persen dibanding batas {limit} persen berkata lain daripada jawabannya. Jawaban "
        "itu dipakai; tulis alasannya pada catatan, atau perbaiki.",
        "{key}: the figures, {ratio} percent against a limit of {limit} percent, say otherwise than the answer. The "
        "answer is used; write the reason in the notes or correct it.",
    ),
    "SCORING_048": Entry(
        "{key}: jumlah yang diisi {given}, padahal bagiannya ({parts}) berjumlah {computed}. Dipakai yang diisi; "
        "kosongkan jumlahnya atau perbaiki bagiannya.",
        "{key}: the total given is {given}, but its parts ({parts}) add up to {computed}. The total given is used; "
        "leave it out or correct the parts.",
    ),
}
