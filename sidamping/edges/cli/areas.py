"""The commands `sidamping areas load`, `search` and `boundaries`."""

from __future__ import annotations

from pathlib import Path

import click

from sidamping.platform.http import clock
from sidamping.platform.territory import boundaries, loader, queries


@click.group()
def areas() -> None:
    """Daftar wilayah Kemendagri.

    \b
    Contoh:
      sidamping areas load
      sidamping areas search tarus
      sidamping areas boundaries batas-kabupaten.geojson
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


@areas.command(name="boundaries")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def load_boundaries(file: Path) -> None:
    """Muat batas provinsi atau kabupaten/kota dari GeoJSON berkode Kemendagri; peta papan angka memakainya.

    \b
    Contoh:
      sidamping areas boundaries provinsi.geojson
    """
    done = boundaries.load_boundaries(file=file, on=clock.today())
    click.echo(f"{done.provinces} provinsi, {done.regencies} kabupaten/kota.")
