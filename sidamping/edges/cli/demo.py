"""The command `sidamping demo`: the invented office of one real district, loaded once."""

from __future__ import annotations

from datetime import datetime

import click

from sidamping.edges.demo.accounts import accounts_text
from sidamping.edges.demo.load import is_loaded, load
from sidamping.platform.http.clock import today


@click.command("demo")
@click.option(
    "--on", "told_on", type=click.DateTime(["%Y-%m-%d"]), metavar="TTTT-BB-HH",
    help="Hari terakhir cerita; bawaan hari ini. Tanggal yang sama memberi isi yang sama.",
)
def demo_command(told_on: datetime | None = None) -> None:
    """Isi data contoh: satu kecamatan di Sikka, NTT, dengan koperasi, kunjungan, dan laporan empat bulan.

    \b
    Contoh:
      sidamping demo
      sidamping demo --on 2026-11-21
    """
    if is_loaded():
        click.echo("Data contoh sudah ada; tidak ada yang diubah.")
    else:
        click.echo("Mengisi data contoh ...")
        load(told_on.date() if told_on else today())
    click.echo(accounts_text())
