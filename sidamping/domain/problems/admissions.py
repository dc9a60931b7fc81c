"""Errors of admissions: open calls and applications of mentees."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
