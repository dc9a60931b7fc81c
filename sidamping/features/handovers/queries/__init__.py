"""Reads handovers: what waits for whom, and the dossier of one."""

from sidamping.features.handovers.queries.cards import (
    HANDED,
    OPEN,
    READ,
    READERS,
    HandoverCard,
    HandoverLine,
    RemarkLine,
    handover,
    handovers,
    handovers_page,
    handovers_to_do,
    remarks_of,
)

__all__ = [
    "HANDED",
    "OPEN",
    "READ",
    "READERS",
    "HandoverCard",
    "HandoverLine",
    "RemarkLine",
    "handover",
    "handovers",
    "handovers_page",
    "handovers_to_do",
    "remarks_of",
]
