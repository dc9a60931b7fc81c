"""Packages that only analysis needs: asked for by name, and told with the extra that brings them where missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from sidamping.domain.problems import Refused, problem


def need(module: str, extra: str) -> ModuleType:
    """The module; refused with the line that installs its extra."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise Refused([problem("ANALYTICS_001", extra, package=module.partition(".")[0], extra=extra)]) from None
