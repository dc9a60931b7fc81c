"""The starter set of the material library as the rulebook holds it: by day, or by the version once handed over (A3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sidamping.domain.materials import CODED, blocks_of
from sidamping.domain.problems import Problem, problem
from sidamping.rules.forms import Label
from sidamping.rules.in_force import NotInForce, in_force, names
from sidamping.rules.loader import Book, RuleFile, book
from sidamping.rules.references import codes_in, known, names_of

KIND = "materials"


@dataclass(frozen=True)
class Starter:
    """A piece of the starter set in one version; `programmes` it fits, empty for all."""

    code: str
    version: str
    starts: date
    status: str
    cite: str
    topic: str
    format: str
    level: str
    programmes: tuple[str, ...]
    title: Label
    summary: Label
    body: Label

    @property
    def mark(self) -> str:
        """'2026-01-01': the day, and the correction if there is one, that tell this version from others."""
        return self.version.rpartition("/")[2].removesuffix(".yaml")


def starters(on: date) -> tuple[Starter, ...]:
    """Every piece in force on a day, by code."""
    found: list[Starter] = []
    for code in names(KIND):
        try:
            found.append(built(in_force(code, on=on, kind=KIND)))
        except NotInForce:
            continue
    return tuple(found)


def starter(code: str, on: date) -> Starter | None:
    """The piece as it stood on a day; None when there is none."""
    return next((one for one in starters(on) if one.code == code), None)


def starter_of(code: str, mark: str) -> Starter | None:
    """The piece in the version that `mark` tells; None when there is none."""
    return pinned_starter(f"{KIND}/{code}/{mark}.yaml")


def pinned_starter(version: str) -> Starter | None:
    """The piece in the version that was handed over; None when the rulebook has lost it."""
    file = book().files.get(version)
    return built(file) if file is not None and file.kind == KIND else None


@lru_cache(maxsize=256)
def built(file: RuleFile) -> Starter:
    """The piece a file describes."""
    data = file.data
    assert file.starts is not None
    return Starter(
        file.name, file.path, file.starts, file.status, file.cite(), data["topic"], data["format"], data["level"],
        tuple(data.get("programmes", ())), *(Label(**data[name]) for name in ("title", "summary", "body")),
    )


def material_faults(book: Book, file: RuleFile) -> Iterator[Problem]:
    """Codes and programmes that do not exist, and texts whose two languages are not built alike."""
    for name, listing in CODED.items():
        yield from known(file, name, [file.data[name]], codes_in(book, listing), f"lists/{listing}")
    yield from known(file, "programmes", file.data.get("programmes", ()), names_of(book, "programmes"), "programmes")
    id, en = (tuple(one.kind for one in blocks_of(file.data["body"][language])) for language in ("id", "en"))
    if id != en:
        seen = f"id {len(id)}, en {len(en)}"
        yield problem("RULEBOOK_005", file.path, file=file.path, key="body", seen=seen)
