"""Errors of placements: proposals of who mentors whom."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
