"""Errors of the database and its backups."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "DATABASE_001": Entry(
        "{program} gagal: {seen}. Tidak ada yang berubah. Periksa ruang disk dan hak akses, lalu ulangi.",
        "{program} failed: {seen}. Nothing changed. Check disk space and access rights, then try again.",
    ),
    "DATABASE_002": Entry(
        "Berkas {file} bukan cadangan SiDamping yang utuh. Pilih berkas .dump dari folder backups.",
        "The file {file} is not a complete SiDamping backup. Choose a .dump file from the backups folder.",
    ),
    "DATABASE_003": Entry(
        "Basis data tidak dapat dihubungi: {seen}. Periksa DATABASE_URL atau nyalakan servernya.",
        "The database cannot be reached: {seen}. Check DATABASE_URL or start the server.",
    ),
    "DATABASE_004": Entry(
        "Port {port} di {host} sedang dipakai program lain. Pilih port lain, mis. `make run PORT=8001`.",
        "Port {port} on {host} is used by another program. Choose another port, for example `make run PORT=8001`.",
    ),
    "DATABASE_005": Entry(
        "Basis data belum disiapkan. Jalankan `sidamping migrate`, lalu ulangi.",
        "The database is not set up yet. Run `sidamping migrate`, then try again.",
    ),
}
