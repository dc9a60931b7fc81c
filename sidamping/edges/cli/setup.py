"""Brings an office's data folder to the state this version needs: tables, areas, demo data once, static files.

Every step is safe to repeat, and two starts at the same time take turns.
"""

from __future__ import annotations

import click
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from sidamping.edges.demo import load as demonstration
from sidamping.edges.web import static_files
from sidamping.edges.worker.run import run_worker
from sidamping.platform.database import backups, turns
from sidamping.platform.http import clock
from sidamping.platform.territory import loader
from sidamping.platform.territory.models import Area


def prepare(*, demo: bool) -> None:
    """Everything `sidamping serve` needs before it answers."""
    with turns.alone(turns.SET_UP):
        bring_up_to_date()
        if not Area.objects.exists():
            click.echo("Memuat 83.762 desa, sekali saja ...")
            loader.load_areas(on=clock.today())
        if demo and not demonstration.is_loaded():
            click.echo("Menyusun data contoh, sekali saja (kira-kira satu menit) ...")
            demonstration.load(clock.today())
        static_files.prepare()


def bring_up_to_date() -> bool:
    """Apply what is missing, after a backup when there are records already; True when something was applied."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not missing:
        return False
    if executor.loader.applied_migrations:
        made = backups.dump(now=clock.now(), why="sebelum-pembaruan")
        click.echo(f"Cadangan sebelum pembaruan: {made}")
    click.echo(f"Memperbarui basis data ({len(missing)} langkah) ...")
    call_command("migrate", interactive=False, verbosity=0)
    return True


@click.command()
def migrate() -> None:
    """Perbarui basis data; yang sudah berisi dicadangkan lebih dahulu.

    \b
    Contoh:
      sidamping migrate
    """
    with turns.alone(turns.SET_UP):
        done = bring_up_to_date()
    click.echo("Basis data diperbarui." if done else "Basis data sudah mutakhir.")


@click.command()
def static() -> None:
    """Kumpulkan dan mampatkan berkas tampilan ke folder data.

    \b
    Contoh:
      sidamping static
    """
    click.echo("Berkas tampilan dikumpulkan." if static_files.prepare() else "Berkas tampilan sudah mutakhir.")


@click.command()
@click.option("--once", is_flag=True, help="Kerjakan yang menunggu, lalu berhenti.")
def worker(once: bool) -> None:
    """Jalankan pekerja latar: cadangan malam, impor besar, reaksi. `sidamping serve` sudah menjalankannya.

    \b
    Contoh:
      sidamping worker
      sidamping worker --once
    """
    run_worker(wait=not once)
