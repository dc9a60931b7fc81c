"""Writes of papers: open, save the draft, hand in, act, receive copies; one transaction and one activity row each."""

from sidamping.features.papers.services.acts import act
from sidamping.features.papers.services.copies import receive_copy
from sidamping.features.papers.services.drafts import save_draft
from sidamping.features.papers.services.indicators import (
    IndicatorDraft,
    MeasurementDraft,
    fix_indicators,
    measure,
)
from sidamping.features.papers.services.on_paper import acknowledge_on_paper
from sidamping.features.papers.services.opening import open_paper
from sidamping.features.papers.services.submitting import submit_paper
from sidamping.features.papers.services.words import WordsDraft, write_words

__all__ = [
    "IndicatorDraft", "MeasurementDraft", "WordsDraft", "acknowledge_on_paper", "act", "fix_indicators", "measure",
    "open_paper", "receive_copy", "save_draft", "submit_paper", "write_words",
]  # fmt: skip
