"""Whether an instrument adds up: bands meet without gap or overlap, weights sum as declared, names exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from sidamping.domain.formulas import FORMULAS
from sidamping.domain.problems import Problem, problem
from sidamping.domain.scoring.bands import interval, seams
from sidamping.rules.loader import RuleFile

EVERYTHING = "(-inf, inf)"


def instrument_faults(file: RuleFile) -> Iterator[Problem]:
    """Every fault of one instrument file whose shape is sound."""
    data = file.data
    yield from _names(file)
    for row in data["components"]:
        key = f"components.{row['key']}"
        if "bands" in row:
            yield from _bands(file, f"{key}.bands", row["bands"], EVERYTHING)
        if "text" in row:
            yield from _bands(file, f"{key}.text", row["text"]["bands"], EVERYTHING)
        yield from _complete(file, key, row)
    if data.get("categories"):
        yield from _bands(file, "categories", data["categories"], f"[0, {data['total']}]")
    yield from _sums(file)


def _bands(file: RuleFile, key: str, rows: Iterable[Mapping[str, Any]], within: str) -> Iterator[Problem]:
    for kind, where in seams([interval(row["x"]) for row in rows], interval(within)):
        code = "RULEBOOK_018" if kind == "gap" else "RULEBOOK_019"
        yield problem(code, file.path, file=file.path, key=key, seen=where)


def _sums(file: RuleFile) -> Iterator[Problem]:
    """Components add up to their aspect, aspects to the total; unknown weights may leave something over."""
    data = file.data
    aspects = sum((Fraction(one["weight"]) for one in data["aspects"]), Fraction(0))
    if aspects != Fraction(data.get("declared", data["total"])):
        yield _sum(file, "aspects", aspects, data.get("declared", data["total"]))
    if data.get("weights") == "equal":
        return
    for aspect in data["aspects"]:
        rows = [row for row in data["components"] if row["aspect"] == aspect["key"]]
        known = sum((Fraction(row["weight"]) for row in rows if "weight" in row), Fraction(0))
        weight, complete = Fraction(aspect["weight"]), all("weight" in row for row in rows)
        if known > weight or (complete and rows and known != weight):
            yield _sum(file, f"aspects.{aspect['key']}", known, aspect["weight"])


def _sum(file: RuleFile, key: str, seen: object, wanted: object) -> Problem:
    return problem("RULEBOOK_020", file.path, file=file.path, key=key, seen=seen, wanted=wanted)


def _complete(file: RuleFile, key: str, row: Mapping[str, Any]) -> Iterator[Problem]:
    """What a kind of component cannot do without, unless the file says that it is unknown."""
    needs = {"ratio": ("weight", "bands"), "questions": ("weight", "questions"), "mark": ("weight", "within"),
             "level": ("within",)}[row["kind"]]
    if row["kind"] != "questions" and "unknown" in row:
        return
    for name in needs:
        equal = name == "weight" and (file.data.get("weights") == "equal" or "unknown" in row)
        if name not in row and not equal:
            yield problem("RULEBOOK_004", file.path, file=file.path, key=f"{key}.{name}")


def _names(file: RuleFile) -> Iterator[Problem]:
    data = file.data
    aspects = [one["key"] for one in data["aspects"]]
    derived = {one["key"] for one in data.get("derived", ())}
    inputs = {one["key"] for one in data.get("inputs", ())} | derived
    components = [one["key"] for one in data["components"]]
    yield from _twice(file, "components", components)
    yield from _twice(file, "aspects", aspects)
    yield from _twice(file, "inputs", [one["key"] for one in data.get("inputs", ())])
    for row in data["components"]:
        key = f"components.{row['key']}"
        yield from _known(file, f"{key}.aspect", [row["aspect"]], aspects, "aspects")
        proposing = [one["propose"]["formula"] for one in row.get("questions", ()) if "propose" in one]
        used = [*row.get("formulas", ()), *proposing]
        yield from _known(file, f"{key}.formulas", used, FORMULAS, "domain/formulas")
        needed = [name for formula in used if formula in FORMULAS for name in FORMULAS[formula].inputs]
        yield from _known(file, f"{key}.formulas", needed, inputs, "inputs")
    for row in data.get("derived", ()):
        if not row.get("lists"):
            yield from _known(file, f"derived.{row['key']}", row["of"], inputs, "inputs")
    for row in data.get("parts", ()):
        yield from _known(file, "parts", row.values(), inputs, "inputs")
    yield from _known(file, "verdict.of", data.get("verdict", {}).get("of", ()), components, "components")


def _twice(file: RuleFile, key: str, codes: list[str]) -> Iterator[Problem]:
    for one in sorted({code for code in codes if codes.count(code) > 1}):
        yield problem("RULEBOOK_008", file.path, file=file.path, key=key, seen=one)


def _known(file: RuleFile, key: str, used: Iterable[str], known: Collection[str], kind: str) -> Iterator[Problem]:
    for one in dict.fromkeys(used):
        if one not in known:
            yield problem("RULEBOOK_007", file.path, file=file.path, key=key, seen=one, kind=kind)
