"""Errors of the registers of cooperatives, persons and businesses."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {

}
