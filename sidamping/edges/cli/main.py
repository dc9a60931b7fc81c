"""The command `sidamping`: everything an office does outside the browser."""

from __future__ import annotations

import gettext
import os
from importlib.metadata import version
from pathlib import Path

import click

from sidamping.edges.cli.lazy import Late, LazyGroup

HERE = "sidamping.edges.cli"
COMMANDS = {
    "serve": Late(f"{HERE}.serve", "serve", "Siapkan semuanya dan layani peramban.", django=False),
    "worker": Late(f"{HERE}.setup", "worker", "Jalankan pekerja latar saja."),
    "migrate": Late(f"{HERE}.setup", "migrate", "Perbarui basis data, dengan cadangan lebih dahulu."),
    "static": Late(f"{HERE}.setup", "static", "Kumpulkan berkas tampilan."),
    "demo": Late(f"{HERE}.demo", "demo_command", "Isi data contoh satu kabupaten."),
    "areas": Late(f"{HERE}.areas", "areas", "Muat dan cari wilayah Kemendagri."),
    "import": Late(f"{HERE}.imports", "import_group", "Impor koperasi, orang, usaha dan instrumen dari Excel."),
    "export": Late(f"{HERE}.forms", "export_group", "Simpan instrumen atau buku koperasi untuk program lain."),
    "portal": Late(f"{HERE}.portals", "portal_group", "Berkas untuk SIMKOPDES, ODS dan Bizhub."),
    "rulebook": Late(f"{HERE}.rulebook", "rulebook_group", "Periksa berkas aturan dan dampaknya."),
    "indicators": Late(f"{HERE}.indicators", "indicators_group", "Susun ulang ringkasan papan angka."),
    "programme": Late(f"{HERE}.programme", "programme_group", "Periksa berkas program.", django=False),
    "score": Late(f"{HERE}.score", "score_command", "Hitung instrumen: kesehatan KSP dan lainnya.", django=False),
    "shu": Late(f"{HERE}.shu", "shu_command", "Bagi sisa hasil usaha sampai rupiah terakhir.", django=False),
    "loan": Late(f"{HERE}.loan", "loan_command", "Hitung jadwal angsuran pinjaman.", django=False),
    "savings-interest": Late(
        f"{HERE}.savings_interest", "savings_interest_command", "Hitung bunga simpanan dan pajaknya.", django=False
    ),
    "equity-potential": Late(
        f"{HERE}.equity_potential", "equity_potential_command", "Hitung potensi modal dari simpanan.", django=False
    ),
    "ratios": Late(f"{HERE}.ratios", "ratios_command", "Hitung tabel rasio keuangan koperasi.", django=False),
    "analytics": Late(f"{HERE}.analytics", "analytics", "Ekspor Parquet dan indikator untuk analisis."),
    "user": Late(f"{HERE}.people", "user_group", "Buat pengguna dan beri peran."),
    "backup": Late(f"{HERE}.backup", "backup", "Buat cadangan basis data."),
    "restore": Late(f"{HERE}.backup", "restore", "Kembalikan basis data dari cadangan."),
    "version": Late(f"{HERE}.main", "show_version", "Tampilkan versi.", django=False),
}
HELP = """SiDamping: pendampingan koperasi dan UMKM, dari kunjungan sampai laporan yang disahkan.

\b
Contoh:
  sidamping serve                      layani di http://127.0.0.1:8000
  sidamping serve --port 8001 --demo   dengan data contoh
  sidamping import --help              bantuan satu perintah

\b
Lingkungan:
  SIDAMPING_DATA   folder data (basis data, berkas, cadangan)
  DATABASE_URL     PostgreSQL 15 atau lebih baru; kosong = PostgreSQL tersemat
"""

cli = LazyGroup(
    COMMANDS,
    name="sidamping",
    help=HELP,
    no_args_is_help=True,
    options_metavar="[PILIHAN]",
    subcommand_metavar="PERINTAH [ISIAN]...",
)


@click.command()
def show_version() -> None:
    """Tampilkan versi.

    \b
    Contoh:
      sidamping version
    """
    click.echo(f"sidamping {version('sidamping')}")


def main() -> None:
    """Entry point: Indonesian words for the command line, then the command."""
    os.environ.setdefault("LANGUAGE", "id")
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "words"))
    cli(prog_name="sidamping")
