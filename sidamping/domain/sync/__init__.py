"""What sync decides from values alone: may a clock be believed, which numbers are missing, what waits for what (F1)."""

from sidamping.domain.sync.chains import WAIT_DAYS, missing_links, waits_too_long
from sidamping.domain.sync.clocks import Doubt, Evidence, counts_on, doubts
from sidamping.domain.sync.facts import Facts
from sidamping.domain.sync.gaps import Statement, statement
from sidamping.domain.sync.receipts import receipt
from sidamping.domain.sync.variants import WITHIN, Arrival, Difference, arrival, differences, gathered, merged, spread

__all__ = [
    "WAIT_DAYS",
    "WITHIN",
    "Arrival",
    "Difference",
    "Doubt",
    "Evidence",
    "Facts",
    "Statement",
    "arrival",
    "counts_on",
    "differences",
    "doubts",
    "gathered",
    "merged",
    "missing_links",
    "receipt",
    "spread",
    "statement",
    "waits_too_long",
]
