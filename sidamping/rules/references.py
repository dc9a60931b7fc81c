"""Whether the names a rulebook file uses exist: papers, rules and their keys, roles, activities, sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sidamping.domain.deadlines import WAYS
from sidamping.domain.ledger.statements import CURRENT_SURPLUS
from sidamping.domain.problems import Problem, problem
from sidamping.rules.layout_shapes import STATEMENTS
from sidamping.rules.loader import Book, RuleFile

MENTEE_KINDS = ("cooperative", "business", "person")
NUMBER_WORDS = {"seq": 1, "regency": "53.01", "roman_month": "I", "year": 2018}


def references(book: Book) -> list[Problem]:
    """Every name that leads nowhere, and every code that stands twice."""
    checks = {"papers": _paper, "lists": _list, "sources": _source, "charts": _chart, "layouts": _layout}
    found: list[Problem] = []
    for file in book.files.values():
        if file.kind in checks and not file.ends:
            found.extend(checks[file.kind](book, file))
    return found


def _paper(book: Book, file: RuleFile) -> Iterator[Problem]:
    data = file.data
    yield from known(file, "programmes", data["programmes"], names_of(book, "programmes"), "programmes")
    yield from known(file, "signers", [one["role"] for one in data["signers"]], codes_in(book, "roles"), "lists/roles")
    yield from known(file, "acts", [one["role"] for one in data["acts"]], codes_in(book, "roles"), "lists/roles")
    states = codes_in(book, "paper-states")
    yield from known(file, "acts", [one["action"] for one in data["acts"]], states, "lists/paper-states")
    copies = {copy["no"] for name in data["programmes"] for one in book.of("programmes", name)
              for copy in one.data.get("copies", ())}
    yield from known(file, "copies", data.get("copies", ()), copies, "programmes: copies")
    yield from twice(file, "columns", [one["key"] for one in data.get("columns", ())])
    yield from twice(file, "lines", [one["code"] for one in data.get("lines", ())])
    yield from twice(file, "sections", [one["key"] for one in data.get("sections", ())])
    yield from rule_key(book, file, "due", data["due"])
    yield from _due_unit(book, file)
    yield from _number(file)


def _chart(book: Book, file: RuleFile) -> Iterator[Problem]:
    data = file.data
    accounts = data["accounts"]
    between = data.get("between", {"left_out": (), "accounts": ()})
    yield from twice(file, "accounts", [one["code"] for one in (*accounts, *between["accounts"])])
    yield from twice(file, "lines", [one["code"] for one in data["lines"]])
    yield from twice(file, "accounts.role", [one["role"] for one in accounts if one.get("role")])
    used = [*(one["line"] for one in (*accounts, *between["accounts"]) if "line" in one), *between["left_out"]]
    yield from known(file, "accounts.line", used, {one["code"] for one in data["lines"]}, "lines")
    unplaced = [one["code"] for one in accounts if "line" not in one and not one.get("header")]
    yield from known(file, "accounts.line", unplaced, (), "lines")


def _layout(book: Book, file: RuleFile) -> Iterator[Problem]:
    placed = {line["code"] for chart in book.kind("charts") for line in chart.data.get("lines", ())}
    for statement in STATEMENTS:
        rows = file.data.get(statement, ())
        yield from twice(file, statement, [one["key"] for one in rows])
        for at, one in enumerate(rows, 1):
            where, above = f"{statement}[{at}]", {row["key"] for row in rows[: at - 1]}
            yield from known(file, f"{where}.sum", (*one.get("sum", ()), *one.get("less", ())), above, statement)
            yield from known(file, f"{where}.lines", one.get("lines", ()), {*placed, CURRENT_SURPLUS}, "charts: lines")


def _list(book: Book, file: RuleFile) -> Iterator[Problem]:
    yield from twice(file, "codes", [row["code"] for row in file.data["codes"]])


def _source(book: Book, file: RuleFile) -> Iterator[Problem]:
    others = (*file.data.get("replaced_by", ()), *file.data.get("amends", ()))
    yield from known(file, "replaced_by, amends", others, names_of(book, "sources"), "sources")


def rule_key(book: Book, file: RuleFile, key: str, named: Mapping[str, str]) -> Iterator[Problem]:
    """Whether a rule and the key named in it exist."""
    rule, wanted = named["rule"], named["key"]
    rules = book.of("rules", rule)
    if not rules:
        yield problem("RULEBOOK_007", file.path, file=file.path, key=f"{key}.rule", seen=rule, kind="rules")
    elif not any(wanted in one.data.get("values", {}) for one in rules):
        yield problem("RULEBOOK_007", file.path, file=file.path, key=f"{key}.key", seen=wanted, kind=f"rules/{rule}")


def _due_unit(book: Book, file: RuleFile) -> Iterator[Problem]:
    for one in book.of("rules", file.data["due"]["rule"]):
        value = one.data.get("values", {}).get(file.data["due"]["key"])
        if value is not None:
            yield from known(one, f"values.{file.data['due']['key']}.unit", [value["unit"]], WAYS, "domain/deadlines")


def _number(file: RuleFile) -> Iterator[Problem]:
    try:
        file.data["number"].format(**NUMBER_WORDS)
    except (KeyError, ValueError, IndexError):
        yield problem("RULEBOOK_005", file.path, file=file.path, key="number", seen=file.data["number"])


def known(
    file: RuleFile, key: str, used: Iterable[object], known: Collection[object], kind: str
) -> Iterator[Problem]:
    """The names that are used and do not exist."""
    for one in used:
        if one not in known:
            yield problem("RULEBOOK_007", file.path, file=file.path, key=key, seen=one, kind=kind)


def twice(file: RuleFile, key: str, codes: list[object]) -> Iterator[Problem]:
    """The codes that stand more than once."""
    for one in sorted({code for code in codes if codes.count(code) > 1}, key=str):
        yield problem("RULEBOOK_008", file.path, file=file.path, key=key, seen=one)


def names_of(book: Book, kind: str) -> set[object]:
    """The names of a kind: papers, rules, lists."""
    return {one.name for one in book.kind(kind)}


def codes_in(book: Book, name: str) -> set[object]:
    """The codes of a list; none when there is no such list."""
    return {row["code"] for one in book.of("lists", name) for row in one.data["codes"]}
