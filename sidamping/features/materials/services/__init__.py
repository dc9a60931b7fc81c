"""Writes of the material library: one transaction and one activity row each; sent twice, it happens once."""

from sidamping.domain.materials import MaterialDraft
from sidamping.features.materials.services.keeping import add_material, change_material
from sidamping.features.materials.services.retiring import retire_material, take_up_material

__all__ = ["MaterialDraft", "add_material", "change_material", "retire_material", "take_up_material"]
