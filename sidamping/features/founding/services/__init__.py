"""Writes of foundings: one transaction and one activity row each."""

from sidamping.features.founding.services.agreeing import set_opening, set_terms, write_part
from sidamping.features.founding.services.beginning import FoundingDraft, ask_for, begin_founding
from sidamping.features.founding.services.founders import (
    FounderDraft,
    add_founder,
    release_founder,
    reveal_nik,
    seat_officers,
)
from sidamping.features.founding.services.gatherings import GatheringDraft, record_gathering
from sidamping.features.founding.services.handing import MilestoneDraft, hand_in, reach
from sidamping.features.founding.services.living import Mentoring, bring_to_life
from sidamping.features.founding.services.packing import freeze_pack

__all__ = [
    "FounderDraft", "FoundingDraft", "GatheringDraft", "Mentoring", "MilestoneDraft", "add_founder", "ask_for",
    "begin_founding", "bring_to_life", "freeze_pack", "hand_in", "reach", "record_gathering", "release_founder",
    "reveal_nik", "seat_officers", "set_opening", "set_terms", "write_part",
]  # fmt: skip
