"""The commands `sidamping portal file` and `compare`: files of other systems, within the roles of a user."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfileobj

import click

from sidamping.edges.exchange.portals.comparing import compared
from sidamping.edges.exchange.portals.files import csv_lines, json_lines, tables
from sidamping.edges.exchange.portals.rows import every_row
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import Viewer, viewer_of
from sidamping.platform.http import clock
from sidamping.platform.xlsx.write import write_book
from sidamping.rules import portals as rules
from sidamping.rules.portals import Portal

AS = click.option("--as", "username", required=True, help="Nama pengguna; wilayah perannya berlaku.")


@click.group("portal")
def portal_group() -> None:
    """Berkas untuk sistem lain (SIMKOPDES, ODS, Bizhub), dan pencocokannya.

    \b
    Contoh:
      sidamping portal file ods --as yosef -o ods.xlsx
      sidamping portal file simkopdes --as yosef -o simkopdes.csv
      sidamping portal compare simkopdes unduhan.xlsx --as yosef
    """


@portal_group.command(name="file")
@click.argument("name", metavar="SISTEM")
@AS
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path),
              help="Berkas tujuan; akhirannya .xlsx, .csv atau .json.")
def portal_file(name: str, username: str, output: Path) -> None:
    """Tulis baris kita dalam tata letak sistem itu."""
    viewer = _viewer(username)
    found = _portal(name, viewer)
    rows = every_row(viewer, found)
    if output.suffix == ".xlsx":
        with write_book(tables(found, rows)) as book, output.open("wb") as file:
            copyfileobj(book, file)
    elif output.suffix in (".csv", ".json"):
        lines = csv_lines(found, rows) if output.suffix == ".csv" else json_lines(found, rows, viewer.on)
        with output.open("w", encoding="utf-8", newline="") as text:
            text.writelines(lines)
    else:
        raise click.BadParameter(f"{output.name}: akhiri dengan .xlsx, .csv atau .json.", param_hint="--output")
    click.echo(f"{output}: ditulis.")


@portal_group.command()
@click.argument("name", metavar="SISTEM")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@AS
def compare(name: str, file: Path, username: str) -> None:
    """Cocokkan dengan berkas yang diunduh dari sistem itu."""
    viewer = _viewer(username)
    made = compared(viewer, _portal(name, viewer), file.read_bytes(), file.name)
    for row, told in made.differing:
        for one in told:
            click.echo(f"berbeda: {row.name}: {one.column}: {one.ours or '-'} / {one.theirs or '-'}")
    for word, rows in (("hanya di sini", made.ours_alone), ("hanya di sana", made.theirs_alone)):
        for alone in rows:
            click.echo(f"{word}: {alone.name}")
    click.echo(f"{made.alike} sama, {len(made.differing)} berbeda, {len(made.ours_alone)} hanya di sini, "
               f"{len(made.theirs_alone)} hanya di sana.")


def _viewer(username: str) -> Viewer:
    user = User.objects.filter(username=username).first()
    if user is None:
        raise click.ClickException(f"Pengguna {username!r} tidak ada. Lihat `sidamping users`.")
    return viewer_of(user, clock.today())


def _portal(name: str, viewer: Viewer) -> Portal:
    found = rules.portal(name, viewer.on)
    if found is None:
        known = ", ".join(one.name for one in rules.portals(viewer.on))
        raise click.BadParameter(f"{name!r} tidak dikenal; yang ada: {known}.", param_hint="SISTEM")
    return found
