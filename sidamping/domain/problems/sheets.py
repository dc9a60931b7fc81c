"""Errors of Excel workbooks."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {

}
