"""`sidamping rulebook impact`: what a file changes of the one before, who asks the rule, which results would differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import click

from sidamping.domain.problems import Refused, problem
from sidamping.rules.changes import Difference, differences
from sidamping.rules.in_force import pick
from sidamping.rules.loader import RuleFile, book
from sidamping.rules.named import Named, named
from sidamping.rules.uses import uses

INSTRUMENTS = "instruments"
MOST = 60
"""Lines of changed values that are printed; more are counted."""


@click.command(name="impact")
@click.argument("rule", metavar="ATURAN")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Hari berkas yang diperiksa; kosong = terbaru.")
def impact_command(rule: str, day: datetime | None) -> None:
    """Tampilkan apa yang diubah suatu aturan dan siapa yang terkena.

    Isinya: berkas dan segelnya, nilai yang berubah dari berkas sebelumnya, bagian sistem yang memakainya, dan penilaian
    yang hasilnya akan lain. Hasil yang sudah diputuskan tidak pernah berubah sendiri.

    \b
    Contoh:
      sidamping rulebook impact ksp-health
      sidamping rulebook impact R-SEHAT --on 2016-04-01
      sidamping rulebook impact R-LAPORAN-TPK
    """
    on = day.date() if day else None
    for one in named(rule, book()):
        for line in _told(one, on):
            click.echo(line)
        click.echo()


def _told(one: Named, on: date | None) -> Iterator[str]:
    yield f"{one.name} ({one.kind}): {one.files[-1].title['id']}"
    yield "Berkas:"
    for file in one.files:
        area = f"  wilayah {file.area}" if file.area else ""
        yield f"  {_day(file)}{area}  {file.status}  {file.path}  sha256 {file.sha256[:12]}"
    yield from _changed(one, on)
    yield from _asked(one)


def _changed(one: Named, on: date | None) -> Iterator[str]:
    """The newest file, or the one in force on the day, beside the one before it."""
    every = book().of(one.kind, one.name)
    chosen = one.files[-1] if on is None else pick(every, on, one.files[-1].area)
    if chosen is None:
        raise Refused(problem("RULEBOOK_010", one.name, rule=f"{one.kind}/{one.name}", date=str(on), area="Indonesia"))
    before = _before(every, chosen)
    if before is None:
        yield f"Berlaku sejak {_day(chosen)}; tidak ada berkas sebelumnya."
        return
    found = differences(before, chosen)
    yield f"Berubah sejak {_day(chosen)} (dibanding berkas {_day(before)}): {len(found)} nilai"
    yield from (f"  {_line(difference)}" for difference in found[:MOST])
    if len(found) > MOST:
        yield f"  … dan {len(found) - MOST} nilai lagi"


def _before(files: tuple[RuleFile, ...], chosen: RuleFile) -> RuleFile | None:
    """The file of the same area that the chosen one takes over from."""
    earlier = [one for one in files if one.area == chosen.area and not one.ends
               and (str(one.starts), one.correction) < (str(chosen.starts), chosen.correction)]
    return max(earlier, key=lambda one: (str(one.starts), one.correction), default=None)


def _asked(one: Named) -> Iterator[str]:
    found = uses(one.name, book())
    if found:
        yield "Dipakai oleh:"
        yield from (f"  {use.where}: {use.what}" for use in found)
    elif one.kind == "rules":
        yield "Belum ada bagian sistem yang memutus menurut aturan ini; isinya dapat dibaca dengan show."
    if one.kind != INSTRUMENTS:
        yield "Tidak ada penilaian yang dihitung dengan aturan ini, jadi tidak ada hasil penilaian yang berubah."


def _line(one: Difference) -> str:
    if one.before is None:
        return f"{one.key}: baru, {one.after}"
    return f"{one.key}: {one.before} dihapus" if one.after is None else f"{one.key}: {one.before} → {one.after}"


def _day(file: RuleFile) -> str:
    return f"{file.starts}+{file.correction}" if file.correction else str(file.starts)
