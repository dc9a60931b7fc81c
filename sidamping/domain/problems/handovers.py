"""Errors of handovers: handing a mentee from mentor to mentor."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "HANDOVERS_001": Entry(
        "Estafet ini tidak ada, atau bukan urusan Anda. Pilih dari daftar estafet.",
        "This handover does not exist, or is not yours. Choose one from the list of handovers.",
    ),
    "HANDOVERS_002": Entry(
        "Berkas estafet ini sudah diserahkan pada {day} dan tidak dapat diubah. Sampaikan tambahan kepada {name}.",
        "This dossier was handed over on {day} and cannot be changed. Tell {name} what is to be added.",
    ),
    "HANDOVERS_003": Entry(
        "Ponsel Anda mungkin masih menyimpan catatan yang belum terkirim. Kirim dahulu, lalu centang pernyataannya.",
        "Your phone may still keep records that were not sent. Send them first, then tick the statement.",
    ),
    "HANDOVERS_004": Entry(
        "Anda menyerahkan atas nama {name}. Tulis mengapa bukan {name} sendiri yang menyerahkan.",
        "You hand over in the name of {name}. Write why {name} does not do it.",
    ),
    "HANDOVERS_005": Entry(
        "Berkas estafet belum diserahkan, jadi belum dapat dinyatakan dibaca. Tunggu {name} menyerahkannya.",
        "The dossier is not handed over yet, so reading it cannot be confirmed. Wait until {name} hands it over.",
    ),
    "HANDOVERS_006": Entry(
        "Hanya {name}, pendamping yang menerima, yang menyatakan sudah membaca. Ingatkan pendamping itu.",
        "Only {name}, who takes over, confirms the reading. Remind that mentor.",
    ),
    "HANDOVERS_007": Entry(
        "Pesan {seen} huruf, paling banyak {most}. Singkatkan.",
        "The remark has {seen} letters, at most {most}. Make it shorter.",
    ),
    "HANDOVERS_008": Entry(
        "Kiriman dengan nomor ini sudah diterima dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "An entry with this id was received with other content. Reload the page and try again.",
    ),
}
