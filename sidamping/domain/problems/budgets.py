"""Errors of budgets: lines, sums and the months they are compared with."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
