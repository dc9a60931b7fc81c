"""A result as a readable Indonesian table for the terminal: components with the reason for each missing score."""

from __future__ import annotations

from collections.abc import Iterable

from sidamping.domain.scoring.numbers import written
from sidamping.domain.scoring.outcome import GIVEN, NOT_COMPUTABLE, NOT_REPORTED, SCORED, Outcome, Scored, said

STATES = {
    SCORED: "dinilai", GIVEN: "diberikan", NOT_REPORTED: "belum dilaporkan", NOT_COMPUTABLE: "tidak dapat dihitung",
}
HEAD = ("Komponen", "Rasio %", "Nilai", "Skor", "Maks", "Keterangan", "Dasar")


def shown(made: Outcome, warnings: Iterable[str] = ()) -> str:
    """The whole result; the simulation never looks like an official assessment."""
    instrument = made.instrument
    head = [
        instrument.title.id, f"Versi {instrument.version} ({instrument.status}), keadaan {made.on.isoformat()}",
        "Simulasi, bukan penilaian resmi.", "",
    ]
    told = [*warnings, *(text for one in made.warnings if (text := said(one)))]
    tail = ["", "Perhatian:", *(f"- {text}" for text in told)] if told else []
    return "\n".join([*head, *_components(made), *_aspects(made), *_result(made), *tail])


def _components(made: Outcome) -> list[str]:
    rows = [HEAD, *(_row(one) for one in made.components)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return [_line(row, widths) for row in rows]


def _row(one: Scored) -> tuple[str, ...]:
    key = one.component.key
    name = key if one.component.label.id == key else f"{key} - {one.component.label.id}"
    why = STATES[one.status] if one.why is None else f"{STATES[one.status]}: {_short(one)}"
    figures = (written(one.ratio, most=2), written(one.value, 0), written(one.score), written(one.component.max))
    return (name[:60], *figures, why, one.component.cite)


def _short(one: Scored) -> str:
    text = said(one.why) or ""
    return text.split(". ")[0].split(": ", 1)[-1] if text.startswith("SCORING_") else text


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    numbers = range(1, 5)
    cells = [cell.rjust(width) if at in numbers else cell.ljust(width)
             for at, (cell, width) in enumerate(zip(row, widths, strict=True))]
    return "  ".join(cells).rstrip()


def _aspects(made: Outcome) -> list[str]:
    lines = [f"  {one.aspect.label.id}: {written(one.score)} dari {written(one.aspect.weight)}"
             for one in made.aspects if one.aspect.weight]
    return ["", "Aspek:", *lines] if lines else []


def _result(made: Outcome) -> list[str]:
    if made.alternatives is not None:
        return ["", *(f"  {one['rank']}. {one['key']}: {one['total']}" for one in made.alternatives["ranking"])]
    partial = " (sementara)" if made.partial else ""
    return ["", f"Jumlah{partial}: {written(made.total)} dari {written(made.instrument.total)}",
            f"Cakupan: {written(made.coverage * 100)} persen bobot",
            f"Kategori: {made.category.id if made.category else 'tidak disebut'}"]
