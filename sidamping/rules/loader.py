"""Reads the packaged rulebook once: YAML files into frozen plain data. Refuses unknown and repeated keys.

Knows nothing of dates in force (in_force.py) or of what a programme means (books.py).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

import yaml

from sidamping.domain.problems import Problem, Refused, problem
from sidamping.rules.schema import FLAT, faults

DATED = (
    "rules", "instruments", "programmes", "papers", "deliverables", "letters", "charts", "layouts", "materials",
    "registers", "indicators", "founding", "portals",
)
"""Kinds kept as one folder per name with one file per day (and area, and correction)."""
FILE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\.(\d{2}(?:\.\d{2,4})*))?(?:\+([1-9]\d*))?\.yaml")


@dataclass(frozen=True)
class RuleFile:
    """One file of the rulebook as it was read; `data` is plain and cannot be changed."""

    kind: str
    name: str
    path: str
    sha256: str
    data: Mapping[str, Any] = field(compare=False, repr=False)
    starts: date | None = None
    area: str = ""
    correction: int = 0

    @property
    def title(self) -> Mapping[str, str]:
        return self.data["title"]  # type: ignore[no-any-return]  # the schema made it a mapping of texts

    @property
    def status(self) -> str:
        """'resmi', 'usulan' or 'contoh'."""
        return str(self.data.get("status", ""))

    @property
    def ends(self) -> bool:
        """True when the file withdraws the rule from its day on."""
        return bool(self.data.get("ends", False))

    def value(self, key: str) -> Any:
        """The value a rule file gives for a key; KeyError when the file does not decide it."""
        return self.data["values"][key]["value"]

    def unit(self, key: str) -> str:
        return str(self.data["values"][key]["unit"])

    def status_of(self, key: str) -> str:
        """The status of one value: its own where it is weaker than the file's, else the file's."""
        return str(self.data["values"][key].get("status", self.status))

    def cite(self, key: str = "") -> str:
        """The citation of a value, or of the whole file when no key is given: 'source#article'."""
        return str(self.data["values"][key]["cite"] if key else self.data["cite"])


@dataclass(frozen=True)
class Book:
    """The whole rulebook: files by path, plus what could not be read."""

    files: Mapping[str, RuleFile]
    problems: tuple[Problem, ...] = ()
    by_name: Mapping[tuple[str, str], tuple[RuleFile, ...]] = field(default_factory=dict)

    def of(self, kind: str, name: str) -> tuple[RuleFile, ...]:
        return self.by_name.get((kind, name), ())

    def kind(self, kind: str) -> tuple[RuleFile, ...]:
        return tuple(one for one in self.files.values() if one.kind == kind)


@cache
def book() -> Book:
    """The packaged rulebook, read once per process; Refused with all problems when a file is not sound."""
    read = read_book(packaged())
    if read.problems:
        raise Refused(read.problems)
    return read


def packaged() -> Traversable:
    """Where the rulebook lies inside the installed package."""
    return files("sidamping").joinpath("rulebook")


def read_book(root: Traversable) -> Book:
    """Every file under a folder that is laid out like the rulebook, with the problems met on the way."""
    found: dict[str, RuleFile] = {}
    problems: list[Problem] = []
    for path, entry in sorted(_entries(root)):
        one = _read(path, entry.read_bytes(), problems)
        if one is not None:
            found[path] = one
    names: dict[tuple[str, str], list[RuleFile]] = {}
    for one in found.values():
        names.setdefault((one.kind, one.name), []).append(one)
    grouped = {key: tuple(group) for key, group in names.items()}
    return Book(MappingProxyType(found), tuple(problems), MappingProxyType(grouped))


def read_yaml(raw: bytes) -> Any:
    """Plain data of a YAML text, decimals exact; YAMLError, UnicodeDecodeError or ValueError when it is not sound."""
    return yaml.load(raw.decode("utf-8"), _Strict)


def read_one(kind: str, name: str, path: str, raw: bytes) -> tuple[RuleFile | None, tuple[Problem, ...]]:
    """A single file from elsewhere as if it stood in the rulebook, with its faults; for a version not published yet."""
    problems: list[Problem] = []
    made = _parsed(kind, name, path, raw, problems)
    return made, tuple(problems)


def _entries(root: Traversable) -> Iterator[tuple[str, Traversable]]:
    for folder in root.iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            for entry in folder.iterdir():
                if entry.is_dir():
                    yield from ((f"{folder.name}/{entry.name}/{leaf.name}", leaf) for leaf in entry.iterdir())
                else:
                    yield f"{folder.name}/{entry.name}", entry


def _read(path: str, raw: bytes, problems: list[Problem]) -> RuleFile | None:
    parts = path.split("/")
    shape = _place(parts)
    if shape is None:
        problems.append(problem("RULEBOOK_001", path, file=path))
        return None
    name, starts, area, correction = shape
    made = _parsed(parts[0], name, path, raw, problems)
    return replace(made, starts=starts, area=area, correction=correction) if made is not None else None


def _parsed(kind: str, name: str, path: str, raw: bytes, problems: list[Problem]) -> RuleFile | None:
    try:
        data = read_yaml(raw)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        problems.append(problem("RULEBOOK_002", path, file=path, seen=" ".join(str(error).split())))
        return None
    found = faults(kind, path, data)
    problems.extend(found)
    return None if found else RuleFile(kind, name, path, hashlib.sha256(raw).hexdigest(), freeze(data))


def _place(parts: list[str]) -> tuple[str, date | None, str, int] | None:
    """Name, first day, area and correction number from the path; None when it fits neither layout."""
    if len(parts) == 2 and parts[0] in FLAT and parts[1].endswith(".yaml"):
        return parts[1].removesuffix(".yaml"), None, "", 0
    named = FILE_NAME.fullmatch(parts[-1])
    if len(parts) != 3 or parts[0] not in DATED or named is None:
        return None
    try:
        starts = date.fromisoformat(named.group(1))
    except ValueError:
        return None
    return parts[1], starts, named.group(2) or "", int(named.group(3) or 0)


def freeze(value: Any) -> Any:
    """Mappings become read-only, lists become tuples, all the way down."""
    if isinstance(value, dict):
        return MappingProxyType({key: freeze(one) for key, one in value.items()})
    if isinstance(value, list):
        return tuple(freeze(one) for one in value)
    return value


def thaw(value: Any) -> Any:
    """Frozen data as plain dicts and lists again, for JSON."""
    if isinstance(value, Mapping):
        return {key: thaw(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [thaw(one) for one in value]
    return value


class _Strict(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C loader where it is built
    """Safe YAML: no key twice, 'no' is a word, a date stays the text it is, a decimal stays exact."""


_Strict.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag not in ("tag:yaml.org,2002:timestamp",
                                                                    "tag:yaml.org,2002:bool")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Strict.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    pairs = [(loader.construct_object(key, deep=True), value) for key, value in node.value]
    seen: set[Any] = set()
    for key, _ in pairs:
        if not isinstance(key, Hashable):
            raise ValueError(f"a key is a name, not a list (line {node.start_mark.line + 1})")
        if key in seen:
            raise ValueError(f"key {key!r} stands twice (line {node.start_mark.line + 1})")
        seen.add(key)
    return {key: loader.construct_object(value, deep=True) for key, value in pairs}


_Strict.add_constructor("tag:yaml.org,2002:map", _mapping)


def _decimal(loader: Any, node: yaml.ScalarNode) -> Decimal:
    text = str(loader.construct_scalar(node)).replace("_", "").lower()
    return Decimal(text.replace(".inf", "inf").replace(".nan", "nan"))


_Strict.add_constructor("tag:yaml.org,2002:float", _decimal)
