"""Errors of rule files."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {

}
