"""The command `sidamping export ledger`: a book as text that hledger, ledger-cli, beancount or a sheet reads again."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

import click

from sidamping.features.books.queries import chart_of_book, is_book, posted_entries
from sidamping.features.books.render.journals import FORMATS


@click.command("ledger")
@click.option("--book", "book", required=True, type=click.UUID, help="Nomor buku (UUID).")
@click.option("--format", "layout", required=True, type=click.Choice(tuple(FORMATS)), help="Bentuk berkas.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Berkas tujuan.")
def export_ledger(book: UUID, layout: str, output: Path | None) -> None:
    """Simpan buku koperasi sebagai jurnal, untuk diperiksa program lain.

    \b
    Contoh:
      sidamping export ledger --book 0192… --format hledger -o buku.journal
      sidamping export ledger --book 0192… --format csv
    """
    if not is_book(book):
        raise click.ClickException(f"Buku {book} tidak ada. Lihat nomornya pada halaman buku.")
    lines = FORMATS[layout](posted_entries(book), chart_of_book(book))
    if output is None:
        sys.stdout.writelines(lines)
        return
    with output.open("w", encoding="utf-8", newline="") as file:
        file.writelines(lines)
    click.echo(f"{output}: ditulis.")
