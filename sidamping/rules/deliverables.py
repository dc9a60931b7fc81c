"""Kinds of deliverables as the rulebook describes them: by day, or by the version a sheet was made on (B7, A8, A9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sidamping.domain.deliverables.kinds import CHECK, CHOICE, PROOF, SCALE, TABLE, Cell, Column, Kind, Sum, Words
from sidamping.domain.problems import Problem, Refused, problem
from sidamping.rules.in_force import in_force, names
from sidamping.rules.loader import RuleFile, book

KIND = "deliverables"
EDGES = 4
"""A place on the grid: column, row, columns and rows it spans."""


def deliverable_kinds(on: date) -> tuple[Kind, ...]:
    """Every kind in force on a day, by name."""
    return tuple(deliverable_kind(name, on) for name in names(KIND))


def deliverable_kind(name: str, on: date) -> Kind:
    """The kind as it stood on a day; Refused when there is none of that name."""
    if name not in names(KIND):
        raise Refused(problem("DELIVERABLES_001", "kind", seen=name[:60]))
    return built(in_force(name, on=on, kind=KIND))


def pinned_kind(name: str, version: str) -> Kind:
    """The kind in the version a sheet was begun on; Refused when the rulebook has lost it."""
    for one in book().of(KIND, name):
        if one.path == version:
            return built(one)
    raise Refused(problem("DELIVERABLES_001", "kind", seen=f"{name} {version}"[:60]))


@lru_cache(maxsize=64)
def built(file: RuleFile) -> Kind:
    """The kind a file describes."""
    data = file.data
    assert file.starts is not None
    return Kind(
        name=file.name, version=file.path, starts=file.starts, sha256=file.sha256, status=file.status,
        cite=file.cite(), title=_words(data["title"]), purpose=_words(data["purpose"]), about=tuple(data["about"]),
        layout=data["layout"], landscape=data["orientation"] == "landscape",
        cells=tuple(_cell(row) for row in data["cells"]),
        sums=tuple(Sum(row["key"], _words(row), tuple(row["plus"]), tuple(row.get("minus", ())))
                   for row in data.get("sums", ())),
        facts=tuple(data.get("facts", ())), repeats=data.get("repeats", ""),
    )


def kind_faults(file: RuleFile) -> Iterator[Problem]:
    """What the shape cannot tell: names twice, tables without columns, sums and scales that lead nowhere."""
    told = {"file": file.path}
    cells = file.data["cells"]
    for name in _twice(row["key"] for row in cells):
        yield problem("RULEBOOK_008", file.path, key="cells", seen=name, **told)
    for row in cells:
        columns = row.get("columns", ())
        if (row["kind"] == TABLE) != bool(columns):
            yield problem("RULEBOOK_005", file.path, key=f"cells.{row['key']}.columns", seen=row["kind"], **told)
        if "place" in row and len(row["place"]) != EDGES:
            yield problem("RULEBOOK_005", file.path, key=f"cells.{row['key']}.place", seen=len(row["place"]), **told)
        for one in columns:
            if (one["kind"] == CHOICE) != bool(one.get("options")):
                yield problem("RULEBOOK_005", file.path, key=f"{row['key']}.{one['key']}.options", seen="-", **told)
    yield from _layout_faults(file)
    known = {f"{row['key']}.{one['key']}" for row in cells for one in row.get("columns", ())}
    for row in file.data.get("sums", ()):
        for path in (*row["plus"], *row.get("minus", ())):
            if path not in known:
                yield problem("RULEBOOK_007", file.path, key=f"sums.{row['key']}", seen=path, kind="cells", **told)


def _layout_faults(file: RuleFile) -> Iterator[Problem]:
    layout, cells = file.data["layout"], file.data["cells"]
    if layout == "grid" and not all("place" in row for row in cells):
        yield problem("RULEBOOK_005", file.path, file=file.path, key="cells.place", seen="grid")
    scales = [one for row in cells for one in row.get("columns", ()) if one["kind"] == SCALE]
    if layout == "map" and len(scales) != 2:
        yield problem("RULEBOOK_005", file.path, file=file.path, key="layout", seen=f"map, {len(scales)} scale")
    held = [row["kind"] for row in cells if row["kind"] in (CHECK, PROOF)]
    if (layout == "checklist") != (PROOF in held) or (held and layout != "checklist"):
        yield problem("RULEBOOK_005", file.path, file=file.path, key="layout", seen=f"{layout}, {len(held)} proof")


def _cell(row: Mapping[str, Any]) -> Cell:
    place = tuple(row["place"]) if "place" in row else None
    return Cell(
        row["key"], _words(row), _words(row.get("hint", {})), row["kind"], row.get("required", False),
        place, row.get("tone", ""), tuple(_column(one) for one in row.get("columns", ())),
    )


def _column(row: Mapping[str, Any]) -> Column:
    options = tuple((one["code"], _words(one)) for one in row.get("options", ()))
    return Column(row["key"], _words(row), row["kind"], row.get("required", False), options)


def _words(row: Mapping[str, Any]) -> Words:
    return Words(row.get("id", ""), row.get("en", ""))


def _twice(keys: Iterable[str]) -> list[str]:
    seen: list[str] = list(keys)
    return sorted({one for one in seen if seen.count(one) > 1})
