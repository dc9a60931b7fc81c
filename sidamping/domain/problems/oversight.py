"""Errors of oversight: monitoring by the office and the board of the programme."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "OVERSIGHT_001": Entry(
        "Dampingan ini tidak ada atau di luar wilayah Anda. Buka dari daftar dampingan.",
        "This mentee does not exist or lies outside your area. Open it from the list of mentees.",
    ),
    "OVERSIGHT_002": Entry(
        "Tanggal {day} belum tiba. Catat setelah terjadi.",
        "{day} has not come yet. Record it after it happened.",
    ),
    "OVERSIGHT_003": Entry(
        "Tanggal {day} sebelum pendampingan mulai ({starts}). Periksa tanggalnya.",
        "{day} lies before the mentoring began ({starts}). Check the day.",
    ),
    "OVERSIGHT_004": Entry(
        "Pemantauan dicatat oleh PMO, sekretariat, atau Dinas wilayahnya. Minta salah satu dari mereka mencatat.",
        "The PMO, the secretariat or the office of the area records monitoring. Ask one of them.",
    ),
    "OVERSIGHT_005": Entry(
        "Kunjungan {seen} bukan kunjungan kepada dampingan ini. Pilih dari daftar kunjungannya.",
        "The visit {seen} was not made to this mentee. Choose from the mentee's visits.",
    ),
    "OVERSIGHT_006": Entry(
        "Kunjungan tanggal {visited} terjadi setelah pemantauan {day}. Kosongkan baris itu atau perbaiki tanggal.",
        "The visit of {visited} came after the monitoring of {day}. Empty that line or correct the day.",
    ),
    "OVERSIGHT_007": Entry(
        "Catatan dengan nomor yang sama sudah ada dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "A record with the same identifier is there with other content. Reload the page and try again.",
    ),
    "OVERSIGHT_008": Entry(
        "{label}: \"{seen}\" harus bilangan lebih dari nol, paling banyak dua angka di belakang koma. Contoh: 12,5.",
        "{label}: \"{seen}\" must be a number above zero with at most two decimals. Example: 12.5.",
    ),
    "OVERSIGHT_009": Entry(
        "Manfaat ini sudah ditarik oleh {name} pada {day}. Catat yang baru bila perlu.",
        "{name} withdrew this benefit on {day}. Record a new one if needed.",
    ),
    "OVERSIGHT_010": Entry(
        "{label}: {length} huruf, paling banyak {limit}. Ringkas isinya.",
        "{label}: {length} letters, at most {limit}. Shorten it.",
    ),
    "OVERSIGHT_011": Entry(
        "Manfaat dicatat oleh pendamping yang bertugas, atau PMO, sekretariat, dan Dinas wilayahnya. Minta mereka.",
        "The mentor in charge, or the PMO, secretariat or office of the area records benefits. Ask one of them.",
    ),
    "OVERSIGHT_012": Entry(
        "Kunjungan {visited} tidak terpilih dalam sampel bulan {month}. Periksa kunjungan yang ada di daftar sampel.",
        "The visit of {visited} was not drawn for the sample of {month}. Check a visit on the list of the sample.",
    ),
    "OVERSIGHT_013": Entry(
        "Kunjungan itu tidak ada atau di luar wilayah Anda. Buka dari daftar bukti kunjungan.",
        "That visit does not exist or lies outside your area. Open it from the list of visits and their proof.",
    ),
    "OVERSIGHT_014": Entry(
        "Kunjungan ini Anda lakukan sendiri. Minta rekan lain di wilayah ini memeriksanya.",
        "You made this visit yourself. Ask a colleague of the area to check it.",
    ),
    "OVERSIGHT_015": Entry(
        "Kartu kode diterbitkan kantor atau koordinator wilayahnya, bukan oleh pendamping yang bertugas. Minta mereka.",
        "The office or the coordinator of the area hands out the card of codes, not the mentor in charge. Ask them.",
    ),
    "OVERSIGHT_016": Entry(
        "{mentees} belum punya kartu kode pada {visited}. Minta koordinator menerbitkannya; kunjungan ini dibuktikan "
        "dengan cara lain.",
        "{mentees} had no card of codes on {visited}. Ask the coordinator to hand one out; this visit is proved in "
        "another way.",
    ),
    "OVERSIGHT_017": Entry(
        "Kode diterima paling lambat {most} hari setelah kunjungan, yaitu {last}. Minta kantor menanyakan kunjungan "
        "ini kepada dampingan.",
        "A code is taken up to {most} days after the visit, until {last}. Ask the office to ask the mentee about this "
        "visit.",
    ),
    "OVERSIGHT_018": Entry(
        "Kode itu bukan kode dampingan ini untuk {visited}. Minta dibacakan kode pada tanggal itu; sisa {left} kali "
        "mencoba hari ini.",
        "That is not this mentee's code for {visited}. Have the code of that day read out; {left} tries are left"
        " today.",
    ),
    "OVERSIGHT_019": Entry(
        "\"{seen}\" bukan kode. Kode terdiri dari enam angka, misalnya 482 913.",
        "\"{seen}\" is no code. A code has six digits, such as 482 913.",
    ),
    "OVERSIGHT_020": Entry(
        "Sudah {most} kali kode salah hari ini. Coba lagi besok, atau minta kantor menanyakan kunjungan ini kepada "
        "dampingan.",
        "The code was wrong {most} times today. Try again tomorrow, or ask the office to ask the mentee about this"
        " visit.",
    ),
}
