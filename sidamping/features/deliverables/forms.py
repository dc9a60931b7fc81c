"""Reads the posted sheet and lays out its cells for writing: three empty rows wait under every table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sidamping.domain.deliverables.content import MOST_ROWS
from sidamping.domain.deliverables.kinds import CHECK, LINES, PHOTO, PROOF, TABLE, Cell, Column, Kind
from sidamping.domain.problems import Problem
from sidamping.platform.http.language import reader_language

EMPTY_ROWS = 3
HIGHEST_ROW = MOST_ROWS + EMPTY_ROWS


@dataclass(frozen=True)
class Entry:
    """One input: its name, what stands in it, what is wrong with it."""

    name: str
    value: str
    column: Column | None
    label: str
    options: tuple[tuple[str, str], ...] = ()
    fault: str = ""


@dataclass(frozen=True)
class CellForm:
    """A cell to write in: a text, lines, rows of inputs, a tick, or a file with a remark."""

    cell: Cell
    label: str
    hint: str
    text: str
    rows: tuple[tuple[Entry, ...], ...] = ()
    faults: tuple[str, ...] = ()
    ticked: bool = False
    file: str = ""
    file_name: str = ""
    picture: bool = False


def typed_of(kind: Kind, sent: Mapping[str, str]) -> dict[str, Any]:
    """What was posted, cell by cell; rows in the order of the page."""
    return {cell.key: _typed(cell, sent) for cell in kind.cells}


def _typed(cell: Cell, sent: Mapping[str, str]) -> Any:
    if cell.kind == TABLE:
        return _rows_of(cell, sent)
    if cell.kind == PROOF:
        names = {"file": cell.key, "note": f"{cell.key}-note", "name": f"{cell.key}-name"}
        return {part: sent.get(name, "") for part, name in names.items()}
    return sent.get(cell.key, "")


def cells_of(kind: Kind, typed: Mapping[str, Any], problems: Iterable[Problem] = ()) -> tuple[CellForm, ...]:
    """The cells with what stands in them and the faults at their place."""
    language = reader_language()
    faults: dict[str, list[str]] = {}
    for one in problems:
        faults.setdefault(one.where, []).append(one.text(language))
    return tuple(_cell(cell, typed.get(cell.key), faults, language) for cell in kind.cells)


def _cell(cell: Cell, value: Any, faults: Mapping[str, list[str]], language: str) -> CellForm:
    rows = _entries(cell, value or [], faults, language) if cell.kind == TABLE else ()
    text = "\n".join(value or ()) if cell.kind == LINES and isinstance(value, list) else str(value or "")
    found = tuple(faults.get(cell.key, ()))
    label, hint = cell.label.text(language), cell.hint.text(language)
    if cell.kind == CHECK:
        return CellForm(cell, label, hint, "", (), found, ticked=bool(value))
    if cell.kind == PROOF:
        held = value if isinstance(value, Mapping) else {}
        told = str(held.get("note", "")), str(held.get("file", "")), str(held.get("name", ""))
        return CellForm(cell, label, hint, told[0], (), found, False, told[1], told[2],
                        held.get("media_type") == "image/jpeg")
    return CellForm(cell, label, hint, text, rows, found)


def _entries(
    cell: Cell, held: list[Mapping[str, Any]], faults: Mapping[str, list[str]], language: str
) -> tuple[tuple[Entry, ...], ...]:
    rows = [*held, *({} for _ in range(EMPTY_ROWS))]
    return tuple(
        tuple(
            Entry(
                f"{cell.key}-{number}-{one.key}", str(row.get(one.key, "") if row.get(one.key) is not None else ""),
                one, one.label.text(language), tuple((code, words.text(language)) for code, words in one.options),
                " ".join(faults.get(f"{cell.key}.{number}.{one.key}", ())),
            )
            for one in cell.columns
        )
        for number, row in enumerate(rows, 1)
    )


def _rows_of(cell: Cell, sent: Mapping[str, str]) -> list[dict[str, str]]:
    """The filled rows; a photo alone makes no row."""
    rows = []
    for number in range(1, HIGHEST_ROW + 1):
        row = {one.key: sent.get(f"{cell.key}-{number}-{one.key}", "") for one in cell.columns}
        if any(value.strip() for key, value in row.items() if key not in {one.key for one in cell.photos}):
            rows.append(row)
    return rows


def photo_inputs(kind: Kind) -> dict[str, str]:
    """Name of each file input → name of the input that carries the photo's id."""
    return {
        f"{cell.key}-{number}-{one.key}-file": f"{cell.key}-{number}-{one.key}"
        for cell in kind.cells for one in cell.columns if one.kind == PHOTO
        for number in range(1, HIGHEST_ROW + 1)
    }


def file_inputs(kind: Kind) -> dict[str, str]:
    """Name of each file input of a proof → name of the input that carries the file's id."""
    return {f"{cell.key}-file": cell.key for cell in kind.proofs}
