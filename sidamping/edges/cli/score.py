"""`sidamping score`: an instrument and a file of amounts, ratios and answers in; an explained result out."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
import yaml

from sidamping.domain.problems import Refused, problem
from sidamping.domain.scoring.alternatives import compare
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import read_filling
from sidamping.domain.scoring.instrument import TABLE, Instrument
from sidamping.domain.scoring.outcome import said
from sidamping.edges.cli.score_table import shown
from sidamping.rules.in_force import NotInForce
from sidamping.rules.instrument_checks import instrument_faults
from sidamping.rules.instruments import KIND, built, instrument, pinned_instrument, versions
from sidamping.rules.loader import read_one, read_yaml


@click.command(name="score")
@click.argument("name", metavar="INSTRUMEN")
@click.argument("file", metavar="BERKAS")
@click.option("--on", "day", required=True, metavar="TTTT-BB-HH", help="Hari keadaan; menentukan versi yang berlaku.")
@click.option("--version", "version", default="", metavar="BERKAS", help="Pakai versi ini saja.")
@click.option("--method", default=TABLE, show_default=True, help="table (tabel) atau text (bunyi per persen).")
@click.option("--json", "as_json", is_flag=True, help="Cetak JSON untuk program lain.")
def score_command(name: str, file: str, day: str, version: str, method: str, as_json: bool) -> None:
    """Hitung satu instrumen dari berkas YAML atau JSON; '-' membaca masukan baku.

    Berkas memuat inputs (rupiah), ratios (persen bila jumlahnya tidak ada) dan answers (jawaban). Yang tidak dilaporkan
    dikosongkan, bukan diisi nol.

    \b
    Contoh:
      sidamping score ksp-health sehat-2020.yaml --on 2020-12-31
      sidamping score ksp-health sehat-2014.yaml --on 2014-12-31 --method text --json
      sidamping score policy-lab pilihan.yaml --on 2026-11-21
    """
    on = _day(day)
    used, warnings = _chosen(name, version, on)
    data = _data(file)
    warnings += _another_rule(used, data)
    if used.comparison is not None:
        made = compare(used, data if isinstance(data, Mapping) else {}, on=on)
    else:
        made = score(used, read_filling(used, data), on=on, method=method)
    if as_json:
        told = made.plain()
        told["warnings"] = [*warnings, *told["warnings"]]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        click.echo(shown(made, warnings))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(problem("SCORING_014", "--on", seen=text)) from None


def _chosen(name: str, version: str, on: date) -> tuple[Instrument, list[str]]:
    """The instrument in force on the day, or the version asked for, with a warning when they differ."""
    if not version:
        return instrument(name, on), []
    used = _version(name, version)
    try:
        holding = instrument(name, on).version
    except NotInForce:
        holding = "-"
    if holding == used.version:
        return used, []
    warning = said(problem("SCORING_032", "--version", used=used.version, date=on.isoformat(), holding=holding))
    return used, [warning or ""]


def _another_rule(used: Instrument, data: object) -> list[str]:
    """A published case names its rule; tell when the result uses another one."""
    seen = data.get("regime") if isinstance(data, Mapping) else None
    if seen in (None, used.code):
        return []
    return [said(problem("SCORING_040", "regime", seen=seen, used=used.code)) or ""]


def _version(name: str, version: str) -> Instrument:
    """A version of the rulebook by name, else a file of one's own that must be as sound as those of the rulebook."""
    try:
        return pinned_instrument(name, version)
    except Refused:
        path = Path(version)
        if not path.is_file():
            raise
    made, problems = read_one(KIND, name, path.name, path.read_bytes())
    faults = [*problems, *(instrument_faults(made) if made is not None else ())]
    if faults or made is None:
        raise Refused(faults)
    published = next((one for one in versions(name) if one.sha256 == made.sha256), None)
    return published or built(made)


def _data(file: str) -> Any:
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        if raw.lstrip()[:1] == b"{":
            return json.loads(raw, parse_float=Decimal, object_pairs_hook=_once)
        read = read_yaml(raw)
        return read[0] if isinstance(read, list) and len(read) == 1 else read  # one case cut out of a list
    except (OSError, ValueError, yaml.YAMLError) as error:
        seen = " ".join(str(error).split())
        raise Refused(problem("SCORING_002", file, file=file, seen=seen)) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys stand once each."""
    twice = sorted({key for key, _ in pairs if [other for other, _ in pairs].count(key) > 1})
    if twice:
        raise ValueError(f"kunci {', '.join(twice)} tertulis dua kali")
    return dict(pairs)
