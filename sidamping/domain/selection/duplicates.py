"""Applications that may be one and the same: by identity number, telephone, or name and village (B1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sidamping.domain.parties import digits, legal_key, name_key
from sidamping.domain.problems import Problem, problem


@dataclass(frozen=True)
class Applicant:
    """What an application says of who applies; empty = not said. `id` is the application's."""

    id: str
    name: str
    village: str = ""
    nik: str = ""
    nik_koperasi: str = ""
    legal_number: str = ""
    phone: str = ""
    programme: str = ""


@dataclass(frozen=True)
class Same:
    """Two applications that agree, the earlier first, and in what; `sure` when a number of identity agrees."""

    first: str
    second: str
    reasons: tuple[str, ...]

    @property
    def sure(self) -> bool:
        return bool({"nik", "nik_koperasi", "legal_number"} & set(self.reasons))


def duplicates(applicants: Iterable[Applicant], by: Sequence[str]) -> tuple[Same, ...]:
    """Every pair that agrees in one of the ways, in the order given; never decides which one is to stay."""
    told = list(applicants)
    agreeing: dict[tuple[int, int], list[str]] = {}
    for way in by:
        groups: dict[str, list[int]] = {}
        for at, one in enumerate(told):
            if key := KEYS[way](one):
                groups.setdefault(key, []).append(at)
        for same in groups.values():
            for place, first in enumerate(same):
                for second in same[place + 1:]:
                    agreeing.setdefault((first, second), []).append(way)
    return tuple(Same(told[first].id, told[second].id, tuple(ways))
                 for (first, second), ways in sorted(agreeing.items()))


def twice_faults(new: Applicant, earlier: Iterable[Applicant], by: Sequence[str]) -> list[Problem]:
    """A new application that says the identity of one already there, in the same programme."""
    known = [one for one in earlier if one.programme == new.programme and one.id != new.id]
    found = (one for one in duplicates([*known, new], by) if one.second == new.id and one.sure)
    return [problem("PROGRAMMES_048", one.reasons[0], other=one.first) for one in found]


def _phone(one: Applicant) -> str:
    """A telephone number whether written +62812… or 0812…"""
    number = digits(one.phone).lstrip("+")
    return "0" + number[2:] if number.startswith("62") else number


def _name_village(one: Applicant) -> str:
    return f"{name_key(one.name)}@{one.village}" if one.village and name_key(one.name) else ""


KEYS: dict[str, Callable[[Applicant], str]] = {
    "nik": lambda one: digits(one.nik),
    "nik_koperasi": lambda one: digits(one.nik_koperasi),
    "legal_number": lambda one: legal_key(one.legal_number),
    "phone": _phone,
    "name_village": _name_village,
}
