"""Writes of letters: one transaction and one activity row each."""

from sidamping.features.letters.services.acting import acknowledge, declare_void
from sidamping.features.letters.services.issuing import issue
from sidamping.features.letters.services.wording import save_template, use_standard

__all__ = ["acknowledge", "declare_void", "issue", "save_template", "use_standard"]
