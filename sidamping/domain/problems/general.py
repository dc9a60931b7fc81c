"""Errors of requests in general."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "GENERAL_001": Entry(
        "Isian {label} wajib diisi.",
        "{label} must be filled in.",
    ),
    "GENERAL_002": Entry(
        "{label}: nilai \"{seen}\" tidak dikenal. Pilih salah satu dari daftar.",
        "{label}: the value \"{seen}\" is not known. Choose one from the list.",
    ),
    "GENERAL_003": Entry(
        "Data ini sudah diubah orang lain sejak Anda membukanya. Muat ulang halaman, lalu ulangi isian Anda.",
        "Somebody changed this record after you opened it. Reload the page, then enter your change again.",
    ),
    "GENERAL_004": Entry(
        "Isian \"{label}\": \"{seen}\" tidak terbaca. Tulis seperti contoh ini: {example}.",
        "\"{label}\": \"{seen}\" cannot be read. Write it like this example: {example}.",
    ),
    "GENERAL_005": Entry(
        "Pekerjaan ini terhenti karena server mati atau dimulai ulang. Tidak ada yang tersimpan setengah. Tekan Coba "
        "lagi; bila tetap berhenti, hubungi admin.",
        "This work stopped because the server went down or was started anew. Nothing is stored by halves. Press Try "
        "again; if it stops once more, tell the administrator.",
    ),
    "GENERAL_006": Entry(
        "Isian {field} memuat tanda yang tidak dapat disimpan (NUL atau huruf yang rusak). Hapus tanda itu, lalu kirim "
        "lagi.",
        "{field} holds a sign that cannot be stored (NUL or a broken letter). Remove that sign, then send it again.",
    ),
    "GENERAL_007": Entry(
        "Isian {label} terlalu panjang: {seen} huruf, paling banyak {most}. Singkatkan; tidak ada yang dipotong.",
        "{label} is too long: {seen} letters, at most {most}. Make it shorter; nothing is cut off.",
    ),
    "GENERAL_008": Entry(
        "Isian {label}: {seen} terlalu kecil. Tulis paling sedikit {least}.",
        "{label}: {seen} is too small. Write {least} at least.",
    ),
    "GENERAL_009": Entry(
        "Isian {label}: {seen} terlalu besar. Tulis paling banyak {most}.",
        "{label}: {seen} is too large. Write {most} at most.",
    ),
}
