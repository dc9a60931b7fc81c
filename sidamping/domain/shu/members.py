"""Reads a list of members for sharing the surplus: number, name, savings and business of each, one row per member."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from sidamping.domain.figures import Figures, short
from sidamping.domain.problems import problem
from sidamping.domain.shu.request import Member

NUMBER, NAME = ("no", "nomor", "number", "id", "no_anggota", "member"), ("nama", "name")
PRINCIPAL = ("simpanan_pokok", "member_simpanan_pokok", "pokok", "principal")
MANDATORY = ("simpanan_wajib", "member_simpanan_wajib", "wajib", "mandatory")
SAVINGS = ("simpanan", "member_simpanan", "savings")
BUSINESS = ("transaksi", "member_transaksi", "partisipasi", "member_partisipasi", "participation", "business")
KNOWN = {*NUMBER, *NAME, *PRINCIPAL, *MANDATORY, *SAVINGS, *BUSINESS}


def listed(figures: Figures, rows: object) -> tuple[Member, ...]:
    """The members in order of their numbers; faults go to the figures of the case.

    Members that a ledger has counted are plain values already: each stands there once, with nothing left out.
    """
    place = figures.place("members")
    if not isinstance(rows, Sequence) or isinstance(rows, str) or not (_all(rows, Mapping) or _all(rows, Member)):
        told = {"key": place, "seen": short(rows), "wanted": "satu baris per anggota: no, nama, simpanan, transaksi"}
        figures.problems.append(problem("FIGURES_014", place, **told))
        return ()
    if not rows:
        figures.problems.append(problem("SHU_009", place))
        return ()
    if _all(rows, Member):
        return tuple(sorted(rows, key=lambda one: in_order(one.number)))
    for key in sorted({short(key) for row in rows for key in row} - KNOWN):
        figures.warnings.append(problem("FIGURES_015", place, seen=f"{place}.{key}", hint=_close(key)))
    seen: dict[str, int] = {}
    members = [_member(figures, f"{place}[{at}]", at, row, seen) for at, row in enumerate(rows, 1)]
    _complete(figures, place, members)
    return tuple(sorted(members, key=lambda one: in_order(one.number)))


def _all(rows: Sequence[Any], kind: type) -> bool:
    return all(isinstance(row, kind) for row in rows)


def in_order(number: str) -> tuple[tuple[int, int, str], ...]:
    """Member numbers as people count them: A-9 before A-10."""
    parts = re.findall(r"\d+|\D+", number)
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts)


def _member(figures: Figures, place: str, at: int, row: Mapping[str, Any], seen: dict[str, int]) -> Member:
    number = _words(_first(row, NUMBER)) or str(at)
    if number in seen:
        figures.problems.append(problem("SHU_005", place, where=place, seen=number, row=seen[number]))
    seen.setdefault(number, at)
    name = _words(_first(row, NAME))
    return Member(number, name, _savings(figures, place, row), _amount(figures, place, row, BUSINESS))


def _complete(figures: Figures, place: str, members: list[Member]) -> None:
    """What is written for one member is written for all: empty is not zero."""
    if figures.problems:
        return
    columns = {"simpanan": [one.savings for one in members], "transaksi": [one.business for one in members]}
    for name, values in columns.items():
        if any(one is not None for one in values) and None in values:
            wanted = "jumlahnya, 0 bila memang tidak ada"
            figures.problems.extend(
                problem("FIGURES_003", f"{place}[{at}]", key=f"{place}[{at}].{name}", wanted=wanted)
                for at, value in enumerate(values, 1) if value is None
            )


def _savings(figures: Figures, place: str, row: Mapping[str, Any]) -> int | None:
    """Savings as one amount, else principal plus mandatory savings."""
    whole = _amount(figures, place, row, SAVINGS)
    parts = [_amount(figures, place, row, one) for one in (PRINCIPAL, MANDATORY)]
    if parts == [None, None]:
        return whole
    made = sum(one or 0 for one in parts)
    if whole is not None and whole != made:
        told = {"seen": SAVINGS[0], "other": f"{PRINCIPAL[0]} + {MANDATORY[0]}"}
        figures.problems.append(problem("FIGURES_010", place, **told))
    return made


def _amount(figures: Figures, place: str, row: Mapping[str, Any], names: tuple[str, ...]) -> int | None:
    value = _first(row, names)
    return None if value is None else figures.read_amount(f"{place}.{names[0]}", value)


def _close(key: str) -> str:
    close = get_close_matches(key, KNOWN, 1)
    return f"; mungkin maksudnya {close[0]}" if close else ""


def _words(value: object) -> str:
    """A name or number as it stands, without the blanks around it."""
    return value.strip() if isinstance(value, str) else "" if value is None else short(value)


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)
