"""What the features ask of the rulebook: programmes, paper formats and lists as frozen dataclasses.

Every question names the day; nothing here knows a 'current' version.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sidamping.domain.deadlines import DueRule
from sidamping.domain.problems import Refused, problem
from sidamping.rules.forms import (
    ActStep,
    Code,
    Column,
    Copy,
    Label,
    Line,
    PaperFormat,
    RuleKey,
    Section,
    Signer,
)
from sidamping.rules.in_force import NotInForce, in_force, names
from sidamping.rules.loader import RuleFile, book
from sidamping.rules.programme_forms import Programme, Step, When
from sidamping.rules.programme_parts import built
from sidamping.rules.trace import RuleRef, ref

__all__ = [
    "ActStep", "Code", "Column", "Copy", "Label", "Line", "PaperFormat", "Programme", "RuleKey", "Section", "Signer",
    "Step", "When", "codes_of", "contact_limit", "due_rule", "label", "labels", "listing", "paper_format",
    "pinned_programme", "programme", "programmes", "term_limit",
]


def programme(code: str, on: date) -> Programme:
    """The programme as it stood on a day; NotInForce when there is none."""
    return built(in_force(code, on=on, kind="programmes"))


def pinned_programme(version: str) -> Programme:
    """The programme version an engagement pins, by its path ('tpk-ntt-2018/2018-07-23'); KeyError when unknown."""
    return built(book().files[f"programmes/{version}.yaml"])


def programmes(on: date) -> tuple[Programme, ...]:
    """Every programme in force on a day, in order of code."""
    found: list[Programme] = []
    for code in names("programmes"):
        try:
            found.append(programme(code, on))
        except NotInForce:
            continue
    return tuple(found)


def paper_format(name: str, on: date) -> PaperFormat:
    """The layout of a paper as it stood on a day; NotInForce when there is none."""
    return _paper(in_force(name, on=on, kind="papers"), on)


def due_rule(form: PaperFormat, *, on: date, area: str) -> tuple[DueRule, RuleRef]:
    """The deadline of a paper in an area as it stood on a day (the period's end), with its citation."""
    rule = in_force(form.due.rule, on=on, area=area)
    return DueRule(int(rule.value(form.due.key)), rule.unit(form.due.key)), ref(rule, form.due.key)


def contact_limit(of: Programme, *, on: date, area: str = "") -> tuple[int, RuleRef]:
    """After how many days without contact a mentee counts as unseen, with its citation and status."""
    rule = in_force(of.contact.rule, on=on, area=area)
    return int(rule.value(of.contact.key)), ref(rule, of.contact.key)


def term_limit(organ: str, *, on: date, area: str = "") -> tuple[int, RuleRef]:
    """The longest term of office in years for an organ of lists/board-organs; KeyError when the rule names none."""
    rule = in_force("R-MASA-JABATAN", on=on, area=area)
    return int(rule.value(organ)), ref(rule, organ)


@cache
def listing(name: str) -> tuple[Code, ...]:
    """The codes of a list in the order of its file, retired ones included; Refused when there is no such list."""
    found = book().of("lists", name)
    if not found:
        raise Refused(problem("RULEBOOK_007", name, file="", key=name, seen=name, kind="rulebook/lists"))
    return tuple(_code(row) for row in found[0].data["codes"])


@cache
def labels(name: str, lang: str = "id") -> Mapping[str, str]:
    """Code → label of a list in one language, in order, retired ones included."""
    return {one.code: one.text(lang) for one in listing(name)}


def codes_of(name: str) -> tuple[str, ...]:
    """The codes one may still choose from a list."""
    return tuple(one.code for one in listing(name) if not one.retired)


def label(name: str, code: str, lang: str = "id") -> str:
    """The label of a code; Refused with RULEBOOK_015 when the list does not have it."""
    known = labels(name, lang)
    if code not in known:
        raise Refused(problem("RULEBOOK_015", name, list=name, seen=code))
    return known[code]


@lru_cache(maxsize=512)
def _paper(file: RuleFile, on: date) -> PaperFormat:
    data = file.data
    copies = programme(data["programmes"][0], on).copies if data.get("copies") else ()
    return PaperFormat(
        name=file.name,
        version=file.path.removeprefix("papers/").removesuffix(".yaml"),
        starts=file.starts or on,
        sha256=file.sha256,
        status=file.status,
        label=_label(data["label"]),
        title=data["printed_title"],
        subtitle=data.get("printed_subtitle", ""),
        programmes=data["programmes"],
        subject=data["subject"],
        cadence=data["cadence"],
        voluntary=data.get("voluntary", False),
        orientation=data["orientation"],
        number=data["number"],
        due=RuleKey(**data["due"]),
        heading=tuple((row["key"], row["label"]) for row in data["heading"]),
        columns=tuple(Column(**row) for row in data.get("columns", ())),
        lines=tuple(_line(row) for row in data.get("lines", ())),
        sections=tuple(_section(row) for row in data.get("sections", ())),
        signers=tuple(Signer(**row) for row in data["signers"]),
        acts=tuple(ActStep(**row) for row in data["acts"]),
        copies=tuple(copy for copy in copies if copy.no in data.get("copies", ())),
        notes={row["code"]: _label(row) for row in data.get("notes", ())},
        data=data,
    )


def _label(row: Mapping[str, Any]) -> Label:
    return Label(row["id"], row["en"])


def _code(row: Mapping[str, Any]) -> Code:
    hint = row.get("hint")
    return Code(
        row["code"], row["id"], row["en"], row.get("retired", False), row.get("parent", ""), row.get("note", ""),
        _label(hint) if hint else None, row.get("cite", ""),
    )


def _line(row: Mapping[str, Any]) -> Line:
    return Line(row["no"], row["code"], _label(row), row["unit"], row["nature"], row.get("note", ""),
                row.get("signed", False))


def _section(row: Mapping[str, Any]) -> Section:
    hint = row.get("hint")
    return Section(
        row["key"], row["heading"], row["en"], row["level"], row.get("content", ""), row.get("source", ""),
        row.get("required", False), _label(hint) if hint else None,
    )
