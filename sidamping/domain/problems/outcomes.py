"""Errors of outcomes: mid-term, final, graduation and follow-up."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
