"""The commands `sidamping analytics export` and `run`: data for analysis, and one indicator on any engine."""

from __future__ import annotations

import time
from pathlib import Path

import click

from sidamping.domain.cohorts.shares import Share
from sidamping.domain.periods import Month
from sidamping.domain.problems import Refused, problem
from sidamping.edges.analytics.engines import ENGINES
from sidamping.edges.analytics.exporting import export as write_export
from sidamping.edges.analytics.expressions import COUNTS, GROUPS, counted
from sidamping.edges.cli.cases import aligned, printed
from sidamping.platform.database import folders
from sidamping.platform.http import clock
from sidamping.rules.indicators import Indicator, indicator, indicators

HOME = click.Path(file_okay=False, path_type=Path)


@click.group("analytics")
def analytics() -> None:
    """Analisis bebas: ekspor Parquet per bulan, dan indikator pada mesin mana pun.

    \b
    Contoh:
      sidamping analytics export --to /data/analisis
      sidamping analytics run visited --engine duckdb --from /data/analisis --by regency
      sidamping analytics run papers-on-time --engine postgres --json
    """


@analytics.command()
@click.option("--to", "folder", type=HOME, help="Folder tujuan; bawaan: folder data, bagian analytics.")
def export(folder: Path | None) -> None:
    """Tulis ringkasan, kunjungan, laporan dan baris buku besar sebagai Parquet, satu berkas per bulan.

    Tanpa nama dan nomor orang. Arti setiap kolom ada dalam datapackage.json di folder itu.
    """
    home = folder or _home()
    home.mkdir(parents=True, exist_ok=True)
    for subject, rows in write_export(home, clock.today()).items():
        click.echo(f"{subject:<10} {rows:>12} baris")
    click.echo(f"{home}: ditulis.")


@analytics.command()
@click.argument("code", metavar="INDIKATOR")
@click.option("--engine", type=click.Choice(tuple(ENGINES)), default="postgres", show_default=True,
              help="Mesin hitung.")
@click.option("--month", "month", default="", metavar="TTTT-BB", help="Keadaan pada akhir bulan; bawaan: bulan lalu.")
@click.option("--by", type=click.Choice(GROUPS), default=None, help="Rincian menurut wilayah, program atau angkatan.")
@click.option("--from", "folder", type=HOME, help="Folder ekspor, untuk mesin selain postgres.")
@click.option("--json", "as_json", is_flag=True, help="Cetak JSON untuk program lain.")
def run(code: str, engine: str, month: str, by: str | None, folder: Path | None, as_json: bool) -> None:
    """Hitung satu indikator dari rulebook; setiap mesin memberi jawaban yang sama."""
    asked = _month(month)
    found = _indicator(code, asked)
    began = time.perf_counter()
    with ENGINES[engine](folder or _home()) as summary:
        rows = counted(found.definition, summary, asked, by or "").to_pyarrow().to_pylist()
    rows.sort(key=lambda row: row.get("key") or "")
    if as_json:
        seconds = round(time.perf_counter() - began, 3)
        printed({"indicator": found.version, "month": str(asked), "engine": engine, "by": by, "seconds": seconds,
                 "rows": [{"key": row.get("key"), **{name: row[name] for name in COUNTS}} for row in rows]})
        return
    click.echo(f"{found.title.id}, {asked}")
    lines: list[tuple[str, ...]] = [(by or "", "dihitung", "dilaporkan", "populasi", "persen")]
    lines += [(row.get("key") or "", *(str(row[name]) for name in COUNTS), _percent(row)) for row in rows]
    click.echo("\n".join(aligned(lines, (1, 2, 3, 4))))


def _percent(row: dict[str, int]) -> str:
    percent = Share(row["part"], row["whole"]).percent
    return "–" if percent is None else f"{float(percent):.1f}".replace(".", ",")


def _month(text: str) -> Month:
    if not text:
        return Month.of(clock.today()).previous
    try:
        return Month.parse(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} bukan bulan; tulis seperti 2026-10.", param_hint="--month") from None


def _indicator(code: str, month: Month) -> Indicator:
    found = indicator(code, month.end)
    if found is None:
        known = ", ".join(one.code for one in indicators(month.end))
        raise Refused([problem("ANALYTICS_002", code, seen=code, month=str(month), known=known)])
    return found


def _home() -> Path:
    return folders.data_folder() / "analytics"
