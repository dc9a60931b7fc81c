"""Errors of needs: needs of a mentee and referrals."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
