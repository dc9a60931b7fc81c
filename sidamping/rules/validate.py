"""Checks a whole rulebook and returns every fault: shape, citations, references, corrections, worked examples, seals.

`sidamping rulebook check` and the tests run the same function.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import Any

from sidamping.domain.problems import Problem, problem
from sidamping.rules import seal
from sidamping.rules.cases import cases, failures
from sidamping.rules.deliverables import kind_faults
from sidamping.rules.indicators import indicator_faults
from sidamping.rules.instrument_checks import instrument_faults
from sidamping.rules.letters import letter_faults
from sidamping.rules.loader import Book, RuleFile, packaged, read_book
from sidamping.rules.materials import material_faults
from sidamping.rules.portals import portal_faults
from sidamping.rules.programme_checks import programme_faults
from sidamping.rules.references import references


def check(root: Traversable | None = None, *, all_sealed: bool = False) -> list[Problem]:
    """All faults of a rulebook folder (the packaged one when none is given); a release wants everything sealed."""
    root = root or packaged()
    book = read_book(root)
    file = root.joinpath(seal.NAME)
    sealed = seal.read(file.read_text("utf-8")) if file.is_file() else {}
    faults = [*book.problems, *check_book(book), *seal.broken(book, sealed)]
    if all_sealed:
        faults += [problem("RULEBOOK_014", name, file=name) for name in seal.unsealed(book, sealed)]
    return faults


def check_book(book: Book) -> list[Problem]:
    """The faults of files whose shape is sound."""
    faults = [fault for one in book.files.values() for fault in (*citations(book, one), *corrections(one))]
    faults += references(book)
    faults += [fault for one in book.kind("programmes") if not one.ends for fault in programme_faults(book, one)]
    faults += [fault for one in book.kind("instruments") if not one.ends for fault in instrument_faults(one)]
    faults += [fault for one in book.kind("deliverables") if not one.ends for fault in kind_faults(one)]
    faults += [fault for one in book.kind("letters") if not one.ends for fault in letter_faults(book, one)]
    faults += [fault for one in book.kind("materials") if not one.ends for fault in material_faults(book, one)]
    faults += [fault for one in book.kind("indicators") if not one.ends for fault in indicator_faults(book, one)]
    faults += [fault for one in book.kind("portals") if not one.ends for fault in portal_faults(book, one)]
    faults += without_case(book)
    # An example over a broken reference would only repeat the fault in worse words.
    return faults or failures(book)


def citations(book: Book, file: RuleFile) -> Iterator[Problem]:
    """Citations that no source file carries."""
    known = {one.name: one.data["articles"] for one in book.kind("sources")}
    for key, cite in _cites("", file.data):
        source, _, article = cite.partition("#")
        if article not in known.get(source, ()):
            yield problem("RULEBOOK_006", file.path, file=file.path, key=key, seen=cite)


def corrections(file: RuleFile) -> Iterator[Problem]:
    """A +N file says why it corrects."""
    if file.correction and not file.data.get("reason"):
        yield problem("RULEBOOK_009", file.path, file=file.path)


def without_case(book: Book) -> list[Problem]:
    """Rules and instruments for which no worked example stands."""
    shown = {case.given.get("rule") for case in cases(book)}
    ruled = sorted({(one.kind, one.name) for kind in ("rules", "instruments") for one in book.kind(kind)})
    return [problem("RULEBOOK_017", f"{kind}/{name}", rule=name) for kind, name in ruled if name not in shown]


def _cites(key: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            below = f"{key}.{name}" if key else str(name)
            if name == "cite" and isinstance(one, str):
                yield below, one
            else:
                yield from _cites(below, one)
    elif isinstance(value, tuple):
        for index, one in enumerate(value, 1):
            yield from _cites(f"{key}[{index}]", one)
