"""An instrument file from elsewhere, as sound as those of the rulebook or refused with every fault.

Kept out of the rulebook: its version names the day it holds from, and its status is always contoh.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sidamping.domain.problems import Refused, problem, refuse_if
from sidamping.domain.scoring.instrument import Instrument
from sidamping.rules.instrument_checks import instrument_faults
from sidamping.rules.instruments import KIND, built
from sidamping.rules.loader import RuleFile, read_one

SAMPLE = "contoh"


@lru_cache(maxsize=64)
def uploaded_instrument(name: str, starts: date, text: str) -> Instrument:
    """The instrument a text describes; its version is 'name/day'."""
    return built(uploaded_file(name, starts, text))


def uploaded_file(name: str, starts: date, text: str) -> RuleFile:
    """The text as a rule file; Refused when the rulebook itself would not take it, or when it calls itself official."""
    path = f"{name}/{starts.isoformat()}.yaml"
    made, faults = read_one(KIND, name, path, text.encode())
    if made is None:
        raise Refused(faults)
    refuse_if([*faults, *instrument_faults(made)])
    if made.status != SAMPLE:
        raise Refused(problem("RULEBOOK_005", path, file=path, key="status", seen=made.status))
    return made
