"""Errors of recruitment: calls for mentors, selection and induction."""

from sidamping.domain.problems.entry import Entry

ENTRIES: dict[str, Entry] = {}
