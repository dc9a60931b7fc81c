"""`sidamping savings-interest`: balances of a month and a rate in; interest by its named methods, tax and net out."""

from __future__ import annotations

from datetime import datetime

import click

from sidamping.domain.money import grouped
from sidamping.domain.problems import Refused, problem
from sidamping.domain.savings.inputs import Asked, read_savings
from sidamping.domain.savings.interest import AVERAGE, BY_MUTATIONS, DAILY, DEPOSIT, LOWEST, METHODS, Interest
from sidamping.domain.savings.plain import as_plain, computed, says, told_apart
from sidamping.domain.scoring.numbers import written
from sidamping.edges.cli.cases import aligned, asked_day, printed, read_case
from sidamping.rules.finance import interest_tax, interest_year

NAMES = {
    LOWEST: "Saldo terendah", DAILY: "Bunga harian", AVERAGE: "Saldo rata-rata menurut hari",
    BY_MUTATIONS: "Saldo rata-rata menurut mutasi (rumus tercetak)", DEPOSIT: "Simpanan berjangka",
}


@click.command(name="savings-interest")
@click.argument("file", metavar="BERKAS")
@click.option("--method", default="", metavar="CARA", help=f"{', '.join(METHODS)}; baku semua yang dapat dihitung.")
@click.option("--on", "day", default="", metavar="TTTT-BB-HH", help="Hari pembayaran bunga; menentukan pajaknya.")
@click.option("--json", "as_json", is_flag=True, help="Cetak JSON untuk program lain.")
def savings_interest_command(file: str, method: str, day: str, as_json: bool) -> None:
    """Hitung bunga simpanan dari berkas YAML atau JSON; '-' membaca masukan baku.

    Berkas memuat balances (hari: saldo) dengan days_in_month, atau lowest_balance, atau nominal simpanan berjangka;
    lalu rate_pct (setahun) atau rate_per_month_pct (sebulan), year_basis (360, 365, 366) dan tax_pct. Tanpa tax_pct,
    pajak mengikuti aturan pada hari --on; tanpa keduanya pajak tidak dihitung.

    \b
    Contoh:
      sidamping savings-interest januari.yaml
      sidamping savings-interest januari.yaml --method lowest --on 2026-01-31
      sidamping savings-interest januari.json --json
    """
    if method and method not in METHODS:
        raise Refused(problem("FIGURES_012", "--method", key="--method", seen=method[:60], known=", ".join(METHODS)))
    figures = read_case(file)
    on = asked_day(day, figures)
    basis, rule = interest_year(on or datetime.now().date())
    asked = read_savings(figures, usual_basis=basis, tax=None if on is None else interest_tax(on), method=method)
    if as_json:
        head = {"id": figures.get("id"), "as_of": None if on is None else on.isoformat(), "rule": rule.plain()}
        printed({**head, **as_plain(asked)})
    else:
        click.echo("\n".join(shown(asked)))


def shown(asked: Asked) -> list[str]:
    """The methods side by side, and what to know about them."""
    case, made = asked.case, computed(asked)
    rows = [("Cara", "Saldo dasar", "Bunga tepat", "Bunga", "Pajak", "Diterima"), *(_row(one) for one in made)]
    days = f", {case.days} hari" if case.days else ""
    counted = f"hari / {case.basis}" if case.convention == "days" else "bunga sebulan"
    warnings = (*asked.warnings, *told_apart(made))
    told = ["", "Perhatian:", *(f"- {one}" for one in warnings)] if warnings else []
    head = f"Bunga {written(case.rate_year, 0)} persen setahun, menurut {counted}{days}"
    steps = ["", *(f"{NAMES[one.method]}: {says(case, one)}" for one in made)]
    return [head, "", *aligned(rows, (1, 2, 3, 4, 5)), *steps, *told]


def _row(one: Interest) -> tuple[str, ...]:
    tax, net = ("-" if value is None else grouped(value) for value in (one.taxed, one.net))
    return (NAMES[one.method], written(one.base, 0, most=2), written(one.exact, most=2), grouped(one.gross), tax, net)
