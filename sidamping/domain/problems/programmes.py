"""Errors of programmes, engagements and assignments."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {

}
