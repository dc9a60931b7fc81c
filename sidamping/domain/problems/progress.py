"""Errors of progress: progress of businesses: series, contact budget, success."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
