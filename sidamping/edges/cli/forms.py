"""The commands `sidamping export xlsform` and `sidamping import xlsform`: instruments as forms for other programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.numbers import written
from sidamping.domain.scoring.sheet import sheet
from sidamping.edges.cli.ledger_export import export_ledger
from sidamping.edges.exchange.xlsform.read import read_workbook
from sidamping.edges.exchange.xlsform.write import workbook_of
from sidamping.features.assessments.queries.instruments import instrument_for, instrument_on
from sidamping.features.assessments.services.forms import NewForm, add_form
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import viewer_of
from sidamping.platform.http import clock


@click.group("export")
def export_group() -> None:
    """Simpan instrumen atau buku koperasi untuk program lain.

    \b
    Contoh:
      sidamping export xlsform ksp-health --on 2026-11-21 -o ksp-health.xlsx
      sidamping export ledger --book 0192… --format hledger -o buku.journal
    """


export_group.add_command(export_ledger)


@export_group.command("xlsform")
@click.argument("name", metavar="INSTRUMEN")
@click.option("--on", "day", required=True, metavar="TTTT-BB-HH", help="Hari keadaan; menentukan versi yang berlaku.")
@click.option("--version", "version", default="", help="Pakai versi ini saja.")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="Berkas tujuan.")
def export_form(name: str, day: str, version: str, output: Path) -> None:
    """Simpan instrumen sebagai XLSForm (.xlsx) untuk ODK, KoboToolbox atau Enketo.

    \b
    Contoh:
      sidamping export xlsform ksp-health --on 2026-11-21 -o ksp-health.xlsx
      sidamping export xlsform ksp-health --on 2026-11-21 --version 2009-12-01 -o lama.xlsx
    """
    try:
        on = date.fromisoformat(day)
    except ValueError:
        raise Refused(problem("SCORING_014", "--on", seen=day)) from None
    found = instrument_for(version, name) if version else instrument_on(name, on)
    output.write_bytes(workbook_of(found))
    count = sum(len(section.items) for section in sheet(found))
    click.echo(f"{output}: {found.version}, {count} isian, status {found.status}.")


@click.command("xlsform")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Hanya periksa; tidak ada yang disimpan.")
@click.option("--as", "username", default="", help="Nama pengguna yang menyimpan; wajib tanpa --check.")
def import_form(file: Path, check: bool, username: str) -> None:
    """Impor instrumen dari XLSForm (.xlsx). Statusnya selalu contoh.

    \b
    Contoh:
      sidamping import xlsform formulir.xlsx --check
      sidamping import xlsform formulir.xlsx --as agnes
    """
    read = read_workbook(file.name, file.read_bytes())
    for aspect in read.instrument.aspects:
        click.echo(f"{aspect.label.id}: bobot {written(aspect.weight, 0)}")
    for remark in read.remarks:
        click.echo(f"Catatan: {remark}")
    if check:
        click.echo(f"{read.name}/{read.starts}: baik, sha256 {read.sha256}. Baru diperiksa; belum ada yang disimpan.")
        return
    user = User.objects.filter(username=username).first()
    if user is None:
        raise click.ClickException(f"Pengguna {username!r} tidak ada. Tulis --as NAMA, atau --check untuk memeriksa.")
    form = NewForm(read.name, read.starts, read.content, file.name, read.workbook)
    version = add_form(by=viewer_of(user, clock.today()), form=form)
    click.echo(f"{version}: disimpan sebagai contoh.")
