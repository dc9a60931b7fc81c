"""The commands `sidamping import`: a register from Excel, first as a dry run, or an instrument."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import click

from sidamping.domain.problems import refuse_if
from sidamping.edges.cli.forms import import_form
from sidamping.features.parties.services import keep_upload
from sidamping.platform.access.models import User
from sidamping.platform.access.viewer import viewer_of
from sidamping.platform.http import clock
from sidamping.platform.jobs.queries import JobCard, job_card
from sidamping.platform.jobs.running import problems_of, start
from sidamping.platform.xlsx.read import refuse_no_workbook

KINDS = {"cooperatives": "cooperative", "persons": "person", "businesses": "business"}
WORDS_OF = {"cooperatives": "koperasi", "persons": "orang", "businesses": "usaha"}
HELP = """Impor daftar {word} dari Excel, lebih dahulu hanya diperiksa.

\b
Contoh:
  sidamping import {register} daftar.xlsx --as yosef
  sidamping import {register} daftar.xlsx --as yosef --apply
"""
WORDS = {"new": "baru", "known": "sudah ada", "alike": "mungkin sudah ada", "faulty": "keliru", "written": "dicatat"}


@click.group("import")
def import_group() -> None:
    """Impor daftar koperasi, orang atau usaha, atau instrumen, dari Excel.

    Semua baris diperiksa; satu keliru, tidak ada yang dicatat.

    \b
    Contoh:
      sidamping import cooperatives koperasi.xlsx --as yosef
      sidamping import persons orang.xlsx --as yosef --apply
      sidamping import xlsform formulir.xlsx --check
    """


import_group.add_command(import_form)


def _add_register(register: str, word: str) -> None:
    @import_group.command(register, help=HELP.format(word=word, register=register))
    @click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
    @click.option("--as", "username", required=True, help="Nama pengguna yang mencatat; wilayah perannya berlaku.")
    @click.option("--apply", "write", is_flag=True, help="Catat sungguhan; tanpa ini hanya diperiksa.")
    @click.option("--keep", is_flag=True, help="Catat juga baris yang mungkin sudah ada.")
    def import_register(file: Path, username: str, write: bool, keep: bool) -> None:
        _import(register, file, username, write, keep)


for _register, _word in WORDS_OF.items():
    _add_register(_register, _word)


def _import(register: str, file: Path, username: str, write: bool, keep: bool) -> None:
    user = User.objects.filter(username=username).first()
    if user is None:
        raise click.ClickException(f"Pengguna {username!r} tidak ada. Lihat `sidamping users`.")
    content = file.read_bytes()
    refuse_no_workbook(content, file.name)
    arguments = {
        "kind": KINDS[register], "file": keep_upload(content, now=clock.now()), "name": file.name, "apply": write,
        "keep": keep,
    }
    viewer = viewer_of(user, clock.today())
    job: UUID = start("parties.import", by=viewer, arguments=arguments, now=True)
    card = job_card(viewer, job)
    if card is not None:
        _tell(card)


def _tell(card: JobCard) -> None:
    counts = card.result.get("counts", {})
    for line in card.result.get("lines", []):
        for one in problems_of(line["problems"]):
            click.echo(f"baris {line['row']}: {one}")
    if counts:
        click.echo(", ".join(f"{count} {WORDS[state]}" for state, count in counts.items()))
    if card.state == "failed":
        refuse_if(problems_of(card.result.get("problems", [])))
        raise click.ClickException("Impor terhenti; lihat catatan kesalahan. Tidak ada yang dicatat.")
    if not card.result["applied"]:
        click.echo("Baru diperiksa. Tambahkan --apply untuk mencatat.")
