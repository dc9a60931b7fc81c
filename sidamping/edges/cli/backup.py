"""The commands `sidamping backup` and `sidamping restore`."""

from __future__ import annotations

from pathlib import Path

import click
from django.core.management import call_command
from django.db import connection

from sidamping.platform.database import backups
from sidamping.platform.http import clock


@click.command()
def backup() -> None:
    """Buat cadangan basis data yang sudah diperiksa; yang lama dirotasi (7 hari, 5 minggu, 12 bulan).

    Foto dan berkas lain ada di folder `files` pada folder data; salin folder itu juga.

    \b
    Contoh:
      sidamping backup
      SIDAMPING_BACKUP_COPY=/media/usb sidamping backup
    """
    made = backups.dump(now=clock.now(), why="diminta")
    backups.rotate()
    click.echo(f"{made} ({made.stat().st_size // 1024} kB)")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Jangan bertanya.")
def restore(file: Path, yes: bool) -> None:
    """Ganti seluruh isi basis data dengan isi cadangan. Keadaan sekarang dicadangkan lebih dahulu.

    \b
    Contoh:
      sidamping restore backups/20261121-023000-malam.dump
    """
    backups.verify(file)
    if not yes:
        click.confirm(f"Seluruh isi basis data diganti dengan isi {file.name}. Lanjutkan?", abort=True)
    if "django_migrations" in connection.introspection.table_names():
        click.echo(f"Keadaan sekarang: {backups.dump(now=clock.now(), why='sebelum-pulih')}")
    connection.close()
    backups.restore(file)
    call_command("migrate", interactive=False, verbosity=0)
    click.echo(f"Basis data dipulihkan dari {file.name}.")
