"""A sheet as people know it: cells in their places, tables with their sums, points on the map. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sidamping.domain.deliverables.content import sums_of
from sidamping.domain.deliverables.kinds import CHECK, CHOICE, DAY, HIGHEST, PHOTO, PROOF, RUPIAH, TABLE, Cell, Column
from sidamping.domain.money import rupiah
from sidamping.domain.papers.words import day
from sidamping.features.deliverables.queries import SheetCard
from sidamping.platform.http.language import reader_language

MAP_SIDE, MAP_EDGE = 400, 40
"""The square of the map and its margin, in units of the picture."""


@dataclass(frozen=True)
class Shown:
    """A value as text; figures stand right, photos are ids."""

    column: str
    label: str
    text: str
    figure: bool = False
    photo: str = ""


@dataclass(frozen=True)
class DrawnCell:
    """A cell with its class on the grid."""

    key: str
    label: str
    place: str
    text: str
    lines: tuple[str, ...]
    heads: tuple[Shown, ...]
    rows: tuple[tuple[Shown, ...], ...]
    kind: str = ""
    held: bool = False
    file: str = ""
    file_name: str = ""
    sha256: str = ""
    picture: bool = False

    @property
    def empty(self) -> bool:
        return not (self.text or self.lines or self.rows or self.held)


@dataclass(frozen=True)
class Point:
    """A stakeholder on the map: its place in the picture and its number in the table below."""

    number: int
    x: int
    y: int
    name: str


@dataclass(frozen=True)
class Drawn:
    """The whole sheet for the page and the print."""

    title: str
    layout: str
    cells: tuple[DrawnCell, ...]
    sums: tuple[tuple[str, str], ...]
    points: tuple[Point, ...]
    axes: tuple[str, ...]


def drawn(found: SheetCard) -> Drawn:
    """The sheet in the reader's language."""
    kind, language = found.kind, reader_language()
    cells = tuple(_cell(cell, found.content.get(cell.key), language) for cell in kind.cells)
    sums = sums_of(kind, found.content)
    told = tuple((one.label.text(language), _figure(sums[one.key])) for one in kind.sums)
    axes = tuple(column.label.text(language) for _, column in kind.scales())
    return Drawn(kind.title.text(language), kind.layout, cells, told, _points(found), axes)


def _cell(cell: Cell, value: Any, language: str) -> DrawnCell:
    place = " ".join((*_place(cell), f"tone-{cell.tone}" if cell.tone else "")).strip()
    heads = tuple(Shown(one.key, one.label.text(language), "", one.kind == RUPIAH) for one in cell.columns)
    rows = tuple(_row(cell, row, language) for row in value or ()) if cell.kind == TABLE else ()
    if cell.kind in (CHECK, PROOF):
        return _proof(cell, value, language)
    text = value if isinstance(value, str) else ""
    lines = tuple(value) if isinstance(value, list) and cell.kind != TABLE else ()
    return DrawnCell(cell.key, cell.label.text(language), place, text, lines, heads, rows)


def _proof(cell: Cell, value: Any, language: str) -> DrawnCell:
    """Something the work must contain, or a file with its remark."""
    held = value if isinstance(value, dict) else {}
    return DrawnCell(
        cell.key, cell.label.text(language), "", str(held.get("note", "")), (), (), (), cell.kind,
        bool(held.get("file")) or value is True, str(held.get("file", "")), str(held.get("name", "")),
        str(held.get("sha256", "")), held.get("media_type") == "image/jpeg",
    )


def _place(cell: Cell) -> tuple[str, ...]:
    if cell.place is None:
        return ()
    column, row, width, height = cell.place
    return (f"at-c{column}", f"at-r{row}", f"wide-{width}", f"high-{height}")


def _row(cell: Cell, row: dict[str, Any], language: str) -> tuple[Shown, ...]:
    return tuple(_shown(one, row.get(one.key), language) for one in cell.columns)


def _shown(column: Column, value: Any, language: str) -> Shown:
    label = column.label.text(language)
    if value is None or column.kind == PHOTO:
        return Shown(column.key, label, "", photo=str(value or ""))
    if column.kind == RUPIAH:
        return Shown(column.key, label, rupiah(value), figure=True)
    if column.kind == CHOICE:
        return Shown(column.key, label, next(words.text(language) for code, words in column.options if code == value))
    if column.kind == DAY:
        return Shown(column.key, label, day(date.fromisoformat(value)))
    return Shown(column.key, label, str(value), figure=isinstance(value, int))


def _points(found: SheetCard) -> tuple[Point, ...]:
    """Rows that have both scales, spread a little where several stand on one spot."""
    scales = list(found.kind.scales())
    if len(scales) != 2:
        return ()
    (cell, across), (_, up) = scales
    taken: dict[tuple[int, int], int] = {}
    points = []
    for number, row in enumerate(found.content.get(cell.key, ()), 1):
        spot = row.get(across.key), row.get(up.key)
        if None in spot:
            continue
        nth = taken.get(spot, 0)
        taken[spot] = nth + 1
        points.append(Point(number, _along(spot[0]) + 18 * nth, MAP_SIDE - _along(spot[1]), str(row.get("name", ""))))
    return tuple(points)


def _along(value: int) -> int:
    """Where a value of the scale stands on an axis."""
    room = MAP_SIDE - 2 * MAP_EDGE
    return MAP_EDGE + (value - 1) * room // (HIGHEST - 1)


def _figure(value: int | None) -> str:
    return "—" if value is None else rupiah(value)
