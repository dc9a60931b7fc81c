"""Errors of numbered documents and PDFs."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {

}
