"""Writes of plans: make, settle, compute, apply; each in one transaction with one activity row."""

from sidamping.features.placements.services.plans import apply_plan, compute, make_plan, settle, size_of

__all__ = ["apply_plan", "compute", "make_plan", "settle", "size_of"]
