"""Errors of official papers."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "PAPERS_001": Entry(
        "Program {programme} tidak memakai laporan {seen} untuk masa ini. Pilih jenis laporan dari daftar.",
        "Programme {programme} does not use the paper {seen} for this period. Choose a kind from the list.",
    ),
    "PAPERS_002": Entry(
        "Dampingan ini bukan tugas Anda pada {period}. Minta koordinator memeriksa penugasan, atau pilih bulan lain.",
        "This mentee was not assigned to you in {period}. Ask the coordinator to check it, or choose another month.",
    ),
    "PAPERS_003": Entry(
        "Masa laporan \"{seen}\" tidak dikenal atau belum boleh dibuka. Pilih bulan, triwulan atau tahun yang sudah "
        "berjalan.",
        "The period \"{seen}\" is not known or not open yet. Choose a month, quarter or year that has begun.",
    ),
    "PAPERS_004": Entry(
        "Bagian {label} masih kosong. Tulis isinya, lalu serahkan lagi.",
        "The part {label} is still empty. Write it, then hand the paper in again.",
    ),
    "PAPERS_005": Entry(
        "Baris {label} belum diisi. Isi angkanya (0 bila memang nol), atau tandai 'tidak ada data' beserta alasannya.",
        "Line {label} is empty. Enter the figure (0 if it is zero), or mark it 'no data' and give the reason.",
    ),
    "PAPERS_006": Entry(
        "Baris {label} ditandai 'tidak ada data' tanpa alasan. Tulis alasannya, atau isi angkanya.",
        "Line {label} is marked 'no data' without a reason. Write the reason, or enter the figure.",
    ),
    "PAPERS_007": Entry(
        "Baris {label}: {seen} tidak mungkin, karena kurang dari nol. Periksa lagi angkanya.",
        "Line {label}: {seen} is impossible because it is below zero. Check the figure again.",
    ),
    "PAPERS_008": Entry(
        "Baris {label}: \"{seen}\" bukan bilangan bulat. Tulis angka saja, misalnya 1.250.000.",
        "Line {label}: \"{seen}\" is not a whole number. Write digits only, for example 1.250.000.",
    ),
    "PAPERS_009": Entry(
        "Belum ada {what} pada {period}. Catat dahulu, atau tulis di bagian keterangan mengapa tidak ada.",
        "There is no {what} in {period} yet. Record it first, or explain in the remarks why there is none.",
    ),
    "PAPERS_010": Entry(
        "Baris {label}: angka awal belum diisi. Ini laporan pertama, jadi ketik keadaan sampai dengan bulan lalu.",
        "Line {label}: the opening figure is missing. This is the first report, so type the figure up to last month.",
    ),
    "PAPERS_011": Entry(
        "Baris {label}: angka awal terkunci pada {locked} dari laporan bulan lalu, bukan {seen}. Pakai isian koreksi.",
        "Line {label}: the opening figure is locked at {locked} by last month's report, not {seen}. Use a correction.",
    ),
    "PAPERS_012": Entry(
        "Koreksi baris {label} belum ada alasannya. Tulis mengapa angka bulan lalu berubah.",
        "The correction of line {label} has no reason. Write why last month's figure changes.",
    ),
    "PAPERS_013": Entry(
        "Koreksi baris {label} berangkat dari {seen}, padahal angka terkunci {locked}. Buat ulang koreksinya.",
        "The correction of line {label} starts from {seen}, but the locked figure is {locked}. Make it again.",
    ),
    "PAPERS_014": Entry(
        "Koreksi baris {label} tidak mengubah apa pun atau barisnya tidak dikenal. Hapus koreksi ini.",
        "The correction of line {label} changes nothing or names no known line. Remove it.",
    ),
    "PAPERS_015": Entry(
        "Baris {label}: sampai dengan bulan ini menjadi {seen}, kurang dari nol. Periksa angka bulan ini atau "
        "koreksinya.",
        "Line {label}: the figure to date becomes {seen}, below zero. Check this month's figure or its correction.",
    ),
    "PAPERS_016": Entry(
        "Laporan {period} {state}. Serahkan itu dahulu, karena angka awal laporan ini diambil dari sana. Bukalah lewat "
        "Laporan, Susun laporan lain.",
        "The report of {period} {state}. Hand that in first: this report's opening figures come from it. Open it from "
        "Papers, Draw up another paper.",
    ),
    "PAPERS_017": Entry(
        "Laporan ini sedang diperiksa, jadi isinya terkunci. Minta koordinator mengembalikannya bila harus diubah.",
        "This paper is being checked, so it is locked. Ask the coordinator to return it if it must change.",
    ),
    "PAPERS_018": Entry(
        "Belum giliran tindakan \"{action}\": laporan ini {state}. Yang ditunggu: {awaited}.",
        "It is not the turn of \"{action}\": this paper is {state}. Awaited: {awaited}.",
    ),
    "PAPERS_019": Entry(
        "Tindakan \"{action}\" bukan wewenang Anda pada laporan ini. Hanya {role} untuk wilayah ini yang boleh.",
        "The act \"{action}\" is not yours on this paper. Only the {role} of this territory may do it.",
    ),
    "PAPERS_020": Entry(
        "{name} sudah lebih dahulu bertindak ({action}) pada {at}. Muat ulang halaman untuk melihat keadaan terakhir.",
        "{name} acted first ({action}) at {at}. Reload the page to see the latest state.",
    ),
    "PAPERS_021": Entry(
        "Laporan dikembalikan tanpa catatan. Tulis apa yang harus diperbaiki, supaya pendamping tahu.",
        "The paper would be returned without a remark. Write what to improve, so that the mentor knows.",
    ),
    "PAPERS_022": Entry(
        "Laporan ini milik Anda sendiri. Orang lain yang harus memeriksanya.",
        "This paper is your own. Somebody else must check it.",
    ),
    "PAPERS_023": Entry(
        "Angka awal {label} tercetak {seen}, sedangkan laporan bulan lalu kini {locked}. Kembalikan agar "
        "disusun ulang.",
        "The opening figure of {label} is printed as {seen}, but last month's report now says {locked}. Return it.",
    ),
    "PAPERS_024": Entry(
        "Rangkap {seen} tidak ada pada laporan ini atau bukan untuk Anda. Pilih rangkap dari daftar.",
        "Copy {seen} does not exist for this paper or is not yours. Choose a copy from the list.",
    ),
    "PAPERS_025": Entry(
        "Rangkap {seen} sudah diterima oleh {name} pada {at}. Tidak perlu diterima lagi.",
        "Copy {seen} was already received by {name} at {at}. It need not be received again.",
    ),
    "PAPERS_026": Entry(
        "Laporan ini belum diteruskan koordinator, jadi rangkapnya belum beredar. Tunggu sampai diteruskan.",
        "The coordinator has not passed this paper on, so its copies are not out yet. Wait until it is passed.",
    ),
    "PAPERS_027": Entry(
        "Laporan berubah sejak Anda membukanya: yang terakhir revisi {seen}. Muat ulang, lalu baca lagi.",
        "The paper changed after you opened it: the latest is revision {seen}. Reload, then read it again.",
    ),
    "PAPERS_028": Entry(
        "Laporan ini ditulis untuk satu dampingan. Pilih dampingannya, lalu susun lagi.",
        "This paper is written about one mentee. Choose the mentee, then compose it again.",
    ),
    "PAPERS_029": Entry(
        "Ketua koperasi ini punya akun ({name}), jadi tanda tangannya tidak dicatat oleh orang lain. Minta ketua "
        "mengetahui laporan ini di sini.",
        "The chair of this cooperative has an account ({name}), so nobody else records the signature. Ask the chair to "
        "acknowledge the paper here.",
    ),
    "PAPERS_030": Entry(
        "Nama ketua yang menandatangani belum benar. Tulis namanya, paling banyak {most} huruf.",
        "The name of the chair who signed is not right yet. Write it, at most {most} letters.",
    ),
    "PAPERS_031": Entry(
        "Tanggal tanda tangan di atas kertas harus antara {earliest} (laporan diserahkan) dan {latest}. Betulkan "
        "tanggalnya.",
        "The day of the signature on paper must lie between {earliest} (paper handed in) and {latest}. Correct it.",
    ),
    "PAPERS_032": Entry(
        "Catatan belum ditulis. Tulis di mana lembar bertanda tangan itu disimpan, supaya dapat diperiksa.",
        "The remark is missing. Write where the signed sheet is kept, so that it can be checked.",
    ),
    "PAPERS_033": Entry(
        "Laporan ini sudah diserahkan {name} dengan nomor {number}, jadi tetap atas namanya. Bila harus diubah, minta "
        "koordinator mengembalikannya.",
        "This paper was handed in by {name} as number {number} and stays in that name. If it must change, ask the "
        "coordinator to return it.",
    ),
    "PAPERS_034": Entry(
        "Laporan {period} baru \"{state}\". Setujui itu dahulu, karena angka awal laporan ini diambil dari sana.",
        "The report of {period} is only \"{state}\". Pass that one first: this report's opening figures come from it.",
    ),
    "PAPERS_035": Entry(
        "{column}: {income_label} {income} dikurangi {costs_label} {costs} adalah {left}, tetapi {surplus_label} "
        "tertulis {surplus}. Betulkan salah satu dari ketiganya, atau tulis di Keterangan {surplus_label} mengapa "
        "berbeda.",
        "{column}: {income_label} {income} less {costs_label} {costs} is {left}, but {surplus_label} says {surplus}. "
        "Correct one of the three, or write in the remarks of the line {surplus_label} why they differ.",
    ),
    "PAPERS_036": Entry(
        "Isi laporan masih sama dengan revisi {revision} yang dikembalikan dengan catatan \"{remark}\". Perbaiki "
        "isinya, atau tulis jawaban Anda atas catatan itu, lalu serahkan lagi.",
        "The paper still says the same as revision {revision}, returned with the remark \"{remark}\". Correct "
        "it, or write your answer to that remark, then hand it in again.",
    ),
    "PAPERS_037": Entry(
        "Indikator sudah ditetapkan oleh {name} pada {day} dan tidak berubah lagi. Catat nilai barunya saja.",
        "{name} fixed the indicators on {day}; they do not change any more. Record their new values only.",
    ),
    "PAPERS_038": Entry(
        "Hanya pendamping yang bertugas yang menetapkan dan mengukur indikator. Minta koordinator memeriksa penugasan.",
        "Only the mentor in charge fixes and measures indicators. Ask the coordinator to check the assignment.",
    ),
    "PAPERS_039": Entry(
        "{label}: \"{seen}\" bukan bilangan nol atau lebih. Tulis angka saja, misalnya 1.250 atau 12,5.",
        "{label}: \"{seen}\" is no number of zero or more. Write digits only, such as 1,250 or 12.5.",
    ),
    "PAPERS_040": Entry(
        "Isi 1 sampai {most} indikator, masing-masing dengan nama yang berbeda dan satuannya. Tertulis {seen}.",
        "Fill in 1 to {most} indicators, each with its own name and unit. There are {seen}.",
    ),
    "PAPERS_041": Entry(
        "Tanggal ukur {day} harus antara {starts} dan hari ini. Periksa tanggalnya.",
        "The day of measuring {day} must lie between {starts} and today. Check the day.",
    ),
    "PAPERS_042": Entry(
        "Indikator {name} ditetapkan {fixed_on} tetapi belum diukur lagi. Ukur nilainya di halaman Indikator, atau "
        "tulis sebabnya pada 'Indikator tanpa pembanding dan sebabnya'.",
        "The indicator {name} was fixed on {fixed_on} but never measured again. Measure it on the page Indicators, or "
        "write under 'Indicators without a comparison, and why' what kept you from it.",
    ),
    "PAPERS_043": Entry(
        "Untuk {mentee} tidak ada indikator yang ditetapkan di awal, jadi sebelum dan sesudah tidak dapat "
        "dibandingkan. Tulis pada 'Indikator tanpa pembanding dan sebabnya' mengapa, dan apa yang dipakai sebagai"
        " gantinya.",
        "No indicator was fixed for {mentee} at the start, so before and after cannot be compared. Write under "
        "'Indicators without a comparison, and why' what the reason is and what stands in for them.",
    ),
    "PAPERS_044": Entry(
        "Laporan akhir {mentee} disusun setelah pendampingannya berakhir, dan itu belum. Susun laporan berkala dahulu, "
        "atau minta koordinator mengakhiri pendampingan.",
        "The final report on {mentee} is written once the mentoring has ended, which it has not. Write a periodic "
        "report meanwhile, or ask the coordinator to end the mentoring.",
    ),
    "PAPERS_045": Entry(
        "Laporan akhir {mentee} mencakup seluruh masa pendampingan, {expected}, bukan {seen}. Susun dari daftar "
        "laporan supaya masanya tepat.",
        "The final report on {mentee} covers the whole mentoring, {expected}, not {seen}. Open it from the list of "
        "papers, which gives the right days.",
    ),
    "PAPERS_046": Entry(
        "{label}: tertulis {seen}, tetapi menurut buku koperasi {known}. Kosongkan isiannya supaya angka buku yang "
        "dipakai, atau tulis di Keterangan {label} mengapa berbeda.",
        "{label}: {seen} is written, but the cooperative's books say {known}. Leave the field empty to use the figure "
        "of the books, or write in the remarks of {label} why it differs.",
    ),
    "PAPERS_047": Entry(
        "Bagian \"{seen}\" tidak ada pada laporan ini atau bukan uraian. Dari HP hanya uraian dan keterangan yang"
        " ditulis, bukan angka. Sinkronkan, lalu tulis pada bagian yang ada.",
        "The part \"{seen}\" is not in this paper or is no free text. From the phone only texts and remarks are"
        " written, no figures. Sync, then write in a part that is there.",
    ),
    "PAPERS_048": Entry(
        "{label}: sejak disinkronkan bagian ini sudah berubah menjadi \"{seen}\". Keduanya disimpan; pilih salah satu.",
        "{label}: since the sync this part has become \"{seen}\". Both are kept; choose one.",
    ),
    "PAPERS_049": Entry(
        "{label}: {length} huruf, paling banyak {limit}. Ringkas isinya.",
        "{label}: {length} letters, at most {limit}. Shorten it.",
    ),
}
