"""Errors of areas (wilayah)."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "AREAS_001": Entry(
        "Kode wilayah {seen} tidak ada dalam daftar Kemendagri. Cari nama desanya dan pilih dari daftar.",
        "Area code {seen} is not in the official list. Search for the village by name and pick it from the list.",
    ),
    "AREAS_002": Entry(
        "Berkas wilayah kosong atau tidak ditemukan. Sediakan provinces.csv, regencies.csv, districts.csv dan "
        "villages.csv dalam satu folder.",
        "The area files are empty or missing. Put provinces.csv, regencies.csv, districts.csv and villages.csv "
        "in one folder.",
    ),
    "AREAS_003": Entry(
        "Baris wilayah {seen} ({name}) keliru: kode, nama atau induknya tidak cocok, atau kodenya dua kali. "
        "Perbaiki berkasnya; tidak ada yang dimuat.",
        "Area row {seen} ({name}) is wrong: code, name or parent does not fit, or the code stands twice. "
        "Correct the file; nothing was loaded.",
    ),
    "AREAS_004": Entry(
        "{seen} bukan desa atau kelurahan. Pilih sampai tingkat desa.",
        "{seen} is not a village. Choose down to the village.",
    ),
    "AREAS_005": Entry(
        "Desa {seen} di luar wilayah Anda ({areas}). Pilih desa di wilayah Anda, atau minta koordinator wilayah itu "
        "mencatatnya.",
        "Village {seen} is outside your area ({areas}). Choose a village in your area, or ask that area's "
        "coordinator to record it.",
    ),
    "AREAS_006": Entry(
        "Nama \"{seen}\" belum lengkap, atau cocok dengan beberapa wilayah: {found}. Pilih dari daftar di isian itu.",
        "The name \"{seen}\" is not complete, or fits several areas: {found}. Choose from the list at the field.",
    ),
}
