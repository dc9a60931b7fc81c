"""Reads what was typed into a sheet: every fault at once, empty rows left out, empty is not zero (A8, B7).

Content is plain JSON: {cell: text | [line] | [{column: text | int}] | true | {file, note}}.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sidamping.domain.deliverables.kinds import (
    CHECK,
    CHOICE,
    DAY,
    HIGHEST,
    LINES,
    LOWEST,
    NUMBER,
    PHOTO,
    PROOF,
    RUPIAH,
    SCALE,
    TABLE,
    TEXT,
    Cell,
    Column,
    Kind,
)
from sidamping.domain.problems import Problem, problem

Typed = Mapping[str, Any]
"""{cell: text, or for tables a list of {column: text}} as it came from a form or another program."""
LONGEST_TEXT, LONGEST_WORDS, LONGEST_LINE = 4000, 240, 240
MOST_LINES, MOST_ROWS = 40, 60
MOST_RUPIAH = 10**15
WHOLE = (RUPIAH, NUMBER, SCALE)


def read_content(kind: Kind, typed: Typed) -> tuple[dict[str, Any], list[Problem]]:
    """The content and everything wrong with it. Unfilled cells are absent, whether required or not."""
    problems = [problem("DELIVERABLES_004", key, seen=str(key)[:60]) for key in typed if key not in kind.by_key]
    content: dict[str, Any] = {}
    for cell in kind.cells:
        read = READERS[cell.kind](cell, typed.get(cell.key), problems)
        if read:
            content[cell.key] = read
    return content, problems


def as_typed(kind: Kind, content: Mapping[str, Any]) -> dict[str, Any]:
    """The content as somebody would type it."""
    return {cell.key: _typed(cell, content[cell.key]) for cell in kind.cells if cell.key in content}


def _typed(cell: Cell, value: Any) -> Any:
    if cell.kind == LINES:
        return "\n".join(value)
    return "ya" if value is True else value


def missing(kind: Kind, content: Mapping[str, Any]) -> list[Problem]:
    """What must be filled in, ticked or proven before the sheet is handed in."""
    return [
        problem(EMPTY.get(cell.kind, "DELIVERABLES_005"), cell.key, cell=cell.label.id)
        for cell in kind.cells if cell.required and not _held(cell, content.get(cell.key))
    ]


def _held(cell: Cell, value: Any) -> bool:
    return bool(value and value.get("file")) if cell.kind == PROOF else bool(value)


def sums_of(kind: Kind, content: Mapping[str, Any]) -> dict[str, int | None]:
    """Each figure under the tables in whole rupiah or pieces; None when no row reports any of its columns."""
    return {one.key: _sum(content, one.plus, one.minus) for one in kind.sums}


def _sum(content: Mapping[str, Any], plus: Sequence[str], minus: Sequence[str]) -> int | None:
    added = [value for path in plus for value in _values(content, path)]
    taken = [value for path in minus for value in _values(content, path)]
    return sum(added) - sum(taken) if added or taken else None


def _values(content: Mapping[str, Any], path: str) -> Iterator[int]:
    cell, column = path.split(".")
    return (row[column] for row in content.get(cell, ()) if row.get(column) is not None)


def _text(cell: Cell, typed: Any, problems: list[Problem]) -> str:
    text = str(typed or "").replace("\r\n", "\n").strip()
    if len(text) > LONGEST_TEXT:
        problems.append(problem("DELIVERABLES_006", cell.key, cell=cell.label.id, seen=len(text), most=LONGEST_TEXT))
    return text


def _lines(cell: Cell, typed: Any, problems: list[Problem]) -> list[str]:
    given = typed if isinstance(typed, list) else str(typed or "").splitlines()
    lines = [str(one).strip() for one in given if str(one).strip()]
    if len(lines) > MOST_LINES:
        problems.append(problem("DELIVERABLES_007", cell.key, cell=cell.label.id, seen=len(lines), most=MOST_LINES))
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            told = {"cell": f"{cell.label.id}, baris {number}", "seen": len(line), "most": LONGEST_LINE}
            problems.append(problem("DELIVERABLES_006", cell.key, **told))
    return lines


def _check(cell: Cell, typed: Any, problems: list[Problem]) -> bool:
    return typed is True or str(typed or "").strip().lower() in TICKED


def _proof(cell: Cell, typed: Any, problems: list[Problem]) -> dict[str, str]:
    """The id of a file and a remark; what the file is called and its hash are added by whoever keeps it."""
    given = typed if isinstance(typed, Mapping) else {"file": typed}
    note = " ".join(str(given.get("note") or "").split())
    if len(note) > LONGEST_WORDS:
        problems.append(problem("DELIVERABLES_006", cell.key, cell=cell.label.id, seen=len(note), most=LONGEST_WORDS))
    found = {"file": str(given.get("file") or "").strip(), "note": note}
    return {name: text for name, text in found.items() if text}


def _table(cell: Cell, typed: Any, problems: list[Problem]) -> list[dict[str, Any]]:
    rows = [row for row in (typed or []) if isinstance(row, Mapping) and _filled(row)]
    if len(rows) > MOST_ROWS:
        problems.append(problem("DELIVERABLES_007", cell.key, cell=cell.label.id, seen=len(rows), most=MOST_ROWS))
    return [_row(cell, number, row, problems) for number, row in enumerate(rows, 1)]


def _filled(row: Mapping[str, Any]) -> bool:
    return any(str(value if value is not None else "").strip() for value in row.values())


def _row(cell: Cell, number: int, row: Mapping[str, Any], problems: list[Problem]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for column in cell.columns:
        text = str(row.get(column.key) if row.get(column.key) is not None else "").strip()
        where = f"{cell.key}.{number}.{column.key}"
        told = {"cell": cell.label.id, "row": number, "column": column.label.id}
        if not text:
            if column.required:
                problems.append(problem("DELIVERABLES_008", where, **told))
            continue
        value = _value(column, text)
        if value is None:
            problems.append(problem(FAULTS[column.kind], where, seen=text[:60], **told))
        else:
            found[column.key] = value
    return found


def _value(column: Column, text: str) -> Any:
    """The value of a table's cell; None when it cannot be one."""
    if column.kind in WHOLE:
        return _whole(column, text)
    if column.kind == CHOICE:
        return text if text in column.codes else None
    if column.kind == DAY:
        return _day(text)
    return text if column.kind == PHOTO or len(text) <= LONGEST_WORDS else None


