"""Whether the names a rulebook file uses exist: papers, rules and their keys, roles, steps, activities, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sidamping.domain.deadlines import WAYS
from sidamping.domain.problems import Problem, problem
from sidamping.rules.loader import Book, RuleFile

MENTEE_KINDS = ("cooperative", "business", "person")
NUMBER_WORDS = {"seq": 1, "regency": "53.01", "roman_month": "I", "year": 2018}


def references(book: Book) -> list[Problem]:
    """Every name that leads nowhere, and every code that stands twice."""
    checks = {"programmes": _programme, "papers": _paper, "lists": _list, "sources": _source}
    found: list[Problem] = []
    for file in book.files.values():
        if file.kind in checks and not file.ends:
            found.extend(checks[file.kind](book, file))
    return found


def _programme(book: Book, file: RuleFile) -> Iterator[Problem]:
    data = file.data
    steps = [step["code"] for step in data["steps"]]
    yield from _twice(file, "steps", steps)
    activities = _codes(book, "activities")
    for step in data["steps"]:
        here = f"steps.{step['code']}"
        yield from _known(file, f"{here}.needs", step.get("needs", ()), steps, "steps")
        after = step.get("when", {}).get("after")
        yield from _known(file, f"{here}.when.after", [after] if after else [], steps, "steps")
        marks = [step["marked_by"]] if step.get("marked_by") else []
        yield from _known(file, f"{here}.marked_by", marks, activities, "lists/activities")
    for gate, needs in data.get("gates", {}).items():
        yield from _known(file, "gates", [gate], activities, "lists/activities")
        yield from _known(file, f"gates.{gate}", needs, steps, "steps")
    yield from _known(file, "papers", data["papers"], _names(book, "papers"), "papers")
    yield from _known(file, "roles", data["roles"], _codes(book, "roles"), "lists/roles")
    copies = data.get("copies", ())
    yield from _twice(file, "copies", [copy["no"] for copy in copies])
    routed = [copy["role"] for copy in copies if copy.get("role")]
    yield from _known(file, "copies", routed, _codes(book, "roles"), "lists/roles")
    yield from _known(file, "mentee_kinds", data["mentee_kinds"], MENTEE_KINDS, "parties")
    yield from _rule_key(book, file, "contact")


def _paper(book: Book, file: RuleFile) -> Iterator[Problem]:
    data = file.data
    yield from _known(file, "programmes", data["programmes"], _names(book, "programmes"), "programmes")
    yield from _known(file, "signers", [one["role"] for one in data["signers"]], _codes(book, "roles"), "lists/roles")
    yield from _known(file, "acts", [one["role"] for one in data["acts"]], _codes(book, "roles"), "lists/roles")
    states = _codes(book, "paper-states")
    yield from _known(file, "acts", [one["action"] for one in data["acts"]], states, "lists/paper-states")
    copies = {copy["no"] for name in data["programmes"] for one in book.of("programmes", name)
              for copy in one.data.get("copies", ())}
    yield from _known(file, "copies", data.get("copies", ()), copies, "programmes: copies")
    yield from _twice(file, "columns", [one["key"] for one in data.get("columns", ())])
    yield from _twice(file, "lines", [one["code"] for one in data.get("lines", ())])
    yield from _twice(file, "sections", [one["key"] for one in data.get("sections", ())])
    yield from _rule_key(book, file, "due")
    yield from _due_unit(book, file)
    yield from _number(file)


def _list(book: Book, file: RuleFile) -> Iterator[Problem]:
    yield from _twice(file, "codes", [row["code"] for row in file.data["codes"]])


def _source(book: Book, file: RuleFile) -> Iterator[Problem]:
    others = (*file.data.get("replaced_by", ()), *file.data.get("amends", ()))
    yield from _known(file, "replaced_by, amends", others, _names(book, "sources"), "sources")


def _rule_key(book: Book, file: RuleFile, key: str) -> Iterator[Problem]:
    rule, wanted = file.data[key]["rule"], file.data[key]["key"]
    rules = book.of("rules", rule)
    if not rules:
        yield problem("RULEBOOK_007", file.path, file=file.path, key=f"{key}.rule", seen=rule, kind="rules")
    elif not any(wanted in one.data.get("values", {}) for one in rules):
        yield problem("RULEBOOK_007", file.path, file=file.path, key=f"{key}.key", seen=wanted, kind=f"rules/{rule}")


def _due_unit(book: Book, file: RuleFile) -> Iterator[Problem]:
    for one in book.of("rules", file.data["due"]["rule"]):
        value = one.data.get("values", {}).get(file.data["due"]["key"])
        if value is not None:
            yield from _known(one, f"values.{file.data['due']['key']}.unit", [value["unit"]], WAYS, "domain/deadlines")


def _number(file: RuleFile) -> Iterator[Problem]:
    try:
        file.data["number"].format(**NUMBER_WORDS)
    except (KeyError, ValueError, IndexError):
        yield problem("RULEBOOK_005", file.path, file=file.path, key="number", seen=file.data["number"])


def _known(
    file: RuleFile, key: str, used: Iterable[object], known: Collection[object], kind: str
) -> Iterator[Problem]:
    for one in used:
        if one not in known:
            yield problem("RULEBOOK_007", file.path, file=file.path, key=key, seen=one, kind=kind)


def _twice(file: RuleFile, key: str, codes: list[object]) -> Iterator[Problem]:
    for one in sorted({code for code in codes if codes.count(code) > 1}, key=str):
        yield problem("RULEBOOK_008", file.path, file=file.path, key=key, seen=one)


def _names(book: Book, kind: str) -> set[object]:
    return {one.name for one in book.kind(kind)}


def _codes(book: Book, name: str) -> set[object]:
    return {row["code"] for one in book.of("lists", name) for row in one.data["codes"]}
