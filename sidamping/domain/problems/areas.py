"""Errors of areas (wilayah)."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "AREAS_001": Entry(
        "Kode wilayah {seen} tidak ada dalam daftar Kemendagri. Cari nama desanya dan pilih dari daftar.",
        "Area code {seen} is not in the official list. Search for the village by name and pick it from the list.",
    ),
}
