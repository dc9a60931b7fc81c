"""Errors of needs: needs of a mentee and referrals."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {
    "NEEDS_001": Entry(
        "Penetapan kebutuhan dampingan ini dilakukan oleh {owners}. Minta peran itu menetapkannya.",
        "The needs of this mentee are determined by {owners}. Ask that role to do it.",
    ),
    "NEEDS_002": Entry(
        "Isian \"{label}\" kosong. Pilih sedikitnya satu.",
        "\"{label}\" is empty. Choose at least one.",
    ),
    "NEEDS_003": Entry(
        "Isian \"{label}\": pilihan \"{seen}\" tidak ada dalam daftar program ini. Pilih salah satu: {known}.",
        "\"{label}\": the choice \"{seen}\" is not in the list of this programme. Choose one of: {known}.",
    ),
    "NEEDS_004": Entry(
        "Bidang \"{area}\" bukan bagian prioritas {priority}. Pilih bidang prioritas itu, atau ubah prioritasnya.",
        "The area \"{area}\" does not belong to priority {priority}. Choose an area of it, or change the priority.",
    ),
    "NEEDS_005": Entry(
        "Tanggal {day} belum tiba, atau mendahului penetapan sebelumnya ({before}). Pilih hari di antaranya.",
        "The day {day} has not come yet, or lies before the determination of {before}. Choose a day between them.",
    ),
    "NEEDS_006": Entry(
        "Kebutuhan berubah dari penetapan {before} tanpa catatan. Tulis apa yang berubah dan mengapa.",
        "The needs differ from those determined on {before} without a remark. Write what changed and why.",
    ),
    "NEEDS_007": Entry(
        "Pencatatan dengan nomor ini sudah ada dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "A record with this id exists with other content. Reload the page and try again.",
    ),
    "NEEDS_008": Entry(
        "Rujukan ini tidak ada, atau bukan milik dampingan Anda. Pilih dari daftar rujukan.",
        "This referral does not exist, or does not belong to your mentees. Choose one from the list.",
    ),
    "NEEDS_009": Entry(
        "Batas waktu {due} mendahului tanggal rujukan {day}. Pilih hari sesudahnya.",
        "The due day {due} lies before the day of the referral, {day}. Choose a later day.",
    ),
    "NEEDS_010": Entry(
        "Rujukan ini sudah ditutup {day} dengan hasil: {result}. Buka rujukan baru bila perlu lagi.",
        "This referral was closed on {day} with the result: {result}. Open a new one if it is needed again.",
    ),
    "NEEDS_011": Entry(
        "Tanggal {day} di luar {first} sampai {last}. Pilih hari di antaranya.",
        "The day {day} lies outside {first} to {last}. Choose a day between them.",
    ),
    "NEEDS_012": Entry(
        "Isian \"{label}\" {length} huruf, paling banyak {limit}. Persingkat.",
        "\"{label}\" has {length} letters, at most {limit}. Shorten it.",
    ),
}
