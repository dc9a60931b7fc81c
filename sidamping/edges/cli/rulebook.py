"""`sidamping rulebook`: check the rule files, show the one in force on a day, list what is covered, seal new files."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from sidamping.domain.problems import Refused, problem
from sidamping.edges.cli.impact import impact_command
from sidamping.rules import seal
from sidamping.rules.coverage import page
from sidamping.rules.in_force import NotInForce, pick
from sidamping.rules.loader import DATED, RuleFile, book, packaged, read_book
from sidamping.rules.named import exactly, named
from sidamping.rules.validate import check


@click.group(name="rulebook")
def rulebook_group() -> None:
    """Periksa berkas aturan dan dampaknya.

    \b
    Contoh:
      sidamping rulebook check
      sidamping rulebook show R-LAPORAN-TPK --on 2026-11-10 --area 53.01
      sidamping rulebook impact ksp-health
      sidamping rulebook coverage
    """


@rulebook_group.command(name="check")
@click.option("--sealed", is_flag=True, help="Tolak juga berkas yang belum disegel (sebelum rilis).")
def check_command(sealed: bool) -> None:
    """Periksa seluruh berkas aturan; tampilkan semua kesalahannya sekaligus.

    \b
    Contoh:
      sidamping rulebook check
      sidamping rulebook check --sealed
    """
    faults = check(all_sealed=sealed)
    for fault in faults:
        click.echo(f"{fault.code}  {fault.text()}", err=True)
    if faults:
        click.echo(f"{len(faults)} kesalahan.", err=True)
        sys.exit(1)
    click.echo(f"{len(read_book(packaged()).files)} berkas aturan, tidak ada kesalahan.")


@rulebook_group.command(name="show")
@click.argument("rule")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Hari, misalnya 2026-11-10.")
@click.option("--area", default="", help="Kode wilayah, misalnya 53.01. Kosong = nasional.")
@click.option("--kind", type=click.Choice(DATED), default=None, help="Jenis berkas, bila namanya ada pada beberapa.")
def show_command(rule: str, day: datetime, area: str, kind: str | None) -> None:
    """Tampilkan aturan, instrumen, program atau laporan yang berlaku pada suatu hari di suatu wilayah.

    Nama keluarga (R-SEHAT, R-SEHAT-2016) menampilkan setiap instrumennya yang berlaku pada hari itu.

    \b
    Contoh:
      sidamping rulebook show R-LAPORAN-TPK --on 2026-11-10 --area 53.01
      sidamping rulebook show ksp-health --on 2026-11-10
      sidamping rulebook show R-SEHAT --on 2026-11-10
    """
    try:
        found = _holding(rule, day.date(), area, kind or "")
    except Refused as refused:
        raise click.ClickException("\n".join(str(one) for one in refused.problems)) from refused
    click.echo("\n\n".join(_shown(one, day.date()) for one in found))


rulebook_group.add_command(impact_command)


@rulebook_group.command(name="coverage")
@click.option("--write", "target", type=click.Path(dir_okay=False, path_type=Path), help="Tulis ke berkas ini.")
def coverage_command(target: Path | None) -> None:
    """Daftar semua aturan, program, laporan, daftar kode dan sumbernya.

    \b
    Contoh:
      sidamping rulebook coverage --write docs/rulebook-coverage.md
    """
    text = page(read_book(packaged()))
    if target is None:
        click.echo(text, nl=False)
        return
    target.write_text(text, "utf-8")
    click.echo(f"{target} ditulis.")


@rulebook_group.command(name="seal")
def seal_command() -> None:
    """Segel berkas aturan yang baru terbit; yang sudah tersegel tidak berubah.

    \b
    Contoh:
      sidamping rulebook seal
    """
    faults = check()
    if faults:
        raise click.ClickException("\n".join(str(one) for one in faults))
    added = seal.seal(read_book(packaged()), Path(str(packaged())) / seal.NAME)
    click.echo(f"{len(added)} segel baru.")


def _holding(rule: str, on: date, area: str, kind: str) -> list[RuleFile]:
    """The files in force that the name means: one of its own name, or those of a family."""
    meant = exactly(rule, named(rule, book(), kind))
    kinds = {one.kind for one in meant}
    if len(kinds) > 1:
        raise Refused(problem("RULEBOOK_022", rule, seen=rule, kinds=", ".join(sorted(kinds))))
    picked = [(one, pick(book().of(one.kind, one.name), on, area)) for one in meant]
    holding = [file for one, file in picked if file is not None and file in one.files]
    if not holding:
        raise NotInForce(meant[0].kind, rule, on, area)
    return holding


def _shown(found: RuleFile, on: date) -> str:
    head = [f"{found.name} pada {on}: {found.title['id']}", f"berkas  {found.path}", f"sha256  {found.sha256}",
            f"status  {found.status}", f"dasar   {found.cite()}"]
    values = [
        f"  {key}: {value['value']} {value['unit']}  [{value['cite']}]  {found.status_of(key)}"
        for key, value in found.data.get("values", {}).items()
    ]
    components = [
        f"  {one['key']}: bobot {one.get('weight', '-')}  [{one['cite']}]  {one.get('status', found.status)}"
        for one in found.data.get("components", ())
    ]
    told = [f"{name}  {found.data[key]}" for name, key in (("catatan", "note"), ("putusan", "settled"))
            if found.data.get(key)]
    return "\n".join([*head, *told, *values, *components])
