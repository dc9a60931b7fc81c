"""What must hold between counts of one population: a part within its whole, an intersection within each of its parts,
complements that add up to all. Where published figures break it, the reason is told (C4, C5, product point 9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sidamping.domain.indicators.definitions import Definition
from sidamping.domain.money import grouped
from sidamping.domain.problems import Problem, problem

Named = Callable[[str], str]


def contradictions(
    definitions: Iterable[Definition], parts: Mapping[str, int], whole: int | None, named: Named = str
) -> list[Problem]:
    """Everything that cannot be true of numerators of one population of `whole`; None where the whole is not said."""
    found = [] if whole is None else [
        problem("INDICATORS_001", code, part=named(code), seen=seen, whole=whole)
        for code, seen in parts.items() if seen > whole
    ]
    for one in definitions:
        if one.code in parts:
            found += _within(one, parts, named)
            found += _common(one, parts, whole, named)
    found += _complements(definitions, parts, whole, named)
    return found


def _within(one: Definition, parts: Mapping[str, int], named: Named) -> list[Problem]:
    seen = parts[one.code]
    return [
        problem("INDICATORS_002", one.code, part=named(one.code), seen=grouped(seen), whole=named(other),
                count=grouped(parts[other]))
        for other in (*one.relations.part_of, *one.relations.intersection_of)
        if other in parts and seen > parts[other]
    ]


def _common(one: Definition, parts: Mapping[str, int], whole: int | None, named: Named) -> list[Problem]:
    """Parts that together leave less room than is said overlap at least by what does not fit."""
    of = one.relations.intersection_of
    if whole is None or not of or any(code not in parts for code in of):
        return []
    least = sum(parts[code] for code in of) - (len(of) - 1) * whole
    if parts[one.code] >= least:
        return []
    return [problem("INDICATORS_003", one.code, part=named(one.code), seen=grouped(parts[one.code]),
                    least=grouped(least))]


def _complements(
    definitions: Iterable[Definition], parts: Mapping[str, int], whole: int | None, named: Named
) -> list[Problem]:
    if whole is None:
        return []
    groups = {tuple(sorted((one.code, *one.relations.complements))) for one in definitions if one.relations.complements}
    return [
        problem("INDICATORS_004", codes[0], parts=_listed(codes, named), whole=grouped(whole),
                seen=grouped(sum(parts[code] for code in codes)))
        for codes in sorted(groups)
        if all(code in parts for code in codes) and sum(parts[code] for code in codes) != whole
    ]


def _listed(codes: Sequence[str], named: Named) -> str:
    return ", ".join(named(code) for code in codes)
