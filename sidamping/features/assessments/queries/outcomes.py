"""What an instrument makes of a filling as it stands now: pure arithmetic over the filling's data, nothing stored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sidamping.domain.scoring.alternatives import compare
from sidamping.domain.scoring.engine import score
from sidamping.domain.scoring.filling import Filling, read_filling
from sidamping.domain.scoring.instrument import TABLE, Instrument
from sidamping.domain.scoring.outcome import Outcome

FILLED = ("inputs", "ratios", "answers", "alternatives")


def live_outcome(instrument: Instrument, data: Mapping[str, Any], *, on: date, method: str = TABLE) -> Outcome:
    """The outcome of a filling, however far it is; Refused with every fault. Nothing filled in scores nothing."""
    if instrument.comparison is not None:
        return compare(instrument, data, on=on)
    filling = read_filling(instrument, data) if is_filled(data) else Filling()
    return score(instrument, filling, on=on, method=method)


def is_filled(data: Mapping[str, Any]) -> bool:
    """Whether anything was filled in at all."""
    return any(data.get(part) for part in FILLED)
