"""Pages of letters."""

from sidamping.features.letters.views.letters import letter, letter_acknowledge, letter_pdf, letter_void, letters
from sidamping.features.letters.views.public import letter_check
from sidamping.features.letters.views.wordings import wording, wording_pdf, wordings

__all__ = [
    "letter", "letter_acknowledge", "letter_check", "letter_pdf", "letter_void", "letters", "wording", "wording_pdf",
    "wordings",
]  # fmt: skip
