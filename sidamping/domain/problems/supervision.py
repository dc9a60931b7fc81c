"""Errors of supervision: examinations, findings, sanctions."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
