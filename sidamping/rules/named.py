"""Finds what a name of the rulebook means: a rule, an instrument, its regime, a programme, a paper or a family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from sidamping.domain.problems import Refused, problem
from sidamping.rules.loader import Book, RuleFile

FAMILIES = "rule-families"
YEARLY = re.compile(r"(.+)-(\d{4})")


@dataclass(frozen=True)
class Named:
    """A kind and name that exist, with the versions meant, oldest first."""

    kind: str
    name: str
    files: tuple[RuleFile, ...]


def named(text: str, book: Book, kind: str = "") -> tuple[Named, ...]:
    """What the text names, the exact name before its family; Refused with the likely name when it names nothing."""
    kinds = (kind,) if kind else _dated(book)
    found = [*_exact(text, book, kinds), *_family(text, book, kinds), *_regime(text, book, kinds)]
    if not found:
        known = [*_names(book, kinds), *({row["parent"] for row in _rows(book)} if "instruments" in kinds else ())]
        close = ", ".join(get_close_matches(text, known, 3, 0.5)) or ", ".join(sorted(known)[:5])
        raise Refused(problem("RULEBOOK_021", text, seen=text, known=close))
    return tuple(one for at, one in enumerate(found) if (one.kind, one.name) not in _seen(found[:at]))


def exactly(text: str, found: tuple[Named, ...]) -> tuple[Named, ...]:
    """Those of that very name, or all where none has it."""
    same = tuple(one for one in found if one.name == text)
    return same or found


def _dated(book: Book) -> tuple[str, ...]:
    """The kinds that are kept by day, in the order of their names."""
    return tuple(sorted({one.kind for one in book.files.values() if one.starts is not None}))


def _seen(found: Iterable[Named]) -> set[tuple[str, str]]:
    return {(one.kind, one.name) for one in found}


def _exact(text: str, book: Book, kinds: Iterable[str]) -> list[Named]:
    return [Named(kind, text, _ordered(book.of(kind, text))) for kind in kinds if book.of(kind, text)]


def _family(text: str, book: Book, kinds: Iterable[str]) -> list[Named]:
    """The instruments of a family; a year behind its name leaves the versions that begin in that year."""
    if "instruments" not in kinds:
        return []
    yearly = YEARLY.fullmatch(text)
    family, year = (yearly[1], int(yearly[2])) if yearly else (text, None)
    members = [row["code"] for row in _rows(book) if row["parent"] == family]
    made = [Named("instruments", name, _begun(_ordered(book.of("instruments", name)), year)) for name in members]
    return [one for one in made if one.files]


def _regime(text: str, book: Book, kinds: Iterable[str]) -> list[Named]:
    """An instrument by the code of its rule, 'perdep-06-2016'."""
    if "instruments" not in kinds:
        return []
    files = [one for one in book.kind("instruments") if one.data.get("code") == text]
    return [Named("instruments", one.name, (one,)) for one in files]


def _begun(files: tuple[RuleFile, ...], year: int | None) -> tuple[RuleFile, ...]:
    return files if year is None else tuple(one for one in files if one.starts and one.starts.year == year)


def _ordered(files: Iterable[RuleFile]) -> tuple[RuleFile, ...]:
    return tuple(sorted(files, key=lambda one: (one.area, str(one.starts), one.correction)))


def _rows(book: Book) -> list[Mapping[str, str]]:
    return [row for file in book.of("lists", FAMILIES) for row in file.data["codes"]]


def _names(book: Book, kinds: Iterable[str]) -> list[str]:
    return sorted({one.name for kind in kinds for one in book.kind(kind)})
