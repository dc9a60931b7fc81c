"""Lists of balance items that an instrument weighs one by one (modal tertimbang, ATMR). A list is complete as given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.problems import Problem, problem
from sidamping.domain.scoring.instrument import Derived
from sidamping.domain.scoring.numbers import Number, exact, plain

WANTED = "baris {name, amount}, boleh dengan weight"


@dataclass(frozen=True, slots=True)
class Item:
    """An item by name with its amount, and the weight in percent its sheet gives."""

    name: str
    amount: Number
    weight: Number | None = None


def read_items(where: str, value: object, problems: list[Problem]) -> tuple[Item, ...]:
    """The items of a list, or of a mapping name: amount; faults go to the list of problems."""
    if isinstance(value, Mapping):
        value = [{"name": name, "amount": amount} for name, amount in value.items()]
    if not isinstance(value, list | tuple):
        problems.append(problem("SCORING_011", where, key=where, seen=str(value)[:60], wanted=WANTED))
        return ()
    made: list[Item] = []
    for number, row in enumerate(value, 1):
        here = f"{where}[{number}]"
        if not isinstance(row, Mapping) or not row.get("name"):
            problems.append(problem("SCORING_011", here, key=here, seen=str(row)[:60], wanted=WANTED))
            continue
        amount, weight = exact(row.get("amount")), exact(row.get("weight"))
        for key, number_ in (("amount", amount), ("weight", weight)):
            if number_ is None and (key == "amount" or row.get(key) is not None):
                problems.append(problem("SCORING_004", here, key=f"{here}.{key}", seen=str(row.get(key))[:60]))
        if amount is not None:
            made.append(Item(str(row["name"]), amount, weight))
    return tuple(made)


def weighed(
    derived: Derived, items: Mapping[str, tuple[Item, ...]]
) -> tuple[Number | None, tuple[Problem, ...], tuple[Problem, ...]]:
    """The weighted sum of the lists; with warnings and problems. None when a list was not reported."""
    if any(name not in items for name in derived.lists):
        return None, (), ()
    total: Number = 0
    warnings: list[Problem] = []
    problems: list[Problem] = []
    for name in derived.lists:
        for item in items[name]:
            own, where = derived.of.get(item.name), f"inputs.{name}"
            if own is None and item.weight is None:
                known = ", ".join(derived.of)
                problems.append(problem("SCORING_015", where, key=where, seen=item.name, known=known))
                continue
            if own is not None and item.weight is not None and own != item.weight:
                told = {"given": plain(item.weight), "used": plain(own)}
                warnings.append(problem("SCORING_030", where, key=f"{name}.{item.name}", **told))
            total += item.amount * Fraction(own if own is not None else item.weight or 0) / 100
    return total, tuple(warnings), tuple(problems)
