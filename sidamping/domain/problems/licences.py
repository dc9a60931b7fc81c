"""Errors of legal standing: papers, figures with their source."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
