"""Reads of registers within the scope of their book."""

from sidamping.features.registers.queries.articles import (
    Beside,
    ClauseLine,
    beside_the_rule,
    beyond_articles,
    clauses_on,
    rule_of,
)
from sidamping.features.registers.queries.entries import FOR_ALL, EntryLine, entries_in, entries_page, entry, written
from sidamping.features.registers.queries.mandatory import (
    HERE,
    BookState,
    SightingLine,
    book_states,
    form_of,
    sighting_file,
)

__all__ = [
    "FOR_ALL", "HERE", "Beside", "BookState", "ClauseLine", "EntryLine", "SightingLine", "beside_the_rule",
    "beyond_articles", "book_states", "clauses_on", "entries_in", "entries_page", "entry", "form_of", "rule_of",
    "sighting_file", "written",
]  # fmt: skip