def _whole(column: Column, text: str) -> int | None:
    """'1.250.000', 'Rp 1250000' and '12' are whole numbers; signs, fractions and what is too large are not."""
    plain = text.removeprefix("Rp").strip()
    groups = plain.split(".")
    grouped = len(groups) > 1 and all(len(one) == 3 for one in groups[1:])
    digits = "".join(groups) if grouped else plain
    if not (digits.isascii() and digits.isdigit()):
        return None
    value = int(digits) if len(digits) <= len(str(MOST_RUPIAH)) else MOST_RUPIAH + 1
    fits = LOWEST <= value <= HIGHEST if column.kind == SCALE else value <= MOST_RUPIAH
    return value if fits else None


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


TICKED = ("1", "true", "on", "ya")
READERS = {TEXT: _text, LINES: _lines, TABLE: _table, CHECK: _check, PROOF: _proof}
EMPTY = {CHECK: "DELIVERABLES_021", PROOF: "DELIVERABLES_022"}
FAULTS = {
    "words": "DELIVERABLES_009", RUPIAH: "DELIVERABLES_010", NUMBER: "DELIVERABLES_010", SCALE: "DELIVERABLES_011",
    CHOICE: "DELIVERABLES_012", DAY: "DELIVERABLES_013", PHOTO: "DELIVERABLES_009",
}
