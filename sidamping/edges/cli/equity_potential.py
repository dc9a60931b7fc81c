"""`sidamping equity-potential`: members and their savings in; what they bring together as equity out (E6)."""

from __future__ import annotations

import click

from sidamping.domain.money import grouped
from sidamping.domain.savings.interest import MONTHS_A_YEAR
from sidamping.domain.savings.potential import Potential, as_plain, read_potential
from sidamping.edges.cli.cases import aligned, printed, read_case


@click.command(name="equity-potential")
@click.argument("file", metavar="BERKAS")
@click.option("--json", "as_json", is_flag=True, help="Cetak JSON untuk program lain.")
def equity_potential_command(file: str, as_json: bool) -> None:
    """Hitung potensi modal dari simpanan pokok dan simpanan wajib anggota; '-' membaca masukan baku.

    Berkas YAML atau JSON memuat members, simpanan_pokok, simpanan_wajib_per_month dan months.

    \b
    Contoh:
      sidamping equity-potential potensi.yaml
      sidamping equity-potential potensi.yaml --json
    """
    figures = read_case(file)
    made, warnings = read_potential(figures)
    if as_json:
        printed({"id": figures.get("id"), **as_plain(made), "warnings": [str(one) for one in warnings]})
    else:
        click.echo("\n".join([*shown(made), *(f"- {one}" for one in warnings)]))


def shown(made: Potential) -> list[str]:
    """The table of the guideline."""
    rows: list[tuple[str, ...]] = [
        ("Keterangan", "Anggota", "SP/SW", "Kali", "Jumlah"),
        _row("Simpanan pokok", made.members, made.principal, 1, made.principal_total),
        _row("Simpanan wajib", made.members, made.mandatory, made.months, made.mandatory_total),
        ("Jumlah", "", "", "", grouped(made.total)),
        _row("Tambahan simpanan wajib sebulan", made.members, made.mandatory, 1, made.added_a_month),
        _row("Tambahan simpanan wajib setahun", made.members, made.mandatory, MONTHS_A_YEAR, made.added_a_year),
    ]
    return aligned(rows, (1, 2, 3, 4))


def _row(name: str, members: int, amount: int, times: int, total: int) -> tuple[str, ...]:
    return (name, *(grouped(one) for one in (members, amount, times, total)))
