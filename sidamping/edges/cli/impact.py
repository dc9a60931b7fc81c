"""`sidamping rulebook impact`: what a file changes of the one before, who asks the rule, which results would differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import click

from sidamping.domain.scoring.numbers import written
from sidamping.features.assessments.queries import DECIDED, DRAFT, RETURNED, SUBMITTED, impact
from sidamping.rules.changes import Difference, differences
from sidamping.rules.in_force import NotInForce, pick
from sidamping.rules.loader import RuleFile, book
from sidamping.rules.named import Named, named
from sidamping.rules.uses import uses

INSTRUMENTS = "instruments"
STATES = {DRAFT: "rancangan", SUBMITTED: "diserahkan", RETURNED: "dikembalikan", DECIDED: "diputuskan"}
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
    meant = named(rule, book())
    if on is not None and not any(_chosen(one, on) for one in meant):
        raise NotInForce(meant[0].kind, rule, on, "")
    for one in meant:
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
    chosen = _chosen(one, on)
    if chosen is None:
        yield f"Tidak berlaku pada {on}."
        return
    before = _before(book().of(one.kind, one.name), chosen)
    if before is None:
        yield f"Berlaku sejak {_day(chosen)}; tidak ada berkas sebelumnya."
        return
    found = differences(before, chosen)
    yield f"Berubah sejak {_day(chosen)} (dibanding berkas {_day(before)}): {len(found)} nilai"
    yield from (f"  {_line(difference)}" for difference in found[:MOST])
    if len(found) > MOST:
        yield f"  … dan {len(found) - MOST} nilai lagi"


def _chosen(one: Named, on: date | None) -> RuleFile | None:
    return one.files[-1] if on is None else pick(book().of(one.kind, one.name), on, one.files[-1].area)


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
    if one.kind == INSTRUMENTS:
        yield from _results(one)
    else:
        yield "Tidak ada penilaian yang dihitung dengan aturan ini, jadi tidak ada hasil penilaian yang berubah."


def _results(one: Named) -> Iterator[str]:
    """Rounds that stand on another file than the one in force on their day, with both results."""
    versions = {file.path.removeprefix(f"{INSTRUMENTS}/").removesuffix(".yaml") for file in one.files}
    lines = [line for line in impact(one.name) if line.new_version in versions]
    if not lines:
        yield "Tidak ada penilaian yang hasilnya akan lain."
        return
    yield f"Penilaian yang hasilnya akan lain: {len(lines)}. Yang sudah diputuskan tetap berlaku."
    for line in lines:
        yield f"  {line.as_of}  {line.subject}  ({STATES.get(line.state, line.state)})  {line.assessment_id}"
        yield f"    {line.old_version}: {_result(line.old_total, line.old_category)}"
        new = line.why_not or _result(line.new_total, line.new_category)
        yield f"    {line.new_version}: {new}"


def _result(total: Decimal | None, category: str) -> str:
    """A total with its category; both may be missing in a partial result."""
    shown = "belum ada jumlah" if total is None else written(Fraction(total))
    return f"{shown}, {category or 'tanpa kategori'}"


def _line(one: Difference) -> str:
    if one.before is None:
        return f"{one.key}: baru, {one.after}"
    return f"{one.key}: {one.before} dihapus" if one.after is None else f"{one.key}: {one.before} → {one.after}"


def _day(file: RuleFile) -> str:
    return f"{file.starts}+{file.correction}" if file.correction else str(file.starts)
