"""Reads the material library as frozen dataclasses, scoped by the viewer unless a function says unscoped."""

from sidamping.features.materials.queries.library import (
    LibraryFilter,
    current,
    library,
    material_card,
    offered,
    offices_of,
)
from sidamping.features.materials.queries.lines import (
    Current,
    EditionLine,
    Handed,
    LibraryPage,
    MaterialCard,
    MaterialLine,
    RetirementLine,
    handed,
)
from sidamping.features.materials.queries.words import programme_names

__all__ = [
    "Current", "EditionLine", "Handed", "LibraryFilter", "LibraryPage", "MaterialCard", "MaterialLine",
    "RetirementLine", "current", "handed", "library", "material_card", "offered", "offices_of", "programme_names",
]  # fmt: skip
