"""Errors of members' meetings: calling, inviting, quorum, agenda, votes, decisions, reports."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "MEETINGS_001": Entry(
        "Rapat ini tidak ada atau bukan milik koperasi Anda. Buka lagi dari daftar rapat koperasi.",
        "There is no such meeting, or it is not your cooperative's. Open it again from the cooperative's meetings.",
    ),
    "MEETINGS_002": Entry(
        "RAT tahun buku {year} sudah ada, tanggal {day}. Buka rapat itu, atau tunda bila harinya berubah.",
        "The annual meeting about {year} is there already, on {day}. Open it, or postpone it if the day changes.",
    ),
    "MEETINGS_003": Entry(
        "Tahun buku {year} tidak dapat dibahas pada hari itu. RAT membahas tahun yang sudah berakhir, paling "
        "akhir {last}, dan buku ini mulai tahun {first}. Pilih tahun lain, atau hari rapat sesudah tahun itu berakhir.",
        "The book year {year} cannot be dealt with on that day. An annual meeting is about a year that is over, "
        "{last} at the latest, and this book begins with {first}. Choose another year, or a day after that year.",
    ),
    "MEETINGS_004": Entry(
        "Hari rapat {day} sudah lewat. Pilih hari ini atau sesudahnya.",
        "The day of the meeting, {day}, is past. Choose today or a later day.",
    ),
    "MEETINGS_005": Entry(
        "Rapat sudah dibuka; ini tidak dapat diubah lagi.",
        "The meeting is open; this cannot be changed any more.",
    ),
    "MEETINGS_006": Entry(
        "Undangan tanggal {day} kurang dari {days} hari sebelum rapat {meeting}. Bahan wajib diterima paling "
        "lambat {last} "
        "({cite}). Tunda rapat ke hari yang lebih jauh, atau catat tanggal serah terima yang benar.",
        "An invitation of {day} is less than {days} days before the meeting of {meeting}. Its papers must be "
        "received by "
        "{last} ({cite}). Postpone the meeting, or give the true day of delivery.",
    ),
    "MEETINGS_007": Entry(
        "Buku daftar anggota belum berisi anggota pada {day}. Catat anggota dahulu di halaman Anggota.",
        "The register of members has nobody on {day}. Write the members down first.",
    ),
    "MEETINGS_008": Entry(
        "Anggota belum diundang. Catat undangan dahulu: hari undangan menentukan siapa yang terdaftar.",
        "The members are not invited yet. Record the invitation first: its day decides who is registered.",
    ),
    "MEETINGS_009": Entry(
        "Belum kuorum: hadir {present} dari {registered} anggota, perlu {needed}. Catat kehadiran lain, atau "
        "tunda rapat.",
        "No quorum: {present} of {registered} members are present, {needed} are needed. Write down who else came, or "
        "postpone the meeting.",
    ),
    "MEETINGS_010": Entry(
        "Rapat belum dibuka. Sahkan kuorum dan buka rapat dahulu; keputusan tanpa itu tidak sah.",
        "The meeting is not open. Confirm the quorum and open it first; a decision without that is void.",
    ),
    "MEETINGS_011": Entry(
        "Rapat sudah ditutup. Keputusan baru diambil dalam rapat berikutnya.",
        "The meeting is closed. New decisions are taken in the next one.",
    ),
    "MEETINGS_012": Entry(
        "Acara {seen} belum gilirannya. Acara sekarang: {now}.",
        "It is not the turn of {seen}. The item now is {now}.",
    ),
    "MEETINGS_013": Entry(
        "Suara tidak cocok: setuju {yes}, tidak setuju {no}, abstain {abstained}, jumlahnya harus {present} "
        "yang hadir.",
        "The votes do not add up: {yes} for, {no} against, {abstained} abstained must be the {present} present.",
    ),
    "MEETINGS_014": Entry(
        "Hasil tidak sesuai suara: setuju {yes}, perlu {needed}. Pilih hasil yang sesuai, atau betulkan suaranya.",
        "The outcome is not what the votes say: {yes} for, {needed} are needed. Choose the outcome that follows, or "
        "correct the votes.",
    ),
    "MEETINGS_015": Entry(
        "Catatan belum ditulis. Pengesahan dengan catatan menyebut catatannya.",
        "The notes are missing. An approval with notes says which.",
    ),
    "MEETINGS_016": Entry(
        "Pemungutan suara ini belum dihitung, sudah dipakai keputusan lain, atau bukan tentang suatu pokok. "
        "Hitung dahulu.",
        "This ballot is not counted, serves another decision, or is not about a matter. Count it first.",
    ),
    "MEETINGS_017": Entry(
        "Yang dicentang bukan anggota yang hadir. Pilih dari daftar hadir rapat ini.",
        "Somebody ticked is not present. Choose from the attendance of this meeting.",
    ),
    "MEETINGS_018": Entry(
        "Surat suara tidak dapat dibagikan lagi: kotak suara sudah dibuka atau suara sudah dihitung.",
        "No slips can be handed out any more: the urn is open or the votes are counted.",
    ),
    "MEETINGS_019": Entry(
        "Surat suara belum dibagikan. Centang siapa yang menerima, lalu bagikan.",
        "No slips are handed out yet. Tick who receives one, then hand them out.",
    ),
    "MEETINGS_020": Entry(
        "Kode ini tidak dikenal atau sudah dipakai, atau pemungutan suara sudah selesai. Periksa kode pada "
        "surat suara.",
        "This code is unknown or used already, or the ballot is over. Check the code on the slip.",
    ),
    "MEETINGS_021": Entry(
        "Pilihan {seen} tidak ada pada surat suara. Pilih salah satu yang tercantum.",
        "{seen} is not on the slip. Choose one that is.",
    ),
    "MEETINGS_022": Entry(
        "Hitungan {seen} tidak sama dengan {handed} surat suara yang dibagikan. Hitung lagi; yang kosong dan "
        "rusak ikut "
        "dihitung sebagai suara kosong.",
        "{seen} counted are not the {handed} slips handed out. Count again; empty and spoilt ones count as blank.",
    ),
    "MEETINGS_023": Entry(
        "Calon kurang dari {least} atau ada dua yang sama. Centang tiap calon dalam daftar.",
        "There are fewer than {least} candidates, or two alike. Tick each candidate in the list.",
    ),
    "MEETINGS_024": Entry(
        "{name} tidak terpilih dalam pemungutan suara ini. Pilih yang terpilih, atau ulangi untuk suara yang seri.",
        "{name} is not elected by this ballot. Choose one who is, or vote again on a tie.",
    ),
    "MEETINGS_025": Entry(
        "Masih ada acara yang belum selesai: {now}. Selesaikan semua acara, lalu tutup rapat.",
        "An item is left: {now}. Go through all items, then close the meeting.",
    ),
    "MEETINGS_026": Entry(
        "Rapat belum ditutup. Tutup rapat, lalu catat laporannya.",
        "The meeting is not closed. Close it, then record the report.",
    ),
    "MEETINGS_027": Entry(
        "Tanggal {day} tidak dapat dipakai. Pilih hari mulai {first} sampai {last}.",
        "The day {day} cannot be used. Choose one from {first} to {last}.",
    ),
    "MEETINGS_028": Entry(
        "RAT ini belum mengesahkan pertanggungjawaban Pengurus, jadi buku tahun {year} belum dapat dikunci.",
        "This annual meeting has not approved the board's accountability, so the books of {year} cannot be locked yet.",
    ),
    "MEETINGS_029": Entry(
        "Belum ada aturan rapat yang berlaku pada {day} di wilayah ini. Pilih hari lain, atau minta aturan "
        "ditambahkan.",
        "No rule about meetings is in force on {day} in this area. Choose another day, or ask for the rule to "
        "be added.",
    ),
    "MEETINGS_030": Entry(
        "Belum waktunya: rapat dijadwalkan {day}. Catat yang hadir dan buka rapat pada harinya.",
        "It is not time yet: the meeting is called for {day}. Record who came and open it on its day.",
    ),
    "MEETINGS_031": Entry(
        "Surat suara dibagikan kepada {count} orang saja; pilihan tiap orang akan mudah diterka. Bagikan kepada paling "
        "sedikit {least} orang, atau putuskan dengan suara terbuka.",
        "Slips for {count} people only: everybody's choice would be easy to guess. Hand them to at least {least}, or "
        "take an open vote.",
    ),
    "MEETINGS_032": Entry(
        "Kotak suara ini belum dibuka atau bukan untuk surat suara berkode. Buka kotak suara dahulu.",
        "This urn is not open, or the ballot has no coded slips. Open the urn first.",
    ),
    "MEETINGS_033": Entry(
        "Hari baru {day} tidak sesudah hari rapat {was}. Rapat tidak dapat dimajukan, sebab bahan harus sampai cukup "
        "awal. Pilih hari sesudah {was}.",
        "The new day {day} is not after the day of the meeting, {was}. A meeting is not brought forward, for its "
        "papers must arrive early enough. Choose a day after {was}.",
    ),
    "MEETINGS_034": Entry(
        "Rapat dijadwalkan {day}, hari itu sudah lewat. Tunda rapat ke hari yang baru, lalu buka pada harinya.",
        "The meeting was called for {day}, which is past. Postpone it to a new day, then open it on that day.",
    ),
    "MEETINGS_035": Entry(
        "Undangan tanggal {day} sudah diserahkan kepada {count} anggota, jadi daftar undangan tidak dibuat ulang. "
        "Teruskan penyerahan undangan itu.",
        "The invitation of {day} has reached {count} members, so its list is not made anew. Go on delivering that "
        "invitation.",
    ),
    "MEETINGS_036": Entry(
        "Surat suara untuk {count} orang sudah dicetak. Pakai cetakan itu, atau centang cetak ulang: kode yang lama "
        "tidak berlaku lagi.",
        "Slips for {count} people are printed already. Use those, or tick that they are printed again: the earlier "
        "codes are then void.",
    ),
    "MEETINGS_037": Entry(
        "Anggaran dasar membatasi masa jabatan ini {years} tahun ({article}). Akhir {ends} terlalu jauh; pilih paling "
        "lambat {latest}.",
        "The articles allow {years} years for this office ({article}). The end {ends} is too far; choose {latest} or "
        "earlier.",
    ),
    "MEETINGS_038": Entry(
        "Hanya RAT yang mempunyai buku laporan. Buka RAT tahun buku itu dari daftar rapat.",
        "Only an annual meeting has a book of reports. Open the annual meeting of that year from the list.",
    ),
    "MEETINGS_039": Entry(
        "Buku RAT sudah disahkan sebagai versi {version} dan tidak berubah lagi. Cetak versi itu; perbaikan masuk ke "
        "laporan tahun berikutnya.",
        "The annual meeting's book is approved as version {version} and changes no more. Print that version; "
        "corrections go into next year's report.",
    ),
    "MEETINGS_040": Entry(
        "Bagian SHU berjumlah {seen} persen. Betulkan sampai seluruhnya 100 persen.",
        "The shares of the surplus come to {seen} percent. Correct them until they are 100 percent together.",
    ),
    "MEETINGS_041": Entry(
        "Tulisan ini {count} huruf, paling banyak {most}: {seen} Ringkas, atau pindahkan sebagian ke lampiran.",
        "This passage has {count} letters, at most {most} are printed: {seen} Shorten it, or move a part to an annex.",
    ),
    "MEETINGS_042": Entry(
        "Tahun buku {year} belum berakhir, jadi angka dan bulannya belum lengkap. Bekukan buku RAT mulai {day}; sampai "
        "hari itu bukalah rancangannya.",
        "The book year {year} is not over, so its figures and months are not whole. Freeze the annual meeting's book "
        "from {day} on; until then open its draft.",
    ),
    "MEETINGS_043": Entry(
        "Belum ada anggota yang dicentang, jadi tidak ada yang dicatat. Centang siapa yang menerima undangan.",
        "No member is ticked, so nothing is recorded. Tick who received the invitation.",
    ),
    "MEETINGS_044": Entry(
        "Rapat tanggal {meeting} terlalu dekat: bahan wajib diterima anggota {days} hari sebelumnya, paling lambat "
        "{last} ({cite}). Pindahkan rapat ke {first} atau sesudahnya; bila undangan kertas sudah dibagikan lebih "
        "awal, catat hari undangan itu.",
        "A meeting on {meeting} is too soon: its papers must be received {days} days before, by {last} ({cite}). "
        "Move it to {first} or later; if paper invitations were handed out earlier, record the day of those.",
    ),
    "MEETINGS_045": Entry(
        "Ketua panitia rapat ini sudah {name}; panitia mempunyai satu ketua. Pilih tugas lain, atau keluarkan {name} "
        "dari panitia dahulu.",
        "The head of this committee is {name} already; a committee has one head. Choose another duty, or take {name} "
        "out of the committee first.",
    ),
    "MEETINGS_046": Entry(
        "{name} tidak dapat menjadi ketua dan sekretaris sidang sekaligus: keduanya menandatangani berita acara. Tulis "
        "orang lain.",
        "{name} cannot be both chair and secretary of the session: both sign the minutes. Name somebody else.",
    ),
    "MEETINGS_047": Entry(
        "Buku tahun {year} sudah disahkan Rapat Anggota {day} dan terkunci, jadi tidak ada lagi yang "
        "dipertanggungjawabkan. Pilih tahun buku lain, atau jadwalkan Rapat Anggota Khusus.",
        "The books of {year} were approved by the members' meeting on {day} and are locked, so nothing is left to "
        "account for. Choose another book year, or call a special meeting.",
    ),
    "MEETINGS_048": Entry(
        "Ketua dan sekretaris sidang belum dicatat, padahal keduanya menandatangani berita acara. Catat pimpinan "
        "sidang, lalu tutup rapat.",
        "Chair and secretary of the session are not recorded, though both sign the minutes. Record who led the "
        "session, then close the meeting.",
    ),
    "MEETINGS_049": Entry(
        "Bahan rapat terlambat sampai kepada {count} anggota yang hadir, jadi keputusan ini dapat digugat. Catat "
        "dahulu siapa di antara mereka yang setuju membahasnya, atau tunda pokok ini ke rapat berikutnya.",
        "The papers came late to {count} of the members present, so this decision could be contested. First record who "
        "of them agreed to deal with it, or leave the matter to the next meeting.",
    ),
    "MEETINGS_050": Entry(
        "Tidak seorang pun dari {count} anggota hadir yang bahannya terlambat dicentang. Centang yang setuju; tanpa "
        "persetujuan, tunda pokoknya ke rapat berikutnya.",
        "Nobody of the {count} members present whose papers came late is ticked. Tick who agrees; without any consent "
        "leave the matter to the next meeting.",
    ),
    "MEETINGS_051": Entry(
        "Acara {seen} tidak dilaksanakan, tetapi alasannya belum ditulis. Tulis alasannya di catatan; berita acara "
        "menyebutnya.",
        "{seen} is not held, but it is not said why. Write the reason in the note; the minutes tell it.",
    ),
    "MEETINGS_052": Entry(
        "Rapat tanggal {day} sudah diumumkan kepada anggota, jadi harinya tidak diubah begitu saja. Tunda rapat dengan "
        "pemberitahuan.",
        "The meeting on {day} is announced to the members, so it is not simply changed. Postpone it with a notice.",
    ),
    "MEETINGS_053": Entry(
        "{count} anggota yang dicentang tidak hadir, jadi tidak dapat ditanya di sidang. Hapus centangnya; bila ia "
        "hadir, catat kehadirannya dahulu.",
        "{count} of the members ticked are not present, so they cannot be asked in session. Untick them; if they came, "
        "record their attendance first.",
    ),
    "MEETINGS_054": Entry(
        "Persetujuan {count} anggota tidak dapat ditarik: sudah ada keputusan atau suara rahasia yang bersandar "
        "padanya. Centang kembali; keberatan sesudahnya tulis di catatan acara.",
        "The consent of {count} members cannot be withdrawn: a decision or a ballot rests on it already. Tick them "
        "again; write an objection made later into the note of the item.",
    ),
    "MEETINGS_055": Entry(
        "Acara {seen} selalu dilaksanakan: pimpinan sidang menandatangani berita acara. Tulis ketua dan sekretaris "
        "yang dipilih anggota, lalu selesaikan acaranya.",
        "{seen} is always held: who leads the session signs the minutes. Write the chair and secretary whom the "
        "members chose, then finish the item.",
    ),
}
