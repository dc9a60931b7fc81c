"""Pages of the material library."""

from sidamping.features.materials.views.keeping import material_add, material_change, material_retire
from sidamping.features.materials.views.reading import material, material_file, material_pdf, materials

__all__ = [
    "material", "material_add", "material_change", "material_file", "material_pdf", "material_retire", "materials",
]  # fmt: skip
