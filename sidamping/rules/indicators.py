"""The indicators the rulebook defines on a day: the definition every engine reads, with its words and its citation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sidamping.domain.indicators.definitions import (
    COMPLEMENTS,
    INTERSECTION_OF,
    PART_OF,
    RECORDS,
    Definition,
    Part,
    Relations,
)
from sidamping.domain.problems import Problem, problem
from sidamping.rules.forms import Label
from sidamping.rules.in_force import NotInForce, in_force, names
from sidamping.rules.indicator_shapes import GROUPS
from sidamping.rules.loader import Book, RuleFile
from sidamping.rules.references import MENTEE_KINDS, known, names_of

KIND = "indicators"
RELATED = (PART_OF, INTERSECTION_OF, COMPLEMENTS)


@dataclass(frozen=True)
class Indicator:
    """An indicator in one version, with what to tell people of it."""

    definition: Definition
    version: str
    sha256: str
    status: str
    cite: str
    group: str
    order: int
    title: Label
    numerator: Label
    denominator: Label
    origin: Label
    opens: str

    @property
    def code(self) -> str:
        return self.definition.code


def indicators(on: date, programme: str = "") -> tuple[Indicator, ...]:
    """Every indicator in force on a day in the order of boards; those that fit a programme where one is named."""
    found: list[Indicator] = []
    for name in names(KIND):
        try:
            found.append(_built(in_force(name, on=on, kind=KIND)))
        except NotInForce:
            continue
    fit = (one for one in found if not programme or programme in (one.definition.programmes or (programme,)))
    return tuple(sorted(fit, key=lambda one: (GROUPS.index(one.group), one.order, one.code)))


def indicator(code: str, on: date) -> Indicator | None:
    """The indicator as it stood on a day; None when there is none."""
    return next((one for one in indicators(on) if one.code == code), None)


def indicator_faults(book: Book, file: RuleFile) -> Iterator[Problem]:
    """Names that lead nowhere, relations only one side tells, wholes that are missing or not asked for."""
    data = file.data
    yield from known(file, "programmes", data.get("programmes", ()), names_of(book, "programmes"), "programmes")
    yield from known(file, "mentee_kinds", data.get("mentee_kinds", ()), MENTEE_KINDS, "parties")
    for key in RELATED:
        yield from known(file, key, data.get(key, ()), names_of(book, KIND) - {file.name}, KIND)
    if (data["unit"] == RECORDS) != ("whole" in data):
        yield problem("RULEBOOK_005", file.path, file=file.path, key="whole", seen=str(data.get("whole", "-")))
    group = {file.name, *data.get(COMPLEMENTS, ())}
    for name in data.get(COMPLEMENTS, ()):
        for other in book.of(KIND, name):
            if {name, *other.data.get(COMPLEMENTS, ())} != group:
                yield problem("RULEBOOK_005", file.path, file=file.path, key=COMPLEMENTS, seen=name)
    for key in RELATED:
        for name in data.get(key, ()):
            for whom in ("population", "mentee_kinds"):
                if any(other.data.get(whom) != data.get(whom) for other in book.of(KIND, name)):
                    yield problem("RULEBOOK_005", file.path, file=file.path, key=f"{key}: {whom}", seen=name)


@lru_cache(maxsize=256)
def _built(file: RuleFile) -> Indicator:
    data = file.data
    part = data["part"]
    definition = Definition(
        file.name,
        Part(part["measure"], part["over"], part.get("least"), part.get("most"), part.get("months", 1),
             part.get("absent", "unreported")),
        data["population"], data["unit"], data.get("whole", ""), tuple(data.get("programmes", ())),
        tuple(data.get("mentee_kinds", ())), Relations(*(tuple(data.get(key, ())) for key in RELATED)),
    )
    return Indicator(
        definition=definition, version=file.path.removeprefix(f"{KIND}/").removesuffix(".yaml"), sha256=file.sha256,
        status=file.status, cite=file.cite(), group=data["group"], order=data["order"], title=Label(**data["title"]),
        numerator=Label(**data["numerator"]), denominator=Label(**data["denominator"]), origin=Label(**data["origin"]),
        opens=data["opens"],
    )
