"""Errors of handovers: handing a mentee from mentor to mentor."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
