"""Errors of field work."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {

}
