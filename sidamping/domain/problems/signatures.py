"""Errors of signatures: what a mentee or an officer of the cooperative signs on the mentor's phone."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "SIGNATURES_001": Entry(
        "Sidik segel {seen} tidak cocok dengan isi yang disegel ({known}). Isi berubah setelah ditandatangani, atau"
        " aplikasinya keliru: minta tanda tangan lagi.",
        "The seal's hash {seen} does not fit the sealed content ({known}). The content changed after it was signed, or"
        " the app is at fault: ask for the signature again.",
    ),
    "SIGNATURES_002": Entry(
        "Isi yang disegel memuat bilangan pecahan atau bukan objek. Hanya teks, bilangan bulat, ya/tidak, dan daftar.",
        "The sealed content holds a fraction or is no object. Only texts, whole numbers, yes/no and lists may stand in"
        " it.",
    ),
    "SIGNATURES_003": Entry(
        "Ini bukan tanda tangan yang digambar: goresan harus bilangan bulat di dalam bingkai {width} × {height}.",
        "This is no drawn signature: strokes must be whole numbers within a frame of {width} × {height}.",
    ),
    "SIGNATURES_004": Entry(
        "Tanda tangan terlalu besar: {points} titik, paling banyak {most}. Hapus dan tanda tangani lagi lebih ringkas.",
        "The signature is too large: {points} points, at most {most}. Clear it and sign again, shorter.",
    ),
    "SIGNATURES_005": Entry(
        "Belum ada tanda tangan: yang tergambar hanya titik. Minta penanda tangan menggambar tanda tangannya.",
        "Nothing is signed yet: there is only a dot. Ask the signer to draw the signature.",
    ),
    "SIGNATURES_006": Entry(
        "Segel memerlukan satu cara: tanda tangan yang digambar, atau kode dari lembar dampingan; tidak keduanya.",
        "A seal takes one way: a drawn signature, or a code of the mentee's sheet; not both and not neither.",
    ),
    "SIGNATURES_007": Entry(
        "Kunjungan atau laporan yang disegel bukan milik Anda, atau tidak ada. Buka dari daftar Anda sendiri.",
        "The sealed visit or paper is not yours, or does not exist. Open it from your own list.",
    ),
    "SIGNATURES_008": Entry(
        "Segel dengan nomor yang sama sudah ada dengan isi lain. Minta tanda tangan lagi sebagai segel baru.",
        "A seal with this identifier is there with other content. Ask for the signature again as a new seal.",
    ),
}
