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
    "AREAS_007": Entry(
        "{seen} bukan GeoJSON dengan daftar wilayah (FeatureCollection), atau daftarnya kosong. Ekspor lagi dari peta "
        "asalnya; tidak ada yang dimuat.",
        "{seen} is no GeoJSON with a list of areas (FeatureCollection), or the list is empty. Export it again from the "
        "map it comes from; nothing was loaded.",
    ),
    "AREAS_008": Entry(
        "Wilayah ke-{place}: kode {seen} bukan provinsi atau kabupaten/kota dalam daftar Kemendagri. Tulis kodenya "
        "sebagai `kode`, misalnya 53 atau 53.01.",
        "Area {place}: the code {seen} is no province or regency of the official list. Write it as `kode`, for example "
        "53 or 53.01.",
    ),
    "AREAS_009": Entry(
        "Wilayah ke-{place}: kode {seen} sudah ada di berkas ini. Gabungkan bagian-bagiannya menjadi satu wilayah.",
        "Area {place}: the code {seen} stands in this file already. Join its parts into one area.",
    ),
    "AREAS_010": Entry(
        "Wilayah ke-{place} ({seen}): garis batasnya tidak tertutup, bukan poligon, atau di luar Indonesia. "
        "Tulis bujur dahulu, lalu lintang, dalam derajat.",
        "Area {place} ({seen}): its outline is not closed, is no polygon, or lies outside Indonesia. Write longitude "
        "first, then latitude, in degrees.",
    ),
}
