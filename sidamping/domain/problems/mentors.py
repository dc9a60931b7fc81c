"""Errors of mentors: mentors: profile, certificates, interests."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
