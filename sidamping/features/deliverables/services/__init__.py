"""Writes of deliverables: one transaction and one activity row each."""

from sidamping.features.deliverables.services.photos import add_file, add_photo
from sidamping.features.deliverables.services.reviewing import hand_in, review
from sidamping.features.deliverables.services.writing import begin_sheet, save_sheet

__all__ = ["add_file", "add_photo", "begin_sheet", "hand_in", "review", "save_sheet"]
