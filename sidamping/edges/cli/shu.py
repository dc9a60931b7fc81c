"""`sidamping shu`: a surplus, its funds in percent and the members in; funds and shares to the rupiah out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import click

from sidamping.domain.money import grouped, rupiah
from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.numbers import written
from sidamping.domain.shu.distribution import Distribution, distribute
from sidamping.domain.shu.inputs import read_request
from sidamping.domain.shu.plain import as_plain
from sidamping.domain.shu.request import BUSINESS, CAPITAL, FORMS, MEMBERS
from sidamping.domain.shu.slips import slips
from sidamping.edges.cli.cases import aligned, asked_day, printed, read_case
from sidamping.rules.finance import surplus_rule

NAMES = {CAPITAL: "Jasa modal", BUSINESS: "Jasa anggota", MEMBERS: "Bagian anggota"}


@click.command(name="shu")
@click.argument("file", metavar="BERKAS")
@click.option("--form", default="", metavar="BENTUK", help=f"{', '.join(FORMS)}; baku menurut isian.")
@click.option("--on", "day", default="", metavar="TTTT-BB-HH", help="Hari rapat; menentukan aturan yang berlaku.")
@click.option("--slips", "with_slips", is_flag=True, help="Cetak slip tiap anggota.")
@click.option("--json", "as_json", is_flag=True, help="Cetak JSON untuk program lain.")
def shu_command(file: str, form: str, day: str, with_slips: bool, as_json: bool) -> None:
    """Bagi sisa hasil usaha dari berkas YAML atau JSON; '-' membaca masukan baku.

    Berkas memuat shu, pct_... tiap pos (berjumlah 100), lalu simpanan dan transaksi: seorang anggota (total_simpanan,
    total_transaksi, member_simpanan, member_transaksi) atau daftar members (no, nama, simpanan, transaksi). Tanpa --on
    dipakai aturan hari ini.

    \b
    Contoh:
      sidamping shu shu-2025.yaml
      sidamping shu shu-2025.yaml --slips
      sidamping shu shu-2025.json --form one-pot --json
    """
    if form and form not in FORMS:
        raise Refused(problem("FIGURES_012", "--form", key="--form", seen=form[:60], known=", ".join(FORMS)))
    figures = read_case(file)
    on = asked_day(day, figures) or datetime.now().date()
    whole_percent, rule = surplus_rule(on)
    made = distribute(read_request(figures, whole_percent=whole_percent, form=form))
    if as_json:
        printed({"id": figures.get("id"), "as_of": on.isoformat(), "rule": rule.plain(), **as_plain(made)})
    else:
        click.echo("\n".join([*shown(made), *(_slips(made) if with_slips else ())]))


def shown(made: Distribution) -> list[str]:
    """Funds, members and warnings as a readable table."""
    lines = ["Pembagian sisa hasil usaha (simulasi, belum diputus Rapat Anggota)", ""]
    if made.funds:
        funds = [("Pos", "Persen", "Rupiah")]
        funds += [(NAMES.get(one.key, one.key), written(one.percent, 0), grouped(one.amount)) for one in made.funds]
        if made.unnamed:
            funds.append(("(belum ada pos)", "", grouped(made.unnamed)))
        lines += [*aligned([*funds, ("Jumlah", "", grouped(made.distributable or 0))], (1, 2)), ""]
    lines += _members(made)
    return [*lines, *_told(made)]


def _members(made: Distribution) -> list[str]:
    if not made.shares:
        return []
    parts = [one.key for one in made.pots]
    rows = [("No", "Nama", "Simpanan", "Transaksi", *(NAMES[one] for one in parts), "Jumlah")]
    for one in made.shares:
        amounts = {CAPITAL: one.capital, BUSINESS: one.business, MEMBERS: one.together}
        figures = [one.member.savings, one.member.business, *(amounts[part] for part in parts), one.total]
        rows.append((one.member.number, one.member.name, *(_figure(value) for value in figures)))
    if not made.request.single:
        totals = made.request.totals
        sums = [totals.savings, totals.business, *(pot.amount for pot in made.pots)]
        paid = sum(one.total or 0 for one in made.shares)
        rows.append(("", "Jumlah", *(_figure(value) for value in sums), grouped(paid)))
    return [*aligned(rows, tuple(range(2, len(rows[0])))), ""]


def _slips(made: Distribution) -> Iterator[str]:
    for one in slips(made):
        yield f"\nSlip SHU anggota {one.number} {one.name}".rstrip()
        yield from (f"  {line.id}: {line.says}" for line in one.lines)
        yield f"  Diterima: {rupiah(one.total) if one.total is not None else 'belum lengkap'}"


def _told(made: Distribution) -> list[str]:
    return ["Perhatian:", *(f"- {one}" for one in made.warnings)] if made.warnings else []


def _figure(value: int | None) -> str:
    return "-" if value is None else grouped(value)
