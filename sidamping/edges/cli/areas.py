"""The commands `sidamping areas load` and `sidamping areas search`."""

from __future__ import annotations

from pathlib import Path

import click

from sidamping.platform.http import clock
from sidamping.platform.territory import loader, queries


@click.group()
def areas() -> None:
    """Daftar wilayah Kemendagri.

    \b
    Contoh:
      sidamping areas load
      sidamping areas search tarus
    """


@areas.command()
@click.option(
    "--from", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=loader.DATA,
    show_default="data bawaan", help="Folder berisi provinces.csv, regencies.csv, districts.csv, villages.csv.",
)
def load(folder: Path) -> None:
    """Muat atau perbarui daftar wilayah. Aman dijalankan berulang; kode lama dipensiunkan, tidak dihapus."""
    done = loader.load_areas(on=clock.today(), folder=folder)
    provinces, regencies, districts, villages = (done.counts[level] for level in (1, 2, 3, 4))
    click.echo(f"{provinces} provinsi, {regencies} kabupaten/kota, {districts} kecamatan, {villages} desa/kelurahan.")
    click.echo(f"Baru {done.added}, berubah {done.changed}, dipensiunkan {done.retired}.")


@areas.command()
@click.argument("text")
@click.option("--level", type=click.IntRange(1, 4), help="1 provinsi, 2 kabupaten/kota, 3 kecamatan, 4 desa.")
@click.option("--within", default="", help="Kode wilayah di atasnya, mis. 53.01.")
def search(text: str, level: int | None, within: str) -> None:
    """Cari wilayah menurut nama atau kode, mis. `sidamping areas search "tarus, kupang"`."""
    hits = queries.search(text, level, [within])
    for hit in hits:
        click.echo(f"{hit.code:<14} {hit.path}")
    if not hits:
        raise click.ClickException(f"Tidak ada wilayah bernama {text!r}. Coba sebagian namanya.")
