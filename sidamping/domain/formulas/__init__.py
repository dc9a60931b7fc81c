"""Named functions that instruments use by name: named amounts in, a ratio in percent or 'not computable: why' out.

A formula holds no number of a regulation; weights and limits reach it from rulebook/instruments.
"""

from sidamping.domain.formulas.quotient import Unknowable
from sidamping.domain.formulas.registry import FORMULAS, Formula

__all__ = ["FORMULAS", "Formula", "Unknowable"]
