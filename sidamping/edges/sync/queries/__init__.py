"""Reads what phones handed in, for the tray pages: owners see their own, overseers those of their mentees."""

from sidamping.edges.sync.queries.devices import DeviceLine, devices_of
from sidamping.edges.sync.queries.records import (
    FileLine,
    RecordCard,
    RecordLine,
    VariantCard,
    VerdictLine,
    kinds_and_numbers,
    open_counts,
    open_records,
    record_card,
)
from sidamping.edges.sync.queries.scope import WATCHERS, within

__all__ = [
    "WATCHERS",
    "DeviceLine",
    "FileLine",
    "RecordCard",
    "RecordLine",
    "VariantCard",
    "VerdictLine",
    "devices_of",
    "kinds_and_numbers",
    "open_counts",
    "open_records",
    "record_card",
    "within",
]
