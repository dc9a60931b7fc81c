"""Errors of figures that somebody wrote into a file or on the command line for a calculation."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "FIGURES_001": Entry(
        "Berkas {file} tidak dapat dibaca: {seen}. Tulis YAML atau JSON dengan satu kunci per baris.",
        "The file {file} cannot be read: {seen}. Write YAML or JSON with one key per line.",
    ),
    "FIGURES_002": Entry(
        "Isian bukan satu kasus: {seen}. Tulis kunci dan angkanya, langsung atau di bawah inputs; satu kasus per "
        "berkas.",
        "The filling is not one case: {seen}. Write keys and figures, plainly or below inputs; one case per file.",
    ),
    "FIGURES_003": Entry(
        "{key} belum diisi. Tulis {wanted}.",
        "{key} is missing. Write {wanted}.",
    ),
    "FIGURES_004": Entry(
        "{key}: \"{seen}\" bukan angka. Tulis angkanya, mis. 1250000 atau \"1.250.000\"; persen mis. 12.5 atau "
        "\"12,5\".",
        "{key}: \"{seen}\" is not a number. Write the figure, e.g. 1250000 or \"1.250.000\"; a percentage e.g. 12.5 "
        "or \"12,5\".",
    ),
    "FIGURES_005": Entry(
        "{key}: {seen} bukan rupiah bulat. Uang di sini tanpa sen; bulatkan dahulu.",
        "{key}: {seen} is not whole rupiah. Money here has no cents; round it first.",
    ),
    "FIGURES_006": Entry(
        "{key}: {seen} dapat berarti dua hal, desimal atau titik ribuan. Tulis tanpa titik, mis. 40000, atau dalam "
        "tanda kutip, mis. \"40.000\".",
        "{key}: {seen} can mean two things, decimals or a thousands mark. Write it without the dot, e.g. 40000, or "
        "quoted, e.g. \"40.000\".",
    ),
    "FIGURES_007": Entry(
        "{key}: {seen} kurang dari nol, padahal angka ini tidak dapat negatif. Periksa tandanya.",
        "{key}: {seen} is below zero, which this figure cannot be. Check its sign.",
    ),
    "FIGURES_008": Entry(
        "{key}: {seen} terlalu besar. Jumlah terbesar yang diterima {most}; periksa banyaknya angka nol.",
        "{key}: {seen} is too large. The largest amount taken is {most}; count the zeros.",
    ),
    "FIGURES_009": Entry(
        "{key}: {seen} di luar {least} sampai {most}. Perbaiki angkanya.",
        "{key}: {seen} is outside {least} to {most}. Correct the figure.",
    ),
    "FIGURES_010": Entry(
        "Kunci \"{seen}\" diisi dua kali dengan nama lain ({other}) dan isinya berbeda. Sisakan satu.",
        "The key \"{seen}\" is given twice under another name ({other}) with different content. Keep one.",
    ),
    "FIGURES_011": Entry(
        "{part} ({part_seen}) lebih besar daripada {whole} ({whole_seen}), padahal bagian darinya. Perbaiki salah "
        "satu.",
        "{part} ({part_seen}) is more than {whole} ({whole_seen}) although it is a part of it. Correct one of them.",
    ),
    "FIGURES_012": Entry(
        "{key}: \"{seen}\" tidak dikenal. Pilih salah satu: {known}.",
        "{key}: \"{seen}\" is not known. Choose one of: {known}.",
    ),
    "FIGURES_013": Entry(
        "{key}: tanggal \"{seen}\" tidak dikenal. Tulis TTTT-BB-HH, mis. 2026-12-31.",
        "{key}: the date \"{seen}\" is not known. Write YYYY-MM-DD, e.g. 2026-12-31.",
    ),
    "FIGURES_014": Entry(
        "{key}: \"{seen}\" bukan daftar yang diharapkan. Tulis {wanted}.",
        "{key}: \"{seen}\" is not the list that is expected. Write {wanted}.",
    ),
    "FIGURES_015": Entry(
        "Kunci \"{seen}\" tidak dipakai di sini{hint}. Periksa ejaannya.",
        "The key \"{seen}\" is not used here{hint}. Check its spelling.",
    ),
    "FIGURES_016": Entry(
        "{key}: jumlahnya nol. Tulis jumlah di atas nol; bila memang tidak ada, jangan diisi.",
        "{key}: the amount is zero. Write more than zero; where there is nothing, leave it out.",
    ),
    "FIGURES_017": Entry(
        "{key}: \"{seen}\" bukan jumlah rupiah. Tulis dengan angka saja, misalnya 150.000.",
        "{key}: \"{seen}\" is no amount in rupiah. Write it in digits only, such as 150.000.",
    ),
}
