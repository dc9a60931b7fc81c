"""Errors of field work."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "FIELDWORK_001": Entry(
        "{label}: {length} huruf, batasnya {limit}. Ringkaskan, atau pindahkan sebagian ke Keterangan.",
        "{label}: {length} characters, the limit is {limit}. Shorten it, or move a part to Remarks.",
    ),
    "FIELDWORK_002": Entry(
        "{label}: tanggal {day} belum terjadi. Pilih tanggal sampai {latest}.",
        "{label}: the date {day} has not come yet. Choose a date up to {latest}.",
    ),
    "FIELDWORK_003": Entry(
        "{label}: tanggal {day} terlalu awal. Pilih tanggal mulai {earliest}.",
        "{label}: the date {day} is too early. Choose a date from {earliest} on.",
    ),
    "FIELDWORK_004": Entry(
        "Tanggal kunjungan {day} belum terjadi (hari ini {today}). Betulkan tanggalnya, atau catat sebagai rencana.",
        "The visit date {day} has not come yet (today is {today}). Correct the date, or enter it as a plan.",
    ),
    "FIELDWORK_005": Entry(
        "Jam selesai {ends} tidak sesudah jam mulai {starts}. Betulkan salah satunya.",
        "The end {ends} is not after the start {starts}. Correct one of them.",
    ),
    "FIELDWORK_006": Entry(
        "Belum ada dampingan yang dikunjungi. Pilih paling sedikit satu dampingan.",
        "No mentee is named yet. Choose at least one mentee.",
    ),
    "FIELDWORK_007": Entry(
        "Satu dampingan tertulis {times} kali. Hapus yang berulang.",
        "One mentee is named {times} times. Remove the repetition.",
    ),
    "FIELDWORK_008": Entry(
        "Jumlah hadir {seen} tidak cocok: {named} nama tertulis, dan jumlahnya harus 1 sampai {limit}. Betulkan.",
        "{seen} attending does not fit: {named} names are written, and it must be 1 to {limit}. Correct it.",
    ),
    "FIELDWORK_009": Entry(
        "Biaya {seen} di luar batas 0 sampai {limit} rupiah. Tulis rupiah bulat tanpa sen.",
        "The cost {seen} is outside 0 to {limit} rupiah. Write whole rupiah without cents.",
    ),
    "FIELDWORK_010": Entry(
        "Titik lokasi {latitude}, {longitude} bukan koordinat bumi. Ambil ulang lokasinya, atau kosongkan keduanya.",
        "The position {latitude}, {longitude} is not on earth. Take the position again, or leave both empty.",
    ),
    "FIELDWORK_011": Entry(
        "Tindak lanjut \"{text}\" menunjuk dampingan yang tidak dikunjungi. Pilih dampingan yang hadir.",
        "The follow-up \"{text}\" names a mentee who was not visited. Choose one who was present.",
    ),
    "FIELDWORK_012": Entry(
        "Pengamatan belum berisi temuan. Tulis paling sedikit satu hal yang Anda lihat.",
        "The observation has no finding yet. Write at least one thing that you saw.",
    ),
    "FIELDWORK_013": Entry(
        "Penyebab masalah belum ditulis. Tanyakan 'mengapa' kepada dampingan dan tulis jawabannya.",
        "The cause of the problem is missing. Ask the mentee 'why' and write the answer.",
    ),
    "FIELDWORK_014": Entry(
        "Rantai penyebab berisi {seen} langkah, paling banyak {limit}. Gabungkan yang serupa.",
        "The chain of causes has {seen} steps, at most {limit}. Join those that are alike.",
    ),
    "FIELDWORK_015": Entry(
        "Baru {seen} alternatif yang lengkap dengan akibatnya. Susun paling sedikit dua sebelum dampingan memilih.",
        "Only {seen} alternatives stand with their consequences. Lay out at least two before the mentee chooses.",
    ),
    "FIELDWORK_016": Entry(
        "Alternatif yang dipilih tidak ada pada masalah ini. Pilih salah satu yang tertulis, atau tambahkan dahulu.",
        "The chosen alternative is not one of this problem. Choose one that is listed, or add it first.",
    ),
    "FIELDWORK_017": Entry(
        "{name} adalah pendamping. Yang memutuskan adalah dampingan: tulis nama pengurus atau pemilik usaha.",
        "{name} is the mentor. The mentee decides: write the name of a board member or the owner.",
    ),
    "FIELDWORK_018": Entry(
        "Belum ada pengamatan awal untuk dampingan ini. Catat pengamatan dahulu, lalu susun rencananya.",
        "There is no first observation of this mentee yet. Record the observation first, then make the plan.",
    ),
    "FIELDWORK_019": Entry(
        "Lama kegiatan {seen} menit di luar batas 1 sampai {limit}. Betulkan lamanya.",
        "A duration of {seen} minutes is outside 1 to {limit}. Correct it.",
    ),
    "FIELDWORK_020": Entry(
        "Kegiatan berulang perlu tanggal akhir sesudah {first}. Isi tanggal akhirnya, atau pilih tidak berulang.",
        "A recurring activity needs an end date after {first}. Fill it in, or choose not to repeat.",
    ),
    "FIELDWORK_021": Entry(
        "Pengulangan lebih dari {limit} kali. Pilih tanggal akhir yang lebih dekat.",
        "It repeats more than {limit} times. Choose an earlier end date.",
    ),
    "FIELDWORK_022": Entry(
        "Pada {day} dampingan ini bukan tugas Anda: {mentee}. Periksa tanggalnya, atau minta koordinator memperbaiki"
        " penugasan.",
        "On {day} this mentee was not assigned to you: {mentee}. Check the date, or ask the coordinator to correct the"
        " assignment.",
    ),
    "FIELDWORK_023": Entry(
        "Pada {day} Anda sudah mencatat kunjungan ke {mentee} pukul {starts}-{ends}. Betulkan jam kunjungan ini, atau"
        " ubah kunjungan itu.",
        "On {day} you already recorded a visit to {mentee} at {starts}-{ends}. Correct the time of this visit, or"
        " change that one.",
    ),
    "FIELDWORK_024": Entry(
        "Catatan dengan nomor kiriman ini sudah tersimpan dengan isi lain. Yang lama tidak diubah; buka catatan itu"
        " untuk memperbaikinya, atau catat sebagai yang baru.",
        "A record with this sending number is already stored with other content. It was not changed; open it to correct"
        " it, or enter yours as a new one.",
    ),
    "FIELDWORK_025": Entry(
        "Catatan ini sudah diperbaiki {name} pada {at}. Isian Anda tidak hilang: bandingkan dengan versi"
        " terbaru, lalu simpan lagi atau pilih salah satu.",
        "{name} already corrected this record on {at}. Your entries are not lost: compare them with the newest"
        " version, then save again or choose one of them.",
    ),
    "FIELDWORK_026": Entry(
        "Hanya pendamping yang menulis kunjungan ini dapat mengubahnya.",
        "Only the mentor who wrote this visit can change it.",
    ),
    "FIELDWORK_027": Entry(
        "Masalah ini sudah diputuskan oleh {name} pada {day}. Catat hasilnya, atau buat masalah baru bila keadaan"
        " berubah.",
        "This problem was already decided by {name} on {day}. Record the outcome, or open a new problem if things"
        " changed.",
    ),
    "FIELDWORK_028": Entry(
        "Belum ada pilihan dampingan untuk masalah ini. Catat pilihannya dahulu, lalu hasilnya.",
        "The mentee has not chosen yet for this problem. Record the choice first, then the outcome.",
    ),
    "FIELDWORK_029": Entry(
        "Kegiatan ini sudah dibatalkan pada {day}. Buat kegiatan rencana baru bila tetap perlu.",
        "This activity was dropped on {day}. Plan a new one if it is still needed.",
    ),
    "FIELDWORK_030": Entry(
        "Kegiatan ini sudah terlaksana dengan kunjungan tercatat, jadi tidak dapat diubah atau dibatalkan.",
        "This activity was carried out by a recorded visit, so it can neither be changed nor dropped.",
    ),
    "FIELDWORK_031": Entry(
        "Tindak lanjut ini sudah selesai pada {day} dengan catatan \"{note}\". Tambahkan yang baru bila perlu.",
        "This follow-up was already closed on {day} with the note \"{note}\". Add a new one if work is left.",
    ),
    "FIELDWORK_032": Entry(
        "Kegiatan rencana itu bukan milik Anda, atau bukan untuk dampingan yang dikunjungi. Pilih yang cocok, atau"
        " kosongkan.",
        "That plan item is not yours, or not for a mentee who was visited. Choose a fitting one, or leave it empty.",
    ),
    "FIELDWORK_033": Entry(
        "Satu kunjungan memuat paling banyak {limit} foto; sudah ada {seen}. Pilih yang paling penting.",
        "A visit holds at most {limit} photos; there are {seen}. Choose the most important ones.",
    ),
    "FIELDWORK_034": Entry(
        "Masalah itu tidak ada pada dampingan ini. Pilih masalah dari daftar dampingan.",
        "This mentee has no such problem. Choose a problem from the mentee's list.",
    ),
    "FIELDWORK_035": Entry(
        "Catatan ini tidak ada, atau bukan milik Anda untuk diubah. Kembali ke daftar dan buka lagi dari sana.",
        "This record does not exist, or is not yours to change. Go back to the list and open it from there.",
    ),
    "FIELDWORK_036": Entry(
        "Masalah ini sudah teratasi pada {day}, jadi catatannya tertutup. Buat masalah baru bila keadaan berubah.",
        "This problem was solved on {day}, so its record is closed. Open a new problem if things changed.",
    ),
    "FIELDWORK_037": Entry(
        "{mentee}: program ini menunggu langkah \"{steps}\" dahulu. Selesaikan langkah itu, atau minta {who} "
        "melangkahinya dengan alasan.",
        "{mentee}: this programme first waits for the step \"{steps}\". Complete it, or ask {who} to leave it out "
        "with a reason.",
    ),
    "FIELDWORK_038": Entry(
        "Materi \"{seen}\" tidak ada di pustaka Anda, atau sudah ditarik. Pilih dari daftar materi.",
        "The material \"{seen}\" is not in your library, or was retired. Choose from the list of materials.",
    ),
    "FIELDWORK_039": Entry(
        "{seen} materi dipilih; satu kunjungan memuat paling banyak {limit}. Pilih yang sungguh diserahkan.",
        "{seen} materials are chosen; a visit holds at most {limit}. Choose those really handed over.",
    ),
}
