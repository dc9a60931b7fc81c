"""Errors of admissions: open calls and applications of mentees."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "ADMISSIONS_001": Entry(
        "Pendaftaran \"{cohort}\" tidak dibuka pada {day}. Lihat pendaftaran lain yang sedang dibuka.",
        "The call \"{cohort}\" is not open on {day}. Look at the other calls that are open.",
    ),
    "ADMISSIONS_002": Entry(
        "Program ini tidak menerima pendaftar jenis \"{seen}\". Pilih salah satu: {known}.",
        "This programme does not take applicants of the kind \"{seen}\". Choose one of: {known}.",
    ),
    "ADMISSIONS_003": Entry(
        "{place} di luar wilayah pendaftaran ini ({area}). Periksa desanya, atau lihat pendaftaran lain.",
        "{place} lies outside the area of this call ({area}). Check the village, or look at the other calls.",
    ),
    "ADMISSIONS_004": Entry(
        "Persetujuan belum dicentang. Baca penggunaan data di bawah, lalu centang bila setuju.",
        "The consent is not ticked. Read how the data are used, then tick it if you agree.",
    ),
    "ADMISSIONS_005": Entry(
        "Isian \"{label}\" harus tetap kosong. Kosongkan, lalu kirim lagi.",
        "\"{label}\" must stay empty. Empty it, then send again.",
    ),
    "ADMISSIONS_006": Entry(
        "Ada {count} berkas dalam satu kiriman, paling banyak {most}. Kirim sisanya lewat halaman tanda terima.",
        "There are {count} files in one sending, at most {most}. Send the others from the receipt page.",
    ),
    "ADMISSIONS_007": Entry(
        "Berkas seluruhnya {size} MB, paling besar {limit} MB. Perkecil fotonya, atau kirim sebagian lebih dahulu.",
        "The files have {size} MB together, {limit} MB at most. Make the pictures smaller, or send some of them first.",
    ),
    "ADMISSIONS_008": Entry(
        "Kiriman ini sudah diterima dengan isi lain. Buka tanda terimanya, atau mulai formulir baru.",
        "This sending was already received with other content. Open its receipt, or begin a new form.",
    ),
    "ADMISSIONS_009": Entry(
        "Permohonan ini sudah selesai ({state}) dan tidak dapat diubah lagi. Ajukan yang baru bila keadaannya berubah.",
        "This application is closed ({state}) and cannot be changed. Apply anew if things have changed.",
    ),
    "ADMISSIONS_010": Entry(
        "Alasan mengundurkan diri belum dipilih. Pilih satu, lalu kirim lagi.",
        "The reason to withdraw is not chosen. Choose one, then send again.",
    ),
    "ADMISSIONS_011": Entry(
        "Tahap \"{stage}\" diputuskan oleh {owners}, bukan oleh peran Anda di wilayah ini. Minta mereka memutuskan.",
        "The stage \"{stage}\" is decided by {owners}, not by your role in this area. Ask them to decide.",
    ),
    "ADMISSIONS_012": Entry(
        "Tahap \"{stage}\" biasanya diputuskan oleh {owners}. Tulis mengapa Anda memutuskan sebagai penggantinya.",
        "The stage \"{stage}\" is usually decided by {owners}. Write why you decide in their place.",
    ),
    "ADMISSIONS_013": Entry(
        "Bukti \"{kind}\" untuk tahap \"{stage}\" belum ada. Unggah berkasnya, atau tulis nomor atau tempatnya.",
        "The proof \"{kind}\" of the stage \"{stage}\" is missing. Upload the file, or write its number or place.",
    ),
    "ADMISSIONS_014": Entry(
        "Belum ada catatan menghubungi pengurus. Catat dahulu kapan dan dengan siapa Anda berbicara.",
        "No call to the applicant is on record. First record when and with whom you spoke.",
    ),
    "ADMISSIONS_015": Entry(
        "Permohonan ini belum lolos semua tahap; berikutnya \"{stage}\". Putuskan tahap itu dahulu.",
        "This application has not passed every stage; the next is \"{stage}\". Decide that stage first.",
    ),
    "ADMISSIONS_016": Entry(
        "Tulis nomor badan hukum atau NIK koperasi. Bila belum berbadan hukum, tulis nomor berita acara pendiriannya.",
        "Give the legal number or the registration number. Without either, write the number of the founding minutes.",
    ),
    "ADMISSIONS_017": Entry(
        "Terlalu banyak kiriman dari jaringan ini. Tunggu {minutes} menit, lalu kirim lagi; isian Anda tetap di sini.",
        "Too many sendings from this network. Wait {minutes} minutes, then send again; what you wrote stays here.",
    ),
    "ADMISSIONS_018": Entry(
        "Permohonan ini tidak ada, atau bukan di wilayah tugas Anda. Pilih dari daftar Anda.",
        "This application does not exist, or lies outside your area. Choose one from your list.",
    ),
    "ADMISSIONS_019": Entry(
        "Pertanyaan \"{question}\" belum dijawab. Pilih ya atau tidak.",
        "The question \"{question}\" is not answered. Choose yes or no.",
    ),
    "ADMISSIONS_020": Entry(
        "Dokumen \"{seen}\" tidak diminta program ini. Pilih salah satu: {known}.",
        "The document \"{seen}\" is not asked for by this programme. Choose one of: {known}.",
    ),
    "ADMISSIONS_021": Entry(
        "Tanggal {seen} belum terjadi, atau sebelum permohonan {since}. Tulis hari yang benar.",
        "The date {seen} lies in the future, or before the application of {since}. Write the right day.",
    ),
    "ADMISSIONS_022": Entry(
        "Isian {label} terlalu panjang: {count} huruf, paling banyak {most}. Persingkat.",
        "{label} is too long: {count} letters, {most} at most. Make it shorter.",
    ),
    "ADMISSIONS_023": Entry(
        "Pilih lagi berkas {names}; peramban tidak menyimpannya sesudah halaman ini dimuat ulang.",
        "Choose {names} again; the browser does not keep files after this page was loaded anew.",
    ),
    "ADMISSIONS_024": Entry(
        "{name} sudah diterima dan dibuka pendampingannya pada {day}. Buka halaman dampingannya.",
        "{name} was accepted and enrolled on {day}. Open the page of the mentoring.",
    ),
    "ADMISSIONS_025": Entry(
        "Data yang dipilih bukan {kind} atau tidak ditemukan. Pilih dari daftar yang mirip, atau catat yang baru.",
        "The chosen record is not of the kind {kind}, or was not found. Choose from the list, or record a new one.",
    ),
    "ADMISSIONS_026": Entry(
        "Tulis alasan membuka data ini, sedikitnya {least} huruf; alasan Anda dicatat.",
        "Write why you open this value, at least {least} letters; your reason is recorded.",
    ),
    "ADMISSIONS_027": Entry(
        "Menerima peserta dilakukan oleh {owners} di wilayah ini. Minta mereka membukanya.",
        "Enrolling a participant is done by {owners} in this area. Ask them to open it.",
    ),
    "ADMISSIONS_028": Entry(
        "Tulis dengan siapa Anda berbicara, atau pilih hasil \"tidak dijawab\".",
        "Write with whom you spoke, or choose the result \"no answer\".",
    ),
    "ADMISSIONS_029": Entry(
        "Berkas {name} tidak sampai utuh: sidik jarinya {seen}, menurut pengirim {said}. Kirim berkas itu sekali lagi.",
        "The file {name} did not arrive whole: its hash is {seen}, its sender said {said}. Send it once more.",
    ),
}
