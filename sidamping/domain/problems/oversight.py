"""Errors of oversight: monitoring by the office and the board of the programme."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
