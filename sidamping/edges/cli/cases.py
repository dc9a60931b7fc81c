"""A case for a calculation out of a file or standard input: YAML or JSON, decimals exact, no key twice."""

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

from sidamping.domain.figures import one_case, short
from sidamping.domain.problems import Refused, problem
from sidamping.rules.loader import read_yaml


def read_case(file: str) -> Mapping[str, Any]:
    """The figures of the one case in a file; '-' reads standard input. Refused when it cannot be read."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        if raw.lstrip()[:1] in (b"{", b"["):
            return one_case(json.loads(raw, parse_float=Decimal, object_pairs_hook=_once))
        return one_case(read_yaml(raw))
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        seen = " ".join(str(error).split())
        raise Refused(problem("FIGURES_001", file, file=file, seen=seen)) from None


def asked_day(text: str, figures: Mapping[str, Any]) -> date | None:
    """The day of --on, else of the case; None when neither names one."""
    seen = text or next((figures[key] for key in ("on", "as_of", "tanggal", "date") if figures.get(key)), "")
    if not seen:
        return None
    try:
        return date.fromisoformat(short(seen))
    except ValueError:
        where = "--on" if text else "on"
        raise Refused(problem("FIGURES_013", where, key=where, seen=short(seen))) from None


def printed(told: Mapping[str, Any]) -> None:
    """The result as JSON for other programs."""
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def aligned(rows: list[tuple[str, ...]], right: tuple[int, ...]) -> list[str]:
    """Rows as lines with columns of one width; the columns in `right` are figures."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys stand once each."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("satu kunci tertulis dua kali")
    return made
