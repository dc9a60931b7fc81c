"""`sidamping ratios`: amounts of a balance sheet and PHU in; the whole table of ratios with readings out."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import click

from sidamping.domain.ratios.amounts import Amounts, read_amounts
from sidamping.domain.ratios.table import UNITS, Computed, RatioTable, as_plain, compute
from sidamping.domain.scoring.numbers import written
from sidamping.edges.cli.cases import asked_day, printed, read_case
from sidamping.edges.cli.lazy import set_up_django
from sidamping.rules.finance import ratio_table


@click.command(name="ratios")
@click.argument("file", metavar="BERKAS", required=False)
@click.option("--on", "day", default="", metavar="TTTT-BB-HH", help="Hari neraca; menentukan tabel yang berlaku.")
@click.option("--book", "book", type=click.UUID, help="Nomor buku (UUID): angkanya dari buku besar, bukan dari berkas.")
@click.option("--unit", default=None, metavar="SINGKATAN", help="Hanya satu unit buku itu; 'induk' di luar semua unit.")
@click.option("--json", "as_json", is_flag=True, help="Cetak JSON untuk program lain.")
def ratios_command(file: str | None, day: str, book: UUID | None, unit: str | None, as_json: bool) -> None:
    """Hitung tabel rasio keuangan koperasi (1.1 sampai 5.3) dari berkas YAML atau JSON; '-' membaca masukan baku.

    Berkas memuat jumlah dari neraca dan PHU, mis. aktiva_lancar, hutang_lancar, persediaan, kas, piutang,
    penjualan_kredit, partisipasi_bruto, total_aktiva, ekuitas, shu_setelah_pajak. Yang tidak dilaporkan dikosongkan,
    bukan diisi nol; rasionya disebut tidak dapat dihitung beserta alasannya. Tanpa --on dipakai tabel hari ini.

    \b
    Contoh:
      sidamping ratios neraca-2025.yaml
      sidamping ratios neraca-2025.yaml --on 2025-12-31 --json
      sidamping ratios --book 0192… --unit USP --on 2025-12-31
    """
    if (file is None) == (book is None):
        raise click.UsageError("Sebutkan satu berkas, atau satu buku dengan --book.")
    if unit is not None and book is None:
        raise click.UsageError("--unit memilih unit dari buku; sebutkan bukunya dengan --book.")
    figures = read_case(file) if file is not None else {"id": str(book)}
    on = asked_day(day, figures) or datetime.now().date()
    table, rule = ratio_table(on)
    amounts = read_amounts(figures) if book is None else _in_book(book, unit, on)
    if as_json:
        printed({"id": figures.get("id"), "as_of": on.isoformat(), "rule": rule.plain(), **as_plain(table, amounts)})
    else:
        warnings = [str(one) for one in amounts.warnings]
        click.echo("\n".join([*shown(table, compute(table, amounts)), *(f"- {one}" for one in warnings)]))


def _in_book(book: UUID, unit: str | None, on: date) -> Amounts:
    """Only a book needs Django: a file is reckoned without waiting for it."""
    set_up_django()
    from sidamping.edges.cli.book_amounts import amounts_in_book  # it imports models

    return amounts_in_book(book, unit, on)


def shown(table: RatioTable, lines: tuple[Computed, ...]) -> list[str]:
    """The table by groups: value with its unit and reading, or why there is none."""
    told: list[str] = []
    group = ""
    for one in lines:
        if one.row.group != group:
            group = one.row.group
            told += ["", f"{group}. {table.groups.get(group, ('', ''))[0]}"]
        told += _lines(one)
    return told[1:]


def _lines(one: Computed) -> list[str]:
    head = f"  {one.row.code:<4}{one.row.id}"
    if one.value is None:
        return [f"{head}: -", f"      {one.why}"]
    made = [f"{head}: {written(one.value, most=2)} {UNITS.get(one.row.unit, one.row.unit)}", f"      {one.reading()}"]
    return [*made, *([f"      {one.warning}"] if one.warning is not None else [])]
