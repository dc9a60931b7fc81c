"""Errors of letters: numbered letters of a programme."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
