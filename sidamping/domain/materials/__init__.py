"""Materials of mentoring (A3): the text of a piece as blocks, and what is wrong with one before it is kept."""

from sidamping.domain.materials.drafts import CODED, MaterialDraft, check_material
from sidamping.domain.materials.text import Block, blocks_of

__all__ = ["CODED", "Block", "MaterialDraft", "blocks_of", "check_material"]
