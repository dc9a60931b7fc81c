"""`sidamping loan`: the terms of a loan in; its instalments month by month out."""

from __future__ import annotations

import click

from sidamping.domain.loans.plain import as_plain
from sidamping.domain.loans.schedule import Schedule, schedule
from sidamping.domain.loans.terms import ANNUITY, DECLINING, FLAT, Terms, read_terms
from sidamping.domain.money import grouped, rupiah
from sidamping.domain.scoring.numbers import written
from sidamping.edges.cli.cases import aligned, printed

METHODS = {FLAT: "flat (bunga tetap)", DECLINING: "bunga menurun", ANNUITY: "anuitas"}


@click.command(name="loan")
@click.option("--principal", default="", metavar="RUPIAH", help="Pokok pinjaman, mis. 9000000.")
@click.option("--rate-year", default="", metavar="PERSEN", help="Bunga setahun; dibagi dua belas.")
@click.option("--rate-month", default="", metavar="PERSEN", help="Bunga sebulan.")
@click.option("--months", default="", metavar="N", help="Banyaknya angsuran bulanan.")
@click.option("--method", default="", metavar="CARA", help="flat, declining (bunga menurun) atau annuity (anuitas).")
@click.option("--step", default="", metavar="RUPIAH", help="Bulatkan angsuran ke kelipatan ini; baku 1.")
@click.option("--json", "as_json", is_flag=True, help="Cetak JSON untuk program lain.")
def loan_command(
    principal: str, rate_year: str, rate_month: str, months: str, method: str, step: str, as_json: bool
) -> None:
    """Hitung jadwal angsuran pinjaman: pokok, bunga, angsuran dan sisa tiap bulan, dalam rupiah bulat.

    Jumlah pokok tepat sama dengan pinjaman; angsuran terakhir menampung sisa pembulatan.

    \b
    Contoh:
      sidamping loan --principal 9000000 --rate-month 1 --months 12 --method flat
      sidamping loan --principal 60000000 --rate-year 24 --months 6 --method declining --json
      sidamping loan --principal 78.000.000 --rate-year 6 --months 12 --method annuity --step 500
    """
    made = schedule(read_terms({
        "--principal": principal, "--rate-year": rate_year, "--rate-month": rate_month, "--months": months,
        "--method": method, "--step": step,
    }))
    if as_json:
        printed(as_plain(made))
    else:
        click.echo(shown(made))


def shown(made: Schedule) -> str:
    """The schedule as a table with its sums."""
    rows: list[tuple[str, ...]] = [("Ke", "Pokok", "Bunga", "Angsuran", "Sisa pinjaman")]
    rows += [
        (str(one.no), *(grouped(amount) for amount in (one.principal, one.interest, one.total, one.balance)))
        for one in made.rows
    ]
    rows += [("Jumlah", grouped(made.terms.principal), grouped(made.interest), grouped(made.total), "")]
    return "\n".join([*_head(made.terms), "", *aligned(rows, (1, 2, 3, 4))])


def _head(terms: Terms) -> list[str]:
    rounded = f", angsuran dibulatkan ke kelipatan {rupiah(terms.step)}" if terms.step > 1 else ""
    return [
        f"Pinjaman {rupiah(terms.principal)}, {terms.months} bulan, {METHODS[terms.method]}{rounded}",
        f"Bunga {written(terms.rate_month, 0)} persen sebulan = {written(terms.rate_year, 0)} persen setahun",
    ]
