"""Writes of plans: make, settle, compute, apply; each in one transaction with one activity row."""

from sidamping.features.placements.services.plans import (
    AT_ONCE,
    apply_plan,
    compute,
    make_plan,
    settle,
    size_of,
)

__all__ = ["AT_ONCE", "apply_plan", "compute", "make_plan", "settle", "size_of"]
