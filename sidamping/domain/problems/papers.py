"""Errors of official papers."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {

}
