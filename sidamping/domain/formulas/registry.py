"""The table of formulas by name, read off the functions: their parameters are the inputs they need."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from sidamping.domain.formulas import balances, ratios
from sidamping.domain.formulas.quotient import Unknowable

Compute = Callable[..., Fraction | Unknowable]


@dataclass(frozen=True)
class Formula:
    """A function with its name, the inputs it needs in order, and its sentence for readers."""

    name: str
    inputs: tuple[str, ...]
    compute: Compute
    says: str


def _listed(module: object) -> dict[str, Formula]:
    return {
        name: Formula(name, tuple(inspect.signature(made).parameters), made, inspect.getdoc(made) or "")
        for name, made in vars(module).items()
        if inspect.isfunction(made) and made.__module__ == getattr(module, "__name__", "")
    }


FORMULAS: dict[str, Formula] = {**_listed(ratios), **_listed(balances)}
