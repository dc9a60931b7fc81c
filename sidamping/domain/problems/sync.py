"""Errors of sync with field phones."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "SYNC_001": Entry(
        "Kiriman ini lebih besar dari batas {limit} MB. Kirim dalam beberapa bagian; isi HP tetap tersimpan.",
        "This sending is larger than {limit} MB. Send it in parts; the phone keeps its copy.",
    ),
    "SYNC_002": Entry(
        "Kiriman memuat {seen} catatan, batasnya {limit}. Kirim dalam beberapa bagian.",
        "The sending holds {seen} records, the limit is {limit}. Send it in parts.",
    ),
    "SYNC_003": Entry(
        "Amplop catatan tidak terbaca pada {field}: {seen}. Catatan tetap di HP; simpan antrean sebagai berkas dan"
        " kirim ke koordinator.",
        "The envelope cannot be read at {field}: {seen}. The record stays on the phone; save the queue as a file and"
        " send it to the coordinator.",
    ),
    "SYNC_004": Entry(
        "Isi catatan berubah di perjalanan (sidik {seen} tidak cocok). Kirim lagi.",
        "The record changed on its way (the hash {seen} does not fit). Send it again.",
    ),
    "SYNC_005": Entry(
        "HP ini belum dikenal server. Buka aplikasi saat ada sinyal agar HP terdaftar, lalu kirim lagi.",
        "The server does not know this phone yet. Open the app with a signal so that it registers, then send again.",
    ),
    "SYNC_006": Entry(
        "Antrean ini milik orang lain. Masuk sebagai pemiliknya, atau serahkan berkas antreannya lewat titip kirim.",
        "This queue belongs to somebody else. Sign in as its owner, or hand its queue file over to be carried.",
    ),
    "SYNC_007": Entry(
        "Nomor catatan ini sudah dipakai catatan orang lain. Catatan tetap di HP; hubungi koordinator.",
        "This record's id is already that of somebody else's record. It stays on the phone; ask the coordinator.",
    ),
    "SYNC_008": Entry(
        "HP ini dicabut pada {day}. Isinya tetap tersimpan: simpan antrean sebagai berkas dan titipkan ke koordinator.",
        "This phone was revoked on {day}. It keeps its records: save the queue as a file and let the coordinator"
        " carry it.",
    ),
    "SYNC_009": Entry(
        "Kunci HP tidak dapat dipakai: {seen}. Pasang ulang aplikasi lapangan sebagai HP baru.",
        "The phone's key cannot be used: {seen}. Set the field app up again as a new phone.",
    ),
    "SYNC_010": Entry(
        "Server belum mengenal jenis catatan {kind} versi {version}. Catatan aman di server dan diproses sesudah"
        " server diperbarui.",
        "The server does not know records {kind} of version {version} yet. This one is safe on the server and goes"
        " through after an update.",
    ),
    "SYNC_011": Entry(
        "Isi catatan tidak terbaca: {seen}. Catatan aman di server; pengelola akan memeriksanya.",
        "The record's content cannot be read: {seen}. It is safe on the server; the operator looks into it.",
    ),
    "SYNC_012": Entry(
        "Server gagal memproses catatan ini. Catatan aman di server dan diproses lagi sesudah diperbaiki; Anda tidak"
        " perlu menulis ulang.",
        "The server failed on this record. It is safe on the server and is run again after a mend; do not write it"
        " anew.",
    ),
    "SYNC_013": Entry(
        "Pada {day} Anda tidak memegang peran untuk catatan ini ({roles}). Minta koordinator memeriksa penugasan.",
        "On {day} you held no role for this record ({roles}). Ask the coordinator to check the appointment.",
    ),
    "SYNC_014": Entry(
        "Catatan bernomor sama sudah ada dengan isi lain. Keduanya disimpan; pilih di halaman Perlu perhatian.",
        "A record with this id is there with other content. Both are kept; choose on the page of matters that need"
        " attention.",
    ),
    "SYNC_015": Entry(
        "Berkas berubah di perjalanan (sidik {seen} tidak cocok). Kirim lagi.",
        "The file changed on its way (the hash {seen} does not fit). Send it again.",
    ),
    "SYNC_016": Entry(
        "Catatan untuk berkas ini belum sampai. Kirim catatannya dahulu, lalu berkasnya.",
        "The record of this file has not arrived. Send the record first, then the file.",
    ),
    "SYNC_017": Entry(
        "Catatan itu tidak menunggu berkas ini. Periksa pasangan catatan dan berkas.",
        "That record does not expect this file. Check which record the file belongs to.",
    ),
    "SYNC_018": Entry(
        "Ini bukan berkas antrean SiDamping yang utuh ({seen}). Minta berkasnya dikirim ulang.",
        "This is no whole queue file of SiDamping ({seen}). Ask for the file to be sent again.",
    ),
    "SYNC_019": Entry(
        "Tanda tangan berkas antrean tidak cocok dengan HP pemiliknya. Berkas berubah di jalan: minta dikirim ulang.",
        "The signature of the queue file does not fit its owner's phone. The file was changed: ask for it again.",
    ),
    "SYNC_020": Entry(
        "Terlalu banyak permintaan sekaligus. Tunggu {seconds} detik, lalu kirim lagi.",
        "Too many requests at once. Wait {seconds} seconds, then send again.",
    ),
    "SYNC_021": Entry(
        "Catatan ini sudah berkeadaan \"{state}\", jadi tidak dapat {act}. Muat ulang halaman.",
        "This record is already \"{state}\", so it cannot {act}. Reload the page.",
    ),
    "SYNC_022": Entry(
        "Catatan ini tidak ada, atau bukan dalam jangkauan Anda.",
        "This record does not exist, or is out of your reach.",
    ),
    "SYNC_023": Entry(
        "Berkas {name} tidak ada lagi di server. Buka aplikasi di HP yang menyimpannya agar terkirim lagi; catatannya"
        " tetap berlaku.",
        "The file {name} is gone from the server. Open the app on the phone that keeps it so that it is sent again;"
        " the record stands.",
    ),
    "SYNC_024": Entry(
        "Server gagal melampirkan berkas {name}. Catatan dan berkasnya aman di server dan dicoba lagi; Anda tidak"
        " perlu mengirim ulang.",
        "The server failed to attach the file {name}. The record and its file are safe on the server and it is tried"
        " again; do not send it anew.",
    ),
}
