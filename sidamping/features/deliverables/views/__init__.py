"""Pages of deliverables."""

from sidamping.features.deliverables.views.acting import sheet_hand_in, sheet_review
from sidamping.features.deliverables.views.blanks import blank_sheet_pdf, blank_sheets, sheet_blank_pdf
from sidamping.features.deliverables.views.files import sheet_file, sheet_pdf, sheet_photo
from sidamping.features.deliverables.views.networks import engagement_network
from sidamping.features.deliverables.views.sheets import (
    deliverables,
    sheet,
    sheet_begin,
    sheet_edit,
    sheets,
    sheets_waiting,
)

__all__ = [
    "blank_sheet_pdf", "blank_sheets", "deliverables", "engagement_network", "sheet", "sheet_begin", "sheet_blank_pdf",
    "sheet_edit", "sheet_file", "sheet_hand_in", "sheet_pdf", "sheet_photo", "sheet_review", "sheets", "sheets_waiting",
]  # fmt: skip
