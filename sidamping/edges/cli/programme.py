"""`sidamping programme`: check a programme file that does not stand in the rulebook yet, and show its path."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.rules.loader import RuleFile, book, read_one
from sidamping.rules.programme_checks import programme_faults
from sidamping.rules.programme_forms import Programme, Step
from sidamping.rules.programme_parts import built
from sidamping.rules.validate import citations

NOBODY = "siapa pun yang bertugas"


@click.group(name="programme")
def programme_group() -> None:
    """Periksa berkas program sebelum dipasang.

    \b
    Contoh:
      sidamping programme check program-baru.yaml
      sidamping programme show program-baru.yaml
    """


@programme_group.command(name="check")
@click.argument("file", metavar="BERKAS", type=click.Path(path_type=Path))
def check_command(file: Path) -> None:
    """Periksa satu berkas program; tampilkan semua kesalahannya sekaligus.

    Diperiksa: bentuk, rujukan, nama peran, daftar, aturan dan formulir, serta apakah setiap langkah dapat tercapai.

    \b
    Contoh:
      sidamping programme check program-baru.yaml
    """
    read, faults = checked(file)
    for fault in faults:
        click.echo(f"{fault.code}  {fault.text()}", err=True)
    if faults or read is None:
        click.echo(f"{len(faults)} kesalahan.", err=True)
        sys.exit(1)
    made = built(read)
    click.echo(f"{made.title.id}: {len(made.steps)} langkah, {len(made.stages)} tahap, tidak ada kesalahan.")


@programme_group.command(name="show")
@click.argument("file", metavar="BERKAS", type=click.Path(path_type=Path))
def show_command(file: Path) -> None:
    """Tampilkan jalan program dari berkasnya: tahap, langkah, siapa, dan apa yang ditunggu.

    \b
    Contoh:
      sidamping programme show program-baru.yaml
    """
    read, faults = checked(file)
    if faults or read is None:
        raise Refused(faults)
    click.echo("\n".join(_lines(built(read))))


def checked(file: Path) -> tuple[RuleFile | None, list[Problem]]:
    """The file as it was read, and every fault; the rest of the names comes from the packaged rulebook."""
    try:
        raw = file.read_bytes()
    except OSError:
        return None, [problem("PROGRAMMES_034", str(file), file=str(file))]
    read, faults = read_one("programmes", file.stem, str(file), raw)
    if read is None or read.ends:
        return read, list(faults)
    return read, [*citations(book(), read), *programme_faults(book(), read)]


def _lines(made: Programme) -> Iterable[str]:
    yield f"{made.title.id}  [{made.status}]"
    for stage in made.stages or (None,):
        if stage is not None:
            yield f"\n{stage.label.id}"
        own = [step for step in made.steps if stage is None or step.stage == stage.code]
        yield from (f"  {_told(made, step)}" for step in own)


def _told(made: Programme, step: Step) -> str:
    who = ", ".join(made.roles[one].id if one in made.roles else one for one in step.owners) or step.marked_by
    needs = ", ".join(made.step(code).label.id for code in step.needs)
    return f"{step.label.id} ({who or NOBODY})" + (f" - sesudah: {needs}" if needs else "")
