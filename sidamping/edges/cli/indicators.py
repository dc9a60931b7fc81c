"""`sidamping indicators`: make the summary of the boards anew from its sources."""

from __future__ import annotations

import click

from sidamping.features.indicators.services import rebuild


@click.group(name="indicators")
def indicators_group() -> None:
    """Ringkasan indikator di balik papan angka.

    \b
    Contoh:
      sidamping indicators rebuild
    """


@indicators_group.command(name="rebuild")
def rebuild_command() -> None:
    """Susun ulang ringkasan dari catatan aslinya; hasilnya sama dengan yang sudah ada.

    \b
    Contoh:
      sidamping indicators rebuild
    """
    click.echo(f"{rebuild()} baris ringkasan.")
