"""Layouts of files for other systems as the rulebook describes them on a day, and what is wrong with such a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sidamping.domain.portals import FACTS
from sidamping.domain.problems import Problem
from sidamping.rules.forms import Label
from sidamping.rules.in_force import NotInForce, in_force, names
from sidamping.rules.loader import Book, RuleFile
from sidamping.rules.references import known, names_of, twice

KIND = "portals"


@dataclass(frozen=True)
class PortalColumn:
    """A column: its heading there, what it means, the fact of ours it carries ('' = filled in by hand), code lists."""

    key: str
    label: Label
    kind: str
    fact: str
    compared: bool
    meaning: Label
    reference: str
    satu_data: str


@dataclass(frozen=True)
class Portal:
    """A layout in one version: of which system, whose rows, matched by which columns."""

    name: str
    version: str
    sha256: str
    status: str
    cite: str
    note: str
    title: Label
    system: str
    how: Label
    of: str
    keys: tuple[str, ...]
    columns: tuple[PortalColumn, ...]
    programmes: tuple[str, ...]
    satu_data: str

    @property
    def kinds(self) -> dict[str, str]:
        return {one.key: one.kind for one in self.columns}

    @property
    def compared(self) -> dict[str, str]:
        return {one.key: one.kind for one in self.columns if one.compared}


def portals(on: date) -> tuple[Portal, ...]:
    """Every layout in force on a day, by name."""
    found: list[Portal] = []
    for name in names(KIND):
        try:
            found.append(_built(in_force(name, on=on, kind=KIND)))
        except NotInForce:
            continue
    return tuple(found)


def portal(name: str, on: date) -> Portal | None:
    """The layout as it stood on a day; None when there is none."""
    return next((one for one in portals(on) if one.name == name), None)


def portal_faults(book: Book, file: RuleFile) -> Iterator[Problem]:
    """Columns twice, keys that are no column, facts of another kind of row, programmes that lead nowhere."""
    columns = file.data["columns"]
    keys = [one["key"] for one in columns]
    yield from twice(file, "columns", keys)
    yield from known(file, "keys", file.data["keys"], set(keys), "columns")
    facts = [one["fact"] for one in columns if "fact" in one]
    yield from known(file, "columns: fact", facts, set(FACTS[file.data["of"]]), file.data["of"])
    yield from known(file, "programmes", file.data.get("programmes", ()), names_of(book, "programmes"), "programmes")


@lru_cache(maxsize=32)
def _built(file: RuleFile) -> Portal:
    data = file.data
    columns = tuple(
        PortalColumn(one["key"], Label(one["id"], one["en"]), one["kind"], one.get("fact", ""),
                     one.get("compared", False), Label(**one["meaning"]), one.get("reference", ""),
                     one.get("satu_data", ""))
        for one in data["columns"]
    )  # fmt: skip
    return Portal(
        file.name, file.path.removeprefix(f"{KIND}/").removesuffix(".yaml"), file.sha256, file.status, file.cite(),
        data.get("note", ""), Label(**data["title"]), data["system"], Label(**data["how"]), data["of"],
        tuple(data["keys"]), columns, tuple(data.get("programmes", ())), data.get("satu_data", ""),
    )
